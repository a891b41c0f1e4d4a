"""Commissions and terms as rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from etl.coding.coded import Coded, Row
from etl.identifiers import commission_id
from etl.parse.placing import Place
from etl.records import CommissionRef, Parsed


def add_commissions(
    parsed: Parsed,
    places: dict[tuple[int, tuple[str, int | None, str]], Place],
    decision_ids: list[str],
    days: list[tuple[dt.date | None, str]],
    coded: Coded,
) -> None:
    """Add the commissions of a document and the terms that its acts begin.

    Args:
        parsed: what the document says.
        places: of each commission by act.
        decision_ids: of each act.
        days: of each act, with where it comes from.
        coded: rows of the document; changed in place.
    """
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
