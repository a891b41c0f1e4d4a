"""What the world is made of: commissions, seats, acts and what acts say about people."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from etl.demo.data import Pair
from etl.demo.employers import Placement
from etl.demo.nominators import Nominator
from etl.demo.people import Person, Surname
from etl.demo.places import District, Settlement, Unit, name_territorial

ROLES = ("chair", "deputy_chair", "secretary")


@dataclass
class Commission:
    """A commission that lives through terms; a territorial one of a region has no district."""

    key: str
    level: str
    number: int | None
    district: District | None
    settlement: Settlement
    venue: Pair
    voters: int | None
    size: int

    def name(self, language: str, unit: Unit) -> str:
        """Name the commission in the nominative.

        Args:
            language: kk or ru
            unit: the unit of a territorial commission (ignored for others)
        """
        if self.level == "TEC":
            return name_territorial(unit, language)
        if language == "kk":
            word = "учаскелік" if self.level == "PEC" else "округтік"
            return f"№ {self.number} {word} сайлау комиссиясы"
        word = "участковая" if self.level == "PEC" else "окружная"
        return f"{word} избирательная комиссия № {self.number}"


@dataclass
class Seat:
    """One seat held now: who, in which post, by whom proposed, working where."""

    person: Person
    role: str
    nominator: Nominator
    placement: Placement


@dataclass
class Entry:
    """One statement of an act about one person; names are those of the day."""

    action: str
    commission: Commission
    person: Person
    surname: Surname
    role: str
    nominator: Nominator | None = None
    placement: Placement | None = None
    old_surname: Surname | None = None
    ground: str | None = None
    replaces: Entry | None = None
    former_role: str | None = None


@dataclass
class Roster:
    """The list of one commission in a formation act."""

    commission: Commission
    entries: list[Entry]
    vacancies: int = 0

    @property
    def declared(self) -> int:
        """Count the seats the act declares: filled and vacant."""
        return len(self.entries) + self.vacancies


@dataclass
class Act:
    """A decision: who took it, when, and what it says."""

    key: str
    kind: str  # formation, replacement, release, surname_change, appointment, notice, other
    unit: Unit
    region: Unit
    district: District | None
    decided_on: date
    number: str
    levels: tuple[str, ...] = ("PEC",)
    rosters: list[Roster] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    earlier: tuple[date, str] | None = None  # the formation act that is changed
    variant: int = 0  # which form of a document of another subject
    place: Pair = field(default_factory=lambda: Pair("", ""))  # where the maslikhat sits
    body_unit: Unit | None = None  # whose maslikhat decides, where it is not the unit's own

    @property
    def issuer_unit(self) -> Unit:
        """Give the unit whose maslikhat takes the act."""
        return self.body_unit or self.unit

    @property
    def people(self) -> int:
        """Count what the act says about people."""
        return len(self.entries) + sum(len(roster.entries) for roster in self.rosters)


@dataclass(frozen=True)
class Planted:
    """An irregularity made on purpose."""

    kind: str
    act_key: str
    commission: Commission
    what: str
