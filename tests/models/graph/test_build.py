"""What becomes a node, what becomes an edge, and what each edge rests on."""

from dataclasses import replace
from datetime import date

import pytest

from models.graph import GraphError, build_graph
from tests.models.graph.small import (
    ACT,
    FORMED,
    REFORMED,
    commission,
    list_edges,
    make_frames,
    make_graph,
    organisation,
    seat,
)


def test_one_seat_is_up_to_five_edges():
    graph = make_graph(
        [
            seat(
                "s-1", "pec-1", "әлия", nominator_id="amanat", employer_id="мектеп", stated_party_id="npk",
                replaced_person_id="болат",
            )
        ],
        [organisation("amanat", "party"), organisation("npk", "party"), organisation("мектеп", "employer")],
    )  # fmt: skip
    assert list_edges(graph) == {
        ("әлия", "sits_in", "pec-1"),
        ("әлия", "nominated_by", "amanat"),
        ("әлия", "employed_by", "мектеп"),
        ("әлия", "stated_member", "npk"),
        ("әлия", "replaced", "болат"),
    }
    assert len(graph.statements) == 1 + 2  # the seat, and where the commission belongs (twice, though nowhere here)


def test_nomination_is_not_membership():
    graph = make_graph([seat("s-1", "pec-1", "әлия", nominator_id="amanat")], [organisation("amanat", "party")])
    assert "stated_member" not in graph.count_edges()


def test_what_is_not_printed_is_no_edge():
    graph = make_graph([seat("s-1", "pec-1", "әлия", role="unknown")])
    assert list_edges(graph) == {("әлия", "sits_in", "pec-1")}
    assert graph.links([0])[0].role == "unknown"


def test_strange_post_is_unknown_and_never_a_member():
    graph = make_graph([seat("s-1", "pec-1", "әлия", role="төраға"), seat("s-2", "pec-1", "болат", role=None)])
    assert [link.role for link in graph.links([0, 1])] == ["unknown", "unknown"]


def test_the_same_two_nodes_may_have_several_edges():
    graph = make_graph(
        [
            seat("s-1", "pec-1", "әлия"),
            seat("s-2", "pec-1", "әлия", valid_from=REFORMED, valid_to=None),
            seat("s-3", "pec-1", "болат", nominator_id="одақ", employer_id="одақ"),
        ],
        [organisation("одақ", "association")],
    )
    assert graph.count_edges() == {"sits_in": 3, "nominated_by": 1, "employed_by": 1}


def test_a_person_does_not_replace_himself():
    graph = make_graph([seat("s-1", "pec-1", "әлия", replaced_person_id="әлия")])
    assert graph.count_edges() == {"sits_in": 1}


def test_body_above_another_is_a_parent_body():
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия", employer_id="мектеп")],
        [
            organisation("мектеп", "employer", parent_org_id="бөлім"),
            organisation("бөлім", "employer", parent_org_id="әкімдік"),
            organisation("әкімдік", "state_body"),
        ],
    )
    assert {("мектеп", "part_of", "бөлім"), ("бөлім", "part_of", "әкімдік")} <= list_edges(graph)
    kinds = {key: graph.node(f"organisation:{key}").kind for key in ("мектеп", "бөлім", "әкімдік")}
    assert kinds == {"мектеп": "employer", "бөлім": "parent_body", "әкімдік": "parent_body"}


def test_parents_by_date_say_what_they_rest_on():
    link = {"org_id": "мектеп", "basis": "rule", "source": "order"}
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия", employer_id="мектеп")],
        [organisation("мектеп", "employer", parent_org_id="басқарма"), organisation("бөлім", "state_body")],
        parents=[
            link | {"parent_org_id": "бөлім", "valid_to": REFORMED},
            link | {"parent_org_id": "басқарма", "valid_from": REFORMED, "basis": "printed", "source": "a.html"},
        ],
    )
    edges = {(start, end) for start, kind, end in list_edges(graph) if kind == "part_of"}
    assert edges == {("мектеп", "бөлім"), ("мектеп", "басқарма")}
    told = {
        link.target.entity_id: (link.citation.basis, link.citation.source, link.citation.document_path)
        for link in graph.links(list(range(len(graph.edges))))
        if link.kind == "part_of"
    }
    assert told == {"бөлім": ("reference", "order", None), "басқарма": ("document", None, "a.html")}


