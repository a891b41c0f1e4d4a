"""One region through the terms: its districts and its own territorial commission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from etl.demo import changes
from etl.demo.data import DemoData, Pair
from etl.demo.dice import make_dice
from etl.demo.district import DistrictWorld, Registered, number_act
from etl.demo.employers import Employer
from etl.demo.people import Person
from etl.demo.places import RegionPlan
from etl.demo.records import Act, Commission, Planted

_LAST_DAY = date(2025, 10, 1)  # no act of the simulated world is younger than this, appointments a little


@dataclass
class RegionWorld:
    """All acts of a region; districts are made one after the other, people may move to the next one."""

    data: DemoData
    seed: int
    plan: RegionPlan
    terms: list[int]
    registered: Registered
    precincts: list[int]  # how many each district has
    changes_per_term: int = 2
    together_share: float = 0.6  # of districts that form all commissions by one act

    def __post_init__(self) -> None:
        self.planted: list[Planted] = []
        self.districts: list[DistrictWorld] = []

    def run(self) -> Iterator[Act]:
        """Simulate the region and give its acts, district by district, in order of time inside each.

        People who lost their seats in one district may turn up in the next: that is the only tie between districts.
        """
        number = self.data.world["first_precinct"].get(self.plan.unit.key, 1)
        movers: dict[int, list[Person]] = {}
        for position, district in enumerate(self.plan.districts):
            count, share = self.precincts[position], self._share_of_seven()
            world = DistrictWorld(self.data, self.seed, district, position, number, count, self.registered, share)
            number += count + world.dice.randint(0, 9)
            movers = self._run_district(world, position, movers)
            self.planted.extend(world.planted)
            self.districts.append(world)
            yield from sorted(world.acts, key=lambda act: (act.decided_on, act.key))
        yield from self._region_acts()

    def forget(self) -> None:
        """Drop the people and acts of the region once they are written."""
        self.districts.clear()
        self.planted.clear()

    def count_commissions(self) -> int:
        """Count the commissions of the region, its own included."""
        return 1 + sum(len(world.precinct_commissions) + 1 + len(world.constituencies) for world in self.districts)

    def list_employers(self) -> list[Employer]:
        """List the employers of the region once each; districts share those of the region."""
        made: dict[str, Employer] = {}
        for world in self.districts:
            made.update(world.book.made)
        return list(made.values())

    def _share_of_seven(self) -> float:
        means = self.data.world["mean_size"]
        mean = means.get(self.plan.unit.key, means["other"])["value"]
        return min(max((mean - 5.0) / 2.0, 0.05), 0.97)

    def _run_district(
        self, world: DistrictWorld, position: int, movers: dict[int, list[Person]]
    ) -> dict[int, list[Person]]:
        """Simulate a district; takes and gives, by term, people who lost their seats and may sit in the next one."""
        dice = world.dice
        leaving: dict[int, list[Person]] = {}
        for year in self.terms:
            if not world.district.exists_on(date(year, 1, 1)):
                continue
            world.pool = world.pool[-100:] + movers.get(year, [])
            world.form_term(year, together=(position + year) % 5 < 5 * self.together_share)
            leaving[year] = [world.pool.pop() for _ in range(min(3, len(world.pool)))]
            formed = next(act for act in reversed(world.acts) if "PEC" in act.levels)
            for turn in range(self.changes_per_term):
                day = date(year + 1 + 2 * turn, 1, 20) + timedelta(days=dice.randrange(300))
                if day <= _LAST_DAY and (self.changes_per_term > 1 or (position + year) % 4):
                    self._change(world, (position + year + turn) % 4, day, formed)
            if year == 2019:
                self._run_between(world, position)
        return leaving

    def _run_between(self, world: DistrictWorld, position: int) -> None:
        """What happens in some districts only: notices, documents of other subjects, constituencies of 2023."""
        dice = world.dice
        if position % 4 == 0:
            changes.announce(world, "notice", date(2021, 6, 7) + timedelta(days=dice.randrange(90)), 0)
        if position % 4 in (1, 2):
            changes.announce(world, "other", date(2018, 11, 20) + timedelta(days=dice.randrange(20)), position)
        if position % 3 == 1:
            world.form_constituencies(date(2023, 1, 10) + timedelta(days=dice.randrange(10)), dice.randint(3, 6))

    def _change(self, world: DistrictWorld, turn: int, day: date, formed: Act) -> None:
        count = max(3, round(world.precincts * 6 * self.data.figure("replaced_per_term") / 2))
        if turn in (0, 1):
            changes.replace_members(world, day, count, formed)
        elif turn == 2:
            gone = changes.release_members(world, day, max(2, count // 3), formed)
            changes.appoint_members(world, day + timedelta(days=world.dice.randint(10, 60)), gone)
        if turn in (1, 3):
            women = max(3, round(world.precincts * 6 * self.data.figure("surname_change_share")))
            changes.change_surnames(world, day, women, formed)

    def _region_acts(self) -> Iterator[Act]:
        """The region's own commission, once the region exists."""
        if not self.districts:
            return
        dice: Random = make_dice(self.seed, "region", self.plan.unit.key)
        world = self.districts[0]
        office = Pair("облыстық мәслихат ғимараты", "здание областного маслихата")
        commission = Commission(f"{self.plan.unit.key}/TEC", "TEC", None, None, world.settlements[0], office, None, 7)
        former: tuple[date, str] | None = None
        for year in self.terms:
            day = date(year, 1, 8) + timedelta(days=dice.randrange(20))
            if day < self.plan.since:
                continue
            key = f"{self.plan.unit.key}/{day.isoformat()}/formation/TEC"
            unit = self.plan.unit_on(day)
            act = Act(key, "formation", unit, unit, None, day, number_act(dice, dice.randrange(7), day), ("TEC",))
            act.place = Pair(world.settlements[0].label("kk"), world.settlements[0].label("ru"))
            act.earlier = former
            former = (day, act.number)
            world.pool = []
            world.form(commission, day)
            world.write_roster(commission, act)
            yield act
