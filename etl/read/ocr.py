"""A picture of a page as marks on paper: ruled tables cell by cell, the rest as running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from etl.read.ocr_image import TARGET_DPI, Picture, Prepared, prepare
from etl.read.ocr_repair import is_number_sign, repair_line
from etl.read.ocr_slots import take_slot
from etl.read.ocr_tesseract import Reading, recognise
from etl.read.page import Page, Word, median
from etl.read.page_grid import Grid, GridCell, find_frames

AUTOMATIC, BLOCK, LINE = 3, 6, 7
"""How Tesseract takes a picture apart: columns found by itself, one block of lines, one line."""

MAX_MISSED = 200
"""Pieces of a page that were passed over and are read again at most."""

MAX_DOUBTFUL = 90
"""Words of a page read a second time at most."""

_POOR = 0.55
"""Mean confidence below which a page is tried again, turned."""

_NOISE = 0.35
"""Mean confidence below which a line without a surely read word is no print."""

_LITTLE_INK = 2_000
"""Dark points below which a page is as good as blank."""

SAMPLE_HEIGHT = 420
"""Rows of the picture that tell its language."""

_MARKS = frozenset("-–—«»()\"',;:./")
_KAZAKH = frozenset("әғқңөұүһі")
_BOTH_SCRIPTS = frozenset("АВЕКМНОРСТХУІ")
"""Capitals that look the same in Cyrillic and Latin."""

_ONLY_LATIN = frozenset("DFGJLNQRSUVWZbdfghijlnqrsuvwz")
"""Letters without a Cyrillic look-alike: a word without any of them is left as it was."""

_COLOURFUL = 45
"""How far the brightest and darkest of red, green and blue lie apart in coloured ink."""

_SEAL_SHARE = 24
"""A coloured mark higher and wider than the longer side of the page by this is a seal or signature (12 mm of A4)."""

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

_MARGIN = 14
_BORDER = 20


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
        if best.confidence < _POOR and int((best.ready.ink > 0).sum()) > _LITTLE_INK:
            for turns in (1, 3, 2):
                other = _look(np.ascontiguousarray(np.rot90(picture, -turns)), dpi)
                if other.sure > 1.5 * best.sure and other.confidence > best.confidence:
                    best = other
                if best.confidence >= _POOR + 0.15:
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
    return _Look(ready, languages, _mean_confidence(readings), sure)


def _mean_confidence(readings: Sequence[Reading]) -> float:
    total = sum(len(reading.text) for reading in readings)
    return sum(reading.confidence * len(reading.text) for reading in readings) / total if total else 0.0


def _recognise(look: _Look, number: int) -> Recognised:
    ready = look.ready
    frames, _ = find_frames(ready.across, ready.down, rough=True)
    readings = _read_cells(ready, frames, look.languages) + _read_rest(ready, frames, look.languages)
    read_again(ready.grey, readings)
    unread = [" ".join(r.text for r in line) for line in readings if is_noise(line)]
    readings = [line for line in readings if not is_noise(line)]
    words = make_words(readings, ready.scale)
    height, width = ready.grey.shape
    page = Page(number, width / ready.scale, height / ready.scale, words, ready.across, ready.down, rough=True)
    return Recognised(page, _mean_confidence([reading for line in readings for reading in line]), unread)


def is_noise(line: Sequence[Reading]) -> bool:
    """Tell whether a line is what recognition makes of dirt or of the edge of the paper: no word was read surely.

    Args:
        line: the words read.
    """
    return len(line) > 2 and _mean_confidence(line) < _NOISE and max(r.confidence for r in line) < _POOR


def _read_cells(ready: Prepared, frames: Sequence[Grid], languages: str) -> list[list[Reading]]:
    """Read the cells of ruled tables: those of one column are set below each other on one picture."""
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
class _Strip:
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


def _make_strip(ready: Prepared, members: Sequence[tuple[Grid, GridCell]]) -> _Strip:
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
    return _stack(parts) if parts else _Strip(np.zeros((1, 1), np.uint8), [])


def _stack(parts: Sequence[tuple[Picture, int, int]]) -> _Strip:
    """Return pieces of a page below each other; each comes with its corner on the page."""
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
    return _Strip(picture, places)


def _print_box(cell: Picture) -> tuple[int, int] | None:
    """Return the rows of a cell that hold print, None for an empty one."""
    dark = cell < 150
    if int(dark.sum()) < 25:
        return None
    rows = np.nonzero(dark.sum(axis=1) >= 1)[0]
    return max(0, int(rows[0]) - 4), min(cell.shape[0], int(rows[-1]) + 5)


def _read_rest(ready: Prepared, frames: Sequence[Grid], languages: str) -> list[list[Reading]]:
    """Read what stands outside of ruled tables, columns found by Tesseract."""
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
    strip = _stack(parts)
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


def to_grey(picture: Picture) -> Picture:
    """Return the grey levels of a picture in colour; seals and signatures in colour fade, black print stays.

    Args:
        picture: height by width by (red, green, blue), or grey levels already.
    """
    if picture.ndim == 2:
        return picture
    grey = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    brightest, darkest = picture.max(axis=2), picture.min(axis=2)
    coloured = np.asarray(((brightest.astype(np.int16) - darkest) > _COLOURFUL) * 255, np.uint8)
    if not coloured.any():
        return grey
    reach = max(3, grey.shape[1] // 60)
    joined = cv2.morphologyEx(coloured, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(np.asarray(joined, np.uint8), connectivity=8)
    least = max(grey.shape) / _SEAL_SHARE
    for index in range(1, count):
        x, y, width, height, area = (int(value) for value in stats[index])
        # A line of coloured print is low, a coloured background fills its box and is bright already.
        if min(width, height) > least and area < 0.97 * width * height:
            box = slice(y, y + height), slice(x, x + width)
            inside = coloured[box] > 0
            bright = brightest[box].astype(np.float32)
            level = max(float(np.median(bright[inside])), 90.0)
            faded = np.clip(bright * (255.0 / level), 0, 255).astype(np.uint8)
            grey[box] = np.where(inside, np.maximum(grey[box], faded), grey[box])
    return grey
