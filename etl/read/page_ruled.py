"""Ruled tables as rows: merged cells, rows that the rules do not part, frames that are no tables."""

from __future__ import annotations

import re

from etl.read.page import Line, Page, Word, gather_lines, median
from etl.read.page_cells import Grid, GridCell
from etl.read.page_columns import Band
from etl.read.page_cuts import cut_rows
from etl.read.page_hyphens import Hyphens
from etl.read.page_levels import make_levels
from etl.read.page_reading import reads_down
from etl.read.page_table import Sketch, SketchCell, SketchRow, make_sketch_cell

_NUMBER = re.compile(r"^\(?\d{1,4}[.)]?$")
TALL = 12
"""Lines in a cell above which a table of two rows at most may be a frame around texts."""


def is_layout(grid: Grid) -> bool:
    """Tell whether a frame only sets running texts beside each other (a page of a newspaper with drawn columns)."""
    rows = len(grid.ys) - 1
    filled = [cell for cell in grid.cells if cell.filled]
    if len(filled) <= 1:
        return True
    if any(cell.inner for cell in filled):
        return False
    tall = [cell for cell in filled if len(gather_lines(cell.words)) >= TALL]
    if rows > 3 or not tall:
        return False
    if len(tall) == 1:
        return len(filled) <= 2 and len(grid.xs) == 2
    columns = sorted(tall, key=lambda cell: cell.column)
    if any(a.column_end > b.column for a, b in zip(columns, columns[1:], strict=False)):
        return False
    cuts = [(grid.xs[cell.column_end] - 0.5, grid.xs[cell.column_end] + 0.5) for cell in columns[:-1]]
    lines = gather_lines([word for cell in columns for word in cell.words])
    return reads_down(Band(0, len(lines) - 1, cuts), lines)


def sketch_grid(grid: Grid, page: Page, hyphens: Hyphens) -> Sketch:
    """Return a ruled table; rows that hold several lines of a list without rules between them are parted.

    Args:
        grid: the cells with their words.
        page: the page it stands on.
        hyphens: what the document shows about broken words.
    """
    pads = _padding(grid)
    rows: list[SketchRow] = []
    origin: list[int] = []
    for index in range(len(grid.ys) - 1):
        own = [cell for cell in grid.cells if cell.row == index]
        if _is_several(own, grid, index):
            parted = _part_row(own, grid, page, hyphens)
        else:
            cells = [_sketch(cell, grid, pads, page, hyphens) for cell in own]
            parted = [SketchRow([c for c in cells if c.filled or c.rowspan > 1], page.number, grid.ys[index])]
        rows += parted
        origin += [index] * len(parted)
    _fit_spans(rows, origin)
    edges = [(x - 1.0, x + 1.0) for x in grid.xs]
    kept = [row for row in rows if any(cell.filled for cell in row.cells)]
    return Sketch(kept, edges, grid.ys[0], grid.ys[-1], grid.xs[0], grid.xs[-1], True, page.number, page.number)


def _padding(grid: Grid) -> float:
    """Return the usual distance of text from the rules at its left."""
    gaps = [min(w.x0 for w in cell.words) - grid.xs[cell.column] for cell in grid.cells if cell.words]
    return max(0.5, min(median(gaps, 3.0), 8.0))


def _sketch(cell: GridCell, grid: Grid, pad: float, page: Page, hyphens: Hyphens) -> SketchCell:
    left, right = grid.xs[cell.column] + pad, grid.xs[cell.column_end] - pad
    made = make_sketch_cell(
        cell.words, cell.column, hyphens, left, right, cell.column_end - cell.column, cell.row_end - cell.row
    )
    made.inner = [sketch_grid(inner, page, hyphens) for inner in cell.inner]
    return made


def _fit_spans(rows: list[SketchRow], origin: list[int]) -> None:
    """Count rowspans over the rows that remain: parted rows count each, rows without any text not at all."""
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.rowspan > 1:
                last = origin[index] + cell.rowspan - 1
                reach = [i for i, o in enumerate(origin) if i >= index and o <= last]
                cell.rowspan = max(1, sum(any(c.filled for c in rows[i].cells) for i in reach))


def _is_several(cells: list[GridCell], grid: Grid, index: int) -> bool:
    """Whether one drawn row holds several rows: its first column counts, or almost nothing else is drawn."""
    single = [cell for cell in cells if cell.row_end == index + 1 and cell.words]
    if len(single) < 2 or any(cell.row_end > index + 1 or cell.inner for cell in cells):
        return False
    counts = [gather_lines(cell.words) for cell in single]
    first = counts[0]
    numbers = [line for line in first if _NUMBER.match(line.text)]
    if len(numbers) >= 2 and len(numbers) >= 0.8 * len(first):
        return _rises(numbers)
    return len(grid.ys) - 1 <= 3 and min(len(lines) for lines in counts) >= 4 and max(map(len, counts)) >= 8


def _rises(lines: list[Line]) -> bool:
    numbers = [int(re.sub(r"\D", "", line.text)) for line in lines]
    return all(b in (1, a + 1) for a, b in zip(numbers, numbers[1:], strict=False))


def _part_row(cells: list[GridCell], grid: Grid, page: Page, hyphens: Hyphens) -> list[SketchRow]:
    words: list[Word] = [word for cell in cells for word in cell.words]
    lines = gather_lines(words)
    gutters = [(x - 0.5, x + 0.5) for x in grid.xs[1:-1]]
    levels = make_levels(lines, gutters)
    right = [x - 2 for x in grid.xs[1:]]
    cuts = cut_rows(levels, len(grid.xs) - 1, [], right, rough=page.rough)
    rows = []
    for a, b in zip(cuts, cuts[1:], strict=False):
        heaps: dict[int, list[Word]] = {}
        for level in levels[a:b]:
            for column, line in level.parts.items():
                heaps.setdefault(column, []).extend(line.words)
            if level.across is not None:
                heaps.setdefault(0, []).extend(level.across.words)
        sketched = [
            make_sketch_cell(heap, column, hyphens, grid.xs[column] + 2, grid.xs[column + 1] - 2)
            for column, heap in sorted(heaps.items())
        ]
        rows.append(SketchRow(sketched, page.number))
    return rows
