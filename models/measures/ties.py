"""Seats with a recorded tie to a party, by tier of evidence.

Tier 1: a document or register states membership, candidacy or office. Tier 2: nominated by the party for this seat.
Tier 3: nominated by it for an earlier seat. Tier 4: through an organisation. *Nominated by* is not *member of*: the
law lets a party nominate people who are not its members.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]

NO_PARTY: Final = "none"
"""Value of `stated_party_id` where a document says that the person belongs to no party."""


def list_ties(seats: pd.DataFrame, ties: pd.DataFrame | None) -> pd.DataFrame:
    """Collect the ties of seats: recorded ones, stated membership (tier 1) and nomination for this seat (tier 2).

    Args:
        seats: `seat_id, nominator_kind, party_id, stated_party_id`.
        ties: `seat_id, party_id, tier` from other sources, or None.

    Returns:
        `seat_id, party_id, tier` without repeats.
    """
    stated = seats.loc[seats["stated_party_id"].notna() & seats["stated_party_id"].ne(NO_PARTY)]
    nominated = seats.loc[seats["nominator_kind"].eq("party") & seats["party_id"].notna()]
    parts = [
        pd.DataFrame({"seat_id": stated["seat_id"], "party_id": stated["stated_party_id"], "tier": 1}),
        pd.DataFrame({"seat_id": nominated["seat_id"], "party_id": nominated["party_id"], "tier": 2}),
    ]
    if ties is not None and len(ties):
        recorded = ties.loc[ties["seat_id"].isin(seats["seat_id"]), ["seat_id", "party_id", "tier"]]
        parts.append(recorded.dropna().astype({"tier": "int64"}))
    return pd.concat(parts, ignore_index=True).drop_duplicates()


def find_tied(seats: pd.DataFrame, ties: pd.DataFrame, party: str, tiers: Sequence[int]) -> Mask:
    """Tell which seats are tied to a party at the tiers.

    Args:
        seats: `seat_id`.
        ties: rows of `list_ties`.
        party: lineage id.
        tiers: the tiers that count.
    """
    wanted = ties.loc[ties["party_id"].eq(party) & ties["tier"].isin(tiers), "seat_id"]
    return seats["seat_id"].isin(wanted).to_numpy(dtype=bool)


def find_excluded(seats: pd.DataFrame, party: str | None, tiers: Sequence[int]) -> Mask:
    """Tell which seats are positively excluded from a tie to a party at every one of the tiers.

    Tier 1 is excluded where the document states another party or none (the law on parties allows one membership),
    tier 2 where the nominator is known and is not the party. Nothing excludes tiers 3 and 4: a list of what a person
    did not do does not exist.

    Args:
        seats: `nominator_kind, nominator_bloc, party_id, stated_party_id`.
        party: lineage id; None asks about parties that nobody in the data is tied to.
        tiers: the tiers that count.
    """
    excluded = np.ones(len(seats), dtype=bool)
    for tier in tiers:
        excluded &= _find_excluded_at(seats, party, tier)
    return excluded


def _find_excluded_at(seats: pd.DataFrame, party: str | None, tier: int) -> Mask:
    if tier == 1:
        stated = seats["stated_party_id"]
        return (stated.notna() & stated.ne(party if party else "")).to_numpy(dtype=bool)
    if tier == 2:
        kind = seats["nominator_kind"]
        other_kind = kind.notna() & kind.ne("unknown") & kind.ne("party")
        # A party without a lineage id may be any party.
        other_party = kind.eq("party") & seats["party_id"].notna() & seats["party_id"].ne(party if party else "")
        return (other_kind | other_party).fillna(False).to_numpy(dtype=bool)
    return np.zeros(len(seats), dtype=bool)


def parse_tiers(tiers: str) -> tuple[int, ...]:
    """Read the tiers of a metric row.

    Args:
        tiers: `1` or `1,2` and so on.

    Raises:
        ValueError: a tier is not 1 to 4.

    >>> parse_tiers("1,2")
    (1, 2)
    """
    found = tuple(int(part) for part in tiers.split(","))
    if not found or any(tier not in (1, 2, 3, 4) for tier in found):
        raise ValueError(f"tiers are 1 to 4, not {tiers!r}")
    return found
