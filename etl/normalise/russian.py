"""Russian words in the nominative: a noun phrase printed in any case, and the lemmas of a word."""

from __future__ import annotations

import re
from functools import lru_cache

import pymorphy3
from pymorphy3.analyzer import Parse

_CASES = ("nomn", "gent", "accs", "ablt", "datv", "loct")
_RUSSIAN_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*\.?")
_ACTING = re.compile(r"(?i)исполняющ(?:его|ему|им)\s+обязанности")
_ACTING_FEMININE = re.compile(r"(?i)исполняющ(?:ую|ей)\s+обязанности")


@lru_cache(maxsize=1)
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=50_000)
def _parses(word: str) -> tuple[Parse, ...]:
    return tuple(_analyzer().parse(word.lower()))


@lru_cache(maxsize=50_000)
def lemmas(word: str) -> frozenset[str]:
    """List the dictionary forms a Russian word can have, ё as е; feminine posts keep their own noun.

    Args:
        word: one word; of a hyphenated word its first part counts.
    """
    first = word.split("-")[0]
    found = {
        parse.normal_form.replace("ё", "е") for parse in _parses(first) if parse.tag.POS in ("NOUN", "ADJF", "PRTF")
    }
    return frozenset(found | {first.lower().replace("ё", "е")})


@lru_cache(maxsize=50_000)
def is_adjective(word: str) -> bool:
    """Tell whether a word can be a full adjective or participle in any case.

    Args:
        word: one word.
    """
    return any(parse.tag.POS in ("ADJF", "PRTF") for parse in _parses(word.rsplit("-", 1)[-1]) if parse.score > 0.01)


def _noun_parses(word: str, heads: frozenset[str]) -> list[Parse]:
    known = [
        parse
        for parse in _parses(word)
        if parse.normal_form.replace("ё", "е") in heads and parse.tag.POS in ("NOUN", "ADJF", "PRTF")
    ]
    return known or [parse for parse in _parses(word) if parse.tag.POS == "NOUN"]


def _head_form(word: str, heads: frozenset[str]) -> tuple[str, str | None] | None:
    """Give the nominative singular of the phrase's noun and its gender, or None where it is no noun."""
    parses = _noun_parses(word, heads)
    if not parses:
        return None
    for parse in parses:
        if parse.tag.case == "nomn" and parse.tag.number == "sing":
            return word, parse.tag.gender
    # One person holds the post: учителя is the genitive of one teacher, not the plural.
    parses.sort(
        key=lambda parse: (
            parse.tag.number != "sing",
            -parse.score,
            _CASES.index(parse.tag.case) if parse.tag.case in _CASES else 9,
        )
    )
    inflected = parses[0].inflect({"nomn", "sing"})
    return (inflected.word, parses[0].tag.gender) if inflected else None


def _adjective_form(word: str, gender: str | None) -> str:
    for parse in _parses(word):
        if parse.tag.POS in ("ADJF", "PRTF"):
            wanted = {"nomn", "sing", gender} if gender else {"nomn", "sing"}
            inflected = parse.inflect(wanted)
            if inflected:
                return inflected.word
    return word


@lru_cache(maxsize=20_000)
def nominative_phrase(text: str, heads: frozenset[str] = frozenset()) -> str:
    """Put a Russian noun phrase into the nominative singular: its first noun and the adjectives before it.

    Args:
        text: the phrase in any case; what follows the noun stays as printed.
        heads: lemmas that are posts, preferred where a word is ambiguous («техника»).
    """
    if _ACTING.match(text) or _ACTING_FEMININE.match(text):
        return _ACTING_FEMININE.sub("исполняющая обязанности", _ACTING.sub("исполняющий обязанности", text))
    matches = list(_RUSSIAN_WORD.finditer(text))
    adjectives: list[re.Match[str]] = []
    for match in matches:
        word = match.group()
        if text[(adjectives[-1].end() if adjectives else 0) : match.start()].strip():
            return text  # a number, a quote or a bracket comes first: no plain phrase
        if word.endswith(".") or len(word) < 3:
            return text
        is_head = bool(lemmas(word) & heads)
        if not is_head and is_adjective(word):
            adjectives.append(match)
            continue
        return _rebuild(text, adjectives, match, heads)
    if adjectives and lemmas(adjectives[-1].group()) & heads:
        return _rebuild(text, adjectives[:-1], adjectives[-1], heads)
    return text


def _rebuild(text: str, adjectives: list[re.Match[str]], noun: re.Match[str], heads: frozenset[str]) -> str:
    parts = noun.group().split("-")
    forms = [_head_form(part, heads) for part in parts]
    if forms[0] is None:
        return text
    head, gender = forms[0]
    if head.lower() == parts[0].lower() and not adjectives:
        return text
    if head.lower() == parts[0].lower():
        # The noun stands in the nominative; adjectives of its gender then do so too.
        return text
    result = text
    noun_text = "-".join(
        [
            _match_case(head, parts[0]),
            *[form[0] if form else part for form, part in zip(forms[1:], parts[1:], strict=True)],
        ]
    )
    result = result[: noun.start()] + noun_text + result[noun.end() :]
    for match in reversed(adjectives):
        result = (
            result[: match.start()]
            + _match_case(_adjective_form(match.group(), gender), match.group())
            + result[match.end() :]
        )
    return result


def _match_case(word: str, model: str) -> str:
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


@lru_cache(maxsize=50_000)
def is_nominative_head(word: str, heads: frozenset[str]) -> bool:
    """Tell whether a word is a post in the nominative singular.

    Args:
        word: one word.
        heads: lemmas that are posts.
    """
    first = word.split("-")[0]
    for parse in _parses(first):
        if parse.normal_form.replace("ё", "е") in heads and parse.tag.case == "nomn" and parse.tag.number == "sing":
            return True
    return first.lower().replace("ё", "е") in heads


@lru_cache(maxsize=50_000)
def is_nominative_adjective(word: str) -> bool:
    """Tell whether a word is an adjective in the nominative singular, masculine or feminine.

    Args:
        word: one word.
    """
    return any(
        parse.tag.POS in ("ADJF", "PRTF")
        and parse.tag.case == "nomn"
        and parse.tag.number == "sing"
        and parse.tag.gender in ("masc", "femn")
        for parse in _parses(word)
        if word.lower().endswith(("ый", "ий", "ой", "ая", "яя"))
    )


def begins_nominative(text: str, heads: frozenset[str]) -> bool:
    """Tell whether a phrase begins with a post in the nominative, adjectives before it aside.

    Args:
        text: tidy text.
        heads: lemmas that are posts.
    """
    for match in list(_RUSSIAN_WORD.finditer(text))[:5]:
        word = match.group().rstrip(".")
        if is_nominative_head(word, heads):
            return True
        if not is_nominative_adjective(word) and len(word) > 3:
            return False
    return False
