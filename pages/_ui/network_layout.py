"""Where the nodes of the surroundings stand: rings by steps from the middle, each node behind the one it was met by."""

import math
from collections.abc import Sequence

from models.graph import Kept

STAGGER = 0.14
"""Part of a ring's width by which neighbours are moved outwards in turn, so that crowded rings stay readable."""

CROWD = 24
"""Nodes on a ring up to which none is moved."""


def place_nodes(kept: Sequence[Kept]) -> dict[str, tuple[float, float]]:
    """Place nodes on rings; the angle each takes grows with the number of nodes behind it.

    Args:
        kept: the nodes shown, the centre first.

    >>> from models.graph import Node
    >>> place_nodes([Kept(Node("person:p", "person", "p", "p", {}), 0, "centre", None, 0)])
    {'person:p': (0.0, 0.0)}
    """
    centre = kept[0].node.key
    behind: dict[str, list[Kept]] = {}
    for each in kept[1:]:
        behind.setdefault(each.via or centre, []).append(each)
    sizes: dict[str, int] = {}
    for each in sorted(kept, key=lambda one: -one.hop):
        sizes[each.node.key] = sum(sizes[child.node.key] for child in behind.get(each.node.key, [])) or 1
    rings: dict[int, int] = {}
    for each in kept:
        rings[each.hop] = rings.get(each.hop, 0) + 1
    places = {centre: (0.0, 0.0)}
    turns: dict[int, int] = {}
    waiting = [(centre, 0.0, 2 * math.pi)]
    while waiting:
        key, start, width = waiting.pop(0)
        children = sorted(behind.get(key, []), key=lambda one: (one.node.kind, one.node.key))
        share = width / max(sum(sizes[child.node.key] for child in children), 1)
        for child in children:
            span = share * sizes[child.node.key]
            turn = turns[child.hop] = turns.get(child.hop, -1) + 1
            radius = child.hop + (STAGGER * (turn % 3 - 1) if rings[child.hop] > CROWD else 0.0)
            angle = start + span / 2
            places[child.node.key] = (radius * math.sin(angle), radius * math.cos(angle))
            waiting.append((child.node.key, start, span))
            start += span
    return places
