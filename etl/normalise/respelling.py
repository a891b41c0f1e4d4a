"""Careful repair of recognised text: a garbled word becomes the only word of the pack's lists that is near it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from etl.normalise.phrases import skeleton, tidy

_CYRILLIC = re.compile(r"[а-я]+")
_NAME = re.compile(r"[«\"“„]\s*[^\s«»\"“”„]+\s*[»\"”]")
_WORD = re.compile(r"[а-яa-zєѓ0-9]*[а-яa-zєѓ][а-яa-zєѓ0-9]*")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_DIGIT_IN_WORD = str.maketrans("013l", "оизи")
_CONFUSED = str.maketrans("еэсгнщпц", "оаотишип")
"""Letters that text recognition takes for each other, Kazakh ones read as Russian included."""
_DIGIT_INSIDE = re.compile(r"(?<=[а-я])[013l](?![0-9])")
_SHORTEST = 5
_SAME_START = 4
_GLUED_FROM = 11


_CERTAIN = 7
_ENDINGS = re.compile(
    r"(?:[аеёиоуыюяь]|ст|н|ск|ическ|иальн|альн|тельн|очн|ств|ени|ниц|щик|чик|ист|ик|к|ов|ев|ин|л[ыи]к|д[ыи]к|т[ыи]к|л[ае]р|д[ае]р|т[ае]р"
    r"|с[ыи]|[нт][ыи]н|д[ыи]н|нд[ае]|[дт][ае]|[дт][ае]н|н[ае]н|мен|бен|пен|[гк][аеыи]|[нд][ыи]|[шщ][ыи]|м|х|й|го|му|ми|ц){0,5}"
)
"""Endings and suffixes of both languages in skeleton letters, as far as a word may take them one after another."""


def _is_ending(rest: str) -> bool:
    return bool(_ENDINGS.fullmatch(rest))


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Words a text may hold: whole words, and beginnings after which any ending may follow."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    by_length: dict[int, tuple[tuple[str, ...], tuple[str, ...]]]
    inside: re.Pattern[str]

    def knows(self, word: str) -> bool:
        """Tell whether a skeleton word is one of these; a short beginning must be followed by a real ending.

        Args:
            word: a word of a skeleton.
        """
        if word in self.whole:
            return True
        return any(
            word.startswith(known) and (len(known) >= _CERTAIN or _is_ending(word[len(known) :]))
            for known in self.beginnings
        )


def build_vocabulary(phrases: Iterable[str]) -> Vocabulary:
    """Collect the words of phrases written in the pattern language of the packs.

    Args:
        phrases: phrases as in `compile_phrases`.
    """
    whole: set[str] = set()
    beginnings: set[str] = set()
    for phrase in phrases:
        for word in tidy(phrase).replace("-", " ").split():
            for form in _expand(word):
                if form.startswith("*") or form in ("…", ""):
                    continue
                stem = skeleton(form.rstrip("*")).strip()
                if stem and " " not in stem:
                    (beginnings if form.endswith("*") else whole).add(stem)
    near_whole = {word for word in whole if len(word) >= _SHORTEST and _CYRILLIC.fullmatch(word)}
    near_beginnings = {word for word in beginnings if len(word) >= _SHORTEST and _CYRILLIC.fullmatch(word)}
    by_length = {
        length: (
            tuple(sorted(word for word in near_whole if len(word) == length)),
            tuple(sorted(word for word in near_beginnings if len(word) == length)),
        )
        for length in sorted({len(word) for word in near_whole | near_beginnings})
    }
    longest_first = sorted(near_whole | near_beginnings, key=lambda word: (-len(word), word))
    inside = re.compile("|".join(longest_first) or r"(?!)")
    return Vocabulary(frozenset(whole), tuple(sorted(beginnings)), by_length, inside)


def _expand(word: str) -> list[str]:
    parts = [piece.split(",") if index % 2 else [piece] for index, piece in enumerate(_CHOICE.split(word))]
    return ["".join(chosen) for chosen in itertools.product(*parts)]


def read_digits(word: str) -> str:
    """Read digits that recognition put into a word as the letters they look like («Бірл1к»).

    Args:
        word: a skeleton word or phrase.
    """
    return _DIGIT_INSIDE.sub(lambda match: match.group().translate(_DIGIT_IN_WORD), word)


def respell(text: str, vocabulary: Vocabulary, *, keep_names: bool = False) -> str:
    """Replace garbled words by what they stand for, and part words that were glued together.

    Only words the vocabulary does not know are touched, and only where one word is clearly nearest: one
    wrong letter in a word of five to eight, two in a longer one. Replaced words come in skeleton letters.

    Args:
        text: tidy text.
        vocabulary: the words that may stand there.
        keep_names: leave alone a quoted name of one word and a text of one word («Родник» is no рудник).
    """
    flat = skeleton(text)
    kept = [match.span() for match in _NAME.finditer(text)] if keep_names else []
    if keep_names and len(flat.split()) < 2:
        return text
    pieces: list[str] = []
    last = 0
    for match in _WORD.finditer(flat):
        word = match.group()
        if any(start <= match.start() and match.end() <= end for start, end in kept):
            continue
        better = _respell_word(word, vocabulary)
        if better != word:
            pieces += [text[last : match.start()], better]
            last = match.end()
    return "".join([*pieces, text[last:]])


@lru_cache(maxsize=50_000)
def _respell_word(word: str, vocabulary: Vocabulary) -> str:
    if vocabulary.knows(word):
        return _part_after(word, vocabulary) if len(word) >= _GLUED_FROM else word
    letters = word.translate(_DIGIT_IN_WORD) if re.search("[а-я]", word) else word
    if vocabulary.knows(letters):
        return letters
    nearest = _nearest(letters, vocabulary)
    if nearest:
        return nearest
    parted = _part(letters, vocabulary)
    return parted or word


def _nearest(word: str, vocabulary: Vocabulary) -> str | None:
    best: set[str] = set()
    least = 3
    for length, (whole, beginnings) in vocabulary.by_length.items():
        allowed = 1 if length < 9 else 2
        candidates = _within(word, whole, allowed) if abs(len(word) - length) <= allowed else []
        for cut in (length - 1, length, length + 1) if beginnings and len(word) >= length - 1 else ():
            rest = word[cut:]
            if cut >= len(word) and cut > length:
                continue
            candidates += [(known + rest, distance) for known, distance in _within(word[:cut], beginnings, allowed)]
        for candidate, distance in candidates:
            if distance > least or not (candidate in vocabulary.whole or _ends_well(candidate, vocabulary)):
                continue
            if distance < least:
                best, least = set(), distance
            best.add(candidate)
    if len({candidate[:_SAME_START] for candidate in best}) > 1:
        # бел1мі is бөлімі rather than білімі: letters that recognition takes for each other weigh less
        best = {candidate for candidate in best if candidate.translate(_CONFUSED) == word.translate(_CONFUSED)}
    if len({candidate[:_SAME_START] for candidate in best}) != 1:
        return None
    return min(best, key=lambda candidate: (abs(len(candidate) - len(word)), candidate))


def _within(word: str, known: tuple[str, ...], allowed: int) -> list[tuple[str, int]]:
    if not known:
        return []
    return [(match, int(distance)) for match, distance, _ in process.extract(
        word, known, scorer=OSA.distance, score_cutoff=allowed, limit=None)]  # fmt: skip


def _ends_well(candidate: str, vocabulary: Vocabulary) -> bool:
    return any(candidate.startswith(known) and _is_ending(candidate[len(known) :]) for known in vocabulary.beginnings)


def _part_after(word: str, vocabulary: Vocabulary) -> str:
    """Part a word that begins like a known one and goes on with another: «аппаратакима»."""
    longest = max((known for known in (*vocabulary.beginnings, *vocabulary.whole) if word.startswith(known)), key=len)
    rest = word[len(longest) :]
    for cut in range(len(rest) - 3):
        tail = rest[cut:]
        if _is_ending(rest[:cut]) and any(tail.startswith(known) for known in vocabulary.beginnings if len(known) >= 4):
            return f"{longest}{rest[:cut]} {tail}"
        if _is_ending(rest[:cut]) and tail in vocabulary.whole:
            return f"{longest}{rest[:cut]} {tail}"
    return word


def _part(word: str, vocabulary: Vocabulary) -> str | None:
    """Find a known word inside a longer one: «политехникалықколледжі», «районнымфилиалом»."""
    match = vocabulary.inside.search(word, 5)
    return f"{word[: match.start()]} {word[match.start() :]}" if match else None
