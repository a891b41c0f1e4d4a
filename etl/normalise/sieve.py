"""Patterns that first ask, cheaply, whether a text can match at all: most texts cannot, and most time went there.

A sieve answers exactly as its pattern does. What it asks for is read off the pattern itself, never given by hand,
so that a changed pattern cannot lose matches.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_HEAD = 4
_LONG = 2_000
_RUN = re.compile("[а-яa-zєѓ]+")
_RUSSIAN_RUN = re.compile("[а-яa-z]+")
_TOKEN = re.compile(r"\w+")
# Letters that ``re.IGNORECASE`` holds for the same although ``str.lower`` does not.
_SAME = str.maketrans("İıſᲀᲁᲂᲃᲄᲅᲆᲇᲈ", "iisвдосттъѣꙋ")
_ODD = re.compile("[İıſᲀ-ᲈ]")


class Sieve:
    """A compiled pattern behind a cheap question; the base asks nothing."""

    __slots__ = ("compiled",)

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self.compiled = compiled

    def passes(self, text: str) -> bool:
        """Tell whether the pattern could match somewhere in a text; False is certain."""
        return True

    def search(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """Search as the pattern does."""
        return self.compiled.search(text, pos) if self.passes(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the beginning as the pattern does."""
        return self.compiled.match(text) if self.passes(text) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole text as the pattern does."""
        return self.compiled.fullmatch(text) if self.passes(text) else None

    def finditer(self, text: str, pos: int = 0) -> Iterator[re.Match[str]]:
        """Iterate over matches as the pattern does."""
        return self.compiled.finditer(text, pos) if self.passes(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """List matches as the pattern does."""
        return self.compiled.findall(text) if self.passes(text) else []

    def sub(self, instead: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Replace matches as the pattern does."""
        return self.compiled.sub(instead, text) if self.passes(text) else text


class LetterSieve(Sieve):
    """Asks for one of the runs of letters without which the pattern cannot match, whatever their case."""

    __slots__ = ("needs", "rest")

    def __init__(self, alternatives: Iterable[str], flags: int = 0) -> None:
        parts = list(alternatives)
        super().__init__(re.compile("|".join(parts), flags))
        asked = {part: needed_letters(re.compile(part, flags)) for part in parts}
        without = [part for part, runs in asked.items() if not runs]
        self.needs = _shortest({run for runs in asked.values() for run in runs})
        self.rest = re.compile("|".join(without), flags) if without else None

    def passes(self, text: str) -> bool:
        """Tell whether one of the runs stands in the text, or an alternative without any matches."""
        folded = _fold_long(text) if len(text) > _LONG else _fold(text)
        for run in self.needs:
            if run in folded:
                return True
        return self.rest is not None and (not self.needs or self.rest.search(text) is not None)


class HeadSieve(Sieve):
    """Asks, in a skeleton, for a word that begins like one of the pattern's."""

    __slots__ = ("heads",)

    def __init__(self, compiled: re.Pattern[str], heads: frozenset[str] | None) -> None:
        super().__init__(compiled)
        self.heads = heads

    def passes(self, text: str) -> bool:
        """Tell whether a word of the skeleton has one of the beginnings."""
        return self.heads is None or not self.heads.isdisjoint(heads_of(text))


class Shelf:
    """Many sieves asked at once: which of them could match, by the beginnings or words they ask for."""

    def __init__(self, asked: Iterable[frozenset[str] | None]) -> None:
        self.by_key: dict[str, list[int]] = {}
        self.always: list[int] = []
        for place, keys in enumerate(asked):
            if keys is None:
                self.always.append(place)
            for key in keys or ():
                self.by_key.setdefault(key, []).append(place)

    def find(self, found: frozenset[str]) -> set[int]:
        """Give the places of those that could match.

        Args:
            found: what stands in the text, from `heads_of` or `tokens_of`.
        """
        places = set(self.always)
        for key in self.by_key.keys() & found:
            places.update(self.by_key[key])
        return places


