"""Tables turned into one person a row: headings down the side, ticks below posts, a group of columns for each post."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.parse.column_headings import heading_field
from etl.parse.grid import GridRow
from etl.parse.shapes import OFFICERS, role_of_heading
from etl.records import Cell
from models.reference import Pack

_TICK = re.compile(r"[+✓✔☑xXхХvVvV✗●•*√1]|да|иә|ия", re.I)
_EMPTY = re.compile(r"[–—−\-\s]*")
_POST_HEADING = {"kk": "Комиссиядағы лауазымы", "ru": "Должность в комиссии"}
_NAME_FIELDS = frozenset({"name", "surname"})


def reshape(grid: list[GridRow], pack: Pack, language: str) -> list[GridRow]:
    """Return the table with one person a row; unchanged where it is so already.

    Args:
        grid: the rows, spans resolved.
        pack: reference data with the headings of columns.
        language: of the heading that is put above posts.
    """
    if len(grid) < 2 or len(grid[0].cells) < 2:
        return grid
    turned = _transpose(grid, pack)
    if turned is not None:
        return turned
    for index, row in enumerate(grid[:6]):
        posts = {cell.column: cell for cell in row.filled if role_of_heading(cell.text) is not None}
        if len({role_of_heading(cell.text) for cell in posts.values()} & OFFICERS) < 2:
            continue
        return _fold_ticks(grid, index, posts, language) or _unfold_groups(grid, index, posts, pack, language) or grid
    return grid


def _transpose(grid: list[GridRow], pack: Pack) -> list[GridRow] | None:
    """Turn a table whose first column holds the headings, so that each person is a column."""
    first = [row.text(0) for row in grid]
    fields = [heading_field(text, pack) if text else None for text in first]
    known = {field for field in fields if field}
    if not known & _NAME_FIELDS or len(known) < 3 or len(known) * 3 < len([t for t in first if t]) * 2:
        return None
    top = [heading_field(cell.text, pack) for cell in grid[0].filled[1:]]
    if sum(map(bool, top)) * 2 >= len(top) or any(
        cell.colspan > 1 or cell.rowspan > 1 for row in grid for cell in row.own
    ):
        return None
    turned = []
    for column in range(len(grid[0].cells)):
        cells = [row.cells[column] for row in grid]
        own = tuple(replace(cell, column=place) for place, cell in enumerate(cells) if cell is not None)
        by_place = {cell.column: cell for cell in own}
        turned.append(GridRow(tuple(by_place.get(place) for place in range(len(grid))), own, grid[0].row))
    return turned


def _fold_ticks(grid: list[GridRow], index: int, posts: dict[int, Cell], language: str) -> list[GridRow] | None:
    """Make one column of posts out of columns that only tick them."""
    below = [row.text(column) for row in grid[index + 1 :] for column in posts]
    filled = [text for text in below if not _EMPTY.fullmatch(text)]
    if not filled or any(not _TICK.fullmatch(text) for text in filled):
        return None
    target, *others = sorted(posts)
    folded = []
    for place, row in enumerate(grid):
        if place < index:
            folded.append(row)
            continue
        if place == index:
            text = _POST_HEADING[language if language in _POST_HEADING else "ru"]
        else:
            text = next((posts[c].text for c in sorted(posts) if _TICK.fullmatch(row.text(c))), "")
        folded.append(_with_text(row, target, text, drop=set(others)))
    return folded


def _with_text(row: GridRow, column: int, text: str, drop: set[int]) -> GridRow:
    """Return a row whose cell in one column holds a text, and some columns nothing."""
    old = row.cells[column]
    locator = old.locator if old is not None else row.row.locator
    new = Cell(text, locator, column)
    own = [cell for cell in row.own if cell.column not in drop and cell.column != column]
    cells = tuple(new if place == column else None if place in drop else cell for place, cell in enumerate(row.cells))
    return GridRow(cells, tuple(sorted([*own, new], key=lambda cell: cell.column)), row.row)


def _unfold_groups(
    grid: list[GridRow], index: int, posts: dict[int, Cell], pack: Pack, language: str
) -> list[GridRow] | None:
    """Make a row of each person of a table that prints a commission a row and a group of columns for each post."""
    width = len(grid[0].cells)
    wide = {column: cell for column, cell in posts.items() if cell.colspan > 1}
    if len(wide) < 2 or index + 1 >= len(grid):
        return None
    spans = {column: range(column, min(width, column + cell.colspan)) for column, cell in wide.items()}
    lower = grid[index + 1]
    fields = {c: heading_field(lower.text(c), pack) for span in spans.values() for c in span}
    if any(not {fields[c] for c in span} & _NAME_FIELDS for span in spans.values()):
        return None
    grouped = {column for span in spans.values() for column in span}
    shared = [column for column in range(width) if column not in grouped]
    model = max(spans.values(), key=len)
    size = len(shared) + 1 + len(model)
    heads = [grid[index].text(column) for column in shared]
    heads += [_POST_HEADING[language if language in _POST_HEADING else "ru"], *(lower.text(column) for column in model)]
    unfolded = [*grid[:index], _row_of(heads, [None] * size, lower)]
    for row in grid[index + 2 :]:
        for column, span in sorted(spans.items()):
            source = [*(row.cells[c] for c in shared), None, *(row.cells[c] for c in span)]
            texts = [row.text(c) for c in shared] + [wide[column].text] + [row.text(c) for c in span]
            if any(row.text(c) for c in span):
                unfolded.append(_row_of(texts, source + [None] * (size - len(source)), row))
    return unfolded


def _row_of(texts: list[str], sources: list[Cell | None], row: GridRow) -> GridRow:
    cells: list[Cell | None] = [None] * len(sources)
    for column, text in enumerate(texts):
        source = sources[column]
        if source is not None:
            cells[column] = replace(source, column=column, colspan=1, rowspan=1)
        elif text:
            cells[column] = Cell(text, row.row.locator, column)
    return GridRow(tuple(cells), tuple(cell for cell in cells if cell is not None), row.row)
