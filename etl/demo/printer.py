"""How one document prints people, posts, workplaces and nominators."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from etl.demo.data import DemoData
from etl.demo.inflect_kk import add_possessive, put_phrase
from etl.demo.inflect_ru import decline_given_name, decline_patronymic, decline_phrase, decline_surname
from etl.demo.nominators import Nominator, print_nominator
from etl.demo.people import Person, Surname
from etl.demo.places import Unit
from etl.demo.records import Entry


@dataclass(frozen=True)
class PrintedName:
    """A name as printed and its parts in the nominative, as printed (initials stay initials)."""

    text: str
    surname: str
    given: str
    patronymic: str | None


@dataclass
class Printer:
    """The habits of one document.

    order: surname, given or comma; initials: None, after (Омаров А.Б.) or before (А.Б. Омаров);
    capitals: none, surname or all; nominator_style: branch or short; employer_style: full, bare or department;
    role_style: long or short; names_women_chairs: Kazakh төрайымы for women.
    """

    data: DemoData
    language: str
    day: date
    unit: Unit
    region: Unit
    order: str = "surname"
    initials: str | None = None
    capitals: str = "none"
    nominator_style: str = "branch"
    employer_style: str = "full"
    role_style: str = "long"
    names_women_chairs: bool = False

    def name(self, person: Person, surname: Surname, case: str = "nom") -> PrintedName:
        """Print a person's name.

        Args:
            person: who
            surname: the surname of the day
            case: a Russian case, or gen or acc in Kazakh
        """
        last, first, patronymic = (
            surname.get(self.language),
            person.given_name(self.language),
            person.patronymic(self.language),
        )
        if self.initials:
            return self._name_with_initials(last, first, patronymic)
        printed: list[str | None] = [last, first, patronymic]
        if case != "nom" and self.language == "ru":
            printed = [
                decline_surname(last, person.gender, case),
                decline_given_name(first, person.gender, case),
                decline_patronymic(patronymic, case) if patronymic else None,
            ]
        if self.capitals == "surname":
            printed[0] = str(printed[0]).upper()
        if self.order == "given":
            words = [printed[1], printed[2], printed[0]]
        else:
            words = [f"{printed[0]}," if self.order == "comma" else printed[0], printed[1], printed[2]]
        text = " ".join(word for word in words if word)
        if case != "nom" and self.language == "kk":
            text = put_phrase(text, case)
        return PrintedName(text.upper() if self.capitals == "all" else text, last, first, patronymic)

    def _name_with_initials(self, last: str, first: str, patronymic: str | None) -> PrintedName:
        given = f"{first[0]}."
        middle = f"{patronymic[0]}." if patronymic else None
        letters = given + (middle or "")
        text = f"{letters} {last}" if self.initials == "before" else f"{last} {letters}"
        return PrintedName(text, last, given, middle)

    def role(self, entry: Entry, style: str | None = None) -> str:
        """Print a post in the commission.

        Args:
            entry: whose
            style: long, short or bare; the document's habit if None
        """
        style = style or self.role_style
        if self.names_women_chairs and style == "long" and (entry.role, entry.person.gender) == ("chair", "f"):
            style = "woman"
        return self.data.say(f"role.{style}_{entry.role}", self.language)

    def role_case(self, entry: Entry, case: str, style: str = "long") -> str:
        """Print a post in a Russian case, such as «председателя комиссии»."""
        return decline_phrase(self.data.say(f"role.{style}_{entry.role}", "ru"), case, animate=True)

    def nominator(self, nominator: Nominator | None, case: str = "nom") -> str:
        """Print who proposed; empty if nobody is known."""
        if nominator is None:
            return ""
        text = print_nominator(
            self.data, nominator, self.language, self.nominator_style, self.day, self.unit, self.region
        )
        if self.language == "ru":
            return decline_phrase(text, case)
        return text if case == "nom" else put_phrase(text, case)

    def employer(self, entry: Entry, case: str = "nom") -> str:
        """Print the workplace alone: the employer, or the word for a state such as pensioner, which takes the case."""
        placement = entry.placement
        if placement is None:
            return ""
        if placement.employer:
            return placement.employer.printed(self.language, self.employer_style)
        kk, ru_m, ru_f = (part.strip() for part in self.data.states[str(placement.state)]["words"].split("|"))
        if self.language == "kk":
            return kk
        return decline_phrase(ru_f if entry.person.gender == "f" else ru_m, case, animate=True)

    def job(self, entry: Entry) -> str:
        """Print the post at work in the nominative, empty for pensioners and the like."""
        post = entry.placement.post if entry.placement else None
        if post is None:
            return ""
        if self.language == "kk":
            return post.kk
        return post.ru_f if entry.person.gender == "f" else post.ru_m

    def work(self, entry: Entry, form: str = "employer_first", case: str = "nom") -> str:
        """Print workplace and post together.

        Args:
            entry: whose
            form: employer_first («…», учитель) or job_first (учитель КГУ «…»); Kazakh joins them by the possessive
            case: Russian case of the post
        """
        employer, job = self.employer(entry, case), self.job(entry)
        if not job:
            return employer
        if self.language == "kk":
            return f"{employer} {_possess(job)}" if form == "job_first" else f"{employer}, {job}"
        declined = decline_phrase(job, case, animate=True)
        if self.employer_style == "bare":
            form = "employer_first"  # without quotation marks it would need a case after the post
        return f"{declined} {employer}" if form == "job_first" else f"{employer}, {declined}"


def _possess(job: str) -> str:
    head, _, last = job.rpartition(" ")
    return f"{head} {add_possessive(last)}".strip()
