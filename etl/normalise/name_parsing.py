"""A person's name as printed, in any order and case, brought to the nominative."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.given_names import compound_gender, genders_of_given
from etl.normalise.inflection import CASES, given_nominatives, surname_nominatives
from etl.normalise.kazakh_suffixes import strip_kazakh_suffix
from etl.normalise.name_order import GIVEN_FIRST, SURNAME_FIRST, Deal, deal_words, given_likeness, surname_likeness
from etl.normalise.name_tokens import NameToken, NameTokens, cut_name, split_capitals_suffix, title_case
from etl.normalise.patronymics import PatronymicReading, read_patronymic

__all__ = ["GIVEN_FIRST", "SURNAME_FIRST", "PersonName", "infer_order", "parse_name"]

_CASE_PRIOR = {
    "nominative": 0.0,
    "accusative": 0.7,
    "genitive": 0.75,
    "dative": 1.0,
    "instrumental": 1.0,
    "prepositional": 2.0,
}
_TURKIC_WITH_SUFFIX = re.compile(r"(?:ұлы|қызы|кызы|улы)н")


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
    text: str, *, language: str | None = None, case: str | None = None, order: str | None = None
) -> PersonName | None:
    """Read one printed name and return it in the nominative, or None when it cannot be a name.

    Args:
        text: the name as printed, in any order and case; initials, capitals and broken lines are understood.
        language: kk or ru when known; decides which case endings are likely.
        case: the case the surrounding sentence asks for; it decides only where the endings leave a choice.
        order: surname_first or given_first, when the list as a whole shows it (see infer_order).
    """
    if not text or len(text) > 200:
        return None
    return _parse_cached(text, language, case, order)


def infer_order(texts: Iterable[str]) -> str | None:
    """Tell from all names of a list whether the surname or the given name stands first; None when nothing shows it.

    Args:
        texts: the printed names of one list.
    """
    votes = {SURNAME_FIRST: 0, GIVEN_FIRST: 0}
    for text in texts:
        parsed = parse_name(text)
        if parsed is not None and parsed.surname and parsed.given_name and parsed.confidence >= 0.9:
            votes[parsed.order] += 1
    leader = max(votes, key=lambda order: votes[order])
    return leader if votes[leader] > 3 * min(votes.values()) else None


@lru_cache(maxsize=65_536)
def _parse_cached(text: str, language: str | None, case: str | None, order: str | None) -> PersonName | None:
    cut = cut_name(text)
    if cut is None or not cut.tokens:
        return None
    readings: list[_Reading] = []
    for tokens, kazakh_case in _kazakh_variants(cut.tokens, language, case):
        variant = NameTokens(tokens, cut.comma_after, cut.aside, cut.latin)
        if kazakh_case:
            base_cost = _kazakh_case_cost(kazakh_case, case, _bare_strength(tokens[-1].lower))
        else:
            base_cost = _left_on_cost(tokens, language)
        for deal in deal_words(variant, order):
            readings += _read_deal(deal, base_cost, cut.latin, language, case, kazakh_case)
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


def _kazakh_variants(
    tokens: tuple[NameToken, ...], language: str | None, case: str | None
) -> Iterator[tuple[tuple[NameToken, ...], str | None]]:
    """Yield the words as they stand and with a Kazakh case suffix taken off the last word."""
    yield tokens, None
    last = tokens[-1]
    if last.initial:
        return
    if split := split_capitals_suffix(last.text):
        base = NameToken(split[0], split[0].lower(), False, True)
        for stripped, kazakh_case in strip_kazakh_suffix(last.lower):
            if stripped == base.lower:
                yield (*tokens[:-1], base), kazakh_case
        return
    hinted = (case or "").startswith("kk")
    if language == "ru" and not hinted and not _TURKIC_WITH_SUFFIX.search(last.lower):
        return
    for stripped, kazakh_case in strip_kazakh_suffix(last.lower):
        text = last.text[: len(stripped)]
        yield (*tokens[:-1], NameToken(text, stripped, False, last.capitals)), kazakh_case


def _read_deal(
    deal: Deal, base_cost: float, latin: bool, language: str | None, hint: str | None, kazakh_case: str | None
) -> Iterator[_Reading]:
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
        for case in cases:
            case_cost = 0.0 if kazakh_case else _case_cost(case, language, hint, patronymic)
            surname, surname_cost = _read_surname(deal.surname, gender, case, latin)
            given, given_cost = _read_given(deal.given, gender, case, latin)
            yield _Reading(
                surname,
                given,
                _write_patronymic(deal.patronymic, patronymic, latin),
                gender,
                kazakh_case or case,
                deal.order,
                deal.cost + base_cost + case_cost + surname_cost + given_cost,
            )


def _case_cost(case: str, language: str | None, hint: str | None, patronymic: PatronymicReading | None) -> float:
    cost = _CASE_PRIOR[case]
    if patronymic is not None and patronymic.decisive:
        return cost if case in ("nominative", "prepositional") else 0.0 if hint == case else 0.1 * cost
    if language == "kk" and case != "nominative":
        cost += 3.0
    if hint is not None and not hint.startswith("kk"):
        cost += -1.0 if hint == case else 1.2
    return cost


@lru_cache(maxsize=50_000)
def _bare_strength(word: str) -> float:
    """Say how surely a word is a complete part of a name in the nominative (0..1)."""
    last = word.split("-")[-1]
    if read_patronymic(last) or surname_likeness(last) >= 0.8:
        return 1.0
    if genders_of_given(last):
        return 0.9
    return 0.7 if compound_gender(last) else 0.0


def _kazakh_case_cost(kazakh_case: str, hint: str | None, strength: float) -> float:
    """Cost of having taken a Kazakh suffix off; a patronymic or surname ending laid bare proves it right."""
    cost = 0.2 if strength >= 0.7 else {"kk_genitive": 0.4, "kk_accusative": 1.0}.get(kazakh_case, 1.3)
    if hint is not None:
        cost += -1.5 if hint == kazakh_case else (0.0 if hint.startswith("kk") else 0.5)
    return cost


def _left_on_cost(tokens: tuple[NameToken, ...], language: str | None) -> float:
    """Cost of leaving a possible Kazakh suffix on the last word of a name."""
    last = tokens[-1]
    if last.initial or language == "ru" or _bare_strength(last.lower) >= 0.7:
        return 0.0
    bases = [base for base, _ in strip_kazakh_suffix(last.lower)]
    if any(read_patronymic(base) for base in bases):
        return 3.0
    strengths = [_bare_strength(base) for base in bases]
    if max(strengths, default=0.0) >= 0.7:
        return 1.5
    return 0.8 if re.search(r"[нтд][ыі]ң$", last.lower) else 0.0


def _read_surname(tokens: tuple[NameToken, ...], gender: str, case: str, latin: bool) -> tuple[str | None, float]:
    if not tokens:
        return None, 1.5
    texts: list[str] = []
    total = 0.0
    for token in tokens:
        done: list[str] = []
        for piece in token.lower.split("-"):
            nominative, cost = min(surname_nominatives(piece, gender, case), key=lambda pair: pair[1])
            done.append(nominative)
            total += cost
            if case == "nominative" and not genders_of_given(piece) and given_likeness(piece)[0] > 0.8:
                total += 0.4  # Нургожи: a listed name in another case
        texts.append(title_case(token.text if latin else "-".join(done)))
    return " ".join(texts), total


def _read_given(tokens: tuple[NameToken, ...], gender: str, case: str, latin: bool) -> tuple[str | None, float]:
    if not tokens:
        return None, 1.8
    texts: list[str] = []
    total = 0.0
    for token in tokens:
        if token.initial:
            texts.append(title_case(token.text) + ".")
            continue
        nominative, cost = _best_given(token.lower, gender, case)
        texts.append(title_case(token.text if latin else nominative))
        total += cost
    return " ".join(texts), total


@lru_cache(maxsize=100_000)
def _best_given(word: str, gender: str, case: str) -> tuple[str, float]:
    if "-" in word:
        pieces = [_best_given(piece, gender, case) for piece in word.split("-")]
        return "-".join(text for text, _ in pieces), max(cost for _, cost in pieces)
    best, best_cost = word, 9.0
    for nominative, cost in given_nominatives(word, gender, case):
        listed = genders_of_given(nominative)
        if gender in listed:
            cost -= 1.0
        elif listed:
            cost += 0.8
        else:
            cost += _unlisted_cost(nominative, gender, nominative == word and case != "nominative")
        if cost < best_cost:
            best, best_cost = nominative, cost
    return best, best_cost


def _unlisted_cost(nominative: str, gender: str, unchanged: bool) -> float:
    """Cost of a given name that no list holds."""
    compound = compound_gender(nominative)
    cost = 0.3 if not compound else (-0.7 if gender in compound else 0.9)
    if not compound and given_likeness(nominative)[0] > 0.8:
        cost += 0.6  # it would be a listed name in another case
    last = nominative[-1]
    if unchanged and (last in "аяыуюе" if gender == "f" else last not in "оеиыэіө"):
        cost += 1.0
    if gender == "m" and last in "ая":
        cost += 0.4
    if gender == "f" and last in "бвгдкпстфхцй":
        cost += 0.3
    return cost


def _write_patronymic(token: NameToken | None, reading: PatronymicReading | None, latin: bool) -> str | None:
    if token is None:
        return None
    if token.initial:
        return title_case(token.text) + "."
    if latin:
        return title_case(token.text)
    return title_case(reading.nominative if reading else token.lower)
