"""Would two strings, seen in one district, be one person or one organisation? Answers for a file of pairs."""

from __future__ import annotations

import csv
import logging
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO

from etl.errors import EtlError
from etl.resolve.names import compare_texts
from etl.resolve.organisations import compare_organisations
from models.reference import Pack, load_pack

log = logging.getLogger("etl.match")

KINDS = ("person", "organisation")
_NEEDED = ("kind", "a", "b")
_ADDED = ("score", "same")
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class MatchReport:
    """How many pairs a file held, how many of them are one, and how many rows could not be answered."""

    pairs: int
    same: int
    unanswered: int


@lru_cache(maxsize=1)
def _pack() -> Pack:
    """Load the reference pack once: looking whether its files changed costs more than a comparison."""
    return load_pack()


def match_pair(kind: str, a: str, b: str) -> tuple[float, bool]:
    """Say whether two printed strings are one person or organisation.

    Args:
        kind: person or organisation.
        a: a string as printed.
        b: the other string.

    Returns:
        A score from 0 to 1 and the answer.

    Raises:
        ValueError: The kind is another.
    """
    if kind == "person":
        names = compare_texts(a, b)
        return names.score, names.same
    if kind == "organisation":
        bodies = compare_organisations(a, b, pack=_pack())
        return bodies.score, bodies.same
    raise ValueError(f"unknown kind {kind!r}")


def match_file(pairs: Path, out: Path) -> MatchReport:
    """Answer every pair of a CSV file; rows and columns stay as they are, `score` and `same` are added.

    A row whose kind is unknown or which lacks a cell gets empty answers and a warning; the others are answered. The
    output takes its place in one step, so that it may be the input's own path.

    Args:
        pairs: CSV in UTF-8 with the columns kind, a, b; others are kept.
        out: CSV to write.

    Raises:
        EtlError: The file is not there, is no UTF-8, or a column is missing.
    """
    if not pairs.is_file():
        raise EtlError(f"--pairs {pairs} does not exist")
    if out.is_dir():
        raise EtlError(f"--out {out} is a folder")
    out.parent.mkdir(parents=True, exist_ok=True)
    draft = out.with_name(f".{out.name}.{os.getpid()}.draft")
    try:
        with (
            pairs.open(encoding="utf-8-sig", newline="") as source,
            draft.open("w", encoding="utf-8", newline="") as to,
        ):
            report = _match_rows(source, to, pairs)
        draft.replace(out)
    except (UnicodeDecodeError, csv.Error) as problem:
        raise EtlError(f"{pairs} is not a CSV file in UTF-8: {problem}") from problem
    finally:
        draft.unlink(missing_ok=True)
    return report


def _match_rows(source: IO[str], to: IO[str], path: Path) -> MatchReport:
    reader = csv.reader(source)
    header = next(reader, [])
    places = _find_columns(header, path)
    kept = [place for place, name in enumerate(header) if name.strip() not in _ADDED]
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow([header[place] for place in kept] + list(_ADDED))
    count = same = unanswered = 0
    for row in reader:
        if not row:
            continue
        count += 1
        answer = _answer(row, places)
        if answer is None:
            unanswered += 1
            _warn(path, reader.line_num, row, places, unanswered)
        else:
            same += answer[1]
        cells = [row[place] if place < len(row) else "" for place in kept]
        writer.writerow(cells + _show(answer))
    if unanswered > _SHOWN:
        log.warning("%s: %d more rows without an answer", path.name, unanswered - _SHOWN)
    return MatchReport(count, same, unanswered)


def _find_columns(header: list[str], path: Path) -> tuple[int, ...]:
    names = [name.strip().lower() for name in header]
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise EtlError(f"{path} has no column {', '.join(missing)}; its columns are {', '.join(header) or 'none'}")
    return tuple(names.index(name) for name in _NEEDED)


def _answer(row: list[str], places: tuple[int, ...]) -> tuple[float, bool] | None:
    if max(places) >= len(row):
        return None
    kind, a, b = (row[place] for place in places)
    kind = kind.strip().lower()
    return match_pair(kind, a, b) if kind in KINDS else None


def _warn(path: Path, line: int, row: list[str], places: tuple[int, ...], number: int) -> None:
    if number > _SHOWN:
        return
    if max(places) >= len(row):
        log.warning("%s, line %d: cells are missing, not answered", path.name, line)
    else:
        log.warning(
            "%s, line %d: kind is %r, not person or organisation; not answered", path.name, line, row[places[0]]
        )


def _show(answer: tuple[float, bool] | None) -> list[str]:
    return ["", ""] if answer is None else [f"{answer[0]:.4f}", str(int(answer[1]))]
