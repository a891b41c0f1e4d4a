"""The ledger: judgements on who is who, one a line, only ever appended, fit for version control.

A line is a JSON object: ``left, right`` (seat ids of two statements), ``verdict`` (same, different, unsure), ``by``,
``on`` (day), ``why``, and for automatic lines ``score`` and ``model``. ``withdrawn_on`` takes back what the same person
said of the same pair before: undoing is a new line. See docs/identity.md.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from etl.errors import EtlError

VERDICTS = ("same", "different", "unsure")
AUTOMATIC = "auto"
"""Who judges where the program does; everybody else is a person, and a person wins."""
_FIELDS = ("left", "right", "verdict", "by", "on", "why", "score", "model", "withdrawn_on")


class LedgerError(EtlError):
    """A judgement cannot be written, or the file cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line.

    Args:
        left: seat id of a statement; ``right``: of another. Order means nothing and is made alphabetical.
        verdict: same, different or unsure; empty in a line that only withdraws.
        by: who says so; ``auto`` for the program.
        on: the day.
        why: the reason, in words.
        score: probability, of automatic lines.
        model: version of the weights, of automatic lines.
        withdrawn_on: the day from which what ``by`` said of this pair before does not count.
    """

    left: str
    right: str
    verdict: str
    by: str
    on: dt.date
    why: str = ""
    score: float | None = None
    model: str | None = None
    withdrawn_on: dt.date | None = None

    def __post_init__(self) -> None:
        if self.right < self.left:
            first, second = self.right, self.left
            object.__setattr__(self, "left", first)
            object.__setattr__(self, "right", second)

    @property
    def pair(self) -> tuple[str, str]:
        """The two seat ids, in alphabetical order."""
        return self.left, self.right

    @property
    def is_human(self) -> bool:
        """Whether a person judged."""
        return self.by != AUTOMATIC

    def to_line(self) -> str:
        """Return the line, without its end: the same judgement is always the same text."""
        values = {name: getattr(self, name) for name in _FIELDS}
        written = {
            name: value.isoformat() if isinstance(value, dt.date) else value
            for name, value in values.items()
            if value not in (None, "")
        }
        return json.dumps(written, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be read: its number, counted from 1, and what is wrong with which value."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a file holds: judgements in the order of the file, and the lines that are none."""

    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()

    def standing(self) -> list[Judgement]:
        """Return the judgements that count, one a pair, people's first, each in the order of the pairs.

        Of what one judge said of a pair the last line counts, and nothing once it is withdrawn. Of several people the
        last one to speak counts; the program only where no person speaks.
        """
        latest: dict[tuple[str, str], dict[str, tuple[int, Judgement]]] = {}
        for place, judgement in enumerate(self.judgements):
            voices = latest.setdefault(judgement.pair, {})
            voices.pop(judgement.by, None)
            if judgement.withdrawn_on is None:
                voices[judgement.by] = (place, judgement)
        chosen = []
        for pair in sorted(latest):
            voices = latest[pair]
            people = [voice for by, voice in voices.items() if by != AUTOMATIC]
            spoken = people or list(voices.values())
            if spoken:
                chosen.append(max(spoken, key=lambda voice: voice[0])[1])
        return sorted(chosen, key=lambda judgement: not judgement.is_human)


def read_ledger(path: Path) -> Ledger:
    """Read a ledger; lines that are no judgements are reported and stop nothing else.

    Args:
        path: the file; one that does not exist yet is an empty ledger.

    Raises:
        LedgerError: the file exists and cannot be read as UTF-8 text.
    """
    if not path.exists():
        return Ledger()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise LedgerError(f"ledger {path} cannot be read: {problem}") from problem
    judgements: list[Judgement] = []
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            judgements.append(_read_line(line))
        except ValueError as problem:
            problems.append(Problem(number, f"line {number}: {problem}"))
    return Ledger(tuple(judgements), tuple(problems))


