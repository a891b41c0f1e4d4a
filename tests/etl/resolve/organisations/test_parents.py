"""What stands above an employer on a day: the printed chain, else the rules of the pack; principals."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
import pytest

from etl.resolve.organisations import Principals, resolve_employers
from etl.resolve.organisations.parents import Link, Printed, join_links, split_chain
from models.reference import Pack, load_pack

Row = dict[str, Any]
EARLY, LATE = dt.date(2019, 1, 20), dt.date(2024, 1, 15)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


class _World:
    """Employers of one district, printed on given days."""

    def __init__(self, pack: Pack, *printed: tuple[str, dt.date], district: str | None = "kz-31-shu") -> None:
        decisions = {day.isoformat(): {"decided_on": day} for _, day in printed}
        self.seats: list[Row] = [
            {
                "employer_as_printed": text,
                "district_id": district,
                "region_id": "KZ-31",
                "commission_id": "pec-1",
                "decision_id": day.isoformat(),
                "document_path": f"{day}.html",
            }
            for text, day in printed
        ]
        found = resolve_employers(self.seats, [], decisions, {}, pack)
        rows, self.parents = found.organisations, found.parents
        self.rows = {row["org_id"]: row for row in rows}
        self.principals = Principals(self.parents)

    def chain(self, day: dt.date, seat: int = 0) -> list[str]:
        """Name what stands above a seat's employer, ending with ``.`` where the chain is known to end."""
        names: list[str] = []
        org_id = self.seats[seat]["employer_id"]
        while True:
            found = [
                row
                for row in self.parents
                if row["org_id"] == org_id
                and (row["valid_from"] is None or row["valid_from"] <= day)
                and (row["valid_to"] is None or day < row["valid_to"])
            ]
            assert len(found) <= 1
            if not found:
                return names
            org_id = found[0]["parent_org_id"]
            if org_id is None:
                return [*names, "."]
            names.append(self.rows[org_id]["name"].partition(" / ")[0])


def test_school_answers_to_the_district_until_2021_and_to_the_region_since(pack: Pack) -> None:
    world = _World(pack, ("СШ № 5", LATE))
    assert world.chain(EARLY) == ["Отдел образования (Шуский район)", "Акимат (Шуский район)", "."]
    assert world.chain(LATE) == [
        "Отдел образования (Шуский район)",
        "Управление образования (Жамбылская область)",
        "Акимат (Жамбылская область)",
        ".",
    ]
    school = world.seats[0]["employer_id"]
    tops = [world.principals.top_of(school, day) for day in (EARLY, LATE)]
    assert [world.rows[top or ""]["district"] for top in tops] == ["Шу ауданы", None]
    assert world.rows[school]["parent_verified"] is False


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Аппарат акима Кайнарского сельского округа", ["Акимат (Шуский район)", "."]),
        ("Районная больница", ["Управление здравоохранения (Жамбылская область)", "Акимат (Жамбылская область)", "."]),
        ("Шу аудандық кітапхана", ["Отдел культуры (Шуский район)", "Акимат (Шуский район)", "."]),
        ("отдел финансов", ["Акимат (Шуский район)", "."]),
        ("районный отдел полиции", ["Департамент полиции (Жамбылская область)", "Министерство внутренних дел", "."]),
        ("Шу ауданы әкімінің аппараты", ["."]),
        ("аппарат маслихата района", ["."]),
        ("ТОО «Арай»", ["."]),
        ("ОО «Бірлік»", ["."]),
        ("ТОО «Ясли-сад «Балапан»", ["."]),  # private, though a kindergarten
        ("ГКП на ПХВ «Шу-Су»", []),  # public, and nothing says what stands above it
    ],
)
def test_chains_of_kinds(text: str, chain: list[str], pack: Pack) -> None:
    assert _World(pack, (text, EARLY)).chain(EARLY) == chain


