"""Statements as rows: names, nominators, employers and posts with their codes."""

from __future__ import annotations

import datetime as dt

from etl.coding.coded import Coded, Row
from etl.identifiers import commission_id, stable_id
from etl.normalise.alphabet import language_of
from etl.normalise.gender import gender_of
from etl.normalise.jobs import is_teaching_post, normalise_job
from etl.normalise.names import PersonName
from etl.normalise.nominators import Nominator, code_nominator
from etl.parse.placing import Place
from etl.records import Parsed, Statement
from etl.resolve.organisations import name_body, read_phrase
from models.reference import Pack

ORG_KINDS = {
    "association": "association",
    "state_body": "state_body",
    "workplace_collective": "collective",
    "residents": "residents",
}
"""Kinds of nominators that are organisations or meetings of their own -> kind of organisation."""


def code_seat(
    s: Statement,
    seat_id: str,
    decision_id: str,
    place: Place,
    day: dt.date | None,
    parsed: Parsed,
    pack: Pack,
    coded: Coded,
) -> Row:
    """Code one statement.

    Args:
        s: the statement.
        seat_id: its id.
        decision_id: of its act.
        place: of its commission.
        day: of its act.
        parsed: what the document says.
        pack: reference data.
        coded: rows of the document; its organisations and employers are added.
    """
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
