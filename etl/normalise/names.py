"""A person's name as printed, in any order and case, brought to the nominative."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.given_names import genders_of_given, is_korean_syllable
from etl.normalise.inflection import CASES, given_nominatives, surname_nominatives
from etl.normalise.kazakh_suffixes import strip_kazakh_suffix
from etl.normalise.name_tokens import NameToken, NameTokens, cut_name, split_capitals_suffix, title_case
from etl.normalise.patronymics import PatronymicReading, read_patronymic

SURNAME_FIRST = "surname_first"
GIVEN_FIRST = "given_first"

_SURNAME_ENDING = re.compile(
    r"..(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|[её]нко|чук|юк|дзе|швили|ян|ич|берг|штейн|ман|ер)$"
)
_STRONG_SURNAME = re.compile(r"..(?:[оеё]ва?|[сц]к(?:ий|ая)|енко|швили|[жмтлдрнкшщб]ина?)$")
_OBLIQUE_SURNAME = re.compile(r"..(?:[оеё]в(?:у|ой|ым|е|ых)|[иы]н(?:у|ой|ым)|[сц]к(?:ого|ому|им|ом|ую))$")
_KOREAN_SURNAMES = frozenset(
    "ким ли пак цой чой тен тян юн хан хван шин лим ян кан ан ем мун нам но огай ногай югай тюгай хегай пай сон ю хе дю сим "
    "чен чан че дон ро лян мин квон кон чжан тё те эм ом тин син ни пан пя вон ма ку ло лигай магай нигай шегай егай".split()
)
_RUSSIAN_CASE_PRIOR = {
    "nominative": 0.0,
    "accusative": 0.7,
    "genitive": 0.75,
    "dative": 1.0,
    "instrumental": 1.0,
    "prepositional": 2.0,
}


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
class _Slots:
    """One way to deal out the words: words of each part, order, cost."""

    surname: tuple[NameToken, ...]
    given: tuple[NameToken, ...]
    patronymic: NameToken | None
    order: str
    cost: float


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
        order: surname_first or given_first, when the list as a whole shows it.
    """
    if not text or len(text) > 200:
        return None
    return _parse_cached(text, language, case, order)


