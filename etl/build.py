"""One build: documents in, one complete database out, in one atomic step."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from etl.analyse import measure_all
from etl.archive import Archive
from etl.assemble import assemble
from etl.build_id import SCHEMA_VERSION, build_id, file_digest
from etl.corrections import apply_corrections, confirm_findings, read_corrections
from etl.errors import DatabaseError, SourceError
from etl.load import check_place, read_meta
from etl.reading import Progress, read_all, silent, without_repeats
from etl.resolve.ledger import read_ledger
from etl.resolve.persons.weights import weights_digest
from etl.sources import Source, check_not_mixed, decode, encode, find_sources, take_source
from etl.write import write_database
from models.reference import load_pack


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did."""

    build_id: str
    documents: int
    seats: int
    commissions: int
    issues: int
    seconds: dict[str, float]


def build(
    roots: Sequence[Path],
    database: Path,
    *,
    reference: Path | None = None,
    archive: Path | None = None,
    ledger: Path | None = None,
    corrections: Path | None = None,
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
        ledger: judgements on who is who, replayed; none where none is given.
        corrections: file of corrections of single values; none are applied where none is given.
        workers: processes that read documents; as many as there are cores where none is given.
        executor: a ``concurrent.futures`` executor to use instead (a cluster, a test).
        progress: told (stage, done, total).

    Raises:
        EtlError: the build cannot be made; the old database is untouched.
    """
    check_place(database)
    store = Archive(archive or database.parent / "archive")
    sources = find_sources(roots, store)
    return _build(
        sources,
        [str(root.resolve()) for root in roots],
        database,
        store,
        reference,
        ledger,
        corrections,
        workers,
        executor,
        progress,
    )


def add(
    files: Sequence[Path],
    database: Path,
    *,
    root: Path | None = None,
    ledger: Path | None = None,
    corrections: Path | None = None,
    workers: int | None = None,
    progress: Progress = silent,
) -> BuildReport:
    """Add documents to an existing database; the result equals a full build over all of them.

    Args:
        files: the documents; one that is already there under its path is replaced. None at all builds the database
            again from the bytes it remembers, with the judgements and corrections of today.
        database: an existing database.
        root: folder their paths are relative to; each file's own folder where none is given.
        ledger: another ledger than the one remembered.
        corrections: another file of corrections than the one remembered.
        workers: see ``build``.
        progress: told (stage, done, total).

    Raises:
        EtlError: a file cannot be read or the database is not one of ours; the database is untouched.
    """
    meta = read_meta(database)
    check_place(database)
    try:
        known = {source.path: source for source in decode(meta["sources"])}
        store = Archive(Path(meta["archive"]))
        reference = Path(meta["reference"])
        roots = json.loads(meta["roots"])
        ledger = ledger or (Path(meta["ledger"]) if meta["ledger"] else None)
        corrections = corrections or (Path(meta["corrections"]) if meta["corrections"] else None)
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
    return _build(sources, roots, database, store, reference, ledger, corrections, workers, None, progress)


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
    ledger: Path | None,
    corrections: Path | None,
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
    corrected = read_corrections(corrections) if corrections else []
    unique, repeated = without_repeats(sources)
    coded = list(read_all(unique, store, pack.directory, workers, executor, progress))
    lap("read")
    progress("assemble", 0, 1)
    outcomes, problems = apply_corrections(coded, corrected, pack)
    tables = assemble(coded, pack, read_ledger(ledger) if ledger else None)
    tables.corrections = outcomes
    tables.issues.extend(problems)
    tables.documents.extend(repeated[0])
    tables.issues.extend(repeated[1])
    lap("assemble")
    metrics, aggregates, findings = measure_all(tables, pack, progress)
    outcomes, problems = confirm_findings(findings, corrected)
    tables.corrections.extend(outcomes)
    tables.issues.extend(problems)
    lap("measure")
    progress("write", 0, 1)
    identifier = build_id(sources, pack.digest, weights_digest(), file_digest(ledger), file_digest(corrections))
    for row in tables.redirects:
        row["build_id"] = identifier
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
        "ledger": str(ledger.resolve()) if ledger else "",
        "corrections": str(corrections.resolve()) if corrections else "",
    }
    frames = {"metrics": metrics, "aggregates": aggregates, "findings": findings}
    write_database(database, tables, frames, meta)
    lap("write")
    progress("write", 1, 1)
    return BuildReport(
        identifier, len(sources), len(tables.seats), len(tables.commissions), len(tables.issues), seconds
    )
