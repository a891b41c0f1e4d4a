"""Patronymics: which word is one, whose, and in which case."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.alphabet import word_set

_RUSSIAN_M = re.compile(r"^(.+[оеё]вич|ильич|кузьмич|фомич|лукич|никитич|саввич|ионыч|силыч)(а|у|ем|ом|е|)$")
_RUSSIAN_F = re.compile(r"^(.+(?:[оеё]вн|славн|ичн|ишн))(а|ы|е|у|ой|ою)$")
_TURKIC = re.compile(r"^(.{2,}?)[- ]?(ұлы|улы|үлы|уулу|оглы|оғлы|оглу|углы|огли|угли|ўғли|ули|заде)$")
_TURKIC_F = re.compile(r"^(.{2,}?)[- ]?(қызы|кызы|кзы|гызы|кизи|қизи|гизи)$")
SEPARATE_M = word_set("ұлы улы үлы уулу оглы оғлы оглу углы огли угли ўғли uly oglu ogly")
SEPARATE_F = word_set("қызы кызы кзы гызы кизи қизи гизи qyzy kyzy")

_ALL = ("nominative", "accusative", "genitive", "dative", "instrumental", "prepositional")
_CASES_M = {
    "": ("nominative",),
    "а": ("accusative", "genitive"),
    "у": ("dative",),
    "ем": ("instrumental",),
    "ом": ("instrumental",),
    "е": ("prepositional",),
}
_CASES_F = {
    "а": ("nominative",),
    "ы": ("genitive",),
    "е": ("dative", "prepositional"),
    "у": ("accusative",),
    "ой": ("instrumental",),
    "ою": ("instrumental",),
}


@dataclass(frozen=True, slots=True)
class PatronymicReading:
    """A word read as a patronymic: nominative in lower case, gender of the bearer, possible cases."""

    nominative: str
    gender: str
    cases: tuple[str, ...]
    stem: str
    decisive: bool


@lru_cache(maxsize=100_000)
def read_patronymic(word: str) -> PatronymicReading | None:
    """Read a word as a patronymic, or return None when its ending is not one.

    Args:
        word: lower case, look-alikes repaired; a separate кызы/оглы joined by a space.
    """
    if match := _TURKIC.match(word):
        return PatronymicReading(word, "m", _ALL, match.group(1), False)
    if match := _TURKIC_F.match(word):
        return PatronymicReading(word, "f", _ALL, match.group(1), False)
    if match := _RUSSIAN_M.match(word):
        return PatronymicReading(match.group(1), "m", _CASES_M[match.group(2)], _stem_m(match.group(1)), True)
    if match := _RUSSIAN_F.match(word):
        return PatronymicReading(match.group(1) + "а", "f", _CASES_F[match.group(2)], _stem_f(match.group(1)), True)
    return None


def _stem_m(nominative: str) -> str:
    return re.sub(r"(?:[оеё]вич|ич)$", "", nominative)


def _stem_f(stem: str) -> str:
    return re.sub(r"(?:[оеё]вн|иничн|ичн|инишн|ишн)$", "", stem)
