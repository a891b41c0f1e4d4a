"""Graphs as files: what goes in comes out, and a failed write leaves nothing behind."""

import datetime as dt
import doctest
import enum
import json
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from models.export import flatten, graph_formats
from models.export.flatten import GraphExportError, flatten_graph, flatten_value
from models.export.graph_formats import GRAPH_FORMATS, dump_graph, export_graph, name_graph
from models.graph import ego, to_networkx
from tests.models.graph.small import FORMED, REFORMED, SIMULATED, commission, make_graph, organisation, seat

MARKS = {"build_id": "b-1", "is_simulated": False}


class Post(enum.Enum):
    CHAIR = "chair"


@pytest.fixture
def graph():
    return make_graph(
        [
            seat("s-1", "pec-1", "әлия", role="chair", nominator_id="amanat", employer_id="мектеп"),
            seat("s-2", "pec-1", "әлия", valid_from=REFORMED, valid_to=None, nominator_id="amanat"),
            seat("s-3", "pec-1", "болат", valid_from=None, valid_to=None, confidence=None, locator=None),
        ],
        [
            organisation("amanat", "party", name="Партия «AMANAT» & <Қ>"),
            organisation("мектеп", "employer", type="school"),
        ],
        [commission("pec-1", number=7, region_id="KZ-10")],
    )


def read(path, file_format):
    if file_format == "graphml":
        return nx.read_graphml(path, force_multigraph=True)
    found = nx.MultiDiGraph(nx.read_gexf(path))
    # Without parallel edges the reader gives a simple graph and keeps the keys as ids only.
    edges = [(source, target, row["id"], row) for source, target, row in found.edges(data=True)]
    found.remove_edges_from(list(found.edges(keys=True)))
    found.add_edges_from(edges)
    return found


def read_nodes(graph):
    return dict(graph.nodes(data=True))


def read_edges(graph):
    """Edges by key, without what GEXF adds for its timeline."""
    added = {"id", "start", "end"}
    return {
        key: (source, target, {name: value for name, value in row.items() if name not in added})
        for source, target, key, row in graph.edges(keys=True, data=True)
    }


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_round_trip_of_a_build(graph, tmp_path, file_format):
    path = export_graph(graph, tmp_path / f"graph.{file_format}", file_format)
    expected, found = flatten_graph(to_networkx(graph)), read(path, file_format)
    assert read_nodes(found) == read_nodes(expected)
    assert read_edges(found) == read_edges(expected)
    assert found.is_directed()
    assert found.number_of_edges("person:әлия", "organisation:amanat") == 2


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_round_trip_of_surroundings(graph, tmp_path, file_format):
    part = ego(graph, "person:әлия", hops=1, on=FORMED)
    found = read(export_graph(part, tmp_path / "ego", file_format), file_format)
    assert read_nodes(found)["organisation:мектеп"] == {
        "kind": "employer",
        "entity_id": "мектеп",
        "label": "мектеп",
        "type": "school",
        "hop": 1,
        "reason": "fits",
    }
    row = read_edges(found)["nominated_by:s-1"][2]
    assert (row["valid_from"], row["valid_to"], row["decided_on"]) == ("2019-01-20", "2024-01-22", "2019-01-20")
    assert json.loads(row["locator"]) == {"table": 1, "row": 3}


def test_attributes_of_the_whole_in_graphml(graph, tmp_path):
    part = ego(graph, "organisation:amanat", hops=1, limit=1, on=FORMED, kinds=["nominated_by"])
    path = export_graph(part, tmp_path / "a.graphml", "graphml", filters={"level": "PEC", "regions": ["KZ-10"]})
    found = nx.read_graphml(path).graph
    assert found["is_simulated"] is True
    assert {name: found[name] for name in ("build_id", "country", "latest_day", "on", "level", "hops")} == {
        "build_id": SIMULATED.build_id,
        "country": "KZ",
        "latest_day": "2024-01-22",
        "on": "2019-01-20",
        "level": "PEC",
        "hops": 1,
    }
    assert json.loads(found["left_out"]) == {"person": 1}
    assert json.loads(found["regions"]) == ["KZ-10"]
    assert json.loads(found["edge_kinds"]) == ["nominated_by"]


