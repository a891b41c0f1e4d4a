"""Seats with a recorded tie to a party, by tier of evidence.

Tier 1: a document or register states membership, candidacy or office. Tier 2: nominated by the party for this seat.
Tier 3: nominated by it for an earlier seat. Tier 4: through an organisation. *Nominated by* is not *member of*: the
law lets a party nominate people who are not its members.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]

Places = npt.NDArray[np.int64]

NO_PARTY: Final = "none"
"""Value of `stated_party_id` where a document says that the person belongs to no party."""
_NONE: Final = -2
_NOBODY: Final = -3


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


@dataclass(frozen=True)
class TieView:
    """Seats as numbers, so that many parties can be asked about: -1 stands for no party or one not identified.

    `stated` holds the party of the stated membership (-2 = the document says none), `nominating` the party that
    nominated, `other_kind` whether somebody else than a party did, `links` the ties as (tier, party, seat).
    """

    places: dict[str, int]
    stated: Places
    nominating: Places
    other_kind: Mask
    links: npt.NDArray[np.int64]

    @property
    def parties(self) -> list[str]:
        """List the parties to which any seat is tied."""
        names = list(self.places)
        return sorted(names[place] for place in set(self.links[:, 1].tolist()))

    @property
    def says_none(self) -> Mask:
        """Tell which seats are stated to belong to no party."""
        return self.stated == _NONE

    def tied(self, party: str, tiers: Sequence[int]) -> Mask:
        """Tell which seats are tied to a party at the tiers.

        Args:
            party: lineage id.
            tiers: the tiers that count.
        """
        tier, place, seat = self.links.T
        found = np.zeros(len(self.stated), dtype=bool)
        found[seat[np.isin(tier, tiers) & (place == self.places.get(party, _NOBODY))]] = True
        return found

    def excluded(self, party: str | None, tiers: Sequence[int]) -> Mask:
        """Tell which seats are positively excluded from a tie to a party at every one of the tiers.

        Tier 1 is excluded where the document states another party or none (the law on parties allows one
        membership), tier 2 where the nominator is known and is not the party. Nothing excludes tiers 3 and 4: a list
        of what a person did not do does not exist.

        Args:
            party: lineage id; None asks about parties that nobody in the data is tied to.
            tiers: the tiers that count.
        """
        place = _NOBODY if party is None else self.places.get(party, _NOBODY)
        excluded = np.ones(len(self.stated), dtype=bool)
        for tier in tiers:
            if tier == 1:
                excluded &= (self.stated != -1) & (self.stated != place)
            elif tier == 2:
                # A party without a lineage id may be any party.
                excluded &= self.other_kind | ((self.nominating >= 0) & (self.nominating != place))
            else:
                excluded[:] = False
        return excluded


def view_ties(seats: pd.DataFrame, ties: pd.DataFrame) -> TieView:
    """Number seats and parties.

    Args:
        seats: `seat_id, nominator_kind, party_id, stated_party_id`.
        ties: rows of `list_ties`.
    """
    by_party = seats["nominator_kind"].eq("party").fillna(False).to_numpy(dtype=bool)
    stated, nominating = (seats[name].astype("str") for name in ("stated_party_id", "party_id"))
    _, names = pd.factorize(pd.concat([stated, nominating, ties["party_id"].astype("str")]))
    index = pd.Index(names)
    known_kind = seats["nominator_kind"].notna() & seats["nominator_kind"].ne("unknown")
    says_none = stated.eq(NO_PARTY).fillna(False).to_numpy(dtype=bool)
    links = (ties["tier"], index.get_indexer(ties["party_id"]), pd.Index(seats["seat_id"]).get_indexer(ties["seat_id"]))
    return TieView(
        places={str(name): place for place, name in enumerate(names)},
        stated=np.where(says_none, _NONE, index.get_indexer(stated)),
        nominating=np.where(by_party, index.get_indexer(nominating), -1),
        other_kind=known_kind.fillna(False).to_numpy(dtype=bool) & ~by_party,
        links=np.column_stack(links).astype(np.int64).reshape(-1, 3),
    )


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
