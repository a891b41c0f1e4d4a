"""What parsing one document keeps in mind while it walks down the page, and what it has found so far."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from etl.normalise.names import infer_case, infer_order, parse_name
from etl.normalise.privacy import redact
from etl.parse.legend import Legend
from etl.records import Act, CommissionRef, Issue, Locator, SideCar, Statement, Vacancy
from models.reference import Pack

_CASE_SHOWN = 4
"""Fewer names show no case."""
OFFICERS = ("chair", "deputy_chair", "secretary")


@dataclass(slots=True)
class Draft:
    """A statement under construction: the role may still be open."""

    act: int
    commission: CommissionRef
    action: str
    name_as_printed: str
    surname: str | None
    given_name: str | None
    patronymic: str | None
    role: str | None
    locator: Locator
    snippet: str
    confidence: float = 1.0
    nominator: str | None = None
    employer: str | None = None
    job: str | None = None
    birth_year: int | None = None
    education: str | None = None
    stated_party: str | None = None
    ground: str | None = None
    old_surname: str | None = None
    replaces: Draft | None = None
    language: str = ""
    in_place_of: bool = False


@dataclass(slots=True)
class State:
    """The walk: where we are, under which act, commission and sub-heading, and the results."""

    pack: Pack
    side_car: SideCar
    language: str
    acts: list[Act] = field(default_factory=list)
    act: int = 0
    commission: CommissionRef | None = None
    role: str | None = None
    nominator: str | None = None
    mode: str = "elected"
    released_mode: bool = False
    keep_dates: set[dt.date] = field(default_factory=set)
    drafts: list[Draft] = field(default_factory=list)
    vacancies: list[Vacancy] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    commissions: list[tuple[int, CommissionRef]] = field(default_factory=list)
    list_lines: int = 0
    used_lines: int = 0
    section: str = ""
    last: Draft | None = None
    last_paragraph: int = -1
    posts_follow: bool | None = None
    plural: str | None = None
    pairs: bool = False
    legend: Legend = field(default_factory=Legend)
    home: CommissionRef | None = None
    titles: list[tuple[int, Locator, str]] = field(default_factory=list)

    @property
    def in_list(self) -> bool:
        """A commission has been named, so that what follows may be its members."""
        return self.commission is not None

    def enter(self, commission: CommissionRef) -> None:
        """Begin the list of a commission; sub-headings of the one before end."""
        # Which language this part of the document is in: a commission keeps the name it was first given.
        self.section = "kk" if "сайлау" in commission.name.lower() else "ru"
        key = commission.key
        known = next((i for i, (act, ref) in enumerate(self.commissions) if act == self.act and ref.key == key), None)
        if known is None:
            self.commissions.append((self.act, commission))
        else:
            commission = _merge(self.commissions[known][1], commission)
            self.commissions[known] = (self.act, commission)
        self.commission = commission
        self.role = None
        self.last = None

    def amend(
        self,
        *,
        declared: int | None = None,
        voters: int | None = None,
        settlement: str | None = None,
        venue: str | None = None,
    ) -> None:
        """Add what a later line says about the current commission."""
        if self.commission is not None:
            old, section = self.commission, self.section
            self.enter_same(
                CommissionRef(old.level, old.number, old.name, settlement, venue, declared, voters, old.district_text)
            )
            self.section = section

    def enter_same(self, commission: CommissionRef) -> None:
        """Merge facts into the current commission without ending its sub-headings."""
        role, nominator = self.role, self.nominator
        self.enter(commission)
        self.role, self.nominator = role, nominator

    def redact(self, text: str) -> str:
        """Return text without personal data; the days of acts survive."""
        return redact(text, keep_dates=self.keep_dates).text

    def used(self, lines: int = 1) -> None:
        """Count list lines that became seats or were ignored by a named rule."""
        self.list_lines += lines
        self.used_lines += lines

    def issue(
        self,
        code: str,
        message: str,
        locator: Locator,
        text: str | None = None,
        *,
        severity: str = "warning",
        in_list: bool = True,
    ) -> None:
        """Record something not understood; inside a list it counts as a line that was not used."""
        shown = self.redact(text) if text else text
        self.issues.append(Issue(code, self.redact(message), severity, locator, shown))
        if in_list:
            self.list_lines += 1

    def vacancy(self, locator: Locator, text: str) -> None:
        """Record a seat that the list calls empty."""
        if self.commission is not None:
            self.vacancies.append(Vacancy(self.act, self.commission, locator))
        where = f" in {self.commission.name}" if self.commission else ""
        self.issue(
            "vacant_seat",
            f"the list calls a seat empty{where}: {text!r}",
            locator,
            text,
            severity="info",
            in_list=False,
        )
        self.used()

    def finish(self) -> tuple[Statement, ...]:
        """Decide open roles and return the statements in document order."""
        settle_order(self.drafts, self.language)
        settle_case(self.drafts)
        settle_roles(self.drafts)
        places = {id(draft): index for index, draft in enumerate(self.drafts)}
        finals = {(act, ref.key): ref for act, ref in reversed(self.commissions)}
        return tuple(
            Statement(
                act=d.act,
                commission=finals.get((d.act, d.commission.key), d.commission),
                action=d.action,
                name_as_printed=d.name_as_printed,
                surname=d.surname,
                given_name=d.given_name,
                patronymic=d.patronymic,
                role=d.role or "unknown",
                locator=d.locator,
                snippet=d.snippet,
                confidence=d.confidence,
                nominator_as_printed=d.nominator,
                employer_as_printed=d.employer,
                job_title=d.job,
                birth_year=d.birth_year,
                education=d.education,
                stated_party=d.stated_party,
                release_ground=d.ground,
                old_surname=d.old_surname,
                replaces=places.get(id(d.replaces)) if d.replaces is not None else None,
            )
            for d in self.drafts
        )


def _merge(old: CommissionRef, new: CommissionRef) -> CommissionRef:
    return CommissionRef(
        old.level,
        old.number,
        old.name,
        old.settlement or new.settlement,
        old.venue or new.venue,
        old.declared if old.declared is not None else new.declared,
        old.voters if old.voters is not None else new.voters,
        old.district_text or new.district_text,
    )


def settle_order(drafts: list[Draft], language: str) -> None:
    """Read again the names whose order their own words leave open, in the order the list shows.

    «Есим Сулеймен» can be either; a list that prints «Айгерим Ахметова», «Ерлан Касымов» has the given name first.
    """
    if all(draft.patronymic or draft.action == "renamed" for draft in drafts):
        return
    order = infer_order(draft.name_as_printed for draft in drafts if draft.action != "renamed")
    if order is None:
        return
    for draft in drafts:
        if draft.patronymic or draft.action == "renamed":
            continue
        again = parse_name(draft.name_as_printed, language=language, order=order)
        if again is not None and again.surname and again.given_name and not again.patronymic:
            draft.surname, draft.given_name = again.surname, again.given_name


def settle_case(drafts: list[Draft]) -> None:
    """Read names again in the case that most of the list shows: «Жусупова Гани» among accusatives is a man's name."""
    printed = [draft for draft in drafts if draft.action in ("elected", "appointed")]
    if len(printed) < _CASE_SHOWN:
        return
    case = infer_case(draft.name_as_printed for draft in printed)
    if case in (None, "nominative"):
        return
    for draft in printed:
        again = parse_name(draft.name_as_printed, case=case)
        if again is not None and again.surname and again.given_name == draft.given_name:
            draft.surname = again.surname


def settle_roles(drafts: list[Draft]) -> None:
    """Give a role to statements printed without one.

    A person listed without a post is an ordinary member where the list prints posts, and ``unknown`` where
    the form leaves it open: no posts at all, or somebody elected in another's place (contract, seats).
    """
    groups: dict[tuple[int, tuple[str, int | None, str]], list[Draft]] = {}
    for draft in drafts:
        if draft.action in ("elected", "appointed") and not draft.in_place_of:
            groups.setdefault((draft.act, draft.commission.key), []).append(draft)
    printed = {key: any(d.role is not None for d in group) for key, group in groups.items()}
    by_act: dict[int, list[bool]] = {}
    for (act, _), has in printed.items():
        by_act.setdefault(act, []).append(has)
    for (act, key), group in groups.items():
        # A commission whose officers happen not to be printed still follows the form of its list.
        form_prints = printed[(act, key)] or sum(by_act[act]) * 2 > len(by_act[act])
        for draft in group:
            if draft.role is None:
                draft.role = "member" if form_prints else "unknown"


def arriving(state: State) -> str:
    """Say what happens to people who come in under the act being read: a higher commission appoints, others elect."""
    return "appointed" if state.acts and state.acts[state.act].higher_commission else "elected"
