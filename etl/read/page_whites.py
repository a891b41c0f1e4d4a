"""The white between lines: how much of it stands inside a cell, and how much between cells."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.page import Line
from etl.read.page_levels import Level


def usual_whites(levels: Sequence[Level], width: int) -> dict[int, float]:
    """Return the white between lines of a cell for each column; one whose cells have single lines tells nothing.

    Args:
        levels: what stands at each height.
        width: number of columns.
    """
    own = {c: _whites([lv.parts[c] for lv in levels if c in lv.parts]) for c in range(width)}
    least = _smallest([white for whites in own.values() for white in whites])
    return {c: white if (white := _smallest(whites)) <= least + 0.12 else least for c, whites in own.items()}


def slack_between(above: Line, below: Line, *, rough: bool) -> float:
    """Return how much wider the white inside a cell may be: next to nothing between lines of one size.

    Args:
        above: a line.
        below: the next.
        rough: places were measured on a picture.
    """
    if rough:
        return 0.3
    return 0.06 if abs(above.size - below.size) < 0.02 * below.size else 0.14


def white_between(above: Line, below: Line) -> float:
    """Return the white between two lines of print, as a share of their size.

    Args:
        above: a line.
        below: the next.
    """
    step = (below.top + below.bottom - above.top - above.bottom) / 2
    size = max((above.size + below.size) / 2, 1.0)
    return step / size - 1


def _whites(lines: Sequence[Line]) -> list[float]:
    whites = [white_between(a, b) for a, b in zip(lines, lines[1:], strict=False)]
    return sorted(white for white in whites if white > -0.3)


def _smallest(whites: Sequence[float]) -> float:
    """Return the smallest white that is no exception: met twice, or three times among many."""
    ordered = sorted(whites)
    if not ordered:
        return 0.2
    needed = 1 if len(ordered) < 3 else 2 if len(ordered) < 12 else 3
    for white in ordered:
        if sum(abs(other - white) < 0.04 for other in ordered) >= needed:
            return min(white, 0.45)
    return min(ordered[0], 0.45)
