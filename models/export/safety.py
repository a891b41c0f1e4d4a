"""Cells that a spreadsheet would run as a formula, made harmless."""

from __future__ import annotations

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""First characters after which a spreadsheet may run a cell (OWASP, CSV injection)."""


def neutralise(text: str | None) -> str | None:
    """Put an apostrophe before text that a spreadsheet could take for a formula.

    Args:
        text: one cell.

    >>> neutralise("=HYPERLINK(1)"), neutralise("Ахметов"), neutralise(None)
    ("'=HYPERLINK(1)", 'Ахметов', None)
    """
    if text and (text.startswith(DANGEROUS) or text.lstrip(" \u00a0").startswith(DANGEROUS)):
        return "'" + text
    return text