def test_party_above_nobody_stays_a_party():
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия", nominator_id="жастар")],
        [organisation("жастар", "association", parent_org_id="amanat"), organisation("amanat", "party")],
    )
    assert graph.node("organisation:amanat").kind == "party"


def test_organisation_that_no_table_describes_is_kept_as_unknown():
    graph = make_graph([seat("s-1", "pec-1", "әлия", employer_id="o-9")])
    node = graph.node("organisation:o-9")
    assert (node.kind, node.label) == ("unknown", "o-9")
    assert ("әлия", "employed_by", "o-9") in list_edges(graph)


def test_one_id_in_two_tables_is_two_nodes():
    graph = make_graph([seat("x", "x", "x", nominator_id="x")], [organisation("x", "party")])
    assert {graph.node(f"{prefix}:x").kind for prefix in ("person", "commission", "organisation")} == {
        "person",
        "commission",
        "party",
    }


def test_commission_belongs_to_district_and_parent_for_the_days_of_its_seats():
    graph = make_graph(
        [
            seat("s-1", "pec-1", "әлия"),
            seat("s-2", "pec-1", "болат", valid_from=REFORMED, valid_to=date(2026, 5, 1)),
        ],
        commissions=[
            commission("pec-1", district_id="kz-63-abai", region_id="KZ-10", parent_commission_id="tec"),
            commission("tec", level="TEC", district_id="kz-63-abai", region_id="KZ-10"),
        ],
    )
    links = {
        (link.source.entity_id, link.target.entity_id): link
        for link in graph.links(list(range(len(graph.edges))))
        if link.kind == "belongs_to"
    }
    assert set(links) == {("pec-1", "kz-63-abai"), ("pec-1", "tec"), ("tec", "kz-63-abai"), ("kz-63-abai", "KZ-10")}
    place, parent = links["pec-1", "kz-63-abai"], links["pec-1", "tec"]
    assert (place.valid_from, place.valid_to) == (FORMED, date(2026, 5, 1))
    assert (place.citation.basis, parent.citation.basis) == ("document", "derived")
    assert place.citation.decision_number == ACT["number"]
    # Nobody is known to have sat in the territorial commission: it belongs to its district on any day.
    assert (links["tec", "kz-63-abai"].valid_from, links["tec", "kz-63-abai"].valid_to) == (None, None)


def test_one_open_seat_leaves_the_commission_open():
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия"), seat("s-2", "pec-1", "болат", valid_from=REFORMED, valid_to=None)],
        commissions=[commission("pec-1", region_id="KZ-10")],
    )
    (link,) = [found for found in graph.links(list(range(len(graph.edges)))) if found.kind == "belongs_to"]
    assert (link.target.key, link.valid_from, link.valid_to) == ("region:KZ-10", FORMED, None)


def test_district_that_moved_belongs_to_each_region_in_its_time():
    moved = date(2022, 6, 8)
    graph = make_graph(
        [seat("s-1", "pec-1", "әлия")],
        commissions=[commission("pec-1", district_id="kz-63-abai", district="Абай ауданы", region_id="KZ-10")],
        memberships=[
            {"district_id": "kz-63-abai", "region_id": "KZ-63", "valid_to": moved, "source": "decree No. 887"},
            {"district_id": "kz-63-abai", "region_id": "KZ-10", "valid_from": moved, "source": "decree No. 887"},
            {"district_id": "kz-11-zerendi", "region_id": "KZ-11", "source": "not in the data"},
        ],
        names=[
            {"key": "district:kz-63-abai", "kk": "Абай ауданы", "ru": "Абайский район", "en": "Abai District"},
            {"key": "region:KZ-63", "kk": "Шығыс Қазақстан облысы"},
        ],
    )
    links = [link for link in graph.links(list(range(len(graph.edges)))) if link.source.kind == "district"]
    assert [(link.target.entity_id, link.valid_from, link.valid_to) for link in links] == [
        ("KZ-10", moved, None),
        ("KZ-63", None, moved),
    ]
    assert {link.citation.basis for link in links} == {"reference"}
    assert {link.citation.source for link in links} == {"decree No. 887"}
    assert graph.node("district:kz-63-abai").attributes["label_ru"] == "Абайский район"
    assert graph.node("region:KZ-63").label == "Шығыс Қазақстан облысы"
    with pytest.raises(GraphError, match="kz-11-zerendi"):
        graph.node("district:kz-11-zerendi")


