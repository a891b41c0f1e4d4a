"""Nodes: every person, commission, organisation and place as one whole number, in the order of their keys."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from models.graph.frames import Frames
from models.graph.kinds import (
    COMMISSION,
    DISTRICT,
    NODE_KINDS,
    ORGANISATION,
    ORGANISATION_KINDS,
    PARENT_BODY,
    PERSON,
    PREFIXES,
    REGION,
    UNKNOWN,
    GraphError,
)

Numbers = npt.NDArray[np.int32]

NOBODY: Final = -1
"""Number of a missing node."""
_NAMES: Final = {"kk": "label_kk", "ru": "label_ru", "en": "label_en"}


@dataclass(frozen=True)
class Node:
    """One node as shown: its key, kind, id in the tables, label, and what else is known of it."""

    key: str
    kind: str
    entity_id: str
    label: str
    attributes: dict[str, Any]


@dataclass(frozen=True)
class Nodes:
    """All nodes; those of one prefix stand together, so that the order of numbers is the order of keys."""

    offsets: dict[str, int]
    ids: dict[str, pa.Array]
    attributes: dict[str, pa.Table]
    kinds: npt.NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.kinds)

    def number(self, prefix: str, ids: Iterable[Any]) -> Numbers:
        """Give the numbers of ids; a missing id has the number -1.

        Args:
            prefix: first part of their keys.
            ids: ids in the tables.
        """
        found = pd.Index(self.ids[prefix].to_pandas()).get_indexer(pd.Index(ids)).astype(np.int32)
        return np.where(found < 0, NOBODY, found + self.offsets[prefix]).astype(np.int32)

    def find(self, key: str) -> int:
        """Give the number of a node.

        Args:
            key: `<prefix>:<id>`.

        Raises:
            GraphError: there is no such node.
        """
        prefix, _, wanted = key.partition(":")
        ids = self.ids.get(prefix)
        if ids is not None:
            place = bisect_left(range(len(ids)), wanted, key=lambda i: ids[i].as_py())
            if place < len(ids) and ids[place].as_py() == wanted:
                return self.offsets[prefix] + place
        raise GraphError(f"no node is called {key!r}")

    def locate(self, number: int) -> tuple[str, int]:
        """Give prefix and place of a number.

        Args:
            number: number of a node.
        """
        prefix = next(p for p in reversed(PREFIXES) if self.offsets[p] <= number)
        return prefix, number - self.offsets[prefix]

    def name(self, number: int) -> str:
        """Give the key of a node.

        Args:
            number: number of a node.
        """
        prefix, place = self.locate(number)
        return f"{prefix}:{self.ids[prefix][place].as_py()}"

    def describe(self, number: int) -> Node:
        """Give a node as shown.

        Args:
            number: number of a node.
        """
        prefix, place = self.locate(number)
        entity_id = self.ids[prefix][place].as_py()
        row = self.attributes[prefix].slice(place, 1).to_pylist()[0]
        return _make_node(prefix, entity_id, NODE_KINDS[self.kinds[number]], row)

    def list_all(self) -> list[Node]:
        """List all nodes in the order of their numbers."""
        found = []
        for prefix in PREFIXES:
            kinds = self.kinds[self.offsets[prefix] :]
            for entity_id, row, kind in zip(
                self.ids[prefix].to_pylist(), self.attributes[prefix].to_pylist(), kinds, strict=False
            ):
                found.append(_make_node(prefix, entity_id, NODE_KINDS[kind], row))
        return found


def _make_node(prefix: str, entity_id: str, kind: str, row: dict[str, Any]) -> Node:
    known = {name: value for name, value in row.items() if value is not None and name != "label"}
    label = row.get("label") or next((known[name] for name in _NAMES.values() if name in known), entity_id)
    return Node(f"{prefix}:{entity_id}", kind, entity_id, label, known)


def collect_nodes(frames: Frames) -> Nodes:
    """Collect the nodes of a build: whatever a statement names, and every commission and organisation listed.

    An id that a statement names but no table describes becomes a node of kind `unknown` where it is an organisation:
    the statement is not dropped.

    Args:
        frames: rows of one build.
    """
    seats, ties = frames.seats, frames.ties
    commissions, organisations = frames.commissions, frames.organisations
    districts = _sort_ids(commissions["district_id"])
    memberships = frames.memberships.loc[frames.memberships["district_id"].isin(districts)]
    ids = {
        COMMISSION: _sort_ids(
            commissions["commission_id"], commissions["parent_commission_id"], seats["commission_id"]
        ),
        DISTRICT: districts,
        ORGANISATION: _sort_ids(
            organisations["org_id"],
            organisations["parent_org_id"],
            frames.parents["org_id"],
            frames.parents["parent_org_id"],
            seats["nominator_id"],
            seats["employer_id"],
            seats["stated_party_id"],
            ties["org_id"],
        ),
        PERSON: _sort_ids(seats["person_id"], seats["replaced_person_id"], ties["person_id"]),
        REGION: _sort_ids(commissions["region_id"], memberships["region_id"]),
    }
    attributes = {
        COMMISSION: commissions.set_index("commission_id")[
            ["name", "level", "number", "region_id", "district_id"]
        ].rename(columns={"name": "label"}),
        DISTRICT: _first(commissions, "district_id", "district"),
        ORGANISATION: organisations.set_index("org_id")[
            ["name", "type", "sector", "ownership", "region_id", "district"]
        ].rename(columns={"name": "label"}),
        PERSON: frames.persons.set_index("person_id").rename(
            columns={"name_kk": "label_kk", "name_ru": "label_ru", "name_latin": "label_latin"}
        )[["label_kk", "label_ru", "label_latin"]],
        REGION: pd.DataFrame({"label": pd.Series(dtype="object")}),
    }
    attributes[PERSON]["label"] = (
        attributes[PERSON]["label_kk"].fillna(attributes[PERSON]["label_ru"]).fillna(attributes[PERSON]["label_latin"])
    )
    above = pd.concat([column.dropna() for column in (organisations["parent_org_id"], frames.parents["parent_org_id"])])
    offsets, start = {}, 0
    for prefix in PREFIXES:
        offsets[prefix] = start
        start += len(ids[prefix])
    return Nodes(
        offsets=offsets,
        ids={prefix: pa.array(values, type=pa.string()) for prefix, values in ids.items()},
        attributes={prefix: _align(ids[prefix], attributes[prefix], prefix, frames.names) for prefix in PREFIXES},
        kinds=np.concatenate([_list_kinds(prefix, ids[prefix], organisations, above) for prefix in PREFIXES]),
    )


def _sort_ids(*columns: pd.Series) -> pd.Index:
    every = (
        pd.concat([column.dropna().astype("object") for column in columns]) if columns else pd.Series(dtype="object")
    )
    return pd.Index(every.unique(), dtype="object").sort_values()


def _first(commissions: pd.DataFrame, key: str, label: str) -> pd.DataFrame:
    known = commissions.dropna(subset=[key]).drop_duplicates(key).set_index(key)
    return known[[label, "region_id"]].rename(columns={label: "label"})


def _align(ids: pd.Index, rows: pd.DataFrame, prefix: str, names: pd.DataFrame) -> pa.Table:
    aligned = rows.reindex(ids)
    own = names.loc[names["key"].str.startswith(f"{prefix}:")] if len(names) else names
    if len(own):
        keys = own["key"].str.removeprefix(f"{prefix}:")
        for source, column in _NAMES.items():
            aligned[column] = pd.Series(own[source].to_numpy(), index=keys).reindex(ids)
    columns = {
        str(column): pa.array(aligned[column].to_numpy(dtype="object"), from_pandas=True)
        for column in aligned.columns
        if aligned[column].notna().any()
    }
    return pa.table(columns) if columns else pa.table({"label": pa.nulls(len(ids), pa.string())})


def _list_kinds(prefix: str, ids: pd.Index, organisations: pd.DataFrame, parents: pd.Series) -> npt.NDArray[np.uint8]:
    if prefix != ORGANISATION:
        return np.full(len(ids), NODE_KINDS.index(prefix), dtype=np.uint8)
    kinds = organisations.set_index("org_id")["kind"].map(ORGANISATION_KINDS).reindex(ids).fillna(UNKNOWN)
    above = ids.isin(parents) & kinds.isin(("employer", "state_body", UNKNOWN)).to_numpy()
    return np.array([NODE_KINDS.index(kind) for kind in kinds.mask(above, PARENT_BODY)], dtype=np.uint8)
