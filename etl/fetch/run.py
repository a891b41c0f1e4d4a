"""One run: every declared source asked, what is new kept in the archive, what failed reported."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from etl.archive import Archive, ArchiveError
from etl.errors import EtlError
from etl.fetch.client import Answer, Client, Manners
from etl.fetch.declaration import Declaration, FetchSource, load_declaration
from etl.fetch.errors import AddressError, FailedError, RefusedError
from etl.fetch.guard import Guard, Resolve, resolve_host
from etl.fetch.journal import Journal, Version, hold_archive
from etl.fetch.kinds import check_kind
from etl.fetch.pace import Pace
from etl.fetch.shelf import DOCUMENTS, Shelf
from etl.fetch.walk import find_documents

Progress = Callable[[str, int, int], None]
PARTIALS = "partial"


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _silent(stage: str, done: int, total: int) -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One address that gave nothing, and why."""

    source: str
    address: str
    why: str


@dataclass(slots=True)
class FetchReport:
    """What a run did: documents by outcome (``new``, ``changed``, ``unchanged``, ``done_before``), and failures."""

    folder: Path
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)

    @property
    def nothing_came(self) -> bool:
        """There were failures and not a single document."""
        return bool(self.failures) and not self.outcomes


def fetch(
    sources: Path,
    archive: Path,
    *,
    progress: Progress = _silent,
    pace: Pace | None = None,
    now: Callable[[], dt.datetime] = _utc_now,
    resolve: Resolve = resolve_host,
) -> FetchReport:
    """Download declared sources into an archive; one that fails stops nothing else.

    Args:
        sources: YAML file of declared sources.
        archive: folder of the archive; made when missing.
        progress: told (stage, done, total).
        pace: waits between requests.
        now: the time of day.
        resolve: how names of hosts become IP addresses.

    Raises:
        EtlError: the declaration or the archive cannot be used.
        ArchiveError: the archive cannot be written.
    """
    declaration = load_declaration(sources)
    store = Archive(archive, now)
    with hold_archive(archive):
        journal = Journal(archive, now)
        client = Client(declaration.contact, archive / PARTIALS, pace or Pace(), now)
        report = FetchReport(archive / DOCUMENTS)
        journal.begin(hashlib.sha256(declaration.model_dump_json().encode()).hexdigest())
        for source in declaration.sources:
            run = _Run(source, declaration, store, journal, client, report, resolve, now)
            try:
                run.run(progress)
            except (OSError, ArchiveError, EtlError):
                raise
            except Exception as problem:
                # A defect of ours met on one source must not cost the others; the report names it.
                run.fail(source.start[0], f"fetching this source failed with a defect ({type(problem).__name__})")
        journal.end()
    return report


