"""Signs that recognition takes for others, put right where their place leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

_NUMBER_SIGN = re.compile(r"^[«\"(]?(?:[ХМКҚЛЖN№][oоеeёәөoº°éèêg29г]%?|М2%|[ХМЛ]№|№[oоеe2]|М|N|Ме\.|Мо\.)$")
_LIKE_SIGN = re.compile(r"^[А-ЯA-ZҚ№][a-zа-яё0-9°º%]{1,2}$")
_ACT_NUMBER = re.compile(r"^\d{1,3}[/-]\d")
_COUNTED = re.compile(r"^(?:п\s*/|р\s*/|п\.?$)")
_GLUED_SIGN = re.compile(r"^(?P<open>[«\"(]?)(?:[ХМКҚЛЖN][oоеeәө°º]|№[oоеe])(?P<digits>\d{1,4}\b.*)$")
_DIGITS = re.compile(r"^\d{1,4}(?:[/.-]?\d*)*[-–)»,.;:IVXХІ]*$|^\d{1,4}\b")
_MARKER = re.compile(r"^[ІIlі|Г]([.)])$")
_QUOTES = (("<<", "«"), (">>", "»"), ("‹‹", "«"), ("››", "»"), ("„", "«"))


_SESSION = re.compile(r"^(?P<digits>№?\d{1,3}(?:[/-]\d{1,4})?[/-])(?P<numeral>[УVІIХXШПЦ]{1,5})(?P<end>[»).,;:]*)$")
_STROKES = {"У": ("V",), "І": ("I",), "Х": ("X",), "Ш": ("III", "II"), "П": ("II",), "Ц": ("II",)}
"""Cyrillic letters that Roman numerals are taken for; strokes that touch are one letter."""

_NUMERALS = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"))


def _restore_numeral(text: str) -> str:
    """Return the number of an act with the Roman numeral of its convocation in Latin letters (12/95-УІШ)."""
    match = _SESSION.match(text)
    if match is None:
        return text
    choices = product(*(_STROKES.get(letter, (letter,)) for letter in match["numeral"]))
    found = next((numeral for numeral in map("".join, choices) if numeral in _NUMERALS), None)
    return text if found is None else f"{match['digits']}{found}{match['end']}"


def is_number_sign(text: str) -> bool:
    """Tell whether a word is № as read, or one of the pairs of letters it is taken for before a number."""
    return text.endswith("№") or _NUMBER_SIGN.match(text) is not None


def repair_line(texts: Sequence[str]) -> list[str]:
    """Return the words of a line with the signs put right that print never has there.

    A sign of two letters before a number is № (Хо 5/12), a stroke before a bracket at the start of a line is 1;
    strokes that are left of ruled lines are taken out (their word becomes empty).

    Args:
        texts: the words of one line, from left to right.
    """
    repaired = [_restore_numeral(_quotes(text)) for text in texts]
    for index, text in enumerate(repaired):
        following = repaired[index + 1] if index + 1 < len(repaired) else ""
        counted = _DIGITS.match(following) or _COUNTED.match(following) or len(repaired) == 1
        if (_NUMBER_SIGN.match(text) and counted) or (_LIKE_SIGN.match(text) and _ACT_NUMBER.match(following)):
            opening = text[0] if text[0] in '«"(' else ""
            repaired[index] = f"{opening}№"
        else:
            repaired[index] = _GLUED_SIGN.sub(r"\g<open>№ \g<digits>", text)
    if repaired and _MARKER.match(repaired[0]):
        repaired[0] = _MARKER.sub(r"1\1", repaired[0])
    return [_strokes(text) for text in repaired]


def _quotes(text: str) -> str:
    for wrong, right in _QUOTES:
        text = text.replace(wrong, right)
    return text


def _strokes(text: str) -> str:
    """Take strokes off that ruled lines left at the edge of a word."""
    stripped = text.strip("|¦‖")
    return stripped if any(c.isalnum() for c in stripped) or not stripped else text if text.strip("|¦‖_") else ""
