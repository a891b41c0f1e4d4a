"""How surely words and lines were read."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.ocr_tesseract import Reading

POOR = 0.55
"""Confidence below which a page is tried again, turned, and a word counts as not surely read."""

_NOISE = 0.35
"""Mean confidence below which a line without a surely read word is no print."""


def mean_confidence(readings: Sequence[Reading]) -> float:
    """Return how surely words were read, longer words counting more; 0 where there are none.

    Args:
        readings: the words.
    """
    total = sum(len(reading.text) for reading in readings)
    return sum(reading.confidence * len(reading.text) for reading in readings) / total if total else 0.0


def is_noise(line: Sequence[Reading]) -> bool:
    """Tell whether a line is what recognition makes of dirt or of the edge of the paper: no word was read surely.

    Args:
        line: the words read.
    """
    return len(line) > 2 and mean_confidence(line) < _NOISE and max(r.confidence for r in line) < POOR
