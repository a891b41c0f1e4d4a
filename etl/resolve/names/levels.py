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


_INITIALS = {
    "с": "ш", "з": "ж", "к": "хқ", "ц": "ч", "т": "ц", "и": "еу", "о": "у", "у": "о", "е": "и", "д": "ж", "ж": "и",
}  # fmt: skip
"""Letters an initial may also stand for: Latin S for Sh, Z for Zh, K for Kh, Y for Е and Ю, О for У (Өмір, Умир)."""


_LONG = 8
_LOST_FIRST = (("рис", "и"), ("сма", "и"))


def _list_beginnings(name: str) -> list[str]:
    """List the keys whose first letter may be the initial: other spellings, and a first vowel that a key leaves out."""
    lost = [letter for start, letter in _LOST_FIRST if name.startswith(start)]
    return [*list_spellings(name), name, *lost]


@lru_cache(maxsize=500_000)
def level_of_initial(initial: str, name: str) -> Level:
    """Compare an initial with a name or another initial.

    Args:
        initial: key of the initial.
        name: key of a name or an initial.
    """
    if any(key.startswith(initial) or initial.startswith(key) for key in _list_beginnings(name)):
        return Level.INITIAL
    if len(initial) == 1 and name[0] in _INITIALS.get(initial, ""):
        return Level.INITIAL
    return Level.INITIAL if len(name) == 1 and initial[0] in _INITIALS.get(name, "") else Level.DIFFERENT


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
        key=("equal", "slip", "letter", "other").index,
    )
    known = sum(is_known_name(key, is_father=is_father) for key in (left, right))
    shorter = min(len(left), len(right))
    if found == "other" or known == 2 or shorter < 4:
        return Level.DIFFERENT
    if len(left) != len(right) and max(left, right, key=len)[-1] in "аеиу" and left[:shorter] == right[:shorter]:
        return Level.DIFFERENT  # Асыл, Асыла: the vowel makes another name, mostly of the other gender
    if found == "slip":
        return Level.TYPO if known == 1 and shorter > 4 else Level.NEAR
    if known == 1:
        return Level.TYPO if shorter > 5 else Level.NEAR
    return Level.NEAR if shorter > 6 else Level.DIFFERENT


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
        bare = (left in roots) + (right in roots)
        return Level.PART if bare == 1 else Level.EXACT
    found = compare_letters(*roots)
    if found == "other":
        found = compare_letters(left, right)  # the ending itself is misprinted: Нурмагамбетва
    shorter = min(map(len, roots))
    known = sum(is_known_name(root) for root in roots)
    if found == "other" or shorter < 4 or known == 2:
        return Level.DIFFERENT
    if found == "slip":
        return Level.TYPO if shorter > 4 else Level.NEAR
    # Ахметов and Рахметов, Соболев and Соколов are surnames: the first letter is no slip, another one rarely.
    if left[0] != right[0]:
        return Level.DIFFERENT
    is_lost = len(left) != len(right)
    return Level.NEAR if is_lost or shorter >= (_LONG - 3 if known else _LONG) else Level.DIFFERENT
