"""Which lines a gutter parts, and whether these are enough to call it one."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.page import Line, median
from etl.read.page_columns import MIN_LINES
from etl.read.page_gutters import Gutter, least_white
from etl.read.page_hyphens import leading_of


def is_supported(gutter: Gutter, lines: Sequence[Line], *, justified: bool) -> bool:
    """Tell whether enough lines stand on both sides of a gutter at the same height.

    Args:
        gutter: the white.
        lines: of the zone.
        justified: the lines are, and have wide white between their words too.
    """
    fewer = min(_beside(gutter, lines))
    shared = set(gutter.left) & set(gutter.right)
    both = [i for i in shared if is_parted(lines[i], gutter)]
    if justified:
        edge = max(line.x1 for line in lines) - 0.7 * lines[gutter.first].size
        clear = sum(lines[i].x1 < edge or _is_wider(lines[i], gutter) for i in shared)
        return fewer >= MIN_LINES and clear >= 3 and clear >= 0.5 * len(shared)
    wide = gutter.hi - gutter.lo > 6 * lines[gutter.first].size
    return fewer >= 5 or (fewer >= MIN_LINES and len(both) >= 2) or (len(both) >= 2 and wide)


def _beside(gutter: Gutter, lines: Sequence[Line]) -> tuple[int, int]:
    if not gutter.left or not gutter.right:
        return 0, 0
    low = max(lines[gutter.left[0]].top, lines[gutter.right[0]].top) - 2 * lines[gutter.first].size
    high = min(lines[gutter.left[-1]].bottom, lines[gutter.right[-1]].bottom) + 2 * lines[gutter.first].size
    count = [sum(low <= lines[i].top and lines[i].bottom <= high for i in side) for side in (gutter.left, gutter.right)]
    return count[0], count[1]


def extent_of(gutter: Gutter, lines: Sequence[Line]) -> tuple[int, int]:
    """Return the first and last line a gutter parts, without those that stand on one side and fit no column.

    Args:
        gutter: the white.
        lines: of the zone.
    """
    low, high = max(gutter.left[0], gutter.right[0]), min(gutter.left[-1], gutter.right[-1])
    first, last = min(low, high), max(low, high)
    both = sorted(set(gutter.left) & set(gutter.right))
    if both:
        first, last = min(first, both[0]), max(last, both[-1])
    while first < last and not is_parted(lines[first], gutter):
        first += 1
    while last > first and not is_parted(lines[last], gutter):
        last -= 1
    inner = lines[first : last + 1]
    step = leading_of(inner)
    starts = _part_starts(inner)
    while first > gutter.first and lines[first].top - lines[first - 1].top < 1.3 * step:
        if not _fits(lines[first - 1], gutter, starts):
            break
        first -= 1
    while last < gutter.last and _fits(lines[last + 1], gutter, starts):
        white = lines[last + 1].bottom - lines[last].bottom
        if white > (1.3 if lines[last + 1].x0 < gutter.lo else 2.2) * step:
            break
        last += 1
    return first, last


def is_parted(line: Line, gutter: Gutter, factor: float = 1.8) -> bool:
    """Tell whether the white at a gutter is wider than between the words of a justified line.

    Args:
        line: one that the gutter runs through.
        gutter: the white.
        factor: how many times as wide.
    """
    if line.x1 < gutter.hi or line.x0 > gutter.lo:
        return True
    gaps = [b.x0 - a.x1 for a, b in zip(line.words, line.words[1:], strict=False)]
    own = [
        b.x0 - a.x1 for a, b in zip(line.words, line.words[1:], strict=False) if a.x1 <= gutter.lo and b.x0 >= gutter.hi
    ]
    others = [gap for gap in gaps if gap not in own]
    return not own or len(others) < 3 or max(own) > factor * min(others)


def _is_wider(line: Line, gutter: Gutter) -> bool:
    """Whether a justified line has more white at a gutter than between its other words."""
    pairs = [(a, b) for a, b in zip(line.words, line.words[1:], strict=False)]
    own = [b.x0 - a.x1 for a, b in pairs if a.x1 <= gutter.lo and b.x0 >= gutter.hi]
    others = [b.x0 - a.x1 for a, b in pairs if not (a.x1 <= gutter.lo and b.x0 >= gutter.hi)]
    return bool(own) and len(others) >= 3 and max(own) > 1.6 * median(others)


def _fits(line: Line, gutter: Gutter, starts: Sequence[int]) -> bool:
    """Whether a line that stands on one side only begins where parts of other lines do, or is centred in the column."""
    if line.x0 < gutter.lo and line.x1 > gutter.hi:
        return True
    if any(abs(line.x0 - start) < 0.6 * line.size for start in starts):
        return True
    left = min(starts, default=0)
    return line.x0 < gutter.lo and abs((line.x0 + line.x1) / 2 - (left + gutter.lo) / 2) < 5


def _part_starts(lines: Sequence[Line]) -> list[int]:
    """Return where at least two of the lines begin or go on after white."""
    counts: dict[int, int] = {}
    for line in lines:
        places = [line.x0]
        places += [b.x0 for a, b in zip(line.words, line.words[1:], strict=False) if b.x0 - a.x1 > least_white(line)]
        for place in places:
            counts[round(place)] = counts.get(round(place), 0) + 1
    return [place for place, count in counts.items() if count >= 2]
