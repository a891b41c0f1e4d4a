"""What a printed employer is: kind of body, sector, ownership, and a key to compare it by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.employer_keys import honorary_spans, name_stems, read_number, read_place, stem_word
from etl.normalise.jobs import JobWords, job_of, load_jobs
from etl.normalise.russian import nominative_phrase
from etl.normalise.lexicon import (
    EmployerType,
    Institution,
    KnownOrganisation,
    LegalForm,
    OrganisationWords,
    Ownership,
    Sector,
    Status,
    load_organisations,
)
from etl.normalise.phrases import skeleton, tidy
from models.reference import Pack

Span = tuple[int, int]


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


_QUOTE = re.compile(r"[«»\"“”„]")
_NO_LETTERS = re.compile(r"[^а-яa-z]*")
_PARENT_RU = re.compile(r"(?<![а-я])(?:отдела|управления|департамента|акимата|комитета|министерства)(?![а-я])")
_PARENT_KK = re.compile(
    r"(?<![а-я])(?:болимин(?:ин|е карасты)|баскармасынын|департаментинин|министрлигинин|акимдигинин|аким аппаратынын|акиминин аппаратынын|комитетинин)(?![а-я])"
)
_PRIVATE = re.compile(r"(?<![а-я])частн[а-я]+(?![а-я])|(?<![а-я])жеке(?![а-я])|жекеменшик")
_PERSON = re.compile(r"[А-ЯӘҒҚҢӨҰҮҺІЁ][а-яәғқңөұүһіё-]+|[А-ЯӘҒҚҢӨҰҮҺІЁ]\.")
_NUMBERED_TYPES = (
    "school",
    "preschool",
    "college",
    "clinic",
    "hospital",
    "culture",
    "library",
    "sport",
    "extracurricular",
)
_LEVELLED = {
    "akim_office", "maslikhat", "hospital", "clinic", "culture_house", "library", "department", "police", "court",
    "prosecutor", "emergency", "revenue", "employment_centre", "election_commission", "sport_school",
}  # fmt: skip
_UNIQUE_AT_LEVEL = {
    "akim_office",
    "hospital",
    "culture_house",
    "court",
    "library",
    "sport_school",
    "clinic",
    "pupils_house",
}
_COMPANY_FAMILIES = {"llp", "jsc", "cooperative"}
_CIVIC_FAMILIES = {"association", "foundation", "union"}


def code_employer(text: str, pack: Pack, *, language: str | None = None) -> Employer:
    """Code an employer as printed; what is not understood stays unknown.

    Args:
        text: the printed employer, without the job title.
        pack: the country's reference pack.
        language: of the text; both languages are read in any case.

    Source: employer codes of the contract; legal forms and institution words of `organisations.yml`.
    """
    return _code(text, load_organisations(pack), load_jobs(pack))


def find_status(text: str, pack: Pack) -> Status | None:
    """Find the status a text consists of: pensioner, unemployed, student and the like.

    Args:
        text: a cell or a segment.
        pack: the country's reference pack.
    """
    shown = tidy(text)
    return _find_status(shown, skeleton(shown), load_organisations(pack))


@lru_cache(maxsize=100_000)
def _code(text: str, words: OrganisationWords, jobs: JobWords) -> Employer:
    shown = tidy(text)
    flat = skeleton(shown)
    if not flat.strip(" №0123456789"):
        return Employer(printed=text, confidence=0.0)
    status = _find_status(shown, flat, words)
    if status:
        return Employer(
            printed=text,
            type="none" if status.ownership in ("none", "private") else "unknown",
            sector=status.sector,
            ownership=status.ownership,
            status=status.code,
            confidence=0.98,
        )
    form, form_spans = find_legal_form(shown, flat, words)
    parent = _find_parent(flat, form_spans)
    own = flat if parent is None else flat[: parent[0]] + " " * (parent[1] - parent[0]) + flat[parent[1] :]
    known = next((body for body, pattern in words.known if pattern.search(own)), None)
    if known and not (form and form.family in ("sole", "farm")):
        return _from_known(text, shown, known)
    institution, span = _find_institution(shown, own, form, words)
    return _assemble(text, shown, own, form, form_spans, institution, span, parent, words, jobs)


def _find_status(shown: str, flat: str, words: OrganisationWords) -> Status | None:
    for status, pattern in words.statuses:
        match = pattern.match(flat)
        if not match:
            continue
        rest = shown[match.end() :]
        if status.code == "self_employed" and (_QUOTE.search(shown) or len(rest) > 60):
            continue  # ИП «Арай» is a firm of that name
        if status.code == "invalid" and words.any_institution.search(flat[match.end() :]):
            continue
        return status
    return None


def find_legal_form(shown: str, flat: str, words: OrganisationWords) -> tuple[LegalForm | None, list[Span]]:
    """Find the legal form of an employer and everything in the text that is a legal form.

    Args:
        shown: tidy text.
        flat: its skeleton.
        words: the pack's words.
    """
    hits: list[tuple[int, int, LegalForm]] = []
    for form, long, short in words.forms:
        hits += [(*match.span("phrase"), form) for match in long.finditer(flat)]
        hits += [(*match.span(), form) for match in short.finditer(shown)]
    if not hits:
        return None, []
    # The longest hit wins where two overlap (КГП на ПХВ over КГП, ОО over nothing inside НАО).
    hits.sort(key=lambda hit: (-(hit[1] - hit[0]), hit[0]))
    kept: list[tuple[int, int, LegalForm]] = []
    for hit in hits:
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    kept.sort(key=lambda hit: hit[0])
    outer = [hit for hit in kept if not _inside_quotes(shown, hit[0])] or kept
    return outer[0][2], [(start, end) for start, end, _ in kept]


def _inside_quotes(shown: str, position: int) -> bool:
    before = shown[:position]
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _find_parent(flat: str, forms: list[Span]) -> Span | None:
    """Find the body an employer is part of: genitive words before a Kazakh name, after a Russian one."""
    for match in _PARENT_RU.finditer(flat):
        before = list(flat[: match.start()])
        for start, end in forms:
            before[start:end] = " " * (min(end, len(before)) - start) if start < len(before) else ""
        if "".join(before).strip(" №"):
            return match.start(), len(flat)
    last = None
    for match in _PARENT_KK.finditer(flat):
        last = match
    if last:
        after = flat[last.end() :]
        for start, end in forms:
            if start >= last.end():
                after = after.replace(flat[start:end], " ")
        if not _NO_LETTERS.fullmatch(after):
            return 0, last.end()
    return None


def _find_institution(
    shown: str, own: str, form: LegalForm | None, words: OrganisationWords
) -> tuple[Institution | None, Span]:
    if form and form.family in ("farm", "owners"):
        return None, (0, 0)
    state_kinds = {"department", "akim_office", "maslikhat", "court", "police", "prosecutor", "revenue", "justice"}
    for kind, long, short in words.institutions:
        if form and form.family in _COMPANY_FAMILIES | {"sole"} and kind.kind in state_kinds:
            continue
        if form and form.family in _CIVIC_FAMILIES and kind.sector not in ("party", "religious", "civic"):
            continue
        match = long.search(own)
        if match:
            return kind, match.span("phrase")
        match = short.search(shown)
        if match and own[match.start() : match.end()].strip():
            return kind, match.span()
    return None, (0, 0)


def _from_known(text: str, shown: str, known: KnownOrganisation) -> Employer:
    place, _ = read_place(shown)
    name = (
        known.kk
        if re.search("[әғқңөұүһі]", shown.lower()) and not re.search(r"\b(?:АО|ТОО|НАО|РГП)\b", shown)
        else known.ru
    )
    return Employer(
        text, name, f"known:{known.org}", known.type, known.sector, known.ownership, place=place, confidence=0.95
    )


def _assemble(
    text: str,
    shown: str,
    own: str,
    form: LegalForm | None,
    form_spans: list[Span],
    institution: Institution | None,
    span: Span,
    parent: Span | None,
    words: OrganisationWords,
    jobs: JobWords,
) -> Employer:
    sector, kind = _sector_and_type(shown, own, form, institution, parent, words)
    if institution is None and form is None:
        job = job_of(shown, jobs)
        if job:  # «учитель»: no employer can be named, the field may be known
            return Employer(printed=text, sector=job.sector or "unknown", confidence=0.5)
    number = read_number(own, loose=kind in _NUMBERED_TYPES)
    place, is_settlement = read_place(shown if parent is None else shown[: parent[0]] + shown[parent[1] :])
    cuts = [*form_spans, *([span] if institution else []), *([parent] if parent else [])]
    key = _make_key(shown, own, form, institution, number, place if is_settlement else None, cuts, words)
    name = _make_name(shown, form_spans) if key else None
    return Employer(
        printed=text,
        name=name,
        key=key,
        type=kind,
        sector=sector,
        ownership=_ownership(own, form, institution),
        school_number=number if kind == "school" else None,
        parent_name=_strip_quotes(shown[parent[0] : parent[1]]) if parent else None,
        place=place,
        confidence=0.97
        if institution and form
        else 0.85
        if institution
        else 0.75
        if form and sector != "unknown"
        else 0.5
        if form
        else 0.2,
    )


def _sector_and_type(
    shown: str,
    own: str,
    form: LegalForm | None,
    institution: Institution | None,
    parent: Span | None,
    words: OrganisationWords,
) -> tuple[Sector, EmployerType]:
    if institution:
        if institution.kind == "department" and form and form.central:
            return "central_state", "department"
        if institution.kind in ("civic", "trade_union") and form and form.company:
            return _business_sector(own, words), "enterprise"
        return institution.sector, institution.type
    if form is None:
        return _business_sector(own, words), "unknown"
    if form.sector:
        return form.sector, "other" if form.ownership == "civic" else "enterprise"
    if form.sole:
        return ("other_business" if _QUOTE.search(shown) else "self_employed"), "enterprise"
    if form.family in _COMPANY_FAMILIES or form.code in ("kgp", "rgp"):
        return _business_sector(own, words), "enterprise"
    if parent:
        # A body of an education department whose own name gives no kind is in education all the same.
        sectors: dict[str, Sector] = {
            "education": "education",
            "health": "health",
            "culture": "culture_sport",
            "sport": "culture_sport",
            "employment": "social",
        }
        subject = next(
            (code for code, pattern in words.subjects if pattern.search(skeleton(shown)[parent[0] : parent[1]])), None
        )
        return sectors.get(subject or "", "unknown"), "unknown"
    return "unknown", "unknown"


def _business_sector(own: str, words: OrganisationWords) -> Sector:
    for sector, pattern in words.business:
        if pattern.search(own):
            return sector
    return "unknown"


def _ownership(own: str, form: LegalForm | None, institution: Institution | None) -> Ownership:
    if form and form.ownership != "unknown":
        return form.ownership
    if institution:
        if institution.ownership == "public" and form is None and _PRIVATE.search(own):
            return "private"
        if institution.ownership == "public" and form is not None:
            return "unknown"  # АО with an institution's name: state or private, not said
        return institution.ownership
    return "unknown"


def _make_key(
    shown: str,
    own: str,
    form: LegalForm | None,
    institution: Institution | None,
    number: int | None,
    settlement: str | None,
    cuts: list[Span],
    words: OrganisationWords,
) -> str | None:
    if institution is None:
        stems = name_stems(shown, cuts, words)
        if not stems or (form is None and not _QUOTE.search(shown) and not _PERSON.search(shown)):
            return None
        return ":".join([form.family if form else "body", *stems])
    parts = [institution.kind]
    level = (
        next((code for code, pattern in words.levels if pattern.search(own)), None)
        if institution.kind in _LEVELLED
        else None
    )
    if institution.kind == "department":
        subjects = [(code, pattern) for code, pattern in words.subjects if pattern.search(own)]
        parts += ["+".join(code for code, _ in subjects)] if subjects else []
        cuts = cuts + [match.span("phrase") for _, pattern in subjects for match in pattern.finditer(own)]
    if level:
        parts.append(level)
    if number is not None and institution.type in _NUMBERED_TYPES:
        place = [stem_word(skeleton(settlement), words.variants)] if settlement else []
        return ":".join([*parts, str(number), *place])
    every_kind = [match.span("phrase") for match in words.any_institution.finditer(own)]
    stems = name_stems(shown, [*cuts, *every_kind], words)
    nameable = (
        bool(stems)
        or institution.named
        or len(parts) > 1
        and (institution.kind in _UNIQUE_AT_LEVEL or institution.kind == "department")
    )
    if not nameable or (not stems and level == "rural"):
        return None
    return ":".join([*parts, *stems])


def _make_name(shown: str, form_spans: list[Span]) -> str:
    name = list(shown)
    for start, end in form_spans:
        name[start:end] = " " * (end - start)
    text = _strip_quotes(re.sub(r"\s+", " ", "".join(name)).strip(" ,;-–—"))
    return nominative_phrase(text) if text[:1].islower() else text


def _strip_quotes(text: str) -> str:
    """Drop outer quotes and close those that the print left open."""
    text = re.sub(r"\s+", " ", text.replace("“", "«").replace("”", "»").replace("„", "«")).strip()
    if text.startswith("«") and text.endswith("»") and "«" not in text[1:-1].partition("»")[0]:
        inner = text[1:-1]
        text = inner if inner.count("«") == inner.count("»") else text
    if text.startswith("«") and text.count("«") > text.count("»"):
        text = text[1:]
    if text.startswith('"') and text.endswith('"') and text.count('"') == 2:
        text = text[1:-1]
    if text.count("»") > text.count("«"):
        text = text.rstrip("»") if text.endswith("»") and text.count("»") - text.count("«") == 1 else text
    return text.strip(" -–—,")


__all__ = ["Employer", "code_employer", "find_legal_form", "find_status", "honorary_spans"]