def _read_line(line: str) -> Judgement:
    try:
        data = json.loads(line)
    except json.JSONDecodeError as problem:
        raise ValueError(f"no JSON object ({problem.msg}): {line.strip()[:80]!r}") from problem
    if not isinstance(data, dict):
        raise ValueError(f"no JSON object: {line.strip()[:80]!r}")
    unknown = sorted(set(data) - set(_FIELDS))
    if unknown:
        raise ValueError(f"unknown field {unknown[0]!r}")
    judgement = Judgement(
        left=_text(data, "left"),
        right=_text(data, "right"),
        verdict=_text(data, "verdict", needed="withdrawn_on" not in data),
        by=_text(data, "by"),
        on=_day(data, "on"),
        why=_text(data, "why", needed=False),
        score=_score(data.get("score")),
        model=_text(data, "model", needed=False) or None,
        withdrawn_on=_day(data, "withdrawn_on") if data.get("withdrawn_on") is not None else None,
    )
    _check(judgement)
    return judgement


def _text(data: dict[str, Any], name: str, *, needed: bool = True) -> str:
    value = data.get(name)
    if value is None and not needed:
        return ""
    if not isinstance(value, str) or (needed and not value.strip()):
        raise ValueError(f"{name} {value!r} is no text")
    return value.strip()


def _day(data: dict[str, Any], name: str) -> dt.date:
    value = data.get(name)
    try:
        return dt.date.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError) as problem:
        raise ValueError(f"{name} {value!r} is no day (2026-11-20)") from problem


def _score(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"score {value!r} is no number from 0 to 1")
    return float(value)


def _check(judgement: Judgement) -> None:
    if judgement.left == judgement.right:
        raise ValueError(f"left and right are one statement, {judgement.left!r}")
    if judgement.withdrawn_on is None and judgement.verdict not in VERDICTS:
        raise ValueError(f"verdict {judgement.verdict!r} is none of {', '.join(VERDICTS)}")
    if judgement.withdrawn_on is None and not judgement.is_human and (judgement.score is None or not judgement.model):
        raise ValueError("an automatic judgement needs score and model")


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Write one judgement at the end of a ledger; it is on the disk when this returns.

    Args:
        path: the ledger; made where there is none.
        judgement: what to write.

    Raises:
        LedgerError: it is not a valid judgement, or the file cannot be written.
    """
    append_judgements(path, [judgement])


def append_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write several judgements at once: all or, where one is not valid, none.

    Args:
        path: the ledger; made where there is none.
        judgements: what to write, in order.

    Raises:
        LedgerError: one is not valid, or the file cannot be written.
    """
    lines = []
    for judgement in judgements:
        try:
            _read_line(judgement.to_line())
        except ValueError as problem:
            raise LedgerError(f"not written to {path}: {problem}") from problem
        lines.append(judgement.to_line() + "\n")
    if not lines:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file, _locked(file):
            # A line torn by a crash must not swallow the next one.
            file.seek(0, os.SEEK_END)
            if file.tell() > 0:
                file.seek(-1, os.SEEK_END)
                torn = file.read(1) != b"\n"
            else:
                torn = False
            file.write(("\n" if torn else "").encode() + "".join(lines).encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as problem:
        raise LedgerError(f"ledger {path} cannot be written: {problem.strerror or problem}") from problem


@contextmanager
def _locked(file: IO[bytes]) -> Iterator[None]:
    """Keep other writers out: two reviewers may press a button in one moment."""
    fcntl.flock(file.fileno(), fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file.fileno(), fcntl.LOCK_UN)


def withdraw(path: Path, left: str, right: str, by: str, on: dt.date, why: str = "") -> None:
    """Take back what somebody said of a pair; the line itself stays, a new one says so.

    Args:
        path: the ledger.
        left: a seat id.
        right: the other seat id.
        by: whose judgement.
        on: the day.
        why: the reason.

    Raises:
        LedgerError: nothing of theirs stands on that pair.
    """
    pair = tuple(sorted((left, right)))
    stands = False
    for judgement in read_ledger(path).judgements:
        if judgement.pair == pair and judgement.by == by:
            stands = judgement.withdrawn_on is None
    if not stands:
        raise LedgerError(f"{path} holds no judgement by {by!r} on {left} and {right} that stands")
    append_judgement(path, Judgement(left, right, "", by, on, why, withdrawn_on=on))
