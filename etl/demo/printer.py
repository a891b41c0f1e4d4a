"""How one document prints people, posts, workplaces and nominators, and what the truth is."""

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

EDUCATION = {"kk": ("жоғары", "орта арнаулы", "орта"), "ru": ("высшее", "среднее специальное", "среднее")}
ROLE_WORDS = {
    ("kk", "long"): {"chair": "комиссия төрағасы", "deputy_chair": "комиссия төрағасының орынбасары", "secretary": "комиссия хатшысы", "member": "комиссия мүшесі"},
    ("kk", "short"): {"chair": "төраға", "deputy_chair": "төрағаның орынбасары", "secretary": "хатшы", "member": "мүше"},
    ("ru", "long"): {"chair": "председатель комиссии", "deputy_chair": "заместитель председателя комиссии", "secretary": "секретарь комиссии", "member": "член комиссии"},
    ("ru", "short"): {"chair": "председатель", "deputy_chair": "заместитель председателя", "secretary": "секретарь", "member": "член комиссии"},
}  # fmt: skip
GROUNDS = {
    "own_request": ("өз өтініші бойынша", "по собственному желанию"),
    "moved": ("тұрғылықты жерін ауыстыруына байланысты", "в связи с переездом на другое место жительства"),
    "death": ("қайтыс болуына байланысты", "в связи со смертью"),
    "work": ("жұмысының ауысуына байланысты", "в связи со сменой места работы"),
    "health": ("денсаулық жағдайына байланысты", "по состоянию здоровья"),
}


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

    order: surname, given or comma; initials: None, after (Омаров А.Б.) or before (А.Б. Омаров).
    """

    data: DemoData
    language: str
    day: date
    unit: Unit
    region: Unit
    order: str = "surname"
    initials: str | None = None
    capitals: str = "none"  # none, surname, all
    nominator_style: str = "branch"
    employer_style: str = "full"
    role_style: str = "long"

    def name(self, person: Person, surname: Surname, case: str = "nom", capitals: str | None = None) -> PrintedName:
        """Print a person's name.

        Args:
            person: who
            surname: the surname of the day
            case: a Russian case, or gen or acc in Kazakh
            capitals: overrides the habit of the document
        """
        parts = [surname.get(self.language), person.given_name(self.language), person.patronymic(self.language)]
        if self.initials:
            return self._name_with_initials(parts)
        printed = list(parts)
        if case != "nom" and self.language == "ru":
            printed = [
                decline_surname(str(parts[0]), person.gender, case),
                decline_given_name(str(parts[1]), person.gender, case),
                decline_patronymic(parts[2], case) if parts[2] else None,
            ]
        habit = capitals or self.capitals
        if habit == "surname":
            printed[0] = str(printed[0]).upper()
        if self.order == "given":
            words = [printed[1], printed[2], printed[0]]
        else:
            words = [f"{printed[0]}," if self.order == "comma" else printed[0], printed[1], printed[2]]
        text = " ".join(word for word in words if word)
        if case != "nom" and self.language == "kk":
            text = put_phrase(text, case)
        return PrintedName(text.upper() if habit == "all" else text, str(parts[0]), str(parts[1]), parts[2])

    def _name_with_initials(self, parts: list[str | None]) -> PrintedName:
        given = f"{str(parts[1])[0]}."
        patronymic = f"{parts[2][0]}." if parts[2] else None
        letters = given + (patronymic or "")
        text = f"{letters} {parts[0]}" if self.initials == "before" else f"{parts[0]} {letters}"
        return PrintedName(text, str(parts[0]), given, patronymic)

    def role(self, role: str, style: str | None = None) -> str:
        """Print a post in the commission."""
        return ROLE_WORDS[self.language, style or self.role_style][role]

    def nominator(self, nominator: Nominator | None, case: str = "nom") -> str:
        """Print who proposed; the Kazakh case is gen (before ұсынысы бойынша)."""
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
        return (
            kk
            if self.language == "kk"
            else decline_phrase(ru_f if entry.person.gender == "f" else ru_m, case, animate=True)
        )

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
            form: employer_first («…», учитель) or job_first (учитель КГУ «…»); Kazakh joins them by the possessive ending
            case: Russian case of the post
        """
        employer, job = self.employer(entry, case), self.job(entry)
        if not job:
            return employer
        if self.language == "kk":
            return f"{employer} {_possess(job)}" if form == "job_first" else f"{employer}, {job}"
        declined = decline_phrase(job, case, animate=True)
        if entry.placement and entry.placement.employer and entry.placement.employer.kind.kind == "election_body":
            form = "employer_first"  # not in quotation marks: after a post it would need a case
        return f"{declined} {employer}" if form == "job_first" else f"{employer}, {declined}"


def _possess(job: str) -> str:
    head, _, last = job.rpartition(" ")
    return f"{head} {add_possessive(last)}".strip()
