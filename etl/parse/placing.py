"""Where an act and a commission are: region and district on the day, told by the document before its side-car."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from etl.identifiers import stable_id
from etl.normalise.places import find_district, find_region
from etl.parse.state import State
from etl.records import Act, CommissionRef, Locator, Parsed, SideCar
from models.reference import Pack

_REGIONAL_BODY = re.compile(
    r"областн\w+\s+м[аә]слихат|облыстық\s+м[аә]слихат|област\w+\s+(?:территориальн\w+\s+)?избирательн", re.I
)
_BODY = re.compile(r"маслихат|м[аә]слихат|акимат|әкімдік|комисс", re.I)


@dataclass(frozen=True, slots=True)
class Place:
    """A place: codes where the reference pack knows it, and the scope that makes commission ids unique.

    ``extra`` tells apart commissions without number in one place that are not the place's own.
    """

    region_id: str | None
    district_id: str | None
    district: str | None
    scope: str
    extra: str = ""


def names_a_body(text: str) -> bool:
    """Tell whether a cell names a council, an akimat or a commission, so that its place is the act's."""
    return bool(_BODY.search(text) or re.search(r"участ|учаске|\bуик\b|\bуск\b", text, re.I)) and len(text) < 200


def place_act(act: Act, texts: list[str], state: State, earlier: Act | None = None) -> Act:
    """Find region and district of an act.

    What the heading says wins over the body, the body over an earlier act of the same body in the same document,
    that over the side-car; a side-car that says otherwise is an issue.

    Args:
        act: the act without place.
        texts: its heading, then its text.
        state: side-car and pack.
        earlier: an act of the same body further up in the document.
    """
    day = act.decided_on or state.side_car.as_of or state.side_car.retrieved_on
    near = earlier.region_id if earlier is not None else None
    region, district_id, ambiguous = _search(texts, state.pack, day, near or state.side_car.region_id)
    if district_id is None and earlier is not None and region in (None, near):
        # One body is of one place: a heading that says less of it says nothing else.
        region, district_id, ambiguous = near, earlier.district_id, ()
    car_region, car_district_id, car_district = _of_side_car(state.side_car, state.pack, day)
    if (
        district_id is None
        and car_district_id is not None
        and region in (None, car_region, state.pack.district_by_id[car_district_id].region_on(day))
    ):
        district_id = car_district_id
    if district_id is not None:
        on_day = state.pack.district_by_id[district_id].region_on(day) or state.pack.district_by_id[
            district_id
        ].region_on(None)
        region = on_day or region
    if region and car_region and region != car_region:
        state.issue(
            "side_car_conflict",
            f"the side-car says region {car_region}, the document says {region}: the document counts",
            Locator(),
            severity="warning",
            in_list=False,
        )
    if district_id is None and ambiguous:
        state.issue(
            "district_ambiguous",
            f"the name fits several districts and nothing decides: {', '.join(ambiguous)}; "
            "a side-car can name the region",
            Locator(),
            severity="warning",
            in_list=False,
        )
    district = _district_name(state.pack, district_id) or (state.side_car.district if district_id is None else None)
    if district is None and district_id is None and earlier is not None and region == near:
        district = earlier.district
    return replace(act, region_id=region or car_region, district_id=district_id, district=district or car_district)


def _district_name(pack: Pack, district_id: str | None) -> str | None:
    if district_id is None:
        return None
    names = pack.district_by_id[district_id].names
    return names.kk or names.ru or names.en


def _search(
    texts: list[str], pack: Pack, day: dt.date | None, told: str | None
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Look for the place in the lines that name a body first, then in the others, nearest the top first.

    Returns:
        Region, district, and the districts a name may mean where nothing decides between them.
    """
    ordered = [t[:400] for t in texts if _BODY.search(t)] + [t[:400] for t in texts if not _BODY.search(t)]
    ordered = ordered[:40]
    region: str | None = None
    for text in ordered:
        found = find_region(text, pack, day)
        if found is not None:
            region = found.region_id
            break
    if any(_REGIONAL_BODY.search(t) and find_district(t, pack, region_id=region, on=day) is None for t in ordered[:3]):
        # An act of a region's council is of no single district, whatever districts its text names.
        return region, None, ()
    ambiguous: tuple[str, ...] = ()
    for text in ordered:
        district = find_district(text, pack, region_id=region or told, on=day)
        if district is not None and district.district_id:
            return region, district.district_id, ()
        if district is not None:
            ambiguous = ambiguous or district.candidates
    return region, None, ambiguous


def _of_side_car(car: SideCar, pack: Pack, day: dt.date | None) -> tuple[str | None, str | None, str | None]:
    region = car.region_id
    text = car.district or ""
    found = find_district(text, pack, region_id=region, on=day) if text else None
    if found is None and car.publisher:
        found = find_district(car.publisher, pack, region_id=region, on=day)
    return region, found.district_id if found else None, car.district


def place_commission(ref: CommissionRef, act: Act, parsed: Parsed, day: dt.date | None, pack: Pack) -> Place:
    """Place a commission: its own name may say another district than its act.

    Args:
        ref: the commission as named.
        act: the act it stands under.
        parsed: the document, for its side-car.
        day: day of the act.
        pack: reference data.
    """
    region, district_id, district = act.region_id, act.district_id, act.district
    if ref.level == "TEC" and ref.number is None:
        return _place_territorial(ref.name, act, parsed, day, pack)
    if ref.district_text:
        found = find_district(ref.district_text, pack, region_id=region, on=day)
        if found is not None and found.district_id:
            district_id, district = found.district_id, _district_name(pack, found.district_id)
            region = pack.district_by_id[found.district_id].region_on(day) or region
    return Place(region, district_id, district, district_id or _named(region, district) or region or _unplaced(parsed))


def _named(region: str | None, district: str | None) -> str | None:
    """A district the pack does not know still has a name of its own."""
    return stable_id(region or "district", district) if district else None


def _unplaced(parsed: Parsed) -> str:
    """Lists without a place are one place per publisher and folder, so that strangers never share a commission."""
    folder = parsed.path.rsplit("/", 1)[0] if "/" in parsed.path else ""
    return stable_id("unplaced", parsed.side_car.publisher, folder)


_OF_REGION = re.compile(r"областн\w+|облыстық", re.I)
_OF_DISTRICT = re.compile(r"районн\w+|городск\w+|аудандық|қалалық|\bрайон\w*|\bгород\w*|аудан|қала", re.I)


def _place_territorial(name: str, act: Act, parsed: Parsed, day: dt.date | None, pack: Pack) -> Place:
    """Place a territorial commission: of the region only where it calls itself so and names nothing smaller."""
    region, district_id, district = act.region_id, act.district_id, act.district
    if _OF_REGION.search(name) and not _OF_DISTRICT.search(name):
        found_region = find_region(name, pack, day)
        region = found_region.region_id if found_region else region
        return Place(region, None, None, region or _unplaced(parsed))
    found = find_district(name, pack, region_id=region, on=day)
    if found is not None and found.district_id and found.district_id != district_id:
        district_id = found.district_id
        region = pack.district_by_id[district_id].region_on(day) or region
        district = _district_name(pack, district_id)
    scope = district_id or _named(region, district) or region or _unplaced(parsed)
    # A commission of an unknown district must not be taken for the region's own.
    extra = name.lower() if scope == region and _OF_DISTRICT.search(name) else ""
    return Place(region, district_id, district, scope, extra)
