"""The commands that bring documents: demo writes simulated ones, fetch downloads declared ones."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from etl.commands.progress import Progress
from etl.commands.verbs import Verbs, refuse_file
from etl.errors import EtlError

log = logging.getLogger("etl")


def add_verbs(verbs: Verbs) -> None:
    """Add demo and fetch to a parser.

    Args:
        verbs: of the parser; changed in place.
    """
    verb = verbs.add_parser("demo", help="write simulated documents and the truth they were made from")
    verb.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write")
    verb.add_argument(
        "--scale", choices=("tiny", "default", "national"), default="default", help="how large (default: default)"
    )
    verb.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, another country (default: 1)")
    verb.set_defaults(run=_demo)

    verb = verbs.add_parser("fetch", help="download declared sources into an archive")
    verb.add_argument("--sources", type=Path, required=True, metavar="FILE", help="YAML file of declared sources")
    verb.add_argument("--archive", type=Path, required=True, metavar="DIR", help="archive; made when missing")
    verb.set_defaults(run=_fetch)


def _demo(arguments: argparse.Namespace, progress: Progress) -> int:
    from etl.demo import write_demo  # the simulator is large and no other command needs it

    refuse_file(arguments.out)
    summary = write_demo(arguments.out, arguments.scale, arguments.seed, progress)
    log.info("%s", summary)
    return 0


def _fetch(arguments: argparse.Namespace, progress: Progress) -> int:
    from etl.fetch import fetch  # the libraries of the network are needed here alone

    report = fetch(arguments.sources, arguments.archive, progress=progress)
    for failure in report.failures:
        log.warning("fetch: %s: %s: %s", failure.source, failure.address, failure.why)
    counts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in sorted(report.outcomes.items()))
    log.info("%s, %d failed; documents are in %s", counts or "0 documents", len(report.failures), report.folder)
    if report.nothing_came:
        raise EtlError(f"no address of {arguments.sources} gave a document; the lines above say why")
    return 0
