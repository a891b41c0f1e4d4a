"""A picture of a page made ready for recognition: size, uneven light, skew, specks; and the ruled lines in it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from etl.read.page import Rule

Picture = npt.NDArray[np.uint8]

cv2.setNumThreads(1)  # pages are spread over threads already (ocr_slots)

TARGET_DPI = 300
"""Resolution that recognition works best with (Tesseract user manual, improving the quality of the output)."""

_A4_INCHES = (8.27, 11.69)
_MAX_PIXELS = 60_000_000
_MAX_SKEW = 8.0


@dataclass(slots=True)
class Prepared:
    """A page ready for recognition.

    Args:
        grey: dark print on white, upright, rules taken out.
        ink: where there is print (255) in ``grey`` before the rules were taken out.
        across, down: the rules, in points.
        scale: pixels per point.
    """

    grey: Picture
    ink: Picture
    across: list[Rule]
    down: list[Rule]
    scale: float


def prepare(picture: Picture, dpi: float | None) -> Prepared:
    """Return a picture ready for recognition.

    Args:
        picture: grey levels, as scanned.
        dpi: resolution the file states, if any; one that no page of paper has is not believed.
    """
    dpi = _believable(picture, dpi)
    grey = _even_light(_resize(_calm(picture), TARGET_DPI / dpi))
    angle = find_skew(_ink_of(grey))
    if abs(angle) > 0.02:
        grey = rotate(grey, angle)
    ink = _ink_of(grey)
    grey, ink = _without_specks(grey, ink)
    scale = TARGET_DPI / 72
    across, down, mask = find_rules(ink, scale)
    grey = grey.copy()
    grey[mask > 0] = 255
    return Prepared(grey, ink, across, down, scale)


def _believable(picture: Picture, dpi: float | None) -> float:
    height, width = picture.shape
    short, long = sorted((height, width))
    if dpi and 4 < short / dpi < 26:
        return dpi
    return max(short / _A4_INCHES[0], long / _A4_INCHES[1], 50.0)


def _calm(picture: Picture) -> Picture:
    """Take the noise of a camera or a cheap scanner down, where there is any."""
    blurred = cv2.medianBlur(picture, 3)
    noise = float(np.median(cv2.absdiff(picture, blurred)))
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.8), np.uint8) if noise >= 3 else picture


def _resize(picture: Picture, factor: float) -> Picture:
    height, width = picture.shape
    factor = min(factor, 4.0, (_MAX_PIXELS / (height * width)) ** 0.5)
    if 0.9 < factor < 1.1:
        return picture
    method = cv2.INTER_CUBIC if factor > 1 else cv2.INTER_AREA
    return np.asarray(cv2.resize(picture, None, fx=factor, fy=factor, interpolation=method), np.uint8)


def _even_light(grey: Picture) -> Picture:
    """Divide a page by its own background, so that shadows and yellowed paper turn white."""
    small = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8))
    paper = cv2.resize(cv2.medianBlur(paper, 21), (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR)
    even = cv2.divide(grey, np.maximum(paper, 40), scale=255)
    # What is nearly white is paper; the rest keeps its distance to black.
    low, high = 20.0, 235.0
    stretched = (even.astype(np.float32) - low) * (255.0 / (high - low))
    return np.clip(stretched, 0, 255).astype(np.uint8)


def _ink_of(grey: Picture) -> Picture:
    level, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    if level > 215 or level < 40:
        _, ink = cv2.threshold(grey, 140, 255, cv2.THRESH_BINARY_INV)
    return np.asarray(ink, np.uint8)


def find_skew(ink: Picture) -> float:
    """Return by how many degrees a page must be turned so that its lines lie level.

    Lines lie level where the rows of the picture differ most: full of ink or empty.

    Args:
        ink: print as 255 on 0.
    """
    factor = min(1.0, 900 / max(ink.shape))
    small = cv2.resize(ink, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    edge = max(2, small.shape[1] // 40)
    inner = np.asarray(small[edge:-edge, edge:-edge], np.uint8)
    best = 0.0
    for reach, step in ((_MAX_SKEW, 1.0), (1.0, 0.25), (0.25, 0.05), (0.05, 0.02)):
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(inner, float(angle))))
    return best if abs(best) <= _MAX_SKEW + 1 else 0.0


def _sharpness(ink: Picture, angle: float) -> float:
    height, width = ink.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    rows = cv2.warpAffine(ink, turn, (width, height), flags=cv2.INTER_LINEAR).sum(axis=1, dtype=np.float64)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())


def rotate(grey: Picture, angle: float) -> Picture:
    """Return a page turned counter-clockwise by some degrees, the corners filled with white."""
    height, width = grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(grey, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    return np.asarray(turned, np.uint8)


def _without_specks(grey: Picture, ink: Picture) -> tuple[Picture, Picture]:
    """Take out specks: small spots with no print near them, and dark edges of the scan."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count < 2:
        return grey, ink
    area = stats[:, cv2.CC_STAT_AREA]
    big = area >= 90
    big[0] = False
    kept = big.copy()
    for _ in range(3):  # dots in a row are reached one from the other
        near = cv2.dilate((kept[labels] * 255).astype(np.uint8), np.ones((25, 25), np.uint8))
        kept[np.unique(labels[near > 0])] = True
        kept[0] = False
    # A point or dash between spaces stands farther from its letters, on their line.
    beside = cv2.dilate((kept[labels] * 255).astype(np.uint8), np.ones((11, 101), np.uint8))
    marks = np.unique(labels[beside > 0])
    kept[marks[area[marks] >= 20]] = True
    kept[0] = False
    drop = ~kept | (area < 6) | _dark_edges(np.asarray(stats, np.int32), ink.shape)
    drop[0] = False
    gone = drop[labels]
    grey, ink = grey.copy(), ink.copy()
    grey[cv2.dilate((gone * 255).astype(np.uint8), np.ones((5, 5), np.uint8)) > 0] = 255
    ink[gone] = 0
    return grey, ink


