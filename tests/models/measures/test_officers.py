"""Officers: bounds against every assignment of unknown roles and blocs."""

from collections import Counter
from itertools import combinations_with_replacement, product

from models.measures.measure import Measure
from models.measures.officers import POSTS, officer_same_bloc


def list_results(holders, open_seats):
    """Compute the metric for every way: an open seat is a member or takes an empty post; unknown blocs are any."""
    empty = [post for post in POSTS if not holders.get(post)]
    for taken in product([None, *empty], repeat=len(open_seats)):
        used = [post for post in taken if post]
        if len(used) != len(set(used)):
            continue
        officers = [bloc for blocs in holders.values() for bloc in blocs]
        officers += [bloc for bloc, post in zip(open_seats, taken, strict=True) if post]
        unknown = [place for place, bloc in enumerate(officers) if bloc is None]
        for chosen in product(["a", "b", "new", "own"], repeat=len(unknown)):
            complete = list(officers)
            for place, bloc in zip(unknown, chosen, strict=True):
                complete[place] = f"own{place}" if bloc == "own" else bloc
            yield max(Counter(complete).values(), default=0)


def test_bounds_are_exact():
    open_lists = [seats for size in range(3) for seats in combinations_with_replacement(["a", "b", None], size)]
    for state in product(["nobody", "a", "b", None], repeat=3):
        holders = {post: [bloc] for post, bloc in zip(POSTS, state, strict=True) if bloc != "nobody"}
        for open_seats in open_lists:
            found = officer_same_bloc(holders, open_seats)
            results = set(list_results(holders, open_seats))
            assert (found.lower, found.upper) == (min(results), max(results)), (holders, open_seats)
            known = [blocs[0] for blocs in holders.values() if blocs[0]]
            assert found.value == (max(Counter(known).values()) if known else None)
            assert (found.n_known, found.n_total) == (len(known), 3)


def test_all_three_from_one_party():
    holders = {post: ["party:amanat"] for post in POSTS}
    assert officer_same_bloc(holders, ["party:amanat"]) == Measure(3, 3, 3, 3, 3)


def test_no_role_printed_at_all():
    assert officer_same_bloc({}, ["party:npk", "party:npk", None]) == Measure(None, 0, 3, 0, 3)


def test_two_printed_deputies_are_one_post():
    assert officer_same_bloc({"deputy_chair": ["a", "a"], "chair": ["a"]}, []) == Measure(2, 2, 2, 2, 3)
    assert officer_same_bloc({"deputy_chair": ["a", "b"], "chair": ["b"]}, []).value == 2
