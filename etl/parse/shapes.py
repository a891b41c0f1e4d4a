"""Tables that are not one person a row: two groups side by side, posts as columns or rows, two languages in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from etl.normalise.alphabet import language_of
from etl.normalise.roles import find_role, parse_role
from etl.parse.commissions import find_commissions
from etl.parse.grid import GridRow
from etl.parse.line import Line
from etl.parse.slices import member_names
from etl.records import Cell

OFFICERS = frozenset({"chair", "deputy_chair", "secretary"})
_SLASH = re.compile(r"\s+/\s+|\s*\n/\s*")


@dataclass(frozen=True, slots=True)
class Post:
    """The people of one post in one commission, as a table of posts prints them."""

    commission: str
    role: str
    cell: Cell


def role_of_heading(text: str) -> str | None:
    """Return the post a short heading names, «Остальные члены» included; None for anything else."""
    text = " ".join(text.split())
    if not text or len(text) > 60 or member_names(Line.of(text).text):
        return None
    role = parse_role(text)
    if role is None and len(text) <= 40:
        found = find_role(text)
        role = found.code if found else None
    return role


def find_posts(grid: list[GridRow]) -> list[Post] | None:
    """Read a table whose columns, or whose rows, are posts; None where it is neither.

    Args:
        grid: the rows, spans resolved.
    """
    for index, row in enumerate(grid[:6]):
        roles = {cell.column: role for cell in row.filled if (role := role_of_heading(cell.text)) is not None}
        if len(set(roles.values()) & OFFICERS) >= 2 and "chair" in roles.values():
            return _by_columns(grid[index + 1 :], roles)
    return _by_rows(grid)


def _by_columns(rows: list[GridRow], roles: dict[int, str]) -> list[Post] | None:
    posts: list[Post] = []
    for row in rows:
        names = [
            cell
            for cell in row.filled
            if cell.column not in roles and not re.fullmatch(r"\d{1,2}[.)]", cell.text.strip())
        ]
        numbers = [cell for cell in names if find_commissions(cell.text) or re.search(r"\d", cell.text)]
        if not names:
            continue
        commission = (numbers or names)[0].text
        posts.extend(Post(commission, roles[cell.column], cell) for cell in row.filled if cell.column in roles)
    return posts or None


def _by_rows(grid: list[GridRow]) -> list[Post] | None:
    """Posts in the first column, a commission in the heading of each other one."""
    for index, row in enumerate(grid[:4]):
        heads = {
            cell.column: cell.text
            for cell in row.filled
            if cell.column > 0 and find_commissions(Line.of(cell.text).text)
        }
        if len(heads) < 2:
            continue
        below = [(role_of_heading(r.text(0)), r) for r in grid[index + 1 :]]
        found = {role for role, _ in below if role is not None}
        if len(found & OFFICERS) < 2:
            return None
        posts = []
        for column, commission in heads.items():
            role = None
            for own, body in below:
                role = own or role
                cell = body.cells[column] if column < len(body.cells) else None
                if cell is not None and cell.column == column and cell.text.strip() and role is not None:
                    posts.append(Post(commission, role, cell))
        return posts
    return None


def split_groups(grid: list[GridRow], starts: list[int]) -> list[list[GridRow]]:
    """Cut a table into the groups of columns that stand side by side.

    Args:
        grid: the rows.
        starts: the first column of each group, in order.
    """
    groups = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else len(grid[0].cells)
        group = []
        for row in grid:
            first = 0 if place == 0 else start
            wide = [cell for cell in row.own if cell.column < first < cell.column + cell.colspan]
            own = tuple(
                replace(cell, column=cell.column - first, colspan=min(cell.colspan, end - cell.column))
                for cell in row.own
                if first <= cell.column < end
            )
            if wide and not own:
                continue
            cells: list[Cell | None] = [None] * (end - first)
            for cell in own:
                for column in range(cell.column, min(end - first, cell.column + cell.colspan)):
                    cells[column] = cell
            for column in range(first, end):
                reaching = row.cells[column]
                if cells[column - first] is None and reaching is not None and reaching.rowspan > 1:
                    cells[column - first] = replace(reaching, column=max(0, reaching.column - first))
            group.append(GridRow(tuple(cells), own, row.row))
        groups.append(group)
    return groups


def unslash(grid: list[GridRow]) -> list[GridRow] | None:
    """Keep the first language of cells that print both with a slash; None where the table does not.

    Args:
        grid: the rows.
    """
    cells = [
        cell
        for row in grid
        for cell in row.filled
        if len(cell.text.strip()) > 3 and not re.fullmatch(r"[\W\d]*", cell.text)
    ]
    halved = [cell for cell in cells if len(_SLASH.split(cell.text.strip())) == 2]
    if len(halved) < 4 or len(halved) * 2 < len(cells):
        return None
    first, second = (" ".join(_SLASH.split(c.text.strip())[i] for c in halved) for i in (0, 1))
    if {language_of(first), language_of(second)} != {"kk", "ru"}:
        return None

    def keep(cell: Cell) -> Cell:
        parts = _SLASH.split(cell.text.strip())
        return replace(cell, text=parts[0], blocks=()) if len(parts) == 2 else cell

    return [
        GridRow(tuple(keep(c) if c is not None else None for c in row.cells), tuple(keep(c) for c in row.own), row.row)
        for row in grid
    ]
