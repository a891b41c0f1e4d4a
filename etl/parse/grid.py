"""A table as a plain grid: merged cells repeated where they reach, one record per row."""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row: ``cells[i]`` is what stands in column i, ``own`` the cells that begin here."""

    cells: tuple[Cell | None, ...]
    own: tuple[Cell, ...]
    row: Row

    def text(self, column: int | None) -> str:
        """Return the text in a column, empty where there is none."""
        if column is None or column >= len(self.cells):
            return ""
        cell = self.cells[column]
        return cell.text.strip() if cell is not None else ""

    @property
    def filled(self) -> list[Cell]:
        """The cells that begin in this row and hold something."""
        return [cell for cell in self.own if cell.text.strip() or cell.blocks]

    @property
    def printed(self) -> str:
        """The whole row as one line."""
        return " | ".join(cell.text.strip().replace("\n", " ") for cell in self.own if cell.text.strip())

    @property
    def struck(self) -> bool:
        """All that is printed in the row is struck out."""
        filled = self.filled
        return bool(filled) and sum(cell.struck for cell in filled) * 2 > len(filled)


def grid_of(table: Table) -> list[GridRow]:
    """Resolve spans: a cell that reaches over rows or columns is seen from each of them."""
    width = max([table.width] + [cell.column + cell.colspan for row in table.rows for cell in row.cells])
    pending: dict[int, tuple[Cell, int]] = {}
    grid: list[GridRow] = []
    for row in table.rows:
        line: list[Cell | None] = [None] * width
        for column, (cell, left) in list(pending.items()):
            line[column] = cell
            if left <= 1:
                del pending[column]
            else:
                pending[column] = (cell, left - 1)
        for cell in row.cells:
            for column in range(cell.column, min(width, cell.column + cell.colspan)):
                line[column] = cell
                if cell.rowspan > 1:
                    pending[column] = (cell, cell.rowspan - 1)
        grid.append(GridRow(tuple(line), row.cells, row))
    return grid
