"""Tables without rules: the lines of a band of columns put together into rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.read.page import Line, Rule, Word, gather_lines
from etl.read.page_bands import Band, column_of, column_starts, is_across, is_heading
from etl.read.page_hyphens import Hyphens, joins_on
from etl.read.page_table import Sketch, SketchCell, SketchRow, add_text, make_sketch_cell

_NUMBER = re.compile(r"^\(?\d{1,4}[.)]?$")


@dataclass(slots=True)
class Level:
    """What stands at one height: a line per column, or one line across the columns."""

    middle: float
    top: float
    bottom: float
    parts: dict[int, Line]
    across: Line | None = None


def make_table(
    lines: Sequence[Line],
    band: Band,
    across: Sequence[Rule],
    hyphens: Hyphens,
    page: int,
    zone: tuple[float, float] | None = None,
    *,
    rough: bool = False,
) -> Sketch:
    """Return the table that a band of columns is.

    Args:
        lines: the lines of the band.
        band: its columns.
        across: horizontal rules of the page; those between lines part rows.
        hyphens: what the document shows about broken words.
        page: number of the page.
        zone: left and right edge of the text around the band.
        rough: places were measured on a picture.
    """
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    zone = zone or (left, right)
    gutters = _measure(make_levels(lines, band.gutters, sum(zone) / 2), band.gutters)
    levels = make_levels(lines, gutters, sum(zone) / 2)
    edges = [(left - 2, left - 2), *gutters, (right + 2, right + 2)]
    reach = [_reach(levels, column, edges) for column in range(len(edges) - 1)]
    cuts = cut_rows(levels, len(gutters) + 1, across, reach, rough=rough)
    meant = _meant_breaks(levels, cuts, edges)
    rows: list[SketchRow] = []
    for first, last in _stretches(levels, cuts):
        part = levels[cuts[first] : cuts[last]]
        room = [
            _room(part, column, edges, max(right, zone[1]), meant=meant[column]) for column in range(len(edges) - 1)
        ]
        for a, b in zip(cuts[first:last], cuts[first + 1 : last + 1], strict=True):
            rows.append(SketchRow(_cells(levels[a:b], edges, room, hyphens), page))
    rows = [row for row in rows if row.cells]
    if len(edges) == 3:
        rows = _under_labels(rows)
    top, bottom = min(line.top for line in lines), max(line.bottom for line in lines)
    return Sketch(rows, edges, top, bottom, left, right, False, page, page)


def _measure(levels: Sequence[Level], gutters: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Measure gutters between what stands in the columns: headings that reach into them do not count."""
    measured = []
    for index, (lo, hi) in enumerate(gutters):
        left = max((p.x1 for level in levels for c, p in level.parts.items() if c <= index), default=lo)
        right = min((p.x0 for level in levels for c, p in level.parts.items() if c > index), default=hi)
        measured.append((left, right) if left < right else (lo, hi))
    return measured


def _under_labels(rows: list[SketchRow]) -> list[SketchRow]:
    """Join rows without a label to the labelled one above: in two columns a label holds for all beside and below it."""
    joined: list[SketchRow] = []
    for row in rows:
        above = joined[-1].cells if joined else []
        if len(row.cells) == 1 and row.cells[0].column == 1 and len(above) == 2:
            add_text(above[1], row.cells[0])
        else:
            joined.append(row)
    return joined


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


def _reach(levels: Sequence[Level], column: int, edges: Sequence[tuple[float, float]]) -> float:
    """Return how far the text of a column reaches."""
    return max((level.parts[column].x1 for level in levels if column in level.parts), default=edges[column + 1][0])


def _stretches(levels: Sequence[Level], cuts: Sequence[int]) -> list[tuple[int, int]]:
    """Return stretches of rows between headings, as indices of cuts: each may be a table of its own width."""
    starts = [i for i, cut in enumerate(cuts[:-1]) if levels[cut].across is not None or i == 0]
    return list(zip(starts, [*starts[1:], len(cuts) - 1], strict=True))


