"""Which seat a release ends, told from names inside one commission only."""

import datetime as dt

from etl.resolve.events import link_events

FORMED = {"decision_id": "d1", "kind": "formation", "decided_on": dt.date(2019, 2, 1)}
CHANGED = {"decision_id": "d2", "kind": "replacement", "decided_on": dt.date(2021, 5, 1)}
LATER = {"decision_id": "d3", "kind": "release", "decided_on": dt.date(2022, 5, 1)}
DECISIONS = {d["decision_id"]: d for d in (FORMED, CHANGED, LATER)}


def row(seat, decision, action, surname, given, patronymic=None, commission="kz-1-pec-5"):
    return {
        "seat_id": seat,
        "commission_id": commission,
        "decision_id": decision,
        "action": action,
        "surname": surname,
        "given_name": given,
        "patronymic": patronymic,
        "name_as_printed": f"{surname} {given}",
        "replaces_seat_id": None,
    }


def test_a_release_ends_the_seat_of_the_same_name_across_languages():
    seats = [
        row("s1", "d1", "elected", "Қасымова", "Әлия", "Бекқызы"),
        row("s2", "d1", "elected", "Ким", "Вера", "Олеговна"),
        row("s3", "d2", "released", "Касымова", "Алия", "Беккызы"),
        row("s4", "d2", "elected", "Ли", "Роза", "Ивановна"),
    ]
    assert link_events(seats, DECISIONS, {}) == []
    assert seats[2]["closes_seat_id"] == "s1"
    assert seats[3]["replaces_seat_id"] == "s3"


def test_namesakes_in_other_commissions_never_meet():
    seats = [
        row("s1", "d1", "elected", "Ким", "Вера", "Олеговна", commission="kz-1-pec-5"),
        row("s2", "d1", "elected", "Ли", "Роза", "Ивановна", commission="kz-1-pec-6"),
        row("s3", "d2", "released", "Ким", "Вера", "Олеговна", commission="kz-1-pec-6"),
    ]
    assert link_events(seats, DECISIONS, {}) == [seats[2]]
    assert "closes_seat_id" not in seats[2]


def test_a_release_that_fits_two_seats_closes_none():
    seats = [
        row("s1", "d1", "elected", "Ким", "Вера", "Олеговна"),
        row("s2", "d1", "elected", "Ким", "Виктор", "Олегович"),
        row("s3", "d2", "released", "Ким", "В.", "О."),
    ]
    assert link_events(seats, DECISIONS, {}) == [seats[2]]


def test_a_release_under_the_new_surname_ends_the_seat_held_under_the_old():
    seats = [
        row("s1", "d1", "elected", "Мухина", "Оксана", "Евгеньевна"),
        row("s2", "d2", "renamed", "Сарсенбаева", "Оксана", "Евгеньевна"),
        row("s3", "d3", "released", "Сарсенбаева", "Оксана", "Евгеньевна"),
    ]
    assert link_events(seats, DECISIONS, {"s2": "Мухина"}) == []
    assert seats[2]["closes_seat_id"] == "s1"
