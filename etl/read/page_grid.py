"""What stands in the cells of ruled tables, and words that a rule strikes out."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.page import Page, Rule, Word
from etl.read.page_cells import Grid, GridCell
from etl.read.page_frames import find_frames


def strike_words(page: Page) -> None:
    """Mark words that a rule runs through as struck, and take such rules from the page.

    A rule that ends on vertical rules at both sides is the border of a cell, unless most of it runs through words.
    """
    kept: list[Rule] = []
    for rule in page.across:
        hit = [word for word in page.words if _runs_through(rule, word)]
        covered = sum(min(word.x1, rule.end) - max(word.x0, rule.start) for word in hit)
        bordered = sum(
            any(abs(d.at - end) < 2 and d.start - 2 < rule.at < d.end + 2 for d in page.down)
            for end in (rule.start, rule.end)
        )
        if hit and (bordered < 2 or (len(hit) > 2 and covered > 0.3 * rule.length)):
            for word in hit:
                word.struck = True
        else:
            kept.append(rule)
    page.across = kept


def _runs_through(rule: Rule, word: Word) -> bool:
    height = word.bottom - word.top
    inside = word.top + 0.3 * height < rule.at < word.top + 0.72 * height
    if not inside or word.x1 <= word.x0:
        return False
    return min(word.x1, rule.end) - max(word.x0, rule.start) > 0.6 * (word.x1 - word.x0)


def find_grids(page: Page) -> tuple[list[Grid], list[Word]]:
    """Return the ruled tables of a page, and the words outside them.

    Args:
        page: the marks; struck words are marked already.
    """
    frames = find_frames(page.across, page.down, rough=page.rough)
    outer: dict[int, GridCell] = {}
    for index, frame in enumerate(frames):
        found = _cell_around(frame, frames)
        if found is not None:
            outer[index] = found
    words = list(page.words)
    for index in sorted(range(len(frames)), key=lambda i: i not in outer):  # what stands inside is filled first
        words = _fill(frames[index], words)
    grids: list[Grid] = []
    for index, frame in enumerate(frames):
        if not any(cell.words for cell in frame.cells) and not any(cell.inner for cell in frame.cells):
            continue
        if index in outer:
            outer[index].inner.append(frame)
        else:
            grids.append(frame)
    return [grid for grid in grids if any(cell.filled for cell in grid.cells)], words


def _cell_around(frame: Grid, frames: Sequence[Grid]) -> GridCell | None:
    """Return the cell of another table in which a table stands, None where it stands by itself."""
    for other in frames:
        if other is frame:
            continue
        for cell in other.cells:
            x0, x1 = other.xs[cell.column], other.xs[cell.column_end]
            y0, y1 = other.ys[cell.row], other.ys[cell.row_end]
            inside = (
                x0 - 1 <= frame.xs[0] and frame.xs[-1] <= x1 + 1 and y0 - 1 <= frame.ys[0] and frame.ys[-1] <= y1 + 1
            )
            if inside and (x1 - x0) * (y1 - y0) > 1.02 * (frame.xs[-1] - frame.xs[0]) * (frame.ys[-1] - frame.ys[0]):
                return cell
    return None


def _fill(frame: Grid, words: Sequence[Word]) -> list[Word]:
    """Put words into the cells they stand in, and return those that stand in none."""
    owner = {
        (row, column): cell
        for cell in frame.cells
        for row in range(cell.row, cell.row_end)
        for column in range(cell.column, cell.column_end)
    }
    rest: list[Word] = []
    for word in words:
        row, column = _slot(frame.ys, word.middle), _slot(frame.xs, (word.x0 + word.x1) / 2)
        found = owner.get((row, column)) if row is not None and column is not None else None
        if found is None:
            rest.append(word)
        else:
            found.words.append(word)
    return rest


def _slot(cuts: list[float], place: float) -> int | None:
    if not cuts[0] <= place <= cuts[-1]:
        return None
    for index in range(len(cuts) - 1):
        if place <= cuts[index + 1]:
            return index
    return None
