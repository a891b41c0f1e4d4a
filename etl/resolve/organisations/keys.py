"""Where an organisation belongs and by what it is found again: scope, key, and what tells equal keys apart."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.resolve.organisations.compare import is_certain, localise
from etl.resolve.organisations.localities import localise_name
from etl.resolve.organisations.traits import Traits, read_employer
from models.reference import Pack

COUNTRY = "country"
"""Scope of bodies of which the country has one."""

_REGIONAL_RANKS = frozenset({"administration", "department"})
_COMPANIES = frozenset({"company", "body"})
_VAGUE_FORMS = frozenset({"state", "institution"})
QUALIFIERS = ("place", "kind", "level", "rank", "initial", "form")
"""What splits bodies of one key where documents print more than one value of it; in the order they are asked."""


@dataclass(frozen=True, slots=True)
class Key:
    """Identity of an organisation before its neighbours are looked at.

    Args:
        scope: district, else region, that it is told apart in.
        base: what two mentions must share.
        qualifiers: values of `QUALIFIERS`, None where not printed.
        name: its own words, where it lives by them alone.
        bare: nothing but the name is printed («Балапан»): kind and legal form are not known.
    """

    scope: str
    base: str
    qualifiers: tuple[str | None, ...]
    name: str = ""
    bare: bool = False


def make_key(traits: Traits, district_id: str | None, region_id: str | None, scope: str, pack: Pack) -> Key | None:
    """Make the key of an organisation, or None where the phrase does not say which body it is.

    Args:
        traits: the phrase taken apart.
        district_id: district of the commission, where known.
        region_id: its region, where known.
        scope: what stands for its place where neither is known.
        pack: reference data.
    """
    if not traits.is_body:
        return None
    place = find_scope(traits, district_id, region_id, scope, pack)
    own = localise(traits, place if place in pack.district_by_id else None, pack)
    if place not in pack.district_by_id:
        own = replace(own, names=frozenset(localise_name(name, None) for name in own.names))
    base = _base(own, place in pack.district_by_id)
    if base is None:
        return None
    is_named = own.number is None and own.honour is None and not own.code
    return Key(place, base, _qualify(own), ":".join(sorted(own.names)) if is_named else "", own.group == "body")


def name_body(text: str, district_id: str | None, region_id: str | None, scope: str, pack: Pack) -> str | None:
    """Give one text for a body under all its spellings, for a body that stands by itself, such as a nominator.

    Args:
        text: the body as printed.
        district_id: district of the commission, where known.
        region_id: its region, where known.
        scope: what stands for its place where neither is known.
        pack: reference data.

    Returns:
        None where the phrase does not say which body it is.
    """
    key = make_key(read_employer(text, pack), district_id, region_id, scope, pack)
    if key is None:
        return None
    place = key.qualifiers[QUALIFIERS.index("place")]
    return ":".join([key.scope, key.base, *([place] if place else [])])


def find_scope(traits: Traits, district_id: str | None, region_id: str | None, scope: str, pack: Pack) -> str:
    """Find the district or region an organisation is told apart in: what its name says, else its commission's.

    Args:
        traits: the phrase taken apart.
        district_id: district of the commission, where known.
        region_id: its region, where known.
        scope: what stands for its place where neither is known.
        pack: reference data.
    """
    if traits.group == "national":
        return COUNTRY
    if is_regional(traits):
        if traits.regions and len(traits.regions) == 1:
            return next(iter(traits.regions))
        return region_id or district_id or scope
    if traits.districts:
        if district_id in traits.districts:
            return str(district_id)
        near = [
            place
            for place in sorted(traits.districts)
            if region_id is None or region_id in {m.region_id for m in pack.district_by_id[place].memberships}
        ]
        if len(near) == 1:
            return near[0]
    return district_id or region_id or scope


def is_regional(traits: Traits) -> bool:
    """Tell whether a body serves a region: by its printed level, or as an administration without a district.

    Args:
        traits: the phrase taken apart.
    """
    if traits.level == "region":
        return True
    is_administration = traits.group == "department" and traits.rank in _REGIONAL_RANKS
    return is_administration and traits.level is None and not traits.districts


def _base(traits: Traits, in_district: bool) -> str | None:
    group, names = traits.group, sorted(traits.names)
    head = [group, *sorted(traits.specialties)]
    if group in ("known", "party", "national", "collective", "residents") or (group == "association" and traits.code):
        return ":".join([group, str(traits.code)])
    if group in _COMPANIES:
        words = [*names, *(traits.honour.words if traits.honour else ())]
        order = [traits.wording] if len(traits.wording.split()) > 1 else []
        return ":".join([group, *words, *order]) if words else None
    if traits.number is not None:
        return ":".join([*head, *([traits.kind] if traits.kind and traits.kind != group else []), str(traits.number)])
    if traits.honour:
        # Quoted words beside the person name a part of the same institution; places are told apart below.
        return ":".join([*head, "of", traits.honour.last])
    if traits.code and group in ("department", "trade_union"):
        return ":".join([*head, traits.code, *(name for name in names if not name.startswith("@"))])
    if traits.wording:
        return ":".join([*head, *names, traits.wording])
    words = [*names] or ([traits.place] if traits.place else [])
    if words:
        return ":".join([*head, *([traits.kind] if traits.kind and traits.kind != group else []), *words])
    return ":".join(head) if is_certain(traits, in_district=in_district) else None


def _qualify(traits: Traits) -> tuple[str | None, ...]:
    place = traits.place
    if place is None and (traits.number is not None or traits.honour) and len(traits.names) == 1:
        place = next(iter(traits.names))  # «Кайнарская средняя школа № 2»
    if place and traits.number is None and not traits.honour and not traits.names:
        place = None  # the settlement is the name
    kind = traits.kind if traits.kind != traits.group else None
    form = traits.form if traits.form not in _VAGUE_FORMS else ("state" if traits.form else None)
    level = "own" if traits.level is None and (traits.code or traits.named) else traits.level
    if traits.names and traits.level == "rural":
        level = None  # «Отар ауылдық клубы» and «клуб с. Отар»: the name says all
    initial = traits.honour.first_letter if traits.honour else None
    return (place, kind, level, traits.rank, initial, form)
