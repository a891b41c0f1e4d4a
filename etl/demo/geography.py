"""The map of the simulated world: regions and districts of the reference pack."""

from __future__ import annotations

from datetime import date

from etl.demo.data import DemoData, Pair
from etl.demo.places import District, RegionPlan, Unit
from models.reference.pack import Pack
from models.reference.places import District as PackDistrict
from models.reference.places import Region as PackRegion

_KINDS = {"rayon": "district", "city": "city", "city_district": "district"}


def plan_regions(
    pack: Pack, data: DemoData, wanted: list[str] | None = None, per_region: int | None = None
) -> list[RegionPlan]:
    """List regions of today with their districts, in the order of the pack.

    Args:
        pack: regions and districts with names and memberships by date
        data: adjectives of cities
        wanted: ids of regions; all if None
        per_region: how many districts of each, cities and rayons alternating; all if None
    """
    regions = {region.region_id: region for region in pack.regions}
    plans = []
    for region_id, region in regions.items():
        if wanted is not None and region_id not in wanted:
            continue
        unit = _region_unit(region)
        own = [
            d
            for d in pack.districts
            if d.region_on(None) == region_id and d.own_commission and d.memberships[-1].valid_to is None
        ]
        districts = tuple(_district(d, regions, data) for d in own)
        if per_region is not None:
            districts = _alternate(districts)[:per_region]
        changes = [date.min, *(name.valid_to for name in region.former_names if name.valid_to)]
        units = tuple((start, _region_on(region, start)) for start in sorted(changes))
        plans.append(RegionPlan(unit, districts, region.valid_from or date.min, units))
    return plans if wanted is None else sorted(plans, key=lambda plan: wanted.index(plan.unit.key))


def _alternate(districts: tuple[District, ...]) -> tuple[District, ...]:
    """Take a city first, then rayons, so that a small world has both; only districts that had all terms."""
    old = [d for d in districts if d.exists_on(date(2014, 1, 1))]
    cities = [d for d in old if d.unit.kind == "city"]
    rayons = [d for d in old if d.unit.kind != "city"]
    return (*cities[:1], *rayons, *cities[1:])


def _pair(names: object, fallback: Pair) -> Pair:
    kk, ru = getattr(names, "kk", None), getattr(names, "ru", None)
    return Pair(kk or fallback.kk, ru or fallback.ru)


def _region_unit(region: PackRegion) -> Unit:
    kind = "region" if region.kind == "oblast" else "republic_city"
    return Unit(region.region_id, kind, Pair(region.names.kk or "", region.names.ru or ""))


def _region_on(region: PackRegion, day: date) -> Unit:
    latest = _region_unit(region)
    return Unit(latest.key, latest.kind, _pair(region.names_on(day), latest.name))


def _district(district: PackDistrict, regions: dict[str, PackRegion], data: DemoData) -> District:
    latest = Pair(district.names.kk or "", district.names.ru or "")
    kind = _KINDS[district.kind]
    starts = [date.min, *(name.valid_to for name in district.former_names if name.valid_to)]
    units = tuple(
        (start, _unit(district.district_id, kind, _pair(district.names_on(start), latest), data))
        for start in sorted(starts)
    )
    spans: list[tuple[date, Unit]] = []
    for membership in district.memberships:
        region = regions[membership.region_id]
        begin = membership.valid_from or date.min
        changes = [name.valid_to for name in region.former_names if name.valid_to and begin < name.valid_to]
        spans += [(start, _region_on(region, start)) for start in sorted({begin, *changes})]
    return District(
        units, tuple(spans), is_part_of_city=district.kind == "city_district", precincts=district.precincts_approx
    )


def _unit(key: str, kind: str, name: Pair, data: DemoData) -> Unit:
    city = name.ru.removeprefix("город ")
    return Unit(key, kind, name, data.world["city_adjectives"].get(city) if kind == "city" else None)
