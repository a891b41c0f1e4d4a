"""The graph of people, commissions, parties, associations, workplaces and places: dated, cited, taken in parts."""

from models.graph.build import build_graph
from models.graph.ego import Ego, Kept, ego
from models.graph.form import to_networkx
from models.graph.frames import Frames, Origin, read_frames
from models.graph.graph import Graph, Link
from models.graph.kinds import EDGE_KINDS, NODE_KINDS, GraphError, Hubs
from models.graph.nodes import Node
from models.graph.paths import Hop, Path, paths
from models.graph.statements import Citation
from models.graph.view import Hub

__all__ = [
    "EDGE_KINDS",
    "NODE_KINDS",
    "Citation",
    "Ego",
    "Frames",
    "Graph",
    "GraphError",
    "Hop",
    "Hub",
    "Hubs",
    "Kept",
    "Link",
    "Node",
    "Origin",
    "Path",
    "build_graph",
    "ego",
    "paths",
    "read_frames",
    "to_networkx",
]
