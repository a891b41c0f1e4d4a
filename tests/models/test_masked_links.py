"""Under the mask no link leads to a hidden statement, and an editor's reason does not leave."""

import json
from pathlib import Path

import pytest

from models.masking import ENVIRONMENT
from models.store import open_store
from tests.pages import factory

EVIDENCE = {"by": "А. Редактор", "on": "2026-11-20", "why": "Тестбаевтан сұралды"}


def make_database(path: Path) -> Path:
    """Write one person in four lists: chair, chair, ordinary member (hidden), chair."""
    world = factory.World()
    days = (factory.FORMED, factory.ELECTION, factory.REFORMED, factory.LATEST)
    for number, (day, role) in enumerate(zip(days, ("chair", "chair", "member", "chair"), strict=True)):
        act = factory.add_document(world, f"{number}.docx", decided_on=day, simulated=False)
        commission = factory.add_commission(world, "PEC", number + 1)
        factory.add_seat(world, act, commission, 0, seat_id=f"s-{number}", person_id="p-1", role=role)
    world.add("persons", person_id="p-1", name_ru="Тестбаев Ерлан", gender="m", mentions=4)
    pairs = ((0, 1, "judged", EVIDENCE), (1, 2, "model", {"where": "commission"}), (0, 3, "act", {"act": "release"}))
    for left, right, ground, evidence in pairs:
        world.add(
            "person_links", link_id=f"l-{left}-{right}", person_id="p-1", left_seat_id=f"s-{left}",
            right_seat_id=f"s-{right}", score=0.97 if ground == "model" else None, ground=ground,
            evidence=json.dumps(evidence, ensure_ascii=False),
        )  # fmt: skip
    return world.write(path, meta=factory.make_meta("links", simulated=False))


def test_links_of_hidden_statements_are_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_database(tmp_path / "links.duckdb")
    everything = open_store(path).fetch("SELECT link_id FROM core_person_links ORDER BY link_id")["link_id"].tolist()
    assert everything == ["l-0-1", "l-0-3", "l-1-2"]
    monkeypatch.setenv(ENVIRONMENT, "1")
    store = open_store(path)
    links = store.fetch("SELECT * FROM core_person_links ORDER BY link_id")
    assert links["link_id"].tolist() == ["l-0-1", "l-0-3"]
    persons = set(store.fetch("SELECT person_id FROM core_seats WHERE seat_id <> 's-2'")["person_id"])
    assert set(links["person_id"]) == persons, "a link names the person as the seats do"
    assert json.loads(links["evidence"][0]) == {"by": EVIDENCE["by"], "on": EVIDENCE["on"]}
    assert json.loads(links["evidence"][1]) == {"act": "release"}
