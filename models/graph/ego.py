"""The surroundings of one node: at most so many nodes, each with the reason why it is shown."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import networkx as nx
import numpy as np

from models.graph.days import ALWAYS, NEVER
from models.graph.form import make_networkx
from models.graph.graph import Graph
from models.graph.kinds import NODE_KINDS, OFFICERS, GraphError, Hubs
from models.graph.nodes import Node
from models.graph.statements import ROLES
from models.graph.view import FAR, Hub, Places, View, look

LIMIT: Final = 300

_OFFICER_CODES: Final = [ROLES.index(role) for role in OFFICERS]


@dataclass(frozen=True)
class Kept:
    """A node that is shown, and why.

    `reason` is `centre`; `fits` (its hop is shown whole, or there was room left); or, where a choice had to be made,
    the first of these that speaks for it: `links` (more than one link to what is shown one hop nearer), `officer` (a
    link about the seat of a chair, deputy chair or secretary), `recent` (by the day of its latest link), `order` (by
    its key, nothing else being known). `via` is the neighbour one hop nearer, with the lowest key.
    """

    node: Node
    hop: int
    reason: str
    via: str | None
    links: int


@dataclass(frozen=True)
class Ego:
    """The surroundings of a node: what is shown, and what is not.

    `left_out` counts by kind the nodes within the hops that are not shown; `hubs` are those beyond which nothing was
    followed, with the number of their links.
    """

    view: View
    numbers: Places
    kept: tuple[Kept, ...]
    left_out: dict[str, int]
    hubs: tuple[Hub, ...]
    on: date | None
    kinds: Collection[str] | None
    hops: int

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """The part shown, with every edge between its nodes; nodes carry `hop` and `reason`."""
        found = make_networkx(self.view.graph, self.view.open, self.numbers)
        found.graph |= describe_filters(self.on, self.kinds) | {"centre": self.kept[0].node.key, "hops": self.hops}
        found.graph |= {"left_out": self.left_out}
        for kept in self.kept:
            found.nodes[kept.node.key].update(hop=kept.hop, reason=kept.reason)
        return found


def describe_filters(on: date | None, kinds: Collection[str] | None) -> dict[str, Any]:
    """Give the filters as attributes of a graph.

    Args:
        on: the day, or None.
        kinds: kinds of edges, or None for all.
    """
    return {"on": on, "edge_kinds": None if kinds is None else sorted(kinds)}


def ego(
    graph: Graph,
    node: str,
    hops: int = 2,
    on: date | None = None,
    kinds: Collection[str] | None = None,
    limit: int = LIMIT,
    hubs: Hubs | None = None,
) -> Ego:
    """Show the surroundings of a node.

    Args:
        graph: the graph.
        node: its key.
        hops: how far to go.
        on: only what holds on this day.
        kinds: kinds of edges to follow.
        limit: most nodes shown, the centre included.
        hubs: which nodes are not passed; the centre always is.

    Raises:
        GraphError: no such node or kind; fewer than no hops; a limit below one.

    Notes:
        Where a hop does not fit, it may take half of the room left, so that what lies beyond it is seen too; room
        left at the end goes to the nearest nodes left out. Within a hop nodes with more links to what is shown come
        first, then officers, then the latest day, then keys: the same question always has the same answer.
    """
    if hops < 0:
        raise GraphError(f"hops must be 0 or more, not {hops}")
    if limit < 1:
        raise GraphError(f"the limit must be 1 or more, not {limit}")
    view, centre = look(graph, on, kinds, hubs), graph.nodes.find(node)
    choice = _Choice(view, centre, hops)
    choice.run(limit)
    within = np.flatnonzero(choice.distance < FAR)
    every = Counter(graph.nodes.kinds[within].tolist())
    every.subtract(Counter(graph.nodes.kinds[list(choice.kept)].tolist()))
    stopped = [n for n, kept in choice.kept.items() if 0 < kept.hop < hops and view.closed[n]]
    return Ego(
        view=view,
        numbers=np.array(sorted(choice.kept), dtype=np.int64),
        kept=tuple(choice.kept.values()),
        left_out={NODE_KINDS[kind]: count for kind, count in sorted(every.items()) if count},
        hubs=tuple(view.name_hub(number) for number in sorted(stopped)),
        on=on,
        kinds=kinds,
        hops=hops,
    )


class _Choice:
    """Which nodes are kept, hop by hop."""

    def __init__(self, view: View, centre: int, hops: int) -> None:
        self.view, self.hops = view, hops
        self.distance = view.measure(centre, hops, view.closed)
        self.kept = {centre: Kept(view.graph.nodes.describe(centre), 0, "centre", None, 0)}

    def run(self, limit: int) -> None:
        """Keep nodes up to the limit."""
        sizes = np.bincount(self.distance[self.distance < FAR], minlength=self.hops + 1).tolist()
        for hop in range(1, self.hops + 1):
            left = limit - len(self.kept)
            beyond = sum(sizes[hop + 1 :])
            self.take(hop, left if sizes[hop] + beyond <= left or not beyond else max(left - beyond, -(-left // 2)))
        for hop in range(1, self.hops + 1):
            self.take(hop, limit - len(self.kept))

    def take(self, hop: int, room: int) -> None:
        """Keep the first nodes of a hop; all of them where they fit."""
        if room <= 0:
            return
        near = np.array([n for n, kept in self.kept.items() if kept.hop == hop - 1], dtype=np.int64)
        owner, other, edge = self.view.spread(near[~self.view.closed[near] | (hop == 1)])
        fresh = self.distance[other] == hop
        fresh &= ~np.isin(other, np.fromiter(self.kept, dtype=np.int64))
        owner, other, edge = owner[fresh], other[fresh], edge[fresh]
        if not len(other):
            return
        numbers, place = np.unique(other, return_inverse=True)
        links = np.bincount(place)
        via = np.full(len(numbers), len(self.view.graph.nodes))
        np.minimum.at(via, place, owner)
        statements = self.view.graph.statements
        about = self.view.graph.edges.statement[edge]
        officer = np.zeros(len(numbers), dtype=bool)
        np.logical_or.at(officer, place, np.isin(statements.role[about], _OFFICER_CODES))
        latest = np.full(len(numbers), ALWAYS, dtype=np.int64)
        starts = statements.start[about].astype(np.int64)
        np.maximum.at(latest, place, np.where(starts == NEVER, ALWAYS, starts))
        order = np.lexsort((numbers, -latest, ~officer, -links))[:room]
        all_fit = len(order) == len(numbers)
        for at in order.tolist():
            number = int(numbers[at])
            reason = _name_reason(all_fit, int(links[at]), bool(officer[at]), bool(latest[at] != ALWAYS))
            nodes = self.view.graph.nodes
            self.kept[number] = Kept(nodes.describe(number), hop, reason, nodes.name(int(via[at])), int(links[at]))


def _name_reason(all_fit: bool, links: int, officer: bool, dated: bool) -> str:
    if all_fit:
        return "fits"
    if links > 1:
        return "links"
    if officer:
        return "officer"
    return "recent" if dated else "order"
