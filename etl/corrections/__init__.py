"""Corrections of single values: an append-only file of who changed which cell, from what, to what, why."""

from etl.corrections.apply import Outcome, apply_corrections, confirm_findings
from etl.corrections.file import (
    CORRECTABLE,
    Correction,
    CorrectionsError,
    append_correction,
    read_corrections,
)

__all__ = [
    "CORRECTABLE",
    "Correction",
    "CorrectionsError",
    "Outcome",
    "append_correction",
    "confirm_findings",
    "apply_corrections",
    "read_corrections",
]
