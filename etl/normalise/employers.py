"""What a printed employer is: kind of body, sector, ownership, and a key to compare it by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.normalise.employer_keys import NUMBERED_TYPES, make_key, read_number, read_place
from etl.normalise.employer_parts import COMPANY_FAMILIES, QUOTE, Parts, find_legal_form, read_parts
from etl.normalise.jobs import JobWords, job_of, load_jobs
from etl.normalise.lexicon import (
    EmployerType,
    OrganisationWords,
    Ownership,
    Sector,
    Status,
    load_organisations,
)
from etl.normalise.party_names import PartyNames, load_party_names
from etl.normalise.phrases import skeleton, tidy
from etl.normalise.respelling import respell
from etl.normalise.russian import nominative_phrase
from models.reference import Pack


@dataclass(frozen=True, slots=True)
class Employer:
    """A printed employer, coded.

    `name` and `key` are empty where no body can be named («средняя школа», «пенсионер»). `key` compares
    bodies of one district: a school of one number in two towns has one key and is two bodies.
    """

    printed: str
    name: str | None = None
    key: str | None = None
    type: EmployerType = "unknown"
    sector: Sector = "unknown"
    ownership: Ownership = "unknown"
    status: str | None = None
    school_number: int | None = None
    parent_name: str | None = None
    place: str | None = None
    confidence: float = 0.3


_PRIVATE = re.compile(r"(?<![а-я])частн[а-я]+(?![а-я])|(?<![а-я])жеке(?![а-я])|жекеменшик")
ADDRESS = re.compile(
    r"\s*[,;(]\s*(?:(?:ул|пр|пер|мкр|тел)\.|улица|проспект|микрорайон|телефон|адрес|мекенжай"
    r"|(?:[\w.-]+ ){1,2}көшесі).*$",
    re.IGNORECASE,
)
_KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
_RUSSIAN_FORM = re.compile(r"\b(?:АО|ТОО|НАО|РГП)\b")
_PARENT_SECTORS: dict[str, Sector] = {
    "education": "education",
    "health": "health",
    "culture": "culture_sport",
    "sport": "culture_sport",
    "employment": "social",
}
"""What the department a body belongs to says about a body whose own name says nothing."""

_INSTITUTION_NOUNS = frozenset(
    {
        "школа", "гимназия", "лицей", "больница", "поликлиника", "амбулатория", "отдел", "управление", "аппарат",
        "центр", "колледж", "университет", "академия", "дом", "сад", "клуб", "библиотека", "музей", "прокуратура",
        "суд", "комиссия", "филиал", "департамент", "акимат", "магазин", "редакция", "станция",
    }
)  # fmt: skip
"""Nouns a Russian employer's name begins with: printed in the genitive after a post, named in the nominative."""


def code_employer(text: str, pack: Pack, *, language: str | None = None) -> Employer:
    """Code an employer as printed; what is not understood stays unknown.

    Args:
        text: the printed employer, without the job title.
        pack: the country's reference pack.
        language: of the text; both languages are read in any case.

    Source: employer codes of the contract; legal forms and institution words of `organisations.yml`.
    """
    return _code(text, load_organisations(pack), load_jobs(pack), load_party_names(pack))


def find_status(text: str, pack: Pack) -> Status | None:
    """Find the status a text consists of: pensioner, unemployed, student and the like.

    Args:
        text: a cell or a segment.
        pack: the country's reference pack.
    """
    return _find_status(tidy(text), load_organisations(pack))


@lru_cache(maxsize=100_000)
def _code(text: str, words: OrganisationWords, jobs: JobWords, names: PartyNames) -> Employer:
    shown = ADDRESS.sub("", tidy(text))
    if not skeleton(shown).strip(" №0123456789"):
        return Employer(printed=text, confidence=0.0)
    status = _find_status(shown, words)
    if status:
        kind: EmployerType = "none" if status.ownership in ("none", "private") else "unknown"
        return Employer(text, None, None, kind, status.sector, status.ownership, status.code, confidence=0.98)
    parts = read_parts(shown, words, names)
    if _is_unclear(parts) and not job_of(shown, jobs):
        respelt = respell(shown, words.vocabulary, keep_names=True)
        again = _code(respelt, words, jobs, names) if respelt != shown else None
        if again and (again.status or again.type != "unknown"):
            name = _make_name(parts) if again.key else None
            return replace(again, printed=text, name=name, confidence=round(again.confidence * 0.8, 3))
    if parts.party_id:
        name = _make_name(parts)
        return Employer(text, name, f"party:{parts.party_id}", "other", "party", "civic", confidence=0.95)
    if parts.known:
        return _from_known(text, parts)
    if parts.institution is None and parts.form is None and (job := job_of(shown, jobs)):
        # «учитель»: no employer can be named, the field may be known
        return Employer(printed=text, sector=job.sector or "unknown", confidence=0.5)
    return _from_parts(text, parts, words)


@lru_cache(maxsize=100_000)
def _find_status(shown: str, words: OrganisationWords) -> Status | None:
    flat = skeleton(shown)
    for status, at_start, at_end in words.statuses:
        match = at_start.match(flat) or at_end.search(flat)
        if not match:
            continue
        if status.code == "self_employed" and (QUOTE.search(shown) or len(shown) - match.end() > 60):
            continue  # ИП «Арай» is a firm of that name
        if status.code == "invalid" and words.any_institution.search(flat[match.end() :]):
            continue
        return status
    return None


