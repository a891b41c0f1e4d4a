"""Ruled tables: the drawn lines of a page that cross each other, and the cells between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from etl.read.page import Page, Rule, Word

SLACK = 3.0
"""How far rules may miss each other and still meet, in points."""

CLUSTER = 3.5
"""Rules closer than this are one (double and thick borders)."""


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


def strike_words(page: Page) -> None:
    """Mark words that a rule runs through as struck, and take such rules from the page.

    A rule that ends on vertical rules at both sides is the border of a cell, unless most of it runs through words.
    """
    kept: list[Rule] = []
    for rule in page.across:
        hit = [word for word in page.words if _runs_through(rule, word)]
        covered = sum(min(word.x1, rule.end) - max(word.x0, rule.start) for word in hit)
        bordered = sum(
            any(abs(d.at - end) < 2 and d.start - 2 < rule.at < d.end + 2 for d in page.down)
            for end in (rule.start, rule.end)
        )
        if hit and (bordered < 2 or (len(hit) > 2 and covered > 0.3 * rule.length)):
            for word in hit:
                word.struck = True
        else:
            kept.append(rule)
    page.across = kept


def _runs_through(rule: Rule, word: Word) -> bool:
    height = word.bottom - word.top
    inside = word.top + 0.3 * height < rule.at < word.top + 0.72 * height
    if not inside or word.x1 <= word.x0:
        return False
    return min(word.x1, rule.end) - max(word.x0, rule.start) > 0.6 * (word.x1 - word.x0)


def find_grids(page: Page) -> tuple[list[Grid], list[Word], list[Rule]]:
    """Return the ruled tables of a page, the words outside them, and the vertical rules that belong to none.

    Args:
        page: the marks; struck words are marked already.
    """
    frames, free_rules = find_frames(page.across, page.down, rough=page.rough)
    outer: dict[int, GridCell] = {}
    for index, frame in enumerate(frames):
        found = _cell_around(frame, frames)
        if found is not None:
            outer[index] = found
    words = list(page.words)
    for index in sorted(range(len(frames)), key=lambda i: i not in outer):  # what stands inside is filled first
        words = _fill(frames[index], words)
    grids: list[Grid] = []
    for index, frame in enumerate(frames):
        if not any(cell.words for cell in frame.cells) and not any(cell.inner for cell in frame.cells):
            continue
        if index in outer:
            outer[index].inner.append(frame)
        else:
            grids.append(frame)
    return [grid for grid in grids if any(cell.filled for cell in grid.cells)], words, free_rules


def _cell_around(frame: Grid, frames: Sequence[Grid]) -> GridCell | None:
    """Return the cell of another table in which a table stands, None where it stands by itself."""
    for other in frames:
        if other is frame:
            continue
        for cell in other.cells:
            x0, x1 = other.xs[cell.column], other.xs[cell.column_end]
            y0, y1 = other.ys[cell.row], other.ys[cell.row_end]
            inside = (
                x0 - 1 <= frame.xs[0] and frame.xs[-1] <= x1 + 1 and y0 - 1 <= frame.ys[0] and frame.ys[-1] <= y1 + 1
            )
            if inside and (x1 - x0) * (y1 - y0) > 1.02 * (frame.xs[-1] - frame.xs[0]) * (frame.ys[-1] - frame.ys[0]):
                return cell
    return None


def find_frames(across: Sequence[Rule], down: Sequence[Rule], *, rough: bool = False) -> tuple[list[Grid], list[Rule]]:
    """Return the ruled tables that rules form, from top to bottom, cells still empty, and the vertical rules left.

    Args:
        across: horizontal rules.
        down: vertical rules.
        rough: they were found on a picture, where parts of a border may be missing.
    """
    frames: list[Grid] = []
    free_rules: list[Rule] = []
    for rows, columns in _meeting(merge_rules(across), merge_rules(down)):
        frame = _make_frame(rows, columns, rough=rough) if rows and columns else None
        if frame is None:
            free_rules.extend(columns)
        else:
            frames.append(frame)
    frames.sort(key=lambda frame: (frame.ys[0], frame.xs[0]))
    return frames, free_rules


def merge_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules with pieces of one line joined, also over the small gaps of dotted lines."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.at, r.start)):
        for other in reversed(merged[-60:]):
            if rule.at - other.at > CLUSTER:
                continue
            if abs(rule.at - other.at) <= 2.0 and rule.start <= other.end + SLACK and other.start <= rule.end + SLACK:
                other.start, other.end = min(rule.start, other.start), max(rule.end, other.end)
                break
        else:
            merged.append(Rule(rule.at, rule.start, rule.end))
    return [rule for rule in merged if rule.length > 4]


def _meeting(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Return groups of rules that meet each other, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, rule in enumerate(across):
        for j, other in enumerate(down):
            if rule.start - SLACK <= other.at <= rule.end + SLACK and (
                other.start - SLACK <= rule.at <= other.end + SLACK
            ):
                parent[root(i)] = root(len(across) + j)
    for j, rule in enumerate(down):
        # A rule that meets none goes on one above or below it, broken off at a row that has no columns.
        if not any(root(i) == root(len(across) + j) for i in range(len(across))):
            for k, other in enumerate(down):
                if k != j and abs(other.at - rule.at) <= 2.0 and root(len(across) + k) != root(len(across) + j):
                    parent[root(len(across) + j)] = root(len(across) + k)
                    break
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(parent)):
        rows, columns = groups.setdefault(root(index), ([], []))
        if index < len(across):
            rows.append(across[index])
        else:
            columns.append(down[index - len(across)])
    return sorted(groups.values(), key=lambda group: min((r.at for r in group[0]), default=0.0))


def _levels(places: Iterable[float]) -> list[float]:
    levels: list[list[float]] = []
    for place in sorted(places):
        if levels and place - levels[-1][-1] <= CLUSTER:
            levels[-1].append(place)
        else:
            levels.append([place])
    return [sum(level) / len(level) for level in levels]


def _make_frame(across: list[Rule], down: list[Rule], *, rough: bool) -> Grid | None:
    xs, ys = _levels(rule.at for rule in down), _levels(rule.at for rule in across)
    # A table may be open at its sides, or cut off at the edge of the page: where rules reach further, it goes on.
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    xs = ([left] if left < xs[0] - 8 else []) + xs + ([right] if right > xs[-1] + 8 else [])
    ys = ([top] if top < ys[0] - 8 else []) + ys + ([bottom] if bottom > ys[-1] + 8 else [])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    walls = [_covered(down, x, ys, {left, right}) for x in xs]
    floors = [_covered(across, y, xs, {top, bottom}) for y in ys]
    cells = [cell for region in _regions(len(ys) - 1, len(xs) - 1, walls, floors) for cell in _rectangles(region)]
    if len(cells) < 2:
        return None
    if rough:
        cells += _open_cells(cells, walls, len(ys) - 1, len(xs) - 1)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(xs, ys, cells)


def _fill(frame: Grid, words: Sequence[Word]) -> list[Word]:
    """Put words into the cells they stand in, and return those that stand in none."""
    owner = {
        (row, column): cell
        for cell in frame.cells
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    }
    rest: list[Word] = []
    for word in words:
        row, column = _slot(frame.ys, word.middle), _slot(frame.xs, (word.x0 + word.x1) / 2)
        found = owner.get((row, column)) if row is not None and column is not None else None
        if found is None:
            rest.append(word)
        else:
            found.words.append(word)
    return rest


def _covered(rules: Sequence[Rule], at: float, cuts: Sequence[float], virtual: set[float]) -> list[bool]:
    """Return for each stretch between cuts whether a rule at a place runs along most of it."""
    near = [rule for rule in rules if abs(rule.at - at) <= CLUSTER + 0.5]
    if not near and at in virtual:
        return [True] * (len(cuts) - 1)
    result = []
    for low, high in zip(cuts, cuts[1:], strict=False):
        reach = sum(max(0.0, min(rule.end, high) - max(rule.start, low)) for rule in near)
        result.append(reach > 0.6 * (high - low))
    return result


def _regions(height: int, width: int, walls: list[list[bool]], floors: list[list[bool]]) -> list[set[tuple[int, int]]]:
    """Return the regions of a grid that are cells: closed, or one row open at the side (a border left out)."""
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


def _open_cells(cells: Sequence[GridCell], walls: list[list[bool]], height: int, width: int) -> list[GridCell]:
    """Return rows of a table whose border was not found all around, parted where there are walls."""
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


def _rectangles(region: set[tuple[int, int]]) -> list[GridCell]:
    """Return a region as one cell, or cut into its rows where it is no rectangle."""
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


def _slot(cuts: list[float], place: float) -> int | None:
    if not cuts[0] <= place <= cuts[-1]:
        return None
    for index in range(len(cuts) - 1):
        if place <= cuts[index + 1]:
            return index
    return None
