"""The graph of the build, and its nodes by name: both built once per build."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from models.graph import Ego, Graph, Node, build_graph, read_frames
from models.reference import Pack
from models.search import NameIndex, build_index
from models.store import Store
from pages._ui.labels import name_commission, name_district, name_party, name_region
from pages._ui.page import Page


@st.cache_resource(max_entries=3, show_spinner=False)
def _build(path: str, build_id: str, _store: Store, _pack: Pack | None) -> Graph:
    graph = build_graph(read_frames(_store, _pack))
    _ = graph.incidence  # made now, so that the first reader's first question does not wait for it
    return graph


def load_graph(page: Page) -> Graph:
    """Give the graph of the build.

    Args:
        page: the page being drawn.
    """
    return _build(str(page.store.path), page.store.build_id, page.store, page.pack)


@dataclass(frozen=True)
class Found:
    """Keys of all nodes - organisations and places before commissions, those before people - and their index."""

    keys: list[str]
    index: NameIndex


@st.cache_resource(max_entries=3, show_spinner=False)
def _build_index(path: str, build_id: str, _page: Page, _graph: Graph) -> Found:
    order = {"region": 0, "district": 1, "organisation": 2, "commission": 3, "person": 4}
    nodes = sorted(_graph.nodes.list_all(), key=lambda node: (order[node.key.partition(":")[0]], node.label, node.key))
    return Found([node.key for node in nodes], build_index(_write_words(_page, node) for node in nodes))


def _write_words(page: Page, node: Node) -> str:
    known = node.attributes
    words = [node.label, *(str(known[name]) for name in ("label_kk", "label_ru", "label_en") if name in known)]
    if node.kind == "commission" and known.get("level"):
        words += [
            page.catalogue.translate(f"level.{known['level']}.short", language) for language in ("kk", "ru", "en")
        ]
        words += [str(int(known["number"]))] if known.get("number") is not None else []
        words += [_name_place(page, node, None)]
    elif node.kind != "person":
        words += [str(known[name]) for name in ("district",) if name in known]
    return " ".join(words)


def find_nodes(page: Page, graph: Graph, text: str) -> list[str]:
    """Find nodes whose names hold the words typed.

    Args:
        page: the page being drawn.
        graph: the graph.
        text: words typed.
    """
    found = _build_index(str(page.store.path), page.store.build_id, page, graph)
    return [found.keys[place] for place in found.index.search(text)]


def name_node(page: Page, node: Node, day: date | None = None, *, full: bool = False) -> str:
    """Name a node in the reader's language.

    Args:
        page: the page being drawn.
        node: the node.
        day: day whose names count.
        full: say where a commission or an organisation is.
    """
    known = node.attributes
    if node.kind == "commission" and known.get("level"):
        row = {"level": known["level"], "number": known.get("number"), "district_id": known.get("district_id")}
        named = name_commission(page, row | {"district": _name_place(page, node, day)})
        place = _name_place(page, node, day)
        return f"{named}, {place}" if full and known.get("number") is not None and place else named
    if node.kind == "party":
        named = name_party(page, node.entity_id, day)
        return node.label if named == node.entity_id else named
    if node.kind == "region":
        return name_region(page, node.entity_id, day)
    if node.kind == "district":
        return name_district(page, node.entity_id, node.label, day)
    if full and known.get("district") and str(known["district"]) not in node.label:
        return f"{node.label}, {known['district']}"
    return node.label


def _name_place(page: Page, node: Node, day: date | None) -> str:
    district = node.attributes.get("district_id")
    if district:
        # A district that was not recognised goes by region and name.
        return name_district(page, str(district), str(district).rpartition("/")[2], day)
    region = node.attributes.get("region_id")
    return name_region(page, str(region), day) if region else ""


def identify(page: Page, found: Ego, day: date) -> str:
    """Name the surroundings of a node as shown to a reader, to keep what was drawn of them.

    Args:
        page: the page being drawn.
        found: the surroundings.
        day: day whose names count.
    """
    kinds = "-".join(found.kinds or ())
    shown = (page.language, found.kept[0].node.key, found.hops, found.on, kinds, day)
    return " ".join(str(part) for part in (page.store.path, page.store.build_id, *shown))
