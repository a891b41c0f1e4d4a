"""The files of published figures, read and checked."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from models.published.figure import Disagreement, Figure, Row

DIRECTORY: Final = Path(__file__).resolve().parents[2] / "data" / "published"
DISAGREEMENTS: Final = "disagreements.csv"

AnyRow = TypeVar("AnyRow", bound=Row)


class PublishedError(Exception):
    """A file of published figures does not fit; the message names file, line and field."""


def load_figures(directory: Path = DIRECTORY) -> tuple[Figure, ...]:
    """Load all figures, in the order of files and rows.

    Args:
        directory: folder of the files.

    Raises:
        PublishedError: a row does not fit, an id occurs twice, or a disagreement is not listed.
    """
    return _load(directory.resolve())


def load_disagreements(directory: Path = DIRECTORY) -> dict[str, Disagreement]:
    """Load the known disagreements between figures, by id.

    Args:
        directory: folder of the files.

    Raises:
        PublishedError: a row does not fit.
    """
    return {row.disagreement: row for row in _read(directory / DISAGREEMENTS, Disagreement)}


@lru_cache(maxsize=4)
def _load(directory: Path) -> tuple[Figure, ...]:
    known = load_disagreements(directory)
    figures: dict[str, Figure] = {}
    for path in sorted(directory.glob("*.csv")):
        if path.name == DISAGREEMENTS:
            continue
        for figure in _read(path, Figure):
            if figure.figure_id in figures:
                raise PublishedError(f"{path.name}: the id {figure.figure_id!r} occurs twice")
            if figure.disagreement is not None and figure.disagreement not in known:
                raise PublishedError(
                    f"{path.name}: {figure.figure_id}: no disagreement is called {figure.disagreement!r}"
                )
            figures[figure.figure_id] = figure
    return tuple(figures.values())


def _read(path: Path, model: type[AnyRow]) -> list[AnyRow]:
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
    except OSError as error:
        raise PublishedError(f"{path.name} cannot be read: {error.strerror}") from error
    found = []
    for number, row in enumerate(rows, start=2):
        try:
            found.append(model.model_validate(row))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"]) or "row"
            raise PublishedError(f"{path.name}, line {number}, {place}: {first['msg']}") from error
    return found
