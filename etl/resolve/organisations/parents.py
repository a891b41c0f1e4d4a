"""What stands above an organisation, and since when: the chain a document prints, else the rules of the pack."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from etl.normalise.phrases import skeleton, tidy
from etl.resolve.organisations.keys import COUNTRY, is_regional
from etl.resolve.organisations.traits import Traits
from etl.resolve.organisations.words import Body, LinkWords, Rule
from models.reference import Pack

_WORD_RU = re.compile(
    r"(?<![а-я])(?:отдела|управления|департамента|акимата|комитета|министерства|аппарата акима)(?![а-я])"
)
_END_KK = re.compile(
    r"(?<![а-я])(?:болимин(?:ин|е карасты)|баскармасын(?:ын|а карасты)|департаментинин|министрлигинин|акимдигинин"
    r"|аким аппаратынын|акиминин аппаратынын|комитетинин)(?![а-я])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an organisation is: its district and region, as far as they are known."""

    district_id: str | None
    region_id: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """One body above another: from a day (None: as far back as is known) until a day (None: still).

    `parent` is None where the organisation is its own top.
    """

    parent: str | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    basis: str
    source: str | None = None
    verified: bool = True


@dataclass(frozen=True, slots=True)
class Printed:
    """A parent that documents print: the first and the last day they do, and one of them."""

    parent: str
    first: dt.date
    last: dt.date
    source: str


def split_chain(printed: str) -> list[str]:
    """Take the bodies above an employer apart, the nearest first.

    Args:
        printed: «отдела образования Шуского района управления образования Жамбылской области», «Жамбыл облысы білім
            басқармасының Шу ауданы білім бөлімінің».
    """
    shown = tidy(printed)
    flat = skeleton(shown)
    ends = [match.end() for match in _END_KK.finditer(flat)]
    if ends:
        pieces = [shown[start:end].strip() for start, end in pairwise([0, *ends])]
        return [piece for piece in reversed(pieces) if piece]
    starts = [match.start() for match in _WORD_RU.finditer(flat)]
    return [shown[start:end].strip() for start, end in pairwise([*starts, len(shown)])]


def find_rules(traits: Traits, scope: str, words: LinkWords, pack: Pack) -> list[Rule]:
    """List the rules of a kind of organisation at a place, whatever the day.

    Args:
        traits: an organisation taken apart.
        scope: what `find_scope` gave.
        words: the pack's rules.
        pack: reference data.
    """
    kinds = {traits.group, traits.kind}
    district = pack.district_by_id.get(scope)
    where = "region" if is_regional(traits) or district is None else "district"
    fitting = []
    for rule in words.rules:
        if not kinds & set(rule.kinds) or (rule.codes and traits.code not in rule.codes):
            continue
        if rule.levels and traits.level not in rule.levels:
            continue
        if rule.scope == "city_district" and (district is None or district.kind != "city_district"):
            continue
        if rule.scope in ("district", "region") and rule.scope != where:
            continue
        fitting.append(rule)
    return fitting


def place_body(body: Body, place: Place, pack: Pack, day: dt.date | None) -> tuple[Traits, str] | None:
    """Give the body of a district or region that a rule means, and its scope; None where the place is not known.

    Args:
        body: an entry of the pack.
        place: where the organisation below it is.
        pack: reference data.
        day: the day asked for; the region of a district is that of this day.
    """
    base = Traits(body.group, body.group, body.type, body.code, rank=body.rank, named=True)
    if body.scope == "country":
        return base, COUNTRY
    district = pack.district_by_id.get(place.district_id or "")
    if body.scope == "district":
        if district is None:
            return None
        level = "district" if district.kind == "rayon" else "city"
        ids = frozenset({district.district_id})
        return replace(base, level=level, districts=ids), district.district_id
    region = place.region_id
    if district is not None:
        # None is the day before all others: the first region known, not the latest.
        region = district.region_on(day) if day else district.memberships[0].region_id
        region = region or district.region_on(None)
    if region is None:
        return None
    return replace(base, level="region", regions=frozenset({region})), region


def list_days(rules: Iterable[Rule], place: Place, pack: Pack) -> list[dt.date | None]:
    """List the days from which another body may stand above: None for the beginning.

    Args:
        rules: of the organisation and of what stands above it.
        place: where it is.
        pack: reference data.
    """
    days = {day for rule in rules for day in (rule.valid_from, rule.valid_to) if day}
    district = pack.district_by_id.get(place.district_id or "")
    if district:
        days |= {day for span in district.memberships for day in (span.valid_from, span.valid_to) if day}
    return [None, *sorted(days)]


def join_links(ruled: Sequence[Link], printed: Sequence[Printed]) -> list[Link]:
    """Put the printed chain over the rules, by date.

    A printed parent holds from the first day it is printed until another is, or until a later rule that began after it
    was last printed. Before that day the rules hold; where there are none, the first printed parent does.

    Args:
        ruled: links of the rules, in order of days, without gaps between them.
        printed: parents that documents print.
    """
    if not printed:
        return list(ruled)
    seen = sorted(printed, key=lambda entry: (entry.first, entry.parent))
    starts = sorted({link.valid_from for link in ruled if link.valid_from} | {entry.first for entry in seen})
    days: list[dt.date | None] = [None, *starts]
    spans: list[Link] = []
    for position, day in enumerate(days):
        until = days[position + 1] if position + 1 < len(days) else None
        found = _choose(day, ruled, seen)
        if found is None:
            continue
        if spans and spans[-1].valid_to == day and spans[-1].parent == found.parent:
            last = spans.pop()
            basis = found if found.basis == "printed" else last
            spans.append(Link(found.parent, last.valid_from, until, basis.basis, basis.source, basis.verified))
        else:
            spans.append(Link(found.parent, day, until, found.basis, found.source, found.verified))
    return spans


def _choose(day: dt.date | None, ruled: Sequence[Link], seen: Sequence[Printed]) -> Link | None:
    rule = next(
        (
            link
            for link in ruled
            if (link.valid_from is None or (day is not None and link.valid_from <= day))
            and (link.valid_to is None or (day is None or day < link.valid_to))
        ),
        None,
    )
    before = [entry for entry in seen if day is not None and entry.first <= day]
    latest = before[-1] if before else (seen[0] if rule is None else None)
    if latest is None:
        return rule
    if rule is not None and rule.valid_from is not None and rule.valid_from > latest.last:
        return rule
    return Link(latest.parent, None, None, "printed", latest.source)
