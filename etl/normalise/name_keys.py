"""Keys and comparisons of names over spelling, language and initials."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.normalise.alphabet import latin_to_cyrillic
from etl.normalise.name_parsing import PersonName, parse_name
from etl.normalise.name_spelling import spell_key
from etl.normalise.patronymics import read_patronymic

_FATHER_END = re.compile(r"(?<=..л)а$|(?<=никит)а$")


def _parsed(name: PersonName | str) -> PersonName | None:
    return parse_name(name) if isinstance(name, str) else name


@lru_cache(maxsize=100_000)
def patronymic_key(word: str) -> str:
    """Reduce a patronymic to the father's name: Ержановна, Ержанқызы, Ержан кызы give one key.

    Args:
        word: patronymic in the nominative; empty for an empty one, first letter for an initial.
    """
    lower = latin_to_cyrillic(word) if word.isascii() else word.lower()
    if lower.endswith("."):
        return spell_key(lower.rstrip("."))
    reading = read_patronymic(lower)
    return _FATHER_END.sub("", spell_key(reading.stem if reading else lower))


def name_key(name: PersonName | str) -> str:
    """Build a key under which one person of one commission stands in both languages.

    Args:
        name: a name in the nominative; the key joins surname, given name and the father's name by a bar.
    """
    parsed = _parsed(name)
    if parsed is None:
        return ""
    parts = (
        spell_key(parsed.surname or ""),
        spell_key(parsed.given_name or ""),
        patronymic_key(parsed.patronymic or ""),
    )
    return "|".join(part.rstrip(".") for part in parts)


def _part_fits(left: str, right: str) -> bool:
    if not left or not right:
        return True
    if len(left) <= 2 or len(right) <= 2:
        left, right = (re.sub("^о", "у", part) for part in (left, right))  # Өмір's initial may stand for Умир
        return left.startswith(right) or right.startswith(left)
    return left == right


def compatible(left: PersonName | str, right: PersonName | str) -> bool:
    """Tell whether two names can be one person's: initials against full names, a missing patronymic are no obstacle.

    Args:
        left: a name, parsed or printed in the nominative.
        right: the other name.
    """
    keys = name_key(left).split("|"), name_key(right).split("|")
    if len(keys[0]) != 3 or len(keys[1]) != 3 or not keys[0][0] or keys[0][0] != keys[1][0]:
        return False
    return _part_fits(keys[0][1], keys[1][1]) and _part_fits(keys[0][2], keys[1][2])
