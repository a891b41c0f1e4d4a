"""The folders a build can read: the latest version of each document, and the earlier ones beside them."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import tempfile
import unicodedata
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

from etl.fetch.declaration import FetchSource
from etl.fetch.kinds import ending_of
from etl.read import is_document
from etl.sidecar import SUFFIX

DOCUMENTS = "documents"
EARLIER = "earlier"
_MAX_STEM = 80


class Shelf:
    """``documents/<source>/<name>`` and ``earlier/<source>/<name>/<day>-<checksum>`` below an archive.

    Two versions of one page say the same things twice, so they never stand in one folder: a build reads the latest
    from ``documents`` or whatever else it is told to.

    Args:
        directory: the archive's folder.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def choose_name(self, source: FetchSource, address: str, kind: str, taken: dict[str, str]) -> str:
        """Return the path of an address's document below ``documents``; its stem never changes.

        Args:
            source: whose document it is.
            address: where it stands.
            kind: kind of file.
            taken: address -> document of this source, as chosen before.
        """
        if address in taken:
            stem = PurePosixPath(taken[address]).stem
        else:
            stem = make_stem(address)
            if stem.lower() in {PurePosixPath(path).stem.lower() for path in taken.values()}:
                stem = f"{stem}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"
        return f"{source.id}/{stem}{ending_of(kind)}"

    def put(self, document: str, data: bytes, source: FetchSource, address: str, day: dt.date) -> None:
        """Put the latest version in place, with its side-car.

        Args:
            document: as chosen.
            data: its bytes.
            source: the publisher.
            address: where it stands.
            day: on which this version was first fetched.
        """
        file = self.directory / DOCUMENTS / document
        _write(file, data)
        _write(file.with_name(file.stem + SUFFIX), _side_car(source, address, day))

    def put_away(self, document: str, data: bytes, sha256: str, source: FetchSource, address: str, day: dt.date) -> str:
        """Keep a version that has been replaced; return its path below the archive.

        Args:
            document: name of the latest version.
            data, sha256: of the version put away.
            source, address: where it came from.
            day: on which it was first fetched.
        """
        name = PurePosixPath(document)
        path = f"{EARLIER}/{name.parent}/{name.stem}/{day.isoformat()}-{sha256[:8]}{name.suffix}"
        file = self.directory / path
        _write(file, data)
        _write(file.with_name(file.stem + SUFFIX), _side_car(source, address, day))
        return path

    def take_down(self, document: str) -> None:
        """Remove a document that stands under another ending now; its bytes stay in the archive.

        Args:
            document: its former name.
        """
        with suppress(FileNotFoundError):
            (self.directory / DOCUMENTS / document).unlink()

    def holds(self, document: str) -> bool:
        """Tell whether a document and its side-car are in place.

        Args:
            document: its name.
        """
        file = self.directory / DOCUMENTS / document
        return file.is_file() and file.with_name(file.stem + SUFFIX).is_file()


def make_stem(address: str) -> str:
    """Return a readable name for an address: the end of its path and its query, Kazakh letters kept.

    Args:
        address: of a document.
    """
    parts = urlsplit(address)
    path = PurePosixPath(unquote(parts.path))
    last = path.name if re.fullmatch(r"\.\w{1,5}", path.suffix) is None else path.stem
    words = [part for part in (*path.parent.parts[-1:], last) if part != "/"]
    text = unicodedata.normalize("NFC", "-".join([*words, unquote(parts.query)]))
    stem = re.sub(r"[^\w.]+", "-", text).strip("-._")[:_MAX_STEM].strip("-._")
    if not stem:
        stem = parts.hostname or "document"
    # Names that a build passes over (README, truth.jsonl) would lose the document in silence.
    if stem.lower() == "folder" or not is_document(stem) or not is_document(f"{stem}.html"):
        stem = f"document-{stem}"
    return stem


def _side_car(source: FetchSource, address: str, day: dt.date) -> bytes:
    said: dict[str, Any] = {
        "source_url": address,
        "retrieved_on": day,
        "publisher": source.publisher,
        "region_id": source.region_id,
        "district": source.district,
        "level": source.level,
        "language": source.language,
    }
    known = {key: value for key, value in said.items() if value is not None}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=10_000).encode()


def _write(file: Path, data: bytes) -> None:
    """Write a file its owner alone can read; an equal one is left as it is, so that its time stays too."""
    if file.is_file() and file.read_bytes() == data:
        return
    _make_folder(file.parent)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".", suffix=".part")  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it; ``parents=True`` would leave those above open to others."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
