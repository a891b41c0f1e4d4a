"""Which seat a release ends and which release an election fills, inside one commission."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from etl.normalise.name_keys import compatible
from etl.normalise.names import PersonName

Row = dict[str, Any]


@dataclass(slots=True)
class _Held:
    """A seat held so far, with every name its holder has been printed under."""

    row: Row
    names: list[PersonName] = field(default_factory=list)


def name_of(row: Row) -> PersonName:
    """Return the name of a statement."""
    return PersonName(
        row["surname"], row["given_name"], row["patronymic"], row["name_as_printed"], "nominative", "", 1.0
    )


def link_events(seats: list[Row], decisions: dict[str, Row], old_surnames: dict[str, str]) -> list[Row]:
    """Link releases to the seats they end and elections to the releases they fill.

    Only statements about one commission are compared, so that namesakes elsewhere never meet. A release that fits
    no seat, or more than one, stays unlinked: it is returned so that the caller can say so.

    Args:
        seats: all statements; ``closes_seat_id``, ``renames_seat_id`` and ``replaces_seat_id`` are filled in place.
        decisions: by id, for day and order.
        old_surnames: seat_id of a renamed statement -> surname before.

    Returns:
        The releases that could not be linked although the commission's seats are known.
    """
    by_commission: dict[str, list[Row]] = defaultdict(list)
    for row in seats:
        by_commission[row["commission_id"]].append(row)
    unlinked: list[Row] = []
    for rows in by_commission.values():
        if len({row["decision_id"] for row in rows}) > 1 or any(
            row["action"] in ("released", "renamed") for row in rows
        ):
            unlinked.extend(_link_commission(rows, decisions, old_surnames))
    return unlinked


def _link_commission(rows: list[Row], decisions: dict[str, Row], old_surnames: dict[str, str]) -> list[Row]:
    order = {"released": 0, "renamed": 1, "elected": 2, "appointed": 2}
    rows = sorted(
        rows,
        key=lambda r: (
            decisions[r["decision_id"]]["decided_on"] or dt.date.min,
            decisions[r["decision_id"]]["kind"] != "formation",
            r["decision_id"],
            order[r["action"]],
            r["seat_id"],
        ),
    )
    held: list[_Held] = []
    unlinked: list[Row] = []
    formed: tuple[dt.date | None, str] | None = None
    for row in rows:
        decision = decisions[row["decision_id"]]
        if row["action"] in ("elected", "appointed"):
            if decision["kind"] == "formation" and formed != (decision["decided_on"], row["decision_id"]):
                if formed is None or formed[0] != decision["decided_on"]:
                    held = []
                formed = (decision["decided_on"], row["decision_id"])
            held.append(_Held(row, [name_of(row)]))
        elif row["action"] == "renamed":
            seat = _find(held, name_of({**row, "surname": old_surnames.get(row["seat_id"], row["surname"])}))
            if seat is not None:
                row["renames_seat_id"] = seat.row["seat_id"]
                seat.names.append(name_of(row))
        else:
            seat = _find(held, name_of(row))
            if seat is not None:
                row["closes_seat_id"] = seat.row["seat_id"]
                held.remove(seat)
            elif formed is not None:
                unlinked.append(row)
    _link_replacements(rows)
    return unlinked


def _find(held: list[_Held], name: PersonName) -> _Held | None:
    """Return the one seat whose holder can bear the name; None where none or several fit."""
    fits = [seat for seat in held if any(compatible(name, known) for known in seat.names)]
    return fits[0] if len(fits) == 1 else None


def _link_replacements(rows: list[Row]) -> None:
    """Where one act releases and elects as many in a commission as it releases, and only one, they belong together."""
    by_act: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_act[row["decision_id"]].append(row)
    for group in by_act.values():
        gone = [row for row in group if row["action"] == "released"]
        come = [row for row in group if row["action"] in ("elected", "appointed")]
        taken = {row.get("replaces_seat_id") for row in come}
        free_gone = [row for row in gone if row["seat_id"] not in taken]
        free_come = [row for row in come if not row.get("replaces_seat_id")]
        if len(free_gone) == len(free_come) == 1:
            free_come[0]["replaces_seat_id"] = free_gone[0]["seat_id"]
