"""Shortest paths: what they pass, what says so, when they held."""

from datetime import date
from itertools import islice

import networkx as nx
import numpy as np
import pytest

from models.graph import GraphError, Hubs, paths, to_networkx
from tests.models.graph.small import FORMED, REFORMED, commission, make_graph, organisation, seat

OPEN = Hubs(frozenset(), 10**6)
BODIES = [organisation("amanat", "party"), organisation("мектеп", "employer")]


def inner(found):
    return [tuple(node.entity_id for node in path.nodes[1:-1]) for path in found]


def make_two_ways():
    """Two people in two commissions: one party nominated both, and a third person joins their workplaces."""
    return make_graph(
        [
            seat("s-1", "pec-1", "әлия", nominator_id="amanat", employer_id="мектеп"),
            seat("s-2", "pec-2", "болат", nominator_id="amanat"),
            seat("s-3", "pec-2", "гүлнар", employer_id="мектеп"),
        ],
        BODIES,
    )


def test_path_without_hubs_comes_first_and_the_hub_is_named():
    found = paths(make_two_ways(), "person:әлия", "person:болат")
    assert inner(found) == [("мектеп", "гүлнар", "pec-2"), ("amanat",)]
    assert found[0].hubs == ()
    assert [(hub.node.entity_id, hub.links) for hub in found[1].hubs] == [("amanat", 2)]


@pytest.mark.parametrize(
    ("through", "expected"),
    [
        ("never", [("мектеп", "гүлнар", "pec-2")]),
        ("freely", [("amanat",), ("мектеп", "гүлнар", "pec-2")]),
    ],
)
def test_hubs_may_be_left_out_or_count_like_any_other(through, expected):
    assert inner(paths(make_two_ways(), "person:әлия", "person:болат", through=through)) == expected


def test_an_end_may_be_a_hub():
    found = paths(make_two_ways(), "organisation:amanat", "person:гүлнар", through="never")
    assert inner(found) == [("болат", "pec-2"), ("әлия", "мектеп")]


def test_each_hop_says_where_it_stands():
    path = paths(make_two_ways(), "person:әлия", "person:гүлнар", k=1)[0]
    assert [[link.kind for link in hop.links] for hop in path.hops] == [["employed_by"], ["employed_by"]]
    assert [hop.links[0].citation.seat_id for hop in path.hops] == ["s-1", "s-3"]
    assert [(hop.start.entity_id, hop.end.entity_id) for hop in path.hops] == [("әлия", "мектеп"), ("мектеп", "гүлнар")]
    # The second hop is walked against its direction: the link still says who works where.
    assert path.hops[1].links[0].source.entity_id == "гүлнар"


def test_hop_gives_every_link_the_earliest_first():
    graph = make_graph(
        [
            seat("s-1", "pec-1", "әлия", valid_from=REFORMED, valid_to=None),
            seat("s-2", "pec-1", "әлия"),
            seat("s-3", "pec-1", "болат"),
        ]
    )
    (path,) = paths(graph, "person:әлия", "person:болат")
    assert [link.citation.seat_id for link in path.hops[0].links] == ["s-2", "s-1"]


def test_two_people_of_different_terms_were_never_together():
    rows = [seat("s-1", "pec-1", "әлия"), seat("s-2", "pec-1", "болат", valid_from=REFORMED, valid_to=None)]
    (path,) = paths(make_graph(rows), "person:әлия", "person:болат")
    assert path.together == ()


def test_together_is_the_common_span():
    left, came = date(2021, 5, 1), date(2020, 3, 1)
    rows = [
        seat("s-1", "pec-1", "әлия", valid_to=left),
        seat("s-2", "pec-1", "болат", valid_from=came),
        seat("s-3", "pec-1", "болат", valid_from=date(2024, 1, 22), valid_to=None),
        seat("s-4", "pec-1", "әлия", valid_from=date(2025, 1, 1), valid_to=None),
    ]
    (path,) = paths(make_graph(rows), "person:әлия", "person:болат")
    assert path.together == ((came, left), (date(2025, 1, 1), None))


def test_unknown_days_are_never_together():
    rows = [seat("s-1", "pec-1", "әлия", valid_from=None, valid_to=None), seat("s-2", "pec-1", "болат")]
    graph = make_graph(rows)
    (path,) = paths(graph, "person:әлия", "person:болат")
    assert path.together == ()
    assert paths(graph, "person:әлия", "person:болат", on=FORMED) == []


def test_what_is_not_dated_holds_always():
    graph = make_graph([], commissions=[commission("pec-1", region_id="KZ-10"), commission("pec-2", region_id="KZ-10")])
    (path,) = paths(graph, "commission:pec-1", "commission:pec-2")
    assert path.together == ((None, None),)


def test_only_what_holds_on_the_day():
    graph = make_two_ways()
    assert len(paths(graph, "person:әлия", "person:болат", on=FORMED)) == 2
    assert paths(graph, "person:әлия", "person:болат", on=REFORMED) == []


def test_kinds_and_length_are_limits():
    graph = make_two_ways()
    assert inner(paths(graph, "person:әлия", "person:болат", kinds={"nominated_by"})) == [("amanat",)]
    assert inner(paths(graph, "person:әлия", "person:болат", max_hops=3)) == [("amanat",)]
    assert paths(graph, "person:әлия", "person:болат", max_hops=1) == []


def test_ties_go_by_key():
    rows = [seat(f"s-{n}{who}", f"pec-{n}", who) for n in (3, 1, 2) for who in ("әлия", "болат")]
    assert inner(paths(make_graph(rows), "person:әлия", "person:болат", k=2)) == [("pec-1",), ("pec-2",)]


@pytest.mark.parametrize("seed", range(25))
def test_as_networkx_on_random_graphs(seed):
    random = np.random.default_rng(seed)
    rows = [
        seat(f"s-{n}", f"pec-{random.integers(4)}", f"p-{random.integers(5)}", employer_id=f"o-{random.integers(4)}")
        for n in range(9)
    ]
    graph = make_graph(rows)
    plain = nx.Graph(to_networkx(graph))
    a, b = f"person:{rows[0]['person_id']}", f"commission:{rows[-1]['commission_id']}"
    every = nx.all_simple_paths(plain, a, b, cutoff=6)
    expected = sorted((len(way) - 1, way) for way in every)[:5]
    found = paths(graph, a, b, k=5, hubs=OPEN)
    assert [(len(path), [node.key for node in path.nodes]) for path in found] == expected
    lengths = (
        [len(way) - 1 for way in islice(nx.shortest_simple_paths(plain, a, b), 5)] if nx.has_path(plain, a, b) else []
    )
    assert [len(path) for path in found] == [length for length in lengths if length <= 6]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"b": "person:әлия"}, "needs two different nodes, both are 'person:әлия'"),
        ({"b": "person:жоқ"}, "no node is called 'person:жоқ'"),
        ({"k": 0}, "must be 1 or more, not 0 and 6"),
        ({"max_hops": 0}, "must be 1 or more, not 3 and 0"),
        ({"through": "maybe"}, "through must be one of last, never, freely, not 'maybe'"),
        ({"kinds": {"loves"}}, "no kind is called loves"),
    ],
)
def test_bad_questions_are_refused(asked, message):
    with pytest.raises(GraphError, match=message):
        paths(make_two_ways(), **({"a": "person:әлия", "b": "person:болат"} | asked))
