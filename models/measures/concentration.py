"""Concentration of seats in blocs: largest share, Herfindahl-Hirschman index and what derives from it.

`counts` are the sizes of the known blocs, `unknown` the seats whose bloc is not known. Bounds range over every way the
unknown seats may fall: each may join any bloc or be one of its own. Sums are kept in whole numbers until the last step.
"""

from collections.abc import Sequence

from models.measures.measure import Measure


def share_max(counts: Sequence[int], unknown: int) -> Measure:
    """Share of the largest bloc: max n_b / k; bounds max n_b / n … (max n_b + u) / n.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    Four of seven seats are known, two of them in one bloc; the other three may all join it:

    >>> share_max([2, 1, 1], 3) == Measure(2 / 4, 2 / 7, 5 / 7, 4, 7)
    True

    It does not say that a bloc acts together.
    """
    known, total = _seats(counts, unknown)
    if total == 0:
        return Measure(None, None, None, 0, 0)
    largest = max(counts, default=0)
    value = largest / known if known else None
    return Measure(value, max(largest, 1) / total, (largest + unknown) / total, known, total)


def hhi(counts: Sequence[int], unknown: int) -> Measure:
    """Herfindahl-Hirschman index: the chance that two seats drawn with replacement share a bloc.

    Sum of (n_b / k)^2; least when every unknown seat is a bloc of its own, greatest when all join the largest.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    Blocs of 2, 1, 1 and three unknown seats: (4 + 1 + 1) / 16, (6 + 3) / 49, (25 + 1 + 1) / 49:

    >>> hhi([2, 1, 1], 3) == Measure(6 / 16, 9 / 49, 27 / 49, 4, 7)
    True

    A low value is variety of blocs, not independence.
    """
    known, total = _seats(counts, unknown)
    if total == 0:
        return Measure(None, None, None, 0, 0)
    squares, least, greatest = _sums(counts, unknown)
    value = squares / known**2 if known else None
    return Measure(value, least / total**2, greatest / total**2, known, total)


def hhi_norm(counts: Sequence[int], unknown: int) -> Measure:
    """Index freed of size: (H - 1/k) / (1 - 1/k) for k >= 2; bounds the same with n.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    With S the sum of squares this is (S - k) / (k^2 - k): (6 - 4) / 12 and (9 - 7) / 42, (27 - 7) / 42:

    >>> hhi_norm([2, 1, 1], 3) == Measure(2 / 12, 2 / 42, 20 / 42, 4, 7)
    True
    """
    known, total = _seats(counts, unknown)
    squares, least, greatest = _sums(counts, unknown)
    value = (squares - known) / (known * known - known) if known >= 2 else None
    if total < 2:
        return Measure(None, None, None, known, total)
    room = total * total - total
    return Measure(value, (least - total) / room, (greatest - total) / room, known, total)


def enp(counts: Sequence[int], unknown: int) -> Measure:
    """Effective number of blocs, 1 / H (Laakso and Taagepera); bounds 1 / upper … 1 / lower of the index.

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.

    >>> enp([2, 1, 1], 3) == Measure(16 / 6, 49 / 27, 49 / 9, 4, 7)
    True
    """
    known, total = _seats(counts, unknown)
    if total == 0:
        return Measure(None, None, None, 0, 0)
    squares, least, greatest = _sums(counts, unknown)
    value = known**2 / squares if known else None
    return Measure(value, total**2 / greatest, total**2 / least, known, total)


def hhi_position(counts: Sequence[int], unknown: int, parties: int | None) -> Measure:
    """Where the index stands between the least and the greatest value that the law allows.

    Least: every seat in a bloc of its own, S = n. Greatest: each of the P registered parties holds its one seat
    (art. 10(3) pt 6) and the n - P others are one bloc, S = P + (n - P)^2. With k for n in the value. Not defined
    where parties are not known, or where both ends meet (n <= P + 1).

    Args:
        counts: seats per known bloc.
        unknown: seats whose bloc is not known.
        parties: number of parties registered on the day, None if not known.

    Nine seats, seven parties: S lies between 9 and 7 + 2^2 = 11. Three seats in one bloc, S = 9 + 6 = 15, are beyond:

    >>> hhi_position([2, 1, 1, 1, 1, 1, 1, 1], 0, 7).value
    1.0
    >>> hhi_position([3, 1, 1, 1, 1, 1, 1], 0, 7).value
    3.0

    Above 1 is not a finding: a party may have made no proposal, and then others may fill its seat.
    """
    known, total = _seats(counts, unknown)
    squares, least, greatest = _sums(counts, unknown)
    if parties is None:
        return Measure(None, None, None, known, total)
    room, known_room = _lawful_room(total, parties), _lawful_room(known, parties)
    return Measure(
        (squares - known) / known_room if known_room else None,
        (least - total) / room if room else None,
        (greatest - total) / room if room else None,
        known,
        total,
    )


def _lawful_room(seats: int, parties: int) -> int:
    """Greatest less least lawful sum of squares; 0 where there is nothing between them."""
    taken = min(seats, parties)
    return taken + (seats - taken) ** 2 - seats


def _seats(counts: Sequence[int], unknown: int) -> tuple[int, int]:
    known = sum(counts)
    return known, known + unknown


def _sums(counts: Sequence[int], unknown: int) -> tuple[int, int, int]:
    squares = sum(count * count for count in counts)
    largest = max(counts, default=0)
    return squares, squares + unknown, squares - largest**2 + (largest + unknown) ** 2
