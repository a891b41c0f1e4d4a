"""The command that writes the data package."""

from __future__ import annotations

import argparse
import logging
from pathlib import Path

from etl.commands.progress import Progress
from etl.commands.verbs import Verbs, refuse_file
from etl.load import open_database
from models.export.package import FORMATS, export_package
from models.masking import is_masking
from models.store import open_store

log = logging.getLogger("etl")


def add_verbs(verbs: Verbs) -> None:
    """Add export to a parser.

    Args:
        verbs: of the parser; changed in place.
    """
    verb = verbs.add_parser("export", help="write the data package")
    verb.add_argument("--db", type=Path, required=True, metavar="FILE", help="database")
    verb.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder to write")
    verb.add_argument(
        "--format", type=_formats, default=FORMATS, metavar="csv,parquet", help="formats, with a comma between"
    )
    verb.add_argument("--include-review", action="store_true", help="also findings that wait for a reviewer")
    verb.set_defaults(run=_export)


def _formats(text: str) -> tuple[str, ...]:
    formats = tuple(part.strip() for part in text.split(",") if part.strip())
    unknown = [part for part in formats if part not in FORMATS]
    if unknown or not formats:
        raise argparse.ArgumentTypeError(f"{text!r}: formats are {' and '.join(FORMATS)}")
    return formats


def _export(arguments: argparse.Namespace, progress: Progress) -> int:
    refuse_file(arguments.out)
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
