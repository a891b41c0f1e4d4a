"""Pensioners, unemployed, students and self-employed share no workplace; subordination by unverified rules is no fact."""

from pathlib import Path
from typing import Any

import pytest

from models.language import LANGUAGES, load_catalogue
from models.queries import run_query
from models.store import open_store
from pages._ui.alike import count_beyond
from tests.pages import factory
from tests.pages.conftest import Open, read_texts

CATALOGUE = load_catalogue()
IDLE = "PEC:KZ-39:Сынақ ауданы:1"
SCHOOL = "PEC:KZ-39:Сынақ ауданы:2"


def make_world(path: Path, *, verified: bool | None = None) -> Path:
    """Write two precincts of five: four unemployed and a teacher; four teachers of a school and a pensioner."""
    world = factory.World()
    act = factory.add_document(world, "quram.docx", decided_on=factory.FORMED, simulated=False, seats=10)
    world.add("organisations", org_id="school", kind="employer", name="№ 5 мектеп", type="school", sector="education")
    if verified is not None:
        world.add("organisations", org_id="akimat", kind="employer", name="Әкімдік", sector="local_executive")
        world.add(
            "organisation_parents", org_id="school", parent_org_id="akimat", basis="rule", source="test",
            verified=verified,
        )  # fmt: skip
    taught: dict[str, Any] = {"employer_id": "school", "employer_as_printed": "№ 5 мектеп"}
    for number, idle, without in ((1, "unemployed", 4), (2, "pensioner", 1)):
        commission = factory.add_commission(world, "PEC", number)
        seats = []
        for place in range(5):
            facts = {"employer_sector": idle} if place < without else taught
            seats.append(factory.add_seat(world, act, commission, place, **facts))
        factory.add_metrics(world, commission["commission_id"], factory.FORMED, seats)
        blocs = [seat.get("employer_id") or seat["employer_sector"] for seat in seats]
        for row in world.rows["metrics"][::-1]:
            # The method counts people without an employer as known groups; the factory leaves them unknown.
            if row["commission_id"] == commission["commission_id"] and row["metric"] in (
                "employer_share_max",
                "principal_share_max",
            ):
                row.update(factory.share_rows(blocs, row["metric"]))
    return world.write(path, meta=factory.make_meta(path.stem, simulated=False))


def test_unemployed_are_no_workplace_in_counts(tmp_path: Path) -> None:
    store = open_store(make_world(tmp_path / "a.duckdb"))
    frame = run_query(store, "commissions", as_of=factory.FORMED, level="PEC")
    # Both have 4 of 5 in one group; only in the second is the group a school.
    assert list(frame["employer_share_max_value"]) == [0.8, 0.8]
    assert count_beyond(frame, "employer_share_max", 0.5) == (1, 1)
    assert count_beyond(frame, "principal_share_max", 0.5) == (1, 1)
    assert list(frame["workplace_lower"]) == [0.2, 0.8]
    assert list(frame["workplace_upper"]) == [0.2, 0.8]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentence_says_what_they_are(open_page: Open, tmp_path: Path, language: str) -> None:
    path = make_world(tmp_path / "b.duckdb")
    who = CATALOGUE.translate("alike.unemployed", language)
    share = "80%" if language == "en" else "80\u00a0%"
    words = {"known": "5", "value": share, "who": who}
    texts = read_texts(open_page(path, "commission", lang=language, commission=IDLE))
    for metric in ("employer_share_max", "principal_share_max"):
        wanted = CATALOGUE.translate(f"sentence.{metric}.alike", language, **words)
        assert any(wanted in text for text in texts)
        assert not any(CATALOGUE.translate(f"sentence.{metric}", language, **words) in text for text in texts)
    texts = read_texts(open_page(path, "commission", lang=language, commission=SCHOOL))
    assert any(CATALOGUE.translate("sentence.employer_share_max", language, **words) in text for text in texts)
    alike = CATALOGUE.translate("sentence.employer_share_max.alike", language, **words | {"who": "\0"}).partition("\0")[
        2
    ]
    assert not any(alike in text for text in texts)


def test_table_and_bars_mark_them(open_page: Open, tmp_path: Path) -> None:
    path = make_world(tmp_path / "c.duckdb")
    table = open_page(path, "concentration", lang="en").dataframe[0].value
    cells = {row["name"]: row for row in table.to_dict("records")}
    idle, school = (cells[name] for name in sorted(cells))
    assert idle["employer_share_max"] == "80% · unemployed"
    assert idle["principal_share_max"] == "80% · unemployed"
    assert idle["top_employer"] == "unemployed (no employer): 4"
    assert school["employer_share_max"] == "80%"
    texts = " ".join(read_texts(open_page(path, "concentration", lang="en", view="employers")))
    assert "unemployed (no employer)" in texts
    assert "1 different employers" in texts


@pytest.mark.parametrize("verified", [None, True, False])
@pytest.mark.parametrize("name", ["overview", "concentration", "commission"])
def test_unverified_rules_are_never_sure(open_page: Open, tmp_path: Path, name: str, verified: bool | None) -> None:
    path = make_world(tmp_path / "d.duckdb", verified=verified)
    app = open_page(path, name, lang="ru", **({"commission": SCHOOL} if name == "commission" else {}))
    texts = " ".join(read_texts(app))
    links = [link.proto.label for link in app.get("page_link")]
    unverified = verified is False
    assert ("по непроверенным правилам" in texts or "по непроверенным правилам." in texts) == unverified
    assert (CATALOGUE.translate("rules.link", "ru") in links) == unverified
    if name == "overview":
        glance = app.table[0].value
        column = next(title for title in glance.columns if "под одним органом" in title)
        assert glance[column].iloc[0] == ("по правилам 1, возможно 1" if unverified else "точно 1, возможно 1")
