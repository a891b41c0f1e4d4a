"""Attributes that graph formats can hold: everything becomes text, number or truth value, in one place.

GraphML and GEXF writers reject None, lists, dicts and numpy scalars (networkx issues 683, 2702, 3663, 5071), and GEXF
gives one name one type for all nodes.
"""

from __future__ import annotations

import datetime as dt
import enum
import json
import math
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import networkx as nx
import numpy as np
import pandas as pd

Plain = str | int | float | bool

_OF_BOTH: Final = frozenset({"id", "viz", "slices", "spells", "start", "end"})
RESERVED: Final = {
    "node": _OF_BOTH | {"pid", "parents"},
    "edge": _OF_BOTH | {"type", "key", "networkx_key"},
    "graph": frozenset[str](),
}
"""Names with a meaning of their own in GEXF; an attribute so called gets a `_` behind its name."""

_NOT_XML: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 does not allow, and the carriage return, which readers turn into a line feed."""


class GraphExportError(Exception):
    """A graph cannot be written; the message names the attribute, node or file in the way."""


def flatten_value(value: Any) -> Plain | None:
    """Make a value plain; None stands for everything that is not known and is not written.

    Args:
        value: a text, number, truth value, day, list, mapping, numpy or pandas scalar.

    Raises:
        GraphExportError: the value is of another type.

    >>> flatten_value(np.int64(7)), flatten_value(dt.date(2024, 1, 22)), flatten_value(float("nan")) is None
    (7, '2024-01-22', True)
    >>> flatten_value({"бет": 3, "жол": [np.int8(1), None]})
    '{"бет": 3, "жол": [1, null]}'
    """
    if isinstance(value, enum.Enum):
        value = value.value
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, Mapping | list | tuple | set | frozenset | np.ndarray):
        return clean_text(json.dumps(_to_json(value), ensure_ascii=False))
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, Path):
        return value.as_posix()
    raise GraphExportError(f"a value of type {type(value).__name__} has no plain form: {value!r:.80}")


def _to_json(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(name): _to_json(inner) for name, inner in value.items()}
    if isinstance(value, set | frozenset):
        return sorted((_to_json(inner) for inner in value), key=lambda inner: json.dumps(inner, sort_keys=True))
    if isinstance(value, list | tuple | np.ndarray):
        return [_to_json(inner) for inner in value]
    return flatten_value(value)


def clean_text(text: str) -> str:
    """Give text that XML can hold: line feeds for other ends of lines, U+FFFD for what is not allowed.

    Args:
        text: any text.

    >>> clean_text("Қала\\r\\nауыл\\x00")
    'Қала\\nауыл�'
    """
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def flatten_attributes(attributes: Mapping[Any, Any], scope: str = "graph") -> dict[str, Plain]:
    """Make all attributes of a node, edge or graph plain, and leave out those not known.

    Args:
        attributes: names and values.
        scope: `node`, `edge` or `graph`.

    Raises:
        GraphExportError: a value has no plain form, or two names become one.
    """
    found: dict[str, Plain] = {}
    for name, value in attributes.items():
        plain_name = clean_text(str(name))
        plain_name += "_" if plain_name in RESERVED[scope] else ""
        if plain_name in found:
            raise GraphExportError(f"two attributes are called {plain_name!r}")
        try:
            plain = flatten_value(value)
        except GraphExportError as error:
            raise GraphExportError(f"attribute {name!r}: {error}") from error
        if plain is not None:
            found[plain_name] = plain
    return found


def unify_types(rows: Iterable[dict[str, Plain]]) -> None:
    """Give each attribute one type over all rows: numbers of two kinds become floats, other mixtures text.

    Args:
        rows: attributes of all nodes, or of all edges; changed in place.
    """
    listed = list(rows)
    types: dict[str, set[type]] = {}
    for row in listed:
        for name, value in row.items():
            types.setdefault(name, set()).add(type(value))
    mixed = {name: float if kinds == {int, float} else str for name, kinds in types.items() if len(kinds) > 1}
    if not mixed:
        return
    for row in listed:
        for name in mixed.keys() & row.keys():
            row[name] = _convert(row[name], mixed[name])


def _convert(value: Plain, kind: type) -> Plain:
    if kind is float:
        return float(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def flatten_graph(graph: nx.Graph) -> nx.MultiDiGraph:
    """Copy a graph with plain attributes, text for nodes, and edge keys that occur once.

    Args:
        graph: any NetworkX graph; an undirected edge is written in the direction in which it is listed.

    Raises:
        GraphExportError: a value has no plain form, or two nodes have one name as text.
    """
    found = nx.MultiDiGraph(**flatten_attributes(graph.graph))
    for node, attributes in graph.nodes(data=True):
        name = clean_text(str(node))
        if name in found:
            raise GraphExportError(f"two nodes are called {name!r}")
        found.add_node(name, **({"label": name} | flatten_attributes(attributes, "node")))
    edges = (
        list(graph.edges(keys=True, data=True))
        if graph.is_multigraph()
        else [(*e[:2], 0, e[2]) for e in graph.edges(data=True)]
    )
    keys = [clean_text(str(edge[2])) for edge in edges]
    if len(set(keys)) < len(keys):
        keys = [f"e{number}" for number in range(len(edges))]
    for (source, target, _, attributes), key in zip(edges, keys, strict=True):
        found.add_edges_from(
            [(clean_text(str(source)), clean_text(str(target)), key, flatten_attributes(attributes, "edge"))]
        )
    unify_types(row for _, row in found.nodes(data=True))
    unify_types(row for *_, row in found.edges(data=True))
    return found
