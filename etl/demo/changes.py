"""What changes between formations: replacements, releases, appointments, new surnames, announcements."""

from __future__ import annotations

from datetime import date

from etl.demo.district import DistrictWorld
from etl.demo.nominators import HIGHER
from etl.demo.people import Surname, make_surname
from etl.demo.records import Act, Commission, Entry, Roster, Seat

_GROUNDS = ("own_request", "moved", "death", "work", "health")


def _pick(world: DistrictWorld, count: int) -> list[tuple[Commission, Seat]]:
    chosen = world.dice.sample(world.precinct_commissions, min(count, len(world.precinct_commissions)))
    return [(commission, world.dice.choice(world.board[commission.key])) for commission in chosen]


def _release(world: DistrictWorld, commission: Commission, seat: Seat) -> Entry:
    return Entry(
        "released", commission, seat.person, seat.person.surname, seat.role, ground=world.dice.choice(_GROUNDS)
    )


def replace_members(world: DistrictWorld, day: date, count: int, formed: Act) -> None:
    """Release some members and elect others for the rest of the term."""
    act = world.open_act("replacement", day)
    act.earlier = (formed.decided_on, formed.number)
    targets = _pick(world, count)
    if world.position % 2 == 0 and "TEC" not in act.levels:
        targets.insert(0, (world.territorial, world.dice.choice(world.board[world.territorial.key])))
        act.levels = ("TEC", "PEC")
    for commission, seat in sorted(targets, key=lambda pair: (pair[0].level != "TEC", pair[0].number or 0)):
        seats = world.board[commission.key]
        released = _release(world, commission, seat)
        new = world.staffing.replace(commission, seats, seat, day.year, world.registered(day))
        seats[seats.index(seat)] = new
        act.entries.append(released)
        act.entries.append(
            Entry(
                "elected",
                commission,
                new.person,
                new.person.surname,
                new.role,
                new.nominator,
                new.placement,
                replaces=released,
            )
        )


def release_members(world: DistrictWorld, day: date, count: int, formed: Act) -> list[tuple[Commission, Seat]]:
    """Release members without electing anybody."""
    act = world.open_act("release", day)
    act.earlier = (formed.decided_on, formed.number)
    gone = []
    for commission, seat in sorted(_pick(world, count), key=lambda pair: pair[0].number or 0):
        if len(world.board[commission.key]) > 4 or commission.size > 4:
            world.board[commission.key].remove(seat)
            act.entries.append(_release(world, commission, seat))
            gone.append((commission, seat))
    return gone


def appoint_members(world: DistrictWorld, day: date, gone: list[tuple[Commission, Seat]]) -> None:
    """The commission above fills vacancies until the maslikhat elects (art. 19(8))."""
    act = world.open_act("appointment", day)
    for commission, seat in gone:
        new = world.staffing.replace(commission, world.board[commission.key], seat, day.year, world.registered(day))
        new.nominator = HIGHER
        world.board[commission.key].append(new)
        act.entries.append(
            Entry("appointed", commission, new.person, new.person.surname, new.role, None, new.placement)
        )


def change_surnames(world: DistrictWorld, day: date, count: int, formed: Act) -> None:
    """Women marry: the seat stays, the surname changes."""
    act = world.open_act("surname_change", day)
    act.earlier = (formed.decided_on, formed.number)
    for commission in sorted(
        world.dice.sample(world.precinct_commissions, min(count, len(world.precinct_commissions))),
        key=lambda c: c.number or 0,
    ):
        women = [seat for seat in world.board[commission.key] if seat.person.gender == "f"]
        if not women:
            continue
        seat = world.dice.choice(women)
        old, new = seat.person.surname, _new_surname(world, seat.person.surname)
        seat.person.surname = new
        act.entries.append(Entry("renamed", commission, seat.person, new, seat.role, old_surname=old))


def announce(world: DistrictWorld, kind: str, day: date, layout: int) -> None:
    """Publish something that names no members: a notice about vacancies, or a document of another subject."""
    act = world.open_act(kind, day)
    act.variant = layout
    chosen = sorted(
        world.dice.sample(world.precinct_commissions, min(5, len(world.precinct_commissions))),
        key=lambda c: c.number or 0,
    )
    for commission in chosen:
        seats = world.board.get(commission.key, [])
        act.rosters.append(
            Roster(commission, [Entry("elected", commission, s.person, s.person.surname, s.role) for s in seats])
        )


def _new_surname(world: DistrictWorld, old: Surname) -> Surname:
    while True:
        new = make_surname(world.dice, world.data, "kazakh", "f")
        if new.ru != old.ru:
            return new
