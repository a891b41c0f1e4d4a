"""A coloured picture as grey levels: seals and signatures fade, print stays."""

from __future__ import annotations

import cv2
import numpy as np

from etl.read.ocr_image import Picture

_COLOURFUL = 45
"""How far the brightest and darkest of red, green and blue lie apart in coloured ink."""

_SEAL_SHARE = 24
"""A coloured mark higher and wider than the longer side of the page by this is a seal or signature (12 mm of A4)."""


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
