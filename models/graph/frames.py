"""The frames a graph is built from: questions asked of a database, and places and names of the reference pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

import pandas as pd

from models.graph.kinds import GraphError
from models.reference import Pack
from models.reference.entries import Names

if TYPE_CHECKING:
    from models.store import Store

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "seats": (
        "seat_id",
        "decision_id",
        "commission_id",
        "person_id",
        "role",
        "nominator_id",
        "employer_id",
        "stated_party_id",
        "replaced_person_id",
        "locator",
        "confidence",
        "valid_from",
        "valid_to",
    ),
    "decisions": ("decision_id", "document_path", "number", "decided_on", "date_basis", "source_url"),
    "commissions": (
        "commission_id",
        "level",
        "number",
        "name",
        "region_id",
        "district",
        "district_id",
        "parent_commission_id",
    ),
    "organisations": (
        "org_id",
        "kind",
        "name",
        "type",
        "sector",
        "ownership",
        "parent_org_id",
        "region_id",
        "district",
        "valid_from",
        "valid_to",
    ),
    "persons": ("person_id", "name_kk", "name_ru", "name_latin"),
    "ties": (
        "tie_id",
        "person_id",
        "org_id",
        "tie",
        "document_path",
        "locator",
        "confidence",
        "valid_from",
        "valid_to",
    ),
    "parents": ("org_id", "parent_org_id", "valid_from", "valid_to", "basis", "source"),
    "memberships": ("district_id", "region_id", "valid_from", "valid_to", "source"),
    "names": ("key", "kk", "ru", "en"),
}
"""Columns of each frame. Empty cells are None or NaN; a missing column is an error."""


@dataclass(frozen=True)
class Origin:
    """What the frames come from; carried into every graph and every file made of it."""

    build_id: str = ""
    country: str = ""
    latest_day: date | None = None
    is_simulated: bool = False


def _empty(name: str) -> pd.DataFrame:
    return pd.DataFrame({column: pd.Series(dtype="object") for column in COLUMNS[name]})


@dataclass(frozen=True)
class Frames:
    """Rows of one build, one frame a table; those that may be absent are empty.

    `memberships` and `names` come from the reference pack: which region a district belongs to and since when, and
    the names of nodes (`organisation:<party>`, `district:<id>`, `region:<id>`) in three languages.
    """

    seats: pd.DataFrame
    decisions: pd.DataFrame
    commissions: pd.DataFrame
    organisations: pd.DataFrame
    persons: pd.DataFrame
    ties: pd.DataFrame = field(default_factory=lambda: _empty("ties"))
    parents: pd.DataFrame = field(default_factory=lambda: _empty("parents"))
    memberships: pd.DataFrame = field(default_factory=lambda: _empty("memberships"))
    names: pd.DataFrame = field(default_factory=lambda: _empty("names"))
    origin: Origin = field(default_factory=Origin)


def check_frames(frames: Frames) -> None:
    """See that every frame has its columns.

    Args:
        frames: what a graph is to be built from.

    Raises:
        GraphError: a column is missing.
    """
    for name, wanted in COLUMNS.items():
        missing = [column for column in wanted if column not in getattr(frames, name).columns]
        if missing:
            raise GraphError(f"frame {name} lacks {', '.join(missing)}")


def read_frames(store: Store, pack: Pack | None = None) -> Frames:
    """Read the frames from a database.

    Args:
        store: an open database.
        pack: its reference pack, for names in three languages and the regions of districts by date.
    """
    # Imported here, because a graph of frames must not need a database.
    from models.queries import run_query

    tables = {
        name: run_query(store, f"graph_{name}")
        for name in ("seats", "decisions", "commissions", "organisations", "persons", "ties", "parents")
    }
    if pack is not None:
        tables |= {"memberships": list_memberships(pack), "names": list_names(pack)}
    origin = Origin(store.build_id, store.country, store.latest_day, store.is_simulated)
    return Frames(**tables, origin=origin)


def list_memberships(pack: Pack) -> pd.DataFrame:
    """List which region each district belongs to, by date.

    Args:
        pack: reference data.
    """
    rows = [
        (district.district_id, span.region_id, span.valid_from, span.valid_to, district.source)
        for district in pack.districts
        for span in district.memberships
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS["memberships"]))


def list_names(pack: Pack) -> pd.DataFrame:
    """List the present names of parties, districts and regions in three languages.

    Args:
        pack: reference data.
    """
    rows: list[tuple[str, Names]] = [(f"organisation:{p.party_id}", p.name_on(None)) for p in pack.parties]
    rows += [(f"district:{d.district_id}", d.names_on(None)) for d in pack.districts]
    rows += [(f"region:{r.region_id}", r.names_on(None)) for r in pack.regions]
    return pd.DataFrame(
        [(key, name.kk, name.ru, name.en) for key, name in rows],
        columns=list(COLUMNS["names"]),
    )
