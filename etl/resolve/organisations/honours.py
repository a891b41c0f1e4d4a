"""The person an institution is called after: «имени Абая», «Ы. Алтынсарин атындағы»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from etl.normalise.phrases import Span, skeleton
from etl.normalise.stems import stem_word

_BEFORE = re.compile(r"\b(?:имени|им\.?)(?=[\s.А-ЯӘҒҚҢӨҰҮҺІЁ])\s*", re.IGNORECASE)
_AFTER = re.compile(r"\s*\bатында(?:ғы|гы)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLACE_WORD = re.compile(r"\s*(?:район|сельск|с/о|округ|област|аудан|ауыл|облыс|қала|пос[её]л)")
_ADJECTIVE = re.compile(r"ск(?:ого|ой|ий|ая)$")
_LONGEST = 4
_SAME_INITIAL = str.maketrans("чыэ", "шие")
"""First letters that the two languages write differently: Шоқан and Чокан, Ыбырай and Ибрай."""
_FUZZY_FROM = 6
_FUZZY_LONG = 8


@dataclass(frozen=True, slots=True)
class Honour:
    """Stems of the words of a person's name, and the initials where only those are printed."""

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()

    @property
    def last(self) -> str:
        """Give the word by which the institution is known: the surname, or the only name."""
        return self.words[-1]

    @property
    def first_letter(self) -> str | None:
        """Give the first letter of the given name, if any is printed."""
        if self.initials:
            return self.initials[0]
        return self.words[0][:1].translate(_SAME_INITIAL) if len(self.words) > 1 else None


def read_honour(shown: str, variants: Mapping[str, str], titles: frozenset[str]) -> tuple[Honour | None, Span | None]:
    """Read the person an institution is called after, and where that stands.

    Args:
        shown: tidy text.
        variants: pairs of stems, as in the pack.
        titles: words around a name that are not part of it (хан, батыр).
    """
    words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(shown)]
    match = _BEFORE.search(shown)
    if match:
        chosen = _take(shown, [word for word in words if word[0] >= match.end()], titles)
        start, end = match.start(), chosen[-1][1] if chosen else match.end()
    else:
        match = _AFTER.search(shown)
        if not match:
            return None, None
        chosen = _take_back(shown, [word for word in words if word[1] <= match.start()], titles)
        start, end = chosen[0][0] if chosen else match.start(), match.end()
    kept: list[str] = []
    initials: list[str] = []
    for position, (_, _, word) in enumerate(chosen):
        if len(word) == 1:
            initials.append(skeleton(word).translate(_SAME_INITIAL))
            continue
        stem = stem_word(skeleton(word), variants)
        if not (_is_title(word, titles) and len(chosen) > 1 and (kept or position < len(chosen) - 1)):
            kept.append(stem)
    if not kept:
        return None, None
    return Honour(tuple(kept), tuple(initials)), (start, end)


def _is_title(word: str, titles: frozenset[str]) -> bool:
    flat = skeleton(word)
    return flat in titles or (flat[:-1] in titles and flat[-1] in "аыуе")


def _take(shown: str, words: list[tuple[int, int, str]], titles: frozenset[str]) -> list[tuple[int, int, str]]:
    chosen: list[tuple[int, int, str]] = []
    for start, end, word in words:
        if chosen and re.search(r"[«»\"“”(),;№]", shown[chosen[-1][1] : start]):
            break
        is_name = word[0].isupper() or (_is_title(word, titles) and len(word) > 1)
        is_place = _ADJECTIVE.search(word) and _PLACE_WORD.match(shown[end:])
        if not is_name or is_place or len(chosen) == _LONGEST + 1:
            break
        chosen.append((start, end, word))
    return chosen


def _take_back(shown: str, words: list[tuple[int, int, str]], titles: frozenset[str]) -> list[tuple[int, int, str]]:
    chosen: list[tuple[int, int, str]] = []
    for start, end, word in reversed(words):
        if chosen and re.search(r"[«»\"“”(),;№\d]", shown[end : chosen[0][0]]):
            break
        if not (word[0].isupper() or _is_title(word, titles)) or len(chosen) == _LONGEST + 1:
            break
        chosen.insert(0, (start, end, word))
    return chosen


def is_near(left: str, right: str) -> bool:
    """Tell whether two stems are one word, a slip of the keyboard allowed in long ones.

    Args:
        left: a stem.
        right: another.
    """
    if left == right:
        return True
    # A letter lost or doubled is a slip; another letter makes another name (Нурлан, Нуржан) unless the word is long.
    shortest = _FUZZY_FROM if len(left) != len(right) else _FUZZY_LONG
    if min(len(left), len(right)) < shortest or any(map(str.isdigit, left + right)) or "@" in (left[0], right[0]):
        return False
    return OSA.distance(left, right, score_cutoff=1) <= 1


def fit_honours(left: Honour, right: Honour) -> bool:
    """Tell whether two printed persons may be one: a word in common, and no given name or initial against it.

    Args:
        left: a person.
        right: another.
    """
    shared = [(one, two) for one in left.words for two in right.words if is_near(one, two)]
    if not shared:
        return False
    rest_left = [word for word in left.words if word not in {one for one, _ in shared}]
    rest_right = [word for word in right.words if word not in {two for _, two in shared}]
    first = {word[0].translate(_SAME_INITIAL) for word in rest_left} | set(left.initials)
    second = {word[0].translate(_SAME_INITIAL) for word in rest_right} | set(right.initials)
    if rest_left and rest_right:
        return False
    return not first or not second or bool(first & second)
