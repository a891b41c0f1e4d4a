"""The surroundings of a node: what is shown, why, and what is left out."""

from datetime import date

import networkx as nx
import numpy as np
import pytest

from models.graph import GraphError, Hubs, ego, to_networkx
from tests.models.graph.small import FORMED, REFORMED, commission, make_graph, organisation, seat

OPEN = Hubs(frozenset(), 10**6)


def names(found):
    return {kept.node.entity_id for kept in found.kept}


def make_party(count, **facts):
    """A party with nominees, each in a commission of her own; the last is a chair."""
    rows = [seat(f"s-{n:02}", f"pec-{n:02}", f"p-{n:02}", nominator_id="amanat", **facts) for n in range(count)]
    rows[-1]["role"] = "chair"
    return make_graph(rows, [organisation("amanat", "party")])


def test_centre_alone():
    graph = make_party(3)
    found = ego(graph, "organisation:amanat", hops=0)
    assert [(kept.node.entity_id, kept.reason, kept.via) for kept in found.kept] == [("amanat", "centre", None)]
    assert found.left_out == {}


def test_hops_and_neighbours():
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия", employer_id="мектеп"), seat("s-2", "pec-2", "болат", employer_id="мектеп")],
        [organisation("мектеп", "employer")],
    )
    found = ego(graph, "person:әлия", hops=3)
    assert {kept.node.entity_id: (kept.hop, kept.via) for kept in found.kept} == {
        "әлия": (0, None),
        "pec-1": (1, "person:әлия"),
        "мектеп": (1, "person:әлия"),
        "болат": (2, "organisation:мектеп"),
        "pec-2": (3, "person:болат"),
    }
    assert {kept.reason for kept in found.kept} == {"centre", "fits"}
    assert names(ego(graph, "person:әлия", hops=1)) == {"әлия", "pec-1", "мектеп"}


def test_limit_keeps_officers_first_and_counts_the_rest():
    graph = make_party(10)
    found = ego(graph, "organisation:amanat", hops=1, limit=4)
    assert [(kept.node.entity_id, kept.reason) for kept in found.kept] == [
        ("amanat", "centre"),
        ("p-09", "officer"),
        ("p-00", "recent"),
        ("p-01", "recent"),
    ]
    assert found.left_out == {"person": 10 - 3}


def test_hop_that_does_not_fit_leaves_half_of_the_room_to_the_next():
    graph = make_party(10)
    found = ego(graph, "organisation:amanat", hops=2, limit=7)
    # Six places are left: three nominees, then the three commissions in which they sit.
    assert [kept.hop for kept in found.kept] == [0, 1, 1, 1, 2, 2, 2]
    assert names(found) == {"amanat", "p-09", "p-00", "p-01", "pec-09", "pec-00", "pec-01"}
    assert found.left_out == {"person": 7, "commission": 7}


def test_room_left_goes_to_the_nearest():
    rows = [seat(f"s-{n}", "pec-1", f"p-{n}", nominator_id="amanat") for n in range(6)]
    graph = make_graph(rows, [organisation("amanat", "party")])
    # Six nominees and one commission: five places for the nominees at first would waste none of six.
    found = ego(graph, "organisation:amanat", hops=2, limit=7)
    assert [kept.hop for kept in found.kept] == [0, 1, 1, 1, 1, 1, 2]
    assert found.left_out == {"person": 1}


def test_more_links_come_before_officers():
    rows = [
        seat("s-1", "pec-1", "әлия", nominator_id="amanat", role="chair"),
        seat("s-2", "pec-1", "болат", nominator_id="amanat"),
        seat("s-3", "pec-1", "болат", nominator_id="amanat", valid_from=REFORMED, valid_to=None),
    ]
    graph = make_graph(rows, [organisation("amanat", "party")])
    found = ego(graph, "organisation:amanat", hops=1, limit=2)
    assert [(kept.node.entity_id, kept.reason, kept.links) for kept in found.kept[1:]] == [("болат", "links", 2)]


def test_latest_day_decides_and_unknown_days_come_last():
    rows = [
        seat("s-1", "pec-1", "әлия", nominator_id="amanat", valid_from=None, valid_to=None),
        seat("s-2", "pec-1", "болат", nominator_id="amanat", valid_from=FORMED),
        seat("s-3", "pec-1", "гүлнар", nominator_id="amanat", valid_from=REFORMED, valid_to=None),
    ]
    graph = make_graph(rows, [organisation("amanat", "party")])
    found = ego(graph, "organisation:amanat", hops=1, limit=3)
    assert [(k.node.entity_id, k.reason) for k in found.kept[1:]] == [("гүлнар", "recent"), ("болат", "recent")]
    undated = [row | {"valid_from": None, "valid_to": None} for row in rows]
    by_key = ego(make_graph(undated, [organisation("amanat", "party")]), "organisation:amanat", 1, limit=2)
    # Keys are compared letter by letter by their codes: the Kazakh ә comes after the Russian alphabet.
    assert [(kept.node.entity_id, kept.reason) for kept in by_key.kept[1:]] == [("болат", "order")]


