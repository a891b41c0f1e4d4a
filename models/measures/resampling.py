"""Intervals by resampling commissions."""

from typing import Final

import numpy as np

from models.measures.batch import Numbers

DRAWS: Final = 1000
SEED: Final = 1995
CONFIDENCE: Final = 0.95
_CHUNK: Final = 100


def resample_interval(sums: Numbers, weights: Numbers, value: Numbers, fraction: float) -> tuple[Numbers, Numbers]:
    """Draw commissions with replacement and take the middle of the resulting ratios.

    1,000 draws with a fixed seed. Deviations from the value are shrunk by sqrt(1 - read / expected), the correction
    for a finite population: when all commissions are read nothing is left to chance. It assumes that which
    commissions were read is not connected with what is measured.

    Args:
        sums: numerator of each commission (row) and metric (column).
        weights: denominator of each.
        value: the ratio of the column sums, one per metric.
        fraction: share of the commissions that were read.

    Returns:
        Lower and upper ends, one per metric; NaN where there is no value.
    """
    count = len(sums)
    generator = np.random.default_rng(SEED)
    draws = []
    for start in range(0, DRAWS, _CHUNK):
        times = generator.multinomial(count, np.full(count, 1 / count), size=min(_CHUNK, DRAWS - start)).astype(float)
        with np.errstate(divide="ignore", invalid="ignore"):
            draws.append((times @ sums) / (times @ weights))
    ratios = np.concatenate(draws)
    # A draw without a single known seat says nothing; it is rare, and the value itself is the neutral guess.
    ratios = np.where(np.isnan(ratios), value, ratios)
    tail = (1 - CONFIDENCE) / 2
    low, high = np.quantile(ratios, [tail, 1 - tail], axis=0)
    shrink = np.sqrt(max(0.0, 1 - fraction))
    return value + shrink * (low - value), value + shrink * (high - value)
