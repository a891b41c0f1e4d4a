"""A picture of a page as marks on paper: ruled tables cell by cell, the rest as running text."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from etl.read.ocr_again import read_again
from etl.read.ocr_confidence import POOR, is_noise, mean_confidence
from etl.read.ocr_image import TARGET_DPI, Picture, Prepared, prepare
from etl.read.ocr_rest import read_rest
from etl.read.ocr_slots import take_slot
from etl.read.ocr_strips import read_cells
from etl.read.ocr_tesseract import BLOCK, recognise
from etl.read.ocr_words import make_words
from etl.read.page import Page
from etl.read.page_frames import find_frames

_LITTLE_INK = 2_000
"""Dark points below which a page is as good as blank."""

SAMPLE_HEIGHT = 420
"""Rows of the picture that tell its language."""

_KAZAKH = frozenset("әғқңөұүһі")


@dataclass(slots=True)
class Recognised:
    """A page with the mean confidence of its words, and the lines left out because no word of them was read surely."""

    page: Page
    confidence: float
    unread: list[str]


def recognise_page(picture: Picture, dpi: float | None, number: int) -> Recognised:
    """Return the words and rules of a scanned page; one that lies on its side or head is turned.

    Args:
        picture: grey levels.
        dpi: resolution, if the file states one.
        number: of the page, from 1.

    Raises:
        MissingToolError: Tesseract is not installed.
        RecognitionError: it failed.
    """
    with take_slot():
        best = _look(picture, dpi)
        if best.confidence < POOR and int((best.ready.ink > 0).sum()) > _LITTLE_INK:
            for turns in (1, 3, 2):
                other = _look(np.ascontiguousarray(np.rot90(picture, -turns)), dpi)
                if other.sure > 1.5 * best.sure and other.confidence > best.confidence:
                    best = other
                if best.confidence >= POOR + 0.15:
                    break
        return _recognise(best, number)


@dataclass(slots=True)
class _Look:
    """A page one way up, with what a sample of it tells: its languages, and how well it reads."""

    ready: Prepared
    languages: str
    confidence: float
    sure: int


def _look(picture: Picture, dpi: float | None) -> _Look:
    """Read a sample where the print is densest; Kazakh alone is chosen where the sample is Kazakh.

    Its model knows every letter of Russian too; with both, ә, ғ, қ, ң, ө, ұ, ү are lost to letters like them.
    """
    ready = prepare(picture, dpi)
    rows = (ready.grey < 150).sum(axis=1, dtype=np.int64)
    height = min(SAMPLE_HEIGHT, len(rows))
    sums = np.convolve(rows, np.ones(height, np.int64), "valid")
    top = int(sums.argmax())
    readings = recognise([ready.grey[top : top + height]], BLOCK, TARGET_DPI)[0]
    text = "".join(reading.text for reading in readings).lower()
    letters = sum(character.isalpha() for character in text)
    kazakh = sum(character in _KAZAKH for character in text)
    languages = "kaz" if letters and kazakh > 0.05 * letters else "kaz+rus"
    sure = sum(len(reading.text) for reading in readings if reading.confidence > 0.7)
    return _Look(ready, languages, mean_confidence(readings), sure)


def _recognise(look: _Look, number: int) -> Recognised:
    ready = look.ready
    frames = find_frames(ready.across, ready.down, rough=True)
    readings = read_cells(ready, frames, look.languages) + read_rest(ready, frames, look.languages)
    read_again(ready.grey, readings)
    unread = [" ".join(r.text for r in line) for line in readings if is_noise(line)]
    readings = [line for line in readings if not is_noise(line)]
    words = make_words(readings, ready.scale)
    height, width = ready.grey.shape
    page = Page(number, width / ready.scale, height / ready.scale, words, ready.across, ready.down, rough=True)
    return Recognised(page, mean_confidence([reading for line in readings for reading in line]), unread)
