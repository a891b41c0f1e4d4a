"""Cutting the words around a name into pieces at commas, dashes and brackets, never inside quotes."""

from __future__ import annotations

from dataclasses import dataclass

OPENING, CLOSING = "«„“", "»”"
BREAKS = ",;:"
DASHES = "–—−‒"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its text, its place in the line, and whether it stood in brackets."""

    text: str
    start: int
    end: int
    bracketed: bool = False


def cut_pieces(text: str, start: int, end: int) -> list[Piece]:
    """Cut ``text[start:end]`` into pieces.

    A closing quote ends all quotes that are open, because Russian print closes nested ones once
    («Детский сад «Солнышко»). A hyphen between spaces cuts like a dash.

    Args:
        text: the whole line.
        start, end: the part to cut.
    """
    pieces: list[Piece] = []
    begin, quoted, straight, depth = start, False, False, 0

    def close(at: int) -> None:
        nonlocal begin
        a, b = begin, at
        while a < b and text[a] in " .,;:" + DASHES:
            a += 1
        while b > a and text[b - 1] in " ,;:" + DASHES:
            b -= 1
        if b > a:
            pieces.append(Piece(text[a:b], a, b, depth > 0))
        begin = at + 1

    for i in range(start, end):
        character = text[i]
        if character in OPENING:
            quoted = True
        elif character in CLOSING:
            quoted = False
        elif character == '"':
            straight = not straight
        elif character in "([" and not quoted:
            close(i)
            depth += 1
        elif character in ")]" and not quoted:
            close(i)
            depth = max(0, depth - 1)
            straight = False
        elif not quoted and not straight and (character in BREAKS or _is_dash(text, i, end)):
            close(i)
    close(end)
    return pieces


def _is_dash(text: str, i: int, end: int) -> bool:
    if text[i] in DASHES:
        before = i == 0 or text[i - 1] == " "
        after = i + 1 >= end or text[i + 1] == " "
        return before or after
    return text[i] == "-" and 0 < i < end - 1 and text[i - 1] == " " and text[i + 1] == " "
