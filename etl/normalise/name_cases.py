"""What a case of a printed name costs: Russian cases by context, Kazakh suffixes by what they lay bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.dictionary import is_known_word
from etl.normalise.given_names import compound_gender, genders_of_given, restore_soft_sign
from etl.normalise.kazakh_suffixes import strip_kazakh_suffix
from etl.normalise.name_order import surname_likeness
from etl.normalise.name_tokens import NameToken, split_capitals_suffix
from etl.normalise.patronymics import PatronymicReading, read_patronymic

_PRIOR = {
    "nominative": 0.0,
    "accusative": 0.7,
    "genitive": 0.75,
    "dative": 1.0,
    "instrumental": 1.0,
    "prepositional": 2.0,
}
_SAME_FOR_MEN = frozenset({"accusative", "genitive"})
_HARDLY_NATURAL = re.compile(
    r"(?:[ғқ][ае]|(?<!бер)(?<!кел)(?<!гел)(?<!қал)(?<!бол)(?<!тұр)(?<!ал)(?<!жан)(?<!сал)(?<!кет)(?<!жет)(?<!өс)[дт][ыі]|н[ыі])$"
)
"""Endings that a nominative hardly has, names like Бекберді and Есенгелді aside."""
_TURKIC_WITH_SUFFIX = re.compile(r"(?:ұлы|қызы|кызы|улы)н")


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known about a name before it is read."""

    language: str | None = None
    case: str | None = None
    gender: str | None = None


def kazakh_variants(tokens: tuple[NameToken, ...], hints: Hints) -> Iterator[tuple[tuple[NameToken, ...], str | None]]:
    """Yield the words as they stand and with a Kazakh case suffix taken off the last word.

    Args:
        tokens: the words of the name.
        hints: a Russian text has suffixes only behind -ұлы, -қызы.
    """
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
    hinted = (hints.case or "").startswith("kk")
    if hints.language == "ru" and not hinted and not _TURKIC_WITH_SUFFIX.search(last.lower):
        return
    for stripped, kazakh_case in strip_kazakh_suffix(last.lower):
        whole = restore_soft_sign(stripped)
        if whole == stripped and stripped[-1] in "лр" and not is_known_word(stripped) and is_known_word(stripped + "ь"):
            whole = stripped + "ь"  # Бондардың -> Бондарь
        text = last.text[: len(stripped)] + whole[len(stripped) :]
        yield (*tokens[:-1], NameToken(text, whole, False, last.capitals)), kazakh_case


def case_cost(case: str, hints: Hints, patronymic: PatronymicReading | None) -> float:
    """Cost of reading a name in a Russian case.

    Args:
        case: a Russian case.
        hints: language and case that the text asks for.
        patronymic: a patronymic whose ending has already decided takes the weight off the hint.
    """
    cost = _PRIOR[case]
    if patronymic is not None and patronymic.decisive:
        return cost if case in ("nominative", "prepositional") else 0.0 if hints.case == case else 0.1 * cost
    if hints.language == "kk" and case != "nominative":
        cost += 3.0
    if hints.case is not None and not hints.case.startswith("kk"):
        if hints.case == case:
            cost -= 1.0
        else:
            cost += 0.3 if {hints.case, case} == _SAME_FOR_MEN else 1.2
    return cost


@lru_cache(maxsize=50_000)
def bare_strength(word: str) -> float:
    """Say how surely a word is a complete part of a name in the nominative (0..1).

    Args:
        word: lower-case word.
    """
    last = word.split("-")[-1]
    if read_patronymic(last) or surname_likeness(last) >= 0.8:
        return 1.0
    if genders_of_given(last):
        return 0.9
    return 0.7 if compound_gender(last) else 0.0


def suffix_cost(kazakh_case: str, hints: Hints, bare: NameToken) -> float:
    """Cost of having taken a Kazakh suffix off; a patronymic or surname ending laid bare proves it right.

    Args:
        kazakh_case: the case whose suffix was taken off.
        hints: the case that the text asks for.
        bare: the word without the suffix.
    """
    strength = bare_strength(bare.lower)
    cost = (
        0.2 if strength >= 0.7 else {"kk_genitive": 0.4, "kk_accusative": 1.0, "kk_dative": 1.1}.get(kazakh_case, 1.3)
    )
    if hints.case is not None:
        cost += -1.5 if hints.case == kazakh_case else (0.0 if hints.case.startswith("kk") else 0.5)
    return cost


def left_on_cost(last: NameToken, hints: Hints) -> float:
    """Cost of leaving a possible Kazakh suffix on the last word of a name.

    Args:
        last: the last word as printed.
        hints: a Russian text is not suspected.
    """
    if last.initial or hints.language == "ru" or bare_strength(last.lower) >= 0.7:
        return 0.0
    bases = [base for base, _ in strip_kazakh_suffix(last.lower)]
    if any(read_patronymic(base) for base in bases):
        return 3.0
    strengths = [bare_strength(base) for base in bases]
    if max(strengths, default=0.0) >= 0.7:
        return 1.5
    if bases and hints.language == "kk" and _HARDLY_NATURAL.search(last.lower):
        return 1.4
    return 0.8 if re.search(r"[нтд][ыі]ң$", last.lower) else 0.0
