"""The shortest ways between two nodes, each hop with what says so."""

import heapq
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import numpy as np

from models.graph.graph import Graph, Link
from models.graph.kinds import GraphError, Hubs
from models.graph.nodes import Node
from models.graph.view import FAR, Hub, Mask, View, look

Through = Literal["last", "never", "freely"]
"""How hubs are treated: paths through them come after all others, are not given, or count like any other."""

THROUGH: Final[tuple[Through, ...]] = ("last", "never", "freely")

Span = tuple[date | None, date | None]
"""From a day (inclusive) to a day (exclusive); None is open or not known."""


@dataclass(frozen=True)
class Hop:
    """One hop: from one node to the next, and every link between them that counts, the earliest first."""

    start: Node
    end: Node
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Path:
    """A way between two nodes.

    `hubs` are the hubs it passes, with the number of their links: a path through a hub says little. `together` are
    the spans in which all hops held at once; empty where they never did, as when two people sat in one commission in
    different terms.
    """

    nodes: tuple[Node, ...]
    hops: tuple[Hop, ...]
    hubs: tuple[Hub, ...]
    together: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.hops)


def paths(
    graph: Graph,
    a: str,
    b: str,
    on: date | None = None,
    k: int = 3,
    max_hops: int = 6,
    kinds: Collection[str] | None = None,
    hubs: Hubs | None = None,
    through: Through = "last",
) -> list[Path]:
    """Find the shortest paths between two nodes, in whatever direction their links run.

    Args:
        graph: the graph.
        a: key of one node.
        b: key of the other.
        on: only what holds on this day.
        k: most paths given.
        max_hops: longest path.
        kinds: kinds of links.
        hubs: which nodes are hubs; the two ends never are.
        through: `last` gives paths that pass no hub and, if there is room, paths that do; `never` only the former;
            `freely` all by length alone.

    Returns:
        Paths without repeated nodes by length; of equal length by the keys of their nodes. Empty if there is none.

    Raises:
        GraphError: no such node or kind; both ends are one node; k or max_hops below one; no such way with hubs.

    References:
        J. Y. Yen, Finding the K shortest loopless paths in a network, Management Science 17 (1971).
    """
    if through not in THROUGH:
        raise GraphError(f"through must be one of {', '.join(THROUGH)}, not {through!r}")
    if k < 1 or max_hops < 1:
        raise GraphError(f"k and max_hops must be 1 or more, not {k} and {max_hops}")
    view, start, end = look(graph, on, kinds, hubs), graph.nodes.find(a), graph.nodes.find(b)
    if start == end:
        raise GraphError(f"a path needs two different nodes, both are {a!r}")
    found = _find(view, start, end, k, max_hops, view.closed) if through != "freely" else []
    if through == "freely" or (through == "last" and len(found) < k):
        nowhere = np.zeros(len(graph.nodes), dtype=bool)
        further = _find(view, start, end, k, max_hops, nowhere)
        found = [*found, *(way for way in further if way not in found)][:k]
    return [_describe(view, way) for way in found]


Way = tuple[int, ...]


def _find(view: View, start: int, end: int, k: int, max_hops: int, closed: Mask) -> list[Way]:
    """Look among the short ways first: with hubs in the middle, the whole country lies within four hops."""
    passable = ~closed
    passable[[start, end]] = True
    found: list[Way] = []
    for hops in range(1, max_hops + 1):
        useful = _list_useful(view, start, end, hops, passable)
        if useful[start]:
            found = _list_ways(view, start, end, k, hops, useful)
        if len(found) == k:
            break
    return found


