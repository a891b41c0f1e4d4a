"""The command that checks a database."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from etl.checks import run_checks
from etl.commands.progress import Progress
from etl.commands.verbs import Verbs

log = logging.getLogger("etl")


def add_verbs(verbs: Verbs) -> None:
    """Add check to a parser.

    Args:
        verbs: of the parser; changed in place.
    """
    verb = verbs.add_parser("check", help="integrity and sanity checks over a database")
    verb.add_argument("--db", type=Path, required=True, metavar="FILE", help="database")
    verb.set_defaults(run=_check)


def _check(arguments: argparse.Namespace, progress: Progress) -> int:
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
