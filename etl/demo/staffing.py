"""Who is elected: seats of one commission drawn under the rules of the law and the calibration."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from etl.demo.data import DemoData
from etl.demo.dice import choose_weighted, draw_some, keep_order
from etl.demo.employers import EmployerBook, Placement
from etl.demo.nominators import HIGHER, Nominator
from etl.demo.people import Person, make_person
from etl.demo.places import Settlement
from etl.demo.records import ROLES, Commission, Seat

_OFFICES = (
    "akimat", "education_department", "culture_department", "employment_department", "finance_department", "hospital",
    "college", "maslikhat", "library", "pensioner", "self_employed", "social_centre",
)  # fmt: skip
_REGION_OFFICES = ("region_akimat", "region_education", "region_health", "college", "hospital", "pensioner", "firm")


@dataclass
class Staffing:
    """Draws people, workplaces and nominators for the commissions of one district."""

    data: DemoData
    dice: Random
    district_key: str
    climate: str
    book: EmployerBook
    next_person: int = 1

    def invent(self, year: int) -> Person:
        """Invent a person who has not been in the world before."""
        gender = "f" if self.dice.random() < self.data.figure("women_share") else "m"
        group = choose_weighted(self.dice, self.data.world["groups"][self.climate]["shares"])
        person = make_person(self.dice, self.data, f"{self.district_key}-{self.next_person:05d}", group, gender, year)
        self.next_person += 1
        return person

    def place(self, commission: Commission, person: Person, taken: Counter[str], size: int, role: str) -> Placement:
        """Draw a workplace so that no employer holds more than half of the seats (art. 19(9))."""
        settlement = commission.settlement
        for _ in range(30):
            placement = self._draw_place(commission, settlement, person, role, taken, size)
            if placement.employer is None or 2 * (taken[placement.bloc] + 1) <= size:
                return placement
        return Placement(None, None, "pensioner")

    def _draw_place(
        self, commission: Commission, settlement: Settlement, person: Person, role: str, taken: Counter[str], size: int
    ) -> Placement:
        dice = self.dice
        if commission.level != "PEC":
            offices = _OFFICES if commission.district else _REGION_OFFICES
            return self.book.place_in(dice, dice.choice(offices), settlement, person.gender, head=role == "chair")
        schools = self.book.schools[settlement.name.kk]
        share = self.data.figure("teacher_share_city" if settlement.is_city else "teacher_share_rural")
        chance = dice.random()
        with_room = [school for school in schools if 2 * (taken[school.key] + 1) <= size]
        if chance > share + self.data.figure("other_school_staff_share") or not with_room:
            return self.book.place_outside_school(dice, settlement, person.gender)
        host = schools[(commission.number or 0) % len(schools)]
        school = host if host in with_room and dice.random() < 0.55 else dice.choice(with_room)
        if chance > share and role == "chair":
            return Placement(school, school.kind.posts[0], None)
        return self.book.place_at_school(dice, school, teaching=chance < share)

    def choose_parties(self, size: int, registered: list[str], held: set[str]) -> list[str]:
        """Draw which parties use their one nominee in a commission of a size."""
        share = min(max(self.dice.gauss(self.data.figure("party_nominated_share"), 0.1), 0.3), 1.0)
        wanted = int(size * share + self.dice.random())
        weights = {
            p: w * (2.5 if p in held else 1.0) for p, w in self.data.world["party_weights"].items() if p in registered
        }
        return keep_order(registered, draw_some(self.dice, weights, wanted))

    def choose_other(self) -> Nominator:
        """Draw a nominator that is no party: an association, or the commission above."""
        rate = self.data.figure("higher_commission_share") / (1 - self.data.figure("party_nominated_share"))
        if self.dice.random() < rate:
            return HIGHER
        weights = {entry["id"]: entry["weight"] for entry in self.data.world["associations"]}
        return Nominator("association", choose_weighted(self.dice, weights))

    def nominate(self, seats: list[Seat], registered: list[str]) -> None:
        """Give every seat a nominator: those who return keep theirs at a set rate, one nominee per party."""
        size = len(seats)
        held = {s.nominator.key for s in seats if s.nominator.kind == "party"}
        parties = self.choose_parties(size, registered, held)
        free = list(range(size))
        for position, seat in enumerate(seats):
            keeps = seat.nominator.kind == "party" and seat.nominator.key in parties
            if keeps and self.dice.random() < self.data.figure("same_nominator_share") + 0.25:
                parties.remove(seat.nominator.key)
                free.remove(position)
        if "amanat" in parties and self.dice.random() < 0.5 and 0 in free:
            seats[0].nominator = Nominator("party", "amanat")
            parties.remove("amanat")
            free.remove(0)
        self.dice.shuffle(free)
        for party in parties:
            if free:
                seats[free.pop()].nominator = Nominator("party", party)
        for position in sorted(free):
            same = seats[position].nominator.kind == "association" and self.dice.random() < self.data.figure(
                "same_nominator_share"
            )
            if not same:
                seats[position].nominator = self.choose_other()

    def staff(
        self, commission: Commission, before: list[Seat], pool: list[Person], year: int, registered: list[str]
    ) -> list[Seat]:
        """Fill a commission for a term.

        Args:
            commission: the commission; its size is the number of seats
            before: its seats on the last day of the previous term
            pool: people of the district who lost their seats and may come up elsewhere
            year: year of the term
            registered: parties registered on the day
        """
        returning = [seat for seat in before if self.dice.random() < self.data.figure("returning_share")]
        people = [seat.person for seat in returning][: commission.size]
        while len(people) < commission.size:
            moved = pool and self.dice.random() < self.data.figure("moved_commission_share")
            people.append(pool.pop(self.dice.randrange(len(pool))) if moved else self.invent(year))
        if self.dice.random() < 0.6:
            self.dice.shuffle(people)
        old = {seat.person.key: seat for seat in returning}
        taken: Counter[str] = Counter()
        seats: list[Seat] = []
        for position, person in enumerate(people):
            role = ROLES[position] if position < len(ROLES) else "member"
            earlier = old.get(person.key)
            stays = (
                earlier is not None
                and self.dice.random() < 0.8
                and 2 * (taken[earlier.placement.bloc] + 1) <= commission.size
            )
            placement = (
                earlier.placement if earlier and stays else self.place(commission, person, taken, commission.size, role)
            )
            if placement.employer:
                taken[placement.bloc] += 1
            seats.append(Seat(person, role, earlier.nominator if earlier else HIGHER, placement))
        self.nominate(seats, registered)
        return seats

    def replace(
        self, commission: Commission, seats: list[Seat], leaving: Seat, year: int, registered: list[str]
    ) -> Seat:
        """Find somebody for a vacated seat; the commission keeps one nominee per party."""
        others = [seat for seat in seats if seat is not leaving]
        person = self.invent(year)
        taken = Counter(seat.placement.bloc for seat in others)
        placement = self.place(commission, person, taken, commission.size, leaving.role)
        used = {seat.nominator.key for seat in others if seat.nominator.kind == "party"}
        weights = {p: w for p, w in self.data.world["party_weights"].items() if p in registered and p not in used}
        if leaving.nominator.party_id in weights and self.dice.random() < self.data.figure("same_nominator_share"):
            nominator = leaving.nominator
        elif weights and self.dice.random() < self.data.figure("party_nominated_share"):
            nominator = Nominator("party", choose_weighted(self.dice, weights))
        else:
            nominator = self.choose_other()
        return Seat(person, leaving.role, nominator, placement)
