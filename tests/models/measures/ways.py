"""Every way in which unknown seats may fall, by plain enumeration: the yardstick for closed forms."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, permutations


def partitions(total: int, largest: int | None = None) -> Iterator[tuple[int, ...]]:
    """Write a number as a sum of blocs, largest first."""
    if total == 0:
        yield ()
        return
    for first in range(min(total, largest or total), 0, -1):
        for rest in partitions(total - first, first):
            yield (first, *rest)


def splits(seats: int) -> Iterator[tuple[tuple[int, ...], int]]:
    """List every split of up to so many seats: sizes of known blocs and the number of unknown seats."""
    for total in range(1, seats + 1):
        for unknown in range(total + 1):
            for counts in partitions(total - unknown):
                yield counts, unknown


def fall(counts: tuple[int, ...], unknown: int) -> Iterator[list[int]]:
    """Let each unknown seat join a bloc there is or open one of its own, seat by seat."""
    if unknown == 0:
        yield list(counts)
        return
    for place in range(len(counts) + 1):
        grown = [*counts, 0]
        grown[place] += 1
        yield from fall(tuple(count for count in grown if count), unknown - 1)


def banzhaf(counts: list[int]) -> Fraction:
    """Largest normalised Banzhaf index, by all coalitions."""
    quota, blocs = sum(counts) // 2 + 1, range(len(counts))
    swings = [0] * len(counts)
    for size in range(len(counts) + 1):
        for coalition in combinations(blocs, size):
            held = sum(counts[bloc] for bloc in coalition)
            for bloc in coalition:
                swings[bloc] += held >= quota > held - counts[bloc]
    return Fraction(max(swings), sum(swings))


def shapley(counts: list[int]) -> Fraction:
    """Largest Shapley-Shubik index, by all orders."""
    quota = sum(counts) // 2 + 1
    pivots, orders = [0] * len(counts), 0
    for order in permutations(range(len(counts))):
        held = 0
        orders += 1
        for bloc in order:
            held += counts[bloc]
            if held >= quota:
                pivots[bloc] += 1
                break
    return Fraction(max(pivots), orders)


def fewest(counts: list[int], quota: int) -> int:
    """Fewest blocs that reach a quota, by all coalitions."""
    for size in range(1, len(counts) + 1):
        if any(sum(coalition) >= quota for coalition in combinations(counts, size)):
            return size
    raise AssertionError(f"{counts} cannot reach {quota}")
