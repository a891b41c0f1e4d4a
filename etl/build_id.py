"""The id of a build: what went in and which program read it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from etl.sources import Source, encode

SCHEMA_VERSION = "1"
"""Part of the build id: raise it when the same documents must give another database."""


@cache
def code_digest() -> str:
    """Return a digest of the program: another reading of the same documents must have another build id."""
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parents[1]
    for folder in ("etl", "models"):
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in (".py", ".sql", ".txt"):
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def build_id(sources: Sequence[Source], reference_digest: str, *rest: str) -> str:
    """Return the id of a build: the same documents, side-cars and reference data give the same id.

    Args:
        sources: all documents.
        reference_digest: digest of the reference pack.
        rest: digests of whatever else went in: the ledger, the corrections, weights.
    """
    digest = hashlib.sha256()
    for part in (SCHEMA_VERSION, code_digest(), reference_digest, encode(sources), *rest):
        digest.update(part.encode())
        digest.update(b"\x00")
    return digest.hexdigest()[:16]


def file_digest(path: Path | None) -> str:
    """Return a digest of a file's bytes; empty where there is no file.

    Args:
        path: the file, or None.
    """
    return hashlib.sha256(path.read_bytes()).hexdigest() if path is not None and path.is_file() else ""
