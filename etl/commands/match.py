"""The command that compares printed strings."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from etl.commands.progress import Progress
from etl.commands.verbs import Verbs

log = logging.getLogger("etl")


def add_verbs(verbs: Verbs) -> None:
    """Add match to a parser.

    Args:
        verbs: of the parser; changed in place.
    """
    verb = verbs.add_parser("match", help="say of pairs of printed names or organisations whether they are one")
    verb.add_argument("--pairs", type=Path, required=True, metavar="FILE", help="CSV: kind (person|organisation),a,b")
    verb.add_argument("--out", type=Path, required=True, metavar="FILE", help="the same rows with score and same")
    verb.set_defaults(run=_match)


def _match(arguments: argparse.Namespace, progress: Progress) -> int:
    from etl.resolve.match import match_file  # no other command compares printed strings

    report = match_file(arguments.pairs, arguments.out)
    log.info("%d pairs, %d of them one, %d not answered", report.pairs, report.same, report.unanswered)
    return 0
