"""Tables of a page: their rows, and whether they hold data or only arrange the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from etl.read.html_measure import Measure

Measures = dict[HtmlElement, Measure]
BIG_TEXT = 600
SHORT_TEXT = 300


@dataclass(slots=True)
class RawRow:
    """Cells of one row as they stand in the markup."""

    element: HtmlElement
    cells: list[HtmlElement] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True)
class RawTable:
    """Rows of one table as they stand in the markup, its caption, and what stands between them."""

    rows: list[RawRow]
    caption: HtmlElement | None
    strays: list[HtmlElement | str]


def rows_of(table: HtmlElement) -> RawTable:
    """Return the rows that belong to a table itself, not to tables inside it."""
    raw = RawTable([], None, [])
    _collect(table, raw, header=False)
    raw.rows = [row for row in raw.rows if row.cells]
    return raw


def _collect(element: HtmlElement, raw: RawTable, *, header: bool) -> None:
    if element.text and element.text.strip():
        raw.strays.append(element.text)
    for child in element:
        if child.tail and child.tail.strip():
            raw.strays.append(child.tail)
        tag = child.tag
        if tag == "tr":
            row = RawRow(child, header=header)
            raw.rows.append(row)
            _collect(child, raw, header=header)
        elif tag in ("td", "th"):
            if not raw.rows:
                raw.rows.append(RawRow(element, header=header))
            raw.rows[-1].cells.append(child)
        elif tag in ("thead", "tbody", "tfoot", "form", "font", "center"):
            _collect(child, raw, header=header or tag == "thead")
        elif tag == "caption":
            raw.caption = child
        elif isinstance(tag, str) and tag not in ("colgroup", "col"):
            raw.strays.append(child)


def is_layout(table: HtmlElement, measures: Measures) -> bool:
    """Whether a table only arranges the page: its cells then follow each other as blocks.

    Data wins where the table has heading cells or several regular rows; layout wins for frames of one cell,
    for tables around other layout tables, and for few rows of cells with headings or much running text.
    """
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    raw = rows_of(table)
    filled = [[cell for cell in row.cells if measures[cell].text] for row in raw.rows]
    if sum(len(cells) for cells in filled) <= 1:
        return True
    header = raw.caption is not None or any(row.header or _heads(row) for row in raw.rows)
    several = [cells for cells in filled if len(cells) > 1]
    if any(measures[cell].tables for cells in filled for cell in cells):
        return not _holds_tables_as_data(raw, measures, header=header)
    framed = (table.get("border") or "0").strip() not in ("0", "") or table.get("rules") not in (None, "none")
    if not several:
        return not (header or framed)
    if header:
        return False
    most_blocks = max(measures[cell].blocks for cells in filled for cell in cells)
    if framed:
        return len(raw.rows) <= 2 and len(several) == 1 and most_blocks >= 6
    if len(several) >= 3 and 2 * len(several) >= len([cells for cells in filled if cells]):
        return False
    return any(_is_big(measures[cell]) for cells in filled for cell in cells)


def _heads(row: RawRow) -> bool:
    return any(cell.tag == "th" for cell in row.cells)


def _is_big(measure: Measure) -> bool:
    return measure.headings > 0 or measure.blocks >= 4 or measure.text >= BIG_TEXT


def _holds_tables_as_data(raw: RawTable, measures: Measures, *, header: bool) -> bool:
    """Whether inner tables stand in one column of a regular table, beside short cells."""
    shapes: set[tuple[int, tuple[int, ...]]] = set()
    holding = 0
    for row in raw.rows:
        places = tuple(index for index, cell in enumerate(row.cells) if measures[cell].tables)
        if not places:
            continue
        beside = [cell for cell in row.cells if not measures[cell].tables and measures[cell].text]
        if not beside or any(measures[cell].text > SHORT_TEXT or measures[cell].headings for cell in beside):
            return False
        inner = [table for index in places for table in tables_in(row.cells[index])]
        outside = sum(measures[row.cells[index]].text for index in places) - sum(measures[t].text for t in inner)
        if outside > SHORT_TEXT or any(measures[row.cells[index]].headings for index in places):
            return False
        if any(is_layout(table, measures) and measures[table].text > SHORT_TEXT for table in inner):
            return False
        holding += 1
        shapes.add((len(row.cells), places))
    return len(shapes) == 1 and (header or holding >= 2)


def tables_in(cell: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the tables that stand directly in a cell, not those inside them."""
    for table in cell.iter("table"):
        above = table.getparent()
        while above is not cell and above.tag != "table":
            above = above.getparent()
        if above is cell:
            yield table