def _meant_breaks(levels: Sequence[Level], cuts: Sequence[int], edges: Sequence[tuple[float, float]]) -> list[bool]:
    """Return for each column whether lines in its cells were broken on purpose: the next word often had room."""
    meant = []
    for column in range(len(edges) - 1):
        roomy = total = named = 0
        for first, last in _stretches(levels, cuts):
            reach = _reach(levels[cuts[first] : cuts[last]], column, edges)
            for a, b in zip(cuts[first:last], cuts[first + 1 : last + 1], strict=True):
                own = [level.parts[column] for level in levels[a:b] if column in level.parts]
                for above, below in zip(own, own[1:], strict=False):
                    total += 1
                    roomy += not joins_on(above, below, reach - above.x1)
                    named += below.text[:1].isupper() and len(below.words) > 1
        meant.append(total >= 3 and (roomy >= 0.25 * total or named >= 0.85 * total))
    return meant


def _room(
    levels: Sequence[Level], column: int, edges: Sequence[tuple[float, float]], limit: float, *, meant: bool
) -> tuple[float, float]:
    """Return the edges between which a column is set in a stretch of rows."""
    left = min((level.parts[column].x0 for level in levels if column in level.parts), default=edges[column][1])
    if meant:
        return left, limit if column == len(edges) - 2 else edges[column + 1][1]
    return left, _reach(levels, column, edges)


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
    usual = _usual_whites(levels, width)
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
                joined = joined or _white(above, below) <= usual[column] + _slack(above, below, rough=rough)
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
        and _white(above.parts[column], line) <= usual[column] + slack
        and joins_on(above.parts[column], line, right[column] - above.parts[column].x1)
        for column, line in below.parts.items()
    )


def _usual_whites(levels: Sequence[Level], width: int) -> dict[int, float]:
    """Return the white between lines of a cell for each column; one whose cells have single lines tells nothing."""
    own = {c: _whites([lv.parts[c] for lv in levels if c in lv.parts]) for c in range(width)}
    least = _smallest([white for whites in own.values() for white in whites])
    return {c: white if (white := _smallest(whites)) <= least + 0.12 else least for c, whites in own.items()}


def _slack(above: Line, below: Line, *, rough: bool) -> float:
    """Return how much wider the white inside a cell may be: next to nothing between lines of one size."""
    if rough:
        return 0.3
    return 0.06 if abs(above.size - below.size) < 0.02 * below.size else 0.14


def _white(above: Line, below: Line) -> float:
    """Return the white between two lines of print, as a share of their size."""
    step = (below.top + below.bottom - above.top - above.bottom) / 2
    size = max((above.size + below.size) / 2, 1.0)
    return step / size - 1


def _whites(lines: Sequence[Line]) -> list[float]:
    whites = [_white(a, b) for a, b in zip(lines, lines[1:], strict=False)]
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


def _cells(
    levels: Sequence[Level],
    edges: Sequence[tuple[float, float]],
    room: Sequence[tuple[float, float]],
    hyphens: Hyphens,
) -> list[SketchCell]:
    if levels[0].across is not None:
        return _across_cells([level.across for level in levels if level.across is not None], edges, hyphens)
    heaps: dict[int, list[Word]] = {}
    for level in levels:
        for column, line in level.parts.items():
            heaps.setdefault(column, []).extend(line.words)
    cells = []
    for column, words in sorted(heaps.items()):
        cells.append(make_sketch_cell(words, column, hyphens, *room[column]))
    return cells


def _across_cells(lines: Sequence[Line], edges: Sequence[tuple[float, float]], hyphens: Hyphens) -> list[SketchCell]:
    """Return the cells of lines that print over gutters: parts with wide white between them stay apart."""
    cells: list[SketchCell] = []
    words = [word for line in lines for word in line.words]
    parts: list[list[Word]] = []
    for word in gather_lines(words)[0].words if len(lines) == 1 else words:
        if parts and (len(lines) > 1 or word.x0 - parts[-1][-1].x1 < 1.2 * word.size):
            parts[-1].append(word)
        else:
            parts.append([word])
    gutters = edges[1:-1]
    for part in parts:
        first = sum(min(w.x0 for w in part) > (lo + hi) / 2 for lo, hi in gutters)
        last = sum(max(w.x1 for w in part) > (lo + hi) / 2 for lo, hi in gutters)
        if len(parts) == 1:
            first, last = 0, len(gutters)
        cell = make_sketch_cell(part, first, hyphens, edges[0][0], edges[-1][1], last - first + 1)
        cells.append(cell)
    return cells
