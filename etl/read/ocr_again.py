"""Words of a page read a second time: Latin names read as Cyrillic, and numbers that count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from etl.read.ocr_image import TARGET_DPI, Picture
from etl.read.ocr_repair import is_number_sign
from etl.read.ocr_tesseract import LINE, Reading, recognise

MAX_DOUBTFUL = 90
"""Words of a page read a second time at most."""

_BOTH_SCRIPTS = frozenset("АВЕКМНОРСТХУІ")
"""Capitals that look the same in Cyrillic and Latin."""

_ONLY_LATIN = frozenset("DFGJLNQRSUVWZbdfghijlnqrsuvwz")
"""Letters without a Cyrillic look-alike: a word without any of them is left as it was."""

_DOUBT = 0.6
"""Confidence below which a word is read again as Latin."""

_SURE_NUMBER = 0.93
"""Confidence below which a number behind № is read again."""

_OF_DATE = re.compile(
    r"(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|год|г\.|жыл|қаңтар|ақпан|наурыз|"
    r"сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)",
    re.IGNORECASE,
)
"""Words behind the day and the year of a date."""

_OPENED = ("«", "<", '"')
_CLOSED = re.compile(r"[»\">]")


def read_again(grey: Picture, lines: Sequence[list[Reading]]) -> None:
    """Read again as Latin what was read badly, or is of letters that both scripts share (AMANAT), and numbers.

    A badly read name in quotation marks is read again as a whole: spaces within it were guessed. The number of a
    commission stands for all its members, so one that is not quite sure is read again by itself.

    Args:
        grey: the page the places of the words refer to.
        lines: what was read; changed in place.
    """
    doubtful = [(line, first, last) for line in lines for first, last in _doubtful_spans(line)][:MAX_DOUBTFUL]
    crops: list[Picture] = []
    for line, first, last in doubtful:
        span = line[first : last + 1]
        top, left = max(0, min(r.top for r in span) - 8), max(0, min(r.left for r in span) - 12)
        bottom, right = max(r.top + r.height for r in span) + 8, max(r.left + r.width for r in span) + 12
        framed = cv2.copyMakeBorder(grey[top:bottom, left:right], 12, 12, 16, 16, cv2.BORDER_CONSTANT, value=(255,))
        crops.append(np.asarray(framed, np.uint8))
    readings = recognise(crops, LINE, TARGET_DPI, "eng")
    for (line, first, last), found in reversed(list(zip(doubtful, readings, strict=True))):
        span = line[first : last + 1]
        old, text = "".join(r.text for r in span), "".join(reading.text for reading in found)
        letters = [c for c in text if c.isalpha()]
        sure = min((reading.confidence for reading in found), default=0.0)
        known = sum(r.confidence for r in span) / len(span)
        if _is_number(old):
            if _is_number(text) and len(text) == len(old) and sure > known:
                line[first] = replace(span[0], text=text, confidence=sure)
            continue
        near = abs(len(letters) - sum(c.isalpha() for c in old)) <= (len(span) if known > 0.5 else 3)
        latin = all(c.isascii() for c in letters) and any(c in _ONLY_LATIN for c in letters)
        word = "".join(letters)
        latin = latin and (word.isupper() or word == word.capitalize()) and not any(c.isdigit() for c in text)
        quoted = old.lstrip("(")[:1] in _OPENED
        if latin and near and sure > max(0.6 if quoted else 0.8, known - 0.1):
            width = span[-1].left + span[-1].width - span[0].left
            line[first : last + 1] = [replace(span[0], text=_with_marks(old, text), confidence=sure, width=width)]


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= 4


def _counts(line: Sequence[Reading], index: int) -> bool:
    """Whether a word is the number behind №, or the day or year of a date."""
    if not _is_number(line[index].text):
        return False
    before, after = line[max(0, index - 1)].text, line[min(index + 1, len(line) - 1)].text
    return (index > 0 and is_number_sign(before)) or _OF_DATE.match(after) is not None


def _doubtful_spans(line: Sequence[Reading]) -> list[tuple[int, int]]:
    """Return the first and last index of words to read again: badly read names in quotation marks, and single words."""
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(line):
        last = index
        if line[index].text.lstrip("(")[:1] in '«<"':
            while last < min(index + 2, len(line) - 1) and not _CLOSED.search(line[last].text):
                if line[last + 1].text.lstrip("(")[:1] == "«":
                    break
                last += 1
            if not _CLOSED.search(line[last].text) or min(r.confidence for r in line[index : last + 1]) >= _DOUBT:
                last = index
        if line[index].confidence < _SURE_NUMBER and _counts(line, index):
            spans.append((index, index))
        letters = [c for reading in line[index : last + 1] for c in reading.text if c.isalpha()]
        shared = sum(c in _BOTH_SCRIPTS for c in letters) >= len(letters) - 1 and all(c.isupper() for c in letters)
        if len(letters) >= 5 and (last > index or line[index].confidence < _DOUBT or shared):
            spans.append((index, last))
        index = last + 1
    return spans


def _with_marks(old: str, text: str) -> str:
    """Return a word read again with the quotation marks and points of its first reading."""
    core = text.strip("«»\"'<>“”.,;:()")
    first = next(i for i, c in enumerate(old) if c.isalpha())
    last = max(i for i, c in enumerate(old) if c.isalpha())
    return old[:first] + core + old[last + 1 :]
