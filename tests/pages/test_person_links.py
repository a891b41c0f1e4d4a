"""A profile says which statements were joined, how surely and why, and warns where hardly more than a name says so."""

import json
from pathlib import Path

import pandas as pd
import pytest

from models.language import LANGUAGES, load_catalogue
from pages._ui.person_links import is_by_name_alone
from tests.pages import factory
from tests.pages.conftest import Open
from tests.pages.test_pages import LATIN, PROPER

CATALOGUE = load_catalogue()
NAME = {"surname": "exact", "given": "exact", "patronymic": "exact"}
DISTRICT = NAME | {"where": "district", "post": "member", "sitting": "else", "employer": "else"}
COMMISSION = NAME | {"where": "commission", "employer": "same", "birth_year": "equal", "nominator": "same"}
JUDGED = {"by": "А. Редактор", "on": "2026-11-20", "why": "сол мектеп"}
DAYS = (factory.FORMED, factory.ELECTION, factory.REFORMED, factory.LATEST)


def t(key: str, language: str = "en", **values: object) -> str:
    return CATALOGUE.translate(key, language, **values)


def make_person(path: Path, links: list[tuple[str, float | None, dict[str, str]]]) -> Path:
    """Write one person in as many lists as links need, each joined with the one before."""
    world = factory.World()
    for number, day in enumerate(DAYS[: len(links) + 1]):
        act = factory.add_document(world, f"{number}.docx", decided_on=day, simulated=False)
        commission = factory.add_commission(world, "PEC", number + 1)
        given = "Е." if number == 0 else "Ерлан"
        factory.add_seat(
            world, act, commission, 0, seat_id=f"s-{number}", person_id="p-1", given_name=given,
            name_as_printed=f"Тестбаев {given}",
        )  # fmt: skip
    world.add("persons", person_id="p-1", name_ru="Тестбаев Ерлан", name_kk="Тестбаев Е.", gender="m", mentions=2)
    for number, (ground, score, evidence) in enumerate(links):
        world.add(
            "person_links", link_id=f"l-{number}", person_id="p-1", left_seat_id=f"s-{number}",
            right_seat_id=f"s-{number + 1}", score=score, model="persons-1" if score else None, ground=ground,
            evidence=json.dumps(evidence, ensure_ascii=False),
        )  # fmt: skip
    return world.write(path, meta=factory.make_meta("links", simulated=False))


def read_cells(column: pd.Series) -> list[str]:
    """Read cells as the reader sees them: signs of Markdown are escaped."""
    return [str(cell).replace("\\", "") for cell in column]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_join_has_its_probability_and_grounds(open_page: Open, tmp_path: Path, language: str) -> None:
    links = [("model", 0.99996, COMMISSION), ("act", None, {"act": "surname_change"}), ("judged", None, JUDGED)]
    app = open_page(make_person(tmp_path / "links.duckdb", links), "people", lang=language, person="p-1")
    assert not app.exception
    assert t("people.links", language) in [header.value for header in app.subheader]
    table = app.table[0].value
    sure, grounds = (read_cells(table[t(f"people.links.{name}", language)]) for name in ("certainty", "grounds"))
    # The query gives scored joins first, then the others in the order of their ids.
    assert sure[0].startswith("99") and not sure[0].startswith("100"), "never rounded up to certainty"
    assert sure[1:] == [t(f"people.certainty.{ground}", language) for ground in ("act", "judged")]
    for word in ("name", "commission", "birth_year", "employer", "nominator"):
        assert t(f"people.ground.{word}", language) in grounds[0]
    assert grounds[1] == t("people.ground.surname_change", language)
    assert JUDGED["by"] in grounds[2]
    assert JUDGED["why"] in grounds[2]
    assert not app.warning


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_only_name_and_district_agree_there_is_a_warning(open_page: Open, tmp_path: Path, language: str) -> None:
    app = open_page(
        make_person(tmp_path / "weak.duckdb", [("model", 0.991, DISTRICT)]), "people", lang=language, person="p-1"
    )
    assert t("people.links.weak", language, count="1") in [warning.value for warning in app.warning]
    (grounds,) = read_cells(app.table[0].value[t("people.links.grounds", language)])
    assert t("people.links.weak_row", language) in grounds
    assert t("people.ground.other_employer", language) in grounds
    if language != "en":
        assert not LATIN.findall(PROPER.sub("", grounds))


def test_a_single_statement_has_nothing_to_explain(open_page: Open, tmp_path: Path) -> None:
    app = open_page(make_person(tmp_path / "one.duckdb", []), "people", lang="en", person="p-1")
    assert t("people.links") not in [header.value for header in app.subheader]


def test_joins_without_a_link_are_not_passed_over(open_page: Open) -> None:
    # The small database joins the people of its lists and tells no grounds.
    app = open_page("small", "people", lang="en", person="p:d:quram.docx:0")
    assert t("people.links.missing") in [caption.value for caption in app.caption]


def test_the_heading_is_the_most_complete_name(open_page: Open, tmp_path: Path) -> None:
    path = make_person(tmp_path / "name.duckdb", [("model", 0.995, COMMISSION)])
    for language in LANGUAGES:
        app = open_page(path, "people", lang=language, person="p-1")
        assert [header.value for header in app.header] == ["Тестбаев Ерлан"]


def test_rows_of_one_person_differ_by_the_day_of_the_act(open_page: Open, tmp_path: Path) -> None:
    path = make_person(tmp_path / "rows.duckdb", [("model", 0.995, COMMISSION)])
    shown = open_page(path, "people", lang="en", q="Тестбаев").dataframe[0].value
    assert list(shown.columns[:2]) == ["name", "decided"]
    assert shown["decided"].nunique() == shown["document"].nunique() == 2


@pytest.mark.parametrize(
    ("ground", "evidence", "expected"),
    [
        ("model", DISTRICT, True),
        ("model", DISTRICT | {"nominator": "same"}, True),
        ("model", DISTRICT | {"nominator": "same", "post": "same_officer"}, False),
        ("model", DISTRICT | {"birth_year": "equal"}, False),
        ("model", DISTRICT | {"birth_year": "next"}, True),
        ("model", DISTRICT | {"employer": "same"}, False),
        ("model", COMMISSION, False),
        ("act", {"act": "release"}, False),
        ("judged", JUDGED, False),
    ],
)
def test_what_is_hardly_more_than_a_name(ground: str, evidence: dict[str, str], expected: bool) -> None:
    assert is_by_name_alone({"ground": ground, "evidence": json.dumps(evidence)}) is expected
