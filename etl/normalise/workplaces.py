"""A printed workplace taken apart: employer, job title or a status, in whichever order they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from etl.normalise import russian
from etl.normalise.alphabet import clean_text, repair_homoglyphs
from etl.normalise.employer_parts import find_legal_form
from etl.normalise.employers import find_status
from etl.normalise.jobs import JobWords, job_of, kazakh_job, load_jobs, normalise_job, russian_job
from etl.normalise.lexicon import OrganisationWords, load_organisations
from etl.normalise.nominators import looks_like_nominator
from etl.normalise.phrases import skeleton
from etl.normalise.segments import split_segments
from models.reference import Pack

SegmentKind = Literal[
    "role", "employer", "job", "workplace", "nominator", "birth", "education", "profession", "status", "address", "unknown"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Workplace:
    """What one cell or phrase says about work: employer as printed, job in the nominative, code of a status."""

    employer_as_printed: str | None = None
    job_title: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of a member's line with what it seems to be and how sure that is."""

    kind: SegmentKind
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class _Part:
    """One piece of a workplace; `strong` where a legal form or a quoted name marks the employer."""

    employer: str | None
    job: str | None
    strong: bool = False

    @property
    def is_empty(self) -> bool:
        return self.employer is None and self.job is None


_EDGE = " ,;:.–—-"
_CLOSING = '»"”'
_BODY_WORD = re.compile(r"(?i)(?:филиал|отделени[еяю]м?$|бөлімше|партии|партиясы)")
_BRANCH_KK = re.compile(r"парти(?:я|ясы)[а-я]*(?: [^ ]+){0,4}? (?:филиал|болимше|уиым)[а-я]*")
_SHORT_TITLE = re.compile(r"[а-яәғқңөұүһіё][а-яәғқңөұүһіё-]+(?: [а-яәғқңөұүһіё-]+){0,3}$")
_GENITIVE = re.compile(r"(?:нын|нин|дын|дин|тын|тин)$")
_ADJECTIVE_ENDING = re.compile(r"(?:ой|ого|ий|ый|ая|ое|ую|ым|им|ей|его)$")
_POST_ADJECTIVE = re.compile(
    r"(?i)(?:заведующ|управляющ|служащ|вожат|участков|дежурн|рабоч|главн|ведущ|старш|младш|исполняющ|горничн)"
)
_QUOTED = re.compile(r"[«\"“„].*[»\"”]|[«\"“„][^«»\"“”]+$")
_WORD = re.compile(r"[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+(?:-[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+)*")
_FORM_ENDING = re.compile(
    r"^-?(?:нің|ның|дің|дың|тің|тың|сінің|сының|нін|нын|де|да|нде|нда|сі|сы|і|ы)(?![\wәіңғүұқөһ])"
)
_MANAGER = re.compile(r"(?i)^(?:заведующ|зав\b|меңгеруш)")
_NUMBERED = re.compile(r"№\s*\d+|\d")

_BIRTH = re.compile(
    r"(?i)(?:19|20)\d\d\s*(?:г\.?\s*р|год[ау]?\s+рожд|жыл[ығ]*\s*(?:туған|ғы)|ж\.?\s*т)|рожд|туған|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|^\s*(?:19|20)\d\d\s*(?:г\.?|ж\.?|жыл\w*|год\w*)?\s*$"
)
_EDUCATION = re.compile(
    r"(?i)образовани[еяю]\b(?!.*(?:отдел|управлени|школ))|\bвысшее\b|средне[- ]?(?:специальн|техническ|профессиональн)|^\s*среднее\s*(?:общее)?\s*$|білімі\b|^\s*жоғары\s*(?:білімді)?\s*$|орта арнаулы|арнаулы орта|кәсіптік білім|бакалавр|магистр\b|окончил|бітірген|диплом"
)
_PROFESSION = re.compile(r"(?i)по специальности|специальность|по профессии|профессия|мамандығы|кәсібі|квалификация")
_ADDRESS = re.compile(
    r"(?i)\bул(?:\.|ица)|көшесі|прожива|тұратын|тұрады|\bтел(?:\.|ефон)|\bкв\.|пәтер|\bмкр|ықшамауданы|адрес|мекенжай|\bдом\s*№?\s*\d|(?:\+7|\b8)[\s(-]*\d{3}"
)
_ROLE = re.compile(
    r"(?i)^(?:(?:участковой|территориальной|окружной)?\s*)?(?:председател\w*(?:\s+(?:участковой\s+|территориальной\s+)?(?:избирательной\s+)?комиссии)?|заместител\w+\s+председател\w+(?:\s+комиссии)?|зам\.?\s*председателя(?:\s+комиссии)?|секретар\w*(?:\s+комиссии)?|член\w*\s*(?:комиссии)?"
    r"|(?:сайлау\s+)?(?:комиссия\w*\s+)?(?:төраға\w*(?:ның|нің)?(?:\s+орынбасар\w*)?|төрайым\w*|хатшы\w*|мүше\w*))$"
)


