"""Power of blocs in a commission, under the assumption that a bloc votes together.

The law forbids exactly that (art. 19(1): a member is not bound by the nominator), so these numbers say what blocs
*could* do, not what they do. A value stands only where the unknown seats cannot change it.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import factorial
from typing import Final

from models.measures.measure import Measure, decided_only

COMPLETIONS_MAX: Final = 4000
"""Beyond this many ways to place unknown seats (a list of dozens of unread people) only loose bounds are given."""


def majority(seats: int) -> int:
    """Seats that carry a decision: floor(n / 2) + 1 (art. 20(5), majority of all members).

    Args:
        seats: n.

    >>> [majority(n) for n in (5, 7, 9)]
    [3, 4, 5]
    """
    return seats // 2 + 1


def quorum_block(seats: int) -> int:
    """Seats whose absence denies a quorum of two thirds: n - ceil(2n / 3) + 1 (art. 20(4)).

    Args:
        seats: n.

    >>> [quorum_block(n) for n in (5, 7, 9)]
    [2, 3, 4]
    """
    return seats - -(-2 * seats // 3) + 1


def control_number(counts: Sequence[int], unknown: int) -> Measure:
    """Fewest blocs that together hold a majority of all seats.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    Blocs of 3, 2, 1, 1 in seven seats: 3 + 2 reach the majority of four. With the last two unknown it may be one bloc
    (3 + 2 unknown = 5) or still two:

    >>> control_number([3, 2, 1, 1], 0).value
    2
    >>> control_number([3, 2], 2)
    Measure(value=None, lower=1, upper=2, n_known=5, n_total=7)
    """
    return _fewest_blocs(counts, unknown, majority(sum(counts) + unknown))


def quorum_block_number(counts: Sequence[int], unknown: int) -> Measure:
    """Fewest blocs that together can deny a quorum.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    >>> quorum_block_number([3, 2, 1, 1], 0).value, quorum_block_number([1] * 7, 0).value
    (1, 3)
    """
    return _fewest_blocs(counts, unknown, quorum_block(sum(counts) + unknown))


def banzhaf_max(counts: Sequence[int], unknown: int) -> Measure:
    """Largest normalised Banzhaf index among blocs, quota floor(n / 2) + 1.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    Blocs of 3, 2, 2 in seven seats: any two win, so each is pivotal in two coalitions of six: 1/3.

    >>> banzhaf_max([3, 2, 2], 0).value == 1 / 3
    True
    >>> banzhaf_max([4, 1], 2).value
    1.0
    """
    return _bound_power(_banzhaf, counts, unknown)


def shapley_max(counts: Sequence[int], unknown: int) -> Measure:
    """Largest Shapley-Shubik index among blocs, quota floor(n / 2) + 1.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    Blocs of 3, 1, 1, 1, 1 in seven seats: the large one is pivotal in places 2, 3 and 4 of five orders, 3/5.

    >>> shapley_max([3, 1, 1, 1, 1], 0).value == 3 / 5
    True
    """
    return _bound_power(_shapley, counts, unknown)


def list_completions(counts: Sequence[int], unknown: int) -> set[tuple[int, ...]] | None:
    """List every split that the unknown seats can lead to, or None beyond `COMPLETIONS_MAX`.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    >>> sorted(list_completions([2], 2))
    [(2, 1, 1), (2, 2), (3, 1), (4,)]
    """
    splits = {tuple(sorted(counts, reverse=True))}
    for _ in range(unknown):
        splits = {grown for split in splits for grown in _add_seat(split)}
        if len(splits) > COMPLETIONS_MAX:
            return None
    return splits


def _add_seat(split: tuple[int, ...]) -> set[tuple[int, ...]]:
    grown = {(*split, 1)}
    for place in range(len(split)):
        changed = (*split[:place], split[place] + 1, *split[place + 1 :])
        grown.add(tuple(sorted(changed, reverse=True)))
    return grown


def _fewest_blocs(counts: Sequence[int], unknown: int, quota: int) -> Measure:
    known = sum(counts)
    if known + unknown == 0:
        return Measure(None, None, None, 0, 0)
    ordered = sorted(counts, reverse=True)
    # Joining the largest bloc raises every sum of the largest blocs as far as it can go; standing alone raises least.
    together = [ordered[0] + unknown, *ordered[1:]] if ordered else [unknown]
    return decided_only(
        _count_until(together, quota), _count_until(ordered + [1] * unknown, quota), known, known + unknown
    )


def _count_until(ordered: Sequence[int], quota: int) -> int:
    held = 0
    for number, count in enumerate(ordered, start=1):
        held += count
        if held >= quota:
            return number
    raise ValueError(f"{sum(ordered)} seats cannot reach {quota}")


def _bound_power(index: Callable[[tuple[int, ...]], Fraction], counts: Sequence[int], unknown: int) -> Measure:
    known = sum(counts)
    total = known + unknown
    if total == 0:
        return Measure(None, None, None, 0, 0)
    completions = list_completions(counts, unknown)
    if completions is None:
        return Measure(None, 1 / total, 1.0, known, total)
    found = [index(split) for split in completions]
    return decided_only(float(min(found)), float(max(found)), known, total)


@lru_cache(maxsize=20_000)
def _banzhaf(split: tuple[int, ...]) -> Fraction:
    quota = majority(sum(split))
    swings = {weight: sum(_count_swings(split, weight, quota).values()) for weight in set(split)}
    return Fraction(max(swings.values()), sum(swings[weight] for weight in split))


@lru_cache(maxsize=20_000)
def _shapley(split: tuple[int, ...]) -> Fraction:
    quota, blocs = majority(sum(split)), len(split)
    # The largest bloc is pivotal at least as often as any other.
    by_size = _count_swings(split, split[0], quota)
    orders = sum(ways * factorial(size) * factorial(blocs - size - 1) for size, ways in by_size.items())
    return Fraction(orders, factorial(blocs))


def _count_swings(split: tuple[int, ...], weight: int, quota: int) -> Counter[int]:
    """Count, by number of blocs, the coalitions of the others that lose without the bloc and win with it."""
    others = list(split)
    others.remove(weight)
    ways: Counter[tuple[int, int]] = Counter({(0, 0): 1})
    for other in others:
        grown = Counter(ways)
        for (size, held), number in ways.items():
            grown[size + 1, held + other] += number
        ways = grown
    swings: Counter[int] = Counter()
    for (size, held), number in ways.items():
        if held < quota <= held + weight:
            swings[size] += number
    return swings
