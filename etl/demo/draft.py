"""A document in the making: what it prints and the truth behind each line."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from etl.demo.data import DemoData
from etl.demo.people import russify
from etl.demo.printer import EDUCATION, Printer, PrintedName
from etl.demo.records import Act, Commission, Entry

_KIND_IN_TRUTH = {"appointment": "replacement"}
_PRINTED = ("name_as_printed", "nominator_as_printed", "employer_as_printed", "patronymic")


@dataclass
class Draft:
    """One document: its habits, and the rows of truth collected while it is laid out."""

    act: Act
    language: str  # kk, ru or mixed; rows of a mixed document are in the language of the printer
    printer: Printer
    dice: Random
    data: DemoData
    path: str = ""
    family: str = ""
    is_legacy: bool = False  # windows-1251: no Kazakh letters
    has_number: bool = True
    rows: list[dict[str, Any]] = field(default_factory=list)
    unparsed: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def tongue(self) -> str:
        """Give the language lines are written in."""
        return self.printer.language

    def commission_name(self, commission: Commission) -> str:
        """Name a commission in the document's language, nominative."""
        return commission.name(self.tongue, self.act.unit)

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
        act: Act | None = None,
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
            act: the act the row stands under, where a document holds several
        """
        act = act or self.act
        unit = act.unit if act.district else None
        placement = entry.placement if employer else None
        given_as_text = self.tongue
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
            "district": (unit.name.kk if given_as_text == "kk" else unit.name.ru) if unit else None,
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
            "employer_sector": self._sector(placement),
            "employer_ownership": self._ownership(placement),
            "job_title": job or None,
            "birth_year": entry.person.birth_year if year else None,
            "education": EDUCATION[self.tongue][entry.person.education] if education else None,
            "person_key": entry.person.key,
        }
        if entry.old_surname:
            row["old_surname"] = entry.old_surname.get(self.tongue)
        if unit:
            row["district_alt"] = unit.name.ru if given_as_text == "kk" else unit.name.kk
        if self.is_legacy:
            for key in _PRINTED:
                row[key] = russify(row[key]) if row[key] else row[key]
        self.rows.append(row)

    def _sector(self, placement: Any) -> str | None:
        if placement is None:
            return None
        return placement.employer.kind.sector if placement.employer else self.data.states[placement.state]["sector"]

    def _ownership(self, placement: Any) -> str | None:
        if placement is None:
            return None
        return (
            placement.employer.kind.ownership if placement.employer else self.data.states[placement.state]["ownership"]
        )

    def vacancy(self) -> str:
        """Give the words of a vacant seat and list them as a line that names nobody."""
        words = (
            ("бос орын", "бос орын (ұсыныс түскен жоқ)")
            if self.tongue == "kk"
            else ("вакансия", "вакантное место", "кандидатура не внесена")
        )
        text = self.dice.choice(words)
        self.unparsed.append(text)
        return text

    def education(self, entry: Entry) -> str:
        """Give the education of a person in the document's language."""
        return EDUCATION[self.tongue][entry.person.education]