class TokenSieve(Sieve):
    """Asks for one of some whole words as printed."""

    __slots__ = ("tokens",)

    def __init__(self, compiled: re.Pattern[str], phrases: Iterable[str]) -> None:
        super().__init__(compiled)
        firsts = [_TOKEN.match(phrase) for phrase in phrases]
        self.tokens = frozenset(first.group() for first in firsts if first) if all(firsts) else None

    def passes(self, text: str) -> bool:
        """Tell whether one of the words stands in the text."""
        return self.tokens is None or not self.tokens.isdisjoint(tokens_of(text))


def sieve(*alternatives: str, flags: int = re.IGNORECASE) -> LetterSieve:
    """Compile alternatives into one pattern behind the letters they need.

    Args:
        alternatives: patterns, any of which may match; the earlier one wins where two match in one place.
        flags: as for ``re.compile``.
    """
    return LetterSieve(alternatives, flags)


def head_of(stem: str) -> str | None:
    """Give what a word must begin with to begin with a stem, as `heads_of` lists it; None where that is nothing.

    Args:
        stem: the beginning of a phrase in skeleton letters.
    """
    run = _RUN.match(stem)
    return run.group()[:_HEAD] if run else None


@lru_cache(maxsize=4_096)
def heads_of(flat: str) -> frozenset[str]:
    """List the beginnings, up to four letters long, of the words of a skeleton.

    Args:
        flat: a skeleton.
    """
    words = _RUN.findall(flat)
    if "є" in flat or "ѓ" in flat:
        words += _RUSSIAN_RUN.findall(flat)  # some patterns hold these two, left over from old fonts, for no letters
    return frozenset(word[:length] for word in words for length in range(1, min(len(word), _HEAD) + 1))


@lru_cache(maxsize=4_096)
def tokens_of(shown: str) -> frozenset[str]:
    """List the whole words of a text.

    Args:
        shown: tidy text.
    """
    return frozenset(_TOKEN.findall(shown))


def _fold_long(text: str) -> str:
    return (text.translate(_SAME) if _ODD.search(text) else text).lower()


@lru_cache(maxsize=8_192)
def _fold(text: str) -> str:
    return _fold_long(text)


def needed_letters(compiled: re.Pattern[str]) -> tuple[str, ...]:
    """List runs of small letters of which every match of a pattern holds at least one; empty where none can be told.

    Args:
        compiled: any pattern.
    """
    found = _needs(parser.parse(compiled.pattern, compiled.flags)) or frozenset()
    return () if any(_is_weak(run) for run in found) else _shortest(found)


def _is_weak(run: str) -> bool:
    """Tell whether a run stands in nearly every text, so that asking for it is in vain."""
    return len(run) < 2 and (not run.isalpha() or "а" <= run <= "ӿ")


def _shortest(runs: Iterable[str]) -> tuple[str, ...]:
    found = set(runs)
    return tuple(sorted(run for run in found if not any(other != run and other in run for other in found)))


def _needs(tree: Iterable[tuple[Any, Any]]) -> frozenset[str] | None:
    """Choose, of all parts of a sequence that must match, the one whose letters are longest."""
    candidates: list[frozenset[str]] = []
    run = ""
    for op, argument in tree:
        if op is code.LITERAL:
            run += _fold_long(chr(argument))
            continue
        candidates += [frozenset({run})] if run else []
        run = ""
        inside = _needs_inside(op, argument)
        candidates += [inside] if inside else []
    candidates += [frozenset({run})] if run else []
    return max(candidates, key=lambda runs: (min(map(len, runs)), -len(runs)), default=None)


def _needs_inside(op: Any, argument: Any) -> frozenset[str] | None:
    if op is code.SUBPATTERN:
        return _needs(argument[-1])
    if op is code.BRANCH:
        branches = [_needs(branch) for branch in argument[1]]
        return frozenset().union(*(branch or () for branch in branches)) if all(branches) else None
    if op in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT) and argument[0] > 0:
        return _needs(argument[2])
    return None
