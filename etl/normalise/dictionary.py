"""What the Russian dictionary of pymorphy3 knows about a word used as a surname.

Only words the dictionary really holds are asked for: its guesses about Kazakh names are wrong too often
(docs/names.md shows where), while its fleeting vowels and adjectives are better than any rule.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

_CASE_TAGS = {
    "accusative": "accs",
    "genitive": "gent",
    "dative": "datv",
    "instrumental": "ablt",
    "prepositional": "loct",
}


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3  # loading the dictionary takes a moment, and nominative lists never need it

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=100_000)
def known_nominatives(word: str, gender: str, case: str) -> frozenset[str]:
    """Look up which nominatives a dictionary word has when read in a case; empty for an unknown word.

    Args:
        word: lower-case word (Соловья, Лесного, Сорокой).
        gender: m or f, the gender of the bearer.
        case: an oblique case.
    """
    analyzer = _analyzer()
    if not analyzer.word_is_known(word):
        return frozenset()
    tag, found = _CASE_TAGS[case], set()
    for parse in analyzer.parse(word):
        if tag not in parse.tag or "sing" not in parse.tag:
            continue
        if parse.tag.POS == "NOUN":
            if "Fixd" not in parse.tag and "Name" not in parse.tag and "Geox" not in parse.tag:
                nominative = parse.inflect({"nomn", "sing"})
                found.add(nominative.word if nominative else parse.normal_form)
        elif parse.tag.POS == "ADJF":
            wanted = "masc" if gender == "m" else "femn"
            if wanted in parse.tag and (nominative := parse.inflect({"nomn", "sing", wanted})):
                found.add(nominative.word)
    return frozenset(found)


def is_known_word(word: str) -> bool:
    """Tell whether the dictionary holds a form, as whatever it may be.

    Args:
        word: lower-case word.
    """
    return bool(_analyzer().word_is_known(word))


@lru_cache(maxsize=100_000)
def is_common_word(word: str) -> bool:
    """Tell whether a Russian word is an ordinary one: noun, adjective, participle, particle, never a name.

    Args:
        word: lower-case word in any form.
    """
    analyzer = _analyzer()
    if not analyzer.word_is_known(word):
        return False
    return not any(mark in parse.tag for parse in analyzer.parse(word) for mark in ("Surn", "Name", "Patr"))
