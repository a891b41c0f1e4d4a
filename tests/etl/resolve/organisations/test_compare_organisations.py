"""Two printed organisations of one district: the same body, or not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from etl.resolve.organisations import compare_organisations

PAIRS = Path(__file__).parents[3] / "fixtures" / "employer_pairs.csv"


def _pairs() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_pairs_made_before_the_rules_were_tuned() -> None:
    pairs = _pairs()
    wrong = [
        (row["a"], row["b"], row["same"])
        for row in pairs
        if compare_organisations(row["a"], row["b"]).same != (row["same"] == "1")
    ]
    assert len(pairs) >= 150
    # «РОО» alone is the district's education department or a public association: it stays unequal to both.
    assert wrong == [("РОО", "районный отдел образования", "1")]


def test_comparison_does_not_depend_on_the_order() -> None:
    for row in _pairs():
        there, back = compare_organisations(row["a"], row["b"]), compare_organisations(row["b"], row["a"])
        assert (there.same, there.score) == (back.same, back.score), row


@pytest.mark.parametrize(
    ("a", "b", "district", "same"),
    [
        # The district's own name tells nothing inside it, another district's name does.
        ("Районная больница", "КГП на ПХВ «Шуская районная больница»", "kz-31-shu", True),
        ("Районная больница", "КГП на ПХВ «Шуская районная больница»", "Шу ауданы", True),
        ("Мойынкумская районная больница", "Шуская районная больница", "kz-31-shu", False),
        # The rayon and the city of one name are two places.
        ("отдел образования Павлодарского района", "отдел образования города Павлодара", None, False),
        ("отдел образования города Павлодара", "Павлодар қаласының білім бөлімі", "kz-55-pavlodar", True),
        # Numbers, languages, legal forms.
        ("КГУ «СШ № 5»", "№ 5 ЖОББМ КММ", None, True),
        ("СШ № 5 г. Шу", "СШ № 5 с. Толе би", "kz-31-shu", False),
        # Nothing is equal to a kind alone.
        ("средняя школа", "средняя школа", None, False),
        ("", "", None, False),
        ("учитель", "учитель", None, False),
    ],
)  # fmt: skip
def test_districts_and_kinds(a: str, b: str, district: str | None, same: bool) -> None:
    compared = compare_organisations(a, b, district)
    assert compared.same is same, compared
    assert compared.why
