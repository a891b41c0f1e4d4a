"""Frozen weights: a file per version, written by training, read by every build."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from etl.errors import EtlError

DIRECTORY = Path(__file__).resolve().parents[3] / "data" / "identity"
CURRENT = "persons-1"
"""The version a build uses. Another version is another answer: raise it together with a new file."""


class WeightsError(EtlError):
    """The weights cannot be read."""


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of one comparison: how often among pairs of one person (m), among pairs of two (u)."""

    name: str
    m: float
    u: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A version of the model.

    Args:
        version: name of the file.
        prior: probability that two mentions drawn at random are one person; the places' weights bring it to the place.
        merge: least probability of an automatic judgement "same".
        review: least probability of a pair that is shown to a person.
        comparisons: name of the comparison -> its levels, the null level left out.
    """

    version: str
    prior: float
    merge: float
    review: float
    comparisons: dict[str, tuple[Level, ...]]


@cache
def load_weights(version: str = CURRENT) -> Weights:
    """Read a version of the weights.

    Args:
        version: name of a file in `data/identity`, without its ending.

    Raises:
        WeightsError: there is none, or it does not hold what it should.
    """
    path = DIRECTORY / f"{version}.json"
    try:
        return read_weights(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise WeightsError(f"weights {path} cannot be read: {problem!r}") from problem


def weights_digest(version: str = CURRENT) -> str:
    """Return a digest of a file of weights, for the build id.

    Args:
        version: name of the file.
    """
    return hashlib.sha256((DIRECTORY / f"{version}.json").read_bytes()).hexdigest()


def read_weights(data: dict[str, Any]) -> Weights:
    """Turn the content of a file of weights into a model.

    Args:
        data: the JSON object.

    Raises:
        ValueError: a probability is not between 0 and 1.
    """
    comparisons = {
        name: tuple(Level(level["level"], float(level["m"]), float(level["u"])) for level in levels)
        for name, levels in data["comparisons"].items()
    }
    weights = Weights(data["version"], float(data["prior"]), float(data["merge"]), float(data["review"]), comparisons)
    shares = [share for levels in comparisons.values() for level in levels for share in (level.m, level.u)]
    for share in (*shares, weights.prior, weights.merge, weights.review):
        if not 0 < share < 1:
            raise ValueError(f"{share} is no probability between 0 and 1")
    return weights
