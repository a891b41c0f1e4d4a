"""Characters of the text layer of a PDF: which have a meaning, and which can be repaired."""

from __future__ import annotations

import re

_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "•", 0xF0FC: "•", 0xF02D: "–", 0xF0A8: "•", 0xF076: "•"}
"""Private codes of the fonts Symbol and Wingdings that Word sets before list items."""

_LATIN_UPPER_HALF = re.compile(r"[\u00c0-\u00ff\u00a8\u00b8]")
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


def usable_character(code: int) -> str | None:
    """Return the text of a character code, empty where nothing is printed, None where it means nothing.

    Args:
        code: as the file maps it to Unicode.
    """
    if code in _LIGATURES:
        return _LIGATURES[code]
    if code in _BULLETS:
        return _BULLETS[code]
    if code in (0x02, 0xAD):  # pdfium gives 2 for a hyphen that breaks a word at the end of a line
        return "-" if code == 0x02 else "\u00ad"
    if code in (0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2007, 0x202F, 0x3000) or 0x2000 <= code <= 0x200A:
        return " "
    if code in (0x200B, 0x200C, 0x200D, 0xFEFF, 0x2060):
        return ""
    if (
        code < 0x20
        or 0x7F <= code < 0xA0
        or 0xE000 <= code <= 0xF8FF
        or code in (0xFFFD, 0xFFFE, 0xFFFF)
        or code > 0x10FFFF
    ):
        return None
    return "" if 0xD800 <= code <= 0xDFFF else chr(code)


def is_misread_cyrillic(text: str) -> bool:
    """Tell whether a text is Cyrillic of code page 1251 that the file calls Western (Ïðåäñåäàòåëü)."""
    letters = _LETTER.findall(text)
    if len(letters) < 20 or len(_CYRILLIC.findall(text)) > 0.1 * len(letters):
        return False
    return len(_LATIN_UPPER_HALF.findall(text)) > 0.6 * len(letters)


def restore_cyrillic(text: str) -> str:
    """Return a text misread as Western read as code page 1251, letters outside it as they are."""
    return "".join(_restore(character) for character in text)


def _restore(character: str) -> str:
    try:
        return character.encode("cp1252").decode("cp1251")
    except UnicodeError:
        return character
