"""Cutting a line at its commas and semicolons, but never inside quotes or brackets."""

from __future__ import annotations

import re

_SEPARATORS = ",;"
_CLOSES_ALL = re.compile(r"\s*(?:[,;.)]|$|[-–—]\s)")


def split_segments(text: str) -> list[str]:
    """Cut a line into its comma and semicolon pieces, respecting «…», "…", “…” and (…).

    Quotes are often unbalanced («Детский сад «Балбөбек»): a closing quote before a separator closes all
    that is open, unless another closing quote follows before the next opening one.

    Args:
        text: one line or cell.
    """
    pieces: list[str] = []
    start = 0
    for position in _cuts(text):
        pieces.append(text[start:position])
        start = position + 1
    pieces.append(text[start:])
    return [
        piece.strip(" \t\n.") if piece.strip(" \t\n.") == "" else piece.strip()
        for piece in pieces
        if piece.strip(" \t\n.,;")
    ]


def _cuts(text: str) -> list[int]:
    quotes = brackets = 0
    cuts: list[int] = []
    for index, letter in enumerate(text):
        if letter in "«“„":
            quotes += 1
        elif letter in "»”":
            quotes = _close(text, index, quotes)
        elif letter == '"':
            quotes = quotes + 1 if _opens(text, index, quotes) else _close(text, index, quotes)
        elif letter == "(" and ")" in text[index:]:
            brackets += 1
        elif letter == ")":
            brackets = max(0, brackets - 1)
        elif letter in _SEPARATORS and not brackets:
            if quotes and not _closed_later(text, index):
                quotes = 0
            decimal = letter == "," and text[index - 1 : index].isdigit() and text[index + 1 : index + 2].isdigit()
            if not quotes and not decimal:
                cuts.append(index)
    return cuts


def _opens(text: str, index: int, quotes: int) -> bool:
    """Tell whether a straight quote opens: it stands after a space or an opener and before a letter."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if not quotes:
        return True
    return (before in ("", " ", "(", '"', "«", "\n")) and bool(after) and not after.isspace() and after not in ",;.)"


def _close(text: str, index: int, quotes: int) -> int:
    if quotes <= 1:
        return 0
    if _CLOSES_ALL.match(text, index + 1) and not _closed_later(text, index + 1):
        return 0
    return quotes - 1


def _closed_later(text: str, index: int) -> bool:
    """Tell whether the next quote after a place closes rather than opens."""
    for position in range(index, len(text)):
        letter = text[position]
        if letter in "»”":
            return True
        if letter in "«“„":
            return False
        if letter == '"':
            before, after = text[position - 1 : position], text[position + 1 : position + 2]
            return not (before in (" ", "(", "") and after and not after.isspace())
    return False
