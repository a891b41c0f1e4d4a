"""What is read from a database and a reference pack."""

import subprocess
import sys
from datetime import date

import pytest

from models.graph import build_graph, read_frames, to_networkx
from models.graph.frames import COLUMNS, list_memberships, list_names
from models.reference import load_pack
from models.store import open_store
from tests.models.graph.small import list_edges
from tests.pages import factory


@pytest.fixture
def world():
    world = factory.World()
    first = factory.add_document(world, "html/құрам.html", decided_on=factory.FORMED, simulated=True, seats=4)
    later = factory.add_document(world, "html/ауыстыру.html", decided_on=date(2020, 3, 1), simulated=True, seats=2)
    commission = factory.add_commission(world, "PEC", 7)
    world.add("organisations", org_id="amanat", kind="party", name="«AMANAT» партиясы")
    world.add("organisations", org_id="o-school", kind="employer", name="№ 5 мектеп", parent_org_id="o-dept")
    world.add("organisations", org_id="o-dept", kind="employer", name="Білім бөлімі")
    add = {"valid_to": factory.REFORMED}
    factory.add_seat(
        world, first, commission, 0, seat_id="s-chair", person_id="p-chair", role="chair", nominator_kind="party",
        nominator_id="o-branch", party_id="amanat", employer_id="o-school", **add,
    )  # fmt: skip
    factory.add_seat(
        world, first, commission, 1, seat_id="s-gone", person_id="p-gone", nominator_kind="association",
        nominator_id="o-club", stated_party_id="none", **(add | {"valid_to": date(2020, 3, 1)}),
    )  # fmt: skip
    released = factory.add_seat(
        world, later, commission, 1, seat_id="s-out", person_id="p-out", action="released", closes_seat_id="s-gone",
        valid_from=None,
    )  # fmt: skip
    factory.add_seat(
        world, later, commission, 2, seat_id="s-new", person_id="p-new", action="appointed",
        replaces_seat_id=released["seat_id"], **add,
    )  # fmt: skip
    factory.add_seat(world, later, commission, 0, seat_id="s-name", person_id="p-name", action="renamed")
    world.add("ties", tie_id="t-1", seat_id="s-chair", person_id="p-chair", org_id="amanat", tie="nominated_by", tier=2)
    world.add("ties", tie_id="t-2", person_id="p-new", org_id="npk", party_id="npk", tie="listed_candidate", tier=1)
    world.add("ties", tie_id="t-3", person_id="p-new", org_id="npk", party_id="npk", tie="earlier_nominee", tier=3)
    world.add("ties", tie_id="t-4", person_id="p-new", tie="listed_candidate", tier=1)
    return world


@pytest.fixture
def store(world, tmp_path):
    return open_store(world.write(tmp_path / "graph.duckdb", meta=factory.make_meta("build-9", simulated=True)))


def test_edges_of_a_database(store):
    graph = build_graph(read_frames(store))
    pec, place = "PEC:KZ-39:Сынақ ауданы:7", "KZ-39-Сынақ ауданы"
    assert list_edges(graph) == {
        ("p-chair", "sits_in", pec),
        ("p-chair", "nominated_by", "amanat"),  # the party, not its branch
        ("p-chair", "employed_by", "o-school"),
        ("p-gone", "sits_in", pec),
        ("p-gone", "nominated_by", "o-club"),  # and no party: the document says that there is none
        ("p-new", "sits_in", pec),
        ("p-new", "replaced", "p-gone"),  # the person who sat there, not the name in the release
        ("p-new", "listed_candidate", "npk"),
        ("o-school", "part_of", "o-dept"),
        (pec, "belongs_to", place),
        (place, "belongs_to", "KZ-39"),
    }


def test_release_that_closes_no_seat_names_the_person_released(world, tmp_path):
    for row in world.rows["seats"]:
        row.pop("closes_seat_id", None)
    store = open_store(world.write(tmp_path / "open.duckdb", meta=factory.make_meta("build-8", simulated=True)))
    assert ("p-new", "replaced", "p-out") in list_edges(build_graph(read_frames(store)))


def test_origin_is_read(store):
    origin = read_frames(store).origin
    assert (origin.build_id, origin.country, origin.is_simulated) == ("build-9", "KZ", True)
    assert origin.latest_day == factory.LATEST
    assert to_networkx(build_graph(read_frames(store))).graph["is_simulated"] is True


def test_citation_reaches_the_act(store):
    graph = build_graph(read_frames(store))
    link = next(link for link in graph.links(list(range(len(graph.edges)))) if link.kind == "employed_by")
    assert (link.citation.document_path, link.citation.decision_number) == ("html/құрам.html", "18/103-VIII")
    assert (link.citation.decided_on, link.valid_to) == (factory.FORMED, factory.REFORMED)
    assert link.citation.source_url == "https://example.org/html/құрам.html"


def test_database_without_documents(tmp_path):
    store = open_store(factory.make_empty(tmp_path / "empty.duckdb"))
    graph = build_graph(read_frames(store, load_pack()))
    assert len(graph.nodes) == len(graph.edges) == 0


def test_regions_of_districts_by_date():
    rows = list_memberships(load_pack())
    moved = rows.loc[rows["district_id"] == "kz-63-abai"].to_dict("records")
    assert [(row["region_id"], row["valid_from"], row["valid_to"]) for row in moved] == [
        ("KZ-63", None, date(2022, 6, 8)),
        ("KZ-10", date(2022, 6, 8), None),
    ]
    assert rows["source"].str.len().min() > 0


def test_names_of_parties_and_places():
    rows = list_names(load_pack()).set_index("key")
    assert rows.loc["organisation:amanat", "kk"] == "«AMANAT» партиясы"
    assert rows.loc["region:KZ-62", "ru"] == load_pack().region_name("KZ-62", "ru")
    assert rows.index.is_unique


def test_frames_have_the_columns_promised(store):
    frames = read_frames(store, load_pack())
    for name, columns in COLUMNS.items():
        assert list(getattr(frames, name).columns) == list(columns)


def test_graph_needs_neither_database_nor_dashboard():
    code = "import sys, models.graph; assert not {'duckdb', 'streamlit'} & set(sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stderr) == (0, "")
