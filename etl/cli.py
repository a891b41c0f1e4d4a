"""The commands of ``python -m etl``: words in, one clear line and an exit code out."""

from __future__ import annotations

import argparse
import getpass
import logging
import sys
from collections.abc import Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import duckdb
from tqdm import tqdm

from etl.archive import ArchiveError
from etl.build import BuildReport, add, build
from etl.checks import run_checks
from etl.errors import EtlError
from etl.load import open_database
from models.editors import EditorsError, hash_password
from models.export.package import FORMATS, export_package
from models.masking import is_masking
from models.reference.errors import PackError
from models.store import StoreError, open_store

log = logging.getLogger("etl")


class Reporter:
    """Shows progress: a bar on a terminal, plain lines otherwise."""

    def __init__(self) -> None:
        self.terminal = sys.stderr.isatty()
        self.bar: tqdm[None] | None = None
        self.stage = ""
        self.said = -1

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report that ``done`` of ``total`` steps of a stage are behind us."""
        if self.terminal:
            self._draw(stage, done, total)
            return
        tenth = 10 * done // total if total else 10
        if stage != self.stage or tenth != self.said:
            self.stage, self.said = stage, tenth
            log.info("%s %d/%d", stage, done, total)

    def _draw(self, stage: str, done: int, total: int) -> None:
        if self.bar is None or stage != self.stage:
            self.close()
            self.bar, self.stage = tqdm(total=total, desc=stage, leave=True), stage
        self.bar.total = total
        self.bar.update(done - self.bar.n)

    def close(self) -> None:
        """End the bar."""
        if self.bar is not None:
            self.bar.close()
            self.bar = None


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(prog="python -m etl", description="Documents in, database and open data out.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    one = verbs.add_parser("build", help="read every document below the folders into a new database")
    one.add_argument(
        "--source",
        type=Path,
        action="append",
        required=True,
        metavar="DIR",
        help="folder of documents; may be given again",
    )
    one.add_argument("--db", type=Path, required=True, metavar="FILE", help="database to write; replaced in one step")
    one.add_argument("--reference", type=Path, metavar="DIR", help="reference pack (default: data/reference/kz)")
    one.add_argument("--ledger", type=Path, metavar="FILE", help="judgements on who is who")
    one.add_argument("--corrections", type=Path, metavar="FILE", help="corrections of single values")
    one.add_argument(
        "--archive", type=Path, metavar="DIR", help="where the bytes are kept (default: archive beside the database)"
    )
    one.add_argument(
        "--workers", type=_positive, metavar="N", help="processes that read documents (default: one per core)"
    )
    one.set_defaults(run=_build)

    two = verbs.add_parser("add", help="add single documents to a database")
    two.add_argument("files", type=Path, nargs="+", metavar="FILE", help="documents")
    two.add_argument("--db", type=Path, required=True, metavar="FILE", help="database to extend")
    two.add_argument(
        "--root", type=Path, metavar="DIR", help="folder the paths are relative to (default: each file's folder)"
    )
    two.add_argument("--workers", type=_positive, metavar="N", help="processes that read documents")
    two.set_defaults(run=_add)

    again = verbs.add_parser(
        "rebuild", help="build a database again from what it remembers, with the judgements and corrections of today"
    )
    again.add_argument("--db", type=Path, required=True, metavar="FILE", help="database; replaced in one step")
    again.add_argument("--ledger", type=Path, metavar="FILE", help="judgements (default: the file remembered)")
    again.add_argument("--corrections", type=Path, metavar="FILE", help="corrections (default: the file remembered)")
    again.add_argument("--workers", type=_positive, metavar="N", help="processes that read documents")
    again.set_defaults(run=_rebuild)

    verbs.add_parser("hash-password", help="make the hash of an editor's password, typed twice").set_defaults(
        run=_hash_password
    )

    three = verbs.add_parser("export", help="write the data package")
    three.add_argument("--db", type=Path, required=True, metavar="FILE", help="database")
    three.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write")
    three.add_argument(
        "--format", type=_formats, default=FORMATS, metavar="csv,parquet", help="formats, with a comma between"
    )
    three.add_argument("--include-review", action="store_true", help="also findings that wait for a reviewer")
    three.set_defaults(run=_export)

    four = verbs.add_parser("demo", help="write simulated documents and the truth they were made from")
    four.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write")
    four.add_argument(
        "--scale", choices=("tiny", "default", "national"), default="default", help="how large (default: default)"
    )
    four.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, another country (default: 1)")
    four.set_defaults(run=_demo)

    six = verbs.add_parser("fetch", help="download declared sources into an archive")
    six.add_argument("--sources", type=Path, required=True, metavar="FILE", help="YAML file of declared sources")
    six.add_argument("--archive", type=Path, required=True, metavar="DIR", help="archive; made when missing")
    six.set_defaults(run=_fetch)

    match = verbs.add_parser("match", help="say of pairs of printed names or organisations whether they are one")
    match.add_argument("--pairs", type=Path, required=True, metavar="FILE", help="CSV: kind (person|organisation),a,b")
    match.add_argument("--out", type=Path, required=True, metavar="FILE", help="the same rows with score and same")
    match.set_defaults(run=_match)

    five = verbs.add_parser("check", help="integrity and sanity checks over a database")
    five.add_argument("--db", type=Path, required=True, metavar="FILE", help="database")
    five.set_defaults(run=_check)
    return parser


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of workers: 1, 2, 3 …")
    return int(text)


def _formats(text: str) -> tuple[str, ...]:
    formats = tuple(part.strip() for part in text.split(",") if part.strip())
    unknown = [part for part in formats if part not in FORMATS]
    if unknown or not formats:
        raise argparse.ArgumentTypeError(f"{text!r}: formats are {' and '.join(FORMATS)}")
    return formats


def _report(report: BuildReport) -> None:
    stages = ", ".join(f"{name} {value:.1f} s" for name, value in report.seconds.items())
    log.info(
        "build %s: %d documents, %d seats, %d commissions, %d issues (%s)",
        report.build_id,
        report.documents,
        report.seats,
        report.commissions,
        report.issues,
        stages,
    )


def _build(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    for name in ("ledger", "corrections"):
        given: Path | None = getattr(arguments, name)
        if given is not None and not given.is_file():
            raise EtlError(f"--{name} {given} does not exist")
    _report(
        build(
            arguments.source,
            arguments.db,
            reference=arguments.reference,
            archive=arguments.archive,
            ledger=arguments.ledger,
            corrections=arguments.corrections,
            workers=arguments.workers,
            progress=progress,
        )
    )
    return 0


def _add(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    _report(add(arguments.files, arguments.db, root=arguments.root, workers=arguments.workers, progress=progress))
    return 0


def _rebuild(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    _report(
        add(
            [],
            arguments.db,
            ledger=arguments.ledger,
            corrections=arguments.corrections,
            workers=arguments.workers,
            progress=progress,
        )
    )
    return 0


def _hash_password(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    # Never an argument of the call: those stand in the shell's history and in the list of processes.
    first = getpass.getpass("password: ")
    if first != getpass.getpass("once more: "):
        raise EtlError("the two passwords differ")
    sys.stdout.write(hash_password(first) + "\n")
    return 0


def _refuse_file(out: Path) -> None:
    """Say at once that a folder is wanted where a file stands."""
    if out.exists() and not out.is_dir():
        raise EtlError(f"--out {out} is a file; a folder is wanted")


def _export(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    _refuse_file(arguments.out)
    with open_database(arguments.db) as connection:
        masked = is_masking()
        files = export_package(
            open_store(arguments.db).cursor() if masked else connection,
            arguments.out,
            arguments.format,
            include_review=arguments.include_review,
            masked=masked,
            progress=progress,
        )
    log.info("%d files in %s", len(files), arguments.out)
    return 0


def _demo(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    from etl.demo import write_demo  # the simulator is large and no other command needs it

    _refuse_file(arguments.out)
    summary = write_demo(arguments.out, arguments.scale, arguments.seed, progress)
    log.info("%s", summary)
    return 0


def _fetch(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    from etl.fetch import fetch  # the libraries of the network are needed here alone

    report = fetch(arguments.sources, arguments.archive, progress=progress)
    for failure in report.failures:
        log.warning("fetch: %s: %s: %s", failure.source, failure.address, failure.why)
    counts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in sorted(report.outcomes.items()))
    log.info("%s, %d failed; documents are in %s", counts or "0 documents", len(report.failures), report.folder)
    if report.nothing_came:
        raise EtlError(f"no address of {arguments.sources} gave a document; the lines above say why")
    return 0


def _match(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    from etl.resolve.match import match_file  # no other command compares printed strings

    report = match_file(arguments.pairs, arguments.out)
    log.info("%d pairs, %d of them one, %d not answered", report.pairs, report.same, report.unanswered)
    return 0


def _check(arguments: argparse.Namespace, progress: Callable[[str, int, int], None]) -> int:
    results = run_checks(arguments.db)
    failed = [result for result in results if not result.passed]
    for result in results:
        log.info(
            "%s %s%s",
            "ok    " if result.passed else "FAILED",
            result.name,
            "" if result.passed else f": {result.failures}, first {result.example}",
        )
    log.info("%d checks, %d failed", len(results), len(failed))
    return 1 if failed else 0


def _write_problem(problem: BaseException) -> str:
    """Return a problem in words; those of the operating system with the file first and without their number."""
    if isinstance(problem, OSError) and problem.strerror:
        return f"{problem.filename}: {problem.strerror}" if problem.filename else problem.strerror
    return str(problem)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: words of the call; those of the process where none are given.

    Returns:
        0 done, 1 could not do it. Wrong words end the process with 2.
    """
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr, force=True)
    parsed = make_parser().parse_args(arguments)
    reporter = Reporter()
    try:
        code: int = parsed.run(parsed, reporter)
    except (
        EtlError,
        ArchiveError,
        PackError,
        StoreError,
        EditorsError,
        OSError,
        BrokenProcessPool,
        duckdb.Error,
    ) as problem:
        reporter.close()
        log.error("%s: %s", parsed.verb, " ".join(_write_problem(problem).split()))
        return 1
    reporter.close()
    return code
