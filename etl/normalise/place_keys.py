"""Words of a text as keys of place names: letters, endings, and the words that announce a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.alphabet import clean_text, plain, repair_homoglyphs
from models.reference.places import PlaceKind, PlaceWords

_TOKEN = re.compile(r"[рР]\s?-\s?[нН][а-яё]{0,2}(?!\w)|[^\W_]+")
_RAYON_SHORT = re.compile(r"[рР]\s?-\s?[нН]")
_SHORTEST_BASE = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text.

    Args:
        text: its comparison key.
        start, end: its place in the cleaned text.
        keys: what the word may be as (part of) a place name, endings taken off.
        adjective: it has the ending of a Russian adjective of a place.
        capital: it begins with a capital letter.
        kind: region, city or district where the word announces a place.
        follows_only: a word of kind that only follows its name.
    """

    text: str
    start: int
    end: int
    keys: tuple[str, ...]
    adjective: bool = False
    capital: bool = False
    kind: str | None = None
    follows_only: bool = False


def tokenise(text: str, words: PlaceWords) -> tuple[Token, ...]:
    """Cut a text into words with their keys and mark the words of kind.

    Args:
        text: the cleaned text.
        words: the words and endings of a pack.
    """
    matches = list(_TOKEN.finditer(text))
    tokens: list[Token] = []
    for position, match in enumerate(matches):
        printed = match.group()
        word = "район" if _RAYON_SHORT.match(printed) else word_key(printed, words)
        dotted = text[match.end() : match.end() + 1] == "."
        after_number = position > 0 and matches[position - 1].group().isdigit()
        kind, follows_only = kind_of(word, printed, words, dotted=dotted, after_number=after_number)
        keys = () if kind and len(word) > 1 else tuple(token_keys(word, words))
        tokens.append(
            Token(
                word,
                match.start(),
                match.end(),
                keys,
                adjective=any(key.endswith("~") for key in keys),
                capital=printed[:1].isupper(),
                kind=kind,
                follows_only=follows_only,
            )
        )
    return tuple(tokens)


def clean_place_text(text: str) -> str:
    """Repair the letters of a text; positions of mentions refer to this form.

    Args:
        text: text as printed.
    """
    return repair_homoglyphs(clean_text(text))


@lru_cache(maxsize=50_000)
def _fold_word(word: str) -> str:
    return plain(word).lower().replace("ё", "е").replace("ь", "").replace("ъ", "")


def word_key(word: str, words: PlaceWords) -> str:
    """Give the comparison key of one word; a word in Latin letters is read by the pack's table.

    Args:
        word: a word as printed.
        words: the pack's words and letters.
    """
    lowered = word.lower()
    if words.latin and not re.search("[а-яәғқңөұүһі]", lowered) and any(letter.isalpha() for letter in lowered):
        for latin in sorted(words.latin, key=len, reverse=True):
            lowered = lowered.replace(latin, words.latin[latin])
    key = _fold_word(lowered)
    return words.same_words.get(key, key)


def kind_of(
    word: str, printed: str, words: PlaceWords, *, dotted: bool = False, after_number: bool = False
) -> tuple[str | None, bool]:
    """Tell which kind of place a word announces, and whether such a word only follows its name.

    Args:
        word: the comparison key of the word.
        printed: the word as printed; a single letter announces a place only where it is small.
        words: the words of a pack.
        dotted: a full stop follows.
        after_number: a number stands before, so that «г» is a year.
    """
    kinds: tuple[tuple[str, PlaceKind], ...] = (
        ("region", words.region),
        ("city", words.city),
        ("district", words.district),
    )
    for name, kind in kinds:
        if word.startswith(kind.stems):
            return name, False
        if word.startswith(kind.stems_after_name):
            return name, True
        if printed.islower() or len(word) > 1:
            if word in kind.abbreviations and not (len(word) == 1 and after_number):
                return name, False
            if word in kind.abbreviations_after_name and dotted:
                return name, True
    return None, False


def token_keys(word: str, words: PlaceWords) -> Iterator[str]:
    """List what a word may be: itself, the base of an adjective (marked ~), itself without a case ending.

    Args:
        word: the comparison key of the word.
        words: the endings of a pack.
    """
    yield word
    for ending in words.adjective_endings:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word[: -len(ending)] + "~"
    for ending in words.case_endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE:
            yield word[: -len(ending)]
