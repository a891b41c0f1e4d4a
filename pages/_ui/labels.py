"""Words for codes, names for blocs and places, and the colour of each bloc."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from models.reference import Pack
from pages._ui.page import Page

UNKNOWN_COLOUR = "#FFFFFF"
NEUTRAL = "#8C8C8C"
OTHER_COLOURS = ("#7A6C5D", "#4F7A5B", "#8A5A83", "#5B6F95", "#A07A3B", "#3F8C8C", "#96594F", "#6E7F3A")
"""Colours of blocs that are no parties; patterns and letters tell them apart where colours do not."""


def label(page: Page, family: str, code: str | None) -> str:
    """Give the word for a code; that of `unknown` where there is no code, of `other` where the code has no word yet.

    Args:
        page: the page being drawn.
        family: family of codes, as `role` or `sector`.
        code: the code.
    """
    key = f"{family}.{code or 'unknown'}"
    if page.catalogue.has(key):
        return page.t(key)
    return page.t(f"{family}.other", code=code) if page.catalogue.has(f"{family}.other") else str(code)


def name_party(page: Page, party_id: str, on: date | None = None) -> str:
    """Give a party's short name on a day: what stands in quotes, else the whole.

    Args:
        page: the page being drawn.
        party_id: lineage id.
        on: the day; the latest name without it.
    """
    if page.pack is None:
        return party_id
    return _name_party(page.pack, party_id, page.language, on)


@lru_cache(maxsize=2048)
def _name_party(pack: Pack, party_id: str, language: str, on: date | None) -> str:
    try:
        full = pack.party_name(party_id, language, on)
    except KeyError:
        return party_id
    begin, end = full.find("«"), full.find("»")
    return full[begin : end + 1] if 0 <= begin < end else full


def name_region(page: Page, region_id: str | None, on: date | None = None) -> str:
    """Give a region's name; the code where the pack does not know it.

    Args:
        page: the page being drawn.
        region_id: ISO 3166-2 code.
        on: the day; the latest name without it.
    """
    if not region_id:
        return page.t("place.unknown")
    try:
        return page.pack.region_name(region_id, page.language, on) if page.pack else region_id
    except KeyError:
        return region_id


def name_district(page: Page, district_id: str | None, printed: str | None, on: date | None = None) -> str:
    """Give a district's name in the reader's language; as printed where the pack does not know it.

    Args:
        page: the page being drawn.
        district_id: id in the reference pack.
        printed: canonical name of the data.
        on: the day; the latest name without it.
    """
    if district_id and page.pack is not None:
        try:
            return page.pack.district_name(district_id, page.language, on)
        except KeyError:
            pass
    return printed or page.t("place.unknown")


def name_bloc(page: Page, bloc: str | None, *, name: str | None = None, on: date | None = None) -> str:
    """Give the words for a bloc.

    Args:
        page: the page being drawn.
        bloc: `party:…`, `org:…`, `kind:…`, `sector:…`, `text:…`; None where not known.
        name: name of the organisation, for `org:`.
        on: day whose party names count.
    """
    if not bloc:
        return page.t("bloc.unknown")
    family, _, rest = bloc.partition(":")
    if family == "party":
        return name_party(page, rest, on)
    if family == "kind":
        return label(page, "nominator_kind", rest)
    if family == "sector":  # among employers it must not pass for one
        return page.t("bloc.alike", who=label(page, "sector", rest))
    return name or rest


def colour_bloc(page: Page, bloc: str | None, place: int) -> str:
    """Give the colour of a bloc: the party's own, else one of the others by place.

    Args:
        page: the page being drawn.
        bloc: the bloc, None where not known.
        place: position among the blocs that are no parties.
    """
    if not bloc:
        return UNKNOWN_COLOUR
    family, _, rest = bloc.partition(":")
    if family == "party":
        party = page.pack.party_by_id.get(rest) if page.pack else None
        return (party.colour if party else None) or NEUTRAL
    return OTHER_COLOURS[place % len(OTHER_COLOURS)]


def name_commission(page: Page, row: Mapping[str, Any], *, full: bool = False) -> str:
    """Name a commission in the reader's language: level and number, else level and place.

    Args:
        page: the page being drawn.
        row: a row with `level`, `number`, `district_id`, `district`.
        full: write the level out, as in a heading.
    """
    form, size = ("title", "one") if full else ("short", "short")
    level = page.t(f"level.{row['level']}.{size}")
    number = row["number"]
    if number is not None and number == number:  # NaN is not equal to itself
        return page.t(f"commission.{form}.number", number=int(number), level=level)
    return page.t(
        f"commission.{form}.place", level=level, place=name_district(page, row["district_id"], row["district"])
    )


def sort_choices(codes: Sequence[str], words: dict[str, str]) -> list[str]:
    """Order codes by their words, as the reader sees them.

    Args:
        codes: the codes.
        words: their words.
    """
    return sorted(codes, key=lambda code: (words[code].casefold(), code))
