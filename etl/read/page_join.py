"""What goes on over the edge of a page or column: paragraphs, tables, and the rows that a page cut in two."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.page_hyphens import Hyphens, join_lines
from etl.read.page_table import Edge, Sketch, SketchCell, SketchRow, add_text
from etl.read.page_text import Passage, append, goes_on

Piece = Sketch | Passage

REACH = 7.0
"""How far the borders of columns may shift from one page to the next, in points."""


def join_pages(flows: Sequence[Sequence[Piece]], hyphens: Hyphens) -> list[Piece]:
    """Return the pieces of all pages in order, with what goes on joined to its beginning.

    Args:
        flows: the pieces of each page in reading order, furniture first and last.
        hyphens: what the document shows about broken words.
    """
    joined: list[Piece] = []
    for flow in flows:
        for piece in flow:
            place = _last_content(joined)
            last = joined[place] if place is not None else None
            if isinstance(piece, Passage) and piece.furniture:
                joined.append(piece)
            elif (
                isinstance(last, Passage)
                and isinstance(piece, Passage)
                and _next_to(last, piece)
                and goes_on(last, piece)
            ):
                append(last, piece)
            elif isinstance(last, Sketch) and isinstance(piece, Sketch) and _continues(last, piece):
                _append_table(last, piece)
            elif isinstance(piece, Sketch) and (found := _heading_between(joined, piece)):
                table, heading = found
                joined.pop()
                _append_heading(table, heading, hyphens)
                _append_table(table, piece)
            elif isinstance(last, Sketch) and isinstance(piece, Passage) and _belongs_to(last, piece):
                _append_lines(last, piece, hyphens)
            else:
                joined.append(piece)
    return _join_halves(joined)


def _join_halves(pieces: list[Piece]) -> list[Piece]:
    """Join tables that are the left and right half of a sheet too wide for its paper: rows at the same heights."""
    kept: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Sketch):
            other = next((p for p in reversed(kept) if isinstance(p, Sketch)), None)
            if other is not None and _is_other_half(other, piece):
                width = other.width
                for row, rest in zip(other.rows, piece.rows, strict=True):
                    for cell in rest.cells:
                        cell.column += width
                    row.cells += rest.cells
                other.edges = [*other.edges, *((a + other.right, b + other.right) for a, b in piece.edges[1:])]
                continue
        kept.append(piece)
    return kept


def _is_other_half(left: Sketch, right: Sketch) -> bool:
    if len(left.rows) != len(right.rows) or len(left.rows) < 3 or right.page != left.last_page + 1:
        return False
    if any(abs(a.top - b.top) > 1.5 or not a.top for a, b in zip(left.rows, right.rows, strict=True)):
        return False
    pages = {b.page - a.page for a, b in zip(left.rows, right.rows, strict=True)}
    names = {cell.text for cell in left.rows[0].cells}
    return len(pages) == 1 and not any(cell.text in names for cell in right.rows[0].cells if cell.text)


def _last_content(pieces: Sequence[Piece]) -> int | None:
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if not (isinstance(piece, Passage) and piece.furniture):
            return index
    return None


def _next_to(last: Passage, following: Passage) -> bool:
    """Whether a passage stands at the top of the next column or page, not just below the last one."""
    end, begin = last.lines[-1], following.lines[0]
    return following.page != last.page or begin.top < end.top


def _continues(last: Sketch, following: Sketch) -> bool:
    if following.page not in (last.last_page, last.last_page + 1):
        return False
    if following.page == last.last_page and (not last.ruled or following.top - last.bottom > 6):
        return False
    return _match(last.edges, following.edges) is not None


def _heading_between(pieces: Sequence[Piece], following: Sketch) -> tuple[Sketch, Passage] | None:
    """Return a table and the line below it where that is a row without borders at its sides, and the table goes on."""
    if len(pieces) < 2 or not following.ruled:
        return None
    table, line = pieces[-2:]
    if not isinstance(table, Sketch) or not isinstance(line, Passage) or line.furniture or len(line.lines) > 1:
        return None
    if not table.ruled or table.last_page != following.page or line.page != following.page:
        return None
    close = following.top - table.bottom < 2.6 * line.size and table.bottom <= line.lines[0].top + 2
    same = len(table.edges) == len(following.edges) and all(
        abs(_middle(a) - _middle(b)) < 3 for a, b in zip(table.edges, following.edges, strict=False)
    )
    again = [c.text for c in table.rows[0].cells] == [c.text for c in following.rows[0].cells]
    return (table, line) if close and same and not again else None


def _append_heading(table: Sketch, passage: Passage, hyphens: Hyphens) -> None:
    joined = join_lines(passage.lines, hyphens)
    cell = SketchCell(joined.text, 0, table.width, bold=joined.bold, confidence=joined.confidence)
    table.rows.append(SketchRow([cell], passage.page, passage.lines[0].top))
    table.bottom = passage.lines[0].bottom


def _belongs_to(last: Sketch, passage: Passage) -> bool:
    """Whether lines at the top of a page are the rest of a cell of an unruled table, set where its column is."""
    if last.ruled or passage.page != last.last_page + 1 or passage.heading or not last.rows or len(passage.lines) > 8:
        return False
    starts = [cell.start for row in last.rows[-6:] for cell in row.cells if cell.column and cell.start]
    return any(all(abs(line.x0 - start) < 3 for line in passage.lines) for start in starts)


def _append_lines(last: Sketch, passage: Passage, hyphens: Hyphens) -> None:
    """Add lines to the last cell of their column."""
    rest = SketchCell(join_lines(passage.lines, hyphens, passage.breaks).text, 0)
    start = passage.lines[0].x0
    for row in reversed(last.rows[-6:]):
        for cell in row.cells:
            if cell.start and abs(cell.start - start) < 3:
                add_text(cell, rest)
                last.last_page = passage.page
                return


def _match(one: Sequence[Edge], other: Sequence[Edge]) -> tuple[list[int], list[int], list[Edge]] | None:
    """Return where the edges of two tables lie in the edges of both together, None where they are different tables.

    One must have all the edges of the other, but for a common shift (left and right pages).
    """
    more, fewer = (one, other) if len(one) >= len(other) else (other, one)
    if len(fewer) < 2:
        return None
    for shift in (0.0, _middle(more[0]) - _middle(fewer[0])):
        places: list[int] = []
        for index, edge in enumerate(fewer):
            outer = index in (0, len(fewer) - 1)
            found = _nearest(more, edge, shift, 4 * REACH if outer else REACH)
            if found is None or (places and found <= places[-1]):
                break
            places.append(found)
        if len(places) == len(fewer) and places[0] == 0 and places[-1] == len(more) - 1:
            if len(fewer) <= 2 < len(more) - 1 or len(fewer) < 0.5 * len(more):
                return None
            whole = list(range(len(more)))
            return (whole, places, list(more)) if more is one else (places, whole, list(more))
    return None


def _middle(edge: Edge) -> float:
    return (edge[0] + edge[1]) / 2


def _nearest(edges: Sequence[Edge], edge: Edge, shift: float, reach: float) -> int | None:
    low, high = edge[0] + shift, edge[1] + shift
    best = min(range(len(edges)), key=lambda i: max(edges[i][0] - high, low - edges[i][1]))
    return best if max(edges[best][0] - high, low - edges[best][1]) <= reach else None


def _append_table(last: Sketch, following: Sketch) -> None:
    match = _match(last.edges, following.edges)
    if match is None:
        return
    ours, theirs, edges = match
    _move(last.rows, ours)
    _move(following.rows, theirs)
    last.edges = edges
    rows = following.rows
    if following.page != last.last_page:
        skipped = _repeated(last, rows)
        if len(edges) == 3 and not last.ruled and skipped < len(rows) and len(last.rows[-1].cells) == 2:
            below = rows[skipped].cells
            if len(below) == 1 and below[0].column == 1 and below[0].colspan == 1:
                add_text(last.rows[-1].cells[1], below[0])
                rows = rows[:skipped] + rows[skipped + 1 :]
        elif skipped < len(rows) and _is_rest(last, rows[skipped]):
            _add_rest(last.rows[-1], rows[skipped])
            rows = rows[:skipped] + rows[skipped + 1 :]
    last.rows += rows
    last.last_page, last.bottom = following.last_page, following.bottom


def _move(rows: Sequence[SketchRow], places: Sequence[int]) -> None:
    for row in rows:
        for cell in row.cells:
            end = min(cell.column + cell.colspan, len(places) - 1)
            cell.column, cell.colspan = places[cell.column], places[end] - places[cell.column]


def _repeated(last: Sketch, rows: Sequence[SketchRow]) -> int:
    """Return how many rows at the top repeat the heading of the table."""
    count = 0
    for own, row in zip(last.rows, rows, strict=False):
        if [cell.text for cell in own.cells] != [cell.text for cell in row.cells]:
            break
        count += 1
    return count


def _is_rest(last: Sketch, row: SketchRow) -> bool:
    """Whether a row is the rest of the one that the page cut: what every row begins with is missing."""
    body = [r for r in last.rows if len(r.cells) > 1]
    if len(body) < 3 or not row.cells or not last.rows[-1].cells or any(cell.colspan > 1 for cell in row.cells):
        return False
    filled = {cell.column for cell in row.cells if cell.filled}
    before = {cell.column for cell in last.rows[-1].cells if cell.filled}
    always = {
        column
        for column in range(last.width)
        if sum(any(cell.column == column and cell.filled for cell in r.cells) for r in body) >= 0.95 * len(body)
    }
    if len(always) < 2 or always <= filled or not filled <= before:
        return False
    return min(always) not in filled or any(_goes_on(own, cell) for own in last.rows[-1].cells for cell in row.cells)


def _goes_on(above: SketchCell, below: SketchCell) -> bool:
    """Whether the text of a cell goes on in one below: in the middle of quotation marks, closed there."""
    if above.column != below.column or not below.text[:1].islower():
        return False
    return above.text.count("«") > above.text.count("»") and below.text.count("»") > below.text.count("«")


def _add_rest(row: SketchRow, rest: SketchRow) -> None:
    for cell in rest.cells:
        own = next((c for c in row.cells if c.column == cell.column), None)
        if own is None:
            row.cells.append(cell)
            continue
        if own.inner and cell.inner and _match(own.inner[-1].edges, cell.inner[0].edges):
            _append_table(own.inner[-1], cell.inner.pop(0))
        add_text(own, cell)
