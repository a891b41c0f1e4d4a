"""Which documents a build is made of: found below source folders, kept in the archive, remembered by the database."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from etl.archive import Archive
from etl.errors import MixedSourcesError, SourceError
from etl.read import is_document
from etl.records import Issue, SideCar
from etl.sidecar import load_side_cars


@dataclass(frozen=True, slots=True)
class Source:
    """One document of a build: its path, the hash of its bytes, and what was said about it."""

    path: str
    sha256: str
    side_car: SideCar
    issues: tuple[Issue, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return what the database remembers, so that a later ``add`` needs no source folder."""
        car = {
            k: v.isoformat() if isinstance(v, dt.date) else v
            for k, v in asdict(self.side_car).items()
            if v not in (None, ())
        }
        issues = [{"code": i.code, "message": i.message, "severity": i.severity, "text": i.text} for i in self.issues]
        return {"path": self.path, "sha256": self.sha256, "side_car": car, "issues": issues}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Source:
        """Return the source a database remembers."""
        car = dict(data["side_car"])
        for key in ("retrieved_on", "as_of"):
            if car.get(key):
                car[key] = dt.date.fromisoformat(car[key])
        car["columns"] = tuple((a, b) for a, b in car.get("columns", ()))
        issues = tuple(Issue(i["code"], i["message"], i["severity"], text=i["text"]) for i in data["issues"])
        return cls(data["path"], data["sha256"], SideCar(**car), issues)


def find_sources(roots: Sequence[Path], archive: Archive) -> list[Source]:
    """Put every document below the folders into the archive and return them in the order of their paths.

    Args:
        roots: source folders.
        archive: where the bytes are kept.

    Raises:
        SourceError: a folder does not exist, or two folders hold a document of the same path.
    """
    found: dict[str, tuple[Source, Path]] = {}
    for given in roots:
        root = given.resolve()
        if not root.is_dir():
            raise SourceError(
                f"source folder {given} does not exist" if not root.exists() else f"source {given} is not a folder"
            )
        for file in sorted(root.rglob("*")):
            if file.is_file() and is_document(file.relative_to(root).as_posix()):
                source = take_source(file, root, archive)
                if source.path in found:
                    raise SourceError(
                        f"{file} and {found[source.path][1]} have one path {source.path!r} below their source folders"
                    )
                found[source.path] = (source, file)
    return [found[path][0] for path in sorted(found)]


def take_source(file: Path, root: Path, archive: Archive) -> Source:
    """Put one document into the archive.

    Args:
        file: the document.
        root: its source folder.
        archive: where the bytes are kept.

    Raises:
        SourceError: it cannot be read or lies outside its source folder.
    """
    file, root = file.resolve(), root.resolve()
    try:
        relative = file.relative_to(root)
        data = file.read_bytes()
    except ValueError as problem:
        raise SourceError(f"{file} does not lie below {root}") from problem
    except OSError as problem:
        raise SourceError(f"{file} cannot be read: {problem.strerror}") from problem
    side_car, issues = load_side_cars(root, file)
    path = unicodedata.normalize("NFC", relative.as_posix())
    sha256 = archive.put(data, path, retrieved_on=side_car.retrieved_on, source_url=side_car.source_url)
    return Source(path, sha256, side_car, tuple(issues))


def check_not_mixed(sources: Iterable[Source]) -> bool:
    """Return whether the documents are simulated.

    Raises:
        MixedSourcesError: some are and some are not: they never share a database.
    """
    simulated = [s.path for s in sources if s.side_car.is_simulated]
    real = [s.path for s in sources if not s.side_car.is_simulated]
    if simulated and real:
        raise MixedSourcesError(
            f"simulated and other documents never share a database: {simulated[0]!r} is marked is_simulated, "
            f"{real[0]!r} is not ({len(simulated)} and {len(real)} documents)"
        )
    return bool(simulated)


def encode(sources: Iterable[Source]) -> str:
    """Return the remembered form of the sources of a build."""
    return json.dumps([source.to_json() for source in sources], ensure_ascii=False, sort_keys=True)


def decode(text: str) -> list[Source]:
    """Return the sources a database remembers."""
    return [Source.from_json(data) for data in json.loads(text)]
