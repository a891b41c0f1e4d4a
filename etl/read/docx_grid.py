"""The grid of a Word table: rows and cells through all wrappers, spans, cells that grow downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from etl.read.docx_run import MC
from etl.read.docx_style import W, value_of
from etl.read.limits import MAX_SPAN
from etl.records import Cell, Locator

_WRAPPERS = frozenset(
    W + name
    for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "bdo", "dir", "hdr", "ftr")
)


@dataclass(slots=True)
class CellDraft:
    """A cell while the rows below it may still add to its height."""

    column: int
    span: int
    header: bool
    rows: int = 1
    cell: Cell = Cell("", Locator())

    def finish(self) -> Cell:
        """Return the cell with its place in the grid."""
        cell = self.cell
        return Cell(
            cell.text, cell.locator, self.column, self.span, self.rows, self.header, None, cell.blocks, cell.struck,
            cell.bold,
        )  # fmt: skip


def blocks_below(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables below an element, through content controls and accepted changes."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from blocks_below(child)
        elif child.tag == f"{MC}AlternateContent":
            chosen = child.find(f"{MC}Choice")
            if chosen is None or not len(chosen):
                chosen = child.find(f"{MC}Fallback")
            if chosen is not None:
                yield from blocks_below(chosen)


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table but for those that a tracked change deletes."""
    for child in table:
        if child.tag == f"{W}tr":
            properties = child.find(f"{W}trPr")
            if properties is None or properties.find(f"{W}del") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from rows_of(child)


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    """Yield the cells of a row."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from cells_of(child)


def spans_of(cell: etree._Element) -> tuple[int, str | None]:
    """Return the columns a cell covers, and its part in a vertical merge (``restart``, ``continue``, None)."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return 1, None
    span = value_of(properties.find(f"{W}gridSpan"), "1") or "1"
    merge = properties.find(f"{W}vMerge")
    width = min(int(span), MAX_SPAN) if span.isdigit() and int(span) > 0 else 1
    return width, None if merge is None else value_of(merge, "continue")


def skipped_columns(row: etree._Element, name: str) -> int:
    """Return how many columns a row leaves out before its first cell (``gridBefore``) or after its last."""
    properties = row.find(f"{W}trPr")
    skipped = value_of(properties.find(W + name), "0") if properties is not None else "0"
    return min(int(skipped), MAX_SPAN) if skipped and skipped.isdigit() else 0
