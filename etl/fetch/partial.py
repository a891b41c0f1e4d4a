"""What came of a file before the connection broke, kept so that the rest alone is asked for."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

from etl.fetch.errors import RefusedError


class Partial:
    """The file of one address while it comes in.

    Args:
        folder: where such files are kept, closed to others.
        address: asked for.
    """

    def __init__(self, folder: Path, address: str) -> None:
        stem = hashlib.sha256(address.encode()).hexdigest()
        self._path = folder / f"{stem}.part"
        self._info = folder / f"{stem}.json"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def resumption(self) -> tuple[int, str] | None:
        """Return how many bytes are here and the server's mark of their version; None where it has to start anew."""
        try:
            mark = json.loads(self._info.read_text(encoding="utf-8"))["mark"]
            size = self._path.stat().st_size
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return (size, mark) if size and isinstance(mark, str) and mark else None

    def begin(self, etag: str | None, last_modified: str | None) -> None:
        """Start anew.

        Args:
            etag, last_modified: marks of the version; a weak etag says nothing about bytes (RFC 9110, section 8.8.3).
        """
        mark = etag if etag and not etag.startswith("W/") else last_modified
        self.discard()
        _write(self._info, json.dumps({"mark": mark}).encode())
        _write(self._path, b"")

    def add(self, data: bytes, max_bytes: int) -> None:
        """Append bytes.

        Args:
            data: the next bytes.
            max_bytes: limit of the whole.

        Raises:
            RefusedError: they are too many.
        """
        with self._path.open("ab") as file:
            if file.tell() + len(data) > max_bytes:
                file.close()
                self.discard()
                raise RefusedError(f"the file has more than {max_bytes:,} bytes")
            file.write(data)

    def take(self) -> bytes:
        """Return the whole file and forget it."""
        data = self._path.read_bytes()
        self.discard()
        return data

    def discard(self) -> None:
        """Forget what is here."""
        for path in (self._info, self._path):
            with suppress(FileNotFoundError):
                path.unlink()


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
