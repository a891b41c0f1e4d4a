"""The names of a pack's regions and districts, cut down to keys that all their printed forms share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from etl.normalise.place_keys import Token, kind_of, token_keys, word_key
from models.reference import Pack
from models.reference.places import Named, PlaceWords

KINDS = {"region": ("region",), "city": ("city_region", "city"), "district": ("district",)}
"""Which kinds of name stand beside a word of each kind."""

_VOWELS = "аеиоуыэюяй"
_SHORTEST_BASE = 3
_LETTERS_FOR_ONE_ERROR = 6
_LETTERS_FOR_TWO_ERRORS = 10


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the words beside a word of kind.

    Args:
        before: the name stands before the word of kind.
        exact: do not allow for damaged letters.
        adjective: only Russian adjectives (True), only nouns (False), or both (None).
    """

    before: bool
    exact: bool = True
    adjective: bool | None = None

    def allows(self, key: str) -> bool:
        """Tell whether the last key of a name has the form asked for.

        Args:
            key: a key; those of adjectives end with ~.
        """
        return self.adjective is None or self.adjective == key.endswith("~")


@dataclass(slots=True)
class PlaceIndex:
    """Names by kind and side: `before` holds those that stand before the word of kind, `after` those after it."""

    words: PlaceWords
    before: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    after: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    vocabulary: frozenset[str] = frozenset()
    abbreviations: dict[str, str] = field(default_factory=dict)

    def look_up(self, kind: str, tokens: tuple[Token, ...], reading: Reading) -> tuple[str, ...]:
        """Give the ids of the places of a kind that the words name; empty where none.

        Args:
            kind: region, city_region, city or district.
            tokens: the words of the name.
            reading: on which side of the word of kind the name stands and which forms are allowed.
        """
        table = (self.before if reading.before else self.after).get(kind, {})
        if not reading.exact:
            return self._look_up_damaged(table, tokens, reading)
        options = [[key for key in token.keys if key in self.vocabulary] for token in tokens]
        options[-1] = [key for key in options[-1] if reading.allows(key)]
        for keys in product(*options):
            if keys in table:
                return table[keys]
        if len(tokens) > 1:
            joined = (key for key in _joined_keys(tokens) if reading.allows(key))
            return next((table[(key,)] for key in joined if (key,) in table), ())
        return ()

    @staticmethod
    def _look_up_damaged(
        table: dict[tuple[str, ...], tuple[str, ...]], tokens: tuple[Token, ...], reading: Reading
    ) -> tuple[str, ...]:
        """Allow one wrong letter in six, two in ten; only for names printed with a capital, and only one answer."""
        if not tokens[0].capital or len(tokens) > 2:
            return ()
        choices = {keys[0]: ids for keys, ids in table.items() if len(keys) == 1}
        best: dict[str, float] = {}
        for key in _joined_keys(tokens):
            letters = len(key.rstrip("~"))
            if letters < _LETTERS_FOR_ONE_ERROR or not reading.allows(key):
                continue
            allowed = 2 if letters >= _LETTERS_FOR_TWO_ERRORS else 1
            for choice, distance, _ in process.extract(
                key, list(choices), scorer=Levenshtein.distance, score_cutoff=allowed, limit=5
            ):
                if choice.endswith("~") == key.endswith("~") and choice[0] == key[0]:
                    best[choice] = min(distance, best.get(choice, distance))
        if not best:
            return ()
        least = min(best.values())
        answers = {choices[choice] for choice, distance in best.items() if distance == least}
        return answers.pop() if len(answers) == 1 else ()


