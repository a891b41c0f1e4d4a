"""What the modules of commands share."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from etl.errors import EtlError

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where a parser takes its verbs; the standard library has no public name for it."""


def refuse_file(out: Path) -> None:
    """Say at once that a folder is wanted where a file stands.

    Args:
        out: where a command is to write.

    Raises:
        EtlError: it is a file.
    """
    if out.exists() and not out.is_dir():
        raise EtlError(f"--out {out} is a file; a folder is wanted")
