"""Where the print of a page stands in columns: the stretches that gutters part."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.markers import split_marker
from etl.read.page import Line
from etl.read.page_band_joins import join_over_headings
from etl.read.page_columns import MIN_LINES, Band, column_starts, columns_of, count_parted, is_heading, without_empty
from etl.read.page_extents import extent_of, is_parted, is_supported
from etl.read.page_gutters import Gutter, companions_of, find_gutters, weight_of
from etl.read.page_reading import flow_on, fullness, reads_down, runs_on


def find_bands(
    lines: Sequence[Line],
    zone: tuple[float, float] | None = None,
    *,
    narrow: bool = False,
) -> list[Band]:
    """Return the stretches of a zone that stand in columns, in order and without overlaps.

    Args:
        lines: the lines of a zone from top to bottom.
        zone: left and right edge of the text around.
        narrow: the zone is a column of running text: only wide white parts it, for its lines are set with wide spaces.
    """
    justified = len(lines) >= 6 and fullness(lines) >= 0.5
    gutters = [g for g in find_gutters(lines) if is_supported(g, lines, justified=justified)]
    if narrow:
        gutters = [g for g in gutters if g.hi - g.lo > 1.1 * lines[g.first].size]
    extents = {id(g): extent_of(g, lines) for g in gutters}
    alive = [sum(a <= index <= b for a, b in extents.values()) for index in range(len(lines))]
    bands: list[Band] = []
    free = [True] * len(lines)
    for gutter in sorted(gutters, key=lambda g: -weight_of(g)):
        for first, last in _stretches_of(gutter, gutters, extents[id(gutter)], alive, lines):
            first, last = _widen(first, last, gutter, gutters, lines)
            while first <= last and not free[first]:
                first += 1
            if last - first + 1 < min(MIN_LINES, len(lines)) or not all(free[first : last + 1]):
                continue
            parting = without_empty(companions_of(gutter, gutters, first, last), lines[first : last + 1])
            whole = Band(first, last, parting)
            whole.reads_down = reads_down(whole, lines) or runs_on(whole, lines)
            parts = [whole] if whole.reads_down else _part_at_headings(whole, gutter, gutters, lines, zone)
            for band in parts:
                if not _is_list(band, lines) and (band.reads_down or count_parted(band, lines) >= 2):
                    bands.append(band)
                    free[band.first : band.last + 1] = [False] * (band.last + 1 - band.first)
    bands.sort(key=lambda band: band.first)
    for index, band in enumerate(bands):
        if band.reads_down:
            end = bands[index + 1].first if index + 1 < len(bands) else len(lines)
            band.last = flow_on(band, lines, end)
    return join_over_headings(bands, lines)


def _part_at_headings(
    band: Band,
    gutter: Gutter,
    gutters: Sequence[Gutter],
    lines: Sequence[Line],
    zone: tuple[float, float] | None,
) -> list[Band]:
    """Return a stretch of columns, parted at centred lines: what follows may be a table with columns of its own."""
    first, last, parting = band.first, band.last, band.gutters
    whole = lines[first : last + 1]
    starts = column_starts(whole, parting)
    middles = {(min(line.x0 for line in whole) + max(line.x1 for line in whole)) / 2}
    if zone is not None:
        middles.add(sum(zone) / 2)
    cuts = [
        index
        for index in range(first + 1, last)
        if is_heading(lines[index], parting, starts, middles, lines[index - 1])
    ]
    bands: list[Band] = []
    start = first
    for cut in [*cuts, last + 1]:
        if cut - start >= 2:
            own = companions_of(gutter, gutters, start, cut - 1)
            bands.append(Band(start, cut - 1, without_empty(own, lines[start:cut])))
        start = cut + 1
    return bands


def _stretches_of(
    gutter: Gutter, gutters: Sequence[Gutter], extent: tuple[int, int], alive: Sequence[int], lines: Sequence[Line]
) -> list[tuple[int, int]]:
    """Return all that a gutter parts where it parts texts; else it may run through several tables."""
    first, last = extent
    parting = without_empty(companions_of(gutter, gutters, first, last), lines[first : last + 1])
    if reads_down(Band(first, last, parting), lines):
        return [extent]
    return _cut_where_lone(first, last, alive)


def _cut_where_lone(first: int, last: int, alive: Sequence[int]) -> list[tuple[int, int]]:
    """Cut a stretch where for two lines or more only its own gutter goes on, between tables with more of them."""
    stretches: list[tuple[int, int]] = []
    start = index = first
    while index <= last:
        end = index
        while end <= last and alive[end] <= 1:
            end += 1
        inner = index > first and end <= last
        if end - index >= 2 and inner:
            stretches.append((start, index - 1))
            start = end
        index = max(end, index + 1)
    return [*stretches, (start, last)]


def _widen(first: int, last: int, gutter: Gutter, gutters: Sequence[Gutter], lines: Sequence[Line]) -> tuple[int, int]:
    """Take in the lines above and below in which most of the gutters beside go on, though a word reaches over one."""
    beside = [g for g in gutters if g.first <= last and g.last >= first and (g.lo > gutter.hi or g.hi < gutter.lo)]
    beside = [g for g in beside if min(g.last, last) - max(g.first, first) >= 0.5 * (last - first)]

    def goes_on(index: int) -> bool:
        line = lines[index]
        parted = [g for g in beside if g.first <= index <= g.last and line.x0 < g.lo and line.x1 > g.hi]
        return len(parted) >= 2 and all(is_parted(line, g) for g in parted)

    while last + 1 < len(lines) and goes_on(last + 1):
        last += 1
    while first > 0 and goes_on(first - 1):
        first -= 1
    return first, last


def _is_list(band: Band, lines: Sequence[Line]) -> bool:
    """Whether the columns are only numbers or bullets set apart from the items of a list."""
    if len(band.gutters) != 1:
        return False
    left = columns_of(lines[band.first : band.last + 1], band.gutters)[0]
    if not left:
        return True
    marks = sum(split_marker(line.text + " x")[1] == "x" or line.text.strip(".) ").isdigit() for line in left)
    return marks >= 0.9 * len(left)