@lru_cache(maxsize=8)
def build_index(pack: Pack) -> PlaceIndex:
    """Build the index of a pack once.

    Args:
        pack: the reference pack.
    """
    index = PlaceIndex(pack.place_words)
    collected: dict[tuple[str, str], dict[tuple[str, ...], list[str]]] = {}
    derived: dict[tuple[str, str], dict[tuple[str, ...], list[str]]] = {}
    for kind, place_id, place in _places(pack):
        for name in place.printed_names(pack.info.languages):
            for side, keys in _keys_of_name(name, kind, pack.place_words):
                _add(collected.setdefault((kind, side), {}), keys, place_id)
        for names in (place.names, *place.former_names):
            for keys in _derived_adjectives(names.kk or "", pack.place_words):
                _add(derived.setdefault((kind, "before"), {}), keys, place_id)
    for kind_and_side, derived_table in derived.items():
        known = collected.setdefault(kind_and_side, {})
        known.update({keys: ids for keys, ids in derived_table.items() if keys not in known and len(ids) == 1})
    for (kind, side), table in collected.items():
        target = index.before if side == "before" else index.after
        target[kind] = {keys: tuple(ids) for keys, ids in table.items()}
    tables = [*index.before.values(), *index.after.values()]
    index.vocabulary = frozenset(key for table in tables for keys in table for key in keys)
    index.abbreviations = {form: region.region_id for region in pack.regions for form in region.abbreviations}
    return index


def _joined_keys(tokens: tuple[Token, ...]) -> list[str]:
    head = "".join(token.text for token in tokens[:-1])
    return [head + key for key in tokens[-1].keys]


def _places(pack: Pack) -> Iterator[tuple[str, str, Named]]:
    for region in pack.regions:
        yield "city_region" if region.kind == "city" else "region", region.region_id, region
    for district in pack.districts:
        yield "city" if district.kind == "city" else "district", district.district_id, district


def _add(table: dict[tuple[str, ...], list[str]], keys: tuple[str, ...], place_id: str) -> None:
    ids = table.setdefault(keys, [])
    if place_id not in ids:
        ids.append(place_id)


def _keys_of_name(name: str, kind: str, words: PlaceWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the keys of a name as written in the pack, with the sides on which it may stand."""
    kind_first, name_words = _split_name(name, words)
    if not name_words:
        return
    adjectives = [key for key in token_keys(name_words[-1], words) if key.endswith("~")]
    endings = adjectives if adjectives and not kind_first else [name_words[-1], *_vowel_dropped(name_words[-1])]
    plain_words = tuple(word for word in name_words[:-1] if word not in words.fillers)
    for ending in endings:
        for keys in {(*name_words[:-1], ending), (*plain_words, ending), ("".join(plain_words) + ending,)}:
            if not kind_first or kind != "region":
                yield "before", keys
            if kind_first or kind != "region":
                yield "after", keys


def _split_name(name: str, words: PlaceWords) -> tuple[bool, tuple[str, ...]]:
    """Take the word of kind off a name; tell whether it stood first («район Самар»).

    A filler at the end («Мағжан Жұмабаев атындағы аудан») stays with the name.
    """
    kind_first, kept = False, []
    for position, word in enumerate(word_key(word, words) for word in re.findall(r"[^\W_]+", name)):
        if len(word) > 3 and kind_of(word, "", words)[0]:
            kind_first = kind_first or position == 0
        else:
            kept.append(word)
    return kind_first, tuple(kept)


def _vowel_dropped(word: str) -> list[str]:
    """Give the base that the cases of a name share: Астана -> астан, Рудный -> рудн, акына -> акын."""
    found = [word[:-2]] if word.endswith(("ый", "ий")) and len(word) > 4 else []
    if word[-1] in _VOWELS and len(word) > _SHORTEST_BASE:
        found.append(word[:-1])
    return found


def _derived_adjectives(name: str, words: PlaceWords) -> Iterator[tuple[str, ...]]:
    """List the Russian adjectives an office may make from a Kazakh name (Шарбақты -> Шарбактинский)."""
    parts = [word for word in _split_name(name, words)[1] if word not in words.fillers]
    if not parts:
        return
    for ending in words.derivations:
        base = "".join(parts)
        if ending.startswith("-"):
            if base[-1] not in _VOWELS:
                continue
            base, ending = base[:-1], ending[1:]
        yield (base + ending + "~",)
