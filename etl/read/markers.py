"""Numbers and bullets of lists: how automatic ones are printed, how printed ones are recognised."""

from __future__ import annotations

import re

_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")) + (
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

_PRINTED = re.compile(
    r"""(?P<marker>
        \(?\d{1,4}(?:\.\d{1,3}){0,3}\)      # 1)  (1)  1.2)
      | \d{1,3}(?:\.\d{1,3}){0,3}\.(?!\d)   # 1.  1.2.
      | \(?[a-zа-яәғқңөұүһіё]\)             # а)  b)
      | [•●○▪■◦‣·–—*-](?=\s|[^\W\d_]{2})     # bullets and dashes
    )\s*(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)


def number_marker(number: int, kind: str) -> str:
    """Return an automatic number as it is printed, without the point after it.

    Args:
        number: the value of the counter.
        kind: the type of HTML (``1 a A i I``) or the number format of Word; one not listed is decimal.
    """
    if number < 1 and kind != "decimalZero":
        return str(number)
    if kind in ("i", "lowerRoman"):
        return _roman(number)
    if kind in ("I", "upperRoman"):
        return _roman(number).upper()
    if kind in ("a", "lowerLetter"):
        return _letters(number, _LATIN)
    if kind in ("A", "upperLetter"):
        return _letters(number, _LATIN).upper()
    if kind == "russianLower":
        return _letters(number, _RUSSIAN)
    if kind == "russianUpper":
        return _letters(number, _RUSSIAN).upper()
    if kind == "decimalZero":
        return f"{number:02d}"
    return str(number)


def split_marker(line: str) -> tuple[str | None, str]:
    """Return the printed number or bullet at the start of a line, and the rest of the line.

    Dates (``12.01.2024``), initials (``А.``) and numbers inside running text are not markers.
    """
    match = _PRINTED.match(line)
    if not match:
        return None, line
    return match.group("marker"), line[match.end() :]


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    printed = ""
    for value, letters in _ROMAN:
        while number >= value:
            printed += letters
            number -= value
    return printed


def _letters(number: int, alphabet: str) -> str:
    """Return letters as Word counts them: after the alphabet each letter is doubled (z, aa, bb)."""
    repeat, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (repeat + 1)