class _Run:
    """The addresses of one source."""

    def __init__(
        self,
        source: FetchSource,
        declaration: Declaration,
        store: Archive,
        journal: Journal,
        client: Client,
        report: FetchReport,
        resolve: Resolve,
        now: Callable[[], dt.datetime],
    ) -> None:
        self.source = source
        self.store = store
        self.journal = journal
        self.client = client
        self.report = report
        self.now = now
        self.shelf = Shelf(store.directory)
        self.guard = Guard(source, declaration, resolve)
        interval = 60.0 / (source.rate or declaration.rate)
        self.manners = Manners(self.guard, interval, source.max_bytes, source.max_seconds)

    def run(self, progress: Progress) -> None:
        """Fetch every document of the source."""
        stage = f"fetch {self.source.id}"
        addresses = find_documents(self.source, self.guard, self._read_page, self.fail)
        if len(addresses) > self.source.max_documents:
            left = len(addresses) - self.source.max_documents
            self.fail(
                addresses[self.source.max_documents],
                f"this and {left - 1} further documents are left out: max_documents is {self.source.max_documents}",
            )
            addresses = addresses[: self.source.max_documents]
        progress(stage, 0, len(addresses))
        for done, address in enumerate(addresses, start=1):
            self._fetch(address)
            progress(stage, done, len(addresses))

    def _fetch(self, address: str) -> None:
        known = self._known(address)
        key = (self.source.id, address)
        if key in self.journal.done and known and known.document and self.shelf.holds(known.document):
            self.report.outcomes["done_before"] += 1
            return
        try:
            answer = self._ask(address, known)
            if answer.data is None:
                if known is None:
                    raise FailedError("the server says unchanged of something it never sent")
                kind, data = None, self.store.get(known.sha256)
            else:
                data = answer.data
                kind = check_kind(answer.url, answer.content_type, data, self.source.kinds)
        except AddressError as problem:
            self.fail(address, problem.reason, "refused" if isinstance(problem, RefusedError) else "failed")
            return
        self._keep(address, known, answer, data, kind)

    def _ask(self, address: str, known: Version | None) -> Answer:
        marks = {"etag": known.etag, "last_modified": known.last_modified} if known else {}
        return self.client.get(address, self.manners, **marks)

    def _known(self, address: str) -> Version | None:
        """Return the latest version, if its bytes are still there."""
        version = self.journal.latest(self.source.id, address)
        if version is None:
            return None
        try:
            self.store.get(version.sha256)
        except ArchiveError:
            return None
        return version

    def _keep(self, address: str, known: Version | None, answer: Answer, data: bytes, kind: str | None) -> None:
        """Bytes first, then the folders, the journal last: whatever breaks off is simply done again."""
        source, taken = self.source, self.journal.documents(self.source.id)
        today = self.now().astimezone(dt.UTC).date()
        digest = hashlib.sha256(data).hexdigest()
        same = known is not None and known.sha256 == digest
        day = known.fetched_on if known is not None and same else today
        if known is not None and same and known.document:
            document = known.document
        else:
            kind = kind or check_kind(address, answer.content_type, data, source.kinds)
            document = self.shelf.choose_name(source, address, kind, taken)
        self.store.put(data, document, retrieved_on=day, source_url=address)
        if known is not None and not same and known.document:
            old = self.store.get(known.sha256)
            self.shelf.put_away(known.document, old, known.sha256, source, address, known.fetched_on)
            if known.document != document:
                self.shelf.take_down(known.document)
        self.shelf.put(document, data, source, address, day)
        outcome = "unchanged" if same else "changed" if known is not None and known.document else "new"
        self._write(address, outcome, answer, known, digest, len(data), document)
        self.report.outcomes[outcome] += 1

    def _read_page(self, address: str) -> tuple[bytes, str]:
        """Return a page of lists; one that has not changed comes from the archive."""
        known = self._known(address)
        answer = self._ask(address, known)
        if answer.data is None:
            if known is None:
                raise FailedError("the server says unchanged of something it never sent")
            data = self.store.get(known.sha256)
            self._write(address, "unchanged", answer, known, known.sha256, len(data))
            return data, answer.url
        if "html" not in answer.content_type.lower():  # a page may be a fragment that only the server calls a page
            check_kind(answer.url, answer.content_type, answer.data, ("html",))
        digest = self.store.put(answer.data, f"{self.source.id}/list", source_url=address)
        same = known is not None and known.sha256 == digest
        outcome = "unchanged" if same else "changed" if known else "new"
        self._write(address, outcome, answer, known, digest, len(answer.data))
        return answer.data, answer.url

    def _write(
        self,
        address: str,
        outcome: str,
        answer: Answer,
        known: Version | None,
        digest: str,
        size: int,
        document: str | None = None,
    ) -> None:
        self.journal.add(
            self.source.id,
            address,
            outcome,
            status=answer.status,
            final_address=answer.url if answer.url != address else None,
            sha256=digest,
            size=size,
            etag=answer.etag or (known.etag if known and answer.data is None else None),
            last_modified=answer.last_modified or (known.last_modified if known and answer.data is None else None),
            content_type=answer.content_type or None,
            document=document,
        )

    def fail(self, address: str, why: str, outcome: str = "failed") -> None:
        """Report an address that gave nothing.

        Args:
            address: asked for.
            why: in words.
            outcome: refused or failed.
        """
        self.journal.add(self.source.id, address, outcome, why=why)
        self.report.failures.append(Failure(self.source.id, address, why))
