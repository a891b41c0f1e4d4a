"""Whether columns are read down, each a text of its own, or across as the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.read.markers import split_marker
from etl.read.page import Line, median
from etl.read.page_columns import MIN_LINES, Band, column_of, columns_of, is_across
from etl.read.page_hyphens import leading_of

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def runs_on(band: Band, lines: Sequence[Line]) -> bool:
    """Tell whether one column goes on as running text where the others have ended: they are menus beside a text.

    Args:
        band: the columns.
        lines: of the zone the band belongs to.
    """
    below: list[Line] = []
    for line in lines[band.last + 1 :]:
        if is_across(line, band.gutters) or len({column_of(word, band.gutters) for word in line.words}) != 1:
            break
        below.append(line)
    if len(below) < max(8, band.last - band.first) or median(len(line.text) for line in below) < 35:
        return False
    return fullness(below) >= 0.4


def flow_on(band: Band, lines: Sequence[Line], end: int) -> int:
    """Return the last line of columns read down, those included that go on where the others have ended.

    Args:
        band: the columns.
        lines: of the zone the band belongs to.
        end: the line before which they end in any case.
    """
    last = band.last
    for index in range(band.last + 1, end):
        line = lines[index]
        columns = {column_of(word, band.gutters) for word in line.words}
        if len(columns) != 1 or is_across(line, band.gutters):
            break
        if columns == {0} and line.bottom - lines[last].bottom > 2.5 * line.size:
            break
        last = index
    return last


def reads_down(band: Band, lines: Sequence[Line]) -> bool:
    """Tell whether each column is a text of its own: full lines, equal widths, or a list of its own.

    Args:
        band: the columns.
        lines: of the zone the band belongs to.
    """
    columns = columns_of(lines[band.first : band.last + 1], band.gutters)
    if len(columns) > 4 or any(len(column) < MIN_LINES for column in columns):
        return False
    widths = [max(line.x1 for line in column) - min(line.x0 for line in column) for column in columns]
    letters = [median(len(line.text) for line in column) for column in columns]
    if _is_beside_text(columns, widths, letters):
        return True
    if min(letters) < 14 or min(widths) < 0.55 * max(widths):
        return False
    if all(fullness(column) >= 0.55 for column in columns) and min(len(c) for c in columns) >= 5:
        return True
    counts = [len(column) for column in columns]
    listed = [sum(split_marker(line.text)[0] is not None for line in column) for column in columns]
    if all(number >= 2 and number >= 0.2 * count for number, count in zip(listed, counts, strict=True)):
        return len(columns) <= 3
    return min(letters) >= 18 and min(widths) >= 0.75 * max(widths) and min(counts) >= 6 and _speak_alike(columns)


def _speak_alike(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether columns are made of the same words, as parts of one text are and columns of a table are not."""
    spoken = [_LONG_WORD.findall(" ".join(line.text for line in column).lower()) for column in columns]
    shares = [
        sum(word in other for word in words) / max(1, len(words))
        for index, words in enumerate(spoken)
        for other in (set(spoken[:index][-1] if index else spoken[1]),)
    ]
    return min(shares) >= 0.3


def _is_beside_text(columns: Sequence[Sequence[Line]], widths: Sequence[float], letters: Sequence[float]) -> bool:
    """Whether one column is running text and the others stand beside it at heights of their own (menus of a page)."""
    main = max(range(len(columns)), key=lambda index: widths[index])
    if letters[main] < 30 or len(columns[main]) < 5 or widths[main] < 0.45 * sum(widths):
        return False
    return _is_out_of_step(columns, main)


def _is_out_of_step(columns: Sequence[Sequence[Line]], main: int) -> bool:
    """Whether columns are set at heights of their own, not in rows (level with a line or centred between two)."""
    step = leading_of(columns[main])
    heights = [line.bottom for line in columns[main]]

    def share(lines: Sequence[Line], slack: float) -> tuple[int, float]:
        shifts = [min(abs(line.bottom - height) for height in heights) / step for line in lines]
        shifts = [shift for shift in shifts if shift < 0.6]  # others stand where the main column is blank
        return len(shifts), sum(shift < slack or shift > 0.5 - slack for shift in shifts) / max(1, len(shifts))

    beside = [line for index, column in enumerate(columns) if index != main for line in column]
    first = [
        line
        for index, column in enumerate(columns)
        if index != main
        for above, line in zip([None, *column], column, strict=False)
        if above is None or line.bottom - above.bottom > 1.25 * step
    ]
    count, level = share(beside, 0.08)
    begun, begun_level = share(first, 0.2)  # letters of a second font push a line down a little
    return count >= 5 and level < 0.6 and (begun < 3 or begun_level < 0.85)


def fullness(column: Sequence[Line]) -> float:
    """Return the share of lines that reach the right edge of a column.

    Args:
        column: its lines.
    """
    edge = sorted(line.x1 for line in column)[int(0.9 * (len(column) - 1))]
    size = median(line.size for line in column)
    return sum(line.x1 > edge - 0.7 * size for line in column) / len(column)
