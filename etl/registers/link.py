"""Whose entry is it: a register names a person, not a seat; an equal name alone ties nobody to a party."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from etl.identifiers import stable_id
from etl.resolve.ledger import Judgement
from etl.resolve.names import Level, compare_forms, make_form

Row = dict[str, Any]


def link_entries(entries: Sequence[Row], seats: Sequence[Row], judgements: Iterable[Judgement] = ()) -> list[Row]:
    """Link entries of registers to persons, in place, and return the ties.

    The program links only where surname, given name and patronymic agree in full, the year of birth stands in both
    sources and agrees, the place agrees (the district where the register prints one, else the region), and one person
    alone fits. Every other likeness waits in ``likely`` for a person's judgement in the ledger, written as a pair of
    entry and seat.

    Args:
        entries: rows of the table ``registers``.
        seats: statements with their persons.
        judgements: those that stand; a person's counts.

    Returns:
        Ties of tier 1, with document and place of the entry; ``anchor_seat_ids`` and ``birth_year``, which no table
        keeps, tell ``tie_frame`` for which statements the tie is established.
    """
    by_surname: dict[str, list[Row]] = defaultdict(list)
    for seat in seats:
        form = make_form(seat["surname"], seat["given_name"], seat["patronymic"], seat.get("gender") or "unknown")
        if form.surname_root:
            by_surname[form.surname_root].append(seat)
    person_of = {seat["seat_id"]: seat["person_id"] for seat in seats}
    said = _gather(judgements)
    ties = []
    for entry in entries:
        if entry["tie"] == "org_tie":
            entry |= {"person_id": None, "link": None, "likely": "[]"}
            continue
        anchors = _link(entry, by_surname, person_of, said)
        if entry["person_id"] is not None:
            ties.append(_tie(entry) | {"anchor_seat_ids": anchors, "birth_year": entry["birth_year"]})
    return ties


def _gather(judgements: Iterable[Judgement]) -> dict[str, dict[str, str]]:
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for judgement in judgements:
        entry, seat = sorted(judgement.pair, key=lambda identifier: not identifier.startswith("r-"))
        if entry.startswith("r-") and judgement.is_human:
            said[entry][seat] = judgement.verdict
    return said


def _link(
    entry: Row, by_surname: dict[str, list[Row]], person_of: dict[str, str], said: dict[str, dict[str, str]]
) -> list[str]:
    """Fill person and ground of an entry; return the statements on which the link rests."""
    form = make_form(entry["surname"], entry["given_name"], entry["patronymic"])
    verdicts = said.get(entry["entry_id"], {})
    judged = {person_of[seat] for seat, verdict in verdicts.items() if verdict == "same" and seat in person_of}
    refused = {person_of[seat] for seat, verdict in verdicts.items() if verdict != "same" and seat in person_of}
    likely: dict[str, str] = {}
    certain: dict[str, list[str]] = defaultdict(list)
    contradicted: set[str] = set()
    for seat in by_surname.get(form.surname_root, []):
        if not _same_place(entry, seat):
            continue
        years = entry["birth_year"], seat["birth_year"]
        if None not in years and years[0] != years[1]:
            contradicted.add(seat["person_id"])
            continue
        other = make_form(seat["surname"], seat["given_name"], seat["patronymic"], seat.get("gender") or "unknown")
        compared = compare_forms(form, other)
        if not compared.same:
            continue
        likely.setdefault(seat["person_id"], seat["seat_id"])
        whole = min(compared.surname, compared.given, compared.patronymic) == Level.EXACT
        if whole and years[0] is not None and years[0] == years[1]:
            certain[seat["person_id"]].append(seat["seat_id"])
    likely = {person: seat for person, seat in likely.items() if person not in refused | contradicted}
    certain = {person: found for person, found in certain.items() if person in likely}
    entry["person_id"] = entry["link"] = None
    anchors: list[str] = []
    if len(judged) == 1:
        entry |= {"person_id": next(iter(judged)), "link": "judged"}
        anchors = sorted(seat for seat, verdict in verdicts.items() if verdict == "same" and seat in person_of)
    elif len(likely) == len(certain) == 1:
        entry |= {"person_id": next(iter(certain)), "link": "name_and_birth_year"}
        anchors = sorted(certain[entry["person_id"]])
    entry["likely"] = json.dumps([] if entry["person_id"] else sorted(likely.values()))
    return anchors


def _same_place(entry: Row, seat: Row) -> bool:
    if entry["district_id"]:
        return bool(entry["district_id"] == seat.get("district_id"))
    return bool(entry["region_id"]) and entry["region_id"] == seat["region_id"]


def _tie(entry: Row) -> Row:
    return {
        "tie_id": stable_id("t", entry["entry_id"]),
        "seat_id": None,
        "person_id": entry["person_id"],
        "org_id": entry["party_id"],
        "party_id": entry["party_id"],
        "tie": entry["tie"],
        "tier": 1,
        "valid_from": entry["valid_from"],
        "valid_to": entry["valid_to"],
        "document_path": entry["document_path"],
        "locator": entry["locator"],
        "confidence": 1.0 if entry["link"] == "judged" else 0.95,
    }
