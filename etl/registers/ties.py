"""Ties as measures need them: by seat and day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pandas as pd

Row = dict[str, Any]


def tie_frame(ties: Sequence[Row], seats: Sequence[Row]) -> pd.DataFrame:
    """Spread ties to parties over the seats of their persons.

    A tie that comes from a seat counts for that seat; one from a register for every seat of the person.

    Args:
        ties: rows of the table ``ties``.
        seats: statements with their persons.

    Returns:
        ``seat_id, party_id, tier, valid_from, valid_to`` of tiers other than 2, which the seats hold themselves.
    """
    held: dict[str, list[str]] = defaultdict(list)
    for seat in seats:
        if seat["action"] in ("elected", "appointed"):
            held[seat["person_id"]].append(seat["seat_id"])
    rows = []
    for tie in ties:
        if tie.get("party_id") is None or tie.get("tier") in (None, 2):
            continue
        for seat_id in [tie["seat_id"]] if tie.get("seat_id") else held[tie["person_id"]]:
            rows.append((seat_id, tie["party_id"], int(tie["tier"]), tie.get("valid_from"), tie.get("valid_to")))
    frame = pd.DataFrame(rows, columns=["seat_id", "party_id", "tier", "valid_from", "valid_to"])
    for name in ("valid_from", "valid_to"):
        frame[name] = pd.to_datetime(frame[name])
    return frame


def ties_on(frame: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Return the ties that hold on a day.

    Args:
        frame: see ``tie_frame``.
        day: the day; a tie without a first day holds from the beginning.
    """
    moment = pd.Timestamp(day)
    begun = frame["valid_from"].isna() | (frame["valid_from"] <= moment)
    return frame[begun & (frame["valid_to"].isna() | (frame["valid_to"] > moment))]
