"""Tables without rules: the lines of a band of columns put together into rows."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.page import Line, Rule, Word, gather_lines
from etl.read.page_columns import Band
from etl.read.page_cuts import cut_rows
from etl.read.page_hyphens import Hyphens, joins_on
from etl.read.page_levels import Level, make_levels
from etl.read.page_table import Sketch, SketchCell, SketchRow, add_text, make_sketch_cell


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
