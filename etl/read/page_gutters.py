"""White gutters that run down a page, followed from line to line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.read.page import Line


@dataclass(slots=True)
class Gutter:
    """White from ``lo`` to ``hi`` through the lines ``first`` to ``last`` (indices, inclusive)."""

    lo: float
    hi: float
    first: int
    last: int
    left: list[int]
    right: list[int]


def weight_of(gutter: Gutter) -> float:
    """Return how much a gutter parts: the lines on its emptier side count most.

    Args:
        gutter: any.
    """
    return min(len(gutter.left), len(gutter.right)) * 4 + len(gutter.left) + len(gutter.right)


def find_gutters(lines: Sequence[Line]) -> list[Gutter]:
    """Return the white between words that goes on down the lines; a gutter ends at the line that prints over it.

    Args:
        lines: the lines of a zone from top to bottom.
    """
    active: list[Gutter] = []
    done: list[Gutter] = []
    for index, line in enumerate(lines):
        gaps = _gaps(line)
        following: list[Gutter] = []
        for gutter in active:
            parts = [
                (max(gutter.lo, lo), min(gutter.hi, hi))
                for lo, hi in gaps
                if min(gutter.hi, hi) - max(gutter.lo, lo) >= least_white(line)
            ]
            if not parts:
                done.append(gutter)
            for lo, hi in parts:
                left = gutter.left + ([index] if line.x0 < lo else [])
                right = gutter.right + ([index] if line.x1 > hi else [])
                following.append(Gutter(lo, hi, gutter.first, index, left, right))
        active = _distinct(following)
        for lo, hi in [*gaps[1:-1], *_gap_beside(lines, index)]:
            taken = [g for g in active if g.lo < hi and lo < g.hi]
            free = max([hi - lo] if not taken else [min(g.lo for g in taken) - lo, hi - max(g.hi for g in taken)])
            if free >= least_white(line):
                active.append(_begin(lo, hi, index, lines))
    done.extend(active)
    return done


def _gap_beside(lines: Sequence[Line], index: int) -> list[tuple[float, float]]:
    """Return the white between a line and the one before it where they stand beside each other, out of step."""
    if index == 0:
        return []
    above, line = lines[index - 1], lines[index]
    left, right = (above, line) if above.x0 < line.x0 else (line, above)
    beside = line.top < above.bottom - 0.2 * line.size and right.x0 - left.x1 >= least_white(line)
    return [(left.x1, right.x0)] if beside else []


def _begin(lo: float, hi: float, index: int, lines: Sequence[Line]) -> Gutter:
    """Return a gutter that begins in a line, carried up over lines that stand on one side of it only."""
    own = lines[index]
    gutter = Gutter(lo, hi, index, index, [index] if own.x0 < lo else [], [index] if own.x1 > hi else [])
    for above in range(index - 1, -1, -1):
        line = lines[above]
        parts = [
            (max(gutter.lo, a), min(gutter.hi, b))
            for a, b in _gaps(line)
            if min(gutter.hi, b) - max(gutter.lo, a) >= least_white(line)
        ]
        if len(parts) != 1:
            break
        gutter.lo, gutter.hi = parts[0]
        gutter.first = above
        if line.x0 < gutter.lo:
            gutter.left.insert(0, above)
        if line.x1 > gutter.hi:
            gutter.right.insert(0, above)
    return gutter


def _distinct(gutters: list[Gutter]) -> list[Gutter]:
    """Drop gutters that have come into the white of an older one."""
    kept: list[Gutter] = []
    for gutter in sorted(gutters, key=lambda g: g.first):
        if not any(gutter.lo < other.hi and other.lo < gutter.hi for other in kept):
            kept.append(gutter)
    return kept


def least_white(line: Line) -> float:
    """Return the width from which white in a line may part columns.

    Args:
        line: of the size the width depends on.
    """
    return max(0.55 * line.size, 3.5)


def _gaps(line: Line) -> list[tuple[float, float]]:
    """Return the white of a line: the margins first and last."""
    gaps = [(-1e6, line.words[0].x0)]
    reach = line.words[0].x1
    for word in line.words[1:]:
        if word.x0 > reach:
            gaps.append((reach, word.x0))
        reach = max(reach, word.x1)
    gaps.append((reach, 1e6))
    return gaps


def companions_of(main: Gutter, gutters: Sequence[Gutter], first: int, last: int) -> list[tuple[float, float]]:
    """Return the gutters that run beside the main one for at least half of the lines, from left to right.

    Args:
        main: the gutter.
        gutters: all of the zone.
        first: line.
        last: line, inclusive.
    """
    found: list[tuple[float, float, set[int]]] = []
    span = set(range(first, last + 1))
    for gutter in sorted(gutters, key=lambda g: -weight_of(g)):
        own = set(range(gutter.first, gutter.last + 1)) & span
        for index, (lo, hi, seen) in enumerate(found):
            if min(hi, gutter.hi) - max(lo, gutter.lo) > 2:
                found[index] = (max(lo, gutter.lo), min(hi, gutter.hi), seen | own)
                break
        else:
            found.append((gutter.lo, gutter.hi, own))
    kept = [(lo, hi) for lo, hi, seen in found if len(seen) >= 0.5 * len(span) or (lo <= main.lo and main.hi <= hi)]
    return sorted(kept)
