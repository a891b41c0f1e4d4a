"""Are two printed organisations one? Two phrases seen in one district, compared trait by trait."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.normalise.places import find_district
from etl.resolve.organisations.honours import fit_honours, is_near
from etl.resolve.organisations.localities import ids_of, localise_name
from etl.resolve.organisations.traits import Traits, read_any
from models.reference import Pack, load_pack

SAME_FROM = 0.5
"""Score from which two phrases count as one organisation."""

_ONE_PER_LEVEL = frozenset(
    {"akim_office", "hospital", "culture_house", "court", "library", "sport_school", "clinic", "pupils_house"}
)
_OWN_LEVELS = frozenset({"city", "district"})
_CIVIC_FORMS = frozenset({"association", "foundation", "union", "religious"})
_MEETINGS = frozenset({"collective", "residents"})


@dataclass(frozen=True, slots=True)
class OrganisationComparison:
    """Whether two printed strings are one organisation: 0 to 1, the answer, and the reason in a few words."""

    score: float
    same: bool
    why: str


def compare_organisations(
    a: str, b: str, district: str | None = None, pack: Pack | None = None
) -> OrganisationComparison:
    """Compare two organisations as printed in documents of one district.

    A phrase that names no organisation («средняя школа», «пенсионер», «учитель») is the same as nothing: what is not
    known is not equal.

    Args:
        a: an employer or a nominator as printed.
        b: another.
        district: id or name of the district both were seen in, where known.
        pack: reference data; that of Kazakhstan where none is given.
    """
    pack = pack or load_pack()
    district_id = _find_district(district, pack)
    score, why = score_traits(read_any(a, pack), read_any(b, pack), district_id, pack)
    return OrganisationComparison(round(score, 3), score >= SAME_FROM, why)


def _find_district(district: str | None, pack: Pack) -> str | None:
    if not district or district in pack.district_by_id:
        return district or None
    match = find_district(district, pack, bare_names=True)
    return match.district_id if match else None


def score_traits(a: Traits, b: Traits, district_id: str | None, pack: Pack) -> tuple[float, str]:
    """Score two organisations taken apart.

    Args:
        a: an organisation.
        b: another.
        district_id: the district both were seen in, where known.
        pack: reference data.

    Returns:
        A score from 0 to 1 and the reason.
    """
    if not (a.is_body and b.is_body):
        return 0.0, "one of them names no organisation"
    return score_localised(localise(a, district_id, pack), localise(b, district_id, pack))


def score_localised(a: Traits, b: Traits) -> tuple[float, str]:
    """Score two organisations already put into the terms of their district by `localise`.

    Args:
        a: an organisation.
        b: another.

    Returns:
        A score from 0 to 1 and the reason.
    """
    if a.group != b.group:
        return _score_groups(a, b)
    if a.districts and b.districts and not a.districts & b.districts:
        return 0.02, "other districts"
    if a.regions and b.regions and not a.regions & b.regions:
        return 0.02, "other regions"
    if a.group == "party":
        return (1.0, "one party") if a.code == b.code else (0.0, "two parties")
    if a.group in _MEETINGS:
        return (0.9, "one meeting") if a.code == b.code else (0.05, "two meetings")
    for score, why in _differences(a, b):
        return score, why
    if a.number is not None or b.number is not None:
        return _score_numbers(a, b)
    return _score_names(a, b)


def localise(traits: Traits, district_id: str | None, pack: Pack) -> Traits:
    """Put an organisation into the terms of a district: its own name says nothing there, its own level is `own`.

    Args:
        traits: an organisation taken apart.
        district_id: the district, where known.
        pack: reference data.
    """
    level = traits.level
    district = pack.district_by_id.get(district_id or "")
    if district is not None:
        own = "district" if district.kind == "rayon" else "city"
        level = "own" if level == own else level
    names = traits.names
    if (level in ("own", *_OWN_LEVELS) and not traits.wording) or traits.group == "commission":
        # «Шуская районная больница»: inside the district of Shu the name tells nothing.
        names = _without_own(traits, district_id)
    elif district is not None and not traits.wording and (plain := _without_own(traits, district_id)):
        names = plain  # «Шуский аграрный колледж» is the agrarian college there
    if district is not None:
        names = frozenset(localise_name(name, district_id) for name in names)
        place = localise_name(traits.place, district_id) if traits.place else None
        return replace(traits, level=level, names=names, place=place)
    return replace(traits, level=level, names=names)


def _without_own(traits: Traits, district_id: str | None) -> frozenset[str]:
    return frozenset(name for name in traits.names if not _is_own(name, district_id, traits))


def _is_own(name: str, district_id: str | None, traits: Traits) -> bool:
    ids = ids_of(name)
    if not ids:
        return False
    return bool(ids & traits.districts) or district_id is None or district_id in ids


def _score_groups(a: Traits, b: Traits) -> tuple[float, str]:
    groups = {a.group, b.group}
    if "body" in groups and a.names and _are_one(a.names, b.names) and None in (a.number, b.number):
        if "company" in groups:
            return 0.7, "one name, the legal form printed once"
        return 0.55, "one name, the kind of body printed once"
    return 0.0, "bodies of other kinds"


def _differences(a: Traits, b: Traits) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    if a.group != "association" and a.form and b.form and a.form != b.form and _forms_part(a.form, b.form):
        found.append((0.05, "other legal forms"))
    if a.group == "association" and {a.form, b.form} == {"association", "foundation"}:
        found.append((0.2, "an association and a foundation"))
    if a.specialties != b.specialties:
        found.append((0.1, "other specialties"))
    if a.level and b.level and a.level != b.level:
        found.append((0.05, "other levels"))
    if a.rank and b.rank and a.rank != b.rank:
        found.append((0.1, "a department and an administration"))
    if a.code and b.code and a.code != b.code:
        found.append((0.02, "other bodies or subjects"))
    elif bool(a.code) != bool(b.code) and a.group in ("department", "association", "trade_union"):
        found.append((0.2, "the subject is printed once"))
    if a.number is not None and b.number is not None and a.number != b.number:
        found.append((0.0, "other numbers"))
    elif (a.number is None) != (b.number is None):
        found.append((0.3, "the number is printed once"))
    return found


def _forms_part(left: str, right: str) -> bool:
    vague = {"institution", "state"}
    return not (left in vague and right in vague) and not (left in _CIVIC_FORMS and right in _CIVIC_FORMS)


def _score_numbers(a: Traits, b: Traits) -> tuple[float, str]:
    kinds = {a.kind, b.kind}
    if len(kinds) > 1 and a.group not in kinds:
        return 0.2, "one number, schools of other kinds"
    if a.honour and b.honour and not fit_honours(a.honour, b.honour):
        return 0.3, "one number, called after other persons"
    ours, theirs = _where(a), _where(b)
    if ours and theirs and not _overlap(ours, theirs):
        return 0.1, "one number, other settlements"
    if len(kinds) > 1:
        return 0.45, "one number, a school and a school of another kind"
    return (0.97 if bool(ours) == bool(theirs) else 0.9), "one kind and one number"


def _where(traits: Traits) -> frozenset[str]:
    return frozenset({traits.place}) if traits.place else traits.names


def _score_names(a: Traits, b: Traits) -> tuple[float, str]:
    if a.kind != b.kind:
        return 0.3, "no number, schools of other kinds"
    if a.honour or b.honour:
        return _score_honours(a, b)
    ours, theirs = _whole_name(a), _whole_name(b)
    if ours and theirs:
        if a.wording and b.wording and a.wording != b.wording and sorted(a.wording) == sorted(b.wording):
            return 0.2, "one set of words in another order"
        if _are_one(ours, theirs):
            return 0.95, "one kind and one name"
        if len(ours) == len(theirs) and _pair_up(ours, theirs):
            return 0.75, "one kind and nearly one name"
        plain = [frozenset(name for name in names if not name.startswith("@")) for names in (ours, theirs)]
        if plain[0] and plain[0] == plain[1]:
            return 0.7, "one name, the district printed once"
        return 0.1, "other names"
    if ours or theirs:
        if is_certain(a) and is_certain(b) and all(name.startswith("@") for name in ours | theirs):
            return 0.8, "one of its kind, the district printed once"
        return 0.25, "the name is printed once"
    if is_certain(a) and is_certain(b):
        return 0.85, "the only body of its kind at its level"
    return 0.2, "the kind alone does not tell which body"


def _score_honours(a: Traits, b: Traits) -> tuple[float, str]:
    if not (a.honour and b.honour):
        return 0.3, "called after a person once"
    if not fit_honours(a.honour, b.honour):
        return 0.05, "called after other persons"
    ours, theirs = _where(a), _where(b)
    if ours and theirs and not _overlap(ours, theirs):
        return 0.15, "one person, other settlements"
    return (0.93 if bool(ours) == bool(theirs) else 0.8), "called after one person"


def _whole_name(traits: Traits) -> frozenset[str]:
    return traits.names | ({traits.place} if traits.place else frozenset())


def _are_one(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether two names are one, by the districts their words may mean or by the words."""
    return any(
        frozenset(map(read, ours)) == frozenset(map(read, theirs))
        for read in (lambda name: name.partition("=")[0], lambda name: name.rpartition("=")[2])
    )


def _overlap(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if any(_are_one(frozenset({one}), frozenset({two})) for one in ours for two in theirs):
        return True
    return any(is_near(one, two) for one in ours for two in theirs)


def _pair_up(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return all(any(is_near(one, two) for two in theirs) for one in ours) and all(
        any(is_near(one, two) for one in ours) for two in theirs
    )


def is_certain(traits: Traits, *, in_district: bool = True) -> bool:
    """Tell whether kind, subject and level say which body of a district it is.

    Args:
        traits: an organisation taken apart.
        in_district: the district is known; outside one a body of a district is not told by its level.
    """
    if traits.named or (traits.code and traits.group != "association"):
        return True
    return traits.kind in _ONE_PER_LEVEL and traits.level not in (None, "rural") and (in_district or not traits.names)
