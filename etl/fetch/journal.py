"""The journal of fetching: one line for each thing that happened, only ever appended to."""

from __future__ import annotations

import datetime as dt
import fcntl
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import EtlError

FILE = "fetched.jsonl"
LOCK = "fetch.lock"
KEPT = ("new", "changed", "unchanged")
"""Outcomes after which the bytes of an address are in the archive."""


class JournalError(EtlError):
    """The journal of an archive cannot be used."""


@dataclass(frozen=True, slots=True)
class Version:
    """What is known of the latest version of an address."""

    sha256: str
    fetched_on: dt.date
    etag: str | None = None
    last_modified: str | None = None
    document: str | None = None


class Journal:
    """What was fetched into an archive: address, time, marks of the version, checksum, outcome.

    A run that was broken off is continued: what it had fetched is in `done`.

    Args:
        directory: the archive's folder.
        now: clock, for the times of the lines.
    """

    def __init__(self, directory: Path, now: Callable[[], dt.datetime]) -> None:
        self._path = directory / FILE
        self._now = now
        self._latest: dict[tuple[str, str], Version] = {}
        self._open: str | None = None
        self.done: set[tuple[str, str]] = set()
        self._read()

    def latest(self, source: str, address: str) -> Version | None:
        """Return the latest version of an address.

        Args:
            source: id of the source.
            address: as asked for.
        """
        return self._latest.get((source, address))

    def documents(self, source: str) -> dict[str, str]:
        """Return the document of each address of a source that has one.

        Args:
            source: id of the source.
        """
        return {
            address: version.document
            for (owner, address), version in self._latest.items()
            if owner == source and version.document
        }

    def begin(self, declaration: str) -> None:
        """Begin a run, or go on with the one that was broken off.

        Args:
            declaration: digest of the declared sources; another declaration is another run.
        """
        if self._open != declaration:
            self.done.clear()
            self._append({"event": "begun", "declaration": declaration})

    def end(self) -> None:
        """End the run."""
        self.done.clear()
        self._append({"event": "ended"})

    def add(self, source: str, address: str, outcome: str, **facts: Any) -> None:
        """Write what happened to one address.

        Args:
            source, address: what was asked for.
            outcome: new, changed, unchanged, refused or failed.
            facts: status, final_address, sha256, size, etag, last_modified, content_type, document, why.
        """
        line = {"source": source, "address": address, "outcome": outcome, **facts}
        self._append({key: value for key, value in line.items() if value is not None})
        self._take(line, self._now().astimezone(dt.UTC).date())

    def _take(self, line: dict[str, Any], day: dt.date) -> None:
        if line.get("outcome") not in KEPT:
            return
        key = (line["source"], line["address"])
        old = self._latest.get(key)
        if old is not None and old.sha256 == line["sha256"]:
            day = old.fetched_on
        # A page of lists may also be a document: reading it as a list does not take its name away.
        document = line.get("document") or (old.document if old else None)
        self._latest[key] = Version(line["sha256"], day, line.get("etag"), line.get("last_modified"), document)
        self.done.add(key)

    def _append(self, line: dict[str, Any]) -> None:
        stamped = {"at": self._now().astimezone(dt.UTC).isoformat(timespec="seconds"), **line}
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(handle, "rb+") as file:
                size = file.seek(0, os.SEEK_END)
                cut = size > 0 and (file.seek(size - 1), file.read(1))[1] != b"\n"
                file.write((b"\n" if cut else b"") + json.dumps(stamped, ensure_ascii=False).encode() + b"\n")
        except OSError as problem:
            raise JournalError(f"cannot write {self._path}: {problem.strerror}") from problem

    def _read(self) -> None:
        if not self._path.is_file():
            return
        for text in self._path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                line = json.loads(text)
                event = line.get("event")
                if event == "begun":
                    self._open = str(line["declaration"])
                    self.done.clear()
                elif event == "ended":
                    self._open = None
                    self.done.clear()
                else:
                    self._take(line, dt.datetime.fromisoformat(line["at"]).date())
            except (ValueError, KeyError, TypeError, AttributeError):
                continue  # cut short by a crash; the address is asked for again


@contextmanager
def hold_archive(directory: Path) -> Iterator[None]:
    """Keep every other fetch out of an archive.

    Args:
        directory: the archive's folder.

    Raises:
        JournalError: another fetch is running.
    """
    handle = os.open(directory / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        os.close(handle)
        raise JournalError(f"another fetch is writing to the archive {directory}") from problem
    try:
        yield
    finally:
        os.close(handle)
