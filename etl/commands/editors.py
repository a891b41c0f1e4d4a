"""The command that makes the hash of an editor's password."""

from __future__ import annotations

import argparse
import getpass
import sys

from etl.commands.progress import Progress
from etl.commands.verbs import Verbs
from etl.errors import EtlError
from models.editors import hash_password


def add_verbs(verbs: Verbs) -> None:
    """Add hash-password to a parser.

    Args:
        verbs: of the parser; changed in place.
    """
    verbs.add_parser("hash-password", help="make the hash of an editor's password, typed twice").set_defaults(
        run=_hash_password
    )


def _hash_password(arguments: argparse.Namespace, progress: Progress) -> int:
    # Never an argument of the call: those stand in the shell's history and in the list of processes.
    first = getpass.getpass("password: ")
    if first != getpass.getpass("once more: "):
        raise EtlError("the two passwords differ")
    sys.stdout.write(hash_password(first) + "\n")
    return 0
