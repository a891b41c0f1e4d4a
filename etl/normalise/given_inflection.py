"""Nominatives that a given name can go back to in a Russian case."""

from __future__ import annotations

from functools import lru_cache

from etl.normalise.given_names import is_listed_spelling
from etl.normalise.inflection import CONSONANTS, HUSHING, VOWELS, a_noun_nominatives

_IRREGULAR_GIVEN = {"льв": "лев", "павл": "павел", "петр": "пётр"}


@lru_cache(maxsize=200_000)
def given_nominatives(word: str, gender: str, case: str) -> tuple[tuple[str, float], ...]:
    """List the nominatives of a given name printed in a case; listed spellings cost least.

    Args:
        word: given name in lower case.
        gender: m or f.
        case: one of CASES.
    """
    if case == "nominative":
        return ((word, 0.0),)
    found = [(nominative, 0.1) for nominative, _ in a_noun_nominatives(word, case)]
    if gender == "m":
        found += [(nominative, 0.0) for nominative in _masculine_given(word, case)]
    elif word == "любови":
        found.append(("любовь", 0.0))
    elif word.endswith("и") and case in ("genitive", "dative", "prepositional"):
        found.append((word[:-1] + "ь", 0.2))
    elif word.endswith("ью") and case == "instrumental":
        found.append((word[:-1], 0.0))
    found.append((word, 0.9 if gender == "f" and word[-1] in "ая" else 0.15))
    return tuple((nominative, cost - (0.2 if is_listed_spelling(nominative) else 0.0)) for nominative, cost in found)


def _masculine_given(word: str, case: str) -> list[str]:
    found: list[str] = []
    if case == "prepositional" and word.endswith("ии"):
        found.append(word[:-1] + "й")
    if case == "instrumental":
        stem, soft = (word[:-2], word[-2] == "е") if word[-2:] in ("ом", "ем") else ("", False)
    else:
        endings = {"genitive": "ая", "accusative": "ая", "dative": "ую", "prepositional": "е"}[case]
        stem, soft = (word[:-1], word[-1] in "яюе") if word[-1] in endings else ("", False)
    if not stem:
        return found
    if stem in _IRREGULAR_GIVEN:
        found.append(_IRREGULAR_GIVEN[stem])
    if stem[-1] in VOWELS:
        if soft:
            found.append(stem + "й")
    elif stem[-1] in CONSONANTS and stem[-1] != "й":
        if not soft or case == "prepositional" or stem[-1] in HUSHING:
            found.append(stem)
        if soft:
            found.append(stem + "ь")
    return found
