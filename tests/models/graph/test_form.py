"""The graph as a NetworkX multigraph."""

from datetime import date

import networkx as nx
import pytest

from models.graph import EDGE_KINDS, NODE_KINDS, GraphError, to_networkx
from tests.models.graph.small import FORMED, REFORMED, commission, make_graph, organisation, seat
from tests.models.graph.synthetic import make_tables


@pytest.fixture
def graph():
    return make_graph(
        [
            seat("s-1", "pec-1", "әлия", role="chair", nominator_id="amanat"),
            seat("s-2", "pec-1", "әлия", valid_from=REFORMED, valid_to=None, nominator_id="одақ"),
        ],
        [organisation("amanat", "party"), organisation("одақ", "association"), organisation("бос", "employer")],
        [commission("pec-1", number=7, name="№ 7 учаскелік сайлау комиссиясы", region_id="KZ-10")],
    )


def test_nodes_and_edges(graph):
    found = to_networkx(graph)
    assert isinstance(found, nx.MultiDiGraph)
    assert set(found.edges(keys=True)) == {
        ("person:әлия", "commission:pec-1", "sits_in:s-1"),
        ("person:әлия", "commission:pec-1", "sits_in:s-2"),
        ("person:әлия", "organisation:amanat", "nominated_by:s-1"),
        ("person:әлия", "organisation:одақ", "nominated_by:s-2"),
        ("commission:pec-1", "region:KZ-10", "belongs_to:pec-1:place"),
    }
    assert found.nodes["commission:pec-1"] == {
        "kind": "commission",
        "entity_id": "pec-1",
        "label": "№ 7 учаскелік сайлау комиссиясы",
        "level": "PEC",
        "number": 7,
        "region_id": "KZ-10",
    }


def test_edge_carries_days_and_citation(graph):
    row = to_networkx(graph).edges["person:әлия", "organisation:amanat", "nominated_by:s-1"]
    assert row == {
        "kind": "nominated_by",
        "basis": "document",
        "seat_id": "s-1",
        "locator": '{"table": 1, "row": 3}',
        "confidence": 0.9,
        "decision_id": "d-1",
        "decision_number": "35-4/VI",
        "decided_on": FORMED,
        "date_basis": "decision",
        "document_path": "html/abai-2019.html",
        "source_url": "https://example.org/abai-2019",
        "valid_from": FORMED,
        "valid_to": REFORMED,
        "role": "chair",
        "commission": "commission:pec-1",
    }


def test_node_without_an_edge_is_left_out_unless_asked_for(graph):
    assert "organisation:бос" not in to_networkx(graph)
    assert set(to_networkx(graph, nodes=["organisation:бос", "person:әлия"])) == {"organisation:бос", "person:әлия"}


def test_day_and_kinds(graph):
    on = date(2020, 1, 1)
    found = to_networkx(graph, on=on, kinds={"nominated_by"})
    assert list(found.edges(keys=True)) == [("person:әлия", "organisation:amanat", "nominated_by:s-1")]
    assert (found.graph["on"], found.graph["edge_kinds"]) == (on, ["nominated_by"])


def test_marks_of_the_build_are_attributes(graph):
    assert to_networkx(graph).graph == {
        "build_id": "build-7",
        "country": "KZ",
        "latest_day": REFORMED,
        "is_simulated": True,
        "on": None,
        "edge_kinds": None,
    }


def test_unknown_node_is_refused(graph):
    with pytest.raises(GraphError, match="no node is called 'person:болат'"):
        to_networkx(graph, nodes=["person:болат"])


def test_counts_agree_with_the_columns():
    tables = make_tables(2_000, terms=3)
    graph = make_graph(**{name: frame.to_dict("records") for name, frame in tables.items()})
    found = to_networkx(graph)
    assert found.number_of_edges() == len(graph.edges) == sum(graph.count_edges().values())
    assert set(graph.count_edges()) <= set(EDGE_KINDS)
    assert set(graph.count_nodes()) <= set(NODE_KINDS)
    kinds = [kind for _, kind in found.nodes(data="kind")]
    listed = {kind: kinds.count(kind) for kind in set(kinds)}
    # A school where nobody of any commission works stands alone or under its department only.
    assert all(listed[kind] <= count for kind, count in graph.count_nodes().items())
    assert listed["person"] == tables["seats"]["person_id"].nunique()


def test_columns_stay_small():
    tables = make_tables(20_000)
    graph = make_graph(**{name: frame.to_dict("records") for name, frame in tables.items()})
    edges, statements = graph.edges, graph.statements
    columns = [*vars(edges).values(), *vars(statements).values(), *graph.incidence]
    size = sum(column.nbytes for column in columns)
    # Three edges a seat of 13 bytes, twice 4 in the list by node, texts of about 60: far below what objects would take.
    assert size / len(tables["seats"]) < 250