def _dark_edges(stats: npt.NDArray[np.int32], shape: tuple[int, ...]) -> npt.NDArray[np.bool_]:
    """Spots that touch the edge of the picture and are long along it."""
    left, top = stats[:, cv2.CC_STAT_LEFT], stats[:, cv2.CC_STAT_TOP]
    right, bottom = left + stats[:, cv2.CC_STAT_WIDTH], top + stats[:, cv2.CC_STAT_HEIGHT]
    height, width = shape[:2]
    sides = (left <= 2) | (right >= width - 2)
    ends = (top <= 2) | (bottom >= height - 2)
    thin_upright = stats[:, cv2.CC_STAT_WIDTH] < 0.06 * width
    thin_level = stats[:, cv2.CC_STAT_HEIGHT] < 0.06 * height
    return np.asarray((sides & thin_upright) | (ends & thin_level), np.bool_)


def find_rules(ink: Picture, scale: float) -> tuple[list[Rule], list[Rule], Picture]:
    """Return horizontal and vertical rules in points, and a mask of them.

    Args:
        ink: print as 255 on 0, upright.
        scale: pixels per point.
    """
    across, level = _rules_along(ink, int(28 * scale), scale)
    down, upright = _rules_along(np.ascontiguousarray(ink.T), int(18 * scale), scale)
    short, marks = _rules_along(np.ascontiguousarray(ink.T), int(9 * scale), scale)
    walls = [rule for rule in short if _between(rule, across)]
    for rule in walls:
        # A wall stands below or above others; the stroke of a letter in a low row does not.
        aligned = sum(abs(rule.at - other.at) < 2.5 for other in [*down, *walls]) > 1
        known = any(
            abs(rule.at - other.at) < 2 and other.start - 3 < rule.end and rule.start < other.end + 3 for other in down
        )
        if not known and aligned:
            down.append(rule)
            rows, columns = (
                slice(max(0, int((start - 2) * scale)), int((end + 2) * scale))
                for start, end in ((rule.at, rule.at), (rule.start, rule.end))
            )
            upright[rows, columns] = np.maximum(upright[rows, columns], marks[rows, columns])
    mask = cv2.bitwise_or(level, np.ascontiguousarray(upright.T))
    return across, down, np.asarray(cv2.dilate(mask, np.ones((3, 3), np.uint8)), np.uint8)


def _between(rule: Rule, across: list[Rule]) -> bool:
    """Whether a short vertical rule reaches from one horizontal rule to another: the wall of one row of a table."""
    ends = [
        any(r.start - 3 < rule.at < r.end + 3 and abs(r.at - end) < 1.5 for r in across)
        for end in (rule.start, rule.end)
    ]
    return all(ends)


def _rules_along(ink: Picture, least: int, scale: float) -> tuple[list[Rule], Picture]:
    """Return the horizontal rules of a picture, and their pixels."""
    thick = np.ones((3, 1), np.uint8)
    joined = cv2.morphologyEx(cv2.dilate(ink, thick), cv2.MORPH_CLOSE, np.ones((1, 9), np.uint8))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, least), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    rules: list[Rule] = []
    mask = np.zeros_like(ink)
    for index in range(1, count):
        x, y, width, height, _ = stats[index]
        own = labels[y : y + height, x : x + width] == index
        thickness = float(own.sum()) / width
        if thickness > 3.2 * scale or not _stands_free(ink, x, y, own):
            continue
        _add_pieces(rules, own, x, y, scale)
        part = mask[y : y + height, x : x + width]
        part[own] = 255
    return rules, mask


def _stands_free(ink: Picture, x: int, y: int, own: npt.NDArray[np.bool_]) -> bool:
    """Whether there is little ink right above and below a run: else it is the foot of a line of letters."""
    height, width = own.shape
    tops = y + own.argmax(axis=0)
    bottoms = y + height - 1 - own[::-1].argmax(axis=0)
    columns = np.arange(x, x + width)
    last = ink.shape[0] - 1
    above = ink[np.clip(tops - 3, 0, last), columns] > 0
    below = ink[np.clip(bottoms + 3, 0, last), columns] > 0
    return float(above.mean()) < 0.25 and float(below.mean()) < 0.25


def _add_pieces(rules: list[Rule], own: npt.NDArray[np.bool_], x: int, y: int, scale: float) -> None:
    """Add a run as rules; one that still slopes is taken in pieces, each at its own height."""
    height, width = own.shape
    pieces = 1 if height <= 3 * scale else max(1, int(width // (40 * scale)))
    cuts = np.linspace(0, width, pieces + 1).astype(int)
    for start, end in zip(cuts[:-1], cuts[1:], strict=True):
        rows = np.nonzero(own[:, start:end])[0]
        if len(rows):
            rules.append(Rule((y + float(rows.mean())) / scale, (x + start) / scale, (x + end) / scale))
