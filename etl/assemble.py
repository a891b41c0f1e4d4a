"""From the rows of all documents to the tables of the database: one row per thing, links, validity, ties."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from etl.coding import Coded
from etl.identifiers import stable_id
from etl.registers import link_bodies, link_entries
from etl.resolve.events import link_events
from etl.resolve.ledger import Ledger
from etl.resolve.organisations import Phrase, resolve_employers
from etl.resolve.persons.earlier import find_earlier_nominations
from etl.resolve.persons.people import make_persons
from etl.resolve.persons.resolve import resolve_persons
from models.reference import Pack
from models.terms import seat_validity, term_spans

Row = dict[str, Any]


@dataclass(slots=True)
class Tables:
    """Rows of every core table before analysis."""

    documents: list[Row] = field(default_factory=list)
    decisions: list[Row] = field(default_factory=list)
    commissions: list[Row] = field(default_factory=list)
    terms: list[Row] = field(default_factory=list)
    seats: list[Row] = field(default_factory=list)
    persons: list[Row] = field(default_factory=list)
    person_links: list[Row] = field(default_factory=list)
    organisations: list[Row] = field(default_factory=list)
    organisation_parents: list[Row] = field(default_factory=list)
    ties: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)
    candidates: list[Row] = field(default_factory=list)
    organisation_candidates: list[Row] = field(default_factory=list)
    redirects: list[Row] = field(default_factory=list)
    corrections: list[Row] = field(default_factory=list)
    registers: list[Row] = field(default_factory=list)
    latest_day: dt.date | None = None


def assemble(coded: Iterable[Coded], pack: Pack, ledger: Ledger | None = None) -> Tables:
    """Put the rows of all documents together.

    Args:
        coded: in the order of document paths.
        pack: reference data.
        ledger: judgements on who is who, replayed.
    """
    tables = Tables()
    terms: list[Row] = []
    commissions: dict[str, list[Row]] = defaultdict(list)
    organisations: dict[str, list[Row]] = defaultdict(list)
    old_surnames: dict[str, str] = {}
    employers: dict[str, Phrase] = {}
    for document in coded:
        tables.documents.append(document.document)
        tables.decisions.extend(document.decisions)
        tables.seats.extend(document.seats)
        tables.issues.extend(document.issues)
        tables.registers.extend(document.registers)
        terms.extend(document.terms)
        old_surnames |= document.old_surnames
        employers |= document.employers
        for row in document.commissions:
            commissions[row["commission_id"]].append(row)
        for row in document.organisations:
            organisations[row["org_id"]].append(row)
    decisions = {row["decision_id"]: row for row in tables.decisions}
    tables.commissions = _commissions(commissions, pack)
    for row in link_events(tables.seats, decisions, old_surnames):
        tables.issues.append(_unlinked(row))
    days = [
        row["decided_on"]
        for row in tables.decisions
        if row["decided_on"] is not None and row["kind"] not in ("notice", "other")
    ]
    tables.latest_day = max(days, default=None)
    fill_validity(tables, decisions)
    tables.terms = _terms(tables.seats, terms, decisions, tables.latest_day)
    judgements = ledger.standing() if ledger else []
    found = resolve_employers(tables.seats, tables.commissions, decisions, employers, pack, judgements)
    tables.organisation_parents, tables.organisation_candidates = found.parents, found.candidates
    tables.organisations = found.organisations + _organisations(organisations, tables.seats, found.parents, pack)
    tables.redirects.extend(found.redirects)
    tables.issues.extend(found.issues)
    _resolve(tables, decisions, old_surnames, ledger)
    tables.persons = make_persons(tables.seats, decisions)
    tables.ties = [tie for row in tables.seats for tie in _ties(row)]
    tables.ties.extend(find_earlier_nominations(tables.seats, decisions))
    tables.ties.extend(link_entries(tables.registers, tables.seats, judgements))
    tables.ties.extend(link_bodies(tables.registers, tables.organisations, tables.seats))
    return tables


def _resolve(tables: Tables, decisions: dict[str, Row], old_surnames: dict[str, str], ledger: Ledger | None) -> None:
    """Give every statement its person."""
    found = resolve_persons(tables.seats, decisions, old_surnames, ledger)
    for row in tables.seats:
        row["person_id"] = found.person_of[row["seat_id"]]
    tables.candidates, tables.person_links = found.candidates, found.links
    tables.redirects.extend(found.redirects)
    tables.issues.extend(found.issues)


def _unlinked(row: Row) -> Row:
    return {
        "issue_id": stable_id("i", "unlinked", row["seat_id"]),
        "document_path": row["document_path"],
        "locator": row["locator"],
        "severity": "info",
        "code": "release_not_matched",
        "message": f"a release fits no seat of {row['commission_name']} or more than one; no seat was closed",
        "text": row["snippet"],
    }


def _commissions(found: dict[str, list[Row]], pack: Pack) -> list[Row]:
    rows = []
    for identifier in sorted(found):
        seen = sorted(found[identifier], key=lambda r: (r["seen_on"] or dt.date.min, str(r["name"])))
        # An act that only speaks of a commission may call it by another body's words.
        latest = next((r for r in reversed(seen) if r.get("has_seats")), seen[-1])
        row: Row = {"commission_id": identifier}
        for column in ("level", "number", "name", "region_id", "district", "district_id", "settlement", "venue"):
            row[column] = next((r[column] for r in reversed(seen) if r[column] is not None), None)
        row["name"] = latest["name"]
        if row["district_id"]:
            row["region_id"] = pack.district_by_id[row["district_id"]].region_on(None) or row["region_id"]
        rows.append(row)
    territorial = {
        row["district_id"] or row["region_id"]: row["commission_id"]
        for row in rows
        if row["level"] == "TEC" and row["number"] is None
    }
    for row in rows:
        place = row["district_id"] or row["region_id"]
        if row["level"] in ("PEC", "DEC") and place in territorial:
            row["parent_commission_id"] = territorial[place]
    return rows


def _event_frame(seats: list[Row], decisions: dict[str, Row]) -> pd.DataFrame:
    columns = (
        "seat_id",
        "commission_id",
        "region_id",
        "level",
        "action",
        "decision_id",
        "replaces_seat_id",
        "closes_seat_id",
    )
    frame = pd.DataFrame({name: pd.Series([row.get(name) for row in seats], dtype="object") for name in columns})
    frame["district"] = [row.get("district_id") or row.get("district") for row in seats]
    for name, source in (("decision_kind", "kind"), ("decided_on", "decided_on"), ("date_basis", "date_basis")):
        frame[name] = [decisions[row["decision_id"]][source] for row in seats]
    return frame


def fill_validity(tables: Tables, decisions: dict[str, Row]) -> None:
    """Fill the days on which every seat is held.

    Args:
        tables: statements, links filled; their rows are changed.
        decisions: acts by id.
    """
    if not tables.seats or tables.latest_day is None:
        return
    spans = seat_validity(_event_frame(tables.seats, decisions), tables.latest_day)
    for row, start, end in zip(tables.seats, spans["valid_from"], spans["valid_to"], strict=True):
        row["valid_from"] = None if pd.isna(start) else pd.Timestamp(start).date()
        row["valid_to"] = None if pd.isna(end) else pd.Timestamp(end).date()


def _terms(seats: list[Row], found: list[Row], decisions: dict[str, Row], latest_day: dt.date | None) -> list[Row]:
    """One row per term: formations within 180 days of its first belong to it."""
    if not seats or latest_day is None:
        return []
    spans = term_spans(_event_frame(seats, decisions), latest_day)
    facts: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        facts[row["commission_id"]].append(row)
    rows = []
    for span in spans.sort_values(["commission_id", "term_start"]).to_dict("records"):
        start = pd.Timestamp(span["term_start"]).date()
        end = None if pd.isna(span["term_end"]) else pd.Timestamp(span["term_end"]).date()
        inside = [
            r
            for r in facts[span["commission_id"]]
            if start <= r["term_start"] and (end is None or r["term_start"] < end)
        ]
        inside.sort(key=lambda r: (r["term_start"], r["decision_id"]))
        row = {"commission_id": span["commission_id"], "term_start": start, "term_end": end}
        if inside:
            row["decision_id"] = inside[0]["decision_id"]
            for column in ("seats_declared", "registered_voters", "voters_as_of"):
                row[column] = next((r[column] for r in reversed(inside) if r[column] is not None), None)
            row["seats_read"] = sum(r["seats_read"] for r in inside)
            row["vacancies"] = sum(r["vacancies"] for r in inside)
        rows.append(row)
    return rows


def _organisations(found: dict[str, list[Row]], seats: list[Row], parents: list[Row], pack: Pack) -> list[Row]:
    rows: list[Row] = []
    for org_id in sorted(found):
        seen = found[org_id]
        # The most frequent printed form names the organisation; ties go to the alphabet.
        names = Counter(r["name"] for r in seen if r.get("name"))
        name = min(names, key=lambda n: (-names[n], n)) if names else None
        row: Row = {"org_id": org_id, "name": name}
        for column in ("kind", "type", "sector", "ownership", "region_id", "district"):
            values = Counter(r.get(column) for r in seen if r.get(column) not in (None, "unknown"))
            row[column] = (
                min(values, key=lambda v: (-values[v], str(v)))
                if values
                else next((r.get(column) for r in seen if r.get(column)), None)
            )
        if org_id == "higher-commission":
            row |= {
                "region_id": None,
                "district": None,
                "name": "вышестоящая избирательная комиссия / жоғары тұрған сайлау комиссиясы",
            }
        rows.append(row)
    known = {party.party_id for party in pack.parties}
    for party_id in sorted(
        {r["party_id"] for r in seats if r.get("party_id")}
        | {r["stated_party_id"] for r in seats if r.get("stated_party_id")}
        | {r["org_id"] for r in parents if r["org_id"] in known}
    ):
        rows.append(
            {
                "org_id": party_id,
                "kind": "party",
                "name": pack.party_name(party_id, "ru"),
                "sector": "party",
                "ownership": "civic",
            }
        )
    return rows


def _ties(row: Row) -> list[Row]:
    """The ties one statement records: stated membership (tier 1), nomination by a party (tier 2), employment."""
    ties = []
    common = {
        "seat_id": row["seat_id"],
        "person_id": row["person_id"],
        "valid_from": row.get("valid_from"),
        "valid_to": row.get("valid_to"),
        "document_path": row["document_path"],
        "locator": row["locator"],
        "confidence": row["confidence"],
    }
    if row["action"] == "released":
        return []
    if row.get("stated_party_id"):
        party = row["stated_party_id"]
        ties.append(
            {
                **common,
                "tie_id": stable_id("t", row["seat_id"], "stated"),
                "tie": "stated_member",
                "tier": 1,
                "org_id": party,
                "party_id": party,
            }
        )
    if row.get("nominator_id"):
        tie: Row = {
            **common,
            "tie_id": stable_id("t", row["seat_id"], "nominated"),
            "tie": "nominated_by",
            "org_id": row["nominator_id"],
        }
        if row.get("party_id"):
            tie |= {"tier": 2, "party_id": row["party_id"]}
        ties.append(tie)
    if row.get("employer_id"):
        ties.append(
            {
                **common,
                "tie_id": stable_id("t", row["seat_id"], "employed"),
                "tie": "employed_by",
                "org_id": row["employer_id"],
            }
        )
    return ties
