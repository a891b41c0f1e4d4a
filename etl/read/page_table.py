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
    """One cell: its text, and the columns and rows it covers; ``start`` is the left edge of its text."""

    text: str
    column: int
    colspan: int = 1
    rowspan: int = 1
    bold: bool = False
    struck: bool = False
    spans: tuple[tuple[int, int], ...] = ()
    confidence: float | None = None
    start: float = 0.0
    inner: list[Sketch] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.text or self.inner)


@dataclass(slots=True)
class SketchRow:
    """One row of cells, with the page it stands on and where it begins there."""

    cells: list[SketchCell]
    page: int
    top: float = 0.0


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


def add_text(cell: SketchCell, rest: SketchCell) -> None:
    """Add the text of a cell below to a cell: on the same line where it goes on in the middle of a sentence."""
    if not rest.text:
        pass
    elif len(cell.text) > 1 and cell.text[-1] in "-\u00ad" and cell.text[-2].isalpha() and rest.text[:1].islower():
        cell.text = cell.text[:-1] + rest.text
    else:
        between = " " if rest.text[:1].islower() or cell.text.endswith(("«", ",", "-")) else "\n"
        cell.text = f"{cell.text}{between}{rest.text}".strip()
    cell.bold, cell.struck = cell.bold and rest.bold, cell.struck and rest.struck
    cell.inner += rest.inner


def _wraps(line: Line, following: Line, left: float, right: float) -> bool:
    """Whether a line in a cell was broken for want of room; centred text has room on both sides."""
    if line.words[0].confidence is None and abs(line.size - following.size) > 0.08 * line.size:
        return False
    before, after = line.x0 - left, right - line.x1
    room = after if before < 0.6 * line.size or abs(before - after) > 0.8 * line.size + 2 else before + after
    return joins_on(line, following, room)


class Counter:
    """Counts the tables of a document."""

    def __init__(self) -> None:
        self.tables = 0


def finish_table(sketch: Sketch, counter: Counter) -> Table:
    """Return a table with its locators.

    Args:
        sketch: the table.
        counter: of the tables so far; tables inside cells are counted too.
    """
    counter.tables += 1
    number = counter.tables
    rows = []
    for index, row in enumerate(sketch.rows, start=1):
        at = Locator(page=row.page, table=number, row=index)
        cells = [_finish_cell(cell, at, counter) for cell in row.cells if cell.filled or cell.rowspan > 1]
        rows.append(Row(tuple(cells), at))
    return Table(tuple(rows), Locator(page=sketch.page, table=number), sketch.width)


def _finish_cell(cell: SketchCell, at: Locator, counter: Counter) -> Cell:
    place = at.at(cell=cell.column + 1)
    blocks: list[Block] = []
    if cell.spans or (cell.inner and cell.text):
        blocks.append(Paragraph(cell.text, place.at(paragraph=1), bold=cell.bold, struck=cell.spans))
    blocks += [finish_table(inner, counter) for inner in cell.inner]
    return Cell(
        cell.text,
        place,
        cell.column,
        cell.colspan,
        cell.rowspan,
        blocks=tuple(blocks),
        struck=cell.struck,
        bold=cell.bold,
        confidence=cell.confidence,
    )
