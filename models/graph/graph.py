"""The graph itself: nodes as numbers, edges as columns, the edges of each node side by side."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from models.graph.days import NEVER, name_day
from models.graph.draft import Edges
from models.graph.frames import Origin
from models.graph.kinds import EDGE_KINDS, NODE_KINDS
from models.graph.nodes import NOBODY, Node, Nodes
from models.graph.statements import ROLES, Citation, Statements


@dataclass(frozen=True)
class Link:
    """One edge in full: who, what, to whom, when, and where it says so.

    `role` is the post in `commission` of the seat that the statement is about: a nomination is always for a seat.
    `has_days` is false where it is not known when the seat was held; without it an empty `valid_from` would look like
    "always".
    """

    kind: str
    source: Node
    target: Node
    role: str | None
    commission: Node | None
    valid_from: date | None
    valid_to: date | None
    has_days: bool
    citation: Citation


@dataclass(frozen=True)
class Graph:
    """A directed multigraph of one build, kept as columns; parts of it are given out as NetworkX graphs.

    Two edges may run between the same two nodes: two terms, or nominated by and employed at one organisation.
    """

    nodes: Nodes
    edges: Edges
    statements: Statements
    origin: Origin = field(default_factory=Origin)

    @cached_property
    def views(self) -> dict[Any, Any]:
        """Views lately asked for (see `models.graph.view.look`); the graph itself never changes."""
        return {}

    @cached_property
    def incidence(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32]]:
        """Where the edges of each node begin in the list of edges by node, and that list."""
        ends = np.concatenate([self.edges.source, self.edges.target])
        order = np.argsort(ends, kind="stable").astype(np.int64)
        starts = np.zeros(len(self.nodes) + 1, dtype=np.int64)
        np.cumsum(np.bincount(ends, minlength=len(self.nodes)), out=starts[1:])
        return starts, (order % max(len(self.edges), 1)).astype(np.int32)

    def count_nodes(self) -> dict[str, int]:
        """Count the nodes of each kind that there is."""
        return _count(self.nodes.kinds, NODE_KINDS)

    def count_edges(self) -> dict[str, int]:
        """Count the edges of each kind that there is."""
        return _count(self.edges.kind, EDGE_KINDS)

    def node(self, key: str) -> Node:
        """Give a node by its key.

        Args:
            key: `<prefix>:<id>`, prefix one of commission, district, organisation, person, region.

        Raises:
            GraphError: there is no such node.
        """
        return self.nodes.describe(self.nodes.find(key))

    def links(self, numbers: list[int]) -> list[Link]:
        """Give edges in full.

        Args:
            numbers: their numbers.
        """
        edges, statements = self.edges, self.statements
        places = [int(edges.statement[number]) for number in numbers]
        known: dict[int, Node] = {}

        def describe(number: int) -> Node:
            if number not in known:
                known[number] = self.nodes.describe(number)
            return known[number]

        found = []
        for number, place, citation in zip(numbers, places, statements.cite(places), strict=True):
            commission = int(statements.commission[place])
            found.append(
                Link(
                    kind=EDGE_KINDS[edges.kind[number]],
                    source=describe(int(edges.source[number])),
                    target=describe(int(edges.target[number])),
                    role=ROLES[statements.role[place]] or None,
                    commission=None if commission == NOBODY else describe(commission),
                    valid_from=name_day(int(statements.start[place])),
                    valid_to=name_day(int(statements.end[place])),
                    has_days=bool(statements.start[place] != NEVER),
                    citation=citation,
                )
            )
        return found

    def describe(self) -> dict[str, Any]:
        """Give the attributes of the whole: build, country, latest day, and whether it is simulated."""
        origin = self.origin
        return {
            "build_id": origin.build_id,
            "country": origin.country,
            "latest_day": origin.latest_day,
            "is_simulated": origin.is_simulated,
        }


def _count(codes: npt.NDArray[np.uint8], names: tuple[str, ...]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(names)).tolist()
    return {name: count for name, count in zip(names, counts, strict=True) if count}
