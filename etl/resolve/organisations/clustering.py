"""Mentions of organisations become organisations: one for each key, split only by what documents print."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

from etl.identifiers import stable_id
from etl.resolve.organisations.keys import QUALIFIERS, Key

Mention = TypeVar("Mention", bound=Hashable)

_PLACE = QUALIFIERS.index("place")


def cluster(keys: Iterable[tuple[Mention, Key, str | None]], kind: str = "employer") -> dict[Mention, str]:
    """Give every mention the id of its organisation.

    Mentions of one key are one organisation unless documents print two values of a qualifier (two settlements, a
    gymnasium and a lyceum). Then each value is one, and a mention that prints none stays by itself: precision goes
    first. Of one value only, a mention without it joins; but a school number printed with one settlement does not take
    in a mention from a commission of another settlement.

    Args:
        keys: mention, its key, and the settlement of its commission where known. Order does not matter.
        kind: goes into the ids.

    Returns:
        mention -> id; ids depend on scope and key alone.
    """
    entries = list(keys)
    bearers = _find_bearers(key for _, key, _ in entries)
    groups: dict[tuple[str, str], list[tuple[Mention, Key, str | None]]] = defaultdict(list)
    for entry in entries:
        key = entry[1]
        base = bearers.get((key.scope, key.name), key.base) if key.bare else key.base
        groups[key.scope, base].append(entry)
    found: dict[Mention, str] = {}
    for (scope, base), members in groups.items():
        values = [_values(members, position) for position in range(len(QUALIFIERS))]
        ids: dict[tuple[str, ...], str] = {}
        for mention, key, settlement in members:
            parts = _parts(key, settlement, values)
            if parts not in ids:
                ids[parts] = stable_id("o", kind, base, scope, *parts)
            found[mention] = ids[parts]
    return found


def _find_bearers(keys: Iterable[Key]) -> dict[tuple[str, str], str]:
    """Find the names that one kind of body alone bears in a place: there «Балапан» is that kindergarten."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in keys:
        if key.name and not key.bare:
            found[key.scope, key.name].add(key.base)
    return {where: next(iter(bases)) for where, bases in found.items() if len(bases) == 1}


def _values(members: list[tuple[Mention, Key, str | None]], position: int) -> frozenset[str]:
    values = {value for _, key, _ in members if (value := key.qualifiers[position]) is not None}
    if position == _PLACE and len(values) == 1 and any(_is_elsewhere(key, at, values) for _, key, at in members):
        values.add("")  # somewhere else, not said where
    return frozenset(values)


def _is_elsewhere(key: Key, settlement: str | None, values: set[str]) -> bool:
    return key.qualifiers[_PLACE] is None and settlement is not None and settlement not in values


def _parts(key: Key, settlement: str | None, values: list[frozenset[str]]) -> tuple[str, ...]:
    """List the values that split a key; a place not printed is that of the commission where it is one of them."""
    parts: list[str] = []
    for position, name in enumerate(QUALIFIERS):
        if len(values[position]) < 2:
            continue
        value = key.qualifiers[position]
        if position == _PLACE and value is None:
            if settlement in values[position]:
                value = settlement
            elif settlement is None and len(values[position] - {""}) == 1:
                value = next(iter(values[position] - {""}))
        if value:
            parts.append(f"{name}={value}")
    return tuple(parts)


def count_by(values: Mapping[str, int]) -> str | None:
    """Give the most frequent value; ties go to the alphabet.

    Args:
        values: value -> how often.
    """
    return min(values, key=lambda value: (-values[value], value)) if values else None
