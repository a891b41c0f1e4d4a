"""From the frames of a build to its graph."""

from datetime import date

import numpy as np
import pandas as pd

from models.graph.days import ALWAYS, NEVER, OPEN, Days, number_days
from models.graph.draft import Draft
from models.graph.frames import Frames, check_frames
from models.graph.graph import Graph
from models.graph.kinds import COMMISSION, DISTRICT, ORGANISATION, PERSON, REGION
from models.graph.nodes import NOBODY, Nodes, Numbers, collect_nodes
from models.graph.statements import keep_decisions


def build_graph(frames: Frames) -> Graph:
    """Build the graph of one build; the order of the rows does not matter.

    Args:
        frames: its rows.

    Raises:
        GraphError: a frame lacks a column.

    Notes:
        Time and memory grow with the number of seats; figures are in docs/graph.md.
    """
    check_frames(frames)
    nodes, draft = collect_nodes(frames), Draft()
    decisions = frames.decisions.sort_values("decision_id", kind="stable")
    seats = frames.seats.sort_values("seat_id", kind="stable").reset_index(drop=True)
    acts = pd.Index(decisions["decision_id"]).get_indexer(pd.Index(seats["decision_id"])).astype(np.int32)
    commission = nodes.number(COMMISSION, seats["commission_id"])
    start, end = number_days(seats["valid_from"], NEVER), number_days(seats["valid_to"], OPEN)
    _add_seats(draft, nodes, seats, acts, commission, start, end)
    _add_ties(draft, nodes, frames.ties.sort_values("tie_id", kind="stable"))
    _add_places(draft, nodes, frames.commissions, _Span.of(commission, acts, start, end, len(nodes)))
    _add_districts(draft, nodes, frames)
    _add_parents(draft, nodes, frames)
    return Graph(nodes, draft.join_edges(), draft.join_statements(keep_decisions(decisions)), frames.origin)


def _add_seats(
    draft: Draft, nodes: Nodes, seats: pd.DataFrame, acts: Numbers, commission: Numbers, start: Days, end: Days
) -> None:
    person = nodes.number(PERSON, seats["person_id"])
    texts = {"statement_id": seats["seat_id"], "seat_id": seats["seat_id"], "locator": seats["locator"]}
    places = draft.state(
        texts,
        "document",
        start,
        end,
        decision=acts,
        commission=commission,
        role=seats["role"],
        confidence=seats["confidence"],
    )
    draft.link("sits_in", person, commission, places)
    for kind, column in (
        ("nominated_by", "nominator_id"),
        ("employed_by", "employer_id"),
        ("stated_member", "stated_party_id"),
    ):
        draft.link(kind, person, nodes.number(ORGANISATION, seats[column]), places)
    draft.link("replaced", person, nodes.number(PERSON, seats["replaced_person_id"]), places)


def _add_ties(draft: Draft, nodes: Nodes, ties: pd.DataFrame) -> None:
    texts = {"statement_id": ties["tie_id"], "document_path": ties["document_path"], "locator": ties["locator"]}
    start, end = number_days(ties["valid_from"], NEVER), number_days(ties["valid_to"], OPEN)
    places = draft.state(texts, "document", start, end, confidence=ties["confidence"])
    person, body = nodes.number(PERSON, ties["person_id"]), nodes.number(ORGANISATION, ties["org_id"])
    for kind in ("nominated_by", "employed_by", "stated_member", "listed_candidate"):
        own = ties["tie"].eq(kind).to_numpy(dtype=bool)
        draft.link(kind, person[own], body[own], places[own])


class _Span:
    """Days on which any seat of a commission is held, and the act that seated the first, by number of the node."""

    def __init__(self, start: Days, end: Days, act: Numbers) -> None:
        self.start, self.end, self.act = start, end, act

    @classmethod
    def of(cls, commission: Numbers, acts: Numbers, start: Days, end: Days, size: int) -> "_Span":
        first, last = np.full(size, NEVER, dtype=np.int32), np.full(size, ALWAYS, dtype=np.int32)
        act = np.full(size, NOBODY, dtype=np.int32)
        dated = start != NEVER
        np.minimum.at(first, commission[dated], start[dated])
        np.maximum.at(last, commission[dated], end[dated])
        # Written from the last to the first, so that the earliest act of the lowest place stays.
        order = np.lexsort((acts, start))[::-1]
        act[commission[order]] = acts[order]
        undated = first == NEVER
        first[undated], last[undated] = ALWAYS, OPEN
        return cls(first, last, act)


