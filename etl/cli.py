"""The commands of ``python -m etl``: words in, one clear line and an exit code out."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool

import duckdb

from etl.archive import ArchiveError
from etl.commands import check, database, documents, editors, export, match
from etl.commands.progress import Reporter
from etl.errors import EtlError
from models.editors import EditorsError
from models.reference.errors import PackError
from models.store import StoreError

log = logging.getLogger("etl")


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(prog="python -m etl", description="Documents in, database and open data out.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for command in (database, editors, export, documents, match, check):
        command.add_verbs(verbs)
    return parser


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