def _is_unclear(parts: Parts) -> bool:
    """Tell whether an employer was not understood; a company's or a farm's own name needs no understanding."""
    if parts.institution or parts.known or parts.party_id:
        return False
    return parts.form is None or parts.form.family in ("state", "institution")


def _from_known(text: str, parts: Parts) -> Employer:
    body = parts.known
    assert body is not None
    is_kazakh = _KAZAKH_LETTER.search(parts.shown.lower()) and not _RUSSIAN_FORM.search(parts.shown)
    place, _ = read_place(parts.shown)
    name = body.kk if is_kazakh else body.ru
    return Employer(
        text, name, f"known:{body.org}", body.type, body.sector, body.ownership, place=place, confidence=0.95
    )


def _from_parts(text: str, parts: Parts, words: OrganisationWords) -> Employer:
    sector, kind = _sector_and_type(parts, words)
    number = read_number(parts.own, loose=kind in NUMBERED_TYPES)
    outside = parts.shown if parts.parent is None else parts.shown[: parts.parent[0]] + parts.shown[parts.parent[1] :]
    place, is_settlement = read_place(outside)
    key = make_key(parts, number, place if is_settlement else None, words)
    return Employer(
        printed=text,
        name=_make_name(parts) if key else None,
        key=key,
        type=kind,
        sector=sector,
        ownership=_ownership(parts),
        school_number=number if kind == "school" else None,
        parent_name=_strip_quotes(parts.shown[parts.parent[0] : parts.parent[1]]) if parts.parent else None,
        place=place,
        confidence=_confidence(parts, sector),
    )


def _confidence(parts: Parts, sector: Sector) -> float:
    if parts.institution:
        return 0.97 if parts.form else 0.85
    if parts.form:
        return 0.75 if sector != "unknown" else 0.5
    return 0.4 if sector != "unknown" else 0.2


def _sector_and_type(parts: Parts, words: OrganisationWords) -> tuple[Sector, EmployerType]:
    form, kind = parts.form, parts.institution
    if kind:
        if kind.kind == "department" and form and form.central:
            return "central_state", "department"
        if kind.loose and kind.sector == "civic" and form and form.company:
            return _business_sector(parts.own, words), "enterprise"
        return kind.sector, kind.type
    if form is None:
        return _business_sector(parts.own, words), "unknown"
    if form.sector:
        return form.sector, "other" if form.ownership == "civic" else "enterprise"
    if form.sole:
        return ("other_business" if QUOTE.search(parts.shown) else "self_employed"), "enterprise"
    if form.family in COMPANY_FAMILIES or form.code in ("kgp", "rgp"):
        return _business_sector(parts.own, words), "enterprise"
    if parts.parent:
        parent = skeleton(parts.shown)[parts.parent[0] : parts.parent[1]]
        subject = next((code for code, pattern in words.subjects if pattern.search(parent)), "")
        return _PARENT_SECTORS.get(subject, "unknown"), "unknown"
    return "unknown", "unknown"


def _business_sector(own: str, words: OrganisationWords) -> Sector:
    """Read the sector from a company's name; the earlier list wins («Агро-Строй» is a farm's builder: agriculture)."""
    return next((sector for sector, pattern in words.business if pattern.search(own)), "unknown")


def _ownership(parts: Parts) -> Ownership:
    form, kind = parts.form, parts.institution
    if form and form.ownership != "unknown":
        return form.ownership
    if kind is None:
        return "unknown"
    if kind.ownership == "public":
        if form is not None:
            return "unknown"  # АО with an institution's name: state or private, not said
        return "private" if _PRIVATE.search(parts.own) else "public"
    return kind.ownership


def _make_name(parts: Parts) -> str:
    letters = list(parts.shown)
    for start, end in parts.form_spans:
        letters[start:end] = " " * (end - start)
    text = _strip_quotes(re.sub(r"\s+", " ", "".join(letters)).strip(" ,;-–—"))
    if text[:1].islower() and not _KAZAKH_LETTER.search(text.lower()):
        return nominative_phrase(text, _INSTITUTION_NOUNS, only_heads=True)
    return text


def _strip_quotes(text: str) -> str:
    """Drop outer quotes and those that the print left unbalanced."""
    text = re.sub(r"\s+", " ", text.replace("“", "«").replace("”", "»").replace("„", "«")).strip()
    if text.startswith("«") and text.endswith("»") and "«" not in text[1:-1].partition("»")[0]:
        inner = text[1:-1]
        text = inner if inner.count("«") == inner.count("»") else text
    if text.startswith("«") and text.count("«") > text.count("»"):
        text = text[1:]
    if text.startswith('"') and text.endswith('"') and text.count('"') == 2:
        text = text[1:-1]
    if text.endswith("»") and text.count("»") - text.count("«") == 1:
        text = text[:-1]
    return text.strip(" -–—,")


__all__ = ["Employer", "code_employer", "find_legal_form", "find_status"]