def _list_useful(view: View, start: int, end: int, hops: int, passable: Mask) -> Mask:
    """Tell which nodes lie on some way of at most so many hops; each is at most half of them away from one end."""
    nowhere = np.zeros(len(passable), dtype=bool)
    near = view.measure(start, -(-hops // 2), nowhere, passable) < FAR
    near |= view.measure(end, hops // 2, nowhere, passable) < FAR
    ahead = view.measure(start, hops, nowhere, near).astype(np.int32)
    if ahead[end] > hops:
        return nowhere
    behind = view.measure(end, hops, nowhere, near).astype(np.int32)
    useful: Mask = (ahead + behind) <= hops
    return useful


def _list_ways(view: View, start: int, end: int, k: int, max_hops: int, allowed: Mask) -> list[Way]:
    """Yen's algorithm over the nodes that lie on some way of the length allowed."""
    first = _shortest(view, (start,), end, frozenset(), max_hops, allowed)
    if first is None:
        return []
    found: list[Way] = [first]
    waiting: list[tuple[int, Way]] = []
    while len(found) < k:
        last = found[-1]
        for place in range(len(last) - 1):
            root = last[: place + 1]
            used = frozenset(way[place + 1] for way in found if way[: place + 1] == root)
            way = _shortest(view, root, end, used, max_hops, allowed)
            if way is not None and (len(way), way) not in waiting:
                heapq.heappush(waiting, (len(way), way))
        if not waiting:
            break
        found.append(heapq.heappop(waiting)[1])
    return found


def _shortest(view: View, root: Way, end: int, used: frozenset[int], max_hops: int, allowed: Mask) -> Way | None:
    """Lengthen a root to the end by the shortest way, of those the first by number; `used` may not follow the root."""
    enter = allowed.copy()
    enter[list(root)] = False
    room = max_hops - len(root) + 1
    doors = np.unique(view.spread(np.array([root[-1]], dtype=np.int64))[1])
    doors = doors[enter[doors] & ~np.isin(doors, list(used))]
    distance = np.full(len(allowed), FAR, dtype=np.int16)
    distance[end], front = 0, np.array([end], dtype=np.int64)
    for hop in range(room):
        reached = doors[distance[doors] == hop]
        if len(reached):
            return root + _descend(view, int(reached[0]), distance)
        found = view.spread(front)[1]
        front = np.unique(found[enter[found] & (distance[found] == FAR)])
        if not len(front):
            return None
        distance[front] = hop + 1
    return None


def _descend(view: View, number: int, distance: np.ndarray) -> Way:
    way = [number]
    while distance[number]:
        neighbours = view.spread(np.array([number], dtype=np.int64))[1]
        number = int(neighbours[distance[neighbours] == distance[number] - 1].min())
        way.append(number)
    return tuple(way)


def _describe(view: View, way: Way) -> Path:
    nodes = tuple(view.graph.nodes.describe(number) for number in way)
    hops = []
    for place, (one, other) in enumerate(zip(way, way[1:], strict=False)):
        links = view.graph.links(view.find_edges(one, other))
        links.sort(key=lambda link: (link.valid_from or date.min, link.kind, link.citation.statement_id))
        hops.append(Hop(nodes[place], nodes[place + 1], tuple(links)))
    met = [number for number in way[1:-1] if view.closed[number]]
    return Path(nodes, tuple(hops), tuple(view.name_hub(n) for n in met), find_together(hops))


def find_together(hops: Sequence[Hop]) -> tuple[Span, ...]:
    """Find the spans in which every hop is held by at least one of its links.

    Args:
        hops: the hops of a path.
    """
    common: list[tuple[date, date]] = [(date.min, date.max)]
    for hop in hops:
        held = [(link.valid_from or date.min, link.valid_to or date.max) for link in hop.links if link.has_days]
        both = {(max(s, t), min(e, f)) for s, e in common for t, f in held}
        common = _join(sorted((s, e) for s, e in both if s < e))
    return tuple((None if s == date.min else s, None if e == date.max else e) for s, e in common)


def _join(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    joined: list[tuple[date, date]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


__all__ = ["THROUGH", "Hop", "Path", "Span", "Through", "find_together", "paths"]
