"""Which region and district a text names: adjectives, cases, old names and look-alike letters understood."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from etl.normalise.place_mentions import Mention, find_mentions
from models.reference import Pack


@dataclass(frozen=True, slots=True)
class RegionMatch:
    """A region found in a text.

    Args:
        region_id: the region.
        start: where the mention begins, in the text after `clean_place_text`.
        words: the words of the mention, as comparison keys.
        exact: found without allowing for a damaged letter.
    """

    region_id: str
    start: int
    words: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class DistrictMatch:
    """A district found in a text; `district_id` is None where the name fits several and nothing decides.

    Args:
        district_id: the district, or None.
        region_id: its region on the day asked for; the latest one where no day was given.
        candidates: every district the name may mean, in the order of the pack.
        start: where the mention begins, in the text after `clean_place_text`.
        words: the words of the mention, as comparison keys.
        exact: found without allowing for a damaged letter.
        region_conflict: the region asked for is not the region of the district on that day.
    """

    district_id: str | None
    region_id: str | None
    candidates: tuple[str, ...]
    start: int
    words: str
    exact: bool = True
    region_conflict: bool = False


def find_region(text: str, pack: Pack, on: datetime.date | None = None) -> RegionMatch | None:
    """Find the first region a text names, with its kind («Костанайской области», «г. Алматы», БҚО).

    The name of a city that is a region counts without its kind where it is the whole text.

    Args:
        text: a heading, a line or a cell as printed.
        pack: the reference pack.
        on: the day of the document; a city that was no region on that day is left out.
    """
    for mention in find_mentions(text, pack).regions:
        ids = [place for place in mention.ids if on is None or pack.region_by_id[place].holds_on(on)]
        if len(ids) == 1:
            return RegionMatch(ids[0], mention.start, mention.words, mention.exact)
    return None


def find_districts(
    text: str,
    pack: Pack,
    region_id: str | None = None,
    on: datetime.date | None = None,
    *,
    bare_names: bool = False,
) -> tuple[DistrictMatch, ...]:
    """Find every district a text names, in reading order.

    Args:
        text: a heading, a line or a cell as printed.
        pack: the reference pack.
        region_id: the region where it is known from elsewhere; it decides between equal names only.
        on: the day of the document.
        bare_names: the whole text may be a name without its kind («Балқаш»), as in the name of a sheet.
    """
    found = find_mentions(text, pack, bare_names)
    printed = [place for mention in found.regions for place in mention.ids]
    printed += [
        region
        for mention in found.districts
        if mention.kind == "city"
        for place in mention.ids
        if (region := pack.district_by_id[place].region_on(on))
    ]
    matches = (_decide(mention, pack, region_id, printed, on) for mention in found.districts)
    return tuple(match for match in matches if match)


def find_district(
    text: str,
    pack: Pack,
    region_id: str | None = None,
    on: datetime.date | None = None,
    *,
    bare_names: bool = False,
) -> DistrictMatch | None:
    """Find the district a text is about: the first one it names, exact spellings before damaged ones.

    Equal names in several regions are decided by the region printed in the text, then by `region_id`, then by
    the day; where none decides, the match has no `district_id` and lists its `candidates`.

    Args:
        text: a heading, a line or a cell as printed.
        pack: the reference pack.
        region_id: the region where it is known from elsewhere, such as a side-car. What the text says wins.
        on: the day of the document; the region of the answer is that of this day.
        bare_names: the whole text may be a name without its kind («Балқаш»), as in the name of a sheet.
    """
    matches = find_districts(text, pack, region_id, on, bare_names=bare_names)
    order = sorted(matches, key=lambda match: (not match.exact, match.district_id is None, match.start))
    return order[0] if order else None


def region_of(district_id: str, pack: Pack, on: datetime.date | None = None) -> str | None:
    """Give the region of a district on a day; without a day the latest; None on days it did not exist.

    Args:
        district_id: an id of the pack.
        pack: the reference pack.
        on: the day asked for.

    Raises:
        KeyError: the pack has no such district.
    """
    return pack.district_by_id[district_id].region_on(on)


def _decide(
    mention: Mention, pack: Pack, region_id: str | None, printed: list[str], on: datetime.date | None
) -> DistrictMatch | None:
    """Choose among the districts of one name: by day, by printed region, by the region known from elsewhere."""
    districts = pack.district_by_id
    alive = [place for place in mention.ids if on is None or districts[place].region_on(on)]
    if not alive and mention.kind == "city":
        return None  # a city that has become a region (Shymkent) is no district any more
    candidates = alive or list(mention.ids)
    chosen = candidates
    for regions in (printed, [region_id] if region_id else []):
        chosen = _narrow(chosen, regions, pack, on)
    in_city = any(region.kind == "city" for region in pack.regions if region.region_id in (*printed, region_id))
    if len(chosen) > 1 and not in_city:
        # Without a city in sight a rayon is meant: a district of a city is printed together with its city.
        rayons = [place for place in chosen if districts[place].kind != "city_district"]
        chosen = rayons or chosen
    district_id = chosen[0] if len(chosen) == 1 else None
    region = None
    if district_id:
        region = districts[district_id].region_on(on) or districts[district_id].region_on(None)
    return DistrictMatch(
        district_id,
        region,
        tuple(candidates),
        mention.start,
        mention.words,
        mention.exact,
        region_conflict=bool(region and region_id and region != region_id),
    )


def _narrow(ids: list[str], regions: Iterable[str], pack: Pack, on: datetime.date | None) -> list[str]:
    """Keep the districts of the given regions: of that day, else of any day, else all."""
    wanted = set(regions)
    if len(ids) < 2 or not wanted:
        return ids
    today = [place for place in ids if pack.district_by_id[place].region_on(on) in wanted]
    ever = [place for place in ids if wanted & {member.region_id for member in pack.district_by_id[place].memberships}]
    return today or ever or ids