def test_attributes_of_the_whole_in_gexf(graph, tmp_path):
    path = export_graph(graph, tmp_path / "a.gexf", "gexf", on=FORMED)
    name = nx.read_gexf(path).graph["name"]
    assert name.startswith("SIMULATED")
    assert "build build-7; on 2019-01-20" in name
    meta = ElementTree.parse(path).getroot().find("{*}meta")
    marks = json.loads(meta.findtext("{*}description"))
    assert (marks["build_id"], marks["is_simulated"], marks["on"]) == ("build-7", True, "2019-01-20")
    assert meta.get("lastmodifieddate") == "2024-01-22"


def test_name_says_real_where_it_is_real():
    name = name_graph(MARKS | {"edge_kinds": ["sits_in", "part_of"]}, {})
    assert name == "Who counts the votes; build b-1; edges sits_in, part_of"


def test_timeline_of_gexf_ends_on_the_last_day_held(graph, tmp_path):
    path = export_graph(graph, tmp_path / "a.gexf", "gexf")
    found = nx.read_gexf(path)
    assert found.graph["mode"] == "dynamic"
    rows = {row["id"]: row for *_, row in nx.MultiDiGraph(found).edges(data=True)}
    assert (rows["sits_in:s-1"]["start"], rows["sits_in:s-1"]["end"]) == ("2019-01-20", "2024-01-21")
    assert rows["sits_in:s-2"]["start"] == "2024-01-22"
    assert "end" not in rows["sits_in:s-2"]
    assert {"start", "end"}.isdisjoint(rows["sits_in:s-3"])
    assert rows["sits_in:s-3"]["has_days"] is False


def test_edge_without_a_day_has_no_timeline():
    plain = nx.MultiDiGraph(**MARKS)
    plain.add_edge("a", "b", "k", valid_from=dt.date(2020, 1, 1), valid_to=dt.date(2020, 1, 1))
    assert b"start=" not in dump_graph(plain, "gexf")


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_same_graph_same_bytes(graph, tmp_path, file_format):
    path = export_graph(graph, tmp_path / "a", file_format)
    assert path.read_bytes() == dump_graph(graph, file_format) == dump_graph(graph, file_format)


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_plain_networkx_graph_with_every_type(tmp_path, file_format):
    plain = nx.DiGraph(**MARKS)
    plain.add_node(
        1,
        name="Әбілқайыр\r\nқала\x0b",
        empty="",
        nothing=None,
        missing=pd.NA,
        no_day=pd.NaT,
        not_a_number=float("nan"),
        count=np.int32(3),
        share=np.float64(0.25),
        large=2**40,
        flag=np.bool_(True),
        day=dt.date(2024, 1, 22),
        moment=pd.Timestamp("2024-01-22 10:30"),
        stamp=np.datetime64("2024-01-22"),
        items=["ә", 1, None],
        unordered={"б", "а"},
        array=np.array([1, 2]),
        nested={"бет": {"жол": np.int8(2)}},
        post=Post.CHAIR,
        id="own",
        type="x",
    )
    plain.add_edge(1, "екі", weight=2, type="x", id="own")
    found = read(export_graph(plain, tmp_path / "a", file_format), file_format)
    row = read_nodes(found)["1"]
    assert row.pop("label") == "1"
    assert row == {
        "name": "Әбілқайыр\nқала\ufffd",
        "empty": "",
        "count": 3,
        "share": 0.25,
        "large": 2**40,
        "flag": True,
        "day": "2024-01-22",
        "moment": "2024-01-22T10:30:00",
        "stamp": "2024-01-22",
        "items": '["ә", 1, null]',
        "unordered": '["а", "б"]',
        "array": "[1, 2]",
        "nested": '{"бет": {"жол": 2}}',
        "post": "chair",
        "id_": "own",
        "type": "x",
    }
    ((source, target, edge),) = read_edges(found).values()
    assert (source, target, edge) == ("1", "екі", {"weight": 2, "type_": "x", "id_": "own"})


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_one_name_has_one_type(tmp_path, file_format):
    plain = nx.MultiDiGraph(**MARKS)
    plain.add_node("a", number=1, mixed=True)
    plain.add_node("b", number=0.5, mixed="жоқ")
    plain.add_edge("a", "b", number=7)
    found = read(export_graph(plain, tmp_path / "a", file_format), file_format)
    assert [row["number"] for _, row in found.nodes(data=True)] == [1.0, 0.5]
    assert [row["mixed"] for _, row in found.nodes(data=True)] == ["true", "жоқ"]
    assert [row["number"] for *_, row in found.edges(data=True)] == [7]