def split_workplace(text: str, pack: Pack, language: str | None = None) -> Workplace:
    """Take a printed workplace apart; the employer keeps its print, the job is put into the nominative.

    Args:
        text: a cell or phrase that holds an employer, a job, both in either order, or a status.
        pack: the country's reference pack.
        language: `kk` or `ru` where known.
    """
    return _split(text, language, load_organisations(pack), load_jobs(pack), _Box(pack))


class _Box:
    """Carries a pack through a cache; packs of one digest are equal."""

    __slots__ = ("pack",)

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Box) and other.pack.digest == self.pack.digest

    def __hash__(self) -> int:
        return hash(self.pack.digest)


@lru_cache(maxsize=50_000)
def _split(text: str, language: str | None, words: OrganisationWords, jobs: JobWords, box: _Box) -> Workplace:
    printed = " ".join(clean_text(text).split()).strip(_EDGE)
    if not printed:
        return Workplace()
    pieces = split_segments(printed)
    status = find_status(printed, box.pack)
    if status:
        return Workplace(pieces[0], None, status.code)
    parts = [_split_piece(piece, words, jobs) for piece in pieces]
    employer, job = _join_parts(printed, pieces, parts, box.pack)
    later_status = next((found for piece in pieces if (found := find_status(piece, box.pack))), None)
    if employer is None and later_status:
        piece = next(piece for piece in pieces if find_status(piece, box.pack))
        return Workplace(piece, None, later_status.code)
    return Workplace(employer, normalise_job(job, language, box.pack) if job else None, None)


def _join_parts(printed: str, pieces: list[str], parts: list[_Part], pack: Pack) -> tuple[str | None, str | None]:
    """Choose employer and job among the pieces: a job after the employer wins over a profession before it."""
    places = [index for index, part in enumerate(parts) if part.employer]
    if not places:
        jobs = [part.job for part in parts if part.job]
        return None, jobs[0] if jobs else None
    first = next((index for index in places if parts[index].strong), places[0])
    employer, job = parts[first].employer, parts[first].job
    if job is not None:
        return employer, job
    last = first
    follower = parts[first + 1] if first + 1 < len(parts) else None
    if parts[first].strong and follower and follower.is_empty and _SHORT_TITLE.match(pieces[first + 1]):
        return employer, pieces[first + 1]  # a title that no word list holds
    # Commas inside an unquoted name: «отдел занятости, социальных программ района».
    while last + 1 < len(parts) and parts[last + 1].is_empty and not find_status(pieces[last + 1], pack):
        last += 1
    if last > first:
        start = printed.find(pieces[first])
        employer = printed[start : printed.find(pieces[last], start) + len(pieces[last])]
    # Once the employer stands, «начальник отделения связи» and «ауылдық кітапхана меңгерушісі» are posts as a whole.
    after = [pieces[index] for index in range(last + 1, len(parts)) if parts[index].job and not parts[index].strong]
    before = [pieces[index] for index in range(first) if parts[index].job and not parts[index].strong]
    return employer, next(iter(after or before), None)


