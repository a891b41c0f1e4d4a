"""Numbers and days as each language writes them; a catalogue with holes is refused."""

from datetime import date
from pathlib import Path

import pytest

from models.language import (
    CatalogueError,
    format_bounds,
    format_date,
    format_day,
    format_number,
    format_share,
    load_catalogue,
)

GAP = "\u00a0"


@pytest.mark.parametrize(
    ("language", "written"), [("kk", f"12{GAP}345,7"), ("ru", f"12{GAP}345,7"), ("en", "12,345.7")]
)
def test_numbers(language: str, written: str) -> None:
    assert format_number(12345.67, language, 1) == written


@pytest.mark.parametrize(("language", "written"), [("kk", f"57{GAP}%"), ("ru", f"57{GAP}%"), ("en", "57%")])
def test_shares(language: str, written: str) -> None:
    assert format_share(4 / 7, language) == written


@pytest.mark.parametrize("value", [None, float("nan")])
def test_missing_is_a_dash_and_never_zero(value: float | None) -> None:
    assert format_share(value, "kk") == "–"
    assert format_number(value, "en") == "–"
    assert format_bounds(value, 1.0, "ru", share=True) == "–"


def test_bounds_that_read_alike_are_one() -> None:
    assert format_bounds(0.801, 0.802, "kk", share=True) == f"80{GAP}%"
    assert format_bounds(3 / 7, 5 / 7, "kk", share=True) == f"43–71{GAP}%"
    assert format_bounds(1, 2.5, "ru", share=False, digits=1) == "1,0–2,5"


def test_days() -> None:
    day = date(2023, 3, 19)
    assert [format_date(day, language) for language in ("kk", "ru", "en")] == [
        "2023 жылғы 19 наурыз",
        "19 марта 2023 года",
        "19 March 2023",
    ]
    assert [format_day(day, language) for language in ("kk", "ru", "en")] == ["19.03.2023", "19.03.2023", "2023-03-19"]


def test_placeholders_are_filled_or_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text('hello: {kk: "Сәлем, {name}", ru: "Привет, {name}", en: "Hi, {name}"}', "utf-8")
    catalogue = load_catalogue(tmp_path)
    assert catalogue.translate("hello", "kk", name="Өмір") == "Сәлем, Өмір"
    with pytest.raises(CatalogueError, match="name"):
        catalogue.translate("hello", "ru", other="x")
    with pytest.raises(CatalogueError, match="bye"):
        catalogue.translate("bye", "ru")


@pytest.mark.parametrize(
    "files",
    [
        {"a.yml": "x: {kk: а, ru: б}"},
        {"a.yml": "x: {kk: а, ru: б, en: c, de: d}"},
        {"a.yml": "x: {kk: а, ru: б, en: c}", "b.yml": "x: {kk: а, ru: б, en: c}"},
        {"a.yml": "x: алма"},
    ],
)
def test_catalogue_with_holes_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(CatalogueError, match="x"):
        load_catalogue(tmp_path)
