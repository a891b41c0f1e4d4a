"""What stands on a page outside of ruled tables, and print that was passed over."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from etl.read.ocr_image import TARGET_DPI, Picture, Prepared
from etl.read.ocr_strips import stack_pieces
from etl.read.ocr_tesseract import AUTOMATIC, BLOCK, Reading, recognise
from etl.read.page import median
from etl.read.page_cells import Grid

MAX_MISSED = 200
"""Pieces of a page that were passed over and are read again at most."""


def read_rest(ready: Prepared, frames: Sequence[Grid], languages: str) -> list[list[Reading]]:
    """Return what stands outside of ruled tables, line by line; columns are found by Tesseract.

    Args:
        ready: the page.
        frames: its ruled tables.
        languages: as Tesseract names them.
    """
    rest = ready.grey.copy()
    for frame in frames:
        for cell in frame.cells:
            x0, x1 = (int(frame.xs[c] * ready.scale) for c in (cell.column, cell.column_end))
            y0, y1 = (int(frame.ys[r] * ready.scale) for r in (cell.row, cell.row_end))
            rest[max(0, y0 - 2) : y1 + 2, max(0, x0 - 2) : x1 + 2] = 255
    if int((rest < 150).sum()) < 100:
        return []
    readings = recognise([rest], AUTOMATIC, TARGET_DPI, languages)[0]
    lines: dict[tuple[int, int, int], list[Reading]] = {}
    for reading in readings:
        lines.setdefault(reading.line, []).append(reading)
    return list(lines.values()) + _read_missed(rest, readings, languages)


def _read_missed(rest: Picture, readings: Sequence[Reading], languages: str) -> list[list[Reading]]:
    """Read the print that was passed over, as single numbers of a column often are, set below each other."""
    left = rest.copy()
    for r in readings:
        left[max(0, r.top - 5) : r.top + r.height + 5, max(0, r.left - 5) : r.left + r.width + 5] = 255
    height = median((float(r.height) for r in readings), 36.0)
    dark = ((left < 150) * 255).astype(np.uint8)
    joined = cv2.dilate(dark, np.ones((5, int(height)), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    parts: list[tuple[Picture, int, int]] = []
    for index in range(1, count):
        x, y, width, tall, _ = (int(value) for value in stats[index])
        ink = int((dark[y : y + tall, x : x + width] > 0).sum())
        sized = 0.6 * height < tall < 2.2 * height and ink > 60
        if sized and len(parts) < MAX_MISSED and _stands_alone(x, y, width, tall, readings, height):
            parts.append((left[y : y + tall, x : x + width], x, y))
    if not parts:
        return []
    parts.sort(key=lambda part: (part[1] // (2 * int(height)), part[2]))
    strip = stack_pieces(parts)
    found = recognise([strip.picture], BLOCK, TARGET_DPI, languages)[0]
    sure = [reading for reading in found if reading.confidence > 0.5 and any(c.isalnum() for c in reading.text)]
    return strip.take_apart(sure)


def _stands_alone(x: int, y: int, width: int, tall: int, readings: Sequence[Reading], height: float) -> bool:
    """Whether a piece of print is no part of a word beside it that was read."""
    return not any(
        r.top < y + tall
        and y < r.top + r.height
        and r.left - 0.9 * height < x + width
        and x < r.left + r.width + 0.9 * height
        for r in readings
    )
