"""One build: documents in, one complete database out, in one atomic step."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from etl.analyse import measure_all
from etl.archive import Archive
from etl.assemble import Tables, assemble
from etl.coding import Coded, code_document
from etl.errors import DatabaseError, SourceError
from etl.identifiers import stable_id
from etl.load import create_tables, insert_frame, insert_rows, new_database, read_meta, write_meta
from etl.parse.document import parse_document
from etl.read import read_document
from etl.sources import Source, check_not_mixed, decode, encode, find_sources, take_source
from models import sql
from models.reference import load_pack
from models.rows import check_rows
from models.schema import BY_NAME, TABLES

SCHEMA_VERSION = "1"
"""Part of the build id: raise it when the same documents must give another database."""

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    build_id: str
    documents: int
    seats: int
    commissions: int
    issues: int
    seconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Job:
    """The work of one worker on one document."""

    source: Source
    archive: str
    reference: str


def read_one(job: Job) -> Coded:
    """Read, parse and code one document; runs in a worker process.

    Args:
        job: the document and where its bytes and reference data are.
    """
    pack = load_pack(Path(job.reference))
    data = Archive(Path(job.archive)).get(job.source.sha256)
    try:
        document = read_document(job.source.path, data)
        document = replace(document, issues=(*job.source.issues, *document.issues))
        return code_document(parse_document(document, job.source.side_car, pack), pack)
    except Exception as problem:
        # A defect of ours met on one document must not cost the others; the issue names it.
        return failed(job.source, len(data), type(problem).__name__)


def failed(source: Source, size: int, kind: str) -> Coded:
    """Return the rows of a document whose reading failed: no seats, and one error that says so."""
    row = {
        "document_path": source.path,
        "sha256": source.sha256,
        "bytes": size,
        "is_simulated": bool(source.side_car.is_simulated),
        "decisions": 0,
        "seats": 0,
    }
    issue = {
        "issue_id": stable_id("i", source.path, "failed"),
        "document_path": source.path,
        "locator": "{}",
        "severity": "error",
        "code": "document_failed",
        "message": f"reading this document failed ({kind}); nothing of it was loaded",
    }
    return Coded(document=row, issues=[issue])


def build(
    roots: Sequence[Path],
    database: Path,
    *,
    reference: Path | None = None,
    archive: Path | None = None,
    workers: int | None = None,
    executor: Executor | None = None,
    progress: Progress = silent,
) -> BuildReport:
    """Build a database from every document below the source folders.

    Args:
        roots: source folders.
        database: file to write; an old one is replaced in one step at the end.
        reference: folder of the reference pack; Kazakhstan's where none is given.
        archive: folder that keeps the bytes; beside the database where none is given.
        workers: processes that read documents; as many as there are cores where none is given.
        executor: a ``concurrent.futures`` executor to use instead (a cluster, a test).
        progress: told (stage, done, total).

    Raises:
        EtlError: the build cannot be made; the old database is untouched.
    """
    store = Archive(archive or database.parent / "archive")
    sources = find_sources(roots, store)
    return _build(
        sources, [str(root.resolve()) for root in roots], database, store, reference, workers, executor, progress
    )


def add(
    files: Sequence[Path],
    database: Path,
    *,
    root: Path | None = None,
    workers: int | None = None,
    progress: Progress = silent,
) -> BuildReport:
    """Add documents to an existing database; the result equals a full build over all of them.

    Args:
        files: the documents; one that is already there under its path is replaced.
        database: an existing database.
        root: folder their paths are relative to; each file's own folder where none is given.
        workers: see ``build``.
        progress: told (stage, done, total).

    Raises:
        EtlError: a file cannot be read or the database is not one of ours; the database is untouched.
    """
    meta = read_meta(database)
    try:
        known = {source.path: source for source in decode(meta["sources"])}
        store = Archive(Path(meta["archive"]))
        reference = Path(meta["reference"])
        roots = json.loads(meta["roots"])
    except (KeyError, ValueError) as problem:
        raise DatabaseError(
            f"{database} does not remember what it was built from ({problem}); build it again"
        ) from problem
    for file in files:
        if not file.is_file():
            raise SourceError(f"document {file} does not exist")
        base = root or _root_of(file, roots)
        source = take_source(file, base, store)
        old = known.get(source.path)
        if old is not None and old.sha256 != source.sha256 and root is None and str(base) not in roots:
            raise SourceError(
                f"the database has another document {source.path!r}; --root tells which folder {file} belongs to"
            )
        known[source.path] = source
    sources = [known[path] for path in sorted(known)]
    return _build(sources, roots, database, store, reference, workers, None, progress)


def _root_of(file: Path, roots: Sequence[str]) -> Path:
    """Return the folder a document's path is relative to: a remembered source, else the farthest with a side-car."""
    here = file.resolve()
    for root in roots:
        if here.is_relative_to(root):
            return Path(root)
    described = [folder for folder in here.parents if (folder / "folder.meta.yml").is_file()]
    return described[-1] if described else here.parent