def test_ties_from_registers_are_edges_with_their_own_document():
    tie = {
        "tie_id": "t-1", "person_id": "әлия", "org_id": "amanat", "tie": "listed_candidate",
        "document_path": "lists/2021.html", "locator": '{"row": 5}', "confidence": 1.0, "valid_from": date(2020, 12, 1),
    }  # fmt: skip
    graph = make_graph([seat("s-1", "pec-1", "әлия")], [organisation("amanat", "party")], ties=[tie])
    (link,) = [found for found in graph.links(list(range(len(graph.edges)))) if found.kind == "listed_candidate"]
    assert link.citation.document_path == "lists/2021.html"
    assert (link.citation.decision_id, link.role, link.commission) == (None, None, None)
    assert link.valid_from == date(2020, 12, 1)


def test_citation_leads_to_line_act_and_document():
    graph = make_graph([seat("s-1", "pec-1", "әлия", nominator_id="amanat")], [organisation("amanat", "party")])
    nomination = graph.links([1])[0]
    assert nomination.kind == "nominated_by"
    citation = nomination.citation
    assert (citation.seat_id, citation.locator, citation.confidence) == ("s-1", '{"table": 1, "row": 3}', 0.9)
    assert (citation.document_path, citation.source_url) == (ACT["document_path"], ACT["source_url"])
    assert (citation.decision_number, citation.decided_on) == (ACT["number"], FORMED)
    assert nomination.commission.key == "commission:pec-1"


def test_seat_without_days_says_so():
    graph = make_graph([seat("s-1", "pec-1", "әлия", valid_from=None, valid_to=None)])
    (link,) = graph.links([0])
    assert (link.valid_from, link.has_days) == (None, False)


def test_order_of_rows_does_not_matter():
    rows = [seat(f"s-{n}", f"pec-{n % 3}", f"p-{n % 5}", nominator_id=f"o-{n % 2}") for n in range(12)]
    bodies = [organisation(f"o-{n}", "association", parent_org_id="o-9") for n in range(2)]
    one, other = make_graph(rows, bodies), make_graph(rows[::-1], bodies[::-1])
    every = list(range(len(one.edges)))
    assert one.links(every) == other.links(every)


def test_marks_of_the_build_are_carried():
    graph = make_graph([seat("s-1", "pec-1", "әлия")])
    assert graph.describe() == {
        "build_id": "build-7",
        "country": "KZ",
        "latest_day": REFORMED,
        "is_simulated": True,
    }


def test_no_rows_make_an_empty_graph():
    graph = make_graph([])
    assert (len(graph.nodes), len(graph.edges)) == (0, 0)


def test_missing_column_is_refused():
    frames = make_frames([seat("s-1", "pec-1", "әлия")])
    with pytest.raises(GraphError, match="frame seats lacks role, locator"):
        build_graph(replace(frames, seats=frames.seats.drop(columns=["role", "locator"])))


@pytest.mark.parametrize("key", ["person:болат", "әлия", "people:әлия", "person:", ""])
def test_unknown_node_is_refused(key):
    graph = make_graph([seat("s-1", "pec-1", "әлия")])
    with pytest.raises(GraphError, match="no node is called"):
        graph.node(key)
