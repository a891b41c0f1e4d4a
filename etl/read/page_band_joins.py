"""Tables that rows between them part into groups, made one again."""

from __future__ import annotations

from collections.abc import Sequence

from etl.read.page import Line
from etl.read.page_columns import Band, is_across
from etl.read.page_hyphens import leading_of


def join_over_headings(bands: list[Band], lines: Sequence[Line]) -> list[Band]:
    """Return bands, those tables joined that have the same columns and that only rows heading a group part.

    Args:
        bands: from top to bottom.
        lines: of the zone.
    """
    joined: list[Band] = []
    for band in bands:
        last = joined[-1] if joined else None
        if last is not None and not last.reads_down and not band.reads_down and band.first - last.last <= 4:
            common = _common(last.gutters, band.gutters)
            if common is not None and _close_by(last, band, lines) and _stays_parted(last, band, common, lines):
                joined[-1] = Band(last.first, band.last, common)
                continue
        joined.append(band)
    return joined


def _common(one: list[tuple[float, float]], other: list[tuple[float, float]]) -> list[tuple[float, float]] | None:
    if len(one) != len(other):
        return None
    pairs = [(max(a[0], b[0]), min(a[1], b[1])) for a, b in zip(one, other, strict=True)]
    return pairs if all(hi - lo > 1 for lo, hi in pairs) else None


def _stays_parted(above: Band, below: Band, common: list[tuple[float, float]], lines: Sequence[Line]) -> bool:
    """Whether the lines of two tables still stand in columns when their gutters are made one."""
    both = [(band, line) for band in (above, below) for line in lines[band.first : band.last + 1]]
    lost = sum(is_across(line, common) and not is_across(line, band.gutters) for band, line in both)
    return lost <= max(1, 0.05 * len(both))


def _close_by(above: Band, below: Band, lines: Sequence[Line]) -> bool:
    stretch = lines[above.last : below.first + 1]
    step = leading_of(lines[above.first : below.last + 1])
    return all(b.top - a.top < 3.5 * step for a, b in zip(stretch, stretch[1:], strict=False))
