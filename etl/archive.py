"""The archive of received bytes: content-addressed, readable by its owner alone, with a manifest."""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = "manifest.jsonl"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600


class ArchiveError(Exception):
    """The archive cannot do what was asked; the message says why in one line."""


@dataclass(slots=True)
class Entry:
    """What the manifest knows about one sequence of bytes.

    Args:
        sha256, size: of the bytes.
        first_seen: day and time (UTC) at which the bytes first came in.
        names: names they came under, in order of arrival.
        source_urls: addresses they came from.
        retrieved_on: earliest day on which they are known to have been retrieved.
    """

    sha256: str
    size: int
    first_seen: str
    names: list[str] = field(default_factory=list)
    source_urls: list[str] = field(default_factory=list)
    retrieved_on: dt.date | None = None

    def take(self, line: dict[str, Any]) -> bool:
        """Add what one line of the manifest says; return whether anything was new."""
        name, url, day = line.get("name"), line.get("source_url"), line.get("retrieved_on")
        new = False
        if name and name not in self.names:
            self.names.append(name)
            new = True
        if url and url not in self.source_urls:
            self.source_urls.append(url)
            new = True
        retrieved = dt.date.fromisoformat(day) if day else None
        if retrieved and (self.retrieved_on is None or retrieved < self.retrieved_on):
            self.retrieved_on = retrieved
            new = True
        return new


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Archive:
    """A folder of bytes named after their SHA-256 checksum: ``ab/abcd….bin`` and ``manifest.jsonl``.

    The manifest only grows: one line for each new fact. A line cut short by a crash is passed over.

    Args:
        directory: folder of the archive; made, and closed to everyone but its owner, when missing.
        now: clock for the first-seen times.

    Raises:
        ArchiveError: the folder cannot be made or belongs to somebody else.
    """

    def __init__(self, directory: Path, now: Callable[[], dt.datetime] = _now) -> None:
        self.directory = Path(directory)
        self._now = now
        self._claim()
        self._known: dict[str, Entry] | None = None

    @property
    def _entries(self) -> dict[str, Entry]:
        """The manifest, read when first needed: whoever only fetches bytes does not pay for it."""
        if self._known is None:
            self._known = self._read_manifest()
        return self._known

    def put(
        self, data: bytes, original_name: str, retrieved_on: dt.date | None = None, source_url: str | None = None
    ) -> str:
        """Keep bytes and return their checksum; bytes that are there already are not written again.

        Args:
            data: the bytes as received.
            original_name: name or path they came under.
            retrieved_on: day of retrieval, where known.
            source_url: address they came from, where known.

        Raises:
            ArchiveError: they cannot be written.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self.path_of(digest)
        try:
            if not path.is_file() or path.stat().st_size != len(data):
                self._make_folder(path.parent)
                self._write(path, data)
            line: dict[str, Any] = {"sha256": digest, "size": len(data), "name": original_name}
            line["first_seen"] = self._now().astimezone(dt.UTC).isoformat(timespec="seconds")
            line["source_url"] = source_url
            line["retrieved_on"] = retrieved_on.isoformat() if retrieved_on else None
            entry = self._entries.setdefault(digest, Entry(digest, len(data), line["first_seen"]))
            if entry.take(line):
                self._append({key: value for key, value in line.items() if value is not None})
        except OSError as error:
            raise ArchiveError(f"Cannot write to the archive {self.directory}: {error.strerror}") from error
        return digest

    def get(self, sha256: str) -> bytes:
        """Return the bytes with a checksum.

        Raises:
            ArchiveError: they are not in the archive, or not what the checksum says.
        """
        path = self.path_of(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ArchiveError(f"Not in the archive: {sha256}") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ArchiveError(f"Damaged in the archive: {sha256}")
        return data

    def path_of(self, sha256: str) -> Path:
        """Return where bytes with a checksum are kept, whether or not they are there.

        Raises:
            ArchiveError: the checksum is not a SHA-256 in hexadecimal digits.
        """
        if not _DIGEST.fullmatch(sha256):
            raise ArchiveError(f"Not a SHA-256 checksum: {sha256[:80]}")
        return self.directory / sha256[:2] / f"{sha256}.bin"

    def entries(self) -> Iterator[Entry]:
        """Yield what the manifest knows, in order of arrival."""
        yield from self._entries.values()

    def verify(self) -> list[str]:
        """Return one sentence for each thing wrong: missing, damaged, unlisted, or readable by others."""
        problems: list[str] = []
        for entry in self._entries.values():
            path = self.path_of(entry.sha256)
            if not path.is_file():
                problems.append(f"{entry.sha256}: listed but missing")
            elif hashlib.sha256(path.read_bytes()).hexdigest() != entry.sha256:
                problems.append(f"{entry.sha256}: damaged")
        for path in sorted(self.directory.glob("*/*.bin")):
            if path.stem not in self._entries:
                problems.append(f"{path.stem}: not listed in the manifest")
        for path in [self.directory, *sorted(self.directory.rglob("*"))]:
            if path.stat().st_mode & 0o077:
                problems.append(f"{path.relative_to(self.directory)}: readable by others")
        return problems

    def _claim(self) -> None:
        """Make the folder, or take one that is empty or an archive already; never close somebody's own folder."""
        folder = self.directory
        try:
            strange = folder.exists() and not (folder / MANIFEST).is_file() and any(folder.iterdir())
        except OSError as error:
            raise ArchiveError(f"Cannot use {folder} as an archive: {error.strerror}") from error
        if strange:
            raise ArchiveError(f"Cannot use {folder} as an archive: it holds other files")
        self._make_folder(folder)
        try:
            os.close(os.open(folder / MANIFEST, os.O_WRONLY | os.O_CREAT, _FILE_MODE))
        except OSError as error:
            raise ArchiveError(f"Cannot write to the archive {folder}: {error.strerror}") from error

    def _make_folder(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
            if folder.stat().st_mode & 0o777 != _FOLDER_MODE:
                folder.chmod(_FOLDER_MODE)
        except OSError as error:
            raise ArchiveError(f"Cannot use {folder} as an archive: {error.strerror}") from error

    def _write(self, path: Path, data: bytes) -> None:
        """Write a file under another name first, so that no reader ever sees half of it."""
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                os.fchmod(file.fileno(), _FILE_MODE)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise

    def _append(self, line: dict[str, Any]) -> None:
        handle = os.open(self.directory / MANIFEST, os.O_RDWR | os.O_APPEND | os.O_CREAT, _FILE_MODE)
        with os.fdopen(handle, "rb+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            os.fchmod(file.fileno(), _FILE_MODE)
            size = file.seek(0, os.SEEK_END)
            cut = False
            if size:
                file.seek(size - 1)
                cut = file.read(1) != b"\n"
            text = json.dumps(line, ensure_ascii=False) + "\n"
            file.write((b"\n" if cut else b"") + text.encode("utf-8"))

    def _read_manifest(self) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        path = self.directory / MANIFEST
        if not path.is_file():
            return entries
        for text in path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                line = json.loads(text)
                digest, size, seen = line["sha256"], int(line["size"]), str(line["first_seen"])
                if _DIGEST.fullmatch(digest):
                    entries.setdefault(digest, Entry(digest, size, seen)).take(line)
            except (ValueError, KeyError, TypeError):
                continue  # cut short by a crash; the bytes it named come in again with the next build
        return entries
