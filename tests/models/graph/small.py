"""Graphs of a few nodes, written as rows; every person is invented."""

from datetime import date
from typing import Any

import pandas as pd

from models.graph import Frames, Graph, Origin, build_graph
from models.graph.frames import COLUMNS

FORMED, REFORMED = date(2019, 1, 20), date(2024, 1, 22)
ACT = {
    "decision_id": "d-1",
    "document_path": "html/abai-2019.html",
    "number": "35-4/VI",
    "decided_on": FORMED,
    "date_basis": "decision",
    "source_url": "https://example.org/abai-2019",
}
SIMULATED = Origin("build-7", "KZ", REFORMED, is_simulated=True)


def seat(seat_id: str, commission: str, person: str, **facts: Any) -> dict[str, Any]:
    """Write one seat: a member held from 2019 until the next formation, of whom nothing else is known."""
    row = dict.fromkeys(COLUMNS["seats"])
    row |= {
        "seat_id": seat_id, "commission_id": commission, "person_id": person, "decision_id": "d-1", "role": "member",
        "locator": '{"table": 1, "row": 3}', "confidence": 0.9, "valid_from": FORMED, "valid_to": REFORMED,
    }  # fmt: skip
    return row | facts


def commission(commission_id: str, **facts: Any) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS["commissions"]) | {"commission_id": commission_id, "level": "PEC"} | facts


def organisation(org_id: str, kind: str, **facts: Any) -> dict[str, Any]:
    return dict.fromkeys(COLUMNS["organisations"]) | {"org_id": org_id, "kind": kind, "name": org_id} | facts


def make_frames(
    seats: list[dict[str, Any]],
    organisations: list[dict[str, Any]] | None = None,
    commissions: list[dict[str, Any]] | None = None,
    **others: list[dict[str, Any]],
) -> Frames:
    """Make frames of rows; commissions that are not described are made without a place."""
    described = commissions or []
    known = {row["commission_id"] for row in described}
    rows = {
        "seats": seats,
        "organisations": organisations or [],
        "commissions": described + [commission(name) for name in sorted({s["commission_id"] for s in seats} - known)],
        "decisions": [ACT],
        "persons": [{"person_id": name, "name_ru": name.title()} for name in sorted({s["person_id"] for s in seats})],
        "ties": [],
        "memberships": [],
        "names": [],
    } | others
    tables = {name: pd.DataFrame(found, columns=list(COLUMNS[name])).astype("object") for name, found in rows.items()}
    return Frames(**tables, origin=SIMULATED)


def make_graph(*args: Any, **others: Any) -> Graph:
    return build_graph(make_frames(*args, **others))


def list_edges(graph: Graph) -> set[tuple[str, str, str]]:
    """List the edges as (from, kind, to), keys without their first part."""
    links = graph.links(list(range(len(graph.edges))))
    return {(link.source.entity_id, link.kind, link.target.entity_id) for link in links}
