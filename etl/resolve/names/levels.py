"""How well a surname, a given name or a patronymic of one mention fits that of another."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from etl.resolve.names.listed import is_known_name, list_spellings
from etl.resolve.names.parts import surname_root
from etl.resolve.names.slips import compare_letters


class Level(IntEnum):
    """How well two parts of a name fit, from contradiction to equality."""

    DIFFERENT = 0
    ABSENT = 1
    """One of the two is not printed."""
    INITIAL = 2
    """An initial that fits."""
    NEAR = 3
    """One letter apart: a slip, or another name."""
    TYPO = 4
    """Apart by a slip that leaves only one of the two a name people bear."""
    PART = 5
    """One half of a double surname, a former surname, or the same root with another ending."""
    EXACT = 6
    """The same key: one name in whatever spelling."""


_KAZAKH_INITIALS = {"о": "у", "у": "о"}
_LATIN_INITIALS = {"с": "ш", "з": "ж", "к": "х", "ц": "ч", "т": "ц", "и": "е", "д": "ж", "о": "у", "у": "о"}
"""Letters an initial may also stand for: Ө for У (Өмір, Умир), Latin S for Sh, Z for Zh, K for Kh, Y for Е."""

_LOST_FIRST = (("рис", "и"), ("сма", "и"))
"""Beginnings of keys that leave out a first vowel (Ырысты, Рысты)."""

_LEAST = {"swapped": 4, "lost": 5, "misread": 5, "letter": 7}
"""Letters a name needs for a slip of a kind to leave it the only name it can be."""

_LONG = 8
_SLIPS = ("equal", "swapped", "lost", "misread", "letter", "other")


def _list_beginnings(name: str) -> list[str]:
    """List the keys whose first letter may be the initial: other spellings, and a first vowel that a key leaves out."""
    lost = [letter for start, letter in _LOST_FIRST if name.startswith(start)]
    return [*list_spellings(name), name, *lost]


@lru_cache(maxsize=500_000)
def level_of_initial(initial: str, name: str, is_latin: bool = False) -> Level:
    """Compare an initial with a name or another initial.

    Args:
        initial: key of the initial.
        name: key of a name or an initial.
        is_latin: the initial is printed in Latin letters.
    """
    if any(key.startswith(initial) or initial.startswith(key) for key in _list_beginnings(name)):
        return Level.INITIAL
    others = _LATIN_INITIALS if is_latin else _KAZAKH_INITIALS
    return Level.INITIAL if len(initial) == 1 and name[0] in others.get(initial, "") else Level.DIFFERENT


@lru_cache(maxsize=500_000)
def level_of_given(left: str, right: str, is_father: bool = False) -> Level:
    """Compare the keys of two full given names, or of two fathers' names.

    Two names that people bear are two names, however near (Асан, Хасан; Алина, Алия): brothers are called so.

    Args:
        left: a key, empty where not printed.
        right: the other key.
        is_father: the keys are those of patronymics.
    """
    if not left or not right:
        return Level.ABSENT
    if left == right:
        return Level.EXACT
    found = min(
        (compare_letters(one, other) for one in list_spellings(left) for other in list_spellings(right)),
        key=_SLIPS.index,
    )
    known = sum(is_known_name(key, is_father=is_father) for key in (left, right))
    shorter = min(len(left), len(right))
    if found == "other" or known == 2 or shorter < 4 or (left[0] != right[0] and found != "swapped"):
        return Level.DIFFERENT
    if found == "lost" and max(left, right, key=len)[-1] in "аеиу" and left[:shorter] == right[:shorter]:
        return Level.DIFFERENT  # Асыл, Асыла: the vowel makes another name, mostly of the other gender
    if known == 0:
        return Level.NEAR if shorter >= _LONG - 1 else Level.DIFFERENT
    return Level.TYPO if shorter >= _LEAST[found] else Level.NEAR


@lru_cache(maxsize=500_000)
def level_of_surname(left: str, right: str) -> Level:
    """Compare the keys of two surnames; endings of the gender do not count.

    Args:
        left: a key, empty where not printed.
        right: the other key.
    """
    if not left or not right:
        return Level.ABSENT
    if left == right:
        return Level.EXACT
    roots = surname_root(left), surname_root(right)
    if roots[0] == roots[1]:
        if (left in roots) == (right in roots):
            return Level.EXACT
        # Жұмабек and Жұмабеков are one family's; Мороз and Морозов are two surnames.
        return Level.PART if is_known_name(roots[0]) else Level.DIFFERENT
    found = compare_letters(*roots)
    if found == "other":
        found = compare_letters(left, right)  # the ending itself is misprinted: Нурмагамбетва
    shorter = min(map(len, roots))
    known = sum(is_known_name(root) for root in roots)
    if found == "other" or shorter < 4 or known == 2:
        return Level.DIFFERENT
    if found == "swapped":
        return Level.TYPO if shorter > 4 else Level.NEAR
    # Ахметов and Рахметов, Соболев and Соколов are surnames: the first letter is no slip, another one rarely.
    if left[0] != right[0]:
        return Level.DIFFERENT
    if found == "misread" and shorter > 4:
        return Level.TYPO
    return Level.NEAR if found == "lost" or shorter >= (_LONG - 3 if known else _LONG) else Level.DIFFERENT