@lru_cache(maxsize=65_536)
def _parse_cached(text: str, language: str | None, case: str | None, order: str | None) -> PersonName | None:
    cut = cut_name(text)
    if cut is None or not cut.tokens:
        return None
    readings: list[_Reading] = []
    for tokens, kazakh_case in _kazakh_variants(cut.tokens, language, case):
        variant = NameTokens(tokens, cut.comma_after, cut.aside, cut.latin)
        for slots in _deal_words(variant, order):
            readings += _read_slots(slots, variant, language, case, kazakh_case)
    if not readings:
        return None
    readings.sort(key=lambda reading: reading.cost)
    best = readings[0]
    rival = next((reading.cost for reading in readings if reading.parts != best.parts), best.cost + 4.0)
    confidence = max(0.05, min(0.99, 1 - 0.5 * math.exp(-(rival - best.cost)))) - (0.1 if best.cost > 2.5 else 0.0)
    if len(cut.tokens) == 1:
        confidence = min(confidence, 0.4)
    notes = [f"aside: {cut.aside}"] if cut.aside else []
    if best.surname is None:
        notes.append("no surname")
    return PersonName(
        best.surname,
        best.given,
        best.patronymic,
        text,
        best.case,
        best.order,
        round(confidence, 3),
        best.gender,
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
    if language == "ru" and not (case or "").startswith("kk"):
        if not re.search(r"(?:ұлы|қызы|кызы|улы)н", last.lower):
            return
    for stripped, kazakh_case in strip_kazakh_suffix(last.lower):
        text = last.text[: len(stripped)]
        yield (*tokens[:-1], NameToken(text, stripped, False, last.capitals)), kazakh_case


def _is_patronymic(token: NameToken) -> PatronymicReading | None:
    return None if token.initial else read_patronymic(token.lower)


def _deal_words(cut: NameTokens, order: str | None) -> Iterator[_Slots]:
    """Yield the ways to deal the words out to surname, given name and patronymic."""
    tokens = cut.tokens
    words = [token for token in tokens if not token.initial]
    if not words:
        return
    if cut.comma_after:
        head, tail = tokens[: cut.comma_after], tokens[cut.comma_after :]
        if tail and not any(token.initial for token in head):
            yield _Slots(head, tail[:1], tail[1] if len(tail) > 1 else None, SURNAME_FIRST, 0.0)
        return
    if len(words) < len(tokens):
        yield from _deal_initials(tokens)
        return
    yield from _deal_full(tokens, order)


def _deal_initials(tokens: tuple[NameToken, ...]) -> Iterator[_Slots]:
    """Deal out names that contain initials."""
    flags = "".join("i" if token.initial else "w" for token in tokens)
    if re.fullmatch(r"i{1,3}w", flags):
        yield _Slots(tokens[-1:], tokens[:1], tokens[1] if len(tokens) > 2 else None, GIVEN_FIRST, 0.0)
    elif re.fullmatch(r"wi{1,3}", flags):
        yield _Slots(tokens[:1], tokens[1:2], tokens[2] if len(tokens) > 2 else None, SURNAME_FIRST, 0.0)
    elif flags == "wwi":
        yield _Slots(tokens[:1], tokens[1:2], tokens[2], SURNAME_FIRST, 0.2)
    elif flags == "wiw":
        if _is_patronymic(tokens[2]):
            yield _Slots(tokens[:1], tokens[1:2], tokens[2], SURNAME_FIRST, 0.1)
        else:
            yield _Slots(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, 0.3)
    elif re.fullmatch(r"iww|iiww", flags):
        if flags == "iww" and _is_patronymic(tokens[1]):
            yield _Slots(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, 0.1)
        else:
            yield _Slots(tokens[-2:], tokens[:1], tokens[1] if len(tokens) > 3 else None, GIVEN_FIRST, 0.5)
    elif flags == "wwii":
        yield _Slots(tokens[:2], tokens[2:3], tokens[3], SURNAME_FIRST, 0.5)


def _deal_full(tokens: tuple[NameToken, ...], order: str | None) -> Iterator[_Slots]:
    """Deal out names without initials."""
    count = len(tokens)
    late = 0.3 if order is None else (1.5 if order == SURNAME_FIRST else 0.0)
    early = 1.5 if order == GIVEN_FIRST else 0.0
    patronymic = [bool(_is_patronymic(token)) for token in tokens]
    if count == 1:
        yield _Slots(tokens, (), None, SURNAME_FIRST, 0.0)
        yield _Slots((), tokens, None, GIVEN_FIRST, 0.6)
    elif count == 2:
        yield _Slots(tokens[:1], tokens[1:], None, SURNAME_FIRST, early)
        yield _Slots(tokens[1:], tokens[:1], None, GIVEN_FIRST, late)
        if patronymic[1]:
            yield _Slots((), tokens[:1], tokens[1], GIVEN_FIRST, 0.6)
            yield _Slots(tokens[:1], (), tokens[1], SURNAME_FIRST, 0.9)
    elif count == 3:
        bare = 0.0 if patronymic[2] else 1.2
        yield _Slots(tokens[:1], tokens[1:2], tokens[2], SURNAME_FIRST, early + bare)
        if patronymic[1]:
            yield _Slots(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, late)
        if not patronymic[2]:
            korean = tokens[0].lower in _KOREAN_SURNAMES or all(is_korean_syllable(token.lower) for token in tokens[1:])
            if korean:
                yield _Slots(tokens[:1], tokens[1:], None, SURNAME_FIRST, 0.2)
            yield _Slots(tokens[:2], tokens[2:], None, SURNAME_FIRST, 2.5)
            yield _Slots(tokens[1:], tokens[:1], None, GIVEN_FIRST, 2.8)
    elif count == 4:
        if patronymic[3]:
            yield _Slots(tokens[:1], tokens[1:3], tokens[3], SURNAME_FIRST, 0.6)
            yield _Slots(tokens[:2], tokens[2:3], tokens[3], SURNAME_FIRST, 0.6)
        if patronymic[1]:
            yield _Slots(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, 0.6 + late)
        if patronymic[2]:
            yield _Slots(tokens[3:], tokens[:2], tokens[2], GIVEN_FIRST, 0.6 + late)


def _read_slots(
    slots: _Slots, cut: NameTokens, language: str | None, hint: str | None, kazakh_case: str | None
) -> Iterator[_Reading]:
    """Yield the readings of one deal over genders and cases."""
    cost = slots.cost + _capitals_cost(slots, cut)
    patronymic: PatronymicReading | None = None
    if slots.patronymic is not None and not slots.patronymic.initial:
        patronymic = read_patronymic(slots.patronymic.lower)
    for part in (*slots.surname, *slots.given):
        if not part.initial and read_patronymic(part.lower):
            cost += 1.0 if part in slots.surname else 3.0
    genders = (patronymic.gender,) if patronymic else ("m", "f")
    if kazakh_case or cut.latin:
        cases: tuple[str, ...] = ("nominative",)
    else:
        cases = patronymic.cases if patronymic else CASES
    for gender in genders:
        for case in cases:
            if kazakh_case and patronymic and case not in patronymic.cases:
                continue
            total = cost + _case_cost(case, kazakh_case, language, hint, patronymic)
            surname, surname_cost = _read_surname(slots.surname, gender, case)
            given, given_cost = _read_given(slots.given, gender, case)
            if surname_cost is None or given_cost is None:
                continue
            yield _Reading(
                surname,
                given,
                _patronymic_text(slots.patronymic, patronymic),
                gender if patronymic or surname_cost + given_cost < 50 else "unknown",
                kazakh_case or case,
                slots.order,
                total + surname_cost + given_cost,
            )


def _capitals_cost(slots: _Slots, cut: NameTokens) -> float:
    """A single word in capitals among words that are not is the surname."""
    capital = [token for token in cut.tokens if token.capitals]
    small = [token for token in cut.tokens if not token.initial and not token.capitals]
    if not capital or not small:
        return 0.0
    return 0.0 if all(token.capitals for token in slots.surname) and slots.surname else 3.0


def _case_cost(
    case: str, kazakh_case: str | None, language: str | None, hint: str | None, patronymic: PatronymicReading | None
) -> float:
    if kazakh_case:
        if hint == kazakh_case:
            return -1.0
        if patronymic is not None:
            return 0.2
        return 0.4 if kazakh_case == "kk_genitive" else 1.2
    cost = _RUSSIAN_CASE_PRIOR[case]
    if language == "kk" and case != "nominative":
        cost += 3.0
    if patronymic is not None and patronymic.decisive:
        return 0.0 if case != "genitive" else 0.05 - (0.1 if hint == case else 0.0)
    if hint is not None:
        cost += -1.0 if hint == case else 1.2
    return cost


def _read_surname(tokens: tuple[NameToken, ...], gender: str, case: str) -> tuple[str | None, float | None]:
    if not tokens:
        return None, 0.8
    texts: list[str] = []
    total = 0.0
    for token in tokens:
        pieces = token.lower.split("-")
        done: list[str] = []
        for index, piece in enumerate(pieces):
            candidates = surname_nominatives(piece, gender, case)
            if not candidates:
                return None, None
            nominative, cost = min(candidates, key=lambda pair: pair[1])
            if index < len(pieces) - 1:
                cost *= 0.5
            done.append(nominative)
            total += cost
        texts.append(title_case("-".join(done)))
        total += _surname_evidence("-".join(done), gender)
    return " ".join(texts), total


@lru_cache(maxsize=100_000)
def _surname_evidence(nominative: str, gender: str) -> float:
    """Reward a surname's ending, charge a word that is known as a woman's given name only."""
    last = nominative.split("-")[-1]
    if _STRONG_SURNAME.search(last):
        listed = genders_of_given(last)
        return 0.6 if listed and not re.search(r"(?:ов|ев)а?$", last) else -1.0
    if last in _KOREAN_SURNAMES:
        return -1.0
    genders = genders_of_given(last)
    if genders == "f":
        return 1.5
    if genders:
        return 0.5
    return -0.4 if _SURNAME_ENDING.search(last) else 0.0


def _read_given(tokens: tuple[NameToken, ...], gender: str, case: str) -> tuple[str | None, float | None]:
    if not tokens:
        return None, 1.2
    if tokens[0].initial:
        return title_case(tokens[0].text) + ".", 0.0
    texts: list[str] = []
    total = 0.0
    for token in tokens:
        if token.initial:
            texts.append(title_case(token.text) + ".")
            continue
        nominative, cost = _best_given(token.lower, gender, case)
        texts.append(title_case(nominative))
        total += cost
    return " ".join(texts), total


@lru_cache(maxsize=100_000)
def _best_given(word: str, gender: str, case: str) -> tuple[str, float]:
    best, best_cost = word, 9.0
    for rank, nominative in enumerate(given_nominatives(word, gender, case)):
        listed = genders_of_given(nominative)
        unchanged = nominative == word and case != "nominative"
        cost = 0.15 * rank + (0.1 if unchanged else 0.0)
        if gender in listed:
            cost -= 1.0
        elif listed:
            cost += 1.2
        else:
            cost += 0.3 + _unlisted_given_cost(nominative, gender, unchanged)
        if cost < best_cost:
            best, best_cost = nominative, cost
    return best, best_cost


def _unlisted_given_cost(nominative: str, gender: str, unchanged: bool) -> float:
    cost = 0.0
    if _STRONG_SURNAME.search(nominative) or _OBLIQUE_SURNAME.search(nominative):
        cost += 1.5
    last = nominative[-1]
    if gender == "m" and unchanged and last not in "аяоеиуыюэіө":
        cost += 1.0
    if gender == "f" and unchanged and last in "ая":
        cost += 1.0
    if gender == "m" and last in "ая":
        cost += 0.4
    if gender == "f" and last in "бвгдкпстфхцй":
        cost += 0.3
    return cost


def _patronymic_text(token: NameToken | None, reading: PatronymicReading | None) -> str | None:
    if token is None:
        return None
    if token.initial:
        return title_case(token.text) + "."
    return title_case(reading.nominative if reading else token.lower)
