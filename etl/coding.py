"""From what a document says to coded rows: parties, kinds, sectors, stable ids. Pure; runs in the workers."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from etl.identifiers import commission_id, stable_id
from etl.normalise.alphabet import language_of
from etl.normalise.gender import gender_of
from etl.normalise.jobs import is_teaching_post, normalise_job
from etl.normalise.names import PersonName
from etl.normalise.nominators import Nominator, code_nominator
from etl.parse.placing import Place, place_commission
from etl.records import Act, CommissionRef, Parsed, Statement
from etl.resolve.organisations import Phrase, name_body, read_phrase
from models.reference import Pack

Row = dict[str, Any]

ORG_KINDS = {
    "association": "association",
    "state_body": "state_body",
    "workplace_collective": "collective",
    "residents": "residents",
}
"""Kinds of nominators that are organisations or meetings of their own -> kind of organisation."""


@dataclass(slots=True)
class Coded:
    """The rows one document gives, before anything is known of other documents."""

    document: Row
    decisions: list[Row] = field(default_factory=list)
    seats: list[Row] = field(default_factory=list)
    commissions: list[Row] = field(default_factory=list)
    terms: list[Row] = field(default_factory=list)
    organisations: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)
    registers: list[Row] = field(default_factory=list)
    old_surnames: dict[str, str] = field(default_factory=dict)
    employers: dict[str, Phrase] = field(default_factory=dict)


def code_document(parsed: Parsed, pack: Pack) -> Coded:
    """Code one parsed document.

    Args:
        parsed: what the document says.
        pack: reference data.
    """
    days = [_day_of(act, parsed) for act in parsed.acts]
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
        row = _seat_row(
            statement, seat_ids[index], decision_ids[statement.act], place, days[statement.act][0], parsed, pack, coded
        )
        if statement.replaces is not None:
            row["replaces_seat_id"] = seat_ids[statement.replaces]
        if statement.old_surname:
            coded.old_surnames[seat_ids[index]] = statement.old_surname
        coded.seats.append(row)
    _add_commissions(parsed, places, decision_ids, days, coded)
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


def _day_of(act: Act, parsed: Parsed) -> tuple[dt.date | None, str]:
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


def _seat_row(
    s: Statement,
    seat_id: str,
    decision_id: str,
    place: Place,
    day: dt.date | None,
    parsed: Parsed,
    pack: Pack,
    coded: Coded,
) -> Row:
    name = PersonName(s.surname, s.given_name, s.patronymic, s.name_as_printed, "nominative", "", s.confidence)
    row: Row = {
        "seat_id": seat_id,
        "document_path": parsed.path,
        "decision_id": decision_id,
        "commission_id": commission_id(s.commission.level, s.commission.number, place.scope, place.extra),
        "level": s.commission.level,
        "commission_number": s.commission.number,
        "commission_name": s.commission.name,
        "region_id": place.region_id,
        "district": place.district,
        "district_id": place.district_id,
        "action": s.action,
        "name_as_printed": s.name_as_printed,
        "surname": s.surname,
        "given_name": s.given_name,
        "patronymic": s.patronymic,
        "role": s.role,
        "person_id": stable_id("p", seat_id),
        "birth_year": s.birth_year,
        "education": s.education,
        "release_ground": s.release_ground,
        "locator": s.locator.to_json(),
        "snippet": s.snippet,
        "confidence": s.confidence,
        "gender": gender_of(name),
        "is_simulated": bool(parsed.side_car.is_simulated),
    }
    scope = place.district_id or place.region_id or place.scope
    # The language of the line, not of the document: nominators of a Kazakh list may be printed in Russian.
    if s.nominator_as_printed:
        nominator = code_nominator(s.nominator_as_printed, pack, on=day, language=language_of(s.nominator_as_printed))
        row |= _nominator_columns(s.nominator_as_printed, nominator, scope, place, pack, coded)
    if s.employer_as_printed:
        row |= _employer_columns(s.employer_as_printed, pack, coded)
    if s.job_title:
        title = normalise_job(s.job_title, language_of(s.job_title), pack)
        row["job_title"] = title
        row["is_teaching_post"] = is_teaching_post(title, pack)
    if s.stated_party:
        stated = code_nominator(s.stated_party, pack, on=day, language=parsed.language)
        row["stated_party_id"] = stated.party_id
    return row


def _nominator_columns(printed: str, nominator: Nominator, scope: str, place: Place, pack: Pack, coded: Coded) -> Row:
    org_id: str | None = None
    if nominator.kind == "party":
        org_id = nominator.party_id
    elif nominator.kind == "higher_commission":
        org_id = "higher-commission"
        coded.organisations.append(
            {"org_id": org_id, "kind": "commission", "name": None, "sector": "election_body", "ownership": "public"}
        )
    elif nominator.kind in ORG_KINDS and nominator.key:
        kind = ORG_KINDS[nominator.kind]
        body = nominator.body and name_body(nominator.body, place.district_id, place.region_id, scope, pack)
        # A branch of an association of the whole country is that association, as a branch of a party is the party.
        key = (body,) if body else (nominator.key, "" if nominator.national else scope)
        org_id = stable_id("o", kind, *key)
        coded.organisations.append(
            {
                "org_id": org_id,
                "kind": kind,
                "name": nominator.name or printed,
                "sector": "civic" if kind == "association" else None,
                "ownership": "civic" if kind == "association" else None,
                "region_id": None if nominator.national else place.region_id,
                "district": None if nominator.national else place.district,
            }
        )
    return {
        "nominator_as_printed": printed,
        "nominator_kind": nominator.kind,
        "nominator_id": org_id,
        "party_id": nominator.party_id if nominator.kind == "party" else None,
    }


def _employer_columns(printed: str, pack: Pack, coded: Coded) -> Row:
    """Code an employer; which organisation it is shows only when all documents are together."""
    if printed not in coded.employers:
        coded.employers[printed] = read_phrase(printed, pack)
    phrase = coded.employers[printed]
    return {
        "employer_as_printed": printed,
        "employer_id": None,
        "employer_type": phrase.type,
        "employer_sector": phrase.sector,
        "employer_ownership": phrase.ownership,
    }


def _add_commissions(
    parsed: Parsed,
    places: dict[tuple[int, tuple[str, int | None, str]], Place],
    decision_ids: list[str],
    days: list[tuple[dt.date | None, str]],
    coded: Coded,
) -> None:
    named = {(s.act, s.commission.key) for s in parsed.statements}
    formed = Counter((s.act, s.commission.key) for s in parsed.statements if s.action == "elected")
    vacant = Counter((v.act, v.commission.key) for v in parsed.vacancies)
    for act, ref in parsed.commissions:
        key = (act, ref.key)
        place = places[key]
        identifier = commission_id(ref.level, ref.number, place.scope, place.extra)
        coded.commissions.append(_commission_row(identifier, ref, place, days[act][0]))
        coded.commissions[-1]["has_seats"] = key in named
        if parsed.acts[act].kind == "formation" and days[act][0] is not None and formed[key]:
            coded.terms.append(
                {
                    "commission_id": identifier,
                    "term_start": days[act][0],
                    "decision_id": decision_ids[act],
                    "seats_declared": ref.declared,
                    "seats_read": formed[key],
                    "vacancies": vacant[key],
                    "registered_voters": ref.voters,
                    "voters_as_of": days[act][0] if ref.voters else None,
                }
            )


def _commission_row(identifier: str, ref: CommissionRef, place: Place, day: dt.date | None) -> Row:
    return {
        "commission_id": identifier,
        "level": ref.level,
        "number": ref.number,
        "name": ref.name,
        "region_id": place.region_id,
        "district": place.district,
        "district_id": place.district_id,
        "settlement": ref.settlement,
        "venue": ref.venue,
        "seen_on": day,
    }
