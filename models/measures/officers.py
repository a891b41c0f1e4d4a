"""Chair, deputy chair and secretary: how many of the three posts one nominator's people hold."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from models.measures.measure import Measure

POSTS: Final = ("chair", "deputy_chair", "secretary")


def officer_same_bloc(holders: Mapping[str, Sequence[str | None]], open_seats: Sequence[str | None]) -> Measure:
    """Count the most officer posts held by one nominator bloc, out of three.

    The value is over officers whose bloc is known. At least: seats of unknown role are ordinary members and unknown
    blocs differ. At most: unknown blocs are that bloc, and seats of unknown role fill the posts not known to be held.

    Args:
        holders: bloc of each known officer by post; None where the bloc is not known.
        open_seats: bloc of each seat whose role is not known, unread seats included.

    Chair and deputy from one party, the secretary's nominator not printed:

    >>> officer_same_bloc({"chair": ["party:amanat"], "deputy_chair": ["party:amanat"], "secretary": [None]}, [])
    Measure(value=2, lower=2, upper=3, n_known=2, n_total=3)

    Only the chair is known; one of two members without a printed role may be an officer of the same party:

    >>> officer_same_bloc({"chair": ["party:npk"]}, ["party:npk", "party:auyl"])
    Measure(value=1, lower=1, upper=2, n_known=1, n_total=3)

    The law does not say which nominator holds which post: a high number is no breach.
    """
    held = {post: set(holders.get(post, ())) for post in POSTS}
    sure = Counter(bloc for blocs in held.values() for bloc in blocs if bloc is not None)
    known = sum(1 for blocs in held.values() if blocs - {None})
    filled = sum(1 for blocs in held.values() if blocs)
    vague = Counter(open_seats)
    reach = [_most_posts(bloc, held, vague, len(POSTS) - filled) for bloc in {*sure, *vague, None}]
    value = max(sure.values(), default=0)
    return Measure(value if known else None, max(value, min(filled, 1)), max(reach), known, len(POSTS))


def _most_posts(bloc: str | None, held: Mapping[str, set[str | None]], vague: Counter[str | None], empty: int) -> int:
    """Count the posts that a bloc may hold; None stands for a bloc not seen anywhere."""
    own = sum(1 for blocs in held.values() if None in blocs or (bloc is not None and bloc in blocs))
    candidates = vague[None] + (vague[bloc] if bloc is not None else 0)
    return own + min(empty, candidates)
