"""Ties as measures need them: by seat and day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pandas as pd

Row = dict[str, Any]


SURE = 0.99
"""Probability with which statements must be one person's for a register's tie to follow from one to the other."""


def tie_frame(ties: Sequence[Row], seats: Sequence[Row], links: Sequence[Row] = ()) -> pd.DataFrame:
    """Spread ties to parties over the seats of their persons.

    A tie that comes from a seat counts for that seat. One from a register counts for the statements on which it rests,
    for those of the person that print the same year of birth, and for those joined to one of them by an act, an editor
    or links whose probabilities together reach `SURE`; never for one that prints another year.

    Args:
        ties: rows of the table ``ties``, those of registers with what ``link_entries`` adds.
        seats: statements with their persons.
        links: rows of the table ``person_links``.

    Returns:
        ``seat_id, party_id, tier, valid_from, valid_to`` of tiers other than 2, which the seats hold themselves.
    """
    of_person: dict[str, list[Row]] = defaultdict(list)
    for seat in seats:
        of_person[seat["person_id"]].append(seat)
    joined = _list_joined(links)
    rows = []
    for tie in ties:
        if tie.get("party_id") is None or tie.get("tier") in (None, 2):
            continue
        for seat_id in [tie["seat_id"]] if tie.get("seat_id") else _reach(tie, of_person[tie["person_id"]], joined):
            rows.append((seat_id, tie["party_id"], int(tie["tier"]), tie.get("valid_from"), tie.get("valid_to")))
    frame = pd.DataFrame(rows, columns=["seat_id", "party_id", "tier", "valid_from", "valid_to"])
    for name in ("valid_from", "valid_to"):
        frame[name] = pd.to_datetime(frame[name])
    return frame


def _list_joined(links: Sequence[Row]) -> dict[str, list[tuple[str, float]]]:
    """List of every statement those joined to it, with the probability; an act and an editor leave no doubt."""
    joined: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for link in links:
        score = 1.0 if link["ground"] in ("act", "judged") else float(link["score"] or 0.0)
        joined[link["left_seat_id"]].append((link["right_seat_id"], score))
        joined[link["right_seat_id"]].append((link["left_seat_id"], score))
    return joined


def _reach(tie: Row, seats: Sequence[Row], joined: dict[str, list[tuple[str, float]]]) -> list[str]:
    """List the seats of a person for which a register's tie is established."""
    years = {seat["seat_id"]: seat.get("birth_year") for seat in seats}
    anchors = [seat for seat in tie.get("anchor_seat_ids") or () if seat in years]
    born = {tie.get("birth_year"), *(years[seat] for seat in anchors)} - {None}
    waiting = [(seat, 1.0) for seat in years if seat in anchors or years[seat] in born]
    reached = {seat for seat, _ in waiting}
    while waiting:  # links are a tree; of several statements to begin with the surest way counts
        waiting.sort(key=lambda way: way[1])
        here, certainty = waiting.pop()
        for other, score in joined.get(here, ()):
            if other in reached or other not in years or years[other] is not None:
                continue
            if certainty * score >= SURE:
                reached.add(other)
                waiting.append((other, certainty * score))
    return sorted(s["seat_id"] for s in seats if s["seat_id"] in reached and s["action"] in ("elected", "appointed"))


def ties_on(frame: pd.DataFrame, day: dt.date) -> pd.DataFrame:
    """Return the ties that hold on a day.

    Args:
        frame: see ``tie_frame``.
        day: the day; a tie without a first day holds from the beginning.
    """
    moment = pd.Timestamp(day)
    begun = frame["valid_from"].isna() | (frame["valid_from"] <= moment)
    return frame[begun & (frame["valid_to"].isna() | (frame["valid_to"] > moment))]
