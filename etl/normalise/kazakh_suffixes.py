"""Case suffixes of Kazakh at the end of a person's name."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = frozenset("аәоөұүыіеёиуюяэ")
_VOICED = frozenset("рлйу")
_NASAL = frozenset("мнң")
_BUZZING = frozenset("жз")

_SUFFIXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kk_genitive", ("ның", "нің", "дың", "дің", "тың", "тің")),
    ("kk_instrumental", ("мен", "бен", "пен")),
    ("kk_ablative", ("нан", "нен", "дан", "ден", "тан", "тен")),
    ("kk_locative", ("да", "де", "та", "те")),
    ("kk_dative", ("ға", "ге", "қа", "ке")),
    ("kk_accusative", ("ны", "ні", "ды", "ді", "ты", "ті")),
)
_AFTER_POSSESSIVE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("kk_genitive", ("ның", "нің")),
    ("kk_locative", ("нда", "нде")),
    ("kk_ablative", ("нан", "нен")),
    ("kk_instrumental", ("мен",)),
    ("kk_dative", ("на", "не")),
    ("kk_accusative", ("н",)),
    # as after any other vowel: printed behind кызы and оглы
    ("kk_accusative", ("ны", "ні")),
    ("kk_dative", ("ға", "ге")),
    ("kk_ablative", ("дан", "ден")),
)
_POSSESSIVE = re.compile(r"(?:ұлы|улы|үлы|қызы|кызы|гызы|оглы|оғлы)$")
_VERBAL = re.compile(r"(?:берді|келді)$")
"""«Тілеуберді», «Жанкелді»: the name itself ends like an accusative."""
_APOSTROPHE = re.compile(r"[-'’ʼ]$")


def _first_letter_fits(base: str, suffix: str) -> bool:
    """Check the assimilation of the suffix to the last sound of the base."""
    base = base.rstrip("ьъ")
    if not base:
        return False
    last, first = base[-1], suffix[0]
    if suffix in ("мен", "бен", "пен"):
        return True
    if last in "уи":
        return first in "нғгд"
    if last in _VOWELS:
        return first in "нғгд" and suffix not in ("дың", "дің", "ды", "ді")
    if last in _NASAL:
        return suffix in ("ның", "нің", "ды", "ді", "ға", "ге", "да", "де", "нан", "нен")
    if last in _VOICED or last in _BUZZING:
        return first in "дғг"
    if last in "бвгд":
        return first in "тқкдғг"  # print follows the letter or the sound
    return first in "тқк"


def _vowel_fits(base: str, suffix: str) -> bool:
    """Check vowel harmony; a mixed or Russian base takes either row."""
    vowels = [letter for letter in base if letter in _VOWELS]
    if not vowels:
        return True
    last = vowels[-1]
    back = any(letter in "аыұ" for letter in suffix if letter in _VOWELS)
    if last in "әөүі":
        return not back
    if last in "ұы":
        return back
    return True


@lru_cache(maxsize=50_000)
def strip_kazakh_suffix(word: str) -> tuple[tuple[str, str], ...]:
    """List the bases a word may have as (base, case), Kazakh suffix removed.

    Args:
        word: one lower-case word, look-alikes repaired; without a possible suffix the result is empty.
    """
    found: list[tuple[str, str]] = []
    for case, suffixes in _AFTER_POSSESSIVE:
        for suffix in suffixes:
            if word.endswith(suffix) and _POSSESSIVE.search(word[: -len(suffix)]):
                found.append((word[: -len(suffix)], case))
    if found:
        return tuple(found)
    for case, suffixes in _SUFFIXES:
        for suffix in suffixes:
            base = word[: -len(suffix)]
            if not word.endswith(suffix) or len(base) < 2 or (case == "kk_accusative" and _VERBAL.search(word)):
                continue
            if _APOSTROPHE.search(base):
                found.append((base[:-1], case))
            elif _first_letter_fits(base, suffix) and _vowel_fits(base, suffix):
                found.append((base, case))
    return tuple(found)
