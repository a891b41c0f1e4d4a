"""Comparison keys of employers: one key for one body under its spellings in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etl.normalise.lexicon import OrganisationWords
from etl.normalise.phrases import skeleton

_TOKEN = re.compile(r"[а-яa-zєѓ]+|\d+")
_ADJECTIVE = re.compile(r"(?<=...)ск(?:ии|ая|ое|ого|ои|ому|ую|им|ом|ие|их)$")
_SURNAME = re.compile(r"(?<=...)(?:(?:ов|ев|ин|нин)(?:а|ои|у|ым|ы)?|улы|кызы)$")
_POSSESSIVE = re.compile(r"(?<=...)(?:нын|нин|дын|дин|тын|тин|ндаг[ыи]|даг[ыи])$")
_NUMBER = re.compile(r"(?:№|(?<![а-яa-z])(?:n|nо)(?=[ .]?\d))[ .]*(\d{1,4})(?!\d)")
_LOOSE_NUMBER = re.compile(r"(?<![\d/])(\d{1,3})(?![\d/])")
_HONORARY = re.compile(
    r"(?:\bим(?:ени|\.)\s*(?:(?:[А-ЯӘҒҚҢӨҰҮҺІЁ]\.\s*){0,2}[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+)(?:\s+[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+)?)"
    r"|(?:(?:[А-ЯӘҒҚҢӨҰҮҺІЁ]\.\s*){0,2}[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+(?:\s+[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+)?\s+атындағы)"
)
_SETTLEMENT = re.compile(
    r"(?:\b(?:сел[аоеу]|города?|городе|пос[её]лк[аеу]|посёлок|аула|станции|с\.|г\.|п\.|пос\.)\s*(?P<ru>[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+(?:\s(?=[А-ЯӘҒҚҢӨҰҮҺІЁ])[\w-]+)?))"
    r"|(?P<kk>[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+)\s+(?:ауыл|қала|кент)(?:ы|сы|і)?(?:ның|нің|ндағы|ндегі)?(?!\w)"
)
_DISTRICT = re.compile(
    r"(?P<ru>[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+ск(?:ого|ому|ий|ом))\s+(?:сельского округа|сельский округ|район|с/о)|(?P<kk>[А-ЯӘҒҚҢӨҰҮҺІЁ][\w-]+)\s+(?:аудан|ауылдық округ)"
)


def stem_word(word: str, variants: dict[str, str]) -> str:
    """Reduce one skeleton word to what Kazakh and Russian spellings of a name share.

    Args:
        word: a word of a skeleton.
        variants: pairs of a pack for names that letters alone do not bring together.
    """
    stem = word.replace("ь", "").replace("ъ", "")
    stem = _POSSESSIVE.sub("", stem)
    stem = _SURNAME.sub("", _ADJECTIVE.sub("", stem))
    while len(stem) > 3 and stem[-1] in "аеиоуыюя":
        stem = stem[:-1]
    return variants.get(stem, stem)


def read_number(flat: str, *, loose: bool) -> int | None:
    """Read the number of an institution.

    Args:
        flat: a skeleton.
        loose: also accept a number without a sign («СШ 5», «12 мектеп»).
    """
    match = _NUMBER.search(flat) or (_LOOSE_NUMBER.search(flat) if loose else None)
    return int(match.group(1)) if match else None


def read_place(shown: str) -> tuple[str | None, bool]:
    """Read the settlement, else the district or rural district, that an employer's name gives.

    Args:
        shown: tidy text.

    Returns:
        The place as printed and whether it is a settlement.
    """
    for pattern, is_settlement in ((_SETTLEMENT, True), (_DISTRICT, False)):
        match = pattern.search(shown)
        if match:
            return match.group("ru") or match.group("kk"), is_settlement
    return None, False


def name_stems(shown: str, cut: Iterable[tuple[int, int]], words: OrganisationWords) -> list[str]:
    """List the stems of the words that tell this body from others of its kind.

    Args:
        shown: tidy text.
        cut: spans that are form, kind or parent and say nothing about which body it is.
        words: the pack's words.
    """
    flat = list(skeleton(shown))
    for start, end in cut:
        flat[start:end] = " " * (end - start)
    kept = words.generic.sub(lambda match: " " * len(match.group()), "".join(flat))
    kept = words.generic.sub(" ", kept)
    stems = [stem_word(token, words.variants) for token in _TOKEN.findall(kept) if len(token) > 1]
    return sorted(set(stems))


def honorary_spans(shown: str) -> list[tuple[int, int]]:
    """Find «имени …» and «… атындағы»: a numbered body is told by its number, not by its patron.

    Args:
        shown: tidy text.
    """
    return [match.span() for match in _HONORARY.finditer(shown)]
