"""Which word of a printed name is the surname, the given name, the patronymic: the possible deals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.given_inflection import given_nominatives
from etl.normalise.given_names import (
    compound_gender,
    genders_of_given,
    is_korean_syllable,
    is_listed_surname,
)
from etl.normalise.inflection import CASES
from etl.normalise.name_tokens import NameToken, NameTokens
from etl.normalise.patronymics import read_patronymic

SURNAME_FIRST = "surname_first"
GIVEN_FIRST = "given_first"
_AGAINST_LIST = 4.3
"""Cost of a given name first in a list that prints surnames first; «Айгерим Ахметова» still pays it."""

_STRONG_SURNAME = re.compile(
    r"..(?:[оеё]в(?:а|у|ым|ой|ых)?|[сц]к(?:ий|ая|ого|ому|им|ой|ую)|енко|швили)$|..[жмтлдрнкшщбз][иы]н(?:а|у|ым|ой)?$"
)
_WEAK_SURNAME = re.compile(r"..(?:[чщ]ук|юк|дзе|ян|ич|берг|штейн|ман|ко|ец|ер|[оеё]в|[иы]н)(?:а|у|ом|ем)?$")


@dataclass(frozen=True, slots=True)
class Deal:
    """One way to deal out the words of a name, and how unusual it is."""

    surname: tuple[NameToken, ...]
    given: tuple[NameToken, ...]
    patronymic: NameToken | None
    order: str
    cost: float


@lru_cache(maxsize=100_000)
def given_likeness(word: str) -> tuple[float, str]:
    """Say how much a word looks like a given name in any case (0..1) and of whom.

    Args:
        word: lower-case word.
    """
    listed = genders_of_given(word)
    if listed:
        return 1.0, listed
    if "-" in word:
        return min((given_likeness(piece) for piece in word.split("-")), key=lambda pair: pair[0])
    best, whose = 0.0, ""
    for gender in "mf":
        for case in CASES:
            for nominative, _ in given_nominatives(word, gender, case):
                if gender in genders_of_given(nominative):
                    weight = 0.9
                elif gender in compound_gender(nominative):
                    weight = 0.8
                else:
                    continue
                if weight > best + 0.05:
                    best, whose = weight, gender
                elif weight > best - 0.05 and gender not in whose:
                    whose += gender
    return best, whose


@lru_cache(maxsize=100_000)
def surname_likeness(word: str) -> float:
    """Say how much a word looks like a surname in any case (0..1).

    Args:
        word: lower-case word, perhaps hyphenated.
    """
    last = word.split("-")[-1]
    if is_listed_surname(last, "korean") or is_listed_surname(last, "indeclinable"):
        return 0.8
    if _STRONG_SURNAME.search(last):
        # Марина, Галина, Айдын end like surnames.
        return 0.3 if genders_of_given(last) and not re.search(r"[оеё]ва?$", last) else 1.0
    return 0.5 if _WEAK_SURNAME.search(last) and not genders_of_given(last) else 0.0


def _placement_cost(surname: tuple[NameToken, ...], given: tuple[NameToken, ...]) -> float:
    """Charge words that look like the other part of the name."""
    cost = 0.0
    for token in surname:
        likeness, whose = given_likeness(token.lower)
        cost += 0.7 * likeness + (0.8 if whose == "f" and likeness > 0.8 else 0.0) - surname_likeness(token.lower)
    for token in given:
        if not token.initial:
            cost += 1.2 * surname_likeness(token.lower) - given_likeness(token.lower)[0]
    return cost


def is_patronymic(token: NameToken) -> bool:
    """Tell whether a word of a name has the ending of a patronymic.

    Args:
        token: a word or initial.
    """
    return not token.initial and read_patronymic(token.lower) is not None


def deal_words(cut: NameTokens, order: str | None) -> Iterator[Deal]:
    """Yield the ways to deal the words out to surname, given name and patronymic.

    Args:
        cut: the words of one name.
        order: surname_first or given_first when the list shows it.
    """
    tokens = cut.tokens
    words = [token for token in tokens if not token.initial]
    if not words:
        return
    if cut.comma_after:
        head, tail = tokens[: cut.comma_after], tokens[cut.comma_after :]
        if tail and len(tail) < 4 and not any(token.initial for token in head):
            late = tail[-1] if len(tail) > 1 else None
            yield Deal(head, tail[: max(1, len(tail) - 1)], late, SURNAME_FIRST, 0.0)
        return
    deals = _deal_initials(tokens) if len(words) < len(tokens) else _deal_full(tokens, order)
    for deal in deals:
        yield Deal(
            deal.surname,
            deal.given,
            deal.patronymic,
            deal.order,
            deal.cost + _capitals_cost(deal, cut) + _patronymic_cost(deal),
        )


def _capitals_cost(deal: Deal, cut: NameTokens) -> float:
    """A single word in capitals among words that are not is the surname."""
    capital = [token for token in cut.tokens if token.capitals]
    small = [token for token in cut.tokens if not token.initial and not token.capitals]
    if not capital or not small:
        return 0.0
    return 0.0 if deal.surname and all(token.capitals for token in deal.surname) else 4.0


def _patronymic_cost(deal: Deal) -> float:
    """A word that ends like a patronymic is rarely anything else: Абрамович may be a surname, -вна never."""
    cost = sum(3.0 for token in deal.given if is_patronymic(token))
    for token in deal.surname:
        reading = None if token.initial else read_patronymic(token.lower)
        if reading is not None:
            cost += 3.0 if reading.decisive and reading.gender == "f" else 1.6
    return cost


def _deal_initials(tokens: tuple[NameToken, ...]) -> Iterator[Deal]:
    """Deal out names that contain initials."""
    flags = "".join("i" if token.initial else "w" for token in tokens)
    if re.fullmatch(r"i{1,3}w", flags):
        yield Deal(tokens[-1:], tokens[:1], tokens[1] if len(tokens) > 2 else None, GIVEN_FIRST, 0.0)
    elif re.fullmatch(r"wi{1,3}", flags):
        yield Deal(tokens[:1], tokens[1:2], tokens[2] if len(tokens) > 2 else None, SURNAME_FIRST, 0.0)
    elif flags == "wwi":
        yield Deal(tokens[:1], tokens[1:2], tokens[2], SURNAME_FIRST, 0.2)
    elif flags == "wiw" and is_patronymic(tokens[2]):
        yield Deal(tokens[:1], tokens[1:2], tokens[2], SURNAME_FIRST, 0.1)
    elif flags == "wiw":
        yield Deal(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, 0.3)
    elif flags == "iww" and is_patronymic(tokens[1]):
        yield Deal(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, 0.1)
    elif flags in ("iww", "iiww"):
        yield Deal(tokens[-2:], tokens[:1], tokens[1] if len(tokens) > 3 else None, GIVEN_FIRST, 0.5)
    elif flags == "wwii":
        yield Deal(tokens[:2], tokens[2:3], tokens[3], SURNAME_FIRST, 0.5)


def _deal_full(tokens: tuple[NameToken, ...], order: str | None) -> Iterator[Deal]:
    """Deal out names without initials."""
    late = 0.4 if order is None else (_AGAINST_LIST if order == SURNAME_FIRST else 0.0)
    early = 2.5 if order == GIVEN_FIRST else 0.0
    deals = {1: _deal_one, 2: _deal_two, 3: _deal_three}.get(len(tokens), _deal_many)
    for deal in deals(tokens):
        shift = (early if deal.order == SURNAME_FIRST else late) if len(tokens) > 1 else 0.0
        yield Deal(
            deal.surname,
            deal.given,
            deal.patronymic,
            deal.order,
            deal.cost + shift + _placement_cost(deal.surname, deal.given),
        )


def _deal_one(tokens: tuple[NameToken, ...]) -> Iterator[Deal]:
    yield Deal(tokens, (), None, SURNAME_FIRST, 0.0)
    yield Deal((), tokens, None, GIVEN_FIRST, 0.6)


def _deal_two(tokens: tuple[NameToken, ...]) -> Iterator[Deal]:
    yield Deal(tokens[:1], tokens[1:], None, SURNAME_FIRST, 0.0)
    yield Deal(tokens[1:], tokens[:1], None, GIVEN_FIRST, 0.0)
    if is_patronymic(tokens[1]):
        yield Deal((), tokens[:1], tokens[1], GIVEN_FIRST, 0.2)
        yield Deal(tokens[:1], (), tokens[1], SURNAME_FIRST, 0.9)


def _deal_three(tokens: tuple[NameToken, ...]) -> Iterator[Deal]:
    middle, last = is_patronymic(tokens[1]), is_patronymic(tokens[2])
    yield Deal(tokens[:1], tokens[1:2], tokens[2], SURNAME_FIRST, 0.0 if last else 1.2)
    if middle:
        yield Deal(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, 0.0)
    if last:
        return
    if is_listed_surname(tokens[0].lower, "korean") or all(is_korean_syllable(token.lower) for token in tokens[1:]):
        yield Deal(tokens[:1], tokens[1:], None, SURNAME_FIRST, -0.3)
    if is_listed_surname(tokens[2].lower, "korean") and all(is_korean_syllable(token.lower) for token in tokens[:2]):
        yield Deal(tokens[2:], tokens[:2], None, GIVEN_FIRST, 0.0)
    yield Deal(tokens[:2], tokens[2:], None, SURNAME_FIRST, 3.3)
    yield Deal(tokens[1:], tokens[:1], None, GIVEN_FIRST, 3.3)


def _deal_many(tokens: tuple[NameToken, ...]) -> Iterator[Deal]:
    if len(tokens) != 4:
        return
    if is_patronymic(tokens[3]):
        yield Deal(tokens[:1], tokens[1:3], tokens[3], SURNAME_FIRST, 0.6)
        yield Deal(tokens[:2], tokens[2:3], tokens[3], SURNAME_FIRST, 0.6)
    if is_patronymic(tokens[1]):
        yield Deal(tokens[2:], tokens[:1], tokens[1], GIVEN_FIRST, 0.6)
    if is_patronymic(tokens[2]):
        yield Deal(tokens[3:], tokens[:2], tokens[2], GIVEN_FIRST, 0.6)
