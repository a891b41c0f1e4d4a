"""Ties of tier 3: a party nominated the person for an earlier seat (docs/measures.md, Ties)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from etl.identifiers import stable_id
from etl.resolve.persons.mentions import sort_key

Row = dict[str, Any]


def find_earlier_nominations(seats: Sequence[Row], decisions: Mapping[str, Row]) -> list[Row]:
    """Return ties `earlier_nominee`, one for each seat and party, with document and place of the earlier statement.

    The latest earlier seat stands as the proof. A list printed again within one term is no earlier seat, and what a
    document says without a day is neither earlier nor later.

    Args:
        seats: statements with their person and validity.
        decisions: acts by id, for the day.
    """
    held: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(seats, key=lambda row: sort_key(row, decisions)):
        if row["action"] in ("elected", "appointed") and decisions[row["decision_id"]]["decided_on"] is not None:
            held[row["person_id"]].append(row)
    ties: list[Row] = []
    for rows in held.values():
        for place, seat in enumerate(rows):
            proofs: dict[str, Row] = {}
            for before in rows[:place]:
                if before.get("party_id") and _is_earlier(before, seat, decisions):
                    proofs[before["party_id"]] = before
            ties.extend(_tie(seat, before, party) for party, before in sorted(proofs.items()))
    return sorted(ties, key=lambda tie: tie["tie_id"])


def _is_earlier(before: Row, seat: Row, decisions: Mapping[str, Row]) -> bool:
    days: list[dt.date] = [decisions[row["decision_id"]]["decided_on"] for row in (before, seat)]
    if days[0] >= days[1]:
        return False
    if before["commission_id"] != seat["commission_id"]:
        return True
    end, start = before.get("valid_to"), seat.get("valid_from")
    return bool(end is not None and start is not None and end <= start)


def _tie(seat: Row, before: Row, party: str) -> Row:
    return {
        "tie_id": stable_id("t", seat["seat_id"], "earlier", party),
        "seat_id": seat["seat_id"],
        "person_id": seat["person_id"],
        "org_id": party,
        "party_id": party,
        "tie": "earlier_nominee",
        "tier": 3,
        "valid_from": seat.get("valid_from"),
        "valid_to": seat.get("valid_to"),
        "document_path": before["document_path"],
        "locator": before["locator"],
        "confidence": min(seat["confidence"], before["confidence"]),
    }
