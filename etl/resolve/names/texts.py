"""Would two printed strings, seen in one district, be one person's name?"""

from __future__ import annotations

from functools import lru_cache

from etl.normalise.names import GIVEN_FIRST, SURNAME_FIRST, parse_name
from etl.resolve.names.compare import NameComparison, compare_forms
from etl.resolve.names.form import form_of_text, read_form

_CERTAIN = 0.8


def compare_texts(left: str, right: str) -> NameComparison:
    """Compare two names as printed, in any order, case and alphabet.

    Where the order of one name is open («Сейітқали Айнұр») the other name decides it.

    Args:
        left: a printed name.
        right: the other printed name.
    """
    found = compare_forms(form_of_text(left), form_of_text(right))
    if found.same:
        return found
    for order in (SURNAME_FIRST, GIVEN_FIRST):
        for one, other in ((left, right), (right, left)):
            if _is_open(one):
                again = compare_forms(read_form(one, order), form_of_text(other))
                found = again if again.score > found.score else found
    return found


@lru_cache(maxsize=100_000)
def _is_open(printed: str) -> bool:
    name = parse_name(printed)
    return name is not None and name.confidence < _CERTAIN and name.surname is not None