def test_hub_is_shown_and_not_passed():
    graph = make_party(4)
    found = ego(graph, "person:p-00", hops=3)
    assert names(found) == {"p-00", "pec-00", "amanat"}
    assert [(hub.node.entity_id, hub.links) for hub in found.hubs] == [("amanat", 4)]
    passed = ego(graph, "person:p-00", hops=3, hubs=OPEN)
    assert names(passed) == {"amanat"} | {f"p-0{n}" for n in range(4)} | {f"pec-0{n}" for n in range(4)}
    assert passed.hubs == ()


def test_employer_with_many_links_is_a_hub_too():
    rows = [seat(f"s-{n}", f"pec-{n}", f"p-{n}", employer_id="зауыт") for n in range(5)]
    graph = make_graph(rows, [organisation("зауыт", "employer")])
    few = ego(graph, "person:p-0", hops=2, hubs=Hubs(frozenset(), links=4))
    assert [hub.node.entity_id for hub in few.hubs] == ["зауыт"]
    assert len(ego(graph, "person:p-0", hops=2, hubs=Hubs(frozenset(), links=5)).kept) == 1 + 2 + 4


def test_day_is_inclusive_at_its_start_and_exclusive_at_its_end():
    graph = make_graph([seat("s-1", "pec-1", "әлия")])
    day_before = date(2024, 1, 21)
    assert names(ego(graph, "person:әлия", 1, on=FORMED)) == {"әлия", "pec-1"}
    assert names(ego(graph, "person:әлия", 1, on=day_before)) == {"әлия", "pec-1"}
    assert names(ego(graph, "person:әлия", 1, on=REFORMED)) == {"әлия"}


def test_seat_without_days_is_on_no_day_and_a_place_on_every_day():
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия", valid_from=None, valid_to=None)],
        commissions=[commission("pec-1", region_id="KZ-10")],
    )
    assert names(ego(graph, "commission:pec-1", 1)) == {"pec-1", "әлия", "KZ-10"}
    assert names(ego(graph, "commission:pec-1", 1, on=FORMED)) == {"pec-1", "KZ-10"}


def test_kinds_of_edges():
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия", nominator_id="одақ", employer_id="мектеп")],
        [organisation("одақ", "association"), organisation("мектеп", "employer")],
    )
    assert names(ego(graph, "person:әлия", 1, kinds={"employed_by"})) == {"әлия", "мектеп"}


def test_part_as_networkx_says_what_was_asked_and_left_out():
    graph = make_party(5)
    found = ego(graph, "organisation:amanat", hops=1, limit=3, on=FORMED, kinds=["nominated_by"])
    part = found.graph
    assert isinstance(part, nx.MultiDiGraph)
    assert part.graph["is_simulated"] is True
    assert (part.graph["build_id"], part.graph["on"], part.graph["edge_kinds"]) == ("build-7", FORMED, ["nominated_by"])
    assert (part.graph["centre"], part.graph["left_out"]) == ("organisation:amanat", {"person": 3})
    assert part.nodes["organisation:amanat"]["reason"] == "centre"
    assert {kind for *_, kind in part.edges(data="kind")} == {"nominated_by"}


def test_edges_between_neighbours_are_shown():
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия"), seat("s-2", "pec-1", "болат", replaced_person_id="әлия")],
    )
    assert ego(graph, "commission:pec-1", 1).graph.has_edge("person:болат", "person:әлия")


@pytest.mark.parametrize("seed", range(12))
def test_without_limit_and_hubs_as_networkx(seed):
    random = np.random.default_rng(seed)
    rows = [
        seat(f"s-{n}", f"pec-{random.integers(4)}", f"p-{random.integers(7)}", employer_id=f"o-{random.integers(5)}")
        for n in range(8)
    ]
    graph = make_graph(rows)
    whole = to_networkx(graph)
    for hops in (1, 2, 3):
        expected = nx.ego_graph(whole.to_undirected(), "person:" + rows[0]["person_id"], radius=hops)
        found = ego(graph, "person:" + rows[0]["person_id"], hops, hubs=OPEN)
        assert set(found.graph) == set(expected)
        assert found.graph.number_of_edges() == whole.subgraph(expected.nodes).number_of_edges()


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"hops": -1}, "hops must be 0 or more, not -1"),
        ({"limit": 0}, "limit must be 1 or more, not 0"),
        ({"kinds": {"knows"}}, "no kind is called knows"),
        ({"hubs": Hubs(frozenset({"church"}))}, "no kind is called church"),
        ({"node": "person:жоқ"}, "no node is called 'person:жоқ'"),
    ],
)
def test_bad_questions_are_refused(asked, message):
    graph = make_party(2)
    with pytest.raises(GraphError, match=message):
        ego(graph, **({"node": "organisation:amanat"} | asked))
