"""Documents and acts as rows, with all that stands in them."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from etl.coding.coded import Coded, Row
from etl.coding.commissions import add_commissions
from etl.coding.seats import code_seat
from etl.identifiers import stable_id
from etl.parse.placing import place_commission
from etl.records import Act, Parsed
from models.reference import Pack


def code_document(parsed: Parsed, pack: Pack) -> Coded:
    """Code one parsed document.

    Args:
        parsed: what the document says.
        pack: reference data.
    """
    days = [find_day(act, parsed) for act in parsed.acts]
    coded = Coded(document=_document_row(parsed))
    decision_ids = [stable_id("d", parsed.sha256, act.ordinal) for act in parsed.acts]
    places = {
        (act, ref.key): place_commission(ref, parsed.acts[act], parsed, days[act][0], pack)
        for act, ref in parsed.commissions
    }
    per_act = Counter(s.act for s in parsed.statements)
    for act, decision_id, (day, basis) in zip(parsed.acts, decision_ids, days, strict=True):
        coded.decisions.append(_decision_row(parsed, act, decision_id, day, basis, per_act[act.ordinal]))
    seat_ids = [stable_id("s", parsed.sha256, index) for index in range(len(parsed.statements))]
    for index, statement in enumerate(parsed.statements):
        place = places.get((statement.act, statement.commission.key)) or place_commission(
            statement.commission, parsed.acts[statement.act], parsed, days[statement.act][0], pack
        )
        row = code_seat(
            statement, seat_ids[index], decision_ids[statement.act], place, days[statement.act][0], parsed, pack, coded
        )
        if statement.replaces is not None:
            row["replaces_seat_id"] = seat_ids[statement.replaces]
        if statement.old_surname:
            coded.old_surnames[seat_ids[index]] = statement.old_surname
        coded.seats.append(row)
    add_commissions(parsed, places, decision_ids, days, coded)
    for number, issue in enumerate(parsed.issues):
        coded.issues.append(
            {
                "issue_id": stable_id("i", parsed.sha256, parsed.path, number),
                "document_path": parsed.path,
                "locator": issue.locator.to_json(),
                "severity": issue.severity,
                "code": issue.code,
                "message": issue.message,
                "text": issue.text,
            }
        )
    _undated(parsed, days, coded)
    return coded


def find_day(act: Act, parsed: Parsed) -> tuple[dt.date | None, str]:
    """An act counts from its day; an undated list is a snapshot of the side-car's day (contract, undated lists)."""
    if act.decided_on is not None:
        return act.decided_on, "decision"
    if parsed.side_car.as_of is not None:
        return parsed.side_car.as_of, "snapshot"
    return None, "unknown"


def _undated(parsed: Parsed, days: list[tuple[dt.date | None, str]], coded: Coded) -> None:
    for act, (day, _) in zip(parsed.acts, days, strict=True):
        if day is None and any(s.act == act.ordinal for s in parsed.statements):
            coded.issues.append(
                {
                    "issue_id": stable_id("i", parsed.sha256, parsed.path, "undated", act.ordinal),
                    "document_path": parsed.path,
                    "locator": "{}",
                    "severity": "warning",
                    "code": "undated_list",
                    "message": "neither the document nor a side-car says of which day the list is: its seats are "
                    "exported but not measured; `as_of` in a side-car would date it",
                    "text": act.title,
                }
            )


def _document_row(parsed: Parsed) -> Row:
    car = parsed.side_car
    return {
        "document_path": parsed.path,
        "sha256": parsed.sha256,
        "format": parsed.format,
        "bytes": parsed.size,
        "language": parsed.language,
        "publisher": car.publisher,
        "source_url": car.source_url,
        "retrieved_on": car.retrieved_on,
        "as_of": car.as_of,
        "is_simulated": bool(car.is_simulated),
        "decisions": len(parsed.acts),
        "seats": len(parsed.statements),
        "list_lines": parsed.list_lines,
        "used_lines": parsed.used_lines,
        "understanding": round(parsed.used_lines / parsed.list_lines, 4) if parsed.list_lines else None,
        "title": parsed.title,
    }


def _decision_row(parsed: Parsed, act: Act, decision_id: str, day: dt.date | None, basis: str, seats: int) -> Row:
    return {
        "decision_id": decision_id,
        "document_path": parsed.path,
        "sha256": parsed.sha256,
        "language": parsed.language,
        "body_name": act.body_name,
        "region_id": act.region_id,
        "district": act.district,
        "number": act.number,
        "decided_on": day,
        "date_basis": basis,
        "kind": act.kind,
        "title": act.title,
        "source_url": parsed.side_car.source_url,
        "retrieved_on": parsed.side_car.retrieved_on,
        "is_simulated": bool(parsed.side_car.is_simulated),
        "ordinal": act.ordinal,
        "district_id": act.district_id,
        "seats": seats,
    }
