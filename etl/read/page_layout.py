"""The pages of a document as blocks in reading order: tables, columns, paragraphs, furniture."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.page import Line, Page, Word, gather_lines, median
from etl.read.page_bands import find_bands
from etl.read.page_cells import Grid
from etl.read.page_columns import Band, columns_of, is_across
from etl.read.page_furniture import take_furniture
from etl.read.page_grid import find_grids, strike_words
from etl.read.page_hyphens import Hyphens
from etl.read.page_join import Piece, join_pages
from etl.read.page_rows import make_table
from etl.read.page_ruled import is_layout, sketch_grid
from etl.read.page_table import Counter, Sketch, finish_table
from etl.read.page_text import Passage, finish_passage, gather_passages
from etl.records import Block

MAX_DEPTH = 4


def lay_out(pages: Sequence[Page]) -> list[Block]:
    """Return the paragraphs and tables of pages in the order in which they are read.

    Args:
        pages: the marks of each page, in order; they are taken apart.
    """
    for page in pages:
        strike_words(page)
    furniture = take_furniture(pages)
    hyphens = Hyphens(line.text for page in pages for line in gather_lines(page.words))
    body = median((word.size for page in pages for word in page.words), 10.0)
    frames = _frames(pages)
    flows: list[list[Piece]] = []
    for page, taken in zip(pages, furniture, strict=True):
        reader = _PageReader(page, hyphens, body, frames[round(page.width / 20)])
        head = [_furnish(line, page) for line, top in taken if top]
        foot = [_furnish(line, page) for line, top in taken if not top]
        flows.append([*head, *reader.read(), *foot])
    return _finish(join_pages(flows, hyphens), hyphens)


def _frames(pages: Sequence[Page]) -> dict[int, tuple[float, float]]:
    """Return the left and right edge of the text for pages of each width."""
    frames: dict[int, tuple[float, float]] = {}
    for page in pages:
        lines = [line for line in gather_lines(page.words) if len(line.words) > 2] or gather_lines(page.words)
        left, right = min((line.x0 for line in lines), default=1e6), max((line.x1 for line in lines), default=0.0)
        low, high = frames.get(round(page.width / 20), (1e6, 0.0))
        frames[round(page.width / 20)] = (min(left, low), max(right, high))
    return frames


def _furnish(line: Line, page: Page) -> Passage:
    return Passage([line], [], 0, page.width, page.number, furniture=True)


def _finish(pieces: Sequence[Piece], hyphens: Hyphens) -> list[Block]:
    blocks: list[Block] = []
    counter = Counter()
    paragraphs = 0
    for piece in pieces:
        if isinstance(piece, Sketch):
            blocks.append(finish_table(piece, counter))
        else:
            paragraphs += 1
            blocks.append(finish_passage(piece, paragraphs, hyphens))
    return blocks


class _PageReader:
    """Takes one page apart: ruled tables first, then columns, then running text."""

    def __init__(self, page: Page, hyphens: Hyphens, body: float, frame: tuple[float, float]) -> None:
        self.page = page
        self.frame = frame
        self.hyphens = hyphens
        self.body = body

    def read(self) -> list[Piece]:
        """Return what stands on the page, in reading order."""
        grids, words = find_grids(self.page)
        boxes: list[Sketch | list[Piece]] = []
        places: list[tuple[float, float, float, float]] = []
        for grid in grids:
            places.append((grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]))
            if is_layout(grid):
                boxes.append(self._read_cells(grid))
            else:
                boxes.append(sketch_grid(grid, self.page, self.hyphens))
        left = min([self.frame[0], *(place[0] for place in places)])
        right = max([self.frame[1], *(place[2] for place in places)])
        found = list(zip(places, boxes, strict=True))
        return self._read_zone(words, found, left, right, 0)

    def _read_cells(self, grid: Grid) -> list[Piece]:
        """Read the cells of a frame that only sets texts beside each other, one after the other."""
        pieces: list[Piece] = []
        for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):
            if cell.words:
                left, right = grid.xs[cell.column] + 3, grid.xs[cell.column_end] - 3
                pieces += self._read_zone(cell.words, [], left, right, 1)
        return pieces

    def _read_zone(
        self,
        words: Sequence[Word],
        boxes: Sequence[tuple[tuple[float, float, float, float], Sketch | list[Piece]]],
        left: float,
        right: float,
        depth: int,
    ) -> list[Piece]:
        """Read the words of a zone, with the tables already found in it, from top to bottom."""
        lines = gather_lines(list(words))
        pieces: list[Piece] = []
        start = 0
        for place, box in sorted(boxes, key=lambda item: item[0][1]):
            end = start
            while end < len(lines) and (lines[end].top + lines[end].bottom) / 2 < place[1]:
                end += 1
            pieces += self._read_lines(lines[start:end], left, right, depth)
            start = end
            pieces += box if isinstance(box, list) else [box]
        return pieces + self._read_lines(lines[start:], left, right, depth)

    def _read_lines(self, lines: Sequence[Line], left: float, right: float, depth: int) -> list[Piece]:
        if not lines:
            return []
        bands = find_bands(lines, (left, right), narrow=depth > 0) if depth < MAX_DEPTH else []
        pieces: list[Piece] = []
        start = 0
        for band in bands:
            pieces += self._read_text(lines[start : band.first], left, right)
            if band.reads_down:
                begin = self._body_of(lines, band)
                pieces += self._read_text(lines[band.first : begin], left, right)
                band.first = begin
            stretch = lines[band.first : band.last + 1]
            if band.reads_down:
                pieces += self._read_columns(stretch, band, left, right, depth)
            else:
                table = make_table(
                    stretch,
                    band,
                    self.page.across,
                    self.hyphens,
                    self.page.number,
                    (left, right),
                    rough=self.page.rough,
                )
                pieces.append(table)
            start = band.last + 1
        return pieces + self._read_text(lines[start:], left, right)

    def _body_of(self, lines: Sequence[Line], band: Band) -> int:
        """Return where the columns begin below a running head: a rule or wide white parts it from them."""
        for index in range(band.first, min(band.first + 3, band.last)):
            above, below = lines[index], lines[index + 1]
            ruled = any(
                above.bottom - 2 < rule.at < below.top + 2 and rule.start < lo and hi < rule.end
                for rule in self.page.across
                for lo, hi in band.gutters[:1]
            )
            if ruled or below.top - above.bottom > 1.5 * below.size:
                return index + 1
        return band.first

    def _read_columns(self, lines: Sequence[Line], band: Band, left: float, right: float, depth: int) -> list[Piece]:
        pieces: list[Piece] = []
        across = [line for line in lines if is_across(line, band.gutters)]
        for line in across:
            pieces += self._read_text([line], left, right)
        for column in columns_of(lines, band.gutters):
            low, high = min(line.x0 for line in column), max(line.x1 for line in column)
            pieces += self._read_lines(column, low, high, depth + 1)
        return pieces

    def _read_text(self, lines: Sequence[Line], left: float, right: float) -> list[Piece]:
        if not lines:
            return []
        return list(gather_passages(lines, left, right, self.page.number, self.body, rough=self.page.rough))
