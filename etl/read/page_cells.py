"""Ruled tables and their cells: closed regions between walls and floors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.read.page import Word


@dataclass(slots=True)
class GridCell:
    """One cell of a ruled table with what stands in it: rows and columns counted from 0, ends exclusive."""

    row: int
    column: int
    row_end: int
    column_end: int
    words: list[Word]
    inner: list[Grid] = field(default_factory=list)

    @property
    def filled(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.words or self.inner)


@dataclass(slots=True)
class Grid:
    """A ruled table: borders of columns and rows, and its cells in reading order."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]


def find_regions(
    height: int, width: int, walls: list[list[bool]], floors: list[list[bool]]
) -> list[set[tuple[int, int]]]:
    """Return the regions of a grid that are cells: closed, or one row open at the side (a border left out).

    Args:
        height: rows of the grid.
        width: columns of the grid.
        walls: for each vertical border, whether it is drawn at each row.
        floors: for each horizontal border, whether it is drawn at each column.
    """
    seen: set[tuple[int, int]] = set()
    regions = []
    for start in ((r, c) for r in range(height) for c in range(width)):
        if start in seen:
            continue
        region, queue, open_side, open_end = {start}, [start], False, False
        while queue:
            r, c = queue.pop()
            for nr, nc, wall in (
                (r, c - 1, walls[c][r]),
                (r, c + 1, walls[c + 1][r]),
                (r - 1, c, floors[r][c]),
                (r + 1, c, floors[r + 1][c]),
            ):
                if wall or (nr, nc) in region:
                    continue
                if not (0 <= nr < height and 0 <= nc < width):
                    open_side, open_end = open_side or nr == r, open_end or nr != r
                    continue
                region.add((nr, nc))
                queue.append((nr, nc))
        seen |= region
        if not open_end and (not open_side or len({r for r, _ in region}) == 1):
            regions.append(region)
    return regions


def find_open_cells(cells: Sequence[GridCell], walls: list[list[bool]], height: int, width: int) -> list[GridCell]:
    """Return rows of a table whose border was not found all around, parted where there are walls.

    Args:
        cells: those found.
        walls: for each vertical border, whether it is drawn at each row.
        height: rows of the grid.
        width: columns of the grid.
    """
    covered = [
        sum(cell.column_end - cell.column for cell in cells if c0 <= cell.row_end - 1 and cell.row <= c0)
        for c0 in range(height)
    ]
    found: list[GridCell] = []
    for row in range(height):
        if covered[row]:
            continue
        start = 0
        for column in range(1, width + 1):
            if column == width or walls[column][row]:
                found.append(GridCell(row, start, row + 1, column, []))
                start = column
    return found


def cut_rectangles(region: set[tuple[int, int]]) -> list[GridCell]:
    """Return a region as one cell, or cut into its rows where it is no rectangle.

    Args:
        region: rows and columns of a grid.
    """
    rows, columns = [r for r, _ in region], [c for _, c in region]
    top, bottom, left, right = min(rows), max(rows) + 1, min(columns), max(columns) + 1
    if len(region) == (bottom - top) * (right - left):
        return [GridCell(top, left, bottom, right, [])]
    cells = []
    for row in range(top, bottom):
        own = sorted(c for r, c in region if r == row)
        start = own[0] if own else 0
        for column, following in zip(own, [*own[1:], None], strict=True):
            if following != column + 1:
                cells.append(GridCell(row, start, row + 1, column + 1, []))
                start = following if following is not None else 0
    return cells
