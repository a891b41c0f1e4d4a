"""Statements made by hand: a district with commissions, acts and people; every name invented."""

import datetime as dt
from dataclasses import dataclass, field

import pytest

from etl.normalise.gender import gender_of
from etl.normalise.names import PersonName
from etl.resolve.events import link_events
from etl.resolve.persons.resolve import resolve_persons

TERM = dt.timedelta(days=1700)  # somewhat less than five years: a formation has ended it


@dataclass
class World:
    """Acts and statements; seats are named s-1, s-2 … in the order they are made."""

    seats: list = field(default_factory=list)
    decisions: dict = field(default_factory=dict)
    old_surnames: dict = field(default_factory=dict)

    def act(self, day, kind="formation", language="ru"):
        identifier = f"d-{len(self.decisions) + 1}"
        self.decisions[identifier] = {
            "decision_id": identifier,
            "decided_on": dt.date.fromisoformat(day) if day else None,
            "kind": kind,
            "language": language,
        }
        return identifier

    def say(self, act, name, number=5, action="elected", district="kz-39-auliekol", old_surname=None, **more):
        surname, given, patronymic = (*name.split(), None, None)[:3]
        day = self.decisions[act]["decided_on"]
        seated = action != "released" and day is not None
        row = {
            "seat_id": f"s-{len(self.seats) + 1}",
            "document_path": f"{act}.html",
            "decision_id": act,
            "commission_id": f"{district}-pec-{number}",
            "commission_name": f"участковая избирательная комиссия № {number}",
            "level": "PEC",
            "region_id": district[:5].upper(),
            "district_id": district,
            "district": district,
            "action": action,
            "name_as_printed": name,
            "surname": surname,
            "given_name": given,
            "patronymic": patronymic,
            "role": "member",
            "gender": gender_of(PersonName(surname, given, patronymic, name, "nominative", "", 1.0)),
            "valid_from": day if seated else None,
            "valid_to": day + TERM if seated else None,
            "locator": "{}",
            "confidence": 1.0,
            **more,
        }
        self.seats.append(row)
        if old_surname:
            self.old_surnames[row["seat_id"]] = old_surname
        return row["seat_id"]

    def work(self, seat, employer, kind="school"):
        row = next(row for row in self.seats if row["seat_id"] == seat)
        row |= {"employer_as_printed": employer, "employer_id": employer, "employer_type": kind}
        row |= {"employer_sector": "education"}
        return seat

    def link(self):
        link_events(self.seats, self.decisions, self.old_surnames)

    def resolve(self, ledger=None, seats=None):
        return resolve_persons(seats or self.seats, self.decisions, self.old_surnames, ledger)

    def are_one(self, *seats, ledger=None):
        person_of = self.resolve(ledger).person_of
        return len({person_of[seat] for seat in seats}) == 1


@pytest.fixture
def world():
    return World()


@pytest.fixture
def terms(world):
    """Two lists of one district, Russian of 2019 and Kazakh of 2024, with people who are no concern of the test."""
    first, second = world.act("2019-01-25"), world.act("2024-01-19", language="kk")
    for number, name in enumerate(("Лебедева Инна Олеговна", "Цой Лев Денисович", "Оспанова Сара Маратовна")):
        world.say(first, name, number=90 + number)
    for number, name in enumerate(("Тұрсынов Асқар Болатұлы", "Ким Вера Юрьевна", "Әбенова Роза Ерланқызы")):
        world.say(second, name, number=90 + number)
    return first, second
