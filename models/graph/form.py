"""Parts of the graph as NetworkX multigraphs, every attribute plain."""

import gc
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import networkx as nx
import numpy as np
import numpy.typing as npt

from models.graph.days import NEVER, name_day
from models.graph.graph import Graph
from models.graph.kinds import EDGE_KINDS
from models.graph.nodes import NOBODY, Node
from models.graph.statements import ROLES
from models.graph.view import look


def to_networkx(
    graph: Graph, on: date | None = None, kinds: Collection[str] | None = None, nodes: list[str] | None = None
) -> nx.MultiDiGraph:
    """Give the graph, or a part of it, as a NetworkX multigraph.

    Args:
        graph: the graph.
        on: only edges that hold on this day.
        kinds: kinds of edges.
        nodes: only these nodes; without it all that have an edge.

    Raises:
        GraphError: no such node or kind.

    Notes:
        The whole graph takes about twenty times the memory it has as columns; ask for a part where a part will do.
    """
    view = look(graph, on, kinds)
    if nodes is None:
        numbers = np.flatnonzero(view.degrees)
    else:
        numbers = np.unique(np.array([graph.nodes.find(key) for key in nodes], dtype=np.int64))
    found = make_networkx(graph, view.open, numbers)
    found.graph |= {"on": on, "edge_kinds": None if kinds is None else sorted(kinds)}
    return found


def make_networkx(graph: Graph, shown: npt.NDArray[np.bool_], numbers: npt.NDArray[np.int64]) -> nx.MultiDiGraph:
    """Make a NetworkX multigraph of some nodes and the edges between them.

    Args:
        graph: the graph.
        shown: which edges count.
        numbers: numbers of the nodes, ascending.

    Returns:
        A graph whose nodes are keys, whose edge keys are `<kind>:<statement>`, and whose attributes are texts,
        numbers, days and truth values; what is not known is absent. `has_days` is there, and false, where it is not
        known when a seat was held.
    """
    found = nx.MultiDiGraph(**{name: value for name, value in graph.describe().items() if value is not None})
    nodes, edges = graph.nodes, graph.edges
    few = len(numbers) * 4 < len(nodes)
    described = [nodes.describe(int(n)) for n in numbers] if few else _pick(nodes.list_all(), numbers)
    names = dict(zip(numbers.tolist(), (node.key for node in described), strict=True))
    found.add_nodes_from((node.key, _describe_node(node)) for node in described)
    inside = np.zeros(len(nodes), dtype=bool)
    inside[numbers] = True
    chosen = np.flatnonzero(shown & inside[edges.source] & inside[edges.target])
    about, which = np.unique(edges.statement[chosen].astype(np.int64), return_inverse=True)
    with _paused_collector():
        _add_edges(found, graph, names, chosen, about, which)
    return found


@contextmanager
def _paused_collector() -> Iterator[None]:
    # Nothing can be freed while the graph grows; the collector would walk all of it again and again.
    was_running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_running:
            gc.enable()


def _add_edges(
    found: nx.MultiDiGraph,
    graph: Graph,
    names: dict[int, str],
    chosen: npt.NDArray[np.int64],
    about: npt.NDArray[np.int64],
    which: npt.NDArray[np.int64],
) -> None:
    edges = graph.edges
    facts = [
        _describe_statement(graph, names, place, row)
        for place, row in zip(about.tolist(), graph.statements.list_facts(about), strict=True)
    ]
    for kind, source, target, place in zip(
        edges.kind[chosen].tolist(),
        edges.source[chosen].tolist(),
        edges.target[chosen].tolist(),
        which.tolist(),
        strict=True,
    ):
        key, row = facts[place]
        found.add_edge(names[source], names[target], f"{EDGE_KINDS[kind]}:{key}", kind=EDGE_KINDS[kind], **row)


def _describe_statement(
    graph: Graph, names: dict[int, str], place: int, row: dict[str, Any]
) -> tuple[str, dict[str, Any]]:
    statements = graph.statements
    days = {"valid_from": name_day(int(statements.start[place])), "valid_to": name_day(int(statements.end[place]))}
    row |= {name: day for name, day in days.items() if day}
    if statements.start[place] == NEVER:
        row["has_days"] = False
    if role := ROLES[statements.role[place]]:
        row["role"] = role
    if (commission := int(statements.commission[place])) != NOBODY:
        row["commission"] = names.get(commission) or graph.nodes.name(commission)
    return row.pop("statement_id"), row


def _pick(nodes: list[Node], numbers: npt.NDArray[np.int64]) -> list[Node]:
    return [nodes[number] for number in numbers.tolist()]


def _describe_node(node: Node) -> dict[str, Any]:
    return {"kind": node.kind, "entity_id": node.entity_id, "label": node.label, **node.attributes}
