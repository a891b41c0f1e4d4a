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


_SUBSTANTIVE = (
    ("его", ("ий",)), ("ему", ("ий",)), ("ого", ("ий", "ый")), ("ому", ("ий", "ый")), ("им", ("ий",)), ("ым", ("ый",)),
    ("ую", ("ая",)), ("ей", ("ая",)), ("ой", ("ая",)), ("ий", ("ий",)), ("ый", ("ый",)), ("ая", ("ая",)),
)  # fmt: skip
"""Endings of posts declined like adjectives, and the nominative each points to."""


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
def nominative_phrase(text: str, heads: frozenset[str] = frozenset(), *, only_heads: bool = False) -> str:
    """Put a Russian noun phrase into the nominative singular: its first noun and the adjectives before it.

    Args:
        text: the phrase in any case; what follows the noun stays as printed.
        heads: lemmas that are posts, preferred where a word is ambiguous («техника»).
        only_heads: leave a phrase alone whose noun is none of these.
    """
    if _ACTING.match(text) or _ACTING_FEMININE.match(text):
        return _ACTING_FEMININE.sub("исполняющая обязанности", _ACTING.sub("исполняющий обязанности", text))
    matches = list(_RUSSIAN_WORD.finditer(text))
    adjectives: list[re.Match[str]] = []
    for index, match in enumerate(matches):
        word = match.group()
        if text[(adjectives[-1].end() if adjectives else 0) : match.start()].strip():
            return text  # a number, a quote or a bracket comes first: no plain phrase
        if word.endswith(".") or len(word) < 3:
            return text
        post = substantive_post(word, heads)
        following = next((later.group() for later in matches[index + 1 :] if not is_adjective(later.group())), "")
        if post and not _is_noun_post(following, heads):
            return _replace(text, adjectives, match, _match_case(post, word), "femn" if post.endswith("ая") else "masc")
        if post or (not lemmas(word) & heads and is_adjective(word)):
            adjectives.append(match)
            continue
        if only_heads and not lemmas(word) & heads:
            return text
        return _rebuild(text, adjectives, match, heads)
    return text


@lru_cache(maxsize=20_000)
def substantive_post(word: str, heads: frozenset[str]) -> str | None:
    """Give the nominative of a post that is declined like an adjective («заведующую» -> «заведующая»).

    Args:
        word: one word in any case.
        heads: lemmas that are posts.
    """
    lowered = word.lower()
    for ending, bases in _SUBSTANTIVE:
        if lowered.endswith(ending):
            for base in bases:
                masculine = lowered[: -len(ending)] + ("ий" if base == "ий" else "ый")
                candidate = lowered[: -len(ending)] + base
                feminine_of_known = base == "ая" and (
                    lowered[: -len(ending)] + "ий" in heads or lowered[: -len(ending)] + "ый" in heads
                )
                if candidate in heads or masculine in heads and base != "ая" or feminine_of_known:
                    return candidate
    return None


def _is_noun_post(word: str, heads: frozenset[str]) -> bool:
    return bool(word) and any(
        parse.tag.POS == "NOUN" and parse.normal_form.replace("ё", "е") in heads
        for parse in _parses(word.split("-")[0])
    )


def _rebuild(text: str, adjectives: list[re.Match[str]], noun: re.Match[str], heads: frozenset[str]) -> str:
    parts = noun.group().split("-")
    forms = [_head_form(part, heads) for part in parts]
    if forms[0] is None:
        return text
    head, gender = forms[0]
    if head.lower() == parts[0].lower():
        return text  # the noun stands in the nominative, so do the adjectives before it
    others = [form[0] if form else part for form, part in zip(forms[1:], parts[1:], strict=True)]
    return _replace(text, adjectives, noun, "-".join([_match_case(head, parts[0]), *others]), gender)


def _replace(
    text: str, adjectives: list[re.Match[str]], noun: re.Match[str], noun_text: str, gender: str | None
) -> str:
    result = text[: noun.start()] + noun_text + text[noun.end() :]
    for match in reversed(adjectives):
        adjective = _match_case(_adjective_form(match.group(), gender), match.group())
        result = result[: match.start()] + adjective + result[match.end() :]
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
