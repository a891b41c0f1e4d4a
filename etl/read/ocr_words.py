"""What was read on a picture as words of a page, those of one line at one height."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.ocr_repair import repair_line
from etl.read.ocr_tesseract import Reading
from etl.read.page import Word, median

_MARKS = frozenset("-–—«»()\"',;:./")


def make_words(lines: Sequence[Sequence[Reading]], scale: float) -> list[Word]:
    """Return words in points, those of one line at one height and of one size.

    Args:
        lines: what was read, line by line.
        scale: pixels per point.
    """
    measured = []
    for line in lines:
        kept = _without_noise(sorted(line, key=lambda r: r.left))
        if kept:
            measured.append((kept, _height_of(kept)))
    usual = median((height for _, (_, _, height) in measured), 10 * scale)
    words: list[Word] = []
    for line, (top, bottom, height) in measured:
        size = usual if 0.7 * usual < height < 1.35 * usual else height
        middle = (top + bottom) / 2
        texts = repair_line([r.text for r in line])
        for reading, text in zip(line, texts, strict=True):
            if not text:
                continue
            words.append(
                Word(
                    text,
                    reading.left / scale,
                    (reading.left + reading.width) / scale,
                    (middle - size / 2) / scale,
                    (middle + size / 2) / scale,
                    size / scale,
                    confidence=round(reading.confidence, 3),
                    open_left=False,
                    open_right=False,
                )
            )
    return words


def _without_noise(line: Sequence[Reading]) -> list[Reading]:
    """Leave out signs that are read badly and stand for dirt: at the ends of a line, or no marks of a sentence."""
    named = [index for index, r in enumerate(line) if any(c.isalnum() for c in r.text)]
    kept = []
    for index, reading in enumerate(line):
        inside = bool(named) and named[0] < index < named[-1] and set(reading.text) <= _MARKS
        if index in named or reading.confidence > 0.5 or inside:
            kept.append(reading)
    return kept


def _height_of(line: Sequence[Reading]) -> tuple[float, float, float]:
    """Return top, bottom and height of the print of a line by its words with letters."""
    lettered = (
        [r for r in line if sum(c.isalpha() for c in r.text) > 1]
        or [r for r in line if any(c.isalnum() for c in r.text)]
        or list(line)
    )
    top = median(float(r.top) for r in lettered)
    bottom = median(float(r.top + r.height) for r in lettered)
    return top, bottom, max(4.0, bottom - top)
