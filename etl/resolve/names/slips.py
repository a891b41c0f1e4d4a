"""How far one key is from another: a slip of the pen or of recognition, one letter, or more."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Slip = Literal["equal", "swapped", "lost", "misread", "letter", "other"]

_PAIRS = "нп ни ип пл шц ос ое се зе гт гр бв бо кх лд мн вн чг ао жк шм ту еи"
_LOOK_ALIKE = frozenset(frozenset(pair) for pair in _PAIRS.split())
"""Letters that recognition and hurried typing exchange."""


def _is_misread(one: str, other: str) -> bool:
    """Tell whether two stretches differ by two letters that are taken for each other (Бнбнгуль)."""
    if len(one) != len(other):
        return False
    apart = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(apart) == 2 and all(pair in _LOOK_ALIKE for pair in apart)


@lru_cache(maxsize=500_000)
def compare_letters(left: str, right: str) -> Slip:
    """Tell what parts two keys: nothing, two letters swapped, one lost, one misread, one another, or more.

    Args:
        left: a key.
        right: the other key.
    """
    if left == right:
        return "equal"
    if abs(len(left) - len(right)) > 1:
        return "other"
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    end = 0
    while end < min(len(left), len(right)) - start and left[-1 - end] == right[-1 - end]:
        end += 1
    one, other = left[start : len(left) - end], right[start : len(right) - end]
    if len(one) == len(other) == 2 and one == other[::-1]:
        return "swapped"
    if len(one) > 1 or len(other) > 1:
        return "misread" if _is_misread(one, other) and len(left) > 6 else "other"
    if not one or not other:
        return "lost"
    return "misread" if frozenset((one, other)) in _LOOK_ALIKE else "letter"
