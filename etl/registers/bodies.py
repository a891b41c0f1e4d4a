"""Ties of tier 4: through an organisation of which a cited register says that it is tied to a party."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from etl.identifiers import stable_id
from etl.resolve.organisations import compare_organisations

Row = dict[str, Any]

_LETTERS = 5
"""Letters that two names of one body share in some word, in whatever case."""


def link_bodies(entries: Sequence[Row], organisations: Sequence[Row], seats: Sequence[Row]) -> list[Row]:
    """Find the organisations that registers speak of, in place, and return ties of the seats that go through them.

    A seat goes through an organisation that nominated its holder or employs them. The register is the evidence; a body
    that the register does not name is tied to nobody.

    Args:
        entries: rows of the table ``registers``; those of organisations get ``org_id``.
        organisations: rows of the table ``organisations``.
        seats: statements, organisations and persons filled.

    Returns:
        Ties ``org_tie``, one for each seat and entry, on the days on which both hold.
    """
    about = [entry for entry in entries if entry["tie"] == "org_tie"]
    if not about:
        return []
    by_word: dict[str, list[Row]] = defaultdict(list)
    for row in organisations:
        if row["kind"] != "party" and row["name"]:
            for word in _words(row["name"]):
                by_word[word].append(row)
    through: dict[str, list[Row]] = defaultdict(list)
    for seat in seats:
        for org_id in {str(seat[name]) for name in ("nominator_id", "employer_id") if seat.get(name)}:
            through[org_id].append(seat)
    ties = []
    for entry in about:
        for org_id in _find(entry, by_word):
            entry["org_id"] = org_id
            ties += [tie for seat in through[org_id] if (tie := _tie(entry, seat, org_id)) is not None]
    return sorted(ties, key=lambda tie: str(tie["tie_id"]))


def _words(name: str) -> set[str]:
    return {
        word[:_LETTERS] for word in "".join(c if c.isalnum() else " " for c in name.lower()).split() if len(word) > 2
    }


def _find(entry: Row, by_word: dict[str, list[Row]]) -> Iterable[str]:
    seen = {row["org_id"]: row for word in _words(entry["name_as_printed"]) for row in by_word.get(word, [])}
    for org_id in sorted(seen):
        row = seen[org_id]
        if entry["region_id"] and row["region_id"] and entry["region_id"] != row["region_id"]:
            continue
        if compare_organisations(entry["name_as_printed"], row["name"]).same:
            yield org_id


def _tie(entry: Row, seat: Row, org_id: str) -> Row | None:
    if seat["action"] not in ("elected", "appointed") or seat.get("valid_from") is None:
        return None
    start: dt.date = max(seat["valid_from"], entry["valid_from"] or seat["valid_from"])
    ends = [day for day in (seat.get("valid_to"), entry["valid_to"]) if day is not None]
    end: dt.date | None = min(ends, default=None)
    if end is not None and end <= start:
        return None
    return {
        "tie_id": stable_id("t", entry["entry_id"], seat["seat_id"]),
        "seat_id": seat["seat_id"],
        "person_id": seat["person_id"],
        "org_id": org_id,
        "party_id": entry["party_id"],
        "tie": "org_tie",
        "tier": 4,
        "valid_from": start,
        "valid_to": end,
        "document_path": entry["document_path"],
        "locator": entry["locator"],
        "confidence": 0.9,
    }
