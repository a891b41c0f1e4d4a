"""Where one row of a table without rules ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.read.page import Rule
from etl.read.page_hyphens import joins_on
from etl.read.page_levels import Level
from etl.read.page_whites import slack_between, usual_whites, white_between

_NUMBER = re.compile(r"^\(?\d{1,4}[.)]?$")


def cut_rows(
    levels: Sequence[Level], width: int, across: Sequence[Rule], right: Sequence[float], *, rough: bool = False
) -> list[int]:
    """Return the indices at which rows begin, and the end.

    Rules decide where they part the rows; else white between rows that is wider than between the lines of a cell;
    else a column of numbers; else columns that fill again and lines that had room for the next word.

    Args:
        levels: what stands at each height.
        width: number of columns.
        across: horizontal rules of the page.
        right: how far the text of each column reaches.
        rough: places were measured on a picture.
    """
    ruled = _cut_by_rules(levels, across)
    if ruled is not None:
        return ruled
    numbers = _number_levels(levels)
    counted = len(numbers) >= 3 or (rough and _follow_each_other(levels, numbers))
    level = counted and sum(1 in levels[n].parts for n in numbers) >= 0.9 * len(numbers)
    gaps = _cut_by_gaps(levels, width, right, numbers if level else [], rough=rough)
    if len(numbers) >= 3:
        groups = [(a, b) for a, b in zip(gaps, gaps[1:], strict=False) if levels[a].across is None and b > numbers[0]]
        holding = [sum(a <= n < b for n in numbers) for a, b in groups]
        if max(holding) > 1 or (level and holding.count(0) > 0.2 * len(holding)):
            return _cut_by_numbers(levels, numbers, gaps)
    return _cut_tall(levels, gaps, width, right)


def _cut_tall(levels: Sequence[Level], gaps: Sequence[int], width: int, right: Sequence[float]) -> list[int]:
    """Cut again what is too tall or too full for one row: rows that no wider white parts."""
    cuts: list[int] = []
    for a, b in zip(gaps, gaps[1:], strict=False):
        full = sum(len(level.parts) >= width for level in levels[a:b])
        if b - a > 14 or (b - a >= 3 and full >= 0.7 * (b - a)):
            cuts += [a + cut for cut in _cut_by_filling(levels[a:b], right)[:-1]]
        else:
            cuts.append(a)
    return [*cuts, len(levels)]


def _cut_by_rules(levels: Sequence[Level], across: Sequence[Rule]) -> list[int] | None:
    cuts = [0]
    for index in range(1, len(levels)):
        above, below = levels[index - 1].middle, levels[index].middle
        if any(above < rule.at < below for rule in across):
            cuts.append(index)
    # One rule is that under the heading; rows are ruled where there are many of them.
    return [*cuts, len(levels)] if len(cuts) - 1 >= max(3, 0.2 * len(levels)) else None


def _cut_by_gaps(
    levels: Sequence[Level], width: int, right: Sequence[float], numbers: Sequence[int], *, rough: bool
) -> list[int]:
    """Cut where no column has two lines that follow each other as closely as the lines of one cell do.

    ``numbers`` are the levels at which rows begin by their number, where the table has them.
    """
    usual = usual_whites(levels, width)
    cuts = [0]
    for index in range(1, len(levels)):
        if levels[index].across is not None or levels[index - 1].across is not None:
            if not _same_heading(levels[index - 1], levels[index]):
                cuts.append(index)
            continue
        joined = levels[index].top < levels[index - 1].bottom - 0.15 * (levels[index].bottom - levels[index].top)
        for column in range(width):
            above = next((lv.parts[column] for lv in reversed(levels[:index]) if column in lv.parts), None)
            below = next((lv.parts[column] for lv in levels[index:] if column in lv.parts), None)
            if above is not None and below is not None:
                joined = joined or white_between(above, below) <= usual[column] + slack_between(
                    above, below, rough=rough
                )
        if not joined and numbers and index not in numbers:
            joined = _wraps_on(levels[index - 1], levels[index], usual, right, slack=0.7 if rough else 0.3)
        if not joined and rough and not numbers and len(levels[index].parts) < min(2, len(levels[index - 1].parts)):
            joined = _wraps_on(levels[index - 1], levels[index], usual, right, slack=0.7)
        if not joined:
            cuts.append(index)
    return [*cuts, len(levels)]


def _wraps_on(above: Level, below: Level, usual: dict[int, float], right: Sequence[float], *, slack: float) -> bool:
    """Whether every line goes on one above that had no room, a little lower than usual (letters of a second font)."""
    return bool(below.parts) and all(
        column in above.parts
        and white_between(above.parts[column], line) <= usual[column] + slack
        and joins_on(above.parts[column], line, right[column] - above.parts[column].x1)
        for column, line in below.parts.items()
    )


def _same_heading(above: Level, below: Level) -> bool:
    return (
        above.across is not None
        and below.across is not None
        and below.top - above.bottom < 0.5 * (below.bottom - below.top)
    )


def _number_levels(levels: Sequence[Level]) -> list[int]:
    """Return the levels at which the first column counts on."""
    own = [(index, level.parts[0]) for index, level in enumerate(levels) if 0 in level.parts]
    numbers = [index for index, line in own if _NUMBER.match(line.text)]
    return numbers if len(numbers) >= 0.6 * len(own) else []


def _follow_each_other(levels: Sequence[Level], numbers: Sequence[int]) -> bool:
    """Whether few numbers count rows at the end of a table: each is one more than the last."""
    values = [int("".join(c for c in levels[index].parts[0].text if c.isdigit())) for index in numbers]
    return len(values) >= 2 and all(b == a + 1 for a, b in zip(values, values[1:], strict=False))


def _cut_by_numbers(levels: Sequence[Level], numbers: Sequence[int], gaps: Sequence[int]) -> list[int]:
    starts = {0, *numbers}
    first = numbers[0]
    starts.update(index for index in gaps if index < first)
    for index, level in enumerate(levels):
        if level.across is not None:
            starts.add(index)
    return [*sorted(starts), len(levels)]


def _cut_by_filling(levels: Sequence[Level], right: Sequence[float]) -> list[int]:
    """Cut where a column fills again that had ended, or where the lines above had room for the next word."""
    starts: set[int] = set()
    current: set[int] = set()
    for index, level in enumerate(levels):
        if index in starts or level.across is not None or index == 0:
            starts.add(index)
            current = set(level.parts)
            continue
        above = levels[index - 1]
        votes = 0
        for column, line in level.parts.items():
            if column not in current and column not in above.parts:
                votes += 2
            elif column in above.parts:
                room = right[column] - above.parts[column].x1
                votes += -1 if joins_on(above.parts[column], line, room) else 1
            else:
                votes += 2
        if votes > 0:
            starts.add(index)
            current = set(level.parts)
        else:
            current &= set(level.parts) | set(above.parts)
    return [*sorted(starts), len(levels)]
