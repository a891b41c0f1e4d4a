"""Blocks of old word processor formats before they get their places: paragraphs, cells, rows and nested tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.read.cells import make_cell
from etl.read.inline import Settled
from etl.read.limits import MAX_TABLE_DEPTH
from etl.records import Block, Cell, Locator, Paragraph, Row, Table

NEAR = 60
"""Borders of columns nearer than this (in twips, 3 points) are one."""


@dataclass(slots=True)
class DraftParagraph:
    """One paragraph without its place."""

    text: str
    kind: str = "text"
    marker: str | None = None
    bold: bool = False
    struck: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class DraftCell:
    """One cell: what stands in it, its borders in twips, and how it is merged (``first``, ``rest`` or not)."""

    blocks: list[DraftParagraph | DraftTable] = field(default_factory=list)
    left: int = 0
    right: int = 0
    down: str | None = None
    header: bool = False
    column: int = 0
    colspan: int = 1
    rowspan: int = 1


@dataclass(slots=True)
class DraftTable:
    """Rows of cells."""

    rows: list[list[DraftCell]] = field(default_factory=list)


Draft = DraftParagraph | DraftTable


def draft_paragraphs(
    stretches: Sequence[Settled], kind: str = "text", marker: str | None = None
) -> list[DraftParagraph]:
    """Return paragraphs for finished stretches of text; numbers that are printed as text stay in it.

    Args:
        stretches: what was collected, one per paragraph.
        kind: ``heading``, ``item`` for members of automatic lists, ``text``.
        marker: the automatic number or bullet of the first stretch.
    """
    drafts = []
    for index, settled in enumerate(stretches):
        own = marker if index == 0 else None
        drafts.append(DraftParagraph(settled.text, kind, own, settled.bold, settled.struck))
    return drafts


@dataclass(slots=True)
class _Open:
    """A table that is being read: finished rows, cells of the row, blocks of the cell."""

    table: DraftTable = field(default_factory=DraftTable)
    cells: list[DraftCell] = field(default_factory=list)
    blocks: list[Draft] = field(default_factory=list)


class Flow:
    """Puts paragraphs, ends of cells and ends of rows together as they come; depth 0 is outside of tables."""

    def __init__(self) -> None:
        self.blocks: list[Draft] = []
        self._open: list[_Open] = []

    @property
    def depth(self) -> int:
        """How many tables are open."""
        return len(self._open)

    @property
    def in_row(self) -> bool:
        """Whether cells of the outermost table wait for the end of their row."""
        return bool(self._open and self._open[0].cells)

    def add(self, paragraphs: Sequence[DraftParagraph], depth: int) -> None:
        """Append paragraphs in the cell that is open at a depth, or outside of tables."""
        self._reach(depth)
        (self._open[-1].blocks if self._open else self.blocks).extend(paragraphs)

    def end_cell(self, depth: int) -> None:
        """End the cell that is open at a depth."""
        self._reach(max(1, depth))
        current = self._open[-1]
        current.cells.append(DraftCell(current.blocks))
        current.blocks = []

    def end_row(self, depth: int, shapes: Sequence[DraftCell]) -> None:
        """End the row that is open at a depth.

        Args:
            depth: from 1.
            shapes: borders and merging of each cell as the row declares them; empty where it does not.
        """
        self._reach(max(1, depth))
        current = self._open[-1]
        if current.blocks:
            current.cells.append(DraftCell(current.blocks))
            current.blocks = []
        cells = current.cells
        current.cells = []
        if not cells:
            return
        for index, cell in enumerate(cells):
            if index < len(shapes):
                shape = shapes[index]
                cell.left, cell.right, cell.down, cell.header = shape.left, shape.right, shape.down, shape.header
            else:
                cell.left = cells[index - 1].right if index else 0
                cell.right = cell.left + 1000
        current.table.rows.append(_join_merged(cells, shapes))

    def finish(self) -> list[Draft]:
        """Return everything that was collected, open tables closed."""
        self._reach(0)
        return self.blocks

    def _reach(self, depth: int) -> None:
        depth = min(depth, MAX_TABLE_DEPTH)
        while len(self._open) > depth:
            closed = self._open.pop()
            if closed.cells:
                closed.table.rows.append(closed.cells)
            target = self._open[-1].blocks if self._open else self.blocks
            if closed.table.rows:
                target.append(closed.table)
            target.extend(closed.blocks)
        while len(self._open) < depth:
            self._open.append(_Open())


def _join_merged(cells: list[DraftCell], shapes: Sequence[DraftCell]) -> list[DraftCell]:
    """Join the cells that a row declares merged with the one before (``colspan`` 0 in their shape)."""
    joined: list[DraftCell] = []
    for index, cell in enumerate(cells):
        if joined and index < len(shapes) and shapes[index].colspan == 0:
            joined[-1].right = cell.right
            joined[-1].blocks += cell.blocks
        else:
            joined.append(cell)
    return joined


def finish_blocks(drafts: Sequence[Draft], *, furniture: bool = False, numbers: Numbers | None = None) -> list[Block]:
    """Return blocks with their places.

    Args:
        drafts: in reading order.
        furniture: they stand in headers or footers.
        numbers: counters to go on with, so that the parts of one document are counted together.
    """
    return _finish(drafts, Locator(), numbers or Numbers(), furniture=furniture)


@dataclass(slots=True)
class Numbers:
    """Counters of paragraphs outside of tables, and of tables."""

    paragraphs: int = 0
    tables: int = 0


def _finish(drafts: Sequence[Draft], base: Locator, numbers: Numbers, *, furniture: bool) -> list[Block]:
    blocks: list[Block] = []
    count = 0
    for draft in drafts:
        if isinstance(draft, DraftTable):
            table = _finish_table(draft, numbers, furniture=furniture)
            if table is not None:
                blocks.append(table)
            continue
        if base.table is None:
            numbers.paragraphs += 1
            at = Locator(paragraph=numbers.paragraphs)
        else:
            count += 1
            at = base.at(paragraph=count)
        blocks.append(
            Paragraph(draft.text, at, draft.kind, draft.marker, draft.bold, draft.struck, furniture=furniture)
        )
    return blocks


def _finish_table(draft: DraftTable, numbers: Numbers, *, furniture: bool) -> Table | None:
    numbers.tables += 1
    number = numbers.tables
    width = place_cells(draft.rows)
    rows: list[Row] = []
    for index, cells in enumerate(draft.rows, start=1):
        at = Locator(table=number, row=index)
        rows.append(Row(tuple(_finish_cell(cell, at, numbers, furniture=furniture) for cell in cells), at))
    if not any(cell.text or cell.blocks for row in rows for cell in row.cells):
        return None
    return Table(tuple(rows), Locator(table=number), width, None, furniture)


def _finish_cell(draft: DraftCell, at: Locator, numbers: Numbers, *, furniture: bool) -> Cell:
    place = at.at(cell=draft.column + 1)
    made = make_cell(_finish(draft.blocks, place, numbers, furniture=furniture), place)
    return Cell(
        made.text,
        place,
        draft.column,
        draft.colspan,
        draft.rowspan,
        draft.header,
        None,
        made.blocks,
        made.struck,
        made.bold,
    )


def place_cells(rows: list[list[DraftCell]]) -> int:
    """Give the cells of a table their columns and spans by their borders, and return the number of columns.

    Cells that go on a merged cell above are taken out; text in them, which is not shown, goes with them.

    Args:
        rows: cells with borders in twips; changed in place.
    """
    edges: list[int] = []
    for place in sorted({edge for cells in rows for cell in cells for edge in (cell.left, cell.right)}):
        if not edges or place - edges[-1] > NEAR:
            edges.append(place)
    open_cells: dict[int, DraftCell] = {}
    for index, cells in enumerate(rows):
        kept: list[DraftCell] = []
        reached: dict[int, DraftCell] = {}
        for cell in cells:
            cell.column = _place(edges, cell.left)
            cell.colspan = max(1, _place(edges, cell.right) - cell.column)
            above = open_cells.get(cell.column)
            if cell.down == "rest" and above is not None:
                above.rowspan += 1
                reached[cell.column] = above
                continue
            if cell.down is not None:
                reached[cell.column] = cell
            kept.append(cell)
        open_cells = reached
        rows[index] = kept
    return max(1, len(edges) - 1)


def _place(edges: Sequence[int], place: int) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - place))
