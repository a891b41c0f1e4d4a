"""Commissions for tests of rules, written shortly, and the rules of Kazakhstan."""

import json
from datetime import date
from typing import Any

from models.reference import load_pack
from models.rules import load_rules, read_parties
from models.rules.evaluate import judge_commission
from models.rules.facts import Commission, Seat

BOOK = load_rules()
PARTIES = read_parties(load_pack())
FORMED = date(2023, 12, 20)
TODAY = date(2024, 2, 1)


def seat(number: int, party: str | None = None, on: date | None = FORMED, **more: Any) -> Seat:
    """Describe a seat; without a party it comes from an association."""
    kind = "party" if party else "association"
    values = {"nominator_kind": kind, "party_id": party, "elected_on": on, "listed_on": on, "decision_id": f"d{on}"}
    return Seat(f"s{number}", **{**values, **more})


def associations(count: int, start: int = 1, **more: Any) -> tuple[Seat, ...]:
    """Describe seats that raise no question of nomination."""
    return tuple(seat(number, **more) for number in range(start, start + count))


def commission(level: str | None = "PEC", seats: tuple[Seat, ...] = (), **more: Any) -> Commission:
    """Describe a commission formed with the seats given."""
    values: dict[str, Any] = {
        "term_start": FORMED,
        "term_basis": "decision",
        "seats_read": len(seats),
        "n": len(seats),
        "is_special": False,
    }
    return Commission("P1", level, seats=seats, **{**values, **more})


def judge(rule_id: str, facts: Commission, as_of: date = TODAY) -> tuple[str, dict[str, Any], list[str]]:
    """Judge one rule: status, detail and evidence."""
    found = {finding.rule_id: finding for finding in judge_commission(BOOK, facts, as_of, PARTIES)}[rule_id]
    return found.status, json.loads(found.detail), json.loads(found.evidence)


def answer(rule_id: str, facts: Commission, as_of: date = TODAY) -> tuple[str, list[str]]:
    """Judge one rule: status and reasons."""
    status, detail, _ = judge(rule_id, facts, as_of)
    return status, detail.get("reasons", [])
