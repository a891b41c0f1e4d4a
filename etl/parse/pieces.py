"""Cutting the words around a name into pieces at commas, dashes and brackets, never inside quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPENING, CLOSING = "«„“", "»”"
BREAKS = ",;:\t"
DASHES = "–—−‒"
_NOMINATION_ENDS = re.compile(r"(?:ұсынысы\s+бойынша|ұсынысымен|ұсынуымен|ұсынуы\s+бойынша)(?=\s+\S)", re.I)
_AS_POST = re.compile(r"\s+(?:болып|етіп|ретінде)(?:\s+|$)", re.I)
"""«хатшысы болып …»: the post ends here."""
_NOMINATION_BEGINS = re.compile(
    r"(?<=\s)(?:выдвинут\w*|предложен(?:н\w+|а|о|ы)?\b|рекомендован\w*|(?:по|с)\s+предложени[юя]|по\s+представлению|кандидатур\w+\s+предложен\w*)\s",
    re.I,
)

_GENDER_ENDING = re.compile(r"(?<=[а-яё])\((?:а|ая|о|ы)\)")
"""«выдвинут(а)»: the brackets hold an ending, not words of their own."""


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
    endings = {place for match in _GENDER_ENDING.finditer(text) for place in range(*match.span())}

    def close(at: int) -> None:
        nonlocal begin
        a, b = begin, at
        while a < b and text[a] in " \t.,;:" + DASHES:
            a += 1
        while b > a and text[b - 1] in " \t,;:" + DASHES:
            b -= 1
        if b > a:
            pieces.append(Piece(_GENDER_ENDING.sub("", text[a:b]), a, b, depth > 0))
        begin = at + 1

    for i in range(start, end):
        character = "a" if i in endings else text[i]  # «выдвинут(а)» opens no bracket
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
        elif not quoted and not straight and (character in BREAKS or _is_dash(text, i, end) or _ends_sentence(text, i)):
            close(i)
    close(end)
    return [part for piece in pieces for part in _cut_at_nomination(piece)]


def _cut_at_nomination(piece: Piece) -> list[Piece]:
    """Cut where the words of a nomination begin or end without a comma.

    «учителя школы, выдвинутую …» is often printed without its comma; in Kazakh «… ұсынысы бойынша» ends the nominator
    and the workplace follows at once.
    """
    match = _AS_POST.search(piece.text)
    if match is not None:
        head, tail = piece.text[: match.start()].rstrip(), piece.text[match.end() :]
        first = Piece(head, piece.start, piece.start + len(head), piece.bracketed)
        rest = Piece(tail, piece.end - len(tail), piece.end, piece.bracketed)
        return ([first] if head else []) + (_cut_at_nomination(rest) if tail.strip() else [])
    match = _NOMINATION_ENDS.search(piece.text)
    if match is None:
        match = _NOMINATION_BEGINS.search(piece.text)
        cut = match.start() if match else 0
    else:
        cut = match.end()
    head, tail = piece.text[:cut].rstrip(" ,"), piece.text[cut:].lstrip(" ,:")
    if not head.strip() or not tail.strip():
        return [piece]
    return [
        Piece(head, piece.start, piece.start + len(head), piece.bracketed),
        Piece(tail, piece.end - len(tail), piece.end, piece.bracketed),
    ]


def _ends_sentence(text: str, i: int) -> bool:
    """A full stop after a whole word and before a capital; abbreviations and initials are shorter."""
    return (
        text[i] == "."
        and bool(re.match(r"\s+[«\"]?[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]", text[i + 1 : i + 5]))
        and bool(re.search(r"[\wё]{4}\.$|\)\.$|»\.$|[А-ЯӘҒҚҢӨҰҮҺІ]{3}\.$", text[max(0, i - 4) : i + 1]))
    )


def _is_dash(text: str, i: int, end: int) -> bool:
    if text[i] in DASHES:
        before = i == 0 or text[i - 1] == " "
        after = i + 1 >= end or text[i + 1] == " "
        return before or after
    return text[i] == "-" and 0 < i < end - 1 and text[i - 1] == " " and text[i + 1] == " "
