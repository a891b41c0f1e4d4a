"""Columns of a page: the white that parts them, and which word or line stands in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.read.page import Line, Word, gather_lines
from etl.read.page_gutters import least_white

MIN_LINES = 3
"""Columns of fewer lines on one side are a date line or a signature, not columns."""


@dataclass(slots=True)
class Band:
    """Lines ``first`` to ``last`` of a zone that stand in columns parted by gutters.

    ``reads_down`` is set where each column is a text of its own (a newspaper), not a column of a table.
    """

    first: int
    last: int
    gutters: list[tuple[float, float]]
    reads_down: bool = False


def _goes_on_below(above: Line, line: Line) -> bool:
    """Whether a line begins, or is centred, where a part of the line above it is."""
    parts: list[list[Word]] = [[above.words[0]]]
    for word in above.words[1:]:
        if word.x0 - parts[-1][-1].x1 >= least_white(above):
            parts.append([word])
        else:
            parts[-1].append(word)
    slack = 0.3 * line.size
    middle = (line.x0 + line.x1) / 2
    return any(
        abs(part[0].x0 - line.x0) < slack or abs((part[0].x0 + part[-1].x1) / 2 - middle) < slack for part in parts
    )


def count_parted(band: Band, lines: Sequence[Line]) -> int:
    """Return how many lines of a band have print in two columns or more.

    Args:
        band: the columns.
        lines: of the zone the band belongs to.
    """
    return sum(
        len({column_of(word, band.gutters) for word in line.words}) > 1 for line in lines[band.first : band.last + 1]
    )


def is_heading(
    line: Line,
    gutters: Sequence[tuple[float, float]],
    starts: Sequence[float],
    middles: set[float],
    above: Line | None = None,
) -> bool:
    """Tell whether a short line stands in the middle of the band or zone, where no column begins.

    Args:
        line: of the band.
        gutters: what parts its columns.
        starts: where each column begins.
        middles: of the band and of the text around it.
        above: the line above it; what goes on there is the rest of a cell.
    """
    columns = {column_of(word, gutters) for word in line.words}
    if len(columns) != 1:
        return False
    if above is not None and line.top - above.bottom < 0.5 * line.size and _goes_on_below(above, line):
        return False
    rough = line.words[0].confidence is not None
    begins = abs(line.x0 - starts[columns.pop()]) < (0.45 if rough else 0.25) * line.size
    return not begins and any(abs((line.x0 + line.x1) / 2 - middle) < 0.8 * line.size for middle in middles)


def column_starts(lines: Sequence[Line], gutters: Sequence[tuple[float, float]]) -> list[float]:
    """Return where most lines of each column begin.

    Args:
        lines: of a band.
        gutters: what parts its columns.
    """
    starts = []
    for column, own in enumerate(columns_of(lines, gutters)):
        counts: dict[int, int] = {}
        for line in own:
            counts[round(line.x0)] = counts.get(round(line.x0), 0) + 1
        default = gutters[column - 1][1] if column else min(line.x0 for line in lines)
        best = max(counts, key=lambda place: (counts[place], -place), default=round(default))
        starts.append(float(best))
    return starts


def without_empty(gutters: list[tuple[float, float]], lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Return gutters, those joined that have no print between them.

    Args:
        gutters: from left to right.
        lines: they run through.
    """
    joined: list[tuple[float, float]] = []
    for lo, hi in gutters:
        between = joined and not any(
            joined[-1][1] - 1 < (w.x0 + w.x1) / 2 < lo + 1 for line in lines for w in line.words
        )
        if between:
            joined[-1] = (joined[-1][0], hi)
        else:
            joined.append((lo, hi))
    return joined


def column_of(word: Word, gutters: Sequence[tuple[float, float]]) -> int:
    """Return the column a word stands in: nothing of a column begins before the gutter ends."""
    middle = (word.x0 + word.x1) / 2
    return sum(middle > hi - 0.5 for _, hi in gutters)


def columns_of(lines: Sequence[Line], gutters: Sequence[tuple[float, float]]) -> list[list[Line]]:
    """Return the lines of each column, gathered anew from the words that stand in it."""
    heaps: list[list[Word]] = [[] for _ in range(len(gutters) + 1)]
    for line in lines:
        if is_across(line, gutters):
            continue
        for word in line.words:
            heaps[column_of(word, gutters)].append(word)
    return [gather_lines(heap) for heap in heaps]


def is_across(line: Line, gutters: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a line prints over a gutter: with a word, or with words as close as in a sentence."""
    if any(word.x0 < hi - 1 and word.x1 > hi + 1 for word in line.words for _, hi in gutters):
        return True
    gaps = [
        (b.x0 - a.x1, a.size)
        for a, b in zip(line.words, line.words[1:], strict=False)
        for lo, hi in gutters
        if a.x1 <= hi <= b.x0 + 1 or a.x1 - 1 <= lo <= b.x0
    ]
    return any(gap < 0.5 * size for gap, size in gaps) and not any(gap > 0.65 * size for gap, size in gaps)
