"""Measures, findings and aggregates of a finished composition: pure models applied to the tables of a build."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.types import union_categoricals

from etl.assemble import Row, Tables
from etl.registers import tie_frame, ties_on
from etl.resolve.organisations import Principals
from models.measures import add_blocs, aggregate, measure_commissions
from models.reference import Pack
from models.rules import check_rules
from models.schema import BY_NAME, SCOPES
from models.terms import commission_sizes, composition, measurement_days

Progress = Callable[[str, int, int], None]

TIERS = ("1", "1,2", "1,2,3", "1,2,3,4")
"""Sets of tiers measured (docs/measures.md, Ties): stated, nominated now, for an earlier seat, through a body."""

UNREAD = (
    "document_path",
    "commission_name",
    "name_as_printed",
    "surname",
    "given_name",
    "patronymic",
    "nominator_as_printed",
    "employer_as_printed",
    "job_title",
    "education",
    "release_ground",
    "locator",
    "snippet",
)
"""Columns of statements that no measure and no rule reads once blocs are named."""


def seat_frame(tables: Tables) -> pd.DataFrame:
    """Return all statements with the facts of their acts, as the models expect them."""
    seats = pd.DataFrame.from_records(tables.seats, columns=BY_NAME["seats"].names)
    decisions = pd.DataFrame.from_records(tables.decisions, columns=BY_NAME["decisions"].names)
    facts = decisions[["decision_id", "kind", "decided_on", "date_basis"]].rename(columns={"kind": "decision_kind"})
    seats = seats.merge(facts, on="decision_id", how="left")
    seats = seats.rename(columns={"is_teaching_post": "job_is_teaching"})
    seats["principal_bloc"] = None  # of a day: see `measure_all`
    return add_blocs(seats)


def measured_days(tables: Tables, pack: Pack) -> pd.DataFrame:
    """Return ``commission_id, as_of``: formation days, election days covered, the latest decision's day."""
    terms = pd.DataFrame.from_records(tables.terms, columns=BY_NAME["terms"].names)
    if terms.empty or tables.latest_day is None:
        return pd.DataFrame({"commission_id": [], "as_of": []})
    return measurement_days(terms, pack.election_days(), tables.latest_day)


def measure_all(tables: Tables, pack: Pack, progress: Progress) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Measure every commission on every day asked of it.

    Args:
        tables: the assembled build.
        pack: parties registered, elections, rules.
        progress: told (stage, done, total).

    Returns:
        metrics, aggregates and findings, each with the columns of its table.
    """
    days = measured_days(tables, pack)
    metrics, totals, findings = [], [], []
    # Half of a country's memory is print that no measure reads, and it would be copied for every day.
    seats = seat_frame(tables).drop(columns=list(UNREAD))
    terms = pd.DataFrame.from_records(tables.terms, columns=BY_NAME["terms"].names)
    commissions = pd.DataFrame.from_records(tables.commissions, columns=BY_NAME["commissions"].names)
    # A column without any value would else have no type of text, and texts could not be joined to it.
    places = ["region_id", "district", "district_id"]
    commissions[places] = commissions[places].astype("str")
    principals = Principals(tables.organisation_parents)
    ties = tie_frame(tables.ties, tables.seats, tables.person_links)
    steps = list(_by_day(days))
    by_commission = seats.groupby("commission_id", sort=False).indices
    for done, (day, wanted) in enumerate(steps):
        progress("measure", done, len(steps))
        # Most days are formation days of a few commissions: the others need not be looked at.
        rows = np.sort(np.concatenate([by_commission[c] for c in wanted if c in by_commission]))
        about = seats.iloc[rows]
        held = composition(about, day)
        if held.empty:
            continue
        held["principal_bloc"] = principals.blocs_of(held["employer_id"], held["employer_sector"], day)
        sizes = commission_sizes(about, terms, day)
        registered = pack.parties_registered(day)
        successors = {party.party_id: pack.party_successor(party.party_id, day) for party in pack.parties}
        measured = measure_commissions(
            held, sizes, registered, day, ties_on(ties, day), successors=successors, tiers=TIERS
        )
        metrics.append(measured)
        findings.append(check_rules(pack, about, held, sizes, terms, commissions, day))
        if _is_common(day, tables, pack):
            # Rows of tier 3 stand for some commissions only: a total of them would leave the others out in silence.
            totals.append(aggregate_day(measured[measured["tiers"].isin(["", "1", "1,2"])], commissions, pack, day))
    progress("measure", len(steps), len(steps))
    return _join(metrics, "metrics"), _join(totals, "aggregates"), _join(findings, "findings")


def _by_day(days: pd.DataFrame) -> Iterator[tuple[dt.date, set[str]]]:
    for day, group in days.groupby("as_of", sort=True):
        yield pd.Timestamp(str(day)).date(), set(group["commission_id"])


def _is_common(day: dt.date, tables: Tables, pack: Pack) -> bool:
    """Aggregates are of days that hold for all commissions: election days and the latest day."""
    return day == tables.latest_day or day in pack.election_days()


def aggregate_day(rows: pd.DataFrame, commissions: pd.DataFrame, pack: Pack, day: dt.date) -> pd.DataFrame:
    """Aggregate the measures of one day over country, regions and districts."""
    expected = expected_commissions(pack, day)
    frames = [aggregate(rows, commissions, scope, expected, pack.info.country.upper()) for scope in SCOPES]
    return pd.concat(frames, ignore_index=True)


def expected_commissions(pack: Pack, day: dt.date) -> pd.DataFrame | None:
    """Return how many commissions are known to exist, as ``scope_id, level, commissions_expected``.

    Territorial commissions are one per region and per district that has its own (law, art. 13(1)); how many
    precincts a district has the pack does not know, so that stays open.

    Args:
        pack: reference data.
        day: the day asked for.
    """
    if not pack.districts:
        return None
    counts: Counter[str] = Counter()
    for unit in pack.territorial_units(day):
        counts[pack.info.country.upper()] += 1
        district = pack.district_by_id.get(unit)
        region = district.region_on(day) if district else unit
        if region is not None:
            counts[region] += 1
        if district is not None:
            counts[f"{region}/{district.names.kk or district.names.ru}"] += 1
    rows = [
        {"scope_id": scope, "level": "TEC", "commissions_expected": number} for scope, number in sorted(counts.items())
    ]
    return pd.DataFrame(rows)


def _join(frames: list[pd.DataFrame], table: str) -> pd.DataFrame:
    names = BY_NAME[table].names
    frames = [frame.reindex(columns=names) for frame in frames if not frame.empty]
    if not frames:
        return pd.DataFrame({name: pd.Series(dtype="object") for name in names})
    columns: dict[str, Any] = {}
    for name in names:
        parts = [frame.pop(name) for frame in frames]
        # Taken apart column by column, so that no more than one column of a country is there twice.
        if all(isinstance(part.dtype, pd.CategoricalDtype) for part in parts):
            columns[name] = union_categoricals(parts)
        else:
            columns[name] = pd.concat(parts, ignore_index=True).array
        del parts
    return pd.DataFrame(columns, copy=False)


__all__ = ["Row", "aggregate_day", "expected_commissions", "measure_all", "measured_days", "seat_frame"]
