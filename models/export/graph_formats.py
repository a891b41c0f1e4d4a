"""Graphs as files for other programs: GraphML (yEd, Cytoscape, igraph) and GEXF (Gephi)."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Collection, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final, Literal
from xml.etree.ElementTree import SubElement

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from models.export.flatten import GraphExportError, flatten_attributes, flatten_graph
from models.graph import Ego, Graph, to_networkx

GraphFormat = Literal["graphml", "gexf"]
GRAPH_FORMATS: Final[tuple[GraphFormat, ...]] = ("graphml", "gexf")

SIMULATED: Final = "SIMULATED: every person and document in this file is invented"
MARKS: Final = ("build_id", "is_simulated")
"""What a graph must say of itself before it may leave: a file is read long after the page it came from."""


def export_graph(
    source: Graph | Ego | nx.Graph,
    path: Path,
    format: GraphFormat,  # noqa: A002 - the word of the contract
    *,
    on: dt.date | None = None,
    kinds: Collection[str] | None = None,
    filters: Mapping[str, Any] | None = None,
) -> Path:
    """Write a graph to a file; it appears whole or not at all, and a file already there stays until then.

    Args:
        source: the graph of a build, the surroundings of a node, or any NetworkX graph that says its build id and
            whether it is simulated.
        path: the file, in a folder that exists.
        format: `graphml` or `gexf`.
        on: of a whole graph only what holds on this day.
        kinds: of a whole graph only these kinds of edges.
        filters: further filters, to be named in the file.

    Returns:
        The file.

    Raises:
        GraphExportError: the format is not known, the graph does not say what it is, a value has no plain form, or
            the file cannot be written.

    Notes:
        Edges held for known days carry them as `valid_from` and `valid_to` (exclusive). In GEXF they also have `start`
        and `end` (inclusive, as GEXF has it), so that a timeline works. Read with `nx.read_graphml(path,
        force_multigraph=True)` or `nx.read_gexf(path)`.
    """
    path = Path(path)
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".export-") as folder:
            fresh = Path(folder) / path.name
            with fresh.open("wb") as handle:
                _write(_prepare(source, on, kinds, filters, format), handle, format)
            fresh.replace(path)
    except OSError as error:
        raise GraphExportError(f"{path} cannot be written: {error.strerror or error}") from error
    return path


def dump_graph(
    source: Graph | Ego | nx.Graph,
    format: GraphFormat,  # noqa: A002 - the word of the contract
    *,
    on: dt.date | None = None,
    kinds: Collection[str] | None = None,
    filters: Mapping[str, Any] | None = None,
) -> bytes:
    """Give the bytes that `export_graph` would write.

    Args:
        source: as there.
        format: as there.
        on: as there.
        kinds: as there.
        filters: as there.

    Raises:
        GraphExportError: as there.
    """
    handle = BytesIO()
    _write(_prepare(source, on, kinds, filters, format), handle, format)
    return handle.getvalue()


def _prepare(
    source: Graph | Ego | nx.Graph,
    on: dt.date | None,
    kinds: Collection[str] | None,
    filters: Mapping[str, Any] | None,
    format: str,  # noqa: A002
) -> nx.MultiDiGraph:
    if format not in GRAPH_FORMATS:
        raise GraphExportError(f"formats are {', '.join(GRAPH_FORMATS)}, not {format!r}")
    if not isinstance(source, Graph) and (on is not None or kinds is not None):
        raise GraphExportError("a part of a graph is already chosen; day and kinds apply to a whole graph only")
    if isinstance(source, Graph):
        found = to_networkx(source, on, kinds)
    else:
        found = source.graph if isinstance(source, Ego) else source
    missing = [mark for mark in MARKS if found.graph.get(mark) is None]
    if missing:
        raise GraphExportError(f"the graph does not say its {' and '.join(missing)}")
    flat = flatten_graph(found)
    flat.graph |= flatten_attributes(filters or {})
    flat.graph["name"] = name_graph(found.graph, filters or {})
    return flat


def name_graph(attributes: Mapping[str, Any], filters: Mapping[str, Any]) -> str:
    """Name a graph by all that one must know of it: simulated or not, build, day, filters.

    Args:
        attributes: attributes of the graph.
        filters: further filters.

    >>> name_graph({"build_id": "b45e", "is_simulated": False, "on": dt.date(2019, 6, 9)}, {"level": "PEC"})
    'Who counts the votes; build b45e; on 2019-06-09; level PEC'
    """
    parts = [SIMULATED] if attributes["is_simulated"] else []
    parts += ["Who counts the votes", f"build {attributes['build_id']}"]
    kinds = attributes.get("edge_kinds")
    shown = {name: attributes.get(name) for name in ("on", "centre", "hops")} | dict(filters)
    shown["edges"] = None if kinds is None else ", ".join(kinds)
    parts += [f"{name.replace('_', ' ')} {value}" for name, value in flatten_attributes(shown).items()]
    return "; ".join(parts)


def _write(graph: nx.MultiDiGraph, handle: IO[bytes], format: str) -> None:  # noqa: A002
    if format == "graphml":
        nx.write_graphml(graph, handle, prettyprint=True)
        return
    for *_, key, row in graph.edges(keys=True, data=True):
        row |= {"id": key} | _list_days(row)
    # Without line breaks: they would double the memory of a whole country.
    writer = GEXFWriter(encoding="utf-8", prettyprint=False)
    writer.add_graph(graph)
    _describe(writer, graph)
    writer.write(handle)


def _list_days(row: Mapping[str, Any]) -> dict[str, str]:
    """First and last day of an edge; none where there is no day on which it holds."""
    days = {}
    if start := row.get("valid_from"):
        days["start"] = start
    if end := row.get("valid_to"):
        days["end"] = (dt.date.fromisoformat(end) - dt.timedelta(days=1)).isoformat()
    return {} if len(days) == 2 and days["end"] < days["start"] else days


def _describe(writer: GEXFWriter, graph: nx.MultiDiGraph) -> None:
    """Put the attributes of the graph where GEXF has room for them; the day is the build's, not today's."""
    meta = writer.xml.find("meta")
    latest = graph.graph.get("latest_day")
    if latest:
        meta.set("lastmodifieddate", str(latest))
    else:
        del meta.attrib["lastmodifieddate"]
    SubElement(meta, "description").text = json.dumps(graph.graph, ensure_ascii=False, sort_keys=True)
    SubElement(meta, "keywords").text = "simulated" if graph.graph["is_simulated"] else "election commissions"
