"""Stems of names: what the Kazakh and the Russian spelling of one place or person share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from etl.normalise.phrases import skeleton

_ADJECTIVE = re.compile(r"(?<=...)ск(?:ии|ая|ое|ого|ои|ому|ую|им|ом|ие|их)$|(?<=....)(?:ыи|ого|ои|ая|ое|ом|ому|ую)$")
_SURNAME = re.compile(r"(?<=...)(?:(?:ов|ев|ин|нин)(?:а|ои|у|ым|ы)?|улы|кызы)$")
_POSSESSIVE = re.compile(r"(?<=...)(?:нын|нин|дын|дин|тын|тин|ндаг[ыи]|даг[ыи])$")


def stem_word(word: str, variants: Mapping[str, str]) -> str:
    """Reduce one skeleton word to what Kazakh and Russian spellings of a name share.

    Args:
        word: a word of a skeleton.
        variants: pairs of stems that letters alone do not bring together.
    """
    stem = word.replace("ь", "").replace("ъ", "")
    stem = _POSSESSIVE.sub("", stem)
    stem = _SURNAME.sub("", _ADJECTIVE.sub("", stem))
    while len(stem) > 3 and stem[-1] in "аеиоуыюя":
        stem = stem[:-1]
    return variants.get(stem, stem)


def stem_pairs(words: Mapping[str, str]) -> dict[str, str]:
    """Turn pairs of words as a pack writes them into pairs of stems.

    Args:
        words: a spelling and the one it counts as.
    """
    return {stem_word(skeleton(left), {}): stem_word(skeleton(right), {}) for left, right in words.items()}
