"""The shortest paths between two nodes, hop by hop, each hop with what says so."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from models.graph import Graph, Hop, Link, Path, paths
from pages._ui.labels import label
from pages._ui.network_index import name_node
from pages._ui.network_tables import write_citation, write_days
from pages._ui.page import Page, escape

MOST = 3
HOPS = 6


@st.cache_resource(max_entries=60, show_spinner=False)
def _find(
    path: str, build_id: str, start: str, end: str, on: date | None, kinds: tuple[str, ...], _graph: Graph
) -> list[Path]:
    return paths(_graph, start, end, on=on, k=MOST, max_hops=HOPS, kinds=kinds)


def show_paths(
    page: Page, graph: Graph, start: str, end: str, *, on: date | None, kinds: Sequence[str], day: date
) -> None:
    """Show the shortest paths between two nodes.

    Args:
        page: the page being drawn.
        graph: the graph.
        start: key of one node.
        end: key of the other.
        on: the day on which links must hold, None for any time.
        kinds: kinds of links.
        day: day whose names count.
    """
    if start == end:
        st.info(page.t("network.path.same"))
        return
    found = _find(str(page.store.path), page.store.build_id, start, end, on, tuple(kinds), graph)
    if not found:
        st.info(page.t("network.path.none", hops=page.number(HOPS)))
    for number, way in enumerate(found, start=1):
        with st.container(border=True):
            st.markdown(f"**{page.t('network.path.title', number=page.number(number), hops=page.number(len(way)))}**")
            if page.store.is_simulated:
                st.badge(page.t("simulated.mark"), icon=":material/science:", color="red")
            for hop in way.hops:
                show_hop(page, hop, day)
            _show_notes(page, way, day)


def show_hop(page: Page, hop: Hop, day: date) -> None:
    """Show one hop: the first of its links with days and source, and the others on demand.

    Args:
        page: the page being drawn.
        hop: the hop.
        day: day whose names count.
    """
    first = hop.links[0]
    key = "network.path.forward" if first.source.key == hop.start.key else "network.path.reversed"
    words = {
        "start": f"**{escape(name_node(page, hop.start, day, full=True))}**",
        "link": label(page, "edge", first.kind),
        "end": f"**{escape(name_node(page, hop.end, day, full=True))}**",
    }
    st.markdown(page.t(key, **words))
    lines = []
    for link in hop.links:
        parts = [label(page, "edge", link.kind), label(page, "role", link.role) if link.role else ""]
        parts += [write_days(page, link), write_citation(page, link.citation)]
        lines.append(escape(" · ".join(part for part in parts if part)))
    st.caption(lines[0])
    link_statement(page, first)
    if len(lines) > 1:
        with st.expander(page.t("network.path.more", count=page.number(len(lines) - 1))):
            for line in lines[1:]:
                st.caption(line)


def link_statement(page: Page, link: Link) -> None:
    """Link to the statement a link was read from, on the page of its person, where it was read from one.

    Args:
        page: the page being drawn.
        link: the link.
    """
    person = next((node for node in (link.source, link.target) if node.kind == "person"), None)
    if person and link.citation.seat_id:
        st.page_link(
            "pages/people.py",
            label=page.t("network.path.statement"),
            icon=":material/fact_check:",
            query_params=dict(page.query(person=person.entity_id, seat=link.citation.seat_id)),
        )


def _show_notes(page: Page, way: Path, day: date) -> None:
    if way.hubs:
        names = ", ".join(f"{name_node(page, hub.node, day)} ({page.number(hub.links)})" for hub in way.hubs)
        st.caption(escape(page.t("network.path.hubs", names=names)))
    if not way.together:
        st.caption(page.t("network.path.apart"))
        return
    spans = [
        page.t(
            "network.span",
            start=page.day(start) if start else "…",
            end=page.day(end) if end else page.t("network.span.now"),
        )
        for start, end in way.together
    ]
    st.caption(escape(page.t("network.path.together", spans="; ".join(spans))))
