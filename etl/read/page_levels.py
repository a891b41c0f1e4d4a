"""What stands at each height of a band of columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.read.page import Line, Word
from etl.read.page_columns import column_of, column_starts, is_across, is_heading


@dataclass(slots=True)
class Level:
    """What stands at one height: a line per column, or one line across the columns."""

    middle: float
    top: float
    bottom: float
    parts: dict[int, Line]
    across: Line | None = None


def make_levels(
    lines: Sequence[Line], gutters: Sequence[tuple[float, float]], middle: float | None = None
) -> list[Level]:
    """Return what stands at each height of a band, from top to bottom.

    Args:
        lines: the lines of the band.
        gutters: what parts its columns.
        middle: the middle of the zone, where headings are centred.
    """
    levels = []
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    starts = column_starts(lines, gutters)
    middles = {(left + right) / 2, middle or (left + right) / 2}
    for above, line in zip([None, *lines], lines, strict=False):
        if is_across(line, gutters) or is_heading(line, gutters, starts, middles, above):
            levels.append(Level((line.top + line.bottom) / 2, line.top, line.bottom, {}, line))
            continue
        heaps: dict[int, list[Word]] = {}
        for word in line.words:
            heaps.setdefault(column_of(word, gutters), []).append(word)
        parts = {column: Line(words) for column, words in heaps.items()}
        levels.append(Level((line.top + line.bottom) / 2, line.top, line.bottom, parts))
    return levels
