"""One part of a name read in a gender and a case: its nominative and what the reading costs."""

from __future__ import annotations

from functools import lru_cache

from etl.normalise.given_inflection import given_nominatives
from etl.normalise.given_names import compound_gender, genders_of_given
from etl.normalise.inflection import surname_nominatives
from etl.normalise.name_order import given_likeness
from etl.normalise.name_tokens import NameToken, title_case
from etl.normalise.patronymics import PatronymicReading


def read_surname(tokens: tuple[NameToken, ...], gender: str, case: str, latin: bool) -> tuple[str | None, float]:
    """Read a surname; the cost of a missing one is high.

    Args:
        tokens: its words, mostly one.
        gender: m or f.
        case: a Russian case.
        latin: keep the Latin print.
    """
    if not tokens:
        return None, 1.3
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


def read_given(tokens: tuple[NameToken, ...], gender: str, case: str, latin: bool) -> tuple[str | None, float]:
    """Read a given name; an initial costs nothing in any case.

    Args:
        tokens: its words, mostly one.
        gender: m or f.
        case: a Russian case.
        latin: keep the Latin print.
    """
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


def write_patronymic(token: NameToken | None, reading: PatronymicReading | None, latin: bool) -> str | None:
    """Write a patronymic in the nominative, an initial with its point.

    Args:
        token: the printed word.
        reading: what it was read as; a word that is no known patronymic stays as printed.
        latin: keep the Latin print.
    """
    if token is None:
        return None
    if token.initial:
        return title_case(token.text) + "."
    if latin:
        return title_case(token.text)
    return title_case(reading.nominative if reading else token.lower)
