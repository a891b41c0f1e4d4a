"""Pieces of a page set below each other on one picture, so that one call reads them all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from etl.read.ocr_image import TARGET_DPI, Picture, Prepared
from etl.read.ocr_tesseract import BLOCK, Reading, recognise
from etl.read.page_cells import Grid, GridCell

_MARGIN = 14
_BORDER = 20


def read_cells(ready: Prepared, frames: Sequence[Grid], languages: str) -> list[list[Reading]]:
    """Return what stands in ruled tables, line by line: the cells of one column are read from one picture.

    Args:
        ready: the page.
        frames: its ruled tables.
        languages: as Tesseract names them.
    """
    groups: dict[tuple[int, int, int], list[tuple[Grid, GridCell]]] = {}
    for index, frame in enumerate(frames):
        for cell in frame.cells:
            groups.setdefault((index, cell.column, cell.column_end), []).append((frame, cell))
    strips = [_make_strip(ready, members) for members in groups.values()]
    strips = [strip for strip in strips if strip.places]
    found: list[list[Reading]] = []
    for strip, readings in zip(
        strips, recognise([s.picture for s in strips], BLOCK, TARGET_DPI, languages), strict=True
    ):
        found += strip.take_apart(readings)
    return found


@dataclass(slots=True)
class Strip:
    """Cells below each other: for each its first and last row in the strip, and its corner on the page."""

    picture: Picture
    places: list[tuple[int, int, int, int]]

    def take_apart(self, readings: Iterable[Reading]) -> list[list[Reading]]:
        """Return what was read with places on the page, line by line; lines never reach over two cells."""
        lines: dict[tuple[int, tuple[int, int, int]], list[Reading]] = {}
        for reading in readings:
            middle = reading.top + reading.height / 2
            for index, (first, last, x, y) in enumerate(self.places):
                if first <= middle < last:
                    moved = replace(reading, left=reading.left + x, top=reading.top - first + y)
                    lines.setdefault((index, reading.line), []).append(moved)
                    break
        return list(lines.values())


def _make_strip(ready: Prepared, members: Sequence[tuple[Grid, GridCell]]) -> Strip:
    parts: list[tuple[Picture, int, int]] = []
    for frame, cell in members:
        x0, x1 = (int(frame.xs[c] * ready.scale) for c in (cell.column, cell.column_end))
        y0, y1 = (int(frame.ys[r] * ready.scale) for r in (cell.row, cell.row_end))
        inset = int(1.0 * ready.scale)
        x0, y0, x1, y1 = max(0, x0 + inset), max(0, y0 + inset), x1 - inset, y1 - inset
        if x1 - x0 < 10 or y1 - y0 < 10:
            continue
        box = _print_box(ready.grey[y0:y1, x0:x1])
        if box is not None:
            top, bottom = box
            parts.append((ready.grey[y0 + top : y0 + bottom, x0:x1], x0, y0 + top))
    return stack_pieces(parts) if parts else Strip(np.zeros((1, 1), np.uint8), [])


def stack_pieces(parts: Sequence[tuple[Picture, int, int]]) -> Strip:
    """Return pieces of a page below each other.

    Args:
        parts: each with its left and upper corner on the page.
    """
    width = max(part.shape[1] for part, _, _ in parts) + 2 * _BORDER
    height = sum(part.shape[0] + 2 * _MARGIN for part, _, _ in parts) + 2 * _BORDER
    picture = np.full((height, width), 255, np.uint8)
    places = []
    row = _BORDER
    for part, x, y in parts:
        row += _MARGIN
        picture[row : row + part.shape[0], _BORDER : _BORDER + part.shape[1]] = part
        places.append((row - _MARGIN, row + part.shape[0] + _MARGIN, x - _BORDER, y - _MARGIN))
        row += part.shape[0] + _MARGIN
    return Strip(picture, places)


def _print_box(cell: Picture) -> tuple[int, int] | None:
    """Return the rows of a cell that hold print, None for an empty one."""
    dark = cell < 150
    if int(dark.sum()) < 25:
        return None
    rows = np.nonzero(dark.sum(axis=1) >= 1)[0]
    return max(0, int(rows[0]) - 4), min(cell.shape[0], int(rows[-1]) + 5)
