"""Blocs: what a seat answers to under a view. There is no bloc "unknown": what is not known widens bounds."""

import re
from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

HIGHER_COMMISSION: Final = "higher_commission"
SELF: Final = "self"
STATUS_BLOCS: Final = frozenset({"pensioner", "unemployed", "student", "self_employed"})
ALONE: Final = frozenset({SELF})
"""Blocs in which every seat stands for itself: two people who nominated themselves answer to nobody in common."""

Split = tuple[tuple[int, ...], int]
"""Sizes of the known blocs, largest first, and the number of seats whose bloc is not known."""

_NOT_WORDS = re.compile(r"[\W_]+")


def nominator_bloc(kind: str | None, nominator_id: str | None, printed: str | None) -> str | None:
    """Name the bloc of a seat by its nominator, or None where it is not known.

    A party is its lineage id, whatever its name on the day; all higher commissions are one bloc; `self` is split into
    single seats when counted; others go by id, else by printed text. Kind `unknown` without an id is not known even
    if something is printed.

    Args:
        kind: code of the kind of nominator.
        nominator_id: lineage id of a party, id of an organisation, or None.
        printed: the nominator as printed.

    >>> nominator_bloc("party", "amanat", "филиал партии «Нур Отан»")
    'party:amanat'
    >>> nominator_bloc("association", None, "«Ардагерлер кеңесі» ҚБ")
    'text:ардагерлер кеңесі қб'
    >>> nominator_bloc("unknown", None, "кто-то") is None
    True
    """
    known_id, text = _present(nominator_id), _fold(printed)
    if kind == HIGHER_COMMISSION:
        return HIGHER_COMMISSION
    if kind == SELF:
        return SELF
    if known_id:
        return f"party:{known_id}" if kind == "party" else f"id:{known_id}"
    if kind in (None, "", "unknown") or pd.isna(kind) or not text:
        return None
    return f"text:{text}"


def employer_bloc(employer_id: str | None, status: str | None) -> str | None:
    """Name the bloc of a seat by its employer, or None where it is not known.

    Pensioner, unemployed, student and self-employed are blocs of their own. An employer printed without a nameable
    organisation ("teacher") has no id and stays unknown.

    Args:
        employer_id: id of the organisation.
        status: code of `employer_sector`.

    >>> employer_bloc("org-17", "education"), employer_bloc(None, "pensioner"), employer_bloc(None, "education")
    ('id:org-17', 'pensioner', None)
    """
    known_id = _present(employer_id)
    if known_id:
        return f"id:{known_id}"
    return str(status) if status in STATUS_BLOCS else None


def add_blocs(seats: pd.DataFrame) -> pd.DataFrame:
    """Add the columns `nominator_bloc` and `employer_bloc` to seats.

    Args:
        seats: `nominator_kind, nominator_id, party_id, nominator_as_printed, employer_id, employer_sector`. For a
            party its lineage (`party_id`) goes before `nominator_id`.
    """
    lineage = seats["party_id"].where(seats["nominator_kind"].eq("party")).fillna(seats["nominator_id"])
    printed = seats["nominator_as_printed"]
    nominators = [nominator_bloc(*row) for row in zip(seats["nominator_kind"], lineage, printed, strict=True)]
    employers = [employer_bloc(*row) for row in zip(seats["employer_id"], seats["employer_sector"], strict=True)]
    return seats.assign(
        nominator_bloc=pd.Series(nominators, index=seats.index, dtype="str"),
        employer_bloc=pd.Series(employers, index=seats.index, dtype="str"),
    )


def follow_successors(blocs: pd.Series, successors: Mapping[str, str]) -> pd.Series:
    """Map parties to the party they had merged into by the day (variant `successor`).

    Args:
        blocs: blocs of `nominator_bloc`.
        successors: lineage id -> lineage id of the successor; parties that did not merge may be absent.
    """
    changed = {f"party:{old}": f"party:{new}" for old, new in successors.items() if old != new}
    return blocs.replace(changed) if changed else blocs


def count_splits(commissions: npt.NDArray[np.int64], blocs: pd.Series, sizes: npt.NDArray[np.int64]) -> list[Split]:
    """Count the blocs of every commission.

    Args:
        commissions: number of the commission of each seat, 0 … len(sizes) - 1.
        blocs: bloc of each seat, empty where not known.
        sizes: n of each commission, unread seats included.

    Returns:
        One split per commission.
    """
    known = blocs.notna().to_numpy(dtype=bool)
    codes = pd.factorize(blocs)[0].astype(np.int64)
    alone = blocs.isin(ALONE).to_numpy(dtype=bool)
    codes[alone] = codes.max(initial=0) + 1 + np.arange(alone.sum())
    width = codes.max(initial=0) + 1
    pairs, counts = np.unique(commissions[known] * width + codes[known], return_counts=True)
    owners = pairs // width
    order = np.lexsort((-counts, owners))
    owners, ordered = owners[order], counts[order].tolist()
    edges = np.searchsorted(owners, np.arange(len(sizes) + 1)).tolist()
    splits: list[Split] = []
    for number, size in enumerate(sizes.tolist()):
        bloc_sizes = tuple(ordered[edges[number] : edges[number + 1]])
        splits.append((bloc_sizes, size - sum(bloc_sizes)))
    return splits


def _present(value: str | None) -> str:
    return "" if value is None or pd.isna(value) else str(value).strip()


def _fold(printed: str | None) -> str:
    """Compare printed names without case, quotes and punctuation; ё and е are one letter in Russian print."""
    return _NOT_WORDS.sub(" ", _present(printed).casefold().replace("ё", "е")).strip()
