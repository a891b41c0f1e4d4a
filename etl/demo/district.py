"""One district through the terms: its precincts, and the acts that form and change its commissions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from etl.demo.data import DemoData, Pair
from etl.demo.dice import make_dice
from etl.demo.employers import EmployerBook, Placement
from etl.demo.people import Person
from etl.demo.places import District, Settlement, Unit
from etl.demo.plant import PLANTS, plant_satellite
from etl.demo.records import Act, Commission, Entry, Planted, Roster, Seat
from etl.demo.staffing import Staffing

_CONVOCATIONS = (
    (date(2012, 1, 1), "V"),
    (date(2016, 3, 20), "VI"),
    (date(2021, 1, 10), "VII"),
    (date(2023, 3, 19), "VIII"),
)
Registered = Callable[[date], list[str]]


def _cite(act: Act | None) -> tuple[date, str] | None:
    return (act.decided_on, act.number) if act else None


def convocation_on(day: date) -> str:
    """Give the convocation of maslikhats on a day (elections of 2016, 2021 and 2023)."""
    return [number for start, number in _CONVOCATIONS if start <= day][-1]


def number_act(dice: Random, style: int, day: date) -> str:
    """Invent the number of an act in one of the shapes that maslikhats use."""
    sitting, item = dice.randint(5, 60), dice.randint(2, 480)
    latin = convocation_on(day)
    shapes = (
        f"{sitting}/{item}-{latin}", f"{item}", f"{sitting}/{item % 20 + 1}", f"{item}-{latin}",
        f"{sitting}-{item % 20 + 1}", f"С-{sitting % 30 + 1}/{item % 9 + 1}", f"{sitting}-{item % 20 + 1}/{latin}",
    )  # fmt: skip
    return shapes[style % len(shapes)]


@dataclass
class DistrictWorld:
    """The commissions of one district and all acts about them, term by term."""

    data: DemoData
    seed: int
    district: District
    position: int
    first_number: int
    precincts: int
    registered: Registered
    size_seven_share: float
    acts: list[Act] = field(default_factory=list)
    planted: list[Planted] = field(default_factory=list)
    board: dict[str, list[Seat]] = field(default_factory=dict)
    pool: list[Person] = field(default_factory=list)
    doubled: dict[str, str] = field(default_factory=dict)  # commission -> person who sits elsewhere too (planted)

    def __post_init__(self) -> None:
        self.dice = make_dice(self.seed, "district", self.district.key)
        self.region = self.district.regions[-1][1]
        self.number_style = self.dice.randrange(7)
        self.settlements = self._make_settlements()
        self.book = EmployerBook(self.data, self.district, self.region, self.dice, self.settlements)
        self._open_schools()
        climate = self.data.climate_of(self.region.key)
        self.staffing = Staffing(self.data, self.dice, self.district.key, climate, self.book)
        self.precinct_commissions = [self._make_precinct(self.first_number + i, i) for i in range(self.precincts)]
        centre = self.settlements[0]
        office = Pair("мәслихат ғимараты", "здание маслихата")
        self.territorial = Commission(f"{self.district.key}/TEC", "TEC", None, self.district, centre, office, None, 7)
        self.constituencies: list[Commission] = []

    def _make_settlements(self) -> list[Settlement]:
        unit = self.region if self.district.is_part_of_city else self.district.unit
        if unit.kind != "district":
            ru = unit.name.ru.removeprefix("город ")
            return [Settlement(Pair(unit.stem_kk, ru), True)]
        count = max(3, min(len(self.data.villages), self.precincts * 2 // 3))
        villages = self.dice.sample(self.data.villages, count)
        return [Settlement(pair, False) for pair in villages]

    def _open_schools(self) -> None:
        centre = self.settlements[0]
        if centre.is_city:
            self.book.open_schools(centre, max(3, self.precincts * 2 // 3), self.dice.randint(1, 9))
            return
        self.book.open_schools(centre, max(2, self.precincts // 8), self.dice.randint(1, 90))
        for settlement in self.settlements[1:]:
            self.book.open_schools(settlement, 1, self.dice.randint(1, 90))

    def _make_precinct(self, number: int, position: int) -> Commission:
        in_centre = round(self.precincts * self.data.figure("centre_precinct_share"))
        villages = self.settlements[1:]
        settlement = self.settlements[0]
        if villages and position >= in_centre:
            settlement = villages[position % len(villages)]
        place = "city" if settlement.is_city else "centre" if settlement is self.settlements[0] else "village"
        voters = self.dice.randint(*self.data.figure(f"{place}_voters"))
        if voters > 2000:  # art. 17(1): 7 or 9 members, else 5 or 7
            size = 9 if self.dice.random() < self.data.figure("nine_share") else 7
        else:
            size = 7 if self.dice.random() < self.size_seven_share else 5
        school = self.book.schools[settlement.name.kk][number % len(self.book.schools[settlement.name.kk])]
        venue = Pair("мәдениет үйі", "Дом культуры") if self.dice.random() < 0.25 else school.name
        return Commission(
            f"{self.district.key}/PEC/{number}", "PEC", number, self.district, settlement, venue, voters, size
        )

    # ---- acts

    def open_act(self, kind: str, day: date, levels: tuple[str, ...] = ("PEC",)) -> Act:
        """Open an act of the district: a number in the district's shape, the region and names of the day."""
        unit: Unit = self.district.unit_on(day)
        key = f"{self.district.key}/{day.isoformat()}/{kind}/{'+'.join(levels)}"
        number = number_act(self.dice, self.number_style, day)
        act = Act(key, kind, unit, self.district.region_on(day), self.district, day, number, levels)
        centre = self.settlements[0]
        act.place = Pair(centre.label("kk"), centre.label("ru"))
        if self.district.is_part_of_city and kind != "appointment":
            act.body_unit = act.region
        self.acts.append(act)
        return act

    def form(self, commission: Commission, day: date) -> None:
        """Elect a commission for a new term."""
        twin = self.doubled.pop(commission.key, None)
        before = [seat for seat in self.board.get(commission.key, []) if seat.person.key != twin]
        seats = self.staffing.staff(commission, before, self.pool, day.year, self.registered(day))
        stayed = {seat.person.key for seat in seats}
        self.pool.extend(seat.person for seat in before if seat.person.key not in stayed)
        self.board[commission.key] = seats

    def write_roster(self, commission: Commission, act: Act) -> None:
        """Put the seats of a commission into a formation act; a seat may stay vacant."""
        seats = self.board[commission.key]
        vacancies = 0
        untouched = not any(p.commission is commission and p.act_key == act.key for p in self.planted)
        if untouched and len(seats) > 3 and self.dice.random() < self.data.figure("vacancy_share") * commission.size:
            gone = seats.pop()
            self.pool.append(gone.person)
            vacancies = 1
        if commission.level == "TEC" and act.decided_on >= date(2023, 1, 1):
            self._make_professional(seats, commission)
        entries = [
            Entry("elected", commission, seat.person, seat.person.surname, seat.role, seat.nominator, seat.placement)
            for seat in seats
        ]
        act.rosters.append(Roster(commission, entries, vacancies))

    def _make_professional(self, seats: list[Seat], commission: Commission) -> None:
        """From 2023 the officers of territorial commissions have no other employer (art. 19(3))."""
        unit = commission.district.unit if commission.district else self.region
        employer = self.book.make_commission(unit)
        for seat, post in zip(seats[:3], employer.kind.posts, strict=False):
            seat.placement = Placement(employer, post, None)

    def form_term(self, year: int, together: bool) -> None:
        """Form all commissions of the district for a term.

        Args:
            year: year of the term; the acts are of January or February
            together: whether one act forms the territorial commission and the precincts
        """
        day = date(year, 1, 8) + timedelta(days=self.dice.randrange(24))
        former = {level: act for act in self.acts if act.kind == "formation" for level in act.levels}
        levels = ("TEC", "PEC") if together else ("PEC",)
        act = self.open_act("formation", day, levels)
        act.earlier = _cite(former.get("PEC"))
        boards = [self.territorial, *self.precinct_commissions]
        for commission in boards:
            self.form(commission, day)
        self._plant(act, day, year)
        for commission in boards if together else self.precinct_commissions:
            self.write_roster(commission, act)
        if not together:
            other = self.open_act("formation", day + timedelta(days=self.dice.randrange(5)), ("TEC",))
            other.earlier = _cite(former.get("TEC"))
            self.write_roster(self.territorial, other)

    def _plant(self, act: Act, day: date, year: int) -> None:
        kinds = list(PLANTS)
        chosen = [kinds[(self.position * 2 + year) % len(kinds)], kinds[(self.position * 2 + year + 1) % len(kinds)]]
        targets = self.dice.sample(
            [c for c in self.precinct_commissions if c.size >= 5], min(2, len(self.precinct_commissions))
        )
        for kind, commission in zip(chosen, targets, strict=False):
            what = PLANTS[kind](self.staffing, commission, self.board[commission.key], self.board, day)
            if what:
                self.planted.append(Planted(kind, act.key, commission, what))
            if what and kind == "person_in_two_commissions":
                self.doubled[commission.key] = self.board[commission.key][-1].person.key
        if year == 2024 and self.position % 3 == 0:
            for commission in self.precinct_commissions:
                if commission in targets or self.dice.random() > 0.3:
                    continue
                what = plant_satellite(self.staffing, commission, self.board[commission.key], self.board, day)
                if what:
                    self.planted.append(Planted("satellite_association", act.key, commission, what))

    def form_constituencies(self, day: date, count: int) -> None:
        """Form constituency commissions, which exist again from 1 January 2023."""
        act = self.open_act("formation", day, ("DEC",))
        centre, office = self.settlements[0], Pair("мәслихат ғимараты", "здание маслихата")
        for number in range(1, count + 1):
            commission = Commission(
                f"{self.district.key}/DEC/{number}", "DEC", number, self.district, centre, office, None, 5
            )
            self.constituencies.append(commission)
            self.form(commission, day)
            self.write_roster(commission, act)
