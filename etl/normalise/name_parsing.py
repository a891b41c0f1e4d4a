"""A person's name as printed, in any order and case, brought to the nominative."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.inflection import CASES
from etl.normalise.name_cases import Hints, case_cost, kazakh_variants, left_on_cost, suffix_cost
from etl.normalise.name_order import Deal, deal_words
from etl.normalise.name_parts import read_given, read_surname, write_patronymic
from etl.normalise.name_tokens import NameTokens, cut_name
from etl.normalise.patronymics import PatronymicReading, read_patronymic

_WRONG_GENDER = 0.9
"""Cost of a gender against the hint: participles are printed in the wrong gender often enough."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in the nominative.

    `printed` keeps the print; `case` and `order` say how it was printed; `notes` name what was unusual.
    """

    surname: str | None
    given_name: str | None
    patronymic: str | None
    printed: str
    case: str
    order: str
    confidence: float
    gender: str = "unknown"
    notes: tuple[str, ...] = ()

    @property
    def full(self) -> str:
        """Surname, given name and patronymic in one string."""
        return " ".join(part for part in (self.surname, self.given_name, self.patronymic) if part)


@dataclass(frozen=True, slots=True)
class _Reading:
    surname: str | None
    given: str | None
    patronymic: str | None
    gender: str
    case: str
    order: str
    cost: float

    @property
    def parts(self) -> tuple[str | None, str | None, str | None]:
        return self.surname, self.given, self.patronymic


def parse_name(
    text: str,
    *,
    language: str | None = None,
    case: str | None = None,
    order: str | None = None,
    gender: str | None = None,
) -> PersonName | None:
    """Read one printed name and return it in the nominative, or None when it cannot be a name.

    Args:
        text: the name as printed, in any order and case; initials, capitals and broken lines are understood.
        language: kk or ru when known; decides which case endings are likely.
        case: the case the surrounding sentence asks for; it decides only where the endings leave a choice.
        order: surname_first or given_first, when the list as a whole shows it (see infer_order).
        gender: m or f, when a word beside the name shows it («выдвинутого»); it decides only where the name does not.
    """
    if not text or len(text) > 200:
        return None
    return _parse_cached(text, Hints(language, case, gender), order)


@lru_cache(maxsize=65_536)
def _parse_cached(text: str, hints: Hints, order: str | None) -> PersonName | None:
    cut = cut_name(text)
    if cut is None or not cut.tokens:
        return None
    readings: list[_Reading] = []
    for tokens, kazakh_case in kazakh_variants(cut.tokens, hints):
        variant = NameTokens(tokens, cut.comma_after, cut.aside, cut.latin)
        if kazakh_case:
            base_cost = suffix_cost(kazakh_case, hints, tokens[-1])
        else:
            base_cost = left_on_cost(tokens[-1], hints)
        for deal in deal_words(variant, order):
            readings += _read_deal(deal, base_cost, cut.latin, hints, kazakh_case)
    if not readings:
        return None
    readings.sort(key=lambda reading: reading.cost)
    return _conclude(text, cut, readings)


def _conclude(text: str, cut: NameTokens, readings: list[_Reading]) -> PersonName:
    """Choose the cheapest reading; its lead over the first different one is the confidence."""
    best = readings[0]
    rival = next((reading.cost for reading in readings if reading.parts != best.parts), best.cost + 4.0)
    confidence = min(0.99, 1 - 0.5 * math.exp(-(rival - best.cost)))
    notes = [f"aside: {cut.aside}"] if cut.aside else []
    if best.surname is None:
        notes.append("no surname")
    if re.search(r"\d", text):
        notes.append("digits read as letters")
        confidence = min(confidence, 0.7)
    if best.surname is None or best.given is None:
        confidence = min(confidence, 0.4 if len(cut.tokens) == 1 else 0.7)
    genders = {reading.gender for reading in readings if reading.parts == best.parts and reading.cost < best.cost + 0.3}
    return PersonName(
        best.surname,
        best.given,
        best.patronymic,
        text,
        best.case,
        best.order,
        round(confidence, 3),
        best.gender if len(genders) == 1 else "unknown",
        tuple(notes),
    )


def _read_deal(deal: Deal, base_cost: float, latin: bool, hints: Hints, kazakh_case: str | None) -> Iterator[_Reading]:
    """Yield the readings of one deal over genders and cases."""
    patronymic: PatronymicReading | None = None
    if deal.patronymic is not None and not deal.patronymic.initial:
        patronymic = read_patronymic(deal.patronymic.lower)
    cases: tuple[str, ...] = CASES
    if kazakh_case or latin:
        cases = ("nominative",)
    if patronymic:
        cases = tuple(case for case in cases if case in patronymic.cases)
    for gender in (patronymic.gender,) if patronymic else ("m", "f"):
        gender_cost = _WRONG_GENDER if hints.gender and hints.gender != gender else 0.0
        for case in cases:
            surname, surname_cost = read_surname(deal.surname, gender, case, latin)
            given, given_cost = read_given(deal.given, gender, case, latin)
            context_cost = gender_cost + (0.0 if kazakh_case else case_cost(case, hints, patronymic))
            yield _Reading(
                surname,
                given,
                write_patronymic(deal.patronymic, patronymic, latin),
                gender,
                kazakh_case or case,
                deal.order,
                deal.cost + base_cost + context_cost + surname_cost + given_cost,
            )
