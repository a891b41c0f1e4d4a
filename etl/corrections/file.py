"""The corrections file: CSV, one line a judgement on one cell; nothing is ever changed in it, only added."""

from __future__ import annotations

import csv
import datetime as dt
import os
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Any

from filelock import FileLock

from etl.errors import EtlError
from etl.normalise.privacy import redact
from models.schema import BY_NAME

_NAMES = ("surname", "given_name", "patronymic")
STATUSES = ("proposed", "accepted", "withdrawn")
CORRECTABLE = {
    "seats": (
        "surname",
        "given_name",
        "patronymic",
        "role",
        "nominator_kind",
        "nominator_id",
        "party_id",
        "employer_id",
        "employer_type",
        "employer_sector",
        "employer_ownership",
        "job_title",
        "birth_year",
        "education",
        "stated_party_id",
        "gender",
        "release_ground",
    ),
    "decisions": ("number", "decided_on", "date_basis", "kind", "body_name", "title", "region_id", "district"),
    "commissions": ("name", "settlement", "venue"),
    "findings": ("visibility",),
}
"""Values that may be corrected. What is printed stays as printed, and ids and places of evidence are no values.

A finding that rests on equal names waits with visibility ``review``: the correction to ``public`` is the confirmation
by a named reviewer, the one to ``review`` says that somebody looked and it stays unpublished."""


class CorrectionsError(EtlError):
    """A corrections file or a correction cannot be used; the message names line and value."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One line: what a cell holds, what it should hold, and who says so on what ground."""

    correction_id: str
    table: str
    row_id: str
    column: str
    old_value: str
    new_value: str
    reason: str
    source: str
    status: str
    made_by: str
    made_on: str


COLUMNS = tuple(field.name for field in fields(Correction))


def read_corrections(path: Path) -> list[Correction]:
    """Read the corrections in force or waiting: of lines with one id the last counts.

    Args:
        path: the file.

    Raises:
        CorrectionsError: the file cannot be read or a line does not fit; it names the line and the value.
    """
    latest: dict[str, Correction] = {}
    for number, line in _lines(path):
        problem = find_problem(line)
        if problem:
            raise CorrectionsError(f"{path}, line {number}: {problem}")
        latest[line.correction_id] = line
    return [latest[key] for key in sorted(latest)]


def append_correction(path: Path, correction: Correction) -> None:
    """Add one line; an earlier one with the same id is superseded, as by a withdrawal.

    Args:
        path: the file, made with its heading where it is not there.
        correction: the line.

    Raises:
        CorrectionsError: it does not fit, or the file cannot be written.
    """
    correction = replace(correction, reason=" ".join(correction.reason.split()))
    problem = find_problem(correction)
    if problem:
        raise CorrectionsError(problem)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{path}.lock"), path.open("a", encoding="utf-8", newline="") as handle:
            writer = csv.writer(handle, lineterminator="\n")
            if handle.tell() == 0:
                writer.writerow(COLUMNS)
            writer.writerow(astuple(correction))
            handle.flush()
            os.fsync(handle.fileno())
    except OSError as error:
        raise CorrectionsError(f"{path} cannot be written: {error.strerror or error}") from error


def find_problem(line: Correction) -> str:
    """Say what keeps a correction from being used; empty where nothing does.

    Args:
        line: the correction.
    """
    for name in ("correction_id", "row_id", "reason", "source", "made_by"):
        if not getattr(line, name).strip():
            return f"{name} is empty"
    if line.status not in STATUSES:
        return f"status {line.status!r} is none of {', '.join(STATUSES)}"
    try:
        _read_day(line.made_on)
    except ValueError:
        return f"made_on {line.made_on!r} is no day (year-month-day)"
    if line.column not in CORRECTABLE.get(line.table, ()):
        return f"{line.table}.{line.column} cannot be corrected"
    for name in ("new_value", "reason", "source"):
        # A correction is published: what may not be in the database may not come in by this door.
        if redact(getattr(line, name), list_line=False).found:
            return f"{name} holds private data (a telephone, an address, a day of birth or an identity number)"
    try:
        parse_value(line.table, line.column, line.new_value)
    except ValueError as error:
        return f"new_value {line.new_value!r} does not fit {line.table}.{line.column}: {error}"
    return ""


def parse_value(table: str, column: str, text: str) -> Any:
    """Turn the text of a cell into the value the table holds; empty is "not known".

    Args:
        table: name of the table.
        column: its column.
        text: as the export would print it.

    Raises:
        ValueError: the text is no value of that column.
    """
    if text == "":
        return None
    known = {c.name: c for c in BY_NAME[table].columns}[column]
    value: Any = text
    if known.type == "integer":
        value = int(text)
    elif known.type == "date":
        value = _read_day(text)
    elif column in _NAMES and not re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[ .'’ʼ-])*", text):
        raise ValueError("a name has letters, spaces, points, hyphens and apostrophes")
    if known.codes and value not in known.codes:
        raise ValueError(f"codes are {', '.join(known.codes)}")
    return value


def _read_day(text: str) -> dt.date:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("a day is written year-month-day")
    return dt.date.fromisoformat(text)


def _lines(path: Path) -> Iterator[tuple[int, Correction]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, strict=True)
            if reader.fieldnames is None:
                return
            missing = [name for name in COLUMNS if name not in reader.fieldnames]
            if missing:
                raise CorrectionsError(f"{path}, line 1: columns {', '.join(missing)} are missing")
            for row in reader:
                if None in row or any(row[name] is None for name in COLUMNS):
                    raise CorrectionsError(f"{path}, line {reader.line_num}: it has not as many cells as the heading")
                yield reader.line_num, Correction(**{name: row[name] for name in COLUMNS})
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CorrectionsError(f"{path} cannot be read: {error}") from error
