"""The commands that write a database: build, add, rebuild."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from etl.build import BuildReport, add, build
from etl.commands.progress import Progress
from etl.commands.verbs import Verbs
from etl.errors import EtlError

log = logging.getLogger("etl")


def add_verbs(verbs: Verbs) -> None:
    """Add build, add and rebuild to a parser.

    Args:
        verbs: of the parser; changed in place.
    """
    verb = verbs.add_parser("build", help="read every document below the folders into a new database")
    verb.add_argument(
        "--source",
        type=Path,
        action="append",
        required=True,
        metavar="DIR",
        help="folder of documents; may be given again",
    )
    verb.add_argument("--db", type=Path, required=True, metavar="FILE", help="database to write; replaced in one step")
    verb.add_argument("--reference", type=Path, metavar="DIR", help="reference pack (default: data/reference/kz)")
    verb.add_argument("--ledger", type=Path, metavar="FILE", help="judgements on who is who")
    verb.add_argument("--corrections", type=Path, metavar="FILE", help="corrections of single values")
    verb.add_argument(
        "--archive", type=Path, metavar="DIR", help="where the bytes are kept (default: archive beside the database)"
    )
    verb.add_argument(
        "--workers", type=_positive, metavar="N", help="processes that read documents (default: one per core)"
    )
    verb.set_defaults(run=_build)

    verb = verbs.add_parser("add", help="add single documents to a database")
    verb.add_argument("files", type=Path, nargs="+", metavar="FILE", help="documents")
    verb.add_argument("--db", type=Path, required=True, metavar="FILE", help="database to extend")
    verb.add_argument(
        "--root", type=Path, metavar="DIR", help="folder the paths are relative to (default: each file's folder)"
    )
    verb.add_argument("--workers", type=_positive, metavar="N", help="processes that read documents")
    verb.set_defaults(run=_add)

    verb = verbs.add_parser(
        "rebuild", help="build a database again from what it remembers, with the judgements and corrections of today"
    )
    verb.add_argument("--db", type=Path, required=True, metavar="FILE", help="database; replaced in one step")
    verb.add_argument("--ledger", type=Path, metavar="FILE", help="judgements (default: the file remembered)")
    verb.add_argument("--corrections", type=Path, metavar="FILE", help="corrections (default: the file remembered)")
    verb.add_argument("--workers", type=_positive, metavar="N", help="processes that read documents")
    verb.set_defaults(run=_rebuild)


def _positive(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of workers: 1, 2, 3 …")
    return int(text)


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


def _build(arguments: argparse.Namespace, progress: Progress) -> int:
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


def _add(arguments: argparse.Namespace, progress: Progress) -> int:
    _report(add(arguments.files, arguments.db, root=arguments.root, workers=arguments.workers, progress=progress))
    return 0


def _rebuild(arguments: argparse.Namespace, progress: Progress) -> int:
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
