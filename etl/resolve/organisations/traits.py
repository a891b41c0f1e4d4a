"""What tells one organisation from another in a printed phrase: kind, number, name, person, place, level."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.normalise.employer_keys import (
    NUMBERED_TYPES,
    all_spans,
    name_stems,
    read_level,
    read_number,
    read_place,
    read_stems,
)
from etl.normalise.employer_parts import COMPANY_FAMILIES, QUOTE, Parts, read_parts
from etl.normalise.employers import ADDRESS, code_employer
from etl.normalise.lexicon import OrganisationWords, load_organisations
from etl.normalise.nominator_words import load_nominators
from etl.normalise.nominators import Nominator, code_nominator
from etl.normalise.party_names import load_party_names
from etl.normalise.phrases import Span, skeleton, tidy
from etl.normalise.respelling import respell
from etl.resolve.organisations.honours import Honour, read_honour
from etl.resolve.organisations.localities import Localities, read_localities
from etl.resolve.organisations.words import LinkWords, load_link_words
from models.reference import Pack

_DIGITS = re.compile(r"\d+")
_CITY = re.compile(r"\bг\.|\bгород|\bқала", re.IGNORECASE)
_SUBJECT_KINDS = frozenset({"department", "trade_union"})
_RANKED_TYPES = frozenset({"department"})
_CIVIC_FORMS = frozenset({"association", "foundation"})


@dataclass(frozen=True, slots=True)
class Traits:
    """A printed organisation taken apart for comparison.

    Args:
        group: party, association, commission, collective, residents, known, company, body, none, status, or a family
            of kinds of institution.
        kind: the kind of institution inside its family.
        type: type of employer.
        code: lineage of a party, id of a known body, key of a known association, first subject of a department.
        level: rural, city, district or region, where the kind has levels and one is printed.
        rank: what a department calls itself.
        number: number of a school and the like.
        honour: the person it is called after.
        names: stems of the words of its own name; names of districts as ``@id``.
        place: stem of the settlement printed with it.
        districts, regions: ids of the places printed, all that an ambiguous name may mean.
        form: family of the legal form.
        specialties: codes of words that make it another body of its kind.
        named: its kind alone tells which body of a district it is.
        wording: the words of a firm's name in their order: «Агро-Шу» and «Шу-Агро» are two firms.
    """

    group: str
    kind: str | None = None
    type: str = "unknown"
    code: str | None = None
    level: str | None = None
    rank: str | None = None
    number: int | None = None
    honour: Honour | None = None
    names: frozenset[str] = frozenset()
    place: str | None = None
    districts: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    form: str | None = None
    specialties: frozenset[str] = frozenset()
    named: bool = False
    wording: str = ""

    @property
    def is_body(self) -> bool:
        """Tell whether the phrase names an organisation at all."""
        return self.group not in ("none", "status")


NONE = Traits("none")


@lru_cache(maxsize=200_000)
def read_employer(text: str, pack: Pack) -> Traits:
    """Take a printed employer apart.

    Args:
        text: the employer as printed.
        pack: reference data.
    """
    words, links = load_organisations(pack), load_link_words(pack)
    employer = code_employer(text, pack)
    if employer.status:
        return Traits("status", code=employer.status)
    parts = _take_apart(ADDRESS.sub("", tidy(text)), words, pack)
    if employer.type == "unknown" and employer.key is None and parts.institution is None:
        return NONE
    if parts.party_id:
        return Traits("party", code=parts.party_id)
    localities = read_localities(parts.shown, pack)
    if parts.known:
        return Traits(
            "known", code=parts.known.org, districts=localities.districts, regions=localities.regions, named=True
        )
    return _read_body(parts, localities, employer.type, words, links)


@lru_cache(maxsize=200_000)
def read_nominator(text: str, pack: Pack) -> Traits | None:
    """Take a printed nominator apart where it is a party, an association, a commission or a meeting.

    Args:
        text: the nominator as printed.
        pack: reference data.

    Returns:
        None for other bodies, which are read as employers.
    """
    nominator = code_nominator(text, pack)
    if nominator.kind == "party" and nominator.party_id:
        return Traits("party", code=nominator.party_id)
    if nominator.kind == "association" and nominator.key:
        return _association(text, nominator, pack)
    localities = read_localities(tidy(text), pack)
    placed = Traits("none", districts=localities.districts, regions=localities.regions)
    if nominator.kind == "higher_commission":
        flat = skeleton(tidy(text))
        level = read_level(flat, "election_commission", load_organisations(pack))
        return replace(placed, group="commission", level=level, number=read_number(flat, loose=False), named=True)
    if nominator.kind == "workplace_collective":
        _, _, employer = (nominator.key or "").partition(":")
        return replace(placed, group="collective", code=employer or _fold(text))
    if nominator.kind == "residents":
        return replace(placed, group="residents", code=_fold(text))
    return None


def read_any(text: str, pack: Pack) -> Traits:
    """Take a printed organisation apart, whichever column it comes from.

    Args:
        text: an employer or a nominator as printed.
        pack: reference data.
    """
    employer = read_employer(text, pack)
    if employer.group in ("status", "known"):
        return employer
    is_civic = employer.group in ("none", "body", "party", "association", "trade_union", "civic", "election_commission")
    nominator = read_nominator(text, pack)
    if nominator is None:
        return employer
    is_meeting = nominator.group in ("collective", "residents")
    is_association = nominator.group == "association" and (nominator.code or employer.form in _CIVIC_FORMS)
    return nominator if is_civic or is_meeting or is_association else employer


def _association(text: str, nominator: Nominator, pack: Pack) -> Traits:
    words = load_nominators(pack)
    localities = read_localities(tidy(text), pack)
    own = (nominator.key or "").removeprefix("association:")
    form = read_parts(tidy(text), load_organisations(pack), load_party_names(pack)).form
    known = own in {entry.key for entry, _ in words.known}
    return Traits(
        "association",
        type="other",
        code=own if known else None,
        names=frozenset() if known else localities.rename(frozenset(filter(None, own.split(":")))),
        # Branches of an association of the whole country are that association, wherever they are.
        districts=frozenset() if nominator.national else localities.districts,
        regions=frozenset() if nominator.national else localities.regions,
        form=form.family if form else None,
        named=known,
    )


def _take_apart(shown: str, words: OrganisationWords, pack: Pack) -> Parts:
    names = load_party_names(pack)
    parts = read_parts(shown, words, names)
    understood = parts.institution or parts.known or parts.party_id
    if understood or (parts.form and parts.form.family not in ("state", "institution")):
        return parts
    respelt = respell(shown, words.vocabulary, keep_names=True)
    again = read_parts(respelt, words, names) if respelt != shown else parts
    return again if again.institution or again.known or again.party_id else parts


def _read_body(parts: Parts, localities: Localities, type_: str, words: OrganisationWords, links: LinkWords) -> Traits:
    kind = parts.institution
    form = parts.form.family if parts.form else None
    honour, honour_span = read_honour(parts.shown, words.variants, links.honour_words)
    cuts: list[Span] = [*parts.form_spans, *([parts.parent] if parts.parent else []), *localities.spans]
    if honour_span and any(start < honour_span[1] and honour_span[0] < end for start, end in localities.spans):
        honour, honour_span = None, None  # «района имени …»: the district bears the name
    if honour_span:
        cuts.append(honour_span)
    outside = parts.shown if parts.parent is None else parts.shown[: parts.parent[0]] + parts.shown[parts.parent[1] :]
    printed, is_settlement = read_place(outside)
    place = localities.rename_place(printed, words.variants) if printed and is_settlement else None
    districts = localities.districts
    if place and place.startswith("@") and _CITY.search(outside) and (cities := localities.cities_of(place)):
        # «г. Степногорск» is a district of its own, not a settlement inside one.
        place, districts = None, districts or cities
    placed = Traits(
        "none", type=type_, honour=honour, place=place, districts=districts, regions=localities.regions, form=form
    )
    digits = frozenset(_DIGITS.findall(parts.own)) if kind is None or kind.type == "enterprise" else frozenset()
    if kind is None:
        names = localities.rename(frozenset(name_stems(parts, cuts, words)) | digits)
        if not (names and (parts.form or QUOTE.search(parts.shown) or _has_capital(parts.shown))):
            return NONE
        return replace(
            placed, group="company" if parts.form else "body", names=names, wording=_read_wording(parts, cuts, words)
        )
    code = None
    if kind.kind in _SUBJECT_KINDS:
        code, spans = _first_subject(parts.own, words)
        cuts = cuts + spans
    number = read_number(parts.own, loose=True) if kind.type in NUMBERED_TYPES else None
    if not kind.loose and kind.type != "enterprise":
        # An enterprise lives by its whole name: «Шу Жылу» and «Шу Су Арнасы» are two.
        cuts = cuts + all_spans([words.any_institution], parts.own)
    stems = (frozenset(name_stems(parts, cuts, words)) | digits) - {str(number)} - links.weak_words
    level = read_level(parts.own, kind.kind, words)
    specialties = frozenset(
        specialty for specialty, kinds, pattern in links.specialties if kind.kind in kinds and pattern.search(parts.own)
    )
    if number is not None and (letter := _find_letter(number, parts.shown)):
        specialties |= {f"letter {letter}"}  # № 12-а is not № 12
    has_own_quotes = bool(parts.form and QUOTE.search(parts.shown) and kind.type in ("other", "enterprise", "hospital"))
    rank = next((code for code, pattern in links.ranks if pattern.search(parts.own)), None)
    return replace(
        placed,
        group=links.family_of.get(kind.kind, kind.kind),
        kind=kind.kind,
        code=code,
        level=level,
        rank=rank if kind.type in _RANKED_TYPES else None,
        number=number,
        names=localities.rename(stems) - ({place} if number is not None else set()),
        specialties=specialties,
        named=kind.named or has_own_quotes or "system" in specialties,
        wording=_read_wording(parts, cuts, words) if kind.type == "enterprise" and form in COMPANY_FAMILIES else "",
    )


def _read_wording(parts: Parts, cuts: list[Span], words: OrganisationWords) -> str:
    return " ".join(read_stems(parts, cuts, words))


def _find_letter(number: int, shown: str) -> str | None:
    match = re.search(rf"(?<!\d){number}(?:\s?-\s?|\s?[«\"])?([абвгд])(?![\w.])", shown.lower())
    return match.group(1) if match else None


def _first_subject(own: str, words: OrganisationWords) -> tuple[str | None, list[Span]]:
    """Find what a department deals with: the subject printed first, the longer phrase of two that begin together."""
    found = [
        (match.start("phrase"), -match.end("phrase"), code)
        for code, pattern in words.subjects
        for match in pattern.finditer(own)
    ]
    spans = all_spans([pattern for _, pattern in words.subjects], own)
    return (min(found)[2] if found else None), spans


def _has_capital(shown: str) -> bool:
    return any(word[:1].isupper() for word in shown.split())


def _fold(text: str) -> str:
    return " ".join(skeleton(tidy(text)).split())
