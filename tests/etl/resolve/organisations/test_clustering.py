"""Employers of many documents: one body each, ids that depend on nothing but place and key."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from etl.resolve.organisations import registry, resolve_employers
from etl.resolve.organisations.evaluate import score_pairs
from etl.resolve.organisations.words import Rename, load_link_words
from models.reference import Pack, load_pack

Row = dict[str, Any]
SHU, KORDAI = "kz-31-shu", "kz-31-qordai"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def _seat(text: str | None, district: str | None = SHU, commission: str = "pec-1", **more: Any) -> Row:
    return {
        "employer_as_printed": text,
        "district_id": district,
        "region_id": "KZ-31",
        "commission_id": commission,
        "decision_id": "d",
        "document_path": "a.html",
        **more,
    }


def _resolve(seats: list[Row], pack: Pack, settlements: dict[str, str] | None = None) -> list[str | None]:
    commissions = [{"commission_id": key, "settlement": value} for key, value in (settlements or {}).items()]
    resolve_employers(seats, commissions, {"d": {"decided_on": dt.date(2024, 1, 15)}}, {}, pack)
    return [seat["employer_id"] for seat in seats]


def test_one_school_in_both_languages_and_two_schools_in_two_districts(pack: Pack) -> None:
    texts = ["КГУ «СШ № 5»", "Средняя школа №5", "№ 5 ЖОББМ КММ", "«№5 ЖББ орта мектебі» КММ"]
    here = _resolve([_seat(text) for text in texts], pack)
    there = _resolve([_seat(text, KORDAI) for text in texts], pack)
    assert len(set(here)) == len(set(there)) == 1
    assert here[0] is not None and here[0] != there[0]


@pytest.mark.parametrize("text", ["средняя школа", "пенсионер", "учитель", "ауылдық клуб", "", None])
def test_what_names_no_body_has_no_employer(text: str | None, pack: Pack) -> None:
    assert _resolve([_seat(text)], pack) == [None]


def test_number_printed_with_two_settlements_is_two_schools(pack: Pack) -> None:
    seats = [
        _seat("СШ № 1 с. Толе би"),
        _seat("СШ № 1 г. Шу"),
        _seat("№ 1 орта мектеп"),
        _seat("СШ № 1", commission="c-2"),
    ]
    tolebi, shu, unplaced, placed = _resolve(seats, pack, {"c-2": "село Толе би"})
    assert tolebi != shu
    assert unplaced not in (tolebi, shu)  # nothing says which of the two
    assert placed == tolebi  # its commission sits in one of the two settlements


def test_unplaced_number_joins_the_only_settlement_unless_its_commission_sits_elsewhere(pack: Pack) -> None:
    joined = _resolve([_seat("СШ № 1 с. Толе би"), _seat("№ 1 орта мектеп")], pack)
    assert len(set(joined)) == 1
    apart = _resolve(
        [_seat("СШ № 1 с. Толе би"), _seat("№ 1 орта мектеп", commission="c-2")], pack, {"c-2": "город Шу"}
    )
    assert len(set(apart)) == 2


def test_district_is_the_one_the_name_prints(pack: Pack) -> None:
    here, from_above, other = _resolve(
        [_seat("Районная больница"), _seat("Шуская районная больница", None), _seat("Кордайская районная больница")],
        pack,
    )
    assert here == from_above != other


def test_kindergarten_named_alone_is_the_only_bearer_of_the_name(pack: Pack) -> None:
    assert len(set(_resolve([_seat("ГККП «Ясли-сад «Балапан»"), _seat("Балапан")], pack))) == 1
    three = _resolve([_seat("ГККП «Ясли-сад «Балапан»"), _seat("ТОО «Балапан»"), _seat("Балапан")], pack)
    assert len(set(three)) == 3


def test_word_order_tells_firms_apart(pack: Pack) -> None:
    agro, shu, kazakh = _resolve([_seat("ТОО «Агро-Шу»"), _seat("ТОО «Шу-Агро»"), _seat("«Шу-Агро» ЖШС")], pack)
    assert agro != shu == kazakh


def test_ids_do_not_depend_on_the_order_of_seats(pack: Pack) -> None:
    texts = ["СШ № 1 с. Толе би", "СШ № 1", "Районная больница", "Балапан", "ГККП «Ясли-сад «Балапан»", "ТОО «Арай»"]
    there = dict(zip(texts, _resolve([_seat(text) for text in texts], pack), strict=True))
    texts.reverse()
    back = dict(zip(texts, _resolve([_seat(text) for text in texts], pack), strict=True))
    assert there == back


def test_pairs_are_counted_by_hand() -> None:
    # Truth: {a1 a2 a3} {b1}; found: {a1 a2} {a3 b1}. Pairs: 3 true, 2 found, 1 in both.
    score = score_pairs([("a", 1), ("a", 1), ("a", 2), ("b", 2)])
    assert (score.precision, score.recall) == (1 / 2, 1 / 3)
    # A row without a body joins nothing: {a a} agree, the third stands alone.
    assert score_pairs([("a", 1), ("a", 1), ("a", None)]).recall == 1 / 3


def test_rename_of_the_pack_is_one_school(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Rename(
        scope=SHU,
        old="СШ № 5",
        new="школа-гимназия имени Абая",
        since=dt.date(2020, 9, 1),
        source="invented for the test",
    )
    words = replace(load_link_words(pack), renames=(rename,))
    monkeypatch.setattr(registry, "load_link_words", lambda _: words)
    old, new, other = _resolve(
        [_seat("№ 5 ЖОББМ КММ"), _seat("Абай атындағы мектеп-гимназиясы"), _seat("СШ № 5", KORDAI)], pack
    )
    assert old == new != other
