"""A printed workplace taken apart: employer, job title or a status, in whichever order they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from etl.normalise.alphabet import clean_text, repair_homoglyphs
from etl.normalise.employers import find_status
from etl.normalise.jobs import JobWords, load_jobs, normalise_job
from etl.normalise.lexicon import OrganisationWords, load_organisations
from etl.normalise.nominators import looks_like_nominator
from etl.normalise.roles import parse_role
from etl.normalise.segments import split_segments
from etl.normalise.sieve import sieve
from etl.normalise.work_parts import EDGE, SHORT_TITLE, WorkPart, split_piece
from models.reference import Pack

SegmentKind = Literal[
    "role", "employer", "job", "workplace", "nominator", "birth", "education", "profession", "status", "address",
    "unknown",
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


_QUOTE = re.compile('[«"“„]')
_BIRTH = sieve(
    r"(?:19|20)\d\d\s*(?:г\.?\s*р|год[ау]?\s+рожд|жыл[ығ]*\s*(?:туған|ғы)|ж\.?\s*т)|рожд|туған"
    r"|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|^\s*(?:19|20)\d\d\s*(?:г\.?|ж\.?|жыл\w*|год\w*)?\s*$"
)
_UNION = re.compile(
    r"(?:[лдт][еа]р)[іы]н[іы]ң\s+(?:кәсіпода\w+|қауымдастығы|одағы|федерациясы)(?:\s+\w*\s?(?:ұйымы|филиалы|комитеті))?$",
    re.I,
)
"""«Білім қызметкерлерінің кәсіподағы»: its members are no post of the person."""
_PUBLIC_FORM = re.compile(r"(?:^|[\s»])(?:КММ|МКҚК|КМҚК|КҚК|РММ|ММ|КГУ|ГККП|КГКП|РГУ|ГУ)(?:$|[\s«])")
"""Legal forms of state institutions: they employ, whatever word of associations stands in their name."""
_EDUCATION = sieve(
    r"образовани[еяю]\b(?!.*(?:отдел|управлени|школ))|\bвысшее\b|средне[- ]?(?:специальн|техническ|профессиональн)"
    r"|^\s*среднее\s*(?:общее)?\s*$|білімі\b|^\s*жоғары\s*(?:білімді)?\s*$|орта арнаулы|арнаулы орта|кәсіптік білім"
    r"|бакалавр|магистр\b|окончил|бітірген|диплом"
)
_PROFESSION = sieve(r"по специальности|специальность|по профессии|профессия|мамандығы|кәсібі|квалификация")
_ADDRESS = sieve(
    r"\bул(?:\.|ица)|көшесі|прожива|тұратын|тұрады|\bтел(?:\.|ефон)|\bкв\.|пәтер|\bмкр|ықшамауданы|адрес|мекенжай"
    r"|\bдом\s*№?\s*\d|(?:\+7|\b8)[\s(-]*\d{3}"
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
    printed = " ".join(clean_text(text).split()).strip(EDGE)
    if not printed:
        return Workplace()
    pieces = split_segments(printed)
    status = find_status(printed, box.pack)
    if status and status.code == "self_employed" and len(pieces) > 1 and " " in pieces[0].strip():
        employed = split_piece(pieces[1], words, jobs)
        if employed.job and not employed.employer and not find_status(pieces[1], box.pack):
            return Workplace(pieces[0], normalise_job(pieces[1], language, box.pack), None)  # «ИП Асанов, продавец»
    if status:
        return Workplace(pieces[0], None, status.code)
    parts = [split_piece(piece, words, jobs) for piece in pieces]
    employer, job = _join_parts(printed, pieces, parts, box.pack)
    later_status = next((found for piece in pieces if (found := find_status(piece, box.pack))), None)
    if employer is None and later_status:
        piece = next(piece for piece in pieces if find_status(piece, box.pack))
        return Workplace(piece, None, later_status.code)
    return Workplace(employer, normalise_job(job, language, box.pack) if job else None, None)


def _join_parts(printed: str, pieces: list[str], parts: list[WorkPart], pack: Pack) -> tuple[str | None, str | None]:
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
    if parts[first].strong and follower and follower.is_empty and SHORT_TITLE.match(pieces[first + 1]):
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
    text = segment.strip(EDGE)
    shown = repair_homoglyphs(" ".join(clean_text(text).split()))
    if len(shown) < 60 and not _QUOTE.search(shown) and parse_role(shown):
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
    part = split_piece(" ".join(clean_text(text).split()), load_organisations(pack), load_jobs(pack))
    return _classify_part(segment, shown, part, nominator)


def _classify_part(segment: str, shown: str, part: WorkPart, nominator: float) -> Segment:
    """Weigh a place of work and a post against a nominator."""
    if nominator >= 0.55 and _UNION.search(shown):
        return Segment("nominator", segment, nominator)
    if part.employer and part.job:
        return Segment("workplace", segment, 0.95)
    if nominator >= 0.55 and not (part.employer and _PUBLIC_FORM.search(shown)):
        return Segment("nominator", segment, nominator)
    if _ADDRESS.search(shown) and nominator < 0.55:
        return Segment("address", segment, 0.85)
    if part.employer:
        return Segment("employer", segment, 0.9 if part.strong else 0.75)
    if part.job:
        return Segment("job", segment, 0.9)
    return Segment("unknown", segment, 0.0)


__all__ = ["Segment", "Workplace", "classify_segments", "split_segments", "split_workplace"]
