"""Reproducible chance: every part of the world draws from its own stream, named by a key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def make_dice(seed: int, *key: object) -> Random:
    """Open the stream of random numbers that belongs to a key.

    The stream depends on the seed and the key alone, so the order in which parts of the world are made (and the
    number of workers) changes nothing. Random seeds itself from text by SHA-512, the same on every machine.

    Args:
        seed: the seed of the whole world
        key: what the numbers are for, such as a district and a term
    """
    return Random("/".join([str(seed), *map(str, key)]))  # noqa: S311 - a simulation, not a secret


def choose_weighted(dice: Random, weights: Mapping[T, float]) -> T:
    """Draw one key of a table of weights."""
    return dice.choices(list(weights), weights=list(weights.values()))[0]


def draw_some(dice: Random, weights: Mapping[T, float], count: int) -> list[T]:
    """Draw several different keys of a table of weights, heavier ones more often."""
    left = dict(weights)
    drawn: list[T] = []
    while left and len(drawn) < count:
        key = choose_weighted(dice, left)
        drawn.append(key)
        del left[key]
    return drawn


def keep_order(items: Sequence[T], chosen: Sequence[T]) -> list[T]:
    """List the chosen items in the order of the whole."""
    return [item for item in items if item in chosen]
