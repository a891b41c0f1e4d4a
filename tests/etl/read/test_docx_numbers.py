from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml

from tests.etl.read.docx_files import NAMESPACES, paragraph, read_word


def level(place: int, kind: str, text: str, *, start: int = 1, more: str = "") -> str:
    counted = f"<w:start w:val='{start}'/><w:numFmt w:val='{kind}'/>{more}"
    return f"<w:lvl w:ilvl='{place}'>{counted}<w:lvlText w:val='{text}'/></w:lvl>"


def numbered(levels: str, items: list[tuple[int, int]], *, lists: str = "") -> list[str | None]:
    """Return the markers of paragraphs, each given as (list, level); list 900 has the given levels."""
    word = docx.Document()
    numbering = word.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    xml = (
        f"<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId='90'>{levels}</w:abstractNum>"
        f"<w:num w:numId='900'><w:abstractNumId w:val='90'/></w:num>{lists}</w:numbering>"
    )
    for element in parse_xml(xml):
        numbering.append(element)
    body = word.element.body
    for identifier, place in items:
        properties = f"<w:numPr><w:ilvl w:val='{place}'/><w:numId w:val='{identifier}'/></w:numPr>"
        xml = paragraph("мүше", properties).replace("<w:p>", f"<w:p {NAMESPACES}>", 1)
        body.insert(len(body) - 1, parse_xml(xml))
    return [p.marker for p in read_word(word).paragraphs()]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("decimal", "%1)", ["1)", "2)"]),
        ("decimal", "%1.", ["1.", "2."]),
        ("russianLower", "%1)", ["а)", "б)"]),
        ("upperRoman", "%1", ["I", "II"]),
        ("lowerLetter", "(%1)", ["(a)", "(b)"]),
        ("decimalZero", "%1.", ["01.", "02."]),
        ("bullet", "\uf0b7", ["•", "•"]),
        ("bullet", "-", ["-", "-"]),
        ("none", "", [None, None]),
    ],
)
def test_kinds_of_numbers(kind: str, text: str, expected: list[str | None]) -> None:
    assert numbered(level(0, kind, text), [(900, 0), (900, 0)]) == expected


def test_a_start_other_than_one() -> None:
    assert numbered(level(0, "decimal", "%1.", start=7), [(900, 0), (900, 0)]) == ["7.", "8."]


def test_levels_begin_again_under_a_new_parent() -> None:
    levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2.")
    items = [(900, 0), (900, 1), (900, 1), (900, 0), (900, 1)]
    assert numbered(levels, items) == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_level_that_never_begins_again() -> None:
    levels = level(0, "upperRoman", "%1") + level(1, "decimal", "%2)", more="<w:lvlRestart w:val='0'/>")
    assert numbered(levels, [(900, 0), (900, 1), (900, 0), (900, 1)]) == ["I", "1)", "II", "2)"]


def test_legal_numbers_are_decimal_throughout() -> None:
    levels = level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    assert numbered(levels, [(900, 0), (900, 1)]) == ["I", "1.1"]


def test_lists_of_one_family_go_on_counting_unless_started_anew() -> None:
    lists = (
        "<w:num w:numId='901'><w:abstractNumId w:val='90'/></w:num><w:num w:numId='902'><w:abstractNumId w:val='90'/>"
        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
    )
    items = [(900, 0), (901, 0), (902, 0), (902, 0)]
    assert numbered(level(0, "decimal", "%1)"), items, lists=lists) == ["1)", "2)", "1)", "2)"]


def test_number_zero_takes_a_paragraph_out_of_the_list() -> None:
    assert numbered(level(0, "decimal", "%1)"), [(900, 0), (0, 0), (900, 0)]) == ["1)", None, "2)"]


def test_an_unknown_list_has_no_marker() -> None:
    assert numbered(level(0, "decimal", "%1)"), [(999, 0)]) == [None]


def test_a_style_brings_its_list() -> None:
    word = docx.Document()
    for _ in range(2):
        word.add_paragraph("мүше", style="List Number")
    word.add_paragraph("мүше", style="List Bullet")
    found = list(read_word(word).paragraphs())
    assert [(p.kind, p.marker) for p in found] == [("item", "1."), ("item", "2."), ("item", "•")]


def test_an_empty_item_counts() -> None:
    word = docx.Document()
    for text in ("бір", "", "үш"):
        word.add_paragraph(text, style="List Number")
    assert [p.marker for p in read_word(word).paragraphs()] == ["1.", "3."]
