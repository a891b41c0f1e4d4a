"""Regions and districts with one measure and what was read of them: those of the pack and those only the data know."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from models.reference import Pack
from pages._ui.data import list_rows, read
from pages._ui.labels import name_district, name_region
from pages._ui.measures import write_bounds, write_value
from pages._ui.page import Page

NOWHERE = "-"
"""Code, in addresses, of what belongs to no region or no district as far as the documents say."""

FACTS = ("nominator", "employer", "role")


@dataclass(frozen=True)
class Place:
    """One region or district: a measure over its commissions, and how much was read.

    `existed` is false on days before or after the place; `read` 0 means that nothing was read, never that the measure
    is 0. `expected` is None where it is not known how many commissions exist.
    """

    code: str
    name: str
    existed: bool = True
    read: int = 0
    seats: int = 0
    expected: int | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    known: Mapping[str, float | None] | None = None
    region: str | None = None

    @property
    def measured(self) -> bool:
        """Tell whether the measure has a value here."""
        return self.value is not None


@lru_cache(maxsize=64)
def count_territorial(pack: Pack, day: date) -> Mapping[str, int]:
    """Count the territorial commissions each region and district should have on a day (art. 13(1)).

    Args:
        pack: reference data.
        day: the day.
    """
    counts: Counter[str] = Counter()
    for unit in pack.territorial_units(day):
        district = pack.district_by_id.get(unit)
        counts[unit] += 1
        if district and (region := district.region_on(day)):
            counts[region] += 1
    return counts


def list_regions(page: Page, day: date, level: str, metric: str) -> list[Place]:
    """List every region of the pack and of the data, read or not, by name; what has no region comes last.

    Args:
        page: the page being drawn.
        day: day of the compositions.
        level: a level, or `all`.
        metric: measure id.
    """
    measured = _index(page, "region", day, level, metric)
    covered = _cover(read(page, "place_coverage", as_of=day), level, ["region_id"])
    existing = {region.region_id: region.holds_on(day) for region in page.pack.regions} if page.pack else {}
    codes = {*existing, *(code for (code,) in covered if code)}
    expected = _expect(page, day, level)
    places = [
        _make(
            page, code, name_region(page, code, day), covered.get((code,)), measured.get(code), expected.get(code),
            existed=existing.get(code, True),
        )
        for code in codes
    ]  # fmt: skip
    places.sort(key=lambda place: (place.name.casefold(), place.code))
    if (None,) in covered:
        places.append(_make(page, NOWHERE, page.t("place.unknown"), covered[(None,)], None, None))
    return places


def list_districts(page: Page, region: str, day: date, level: str, metric: str) -> list[Place]:
    """List every district of a region, read or not, by name, and the commissions of the region itself.

    Args:
        page: the page being drawn.
        region: id of the region, or `NOWHERE`.
        day: day of the compositions.
        level: a level, or `all`.
        metric: measure id.
    """
    frame = read(page, "place_coverage", as_of=day)
    frame = frame[frame["region_id"].isna()] if region == NOWHERE else frame[frame["region_id"] == region]
    measured = _index(page, "district", day, level, metric)
    covered = _cover(frame, level, ["district_id", "district"])
    expected = _expect(page, day, level)
    places = []
    for (district_id, district), row in covered.items():
        code = district_id or district or NOWHERE
        name = name_district(page, district_id, district, day) if district_id or district else _own(page, region)
        places.append(
            _make(page, code, name, row, measured.get(f"{region}/{district}"), expected.get(district_id or ""))
        )
    # A district read may stand in another region than on that day: Abai was a part of East Kazakhstan to June 2022.
    anywhere = _cover(read(page, "place_coverage", as_of=day), level, ["district_id"])
    known = {place.code for place in places} | {code for (code,) in anywhere}
    for unread in page.pack.districts_on(day, region) if page.pack and region != NOWHERE else ():
        if unread.district_id not in known:
            name = name_district(page, unread.district_id, None, day)
            places.append(_make(page, unread.district_id, name, None, None, expected.get(unread.district_id)))
    return sorted(places, key=lambda place: (place.code == NOWHERE, place.name.casefold(), place.code))


def list_every_district(page: Page, regions: Sequence[Place], day: date, level: str, metric: str) -> list[Place]:
    """List the districts of all regions of which anything was read, each named with its region.

    Args:
        page: the page being drawn.
        regions: the regions.
        day: day of the compositions.
        level: a level, or `all`.
        metric: measure id.
    """
    store, codes = page.store, tuple(region.code for region in regions if region.read and region.code != NOWHERE)
    return _keep_districts(str(store.path), store.build_id, page.language, codes, day, level, metric, page)


@st.cache_resource(max_entries=60, show_spinner=False)
def _keep_districts(
    path: str, build_id: str, language: str, codes: tuple[str, ...], day: date, level: str, metric: str, _page: Page
) -> list[Place]:
    found = []
    for code in codes:
        region = name_region(_page, code, day)
        for place in list_districts(_page, code, day, level, metric):
            if place.read and place.code != NOWHERE:
                found.append(replace(place, name=f"{place.name}, {region}", region=code))
    return found


def _own(page: Page, region: str) -> str:
    return page.t("place.unknown") if region == NOWHERE else page.t("regions.own")


def _expect(page: Page, day: date, level: str) -> Mapping[str, int]:
    # How many precincts a district has the pack does not know.
    return count_territorial(page.pack, day) if page.pack and page.pack.districts and level == "TEC" else {}


def _index(page: Page, scope: str, day: date, level: str, metric: str) -> dict[str, dict[str, Any]]:
    rows = list_rows(read(page, "place_measures", scope=scope, as_of=day, level=level, metric=metric))
    return {str(row["scope_id"]): row for row in rows}


def _cover(frame: pd.DataFrame, level: str, keys: list[str]) -> dict[tuple[str | None, ...], dict[str, Any]]:
    kept = frame if level == "all" else frame[frame["level"] == level]
    names = ["commissions", "seats", *(f"{fact}_known" for fact in FACTS)]
    total = kept.groupby(keys, dropna=False)[names].sum(min_count=1).reset_index()
    return {tuple(None if pd.isna(row[key]) else str(row[key]) for key in keys): row for row in list_rows(total)}


def _make(
    page: Page, code: str, name: str, covered: Mapping[str, Any] | None, measured: Mapping[str, Any] | None,
    expected: int | None, *, existed: bool = True,
) -> Place:  # fmt: skip
    if covered is None:
        return Place(code, name, existed, expected=expected)
    seats = 0 if pd.isna(covered["seats"]) else int(covered["seats"])
    known = {
        fact: float(covered[f"{fact}_known"]) / seats if seats and pd.notna(covered[f"{fact}_known"]) else None
        for fact in FACTS
    }
    numbers = {part: _number(measured[part]) if measured else None for part in ("value", "lower", "upper")}
    if measured and pd.notna(measured["commissions_expected"]):
        expected = int(measured["commissions_expected"])
    return Place(code, name, existed, int(covered["commissions"]), seats, expected, known=known, **numbers)


def _number(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


def write_read(page: Page, place: Place) -> str:
    """Write how many commissions were read of how many; a question mark where the whole is not known.

    Args:
        page: the page being drawn.
        place: the place.
    """
    return f"{page.number(place.read)} / {'?' if place.expected is None else page.number(place.expected)}"


def write_state(page: Page, place: Place, metric: str) -> tuple[str, str]:
    """Write the value and its bounds, or in words why there is no value.

    Args:
        page: the page being drawn.
        place: the place.
        metric: measure id.
    """
    if not place.read:
        return page.t("regions.unread" if place.existed else "regions.absent"), ""
    bounds = write_bounds(page, metric, place.lower, place.upper, pooled=True)
    value = write_value(page, metric, place.value, pooled=True) if place.measured else page.t("unknown")
    return value, "" if bounds == value else bounds


def write_places(page: Page, places: Sequence[Place], metric: str) -> pd.DataFrame:
    """Write places as a table: value, bounds, commissions read, seats, and for how many seats the facts are known.

    Args:
        page: the page being drawn.
        places: regions or districts.
        metric: measure id.
    """
    lines = []
    for place in places:
        value, _ = write_state(page, place, metric)
        line = {
            page.t("regions.place"): place.name,
            page.t("column.value"): value,
            page.t("column.bounds"): write_bounds(page, metric, place.lower, place.upper, pooled=True),
            page.t("regions.read"): write_read(page, place) if place.read or place.existed else "–",
            page.t("column.seats"): page.number(place.seats) if place.read else "–",
        }
        for fact, share in (place.known or {"nominator": None, "employer": None, "role": None}).items():
            line[page.t(f"coverage.{fact}")] = page.share(share)
        lines.append(line)
    return pd.DataFrame(lines)