def test_edge_keys_that_repeat_are_numbered():
    plain = nx.MultiDiGraph(**MARKS)
    plain.add_edge("a", "b")
    plain.add_edge("b", "a")
    assert sorted(key for *_, key in flatten_graph(plain).edges(keys=True)) == ["e0", "e1"]


def test_the_graph_given_is_not_changed(graph):
    part = ego(graph, "person:әлия", hops=1).graph
    before = (dict(part.graph), read_nodes(part), list(part.edges(keys=True, data=True)))
    dump_graph(part, "gexf")
    dump_graph(part, "graphml")
    assert (dict(part.graph), read_nodes(part), list(part.edges(keys=True, data=True))) == before


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_failed_write_leaves_nothing(tmp_path, file_format):
    bad = nx.MultiDiGraph(**MARKS)
    bad.add_node("a", thing=object())
    with pytest.raises(GraphExportError, match="attribute 'thing': a value of type object has no plain form"):
        export_graph(bad, tmp_path / "a", file_format)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_failure_while_writing_keeps_the_old_file(graph, tmp_path, file_format, monkeypatch):
    path = export_graph(graph, tmp_path / "a", file_format)
    old = path.read_bytes()

    def fail(*_args, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.export.graph_formats._write", fail)
    with pytest.raises(GraphExportError, match="a cannot be written: No space left on device"):
        export_graph(graph, path, file_format)
    assert path.read_bytes() == old
    assert [found.name for found in tmp_path.iterdir()] == ["a"]


def test_folder_that_is_not_there(graph, tmp_path):
    with pytest.raises(GraphExportError, match="cannot be written: No such file or directory"):
        export_graph(graph, tmp_path / "none" / "a.gexf", "gexf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        ({}, "does not say its build_id and is_simulated"),
        ({"build_id": "b-1"}, "does not say its is_simulated"),
        ({"build_id": "b-1", "is_simulated": None}, "does not say its is_simulated"),
    ],
)
def test_graph_that_does_not_say_what_it_is_stays(attributes, message):
    with pytest.raises(GraphExportError, match=message):
        dump_graph(nx.MultiDiGraph(**attributes), "graphml")


def test_other_refusals(graph, tmp_path):
    with pytest.raises(GraphExportError, match="formats are graphml, gexf, not 'dot'"):
        export_graph(graph, tmp_path / "a.dot", "dot")
    with pytest.raises(GraphExportError, match="apply to a whole graph only"):
        dump_graph(ego(graph, "person:әлия"), "gexf", on=FORMED)
    twice = nx.MultiDiGraph(**MARKS)
    twice.add_nodes_from([1, "1"])
    with pytest.raises(GraphExportError, match="two nodes are called '1'"):
        dump_graph(twice, "gexf")
    twins = nx.MultiDiGraph(**MARKS)
    twins.add_node("a", id="x", id_="y")
    with pytest.raises(GraphExportError, match="two attributes are called 'id_'"):
        dump_graph(twins, "gexf")


@pytest.mark.parametrize("file_format", GRAPH_FORMATS)
def test_empty_graph(file_format, tmp_path):
    path = export_graph(make_graph([]), tmp_path / "a", file_format)
    assert len(read(path, file_format)) == 0


def test_infinite_stays_and_not_a_number_goes():
    assert flatten_value(float("inf")) == float("inf")
    assert flatten_value(np.float64("nan")) is None


def test_examples():
    for module in (flatten, graph_formats):
        found = doctest.testmod(module)
        assert (found.failed, found.attempted > 0) == (0, True)