def _add_places(draft: Draft, nodes: Nodes, commissions: pd.DataFrame, span: _Span) -> None:
    rows = commissions.sort_values("commission_id", kind="stable")
    number = nodes.number(COMMISSION, rows["commission_id"])
    district, region = nodes.number(DISTRICT, rows["district_id"]), nodes.number(REGION, rows["region_id"])
    start, end, act = span.start[number], span.end[number], span.act[number]
    for suffix, basis, target in (
        ("place", "document", np.where(district == NOBODY, region, district)),
        ("parent", "derived", nodes.number(COMMISSION, rows["parent_commission_id"])),
    ):
        texts = {"statement_id": rows["commission_id"] + f":{suffix}"}
        draft.link("belongs_to", number, target, draft.state(texts, basis, start, end, decision=act))


def _add_districts(draft: Draft, nodes: Nodes, frames: Frames) -> None:
    """District -> region by date from the reference pack; where that is silent, as in the table of commissions."""
    known = frames.memberships.sort_values(["district_id", "region_id", "valid_from"], kind="stable")
    known = known.loc[nodes.number(DISTRICT, known["district_id"]) != NOBODY]
    texts = {
        "statement_id": known["district_id"] + ":" + known["region_id"] + ":" + known["valid_from"].map(_name),
        "source": known["source"],
    }
    start, end = number_days(known["valid_from"], ALWAYS), number_days(known["valid_to"], OPEN)
    places = draft.state(texts, "reference", start, end)
    district, region = nodes.number(DISTRICT, known["district_id"]), nodes.number(REGION, known["region_id"])
    draft.link("belongs_to", district, region, places)
    other = frames.commissions.dropna(subset=["district_id", "region_id"]).sort_values("district_id", kind="stable")
    other = other.loc[~other["district_id"].isin(known["district_id"])].drop_duplicates("district_id")
    timeless = np.full(len(other), ALWAYS, dtype=np.int32)
    places = draft.state({"statement_id": other["district_id"] + ":region"}, "derived", timeless, ~timeless)
    district, region = nodes.number(DISTRICT, other["district_id"]), nodes.number(REGION, other["region_id"])
    draft.link("belongs_to", district, region, places)


def _name(day: date | None) -> str:
    return "" if pd.isna(day) else str(day)


def _add_parents(draft: Draft, nodes: Nodes, frames: Frames) -> None:
    """Organisation -> body above it by date; where no dates are told, as in the table of organisations."""
    known = frames.parents.dropna(subset=["parent_org_id"])
    known = known.sort_values(["org_id", "parent_org_id", "valid_from"], kind="stable")
    for basis, told in (("document", "printed"), ("reference", "rule")):
        rows = known.loc[known["basis"].eq(told)]
        texts = {"statement_id": rows["org_id"] + ":" + rows["parent_org_id"] + ":" + rows["valid_from"].map(_name)}
        texts["document_path" if told == "printed" else "source"] = rows["source"]
        _link_parents(draft, nodes, rows, texts, basis)
    other = frames.organisations.dropna(subset=["parent_org_id"]).sort_values("org_id", kind="stable")
    other = other.loc[~other["org_id"].isin(known["org_id"])]
    _link_parents(draft, nodes, other, {"statement_id": other["org_id"] + ":parent"}, "derived")


def _link_parents(draft: Draft, nodes: Nodes, rows: pd.DataFrame, texts: dict[str, pd.Series], basis: str) -> None:
    start, end = number_days(rows["valid_from"], ALWAYS), number_days(rows["valid_to"], OPEN)
    places = draft.state(texts, basis, start, end)
    draft.link(
        "part_of",
        nodes.number(ORGANISATION, rows["org_id"]),
        nodes.number(ORGANISATION, rows["parent_org_id"]),
        places,
    )