def _split_piece(printed: str, words: OrganisationWords, jobs: JobWords) -> _Part:
    """Split one piece into employer and job; both empty where neither is recognised."""
    printed = printed.strip(_EDGE)
    shown = repair_homoglyphs(printed)
    flat = skeleton(shown)
    start, end, strong = _find_anchor(shown, flat, words, jobs)
    if start < 0:
        return _Part(None, printed if job_of(shown, jobs) else None)
    if not strong and kazakh_job(shown, jobs):
        return _split_kazakh(printed, shown, flat, words, jobs)
    ending = _FORM_ENDING.match(shown[end:])
    tail = shown[end + (ending.end() if ending else 0) :].strip(_EDGE)
    if tail and (kazakh_job(tail, jobs) or _nominative_job(tail, jobs)):
        return _Part(printed[:end].strip(_EDGE), tail, strong)
    head = _trim_head(shown[:start])
    if head and job_of(head, jobs):
        if not strong and _MANAGER.match(head) and not _has_name(shown[start:]):
            return _Part(None, printed)  # «заведующая сельской библиотекой»: a post, no employer that can be named
        return _Part(printed[start:].strip(_EDGE), head, strong)
    inner = _nominative_tail(shown, max(start, end if strong else start), jobs)
    if inner is not None:
        return _Part(printed[:inner].strip(_EDGE), shown[inner:].strip(_EDGE), strong)
    if strong and head and head[0].islower() and not _BODY_WORD.search(head):
        return _Part(printed[start:].strip(_EDGE), head, strong)  # a title that no word list holds
    if (
        strong
        and tail
        and tail[0].islower()
        and start == 0
        and shown[end - 1 : end] not in _CLOSING
        and not _BODY_WORD.search(tail)
    ):
        return _Part(printed[:end].strip(_EDGE), tail, strong)
    return _Part(printed, None, strong)


def _find_anchor(shown: str, flat: str, words: OrganisationWords, jobs: JobWords) -> tuple[int, int, bool]:
    """Find where the employer certainly stands: its legal form and quoted name, else its institution word.

    Returns:
        Start, end (-1 where there is none) and whether a form or a quoted name was found.
    """
    _, forms = find_legal_form(shown, flat, words)
    quoted = _QUOTED.search(shown)
    if forms or quoted:
        spans = [*forms, *([quoted.span()] if quoted else []), *(match.span() for match in _BRANCH_KK.finditer(flat))]
        start, end = min(span[0] for span in spans), max(span[1] for span in spans)
        if quoted and not forms:
            before = list(words.any_institution.finditer(flat[: quoted.start()]))
            start = _extend_left(shown, before[0].start("phrase") if before else start)
        if quoted and end == quoted.end():
            after = [
                match
                for match in words.any_institution.finditer(flat, end)
                if kazakh_job(shown[match.end() :].strip(_EDGE), jobs)
            ]
            after = [
                match
                for match in after
                if not flat[end : match.start("phrase")].strip() or _GENITIVE.search(match.group("phrase"))
            ]
            end = after[-1].end("phrase") if after else end
        return start, end, True
    matches = list(words.any_institution.finditer(flat))
    matches += [match for _, pattern in words.known if (match := pattern.search(flat))]
    if not matches:
        return -1, -1, False
    start = _extend_left(shown, min(match.start("phrase") for match in matches))
    end = max(match.end("phrase") for match in matches)
    number = re.match(r"\s*№?\s*\d+(?!\d)", shown[end:])
    return start, end + (number.end() if number else 0), False


def _extend_left(shown: str, start: int) -> int:
    """Move a start to the left over adjectives, numbers and branch words that belong to the employer."""
    while True:
        match = re.search(r"(?:№\s*\d+|[\w.-]+)$", shown[:start].rstrip())
        if not match:
            return start
        word = match.group()
        adjective = _WORD.fullmatch(word) and _ADJECTIVE_ENDING.search(word) and russian.is_adjective(word)
        if (adjective and not _POST_ADJECTIVE.match(word)) or _NUMBERED.match(word) or _BODY_WORD.match(word):
            start = match.start()
            continue
        return start


def _trim_head(head: str) -> str:
    return re.sub(r"(?:\s(?:в|во|при|из|на|от))$", "", head.strip(_EDGE)).strip(_EDGE)


def _has_name(text: str) -> bool:
    return bool(_NUMBERED.search(text) or re.search(r"[«\"“]|(?<!^)\b[А-ЯӘҒҚҢӨҰҮҺІЁ][а-яәғқңөұүһіё]", text))


