"""An index of the words of many names: built once per build, asked at every letter typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from models.search.keys import list_keys

Places = npt.NDArray[np.int64]

EXACT: Final = 3
BEGINS: Final = 2
CLOSE: Final = 1
"""How well a typed word fits a word of a name."""


@dataclass(frozen=True)
class NameIndex:
    """Keys of all words, and for each the places of the names that hold it, side by side."""

    keys: npt.NDArray[np.object_]
    starts: Places
    places: Places
    size: int

    def search(self, text: str) -> Places:
        """Find names that hold every word typed, the best first; of equally good ones in their own order.

        Args:
            text: words typed, in any order and script; the beginning of a word is enough.
        """
        typed = list_keys(text)
        if not typed:
            return np.zeros(0, dtype=np.int64)
        total = np.full(self.size, 0, dtype=np.int16)
        missed = np.zeros(self.size, dtype=bool)
        for key in typed:
            best = self._score(key)
            missed |= best == 0
            total += best
        found = np.flatnonzero(~missed)
        return found[np.argsort(-total[found], kind="stable")]

    def _score(self, key: str) -> npt.NDArray[np.int16]:
        """Give each name the worth of its word that fits best; 0 where none does."""
        worth = self._compare(key)
        best = np.zeros(self.size, dtype=np.int16)
        for value in (CLOSE, BEGINS, EXACT):
            for number in np.flatnonzero(worth == value):
                best[self.places[self.starts[number] : self.starts[number + 1]]] = value
        return best

    def _compare(self, key: str) -> npt.NDArray[np.int8]:
        worth = np.zeros(len(self.keys), dtype=np.int8)
        allowed = 0 if len(key) < 5 or key.isdigit() else 1 if len(key) < 9 else 2
        if allowed and len(self.keys):
            distance = cdist([key], self.keys, scorer=Levenshtein.distance, score_cutoff=allowed, dtype=np.uint8)[0]
            worth[distance <= allowed] = CLOSE
        worth[np.fromiter((word.startswith(key) for word in self.keys), dtype=bool, count=len(self.keys))] = BEGINS
        worth[self.keys == key] = EXACT
        return worth


def build_index(names: Iterable[str]) -> NameIndex:
    """Build the index of a list of names; the place of a name in the list is its number.

    Args:
        names: names as printed.
    """
    numbers: dict[str, int] = {}
    words: list[int] = []
    places: list[int] = []
    size = 0
    for place, name in enumerate(names):
        size += 1
        for key in list_keys(name):
            words.append(numbers.setdefault(key, len(numbers)))
            places.append(place)
    by_word = np.array(words, dtype=np.int64)
    order = np.argsort(by_word, kind="stable")
    starts = np.zeros(len(numbers) + 1, dtype=np.int64)
    np.cumsum(np.bincount(by_word, minlength=len(numbers)), out=starts[1:])
    keys = np.array(list(numbers), dtype=object)
    return NameIndex(keys, starts, np.array(places, dtype=np.int64)[order], size)
