"""Irregularities put into the simulated world on purpose, each listed in planted.jsonl."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as copy_with
from datetime import date

from etl.demo.nominators import Nominator
from etl.demo.people import Surname, make_feminine
from etl.demo.records import Commission, Seat
from etl.demo.staffing import Staffing

Board = dict[str, list[Seat]]


def _school_of(staffing: Staffing, commission: Commission) -> int:
    return (commission.number or 0) % len(staffing.book.schools[commission.settlement.name.kk])


def plant_one_workplace(
    staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date
) -> str | None:
    """More than half of a precinct work at one school."""
    school = staffing.book.schools[commission.settlement.name.kk][_school_of(staffing, commission)]
    count = len(seats) // 2 + 1
    for seat in seats[-count:]:
        seat.placement = staffing.book.place_at_school(staffing.dice, school, teaching=True)
    held = sum(seat.placement.bloc == school.key for seat in seats)
    return f"{held} of {len(seats)} seats work at {school.name.ru}"


def plant_two_nominees(
    staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date
) -> str | None:
    """Two members of one commission proposed by one party."""
    own = [seat for seat in seats if seat.nominator.kind == "party"]
    others = [seat for seat in seats if seat.nominator.kind != "party"] or own[1:]
    if not own or not others:
        return None
    others[-1].nominator = own[0].nominator
    return f"two nominees of {own[0].nominator.key}"


def plant_wrong_size(
    staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date
) -> str | None:
    """An even number of seats."""
    seats.pop()
    return f"{len(seats)} seats, an even number"


def plant_early_party(
    staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date
) -> str | None:
    """A party proposes before it is registered."""
    if day >= date(2022, 11, 28):
        return None
    seats[-1].nominator = Nominator("party", "respublica")
    return "respublica proposes before its registration"


def plant_boss(staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date) -> str | None:
    """The chair heads the school where other members work."""
    school = staffing.book.schools[commission.settlement.name.kk][_school_of(staffing, commission)]
    seats[0].placement = copy_with(seats[0].placement, employer=school, post=school.kind.posts[0], state=None)
    limit = len(seats) // 2
    held = sum(seat.placement.bloc == school.key for seat in seats)
    for seat in seats[1:]:
        if seat.placement.bloc == school.key and held > limit:
            seat.placement = staffing.book.place_in(
                staffing.dice, "pensioner", commission.settlement, seat.person.gender
            )
            held -= 1
    for seat in seats[1:]:
        if seat.placement.bloc != school.key and held < limit:
            seat.placement = staffing.book.place_at_school(staffing.dice, school, teaching=True)
            held += 1
    return f"the chair is director of {school.name.ru}, where {held - 1} other members work"


def plant_double_member(
    staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date
) -> str | None:
    """One person in two commissions of the district."""
    for key, others in board.items():
        if key != commission.key and len(others) > 3 and len(seats) > 3:
            twin = others[2]  # never the last seat, which a vacancy or another plant may take
            seats[-1].person, seats[-1].placement = twin.person, twin.placement
            if (
                sum(s.placement.bloc == seats[-1].placement.bloc for s in seats) * 2 > len(seats)
                and seats[-1].placement.employer
            ):
                return None
            return f"{seats[-1].person.key} also sits in {key}"
    return None


def plant_family(staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date) -> str | None:
    """Two members with one surname and one patronymic, as brother and sister have."""
    first, second = seats[0].person, staffing.invent(day.year)
    seats[-1].person = second
    base = first.surname
    stem_kk, stem_ru = (_masculine(name, first.gender) for name in (base.kk, base.ru))
    women = second.gender == "f"
    second.surname = Surname(make_feminine(stem_kk) if women else stem_kk, make_feminine(stem_ru) if women else stem_ru)
    second.father, second.style = first.father, first.style
    return f"{first.key} and {second.key} share surname and patronymic"


def _masculine(surname: str, gender: str) -> str:
    if gender == "f" and surname.endswith(("ова", "ева", "ёва", "ина", "ына")):
        return surname[:-1]
    return surname[:-2] + "ий" if gender == "f" and surname.endswith(("ская", "цкая")) else surname


def plant_one_association(
    staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date
) -> str | None:
    """All three officers proposed by one association."""
    for seat in seats[:3]:
        seat.nominator = Nominator("association", "teachers_union")
    return "all officers proposed by teachers_union"


def plant_satellite(
    staffing: Staffing, commission: Commission, seats: list[Seat], board: Board, day: date
) -> str | None:
    """Nominees of one party turn up as nominees of an association beside a new nominee of that party."""
    own = [seat for seat in seats if seat.nominator.key == "amanat"]
    free = [seat for seat in seats if seat.nominator.kind == "association"]
    if not own or not free:
        return None
    free[-1].nominator = own[0].nominator
    own[0].nominator = Nominator("association", "zhana_qadam")
    return f"{own[0].person.key}, before by amanat, is proposed by zhana_qadam; amanat proposes {free[-1].person.key}"


Plant = Callable[[Staffing, Commission, list[Seat], Board, date], "str | None"]
PLANTS: dict[str, Plant] = {
    "one_workplace": plant_one_workplace,
    "two_nominees_one_party": plant_two_nominees,
    "wrong_size": plant_wrong_size,
    "party_before_registration": plant_early_party,
    "chair_heads_members_school": plant_boss,
    "person_in_two_commissions": plant_double_member,
    "same_surname_and_patronymic": plant_family,
    "officers_of_one_association": plant_one_association,
}
