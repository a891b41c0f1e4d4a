"""Statements of a labelled set of documents, as a build would code them: for training and for comparing engines."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl.assemble import Tables, fill_validity
from etl.identifiers import stable_id
from etl.normalise.alphabet import language_of
from etl.normalise.employers import code_employer
from etl.normalise.gender import gender_of
from etl.normalise.names import PersonName
from etl.normalise.nominators import code_nominator
from etl.resolve.events import link_events
from models.reference import Pack

Row = dict[str, Any]


@dataclass(slots=True)
class Labelled:
    """Statements with the person each is about.

    Args:
        seats: rows of the table of seats.
        decisions: acts by id.
        old_surnames: seat id of a renamed statement -> surname before.
        truth: seat id -> key of the person.
    """

    seats: list[Row] = field(default_factory=list)
    decisions: dict[str, Row] = field(default_factory=dict)
    old_surnames: dict[str, str] = field(default_factory=dict)
    truth: dict[str, str] = field(default_factory=dict)


def read_labelled(truth: Path, pack: Pack) -> Labelled:
    """Read the truth of simulated documents (`python -m etl demo`) as if every line had been read without error.

    Args:
        truth: truth.jsonl.
        pack: reference data, for nominators and employers.
    """
    labelled = Labelled()
    for number, line in enumerate(_lines(truth)):
        seat_id = stable_id("s", truth.parent.name, number)
        labelled.seats.append(_seat(line, seat_id, labelled.decisions, pack))
        labelled.truth[seat_id] = line["person_key"]
        if line.get("old_surname"):
            labelled.old_surnames[seat_id] = line["old_surname"]
    link_events(labelled.seats, labelled.decisions, labelled.old_surnames)
    days = [row["decided_on"] for row in labelled.decisions.values() if row["decided_on"]]
    fill_validity(Tables(seats=labelled.seats, latest_day=max(days, default=None)), labelled.decisions)
    return labelled


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def _seat(line: Row, seat_id: str, decisions: dict[str, Row], pack: Pack) -> Row:
    day = dt.date.fromisoformat(line["decided_on"]) if line["decided_on"] else None
    decision_id = stable_id("d", line["document"], line["decision_number"], line["decided_on"])
    decisions.setdefault(
        decision_id,
        {
            "decision_id": decision_id,
            "decided_on": day,
            "date_basis": "decision" if day else "unknown",
            "kind": line["kind"],
            "language": line["language"],
        },
    )
    row: Row = {name: line[name] for name in ("level", "commission_number", "commission_name", "region_id", "action")}
    row |= {
        name: line[name] for name in ("name_as_printed", "surname", "given_name", "patronymic", "role", "birth_year")
    }
    place = line["commission_key"].split("/")[0]
    name = PersonName(
        row["surname"], row["given_name"], row["patronymic"], row["name_as_printed"], "nominative", "", 1.0
    )
    row |= {
        "seat_id": seat_id,
        "document_path": line["document"],
        "decision_id": decision_id,
        "commission_id": line["commission_key"],
        "district": line["district"],
        "district_id": place,
        "gender": gender_of(name),
        "locator": "{}",
        "confidence": 1.0,
    }
    if line["nominator_as_printed"]:
        printed = line["nominator_as_printed"]
        nominator = code_nominator(printed, pack, on=day, language=language_of(printed))
        row |= {"nominator_kind": nominator.kind, "party_id": nominator.party_id}
        if nominator.key and not nominator.party_id:
            row["nominator_id"] = stable_id("o", nominator.kind, nominator.key, place)
    if line["employer_as_printed"]:
        printed = line["employer_as_printed"]
        employer = code_employer(printed, pack, language=language_of(printed))
        row |= {"employer_as_printed": printed, "employer_type": employer.type, "employer_sector": employer.sector}
        if employer.key and not employer.status:
            row["employer_id"] = stable_id("o", "employer", employer.key, place)
    return row