def _nominative_job(text: str, jobs: JobWords) -> bool:
    """Tell whether a Russian phrase is a job printed after its employer, in the nominative."""
    return bool(russian_job(text, jobs)) and russian.begins_nominative(text, jobs.heads)


def _nominative_tail(shown: str, start: int, jobs: JobWords) -> int | None:
    """Find a job in the nominative after an unquoted employer («СШ № 5 учитель математики»)."""
    tokens = list(_WORD.finditer(shown))
    for index, token in enumerate(tokens):
        if token.start() <= start or index == 0:
            continue
        if russian.is_nominative_head(token.group(), jobs.heads):
            position = index
            while (
                position > 1
                and tokens[position - 1].start() > start
                and russian.is_nominative_adjective(tokens[position - 1].group())
            ):
                position -= 1
            return tokens[position].start()
    return None


def _split_kazakh(printed: str, shown: str, flat: str, words: OrganisationWords, jobs: JobWords) -> _Part:
    """Split an unquoted Kazakh workplace after its institution: «Темір аудандық ауруханасының дәрігері»."""
    matches = [
        match
        for match in words.any_institution.finditer(flat)
        if kazakh_job(shown[match.end("phrase") :].strip(_EDGE), jobs)
    ]
    if not matches:
        return _Part(None, printed)
    genitive = [match for match in matches if _GENITIVE.search(match.group("phrase"))]
    end = (genitive or matches)[-1].end("phrase")
    job = shown[end:].strip(_EDGE)
    if not genitive and _MANAGER.match(job) and not _has_name(shown[:end]):
        return _Part(None, printed)
    return _Part(printed[:end].strip(_EDGE), job)


def classify_segments(segments: list[str], pack: Pack, language: str | None = None) -> list[Segment]:
    """Say what each piece of a member's line is: role, employer, job, both, nominator, birth and so on.

    Args:
        segments: the pieces after the name, from `split_segments`.
        pack: the country's reference pack.
        language: `kk` or `ru` where known.
    """
    result = [_classify(segment, pack) for segment in segments]
    explicit = any(segment.kind == "nominator" and segment.score >= 0.95 for segment in result)
    for index, segment in enumerate(result):
        if segment.kind == "nominator" and segment.score < 0.95 and explicit:
            result[index] = Segment("employer", segment.text, 0.6)  # a party branch can be the place of work
    place = next((index for index, segment in enumerate(result) if segment.kind in ("employer", "workplace")), None)
    if place is not None:
        later_job = result[place].kind == "workplace" or any(segment.kind == "job" for segment in result[place + 1 :])
        for index, segment in enumerate(result[:place]):
            if segment.kind == "job" and later_job:
                result[index] = Segment("profession", segment.text, 0.8)
    return result


def _classify(segment: str, pack: Pack) -> Segment:
    text = segment.strip(_EDGE)
    shown = repair_homoglyphs(" ".join(clean_text(text).split()))
    if _ROLE.match(shown):
        return Segment("role", segment, 0.97)
    if _BIRTH.search(shown) and not re.search('[«"]', shown):
        return Segment("birth", segment, 0.95)
    if _PROFESSION.search(shown):
        return Segment("profession", segment, 0.9)
    if find_status(shown, pack):
        return Segment("status", segment, 0.95)
    nominator = looks_like_nominator(shown, pack)
    if nominator >= 0.95:
        return Segment("nominator", segment, nominator)
    if _EDUCATION.search(shown) and not re.search('[«"]', shown):
        return Segment("education", segment, 0.9)
    part = _split_piece(" ".join(clean_text(text).split()), load_organisations(pack), load_jobs(pack))
    if part.employer and part.job:
        return Segment("workplace", segment, 0.95)
    if nominator >= 0.55:
        return Segment("nominator", segment, nominator)
    if _ADDRESS.search(shown):
        return Segment("address", segment, 0.85)
    if part.employer:
        return Segment("employer", segment, 0.9 if part.strong else 0.75)
    if part.job:
        return Segment("job", segment, 0.9)
    return Segment("unknown", segment, 0.0)


__all__ = ["Segment", "Workplace", "classify_segments", "split_segments", "split_workplace"]
