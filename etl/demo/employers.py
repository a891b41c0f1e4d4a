"""Employers of a district: schools, offices, enterprises, each with the body above it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from etl.demo.data import DemoData, EmployerKind, Pair, Post
from etl.demo.dice import choose_weighted
from etl.demo.inflect_kk import put_phrase
from etl.demo.inflect_ru import decline_body
from etl.demo.places import District, Settlement, Unit, make_feminine_adjective, name_territorial


@dataclass(frozen=True)
class Employer:
    """One employer; `name` is its full printed name, `parent` the key of the body above it.

    `above` holds what schools print of the department above them: kk «Мұнайлы ауданы білім бөлімінің», ru «отдела
    образования Мунайлинского района».
    """

    key: str
    kind: EmployerKind
    name: Pair
    parent: str | None
    above: Pair | None = None

    def printed(self, language: str, style: str = "full") -> str:
        """Give the name as documents print it.

        Args:
            language: kk or ru
            style: full; bare drops the legal form and the outer quotes; department adds the body above a school
        """
        name = self.name.kk if language == "kk" else self.name.ru
        if style == "department" and self.above:
            if language == "kk":
                return name.replace("«", f"«{self.above.kk} ", 1)
            return name[: name.rindex("»")] + f" {self.above.ru}»"
        if style == "bare" and self.kind.kind in ("school", "preschool"):
            inner = name[name.index("«") + 1 : name.rindex("»")]
            return inner + "»" if inner.count("«") > inner.count("»") else inner
        return name


@dataclass(frozen=True)
class Placement:
    """Where a member works: an employer with a post, or a state such as pensioner."""

    employer: Employer | None
    post: Post | None
    state: str | None

    @property
    def bloc(self) -> str:
        """Give the key by which members of one workplace are counted."""
        return self.employer.key if self.employer else f"state/{self.state}"

    @property
    def is_school_teacher(self) -> bool:
        """Tell whether this is a teaching post at a school."""
        return bool(self.employer and self.post and self.employer.kind.type == "school" and self.post.is_teaching)


def _unit_slots(unit: Unit, region: Unit) -> dict[str, str]:
    adjective = unit.adjective_ru
    masculine = adjective or unit.word_ru.capitalize()
    return {
        "unit_kk": unit.name.kk, "unit_kk_gen": unit.genitive_kk, "unit_kk_adj": unit.adjective_kk,
        "unit_name_kk": unit.stem_kk, "unit_ru": unit.case_ru("gen"), "unit_ru_dat": unit.case_ru("dat"),
        "unit_ru_adj_m": masculine, "unit_ru_adj_f": make_feminine_adjective(masculine),
        "region_kk": region.name.kk, "region_kk_gen": region.genitive_kk, "region_ru": region.case_ru("gen"),
    }  # fmt: skip


@dataclass
class EmployerBook:
    """The employers of one district, made when first asked for."""

    data: DemoData
    district: District
    region: Unit
    dice: Random
    settlements: list[Settlement]
    made: dict[str, Employer] = field(default_factory=dict)
    schools: dict[str, list[Employer]] = field(default_factory=dict)
    patrons_used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._slots = _unit_slots(self.district.unit, self.region)

    def make(self, kind: str, place: str = "", variant: str = "plain", **slots: str) -> Employer:
        """Give the employer of a kind at a place, inventing it at the first call."""
        scope = self.region.key if kind.startswith("region_") else self.district.key
        key = "/".join(part for part in (scope, kind, place) if part)
        if key not in self.made:
            entry = self.data.employers[kind]
            wording = entry.variants[variant]
            values = {**self._slots, **slots}
            name = Pair(wording.kk.format(**values), wording.ru.format(**values))
            parent = self.make(entry.parent).key if entry.parent else None
            above = None
            if kind == "school":
                department = f"отдела образования {self._slots['unit_ru']}"
                above = Pair(f"{self._slots['unit_kk']} білім бөлімінің", department)
            self.made[key] = Employer(key, entry, name, parent, above)
        return self.made[key]

    def make_commission(self, unit: Unit) -> Employer:
        """Give the territorial commission of a unit as the employer of its professional officers."""
        key = f"{unit.key}/election_body"
        if key not in self.made:
            kind = self.data.employers["election_body"]
            wording = kind.variants["plain"]
            kk = wording.kk.format(commission_kk_gen=put_phrase(name_territorial(unit, "kk"), "gen"))
            ru = wording.ru.format(commission_ru_gen=decline_body(name_territorial(unit, "ru")))
            self.made[key] = Employer(key, kind, Pair(kk, ru), None)
        return self.made[key]

    def open_schools(self, settlement: Settlement, count: int, first_number: int) -> None:
        """Give a settlement its schools."""
        schools = []
        for position in range(count):
            number = first_number + position
            patron = self._next_patron()
            if settlement.is_city:
                variant = self.dice.choices(["numbered", "lyceum", "patron"], [75, 15, 10])[0]
            else:
                variant = self.dice.choice(["village", "basic"]) if position == 0 else "patron"
            if patron is None and variant == "patron":
                variant = "village_numbered" if not settlement.is_city else "numbered"
            named = patron if patron and variant == "patron" else Pair("", "")
            slots = {"n": str(number), "patron_kk": named.kk, "patron_ru": named.ru}
            slots |= {"place_kk": settlement.name.kk, "place_ru": settlement.name.ru}
            if variant == "patron":
                self.patrons_used.add(named.kk)
            schools.append(self.make("school", f"{settlement.name.kk}/{number}", variant, **slots))
        self.schools[settlement.name.kk] = schools

    def _next_patron(self) -> Pair | None:
        """Draw a patron whose name no other school of the district bears; None if all are taken."""
        free = [patron for patron in self.data.patrons if patron.kk not in self.patrons_used]
        return self.dice.choice(free) if free else None

    def place_outside_school(self, dice: Random, settlement: Settlement, gender: str) -> Placement:
        """Draw a workplace that is not a school, or a state such as pensioner."""
        kind = choose_weighted(dice, self.data.weights["city" if settlement.is_city else "village"])
        return self.place_in(dice, kind, settlement, gender)

    def place_in(self, dice: Random, kind: str, settlement: Settlement, gender: str, head: bool = False) -> Placement:
        """Draw a post at the local employer of a kind."""
        if kind in self.data.states:
            return Placement(None, None, "unemployed" if kind == "housewife" and gender == "m" else kind)
        names = {"preschool": "kindergartens", "farm": "farms", "firm": "firms", "trader": "traders"}
        place, slots = "", {}
        if kind in names:
            name = dice.choice(self.data.world[names[kind]])
            place, slots = name, {"name": name}  # one name, one employer in a district
        elif kind == "village_akim":
            place = settlement.name.kk
            slots = {"place_kk": settlement.name.kk, "place_ru_plain": settlement.name.ru}
        employer = self.make(kind, place, **slots)
        posts = employer.kind.posts
        return Placement(employer, posts[0] if head else dice.choice(posts[1:] or posts), None)

    def place_at_school(self, dice: Random, school: Employer, teaching: bool) -> Placement:
        """Draw a post at a school."""
        posts = [post for post in school.kind.posts if post.is_teaching == teaching and not post.is_head]
        return Placement(school, dice.choice(posts), None)
