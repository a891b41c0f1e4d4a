"""What the names of one list show together: their order and their case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from etl.normalise.name_order import GIVEN_FIRST, SURNAME_FIRST
from etl.normalise.name_parsing import PersonName, parse_name

_SURE_OF_ORDER = 0.9
_SURE_OF_CASE = 0.8
_PROOFS = 2


def _sure_names(texts: Iterable[str], least: float, language: str | None = None) -> list[PersonName]:
    parsed = (parse_name(text, language=language) for text in texts)
    return [name for name in parsed if name is not None and name.confidence >= least]


def infer_order(texts: Iterable[str]) -> str | None:
    """Tell from all names of a list whether the surname or the given name stands first; None when nothing shows it.

    Args:
        texts: the printed names of one list.
    """
    votes = {SURNAME_FIRST: 0, GIVEN_FIRST: 0}
    sure = [name for name in _sure_names(texts, _SURE_OF_ORDER) if name.surname and name.given_name]
    # A patronymic proves the order; of two words either may be the surname.
    proven = [name for name in sure if name.patronymic and len(name.patronymic) > 2]
    for name in proven if len(proven) >= _PROOFS else sure:
        votes[name.order] += 1
    leader = max(votes, key=lambda order: votes[order])
    return leader if votes[leader] > 3 * min(votes.values()) else None


def infer_case(texts: Iterable[str], *, language: str | None = None) -> str | None:
    """Tell from all names of a list in which case it is printed; None when nothing or too little shows it.

    Args:
        texts: the printed names of one list.
        language: kk or ru when known.
    """
    votes = Counter(name.case for name in _sure_names(texts, _SURE_OF_CASE, language))
    if not votes:
        return None
    case, count = min(votes.items(), key=lambda pair: (-pair[1], pair[0]))
    return case if 4 * count >= 3 * votes.total() else None
