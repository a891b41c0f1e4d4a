"""Validity of seats against a slow, plain reading of the rules, on random districts."""

import random
from datetime import date, timedelta

import pandas as pd
import pytest

from models.terms import seat_validity
from tests.models.terms.seat_rows import make_seats

LATEST = date(2025, 6, 1)


def add_five_years(day):
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 5, day=28 if leap else day.day)


def find_terms(events):
    """Walk through (day, undated) of one commission; return the first days of its terms."""
    terms = []
    for day, undated in sorted(events.items()):
        near = terms and (day - terms[-1][0]).days <= 180
        if not near or (terms[-1][1] and not undated):
            terms.append((day, undated))
    return terms


def read_slowly(rows):
    lists, seen, group = {}, {}, {}
    for row in rows:
        name, day = row["commission_id"], row["decided_on"]
        seen[name] = min(seen.get(name, day), day)
        group[name] = row["district"]
        if row["action"] == "elected" and (row["decision_kind"] == "formation" or row["date_basis"] == "snapshot"):
            known = lists.setdefault(name, {})
            undated = row["date_basis"] == "snapshot"
            known[day] = known.get(day, True) and undated
    terms = {name: find_terms(events) for name, events in lists.items()}
    snapshots = {
        name: {row["decided_on"] for row in rows if row["commission_id"] == name and row["date_basis"] == "snapshot"}
        for name in seen
    }
    found = {}
    for row in rows:
        name, day = row["commission_id"], row["decided_on"]
        if row["action"] == "released":
            found[row["seat_id"]] = (None, None)
            continue
        before = [term for term in terms.get(name, []) if term[0] <= day]
        term = before[-1] if before and day < add_five_years(before[-1][0]) else None
        replaced = [first for first, _ in terms.get(name, []) if first > day]
        later = set(lists.get(name, {})) if row["date_basis"] == "snapshot" else snapshots[name]
        replaced += [other for other in later if other > day]
        since = term[0] if term and term[0] not in snapshots[name] else None
        quiet = max(day, since + timedelta(days=180)) if since else day
        neighbours = [other for other in seen if group[other] == group[name]]
        anew = []
        for other_day in {other for neighbour in neighbours for other in lists.get(neighbour, {})}:
            covered = sum(1 for neighbour in neighbours if other_day in lists.get(neighbour, {}))
            known = sum(1 for neighbour in neighbours if seen[neighbour] <= other_day)
            if other_day > quiet and 2 * covered >= known:
                anew.append(other_day)
        lapsed = min([*anew, add_five_years(term[0] if term else day)])
        closings = [
            other["decided_on"]
            for other in rows
            if row["seat_id"] in (other["closes_seat_id"], other["replaces_seat_id"]) and other["decided_on"] >= day
        ]
        end = min([*replaced, min(closings) if closings else lapsed])
        found[row["seat_id"]] = (day, end if end <= LATEST else None)
    return found


def invent(seed):
    chance = random.Random(seed)
    days = [date(2014, 1, 10) + timedelta(days=chance.randrange(0, 4000)) for _ in range(6)]
    days += [days[0] + timedelta(days=chance.choice([30, 180, 181, 400]))]
    rows = []
    for number in range(chance.randrange(6, 30)):
        commission = chance.randrange(1, 6)
        action = chance.choices(["elected", "released"], [6, 1])[0]
        snapshot = action == "elected" and chance.random() < 0.15
        target = chance.choice(rows)["seat_id"] if rows and chance.random() < 0.3 else None
        kind = "formation" if action == "elected" and target is None and chance.random() < 0.8 else "replacement"
        rows.append(
            {
                "seat_id": f"s{number}",
                "commission_id": f"P{commission}",
                "district": "Шу ауданы" if commission < 4 else "Мойынқұм ауданы",
                "action": action,
                "decision_kind": kind,
                "decision_id": f"d{number}",
                "decided_on": chance.choice(days),
                "date_basis": "snapshot" if snapshot else "decision",
                "closes_seat_id": target if action == "released" else None,
                "replaces_seat_id": target if action == "elected" else None,
            }
        )
    return rows


@pytest.mark.parametrize("block", range(3))
def test_same_as_the_slow_reading(block):
    ends = 0
    for seed in range(block * 20, block * 20 + 20):
        rows = invent(seed)
        found = seat_validity(make_seats(*rows), LATEST)
        for seat, wanted in read_slowly(rows).items():
            given = tuple(
                None if pd.isna(day) else pd.Timestamp(day).date()
                for day in found.loc[seat, ["valid_from", "valid_to"]]
            )
            assert given == wanted, (seed, seat)
            ends += wanted[1] is not None
    assert ends > 40