def test_bodies_of_rules_are_those_that_seats_print(pack: Pack) -> None:
    world = _World(pack, ("СШ № 5", EARLY), ("отдел образования Шуского района", EARLY), ("акимат района", EARLY))
    school, department, akimat = (seat["employer_id"] for seat in world.seats)
    assert world.rows[school]["parent_org_id"] == department
    assert world.principals.top_of(school, EARLY) == world.principals.top_of(department, EARLY) == akimat


def test_region_of_a_district_is_that_of_the_day(pack: Pack) -> None:
    world = _World(pack, ("Районная больница", EARLY), district="kz-63-abai")
    assert world.chain(EARLY)[0] == "Управление здравоохранения (Восточно-Казахстанская область)"
    assert world.chain(LATE)[0] == "Управление здравоохранения (область Абай)"


def test_printed_chain_goes_before_the_rule(pack: Pack) -> None:
    long = "КГУ «СШ № 5 отдела образования Шуского района управления образования Жамбылской области»"
    world = _World(pack, (long, dt.date(2020, 3, 1)))
    assert world.chain(dt.date(2020, 2, 1))[1] == "Акимат (Шуский район)"
    assert world.chain(dt.date(2020, 3, 1))[1] == "Управление образования (Жамбылская область)"
    school = world.rows[world.seats[0]["employer_id"]]
    assert (school["parent_basis"], school["parent_source"]) == ("printed", "2020-03-01.html")


def test_chain_is_taken_apart_nearest_first() -> None:
    assert split_chain("отдела образования Шуского района управления образования Жамбылской области") == [
        "отдела образования Шуского района",
        "управления образования Жамбылской области",
    ]
    assert split_chain("Жамбыл облысы білім басқармасының Шу ауданы білім бөлімінің") == [
        "Шу ауданы білім бөлімінің",
        "Жамбыл облысы білім басқармасының",
    ]


def test_rule_that_began_after_the_last_print_ends_what_was_printed() -> None:
    first, change = dt.date(2019, 5, 1), dt.date(2021, 1, 1)
    rules = [Link("a", None, change, "rule"), Link("b", change, None, "rule")]
    links = join_links(rules, [Printed("x", first, first, "doc")])
    spans = [(link.parent, link.valid_from, link.valid_to, link.basis) for link in links]
    assert spans == [("a", None, first, "rule"), ("x", first, change, "printed"), ("b", change, None, "rule")]
    # Printed again after the change, it stays.
    late = join_links(rules, [Printed("x", first, LATE, "doc")])
    assert late[-1].parent == "x" and late[-1].valid_to is None
    # Without any rule the first printed body stands there for all days.
    alone = join_links([], [Printed("x", first, first, "doc")])
    assert [(link.parent, link.valid_from, link.valid_to) for link in alone] == [("x", None, None)]


def test_blocs_of_seats(pack: Pack) -> None:
    texts = ("СШ № 5", "ГККП «Ясли-сад «Балапан»", "ГКП на ПХВ «Шу-Су»", "ТОО «Арай»")
    world = _World(pack, *((text, EARLY) for text in texts))
    ids = [seat["employer_id"] for seat in world.seats]
    employers = pd.Series([*ids, None, None], dtype="object")
    statuses = pd.Series(["education", "education", "utilities_transport", "other_business", "pensioner", "unknown"])
    school, nursery, water, firm, pensioner, nobody = world.principals.blocs_of(employers, statuses, EARLY)
    assert school == nursery  # two workplaces, one akimat above both
    assert pd.isna(water) and pd.isna(nobody)  # not known is no bloc
    assert (firm, pensioner) == (f"id:{ids[3]}", "pensioner")


def test_a_circle_of_parents_has_no_top() -> None:
    rows = [
        {"org_id": child, "parent_org_id": parent, "valid_from": None, "valid_to": None}
        for child, parent in (("a", "b"), ("b", "a"))
    ]
    assert Principals(rows).top_of("a", EARLY) is None
