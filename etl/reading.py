"""Documents over worker processes: each is read, parsed and coded by itself, results come in source order."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from etl.archive import Archive
from etl.coding import Coded, code_document
from etl.identifiers import stable_id
from etl.parse.document import parse_document
from etl.read import read_document
from etl.registers import read_register
from etl.sources import Source
from etl.understanding import settle
from models.reference import load_pack

Progress = Callable[[str, int, int], None]


def silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


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
        if job.source.side_car.content == "register":
            return read_register(job.source, data, pack)
        document = read_document(job.source.path, data)
        document = replace(document, issues=(*job.source.issues, *document.issues))
        coded = code_document(parse_document(document, job.source.side_car, pack), pack)
        return settle(coded, job.source.side_car, pack)
    except Exception as problem:
        # A defect of ours met on one document must not cost the others; the issue names it.
        return failed(job.source, len(data), type(problem).__name__)


def failed(source: Source, size: int, kind: str) -> Coded:
    """Return the rows of a document whose reading failed: no seats, and one error that says so."""
    row = {
        "document_path": source.path,
        "sha256": source.sha256,
        "bytes": size,
        **_said(source),
        "status": "failed",
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


def _said(source: Source) -> dict[str, Any]:
    """Return what is known of a document that gives no rows of its own: what its side-cars say."""
    car = source.side_car
    return {
        "publisher": car.publisher,
        "source_url": car.source_url,
        "retrieved_on": car.retrieved_on,
        "as_of": car.as_of,
        "is_simulated": bool(car.is_simulated),
        "decisions": 0,
        "seats": 0,
    }


def without_repeats(sources: list[Source]) -> tuple[list[Source], tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
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
                **_said(source),
                "status": "left_out",
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


def read_all(
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
        for place, job in enumerate(jobs, start=1):
            yield read_one(job)
            progress("read", place, len(jobs))
        return
    own = executor is None
    pool = executor or ProcessPoolExecutor(max_workers=count, initializer=_end_with_parent, initargs=(os.getpid(),))
    try:
        done: dict[int, Coded] = {}
        for place, result in _largest_first(pool, jobs, count * 8):
            done[place] = result
            progress("read", len(done), len(jobs))
        yield from (done.pop(place) for place in range(len(jobs)))
    finally:
        if own:
            pool.shutdown(wait=True, cancel_futures=True)


def _end_with_parent(parent: int) -> None:
    """Let a worker end with the build, however that was ended: it would wait for work for ever."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _largest_first(pool: Executor, jobs: list[Job], window: int) -> Iterator[tuple[int, Coded]]:
    """Read the largest documents first, so that no worker is left alone with one at the end.

    A bounded number is under way, so that what waits for a worker does not grow with the source folder.
    """
    waiting = iter(sorted(range(len(jobs)), key=lambda place: (-_size(jobs[place]), place)))
    under_way = {pool.submit(read_one, jobs[place]): place for place in islice(waiting, window)}
    while under_way:
        for future in wait(under_way, return_when=FIRST_COMPLETED).done:
            place = under_way.pop(future)
            following = next(waiting, None)
            if following is not None:
                under_way[pool.submit(read_one, jobs[following])] = following
            yield place, future.result()


def _size(job: Job) -> int:
    """Return how large a document is; one that is missing fails where it is read."""
    path = Archive(Path(job.archive)).path_of(job.source.sha256)
    return path.stat().st_size if path.is_file() else 0
