"""What the picture of the network shows, as tables: nodes with the reason for each, links with their sources."""

from datetime import date

import pandas as pd
import streamlit as st

from models.graph import Citation, Ego, Kept, Link, Node
from pages._ui.labels import label
from pages._ui.network_index import identify, name_node
from pages._ui.page import Page, escape
from pages._ui.seats import write_locator
from pages._ui.tables import Column, read_sort, show_table


def show_nodes(page: Page, found: Ego, day: date) -> str | None:
    """Show the nodes and why each is shown; return the key of the one opened.

    Args:
        page: the page being drawn.
        found: the surroundings.
        day: day whose names count.
    """
    st.subheader(page.t("network.nodes"), anchor=False)
    st.caption(page.t("network.nodes.how"))
    frame = list_nodes(page, found, day)
    columns = [
        Column("name", page.t("network.column.node"), lambda row: str(row["name"]), width=320, pinned=True),
        Column("kind", page.t("network.column.kind"), lambda row: str(row["kind"])),
        Column("hop", page.t("network.column.hop"), lambda row: page.number(row["hop"])),
        Column("reason", page.t("network.column.reason"), lambda row: str(row["reason"])),
        Column("via", page.t("network.column.via"), lambda row: str(row["via"])),
        Column("links", page.t("network.column.links"), lambda row: page.number(row["links"])),
    ]
    sort = read_sort(page, [column.name for column in columns], "hop")
    click = show_table(page, frame, columns, key="nodes", alt=page.t("network.nodes"), sort=sort)
    return None if click.opened is None else str(frame.loc[click.opened, "key"])


def list_nodes(page: Page, found: Ego, day: date) -> pd.DataFrame:
    """List the nodes shown in words.

    Args:
        page: the page being drawn.
        found: the surroundings.
        day: day whose names count.
    """
    names = {kept.node.key: name_node(page, kept.node, day, full=True) for kept in found.kept}

    def write(kept: Kept) -> dict[str, object]:
        return {
            "key": kept.node.key,
            "name": names[kept.node.key],
            "kind": label(page, "node", kept.node.kind),
            "hop": kept.hop,
            "reason": label(page, "reason", kept.reason),
            "via": names.get(kept.via or "", "–"),
            "links": kept.links,
        }

    return pd.DataFrame([write(kept) for kept in found.kept])


def show_links(page: Page, found: Ego, day: date) -> None:
    """Show the links between the nodes shown, each with its days and its source.

    Args:
        page: the page being drawn.
        found: the surroundings.
        day: day whose names count.
    """
    frame = _keep_links(identify(page, found, day), page, found, day)
    with st.expander(page.t("network.links", count=page.number(len(frame)))):
        st.dataframe(frame, hide_index=True, alt=page.t("network.links", count=len(frame)), placeholder="–")


@st.cache_resource(max_entries=60, show_spinner=False)
def _keep_links(identity: str, _page: Page, _found: Ego, _day: date) -> pd.DataFrame:
    return list_links(_page, _found, _day)


def list_links(page: Page, found: Ego, day: date) -> pd.DataFrame:
    """List the links in words.

    Args:
        page: the page being drawn.
        found: the surroundings.
        day: day whose names count.
    """
    names = {kept.node.key: name_node(page, kept.node, day, full=True) for kept in found.kept}
    fields = set(Citation.__dataclass_fields__)
    lines = []
    for source, target, data in found.graph.edges(data=True):
        known = {name: value for name, value in data.items() if name in fields}
        citation = Citation(**({"statement_id": ""} | known))
        lines.append(
            {
                page.t("network.column.from"): names[source],
                page.t("network.column.link"): label(page, "edge", data["kind"]),
                page.t("network.column.to"): names[target],
                page.t("column.role"): label(page, "role", data["role"]) if data.get("role") else "–",
                page.t("column.since"): page.day(data.get("valid_from")),
                page.t("column.until"): page.day(data.get("valid_to")),
                page.t("source.document"): write_citation(page, citation),
                page.t("source.url"): citation.source_url or "–",
            }
        )
    return pd.DataFrame(lines)


def write_citation(page: Page, citation: Citation) -> str:
    """Say where a link stands: document, act and place; or what it was derived from.

    Args:
        page: the page being drawn.
        citation: the citation.
    """
    if citation.document_path:
        number = citation.decision_number or page.t("unknown")
        act = page.t("network.cite.act", number=number, day=page.day(citation.decided_on))
        place = write_locator(page, citation.locator)
        return page.t("network.cite.document", document=citation.document_path, act=act, place=place)
    if citation.basis == "reference":
        return page.t("network.cite.reference", source=citation.source or page.t("unknown"))
    return page.t("network.cite.derived")


def write_days(page: Page, link: Link) -> str:
    """Say from which to which day a link held.

    Args:
        page: the page being drawn.
        link: the link.
    """
    if not link.has_days:
        return page.t("network.span.unknown")
    if link.valid_from is None and link.valid_to is None:
        return page.t("network.span.always")
    end = page.day(link.valid_to) if link.valid_to else page.t("network.span.now")
    return page.t("network.span", start=page.day(link.valid_from), end=end)


def link_page(page: Page, node: Node) -> None:
    """Link to the page of a node, where it has one.

    Args:
        page: the page being drawn.
        node: the node.
    """
    if node.kind == "person":
        target, query = "people", {"person": node.entity_id}
    elif node.kind == "commission":
        target, query = "commission", {"commission": node.entity_id}
    elif node.key.startswith("organisation:"):
        target, query = "organisations", find_address(node)
    else:
        return
    key = "organisation" if target == "organisations" else target.replace("people", "person")
    st.page_link(
        f"pages/{target}.py",
        label=page.t(f"network.open.{key}"),
        icon=":material/open_in_new:",
        query_params=dict(page.query(**query)),
    )


def find_address(node: Node) -> dict[str, str]:
    """Give the address of an organisation's page.

    Args:
        node: node of an organisation.
    """
    if node.kind == "party":
        return {"org": f"party:{node.entity_id}"}
    if node.kind == "higher_commission":
        return {"view": "body", "org": "kind:higher_commission"}
    view = {
        "association": "association",
        "state_body": "body",
        "residents": "group",
        "collective": "group",
    }.get(node.kind, "employer")
    return {"view": view, "org": f"org:{node.entity_id}"}


def describe_picked(page: Page, found: Ego, key: str, day: date) -> Kept | None:
    """Say what the picked node is and why it is shown.

    Args:
        page: the page being drawn.
        found: the surroundings.
        key: key of the node.
        day: day whose names count.
    """
    kept = next((each for each in found.kept if each.node.key == key), None)
    if kept is not None:
        st.markdown(
            page.t(
                "network.picked",
                name=f"**{escape(name_node(page, kept.node, day, full=True))}**",
                kind=label(page, "node", kept.node.kind),
                reason=label(page, "reason", kept.reason),
            )
        )
    return kept
