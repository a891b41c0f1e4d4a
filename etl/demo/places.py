"""Places of the simulated world: real regions and districts, villages with names that recur everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from etl.demo.data import Pair
from etl.demo.inflect_kk import put_phrase
from etl.demo.inflect_ru import decline_phrase, decline_place


@dataclass(frozen=True)
class Unit:
    """A territory with a maslikhat: a region, a district or a city."""

    key: str
    kind: str  # region, district, city, republic_city
    name: Pair
    city_adjective: str | None = None

    @property
    def stem_kk(self) -> str:
        """Give the bare Kazakh name without облысы, ауданы, қаласы."""
        for tail in (" облысы", " ауданы", " қаласы"):
            if self.name.kk.endswith(tail):
                return self.name.kk[: -len(tail)]
        return self.name.kk

    @property
    def word_kk(self) -> str:
        """Give the Kazakh adjective of the level: облыстық, аудандық, қалалық."""
        return {"region": "облыстық", "district": "аудандық"}.get(self.kind, "қалалық")

    @property
    def word_ru(self) -> str:
        """Give the Russian adjective of the level: областной, районный, городской."""
        return {"region": "областной", "district": "районный"}.get(self.kind, "городской")

    @property
    def adjective_kk(self) -> str:
        """Give «Мұнайлы аудандық», the opening of the names of bodies."""
        return f"{self.stem_kk} {self.word_kk}"

    @property
    def genitive_kk(self) -> str:
        """Give «Мұнайлы ауданының»."""
        return put_phrase(self.name.kk, "gen")

    @property
    def adjective_ru(self) -> str | None:
        """Give «Мунайлинский районный»; None where the name is no adjective, as in область Абай."""
        if self.kind == "district" and self.name.ru.endswith("ский район"):
            return f"{self.name.ru.removesuffix(' район')} районный"
        if self.kind == "region" and self.name.ru.endswith("ская область"):
            return f"{self.name.ru.removesuffix('ая область')}ий областной"
        if self.city_adjective:
            return f"{self.city_adjective} городской"
        return None

    def case_ru(self, case: str) -> str:
        """Put the Russian name into a case."""
        return decline_place(self.name.ru, case)

    def body_ru(self, noun: str, case: str = "nom") -> str:
        """Name a body of the unit in Russian, such as «Мунайлинский районный маслихат» or «маслихат области Абай».

        Args:
            noun: the body, a masculine or feminine noun in the nominative
            case: the case to put it into
        """
        adjective = self.adjective_ru
        if adjective is None:
            return f"{decline_phrase(noun, case)} {self.case_ru('gen')}"
        if noun.endswith(("ия", "а")):
            adjective = make_feminine_adjective(adjective)
        return " ".join([*(decline_phrase(word, case) for word in adjective.split(" ")), decline_phrase(noun, case)])

    def body_kk(self, noun: str, change: str | None = None) -> str:
        """Name a body of the unit in Kazakh, such as «Мұнайлы аудандық мәслихаты»; change as in put_phrase."""
        phrase = f"{self.genitive_kk if self.kind == 'republic_city' else self.adjective_kk} {noun}"
        return put_phrase(phrase, change) if change else phrase


def make_feminine_adjective(phrase: str) -> str:
    """Turn «Мунайлинский районный» into «Мунайлинская районная»."""
    return " ".join(word[:-2] + "ая" for word in phrase.split(" "))


@dataclass(frozen=True)
class Settlement:
    """A town or village: its name in both languages and whether it is a city."""

    name: Pair
    is_city: bool

    def label(self, language: str) -> str:
        """Give «Ақжар ауылы» or «село Акжар»; for a city «Екібастұз қаласы», «город Экибастуз»."""
        if language == "kk":
            return f"{self.name.kk} {'қаласы' if self.is_city else 'ауылы'}"
        return f"{'город' if self.is_city else 'село'} {self.name.ru}"


@dataclass(frozen=True)
class District:
    """A district or city, with its names and the region it belonged to at any time."""

    units: tuple[tuple[date, Unit], ...]  # from which day, under which name; in order
    regions: tuple[tuple[date, Unit], ...]  # from which day, in which region; in order
    ends: date = date.max
    is_part_of_city: bool = False  # a district of a large city: the maslikhat is the city's
    precincts: int | None = None  # roughly, where known

    @property
    def unit(self) -> Unit:
        """Give the district under its present name."""
        return self.units[-1][1]

    @property
    def key(self) -> str:
        """Give the key that streams of chance are named by."""
        return self.unit.key

    def exists_on(self, day: date) -> bool:
        """Tell whether the district exists on a day."""
        return self.regions[0][0] <= day < self.ends

    def unit_on(self, day: date) -> Unit:
        """Give the district under its name of a day."""
        return [unit for start, unit in self.units if start <= day][-1]

    def region_on(self, day: date) -> Unit:
        """Give the region the district belonged to on a day."""
        return [region for start, region in self.regions if start <= day][-1]


@dataclass(frozen=True)
class RegionPlan:
    """A region of today with its districts."""

    unit: Unit
    districts: tuple[District, ...]
    since: date = date.min
    units: tuple[tuple[date, Unit], ...] = ()  # under which names, if it had several

    def unit_on(self, day: date) -> Unit:
        """Give the region under its name of a day."""
        return [self.unit, *(unit for start, unit in self.units if start <= day)][-1]


def name_territorial(unit: Unit, language: str) -> str:
    """Name the territorial election commission of a unit in the nominative."""
    if language == "kk":
        return unit.body_kk("аумақтық сайлау комиссиясы")
    adjective = unit.adjective_ru
    if adjective is None:
        return f"территориальная избирательная комиссия {unit.case_ru('gen')}"
    return f"{make_feminine_adjective(adjective)} территориальная избирательная комиссия"
