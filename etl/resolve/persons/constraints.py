"""What two statements of one person can never be: two seats of one composition, two birth years, two names.

A surname given up by an act is a name of its own kind: whoever bears it in a later list is somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from etl.resolve.names import Level, level_of_given, level_of_initial

COMPOSITION = "composition"
"""The one conflict no judgement can overrule: two seats of one composition are two people."""

_SEATED = ("elected", "appointed")
_OPEN = 9_999_999
_TOLERANCE = 1
"""Birth years this far apart may be one misprinted, or one printed from the age."""


@dataclass(frozen=True, slots=True)
class Holder:
    """What of a mention decides whether it may be one person with another."""

    seat_id: str
    commission: str
    decision: str
    is_formation: bool
    action: str
    start: int | None
    stop: int | None
    birth_year: int | None
    gender: str | None
    given: str | None
    given_initial: str | None
    patronymic: str | None
    patronymic_initial: str | None
    surname: str | None = None
    surname_before: str | None = None
    day: int | None = None
    level: str | None = None
    employer: str | None = None

    @property
    def is_full(self) -> bool:
        """Tell whether given name and patronymic are both printed in full."""
        return self.given is not None and self.patronymic is not None


def make_holders(mentions: pd.DataFrame) -> list[Holder]:
    """Return the holders of mentions, in their order.

    Args:
        mentions: see `make_mentions`.
    """
    columns = {
        name: mentions[name].tolist()
        for name in (
            "seat_id", "commission_id", "decision_id", "decision_kind", "action", "valid_from", "valid_to",
            "birth_year", "gender", "given", "given_initial", "patronymic", "patronymic_initial",
            "surname", "surname_before", "day", "level", "employer",
        )
    }  # fmt: skip
    columns["decision_kind"] = [kind == "formation" for kind in columns["decision_kind"]]
    return [Holder(*values) for values in zip(*columns.values(), strict=True)]


def find_conflict(left: Holder, right: Holder) -> str | None:
    """Tell why two mentions cannot be one person, or None where nothing speaks against it.

    Args:
        left: a mention.
        right: another.

    Returns:
        composition, birth_year, gender, surname or name.
    """
    if _in_one_composition(left, right):
        return COMPOSITION
    if left.birth_year and right.birth_year and abs(left.birth_year - right.birth_year) > _TOLERANCE:
        return "birth_year"
    if left.gender and right.gender and left.gender != right.gender:
        return "gender"
    if _has_given_up(left, right) or _has_given_up(right, left):
        return "surname"
    if not (
        _may_be_one(left.given, left.given_initial, right.given, right.given_initial)
        and _may_be_one(left.patronymic, left.patronymic_initial, right.patronymic, right.patronymic_initial)
    ):
        return "name"
    return None


def sit_at_once(left: Holder, right: Holder) -> bool:
    """Tell whether two mentions hold seats of two commissions on one day; a constituency's commission does not count.

    Args:
        left: a mention.
        right: another.
    """
    if left.commission == right.commission or "DEC" in (left.level, right.level):
        return False
    return _overlap(left, right)


def vouch_for_both(left: Holder, right: Holder) -> bool:
    """Tell whether more than a name says that the holder of two seats of one day is one person.

    The year of birth does; of two levels the employer, too. Namesakes of one school sit in both its precincts.

    Args:
        left: a mention.
        right: another.
    """
    if left.birth_year and left.birth_year == right.birth_year:
        return True
    return left.employer is not None and left.employer == right.employer and left.level != right.level


def _overlap(left: Holder, right: Holder) -> bool:
    if left.action not in _SEATED or right.action not in _SEATED or left.start is None or right.start is None:
        return False
    return left.start < (right.stop or _OPEN) and right.start < (left.stop or _OPEN)


def _has_given_up(renamed: Holder, other: Holder) -> bool:
    """Tell whether a list that came after an act of a new surname prints the old one: a namesake of the old days."""
    before = renamed.surname_before
    if before is None or before == renamed.surname or other.surname != before or not other.is_formation:
        return False
    return renamed.day is not None and other.day is not None and other.day > renamed.day


def _in_one_composition(left: Holder, right: Holder) -> bool:
    if left.commission != right.commission:
        return False
    if left.decision == right.decision:
        # An act may release a person from one post and elect the same person to another; nothing else repeats a person.
        return (left.action == "released") == (right.action == "released")
    # A whole list printed again is corrected, or another edition.
    return not (left.is_formation and right.is_formation) and _overlap(left, right)


def _may_be_one(left: str | None, left_initial: str | None, right: str | None, right_initial: str | None) -> bool:
    if left and right:
        return left == right or level_of_given(left, right) != Level.DIFFERENT
    if not left_initial or not right_initial or left_initial == right_initial:
        return True
    return level_of_initial(left_initial, right or right_initial) != Level.DIFFERENT
