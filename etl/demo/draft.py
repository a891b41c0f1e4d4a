"""A document in the making: what it prints and the truth behind each line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from etl.demo.data import DemoData
from etl.demo.employers import Placement
from etl.demo.printer import PrintedName, Printer
from etl.demo.records import Act, Commission, Entry, Roster

_KIND_IN_TRUTH = {"appointment": "replacement"}
_PRINTED = ("name_as_printed", "nominator_as_printed", "employer_as_printed")


@dataclass
class Draft:
    """One document: its habits, and the rows of truth collected while it is laid out.

    `language` is kk, ru or mixed; rows of a mixed document are in the language of the printer. `respell` is what
    an old code page or careless typing does to letters of the whole document.
    """

    act: Act
    language: str
    printer: Printer
    dice: Random
    data: DemoData
    path: str = ""
    respell: Callable[[str], str] | None = None
    drops_letters: bool = False  # respelling loses letters for good, as windows-1251 does
    has_number: bool = True
    sorts_by_name: bool = False
    rows: list[dict[str, Any]] = field(default_factory=list)
    unparsed: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def tongue(self) -> str:
        """Give the language lines are written in."""
        return self.printer.language

    def say(self, key: str, **slots: object) -> str:
        """Give a sentence of demo_texts.yml in the document's language."""
        return self.data.say(key, self.tongue, **slots)

    def commission_name(self, commission: Commission) -> str:
        """Name a commission in the document's language, nominative."""
        return commission.name(self.tongue, self.act.unit)

    def members(self, roster: Roster) -> list[Entry]:
        """List the members of a commission in the order of the document: officers first, or by name."""
        if not self.sorts_by_name:
            return roster.entries
        return sorted(roster.entries, key=lambda e: (e.surname.get(self.tongue), e.person.given_name(self.tongue)))

    def add(
        self,
        entry: Entry,
        name: PrintedName,
        *,
        role: str = "unknown",
        nominator: str = "",
        employer: str = "",
        job: str = "",
        year: bool = False,
        education: bool = False,
    ) -> None:
        """Record the truth of a line about a person; parts that are not printed stay empty.

        Args:
            entry: what the act says
            name: the name as printed
            role: the post if the form of the list shows posts
            nominator: as printed, in its case
            employer: as printed
            job: the post at work in the nominative
            year: whether the birth year is printed
            education: whether education is printed
        """
        act = self.act
        unit = act.unit if act.district else None
        kazakh = self.tongue == "kk"
        placement = entry.placement if employer else None
        row: dict[str, Any] = {
            "document": self.path,
            "decision_number": act.number if self.has_number else None,
            "decided_on": act.decided_on.isoformat() if self.has_number else None,
            "kind": _KIND_IN_TRUTH.get(act.kind, act.kind),
            "language": self.language,
            "level": entry.commission.level,
            "commission_number": entry.commission.number,
            "commission_name": self.commission_name(entry.commission),
            "region_id": act.region.key,
            "district": (unit.name.kk if kazakh else unit.name.ru) if unit else None,
            "action": entry.action,
            "name_as_printed": name.text,
            "surname": name.surname,
            "given_name": name.given,
            "patronymic": name.patronymic,
            "role": role,
            "nominator_as_printed": nominator or None,
            "nominator_kind": entry.nominator.kind if nominator and entry.nominator else None,
            "party_id": entry.nominator.party_id if nominator and entry.nominator else None,
            "employer_as_printed": employer or None,
            "employer_sector": self._code(placement, "sector"),
            "employer_ownership": self._code(placement, "ownership"),
            "job_title": job or None,
            "birth_year": entry.person.birth_year if year else None,
            "education": self.education(entry) if education else None,
            "person_key": entry.person.key,
            "commission_key": entry.commission.key,
            "employer_key": placement.employer.key if placement and placement.employer else None,
        }
        if entry.old_surname:
            row["old_surname"] = entry.old_surname.get(self.tongue)
        if unit:
            row["district_alt"] = unit.name.ru if kazakh else unit.name.kk
        if self.respell:
            keys = (*_PRINTED, "patronymic") if self.drops_letters else _PRINTED
            row.update({key: self.respell(row[key]) for key in keys if row[key]})
        self.rows.append(row)

    def _code(self, placement: Placement | None, code: str) -> str | None:
        if placement is None:
            return None
        if placement.employer:
            return str(getattr(placement.employer.kind, code))
        return self.data.states[str(placement.state)][code]

    def vacancy(self) -> str:
        """Give the words of a vacant seat and list them as a line that names nobody."""
        text = self.say(f"vacancy.word_{self.dice.randrange(4)}")
        self.unparsed.append(self.respell(text) if self.respell else text)
        return text

    def education(self, entry: Entry) -> str:
        """Give the education of a person in the document's language."""
        return self.say(f"education.level_{entry.person.education}")
