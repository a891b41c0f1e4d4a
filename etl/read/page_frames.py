"""The ruled tables that drawn lines form where they cross each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from etl.read.page import Rule
from etl.read.page_cells import Grid, cut_rectangles, find_open_cells, find_regions

SLACK = 3.0
"""How far rules may miss each other and still meet, in points."""

CLUSTER = 3.5
"""Rules closer than this are one (double and thick borders)."""


def find_frames(across: Sequence[Rule], down: Sequence[Rule], *, rough: bool = False) -> list[Grid]:
    """Return the ruled tables that rules form, from top to bottom, cells still empty.

    Args:
        across: horizontal rules.
        down: vertical rules.
        rough: they were found on a picture, where parts of a border may be missing.
    """
    frames: list[Grid] = []
    for rows, columns in _meeting(merge_rules(across), merge_rules(down)):
        frame = _make_frame(rows, columns, rough=rough) if rows and columns else None
        if frame is not None:
            frames.append(frame)
    frames.sort(key=lambda frame: (frame.ys[0], frame.xs[0]))
    return frames


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


def _places(places: Iterable[float]) -> list[float]:
    levels: list[list[float]] = []
    for place in sorted(places):
        if levels and place - levels[-1][-1] <= CLUSTER:
            levels[-1].append(place)
        else:
            levels.append([place])
    return [sum(level) / len(level) for level in levels]


def _make_frame(across: list[Rule], down: list[Rule], *, rough: bool) -> Grid | None:
    xs, ys = _places(rule.at for rule in down), _places(rule.at for rule in across)
    # A table may be open at its sides, or cut off at the edge of the page: where rules reach further, it goes on.
    left, right = min(r.start for r in across), max(r.end for r in across)
    top, bottom = min(r.start for r in down), max(r.end for r in down)
    xs = ([left] if left < xs[0] - 8 else []) + xs + ([right] if right > xs[-1] + 8 else [])
    ys = ([top] if top < ys[0] - 8 else []) + ys + ([bottom] if bottom > ys[-1] + 8 else [])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) < 2:
        return None
    walls = [_covered(down, x, ys, {left, right}) for x in xs]
    floors = [_covered(across, y, xs, {top, bottom}) for y in ys]
    cells = [
        cell for region in find_regions(len(ys) - 1, len(xs) - 1, walls, floors) for cell in cut_rectangles(region)
    ]
    if len(cells) < 2:
        return None
    if rough:
        cells += find_open_cells(cells, walls, len(ys) - 1, len(xs) - 1)
    cells.sort(key=lambda cell: (cell.row, cell.column))
    return Grid(xs, ys, cells)


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
