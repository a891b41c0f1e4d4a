"""What a rule may know: a commission on a day with its seats, and the parties of the country."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Final

import pandas as pd

from models.reference import Pack
from models.terms.days import to_days

SEAT_FACTS: Final = (
    "seat_id",
    "commission_id",
    "decision_id",
    "date_basis",
    "valid_from",
    "nominator_kind",
    "party_id",
    "employer_bloc",
    "employer_sector",
)
COMMISSION_FACTS: Final = (
    "commission_id",
    "level",
    "is_special",
    "term_start",
    "term_basis",
    "seats_declared",
    "seats_read",
    "lists_read",
    "lists_in_term",
    "lines_not_read",
    "registered_voters",
    "n",
    "unread",
    "uncertain_ends",
)


_DAYS: Final = ("valid_from", "term_start")


@dataclass(frozen=True)
class Seat:
    """A seat held on the day; None is not known. `elected_on` is empty where the list is undated."""

    seat_id: str
    decision_id: str | None = None
    elected_on: date | None = None
    listed_on: date | None = None
    nominator_kind: str | None = None
    party_id: str | None = None
    employer_bloc: str | None = None
    employer_sector: str | None = None

    @property
    def nominator_known(self) -> bool:
        """Tell whether it is known which party, if any, nominated."""
        return self.party_id is not None or self.nominator_kind not in (None, "unknown", "party")


@dataclass(frozen=True)
class Commission:
    """A commission on the day; the sizes at its formation apart from those on the day.

    `lists_in_term` counts the decisions that formed it, `lists_read` those that list its present members;
    `lines_not_read` counts lines of the list that may stand for a seat and name nobody.
    """

    commission_id: str
    level: str | None = None
    is_special: bool | None = None
    term_start: date | None = None
    term_basis: str | None = None
    seats_declared: int | None = None
    seats_read: int | None = None
    lists_read: int = 1
    lists_in_term: int = 1
    lines_not_read: int = 0
    registered_voters: int | None = None
    n: int = 0
    unread: int = 0
    uncertain_ends: int = 0
    seats: tuple[Seat, ...] = field(default=())


@dataclass(frozen=True)
class PartyFacts:
    """The country's parties: who was registered on a day, since when, and who merged into whom."""

    registered_on: Callable[[date], Collection[str] | None]
    registered_since: Mapping[str, date]
    successor: Callable[[str, date], str]


def read_parties(pack: Pack) -> PartyFacts:
    """Take the facts about parties from a reference pack.

    Args:
        pack: the pack.
    """
    first = {
        party.party_id: [span.valid_from for span in party.registered if span.valid_from] for party in pack.parties
    }

    def successor(party_id: str, on: date) -> str:
        return pack.party_successor(party_id, on) if party_id in pack.party_by_id else party_id

    since = {party_id: min(days) for party_id, days in first.items() if days}
    return PartyFacts(cache(pack.parties_registered), since, cache(successor))


def list_commissions(commissions: pd.DataFrame, seats: pd.DataFrame) -> Iterator[Commission]:
    """Gather the facts about each commission.

    Args:
        commissions: one row per commission with `COMMISSION_FACTS`; a column that is not there is not known.
        seats: the seats held on the day with `SEAT_FACTS`; likewise.
    """
    members: dict[str, list[Seat]] = {}
    for row in _iterate(seats, SEAT_FACTS):
        day, kind = row["valid_from"], _text(row["nominator_kind"])
        dated = _text(row["date_basis"]) != "snapshot"
        members.setdefault(str(row["commission_id"]), []).append(
            Seat(
                seat_id=str(row["seat_id"]),
                decision_id=_text(row["decision_id"]),
                elected_on=day if dated else None,
                listed_on=day,
                nominator_kind=kind,
                party_id=_text(row["party_id"]) if kind == "party" else None,
                employer_bloc=_text(row["employer_bloc"]),
                employer_sector=_text(row["employer_sector"]),
            )
        )
    for row in _iterate(commissions, COMMISSION_FACTS):
        held = tuple(members.get(str(row["commission_id"]), ()))
        yield Commission(
            commission_id=str(row["commission_id"]),
            level=_text(row["level"]),
            is_special=None if row["is_special"] is None else bool(row["is_special"]),
            term_start=row["term_start"],
            term_basis=_text(row["term_basis"]),
            seats_declared=_number(row["seats_declared"]),
            seats_read=_number(row["seats_read"]),
            lists_read=_number(row["lists_read"]) or 0,
            lists_in_term=_number(row["lists_in_term"]) or 0,
            lines_not_read=_number(row["lines_not_read"]) or 0,
            registered_voters=_number(row["registered_voters"]),
            n=_number(row["n"]) or len(held),
            unread=_number(row["unread"]) or 0,
            uncertain_ends=_number(row["uncertain_ends"]) or 0,
            seats=held,
        )


def _iterate(frame: pd.DataFrame, columns: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Walk through rows as plain values, every kind of missing value as None."""
    values = []
    for column in columns:
        known = frame[column].notna().tolist() if column in frame else [False] * len(frame)
        cells = _read_column(frame[column], column) if column in frame else known
        values.append([cell if present else None for cell, present in zip(cells, known, strict=True)])
    for row in zip(*values, strict=True):
        yield dict(zip(columns, row, strict=True))


def _read_column(cells: pd.Series, column: str) -> list[Any]:
    return to_days(cells).tolist() if column in _DAYS else cells.tolist()


def _text(value: Any) -> str | None:
    return None if value is None or value == "" else str(value)


def _number(value: Any) -> int | None:
    return None if value is None else int(value)
