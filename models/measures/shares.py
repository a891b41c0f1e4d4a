"""Share of seats in a named category."""

from typing import Final

from models.measures.measure import Measure

NOMINATOR_KINDS: Final = (
    "party",
    "association",
    "higher_commission",
    "residents",
    "workplace_collective",
    "state_body",
    "self",
)


def named_share(count: int, unknown: int, total: int) -> Measure:
    """Share of the known seats in a category, c / k; bounds c / n … (c + u) / n.

    Args:
        count: seats in the category.
        unknown: seats of which it is not known.
        total: n.

    Three of five known seats belong, two are unknown:

    >>> named_share(3, 2, 7) == Measure(3 / 5, 3 / 7, 5 / 7, 5, 7)
    True
    """
    known = total - unknown
    if total == 0:
        return Measure(None, None, None, 0, 0)
    return Measure(count / known if known else None, count / total, (count + unknown) / total, known, total)


def slot_use(count: int, unknown: int, total: int, parties: int | None) -> Measure:
    """Seats nominated by parties per seat that parties could have taken, min(n, registered parties).

    Art. 10(3) pt 6 gives each party one seat. The value is over the k known seats, c / min(k, P); bounds are
    c / min(n, P) … (c + u) / min(n, P). Above 1 more seats come from parties than there are parties.

    Args:
        count: seats nominated by parties.
        unknown: seats whose kind of nominator is not known.
        total: n.
        parties: number of parties registered on the day, None if not known.

    Five of seven seats from parties while six are registered:

    >>> slot_use(5, 0, 7, 6).value == 5 / 6
    True
    """
    known = total - unknown
    if not parties or total == 0:
        return Measure(None, None, None, known, total)
    slots = min(total, parties)
    return Measure(
        count / min(known, parties) if known else None, count / slots, (count + unknown) / slots, known, total
    )
