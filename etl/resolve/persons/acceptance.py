"""Which scored pairs may become "same" by themselves, and which are shown to a person."""

from __future__ import annotations

import numpy as np
import pandas as pd

from etl.resolve.persons.constraints import Holder, find_conflict
from etl.resolve.persons.weights import Weights

_HIGHEST = 60.0
_ELSEWHERE = 0.97
"""Probability needed in another commission with other work, nominator and post of an officer being the same."""
_BY_NAME = 0.99
"""Probability that a full name needs where nothing but name and district agrees: few names are so rare."""
_CLOSE = 8.0
"""A rival this many bits behind, or nearer, leaves open whom an incomplete name means."""


def add_probabilities(pairs: pd.DataFrame) -> pd.DataFrame:
    """Turn weights into probabilities among rivals: one person stands once in an act.

    Where a mention fits several statements of one act, at most one of them is meant, so their odds share the one
    probability. Two namesakes in a list therefore weaken each other.

    Args:
        pairs: see `score_pairs`.

    Returns:
        The pairs with `probability`.
    """
    odds = np.exp2(np.minimum(pairs["weight"].to_numpy(dtype=float), _HIGHEST))
    sides = pd.DataFrame(
        {
            "mention": np.concatenate([pairs["left"], pairs["right"]]),
            "act": np.concatenate([pairs["decision_right"], pairs["decision_left"]]),
            "odds": np.concatenate([odds, odds]),
        }
    )
    # Sorted sums: the same addends in another order may differ in the last digit.
    order = np.lexsort((sides["odds"], sides["act"].astype("str"), sides["mention"]))
    total = sides.iloc[order].groupby(["mention", "act"], sort=False)["odds"].transform("sum").sort_index().to_numpy()
    together = total[: len(pairs)] + total[len(pairs) :] - odds
    return pairs.assign(probability=np.round(odds / (1.0 + together), 6))


def accept_pairs(pairs: pd.DataFrame, weights: Weights) -> pd.Series:
    """Tell which pairs may be joined without a person looking, the cannot-links aside.

    A high probability is not enough where its reasons are of a kind the model knows badly:

    - in another district all three parts of the name and the year of birth must agree;
    - one letter's difference counts inside one commission only, or with the same year of birth; in a given name it
      needs the year or the employer besides, for sisters have names that rhyme;
    - in another commission of the district the employer, the year of birth, or nominator and officer's post must agree
      (these last not against other work below 0.97); else the whole name, printed in full, must be nearly certain;
    - another surname without an act that says so needs the same commission and the same employer;
    - two commissions of one level on one day need the year of birth: namesakes of one school sit in both its precincts;
    - commissions of two levels on one day need the year or the employer; a constituency's, formed for the days of an
      election, does not.

    Args:
        pairs: see `add_probabilities`.
        weights: for the threshold.
    """
    surname, given, patronymic = (pairs[name].fillna("absent") for name in ("surname", "given", "patronymic"))
    born = pairs["birth_year"].eq("equal").fillna(False)
    employed = pairs["employer"].eq("same").fillna(False)
    here = pairs["where"].eq("commission").fillna(False)
    near_by = pairs["where"].isin(["commission", "constituency", "district"])
    full = given.eq("exact") & patronymic.eq("exact")
    good = pairs["probability"].ge(weights.merge) & given.isin(["exact", "initial", "near"]) & patronymic.ne("else")
    good &= near_by | (full & surname.eq("exact") & born)
    good &= ~(surname.eq("near") | patronymic.eq("near")) | here | born
    good &= given.ne("near") | (patronymic.eq("exact") & (born | (employed & here)))
    good &= surname.ne("else") | (full & here & employed)
    posted = pairs["nominator"].eq("same").fillna(False) & pairs["post"].eq("same_officer").fillna(False)
    posted &= ~pairs["employer"].isin(["kind", "else"]) | pairs["probability"].ge(_ELSEWHERE)
    named = full & surname.isin(["exact", "renamed"]) & pairs["probability"].ge(_BY_NAME)
    good &= here | born | employed | posted | named
    at_once = pairs["sitting"].fillna("else")
    good &= at_once.ne("levels_at_once") | born | employed
    return good & (at_once.ne("same_level_at_once") | born)


def find_ambiguous(pairs: pd.DataFrame, holders: list[Holder], weights: Weights) -> set[tuple[int, int]]:
    """Find pairs of an incomplete name with somebody who is not the only one it may mean.

    Args:
        pairs: see `add_probabilities`, best first.
        holders: of all mentions.
        weights: pairs below the threshold of review are no rivals.

    Returns:
        Places (left, right) of pairs that must not be joined.
    """
    partial = [not holder.is_full for holder in holders]
    known = pairs.loc[pairs["probability"] >= weights.review / 10, ["left", "right", "weight"]]
    around: dict[int, list[tuple[float, int]]] = {}
    for left, right, weight in known.itertuples(index=False, name=None):
        if partial[left]:
            around.setdefault(left, []).append((weight, right))
        if partial[right]:
            around.setdefault(right, []).append((weight, left))
    unclear: set[tuple[int, int]] = set()
    for mention, others in around.items():
        for weight, other in others:
            rivals = (r for w, r in others if r != other and w >= weight - _CLOSE)
            if any(find_conflict(holders[other], holders[rival]) == "name" for rival in rivals):
                unclear.add((min(mention, other), max(mention, other)))
    return unclear
