"""A table found on a page, before it gets its number: rows of cells between the edges of columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.read.page import Line, Word, gather_lines
from etl.read.page_hyphens import Hyphens, join_lines, joins_on
from etl.records import Block, Cell, Locator, Paragraph, Row, Table

Edge = tuple[float, float]
"""Where the border of two columns may lie: a rule is one place, a gutter a stretch of white."""


@dataclass(slots=True)
class SketchCell:
    """One cell: its text, and the columns and rows it covers."""

    text: str
    column: int
    colspan: int = 1
    rowspan: int = 1
    bold: bool = False
    struck: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    confidence: float | None = None


@dataclass(slots=True)
class SketchRow:
    """One row of cells, with the page it stands on."""

    cells: list[SketchCell]
    page: int


@dataclass(slots=True)
class Sketch:
    """One table of one page, or of several after joining.

    Args:
        rows: from top to bottom.
        edges: the inner and outer borders of columns, left to right; one more than there are columns.
        top, bottom, left, right: where it stands on its (last) page.
        ruled: the borders are drawn.
        page: the page it begins on.
        last_page: the page it ends on.
    """

    rows: list[SketchRow]
    edges: list[Edge]
    top: float
    bottom: float
    left: float
    right: float
    ruled: bool
    page: int
    last_page: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.edges) - 1


def make_sketch_cell(
    words: Sequence[Word], column: int, hyphens: Hyphens, left: float, right: float, colspan: int = 1, rowspan: int = 1
) -> SketchCell:
    """Return a cell for the words that stand in it; lines that were wrapped are joined.

    Args:
        words: in any order.
        column, colspan, rowspan: where it stands.
        hyphens: what the document shows about broken words.
        left, right: the edges between which text is set.
    """
    lines = gather_lines(words)
    breaks = [not _wraps(line, following, left, right) for line, following in zip(lines, lines[1:], strict=False)]
    joined = join_lines(lines, hyphens, breaks)
    partly = () if joined.all_struck else joined.struck
    return SketchCell(joined.text, column, colspan, rowspan, joined.bold, joined.all_struck, partly, joined.confidence)


def _wraps(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether a line in a cell was broken for want of room; centred text has room on both sides."""
    before, after = line.x0 - left, right - line.x1
    room = after if before < 0.6 * line.size or abs(before - after) > 0.8 * line.size + 2 else before + after
    return joins_on(line, following, room)


def finish_table(sketch: Sketch, number: int) -> Table:
    """Return a table with its locators.

    Args:
        sketch: the table.
        number: its number in the document, from 1.
    """
    rows = []
    for index, row in enumerate(sketch.rows, start=1):
        at = Locator(page=row.page, table=number, row=index)
        rows.append(Row(tuple(_finish_cell(cell, at) for cell in row.cells if cell.text or cell.rowspan > 1), at))
    return Table(tuple(rows), Locator(page=sketch.page, table=number), sketch.width)


def _finish_cell(cell: SketchCell, at: Locator) -> Cell:
    place = at.at(cell=cell.column + 1)
    blocks: tuple[Block, ...] = ()
    if cell.spans:
        blocks = (Paragraph(cell.text, place.at(paragraph=1), bold=cell.bold, struck=cell.spans),)
    return Cell(
        cell.text,
        place,
        cell.column,
        cell.colspan,
        cell.rowspan,
        blocks=blocks,
        struck=cell.struck,
        bold=cell.bold,
        confidence=cell.confidence,
    )
