"""A view: the graph on one day and through some kinds of edges, with its hubs."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from models.graph.days import number_day
from models.graph.graph import Graph
from models.graph.kinds import EDGE_KINDS, NODE_KINDS, Hubs, check_kinds
from models.graph.nodes import Node

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]

VIEWS_KEPT: int = 12
"""Views of a graph kept for the next question: readers ask about few days; each takes a byte an edge, nine a node."""

FAR: int = 32_767
"""Distance of what was not reached."""


@dataclass(frozen=True)
class Hub:
    """A hub that was met: the node and the number of its links in the view."""

    node: Node
    links: int


@dataclass(frozen=True)
class View:
    """Which edges count, and which nodes are hubs."""

    graph: Graph
    open: Mask
    hubs: Hubs

    @cached_property
    def degrees(self) -> Places:
        """Number of links of each node in the view."""
        edges = self.graph.edges
        size = len(self.graph.nodes)
        return np.bincount(edges.source[self.open], minlength=size) + np.bincount(
            edges.target[self.open], minlength=size
        )

    @cached_property
    def closed(self) -> Mask:
        """Tell which nodes are hubs."""
        kinds = np.isin(self.graph.nodes.kinds, [NODE_KINDS.index(kind) for kind in self.hubs.kinds])
        return kinds | (self.degrees > self.hubs.links)

    def name_hub(self, number: int) -> Hub:
        """Give a hub with the number of its links.

        Args:
            number: number of the node.
        """
        return Hub(self.graph.nodes.describe(number), int(self.degrees[number]))

    def spread(self, numbers: Places) -> tuple[Places, Places, Places]:
        """Follow every edge of some nodes: the node, its neighbour and the edge, one row for each edge.

        Args:
            numbers: numbers of the nodes.
        """
        starts, incident = self.graph.incidence
        counts = starts[numbers + 1] - starts[numbers]
        shift = np.repeat(starts[numbers] - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        edge = incident[np.arange(len(shift)) + shift].astype(np.int64)
        owner = np.repeat(numbers, counts)
        kept = self.open[edge]
        edge, owner = edge[kept], owner[kept]
        edges = self.graph.edges
        other = edges.source[edge].astype(np.int64) + edges.target[edge] - owner
        return owner, other, edge

    def measure(self, start: int, hops: int, stop: Mask, allowed: Mask | None = None) -> npt.NDArray[np.int16]:
        """Measure how many hops away each node is.

        Args:
            start: number of the node in the middle.
            hops: how far to go.
            stop: nodes that are reached but not passed, unless they are the start.
            allowed: nodes that may be entered; without it all.
        """
        distance = np.full(len(self.graph.nodes), FAR, dtype=np.int16)
        distance[start] = 0
        front = np.array([start], dtype=np.int64)
        for hop in range(1, hops + 1):
            found = self.spread(front)[1]
            found = found[distance[found] == FAR]
            if allowed is not None:
                found = found[allowed[found]]
            distance[found] = hop
            found = np.flatnonzero(distance == hop)
            front = found[~stop[found]]
            if not len(front):
                break
        return distance

    def find_edges(self, one: int, other: int) -> list[int]:
        """List the edges between two nodes, in either direction.

        Args:
            one: number of a node.
            other: number of the other.
        """
        few, many = (one, other) if self.degrees[one] <= self.degrees[other] else (other, one)
        _, neighbour, edge = self.spread(np.array([few], dtype=np.int64))
        return sorted(edge[neighbour == many].tolist())


def look(graph: Graph, on: date | None = None, kinds: Collection[str] | None = None, hubs: Hubs | None = None) -> View:
    """Look at a graph on one day and through some kinds of edges.

    Args:
        graph: the graph.
        on: only what holds on this day; without it everything, whenever it held. A seat whose days are not known
            holds on no day; what is not dated by nature, as the district of a region, on every day.
        kinds: kinds of edges; without it all.
        hubs: which nodes are hubs.

    Raises:
        GraphError: a kind is not known.
    """
    wanted = check_kinds(kinds, EDGE_KINDS)
    chosen = hubs or Hubs()
    check_kinds(chosen.kinds, NODE_KINDS)
    key = (on, wanted, chosen.kinds, chosen.links)
    known = graph.views.get(key)
    if known is None:
        known = graph.views[key] = _look(graph, on, wanted, chosen)
        while len(graph.views) > VIEWS_KEPT:
            graph.views.pop(next(iter(graph.views)), None)
    return known


def _look(graph: Graph, on: date | None, wanted: Collection[str], hubs: Hubs) -> View:
    edges, statements = graph.edges, graph.statements
    shown = np.isin(edges.kind, [EDGE_KINDS.index(kind) for kind in wanted])
    if on is not None:
        day = number_day(on)
        held = (statements.start <= day) & (day < statements.end)
        shown &= held[edges.statement]
    return View(graph, shown, hubs)
