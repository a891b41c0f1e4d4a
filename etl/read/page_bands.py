"""White gutters that run down a page: where print stands in columns, and whether these are read down or across."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.read.markers import split_marker
from etl.read.page import Line, Rule, Word, gather_lines, median
from etl.read.page_hyphens import leading_of

MIN_LINES = 3
"""Columns of fewer lines on one side are a date line or a signature, not columns."""

_DASHES = frozenset("-–—−•")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(slots=True)
class Gutter:
    """White from ``lo`` to ``hi`` through the lines ``first`` to ``last`` (indices, inclusive)."""

    lo: float
    hi: float
    first: int
    last: int
    left: list[int]
    right: list[int]


@dataclass(slots=True)
class Band:
    """Lines ``first`` to ``last`` of a zone that stand in columns parted by gutters.

    ``reads_down`` is set where each column is a text of its own (a newspaper), not a column of a table.
    """

    first: int
    last: int
    gutters: list[tuple[float, float]]
    reads_down: bool = False


def find_bands(
    lines: Sequence[Line],
    separators: Sequence[Rule] = (),
    zone: tuple[float, float] | None = None,
    *,
    narrow: bool = False,
) -> list[Band]:
    """Return the stretches of a zone that stand in columns, in order and without overlaps.

    Args:
        lines: the lines of a zone from top to bottom.
        separators: vertical rules between columns.
        zone: left and right edge of the text around.
        narrow: the zone is a column of running text: only wide white parts it, for its lines are set with wide spaces.
    """
    justified = len(lines) >= 6 and _fullness(lines) >= 0.5
    gutters = [g for g in _track(lines, separators) if _supported(g, lines, justified=justified)]
    if narrow:
        gutters = [g for g in gutters if g.hi - g.lo > 1.1 * lines[g.first].size]
    extents = {id(g): _extent(g, lines) for g in gutters}
    alive = [sum(a <= index <= b for a, b in extents.values()) for index in range(len(lines))]
    bands: list[Band] = []
    free = [True] * len(lines)
    for gutter in sorted(gutters, key=lambda g: -_weight(g)):
        for first, last in _stretches_of(gutter, gutters, extents[id(gutter)], alive, lines):
            first, last = _widen(first, last, gutter, gutters, lines)
            while first <= last and not free[first]:
                first += 1
            if last - first + 1 < min(MIN_LINES, len(lines)) or not all(free[first : last + 1]):
                continue
            parting = _without_empty(_companions(gutter, gutters, first, last), lines[first : last + 1])
            whole = Band(first, last, parting)
            whole.reads_down = reads_down(whole, lines) or _runs_on(whole, lines)
            parts = [whole] if whole.reads_down else _part_at_headings(whole, gutter, gutters, lines, zone)
            for band in parts:
                if not _is_list(band, lines) and (band.reads_down or _stand_beside(band, lines) >= 2):
                    bands.append(band)
                    free[band.first : band.last + 1] = [False] * (band.last + 1 - band.first)
    bands.sort(key=lambda band: band.first)
    for index, band in enumerate(bands):
        if band.reads_down:
            end = bands[index + 1].first if index + 1 < len(bands) else len(lines)
            band.last = _flow_on(band, lines, end)
    return _join_over_headings(bands, lines)


def _goes_on_below(above: Line, line: Line) -> bool:
    """Whether a line begins, or is centred, where a part of the line above it is."""
    parts: list[list[Word]] = [[above.words[0]]]
    for word in above.words[1:]:
        if word.x0 - parts[-1][-1].x1 >= _least(above):
            parts.append([word])
        else:
            parts[-1].append(word)
    slack = 0.3 * line.size
    middle = (line.x0 + line.x1) / 2
    return any(
        abs(part[0].x0 - line.x0) < slack or abs((part[0].x0 + part[-1].x1) / 2 - middle) < slack for part in parts
    )


def _stand_beside(band: Band, lines: Sequence[Line]) -> int:
    """Return how many lines of a band have print in two columns or more."""
    return sum(
        len({column_of(word, band.gutters) for word in line.words}) > 1 for line in lines[band.first : band.last + 1]
    )


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
            own = _companions(gutter, gutters, start, cut - 1)
            bands.append(Band(start, cut - 1, _without_empty(own, lines[start:cut])))
        start = cut + 1
    return bands


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


def _stretches_of(
    gutter: Gutter, gutters: Sequence[Gutter], extent: tuple[int, int], alive: Sequence[int], lines: Sequence[Line]
) -> list[tuple[int, int]]:
    """Return all that a gutter parts where it parts texts; else it may run through several tables."""
    first, last = extent
    parting = _without_empty(_companions(gutter, gutters, first, last), lines[first : last + 1])
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
        return len(parted) >= 2 and all(_is_parted(line, g) for g in parted)

    while last + 1 < len(lines) and goes_on(last + 1):
        last += 1
    while first > 0 and goes_on(first - 1):
        first -= 1
    return first, last


def _runs_on(band: Band, lines: Sequence[Line]) -> bool:
    """Whether one column goes on as running text below where the others have ended: they are menus beside a text."""
    below: list[Line] = []
    for line in lines[band.last + 1 :]:
        if is_across(line, band.gutters) or len({column_of(word, band.gutters) for word in line.words}) != 1:
            break
        below.append(line)
    if len(below) < max(8, band.last - band.first) or median(len(line.text) for line in below) < 35:
        return False
    return _fullness(below) >= 0.4


def _flow_on(band: Band, lines: Sequence[Line], end: int) -> int:
    """Return the last line of columns read down, those included that go on where the others have ended."""
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


def _weight(gutter: Gutter) -> float:
    return min(len(gutter.left), len(gutter.right)) * 4 + len(gutter.left) + len(gutter.right)


def _track(lines: Sequence[Line], separators: Sequence[Rule]) -> list[Gutter]:
    """Follow the white between words down the lines; a gutter ends at the line that prints over it."""
    active: list[Gutter] = []
    done: list[Gutter] = []
    for index, line in enumerate(lines):
        gaps = _gaps(line)
        following: list[Gutter] = []
        for gutter in active:
            parts = [
                (max(gutter.lo, lo), min(gutter.hi, hi))
                for lo, hi in gaps
                if min(gutter.hi, hi) - max(gutter.lo, lo) >= _least(line)
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
            if free >= _least(line):
                active.append(_begin(lo, hi, index, lines))
    done.extend(active)
    return done


def _gap_beside(lines: Sequence[Line], index: int) -> list[tuple[float, float]]:
    """Return the white between a line and the one before it where they stand beside each other, out of step."""
    if index == 0:
        return []
    above, line = lines[index - 1], lines[index]
    left, right = (above, line) if above.x0 < line.x0 else (line, above)
    beside = line.top < above.bottom - 0.2 * line.size and right.x0 - left.x1 >= _least(line)
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
            if min(gutter.hi, b) - max(gutter.lo, a) >= _least(line)
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


def _least(line: Line) -> float:
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


def _supported(gutter: Gutter, lines: Sequence[Line], *, justified: bool) -> bool:
    """Whether enough lines stand on both sides of a gutter at the same height; justified lines have wide white too."""
    fewer = min(_beside(gutter, lines))
    shared = set(gutter.left) & set(gutter.right)
    both = [i for i in shared if _is_parted(lines[i], gutter)]
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


def _extent(gutter: Gutter, lines: Sequence[Line]) -> tuple[int, int]:
    """Return the lines a gutter parts: without those above and below that stand on one side and fit no column."""
    low, high = max(gutter.left[0], gutter.right[0]), min(gutter.left[-1], gutter.right[-1])
    first, last = min(low, high), max(low, high)
    both = sorted(set(gutter.left) & set(gutter.right))
    if both:
        first, last = min(first, both[0]), max(last, both[-1])
    while first < last and not _is_parted(lines[first], gutter):
        first += 1
    while last > first and not _is_parted(lines[last], gutter):
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


def _is_parted(line: Line, gutter: Gutter, factor: float = 1.8) -> bool:
    """Whether the white at a gutter is wider than between the words of a justified line."""
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
        places += [b.x0 for a, b in zip(line.words, line.words[1:], strict=False) if b.x0 - a.x1 > _least(line)]
        for place in places:
            counts[round(place)] = counts.get(round(place), 0) + 1
    return [place for place, count in counts.items() if count >= 2]


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


def _companions(main: Gutter, gutters: Sequence[Gutter], first: int, last: int) -> list[tuple[float, float]]:
    """Return the gutters that run beside the main one for at least half of its lines, from left to right."""
    found: list[tuple[float, float, set[int]]] = []
    span = set(range(first, last + 1))
    for gutter in sorted(gutters, key=lambda g: -_weight(g)):
        own = set(range(gutter.first, gutter.last + 1)) & span
        for index, (lo, hi, seen) in enumerate(found):
            if min(hi, gutter.hi) - max(lo, gutter.lo) > 2:
                found[index] = (max(lo, gutter.lo), min(hi, gutter.hi), seen | own)
                break
        else:
            found.append((gutter.lo, gutter.hi, own))
    kept = [(lo, hi) for lo, hi, seen in found if len(seen) >= 0.5 * len(span) or (lo <= main.lo and main.hi <= hi)]
    return sorted(kept)


def _without_empty(gutters: list[tuple[float, float]], lines: Sequence[Line]) -> list[tuple[float, float]]:
    """Join gutters that have no print between them."""
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


def _is_list(band: Band, lines: Sequence[Line]) -> bool:
    """Whether the columns are only numbers or bullets set apart from the items of a list."""
    if len(band.gutters) != 1:
        return False
    left = columns_of(lines[band.first : band.last + 1], band.gutters)[0]
    if not left:
        return True
    marks = sum(split_marker(line.text + " x")[1] == "x" or line.text.strip(".) ").isdigit() for line in left)
    return marks >= 0.9 * len(left)


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
    if all(_fullness(column) >= 0.55 for column in columns) and min(len(c) for c in columns) >= 5:
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


def _fullness(column: Sequence[Line]) -> float:
    """Return the share of lines that reach the right edge of a column."""
    edge = sorted(line.x1 for line in column)[int(0.9 * (len(column) - 1))]
    size = median(line.size for line in column)
    return sum(line.x1 > edge - 0.7 * size for line in column) / len(column)


def _join_over_headings(bands: list[Band], lines: Sequence[Line]) -> list[Band]:
    """Join tables with the same columns that only one to three lines part: rows that head a group."""
    joined: list[Band] = []
    for band in bands:
        last = joined[-1] if joined else None
        if last is not None and not last.reads_down and not band.reads_down and band.first - last.last <= 4:
            common = _common(last.gutters, band.gutters)
            if common is not None and _close_by(last, band, lines) and _stays_parted(last, band, common, lines):
                joined[-1] = Band(last.first, band.last, common)
                continue
        joined.append(band)
    return joined


def _common(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> list[tuple[float, float]] | None:
    if len(one) != len(other):
        return None
    pairs = [(max(a[0], b[0]), min(a[1], b[1])) for a, b in zip(one, other, strict=True)]
    return pairs if all(hi - lo > 1 for lo, hi in pairs) else None


def _stays_parted(above: Band, below: Band, common: list[tuple[float, float]], lines: Sequence[Line]) -> bool:
    """Whether the lines of two tables still stand in columns when their gutters are made one."""
    both = [(band, line) for band in (above, below) for line in lines[band.first : band.last + 1]]
    lost = sum(is_across(line, common) and not is_across(line, band.gutters) for band, line in both)
    return lost <= max(1, 0.05 * len(both))


def _close_by(above: Band, below: Band, lines: Sequence[Line]) -> bool:
    stretch = lines[above.last : below.first + 1]
    step = leading_of(lines[above.first : below.last + 1])
    return all(b.top - a.top < 3.5 * step for a, b in zip(stretch, stretch[1:], strict=False))
