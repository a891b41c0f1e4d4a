"""Would two printed strings, seen in one district, be one person's name?"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from etl.normalise.names import GIVEN_FIRST, SURNAME_FIRST
from etl.resolve.names.compare import NameComparison, compare_forms, has_gender_conflict
from etl.resolve.names.form import NameForm, read_form
from etl.resolve.names.listed import genders_of_key, same_name_key
from etl.resolve.names.reading import is_open

_TURNED = 0.8
"""Score of one print seen twice («Ахметов А.»), and of surname and given name exchanged beside one patronymic."""


def compare_texts(left: str, right: str) -> NameComparison:
    """Compare two names as printed, in any order, case and alphabet.

    Where the order of one name is open («Сейітқали Айнұр») the other name decides it, unless both words may be the
    given name of one bearer: «Асан Серік» and «Серік Асан» may be father and son.

    Args:
        left: a printed name.
        right: the other printed name.
    """
    ours, theirs = read_form(left, None), read_form(right, None)
    found = compare_forms(ours, theirs)
    if found.same:
        return found
    if ours.surname_key and ours.given_key and (_are_equal(ours, theirs) or _is_turned(ours, theirs)):
        return replace(found, score=_TURNED, same=True)
    if not _are_crossed(ours, theirs):
        return found
    for order in (SURNAME_FIRST, GIVEN_FIRST):
        for one, other in ((left, theirs), (right, ours)):
            again = _turn(one, order, other)
            found = again if again is not None and again.score > found.score else found
    return found


@lru_cache(maxsize=100_000)
def _turn(printed: str, order: str, other: NameForm) -> NameComparison | None:
    """Compare a name whose order is open in a given order; None where turning it would prove nothing."""
    if not is_open(printed):
        return None
    form = read_form(printed, order)
    if not form.patronymic_key and _are_exchangeable(form):
        return None
    return compare_forms(form, other)


def _are_exchangeable(form: NameForm) -> bool:
    """Tell whether surname and given name may as well be each other's: given names of the same bearers."""
    return genders_of_key(form.surname_key) == genders_of_key(form.given_key) != ""


def _are_crossed(ours: NameForm, theirs: NameForm) -> bool:
    """Tell whether the surname of one name may be the given name of the other: only then turning can help."""
    return any(
        one.surname_key[:3] == other.given_key[:3] or one.surname_key[:1] == other.given_key
        for one, other in ((ours, theirs), (theirs, ours))
    )


def _are_equal(ours: NameForm, theirs: NameForm) -> bool:
    one, other = (
        (form.surname_key, form.given_key, form.patronymic_key, form.given_initial) for form in (ours, theirs)
    )
    return one == other and not has_gender_conflict(ours, theirs)


def _is_turned(ours: NameForm, theirs: NameForm) -> bool:
    """Tell whether two names with one full patronymic have surname and given name exchanged."""
    if ours.patronymic_initial or not ours.patronymic_key or ours.patronymic_key != theirs.patronymic_key:
        return False
    surnames = [same_name_key(form.surname_key) for form in (ours, theirs)]
    return surnames == [theirs.given_key, ours.given_key] and ours.gender == theirs.gender
