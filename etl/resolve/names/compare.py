"""Would two names, seen in one district, be one person's?"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from etl.resolve.names.form import NameForm
from etl.resolve.names.levels import Level, level_of_given, level_of_initial, level_of_surname

SAME_FROM = 0.5
"""Least score of two names that are taken for one person's."""

_START = -7.5
"""What speaks against two names before they are read; it counts a false merge as three misses."""

_SURNAME = {
    Level.DIFFERENT: -4.5, Level.ABSENT: 0.0, Level.NEAR: 1.5, Level.TYPO: 3.2, Level.PART: 2.9, Level.EXACT: 5.0,
}  # fmt: skip
_GIVEN = {
    Level.DIFFERENT: -8.0, Level.ABSENT: 0.0, Level.INITIAL: 1.3, Level.NEAR: -2.5, Level.TYPO: 3.2, Level.EXACT: 4.5,
}  # fmt: skip
_PATRONYMIC = {
    Level.DIFFERENT: -7.0, Level.ABSENT: 0.0, Level.INITIAL: 1.7, Level.NEAR: 0.5, Level.TYPO: 2.5, Level.EXACT: 4.5,
}  # fmt: skip
"""Weights of evidence (natural logarithms of odds). A district seats some 400 members a term; a usual surname is borne
by one in 200 of them, a usual given name or father by one in 100, an initial fits one in seven."""

_MARRIAGE = 2.5
"""What a woman's other surname weighs less than a man's: names are changed at marriage."""

_SHORT = 1.5
"""What an initial weighs more where neither name has a patronymic: «М. Ахметов» is how «Марат Ахметов» is shortened."""

_GENDER = -9.0


@dataclass(frozen=True, slots=True)
class NameComparison:
    """How well the parts of two names fit, and what follows."""

    surname: Level
    given: Level
    patronymic: Level
    gender_conflict: bool
    score: float
    same: bool


def compare_forms(left: NameForm, right: NameForm) -> NameComparison:
    """Compare two normal forms as seen in one district.

    Args:
        left: form of one name.
        right: form of the other.

    >>> from etl.resolve.names.form import make_form
    >>> compare_forms(make_form("Ахметов", "Қайрат", "Серікұлы"), make_form("Akhmetov", "K.", "S.")).same
    True
    >>> compare_forms(make_form("Ахметов", "Марат", "Серікұлы"), make_form("Ахметов", "Мұрат", "Серікұлы")).same
    False
    """
    found = _compare(left, right)
    if not found.same:
        for one, other in ((_patronymic_last(left), right), (left, _patronymic_last(right))):
            if one is not None and other is not None:
                again = _compare(one, other)
                found = again if again.score > found.score else found
    return found


def _compare(left: NameForm, right: NameForm) -> NameComparison:
    surname = _level_of_surnames(left, right)
    given = _level_of_givens(left, right)
    patronymic = _level_of_patronymics(left, right)
    conflict = has_gender_conflict(left, right)
    weight = _START + _SURNAME[surname] + _GIVEN[given] + _PATRONYMIC[patronymic] + (_GENDER if conflict else 0.0)
    if given == Level.INITIAL and not (left.patronymic_key or right.patronymic_key):
        weight += _SHORT
    if surname == Level.DIFFERENT and "f" in (left.gender, right.gender):
        weight += _MARRIAGE
    score = round(1 / (1 + math.exp(-weight)), 4)
    return NameComparison(surname, given, patronymic, conflict, score, score >= SAME_FROM)


def has_gender_conflict(left: NameForm, right: NameForm) -> bool:
    """Tell whether two names are of a man and a woman.

    Args:
        left: form of one name.
        right: form of the other.
    """
    if {left.gender, right.gender} == {"f", "m"}:
        return True
    if {left.surname_gender, right.surname_gender} != {"f", "m"}:
        return False
    # Ахметова beside a father's son twice is a misprint; without the patronymics it is a woman.
    return not (left.patronymic_gender == right.patronymic_gender != "unknown")


def _level_of_surnames(left: NameForm, right: NameForm) -> Level:
    level = level_of_surname(left.surname_key, right.surname_key)
    if level in (Level.EXACT, Level.ABSENT):
        return level
    if left.surname_halves and right.surname_halves:
        return Level.PART if set(left.surname_halves) == set(right.surname_halves) else level
    if left.former_root and left.former_root == right.surname_root:
        return Level.EXACT
    if right.former_root and right.former_root == left.surname_root:
        return Level.EXACT
    single, double = (left, right) if right.surname_halves else (right, left)
    return Level.PART if single.surname_root in double.surname_halves else level


def _level_of_givens(left: NameForm, right: NameForm) -> Level:
    if not left.given_key or not right.given_key:
        return Level.ABSENT
    if left.given_initial:
        return level_of_initial(left.given_key, right.given_key, left.script == "latin")
    if right.given_initial:
        return level_of_initial(right.given_key, left.given_key, right.script == "latin")
    return level_of_given(left.given_key, right.given_key)


def _level_of_patronymics(left: NameForm, right: NameForm) -> Level:
    if not left.patronymic_key or not right.patronymic_key:
        return Level.ABSENT
    if left.patronymic_initial:
        return level_of_initial(left.patronymic_key, right.patronymic_key, left.script == "latin")
    if right.patronymic_initial:
        return level_of_initial(right.patronymic_key, left.patronymic_key, right.script == "latin")
    return level_of_given(left.patronymic_key, right.patronymic_key, is_father=True)


def _patronymic_last(form: NameForm) -> NameForm | None:
    """Read a surname in -ұлы, -қызы as the patronymic it may be: «Серікұлы Асан» is «Асан Серікұлы» reversed."""
    if form.patronymic_key or not form.surname_key.endswith(("ули", "кизи", "гизи")):
        return None
    gender = "m" if form.surname_key.endswith("ули") else "f"
    return replace(
        form, surname_key="", surname_root="", patronymic_key=form.surname_root, gender=gender, patronymic_gender=gender
    )
