"""Tables without headings: their columns are known by what stands in them."""

from __future__ import annotations

from etl.parse.content import guess_field
from etl.parse.grid import GridRow
from etl.parse.layout import Layout
from etl.parse.state import State


def begins_in(row: GridRow, column: int) -> bool:
    """Tell whether a cell with text, not one over the whole row, begins in a column.

    Args:
        row: the row.
        column: counted from 0.
    """
    cell = row.cells[column] if column < len(row.cells) else None
    return (
        cell is not None
        and cell.column == column
        and bool(cell.text.strip())
        and cell.colspan < max(2, len(row.cells) - 1)
    )


def find_unheaded(grid: list[GridRow], state: State) -> Layout | None:
    """Return the layout of a table without headings: its columns are known by what stands in them.

    Args:
        grid: the rows, spans resolved.
        state: side-car and pack.
    """
    width = len(grid[0].cells) if grid else 0
    if width < 2 or len(grid) < 2:
        return None
    if any(block_cell for row in grid for block_cell in row.own if any(hasattr(b, "rows") for b in block_cell.blocks)):
        return None
    fields: dict[int, str] = {}
    body = [row for row in grid if len(row.filled) > 1]  # titles and commissions stand alone in their rows
    for column in range(width):
        texts = [row.cells[column].text.strip() for row in body if begins_in(row, column)]  # type: ignore[union-attr]
        if len(texts) < max(2, 0.4 * len(grid)) and not (texts and len(grid) < 4):
            continue
        guess = guess_field(texts, state)
        if guess is not None and guess not in fields.values():
            fields[column] = guess
    if "name" not in fields.values() or len(fields) < 2:
        return None
    if set(fields.values()) == {"name", "role"} and fields.get(0) == "role" and _several_people(grid, fields):
        return None
    return Layout(fields)


def _several_people(grid: list[GridRow], fields: dict[int, str]) -> bool:
    column = next(c for c, f in fields.items() if f == "name")
    return any(row.text(column).count("\n") >= 2 for row in grid)