def _build(
    sources: list[Source],
    roots: list[str],
    database: Path,
    store: Archive,
    reference: Path | None,
    workers: int | None,
    executor: Executor | None,
    progress: Progress,
) -> BuildReport:
    seconds: dict[str, float] = {}
    clock = time.perf_counter()

    def lap(stage: str) -> None:
        nonlocal clock
        now = time.perf_counter()
        seconds[stage] = round(now - clock, 2)
        clock = now

    simulated = check_not_mixed(sources)
    pack = load_pack(reference)
    unique, repeated = _without_repeats(sources)
    coded = list(_read_all(unique, store, pack.directory, workers, executor, progress))
    lap("read")
    progress("assemble", 0, 1)
    tables = assemble(coded, pack)
    tables.documents.extend(repeated[0])
    tables.issues.extend(repeated[1])
    lap("assemble")
    metrics, aggregates, findings = measure_all(tables, pack, progress)
    lap("measure")
    progress("write", 0, 1)
    identifier = build_id(sources, pack.digest)
    meta = {
        "build_id": identifier,
        "schema_version": SCHEMA_VERSION,
        "country": pack.info.country,
        "reference": str(pack.directory),
        "reference_digest": pack.digest,
        "roots": json.dumps(roots, ensure_ascii=False),
        "built_from": json.dumps(sorted({Path(root).name for root in roots}), ensure_ascii=False),
        "sources": encode(sources),
        "archive": str(store.directory.resolve()),
        "is_simulated": "true" if simulated else "false",
        "latest_day": tables.latest_day.isoformat() if tables.latest_day else "",
        "ledger": "",
        "corrections": "",
    }
    with new_database(database) as connection:
        create_tables(connection)
        for name in (
            "documents",
            "decisions",
            "commissions",
            "terms",
            "seats",
            "persons",
            "organisations",
            "ties",
            "issues",
        ):
            insert_rows(connection, BY_NAME[name], _checked(name, getattr(tables, name), tables))
        for name, frame in (("metrics", metrics), ("aggregates", aggregates), ("findings", findings)):
            insert_frame(connection, BY_NAME[name], frame)
        write_meta(connection, meta)
        sql.run_all(connection)
    lap("write")
    progress("write", 1, 1)
    return BuildReport(
        identifier, len(sources), len(tables.seats), len(tables.commissions), len(tables.issues), seconds
    )


def _checked(name: str, rows: list[dict[str, Any]], tables: Tables) -> list[dict[str, Any]]:
    """Let rows through the gate; one that does not fit becomes an issue and stops nothing else."""
    table = BY_NAME[name]
    names = set(table.names)
    good, bad = check_rows(table, [{k: v for k, v in row.items() if k in names} for row in rows])
    if name == "issues" and bad:
        raise AssertionError(f"issue rows do not fit their own table: {bad[:3]}")
    for index, reason in bad:
        row = rows[index]
        tables.issues.append(
            {
                "issue_id": stable_id("i", "invalid", name, *(row.get(key) for key in table.key)),
                "document_path": row.get("document_path") or "",
                "locator": row.get("locator"),
                "severity": "error",
                "code": "invalid_row",
                "message": f"a row of {name} does not fit the schema and was left out: {reason}",
                "text": row.get("snippet"),
            }
        )
    return (
        sorted(good, key=lambda row: tuple(str(row[key]) for key in table.key))
        if name in ("issues", "organisations")
        else good
    )


def _without_repeats(sources: list[Source]) -> tuple[list[Source], tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Read the same bytes once: the first path counts, the others are named in an issue."""
    first: dict[str, str] = {}
    unique, documents, issues = [], [], []
    for source in sources:
        if source.sha256 not in first:
            first[source.sha256] = source.path
            unique.append(source)
            continue
        documents.append(
            {
                "document_path": source.path,
                "sha256": source.sha256,
                "is_simulated": bool(source.side_car.is_simulated),
                "decisions": 0,
                "seats": 0,
            }
        )
        issues.append(
            {
                "issue_id": stable_id("i", source.path, "duplicate"),
                "document_path": source.path,
                "locator": "{}",
                "severity": "info",
                "code": "duplicate_document",
                "message": f"the same bytes as {first[source.sha256]!r}; read once",
            }
        )
    return unique, (documents, issues)


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


def build_id(sources: Sequence[Source], reference_digest: str) -> str:
    """Return the id of a build: the same documents, side-cars and reference data give the same id.

    Args:
        sources: all documents.
        reference_digest: digest of the reference pack.
    """
    digest = hashlib.sha256()
    for part in (SCHEMA_VERSION, code_digest(), reference_digest, encode(sources)):
        digest.update(part.encode())
        digest.update(b"\x00")
    return digest.hexdigest()[:16]


def _read_all(
    sources: list[Source],
    store: Archive,
    reference: Path,
    workers: int | None,
    executor: Executor | None,
    progress: Progress,
) -> Iterator[Coded]:
    """Read documents over an executor; results come in the order of the sources."""
    jobs = [Job(source, str(store.directory), str(reference)) for source in sources]
    count = workers or os.cpu_count() or 1
    progress("read", 0, len(jobs))
    if executor is None and (count == 1 or len(jobs) < 2):
        results: Iterator[Coded] = map(read_one, jobs)
        yield from _counted(results, len(jobs), progress)
        return
    own = executor is None
    pool = executor or ProcessPoolExecutor(max_workers=count)
    try:
        yield from _counted(iter(_windowed(pool, jobs, count * 8)), len(jobs), progress)
    finally:
        if own:
            pool.shutdown(wait=True, cancel_futures=True)


def _windowed(pool: Executor, jobs: list[Job], window: int) -> Iterator[Coded]:
    """Keep a bounded number of documents under way, so that memory does not grow with the source folder."""
    waiting = iter(jobs)
    futures = [pool.submit(read_one, job) for job in islice(waiting, window)]
    while futures:
        result = futures.pop(0).result()
        following = next(waiting, None)
        if following is not None:
            futures.append(pool.submit(read_one, following))
        yield result


def _counted(results: Iterator[Coded], total: int, progress: Progress) -> Iterator[Coded]:
    for done, result in enumerate(results, start=1):
        progress("read", done, total)
        yield result


__all__ = ["TABLES", "BuildReport", "Job", "add", "build", "build_id", "read_one"]
