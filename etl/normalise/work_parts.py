"""One piece of a workplace: where the employer stands in it and where the job, in either order."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.normalise import russian
from etl.normalise.alphabet import repair_homoglyphs
from etl.normalise.employer_parts import find_legal_form
from etl.normalise.jobs import JobWords, job_of, kazakh_job, russian_job
from etl.normalise.lexicon import OrganisationWords
from etl.normalise.phrases import skeleton


@dataclass(frozen=True, slots=True)
class WorkPart:
    """One piece of a workplace; `strong` where a legal form or a quoted name marks the employer."""

    employer: str | None
    job: str | None
    strong: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether neither employer nor job was recognised."""
        return self.employer is None and self.job is None


EDGE = " ,;:.–—-"
_CLOSING = '»"”'
_TAIL_OF_LIST = re.compile(r"(?!имени)[а-яё]{4,}")
_BODY_WORD = re.compile(r"(?i)(?:филиал|отделени[еяю]м?$|бөлімше|партии|партиясы)")
_BRANCH_KK = re.compile(r"парти(?:я|ясы)[а-я]*(?: [^ ]+){0,4}? (?:филиал|болимше|уиым)[а-я]*")
SHORT_TITLE = re.compile(r"[а-яәғқңөұүһіё][а-яәғқңөұүһіё-]+(?: [а-яәғқңөұүһіё-]+){0,3}$")
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


def split_piece(printed: str, words: OrganisationWords, jobs: JobWords) -> WorkPart:
    """Split one piece into employer and job; both empty where neither is recognised."""
    printed = printed.strip(EDGE)
    shown = repair_homoglyphs(printed)
    flat = skeleton(shown)
    start, end, strong = _find_anchor(shown, flat, words, jobs)
    if start < 0:
        return WorkPart(None, printed if job_of(shown, jobs) else None)
    if not strong and kazakh_job(shown, jobs):
        return _split_kazakh(printed, shown, flat, words, jobs)
    ending = _FORM_ENDING.match(shown[end:])
    tail = shown[end + (ending.end() if ending else 0) :].strip(EDGE)
    if tail and (kazakh_job(tail, jobs) or _nominative_job(tail, jobs)):
        return WorkPart(printed[:end].strip(EDGE), tail, strong)
    head = _trim_head(shown[:start])
    if head and job_of(head, jobs):
        if not strong and _MANAGER.match(head) and not _has_name(shown[start:]):
            return WorkPart(None, printed)  # «заведующая сельской библиотекой»: a post, no employer that can be named
        return WorkPart(printed[start:].strip(EDGE), head, strong)
    inner = _nominative_tail(shown, max(start, end if strong else start), jobs)
    if inner is not None:
        return WorkPart(printed[:inner].strip(EDGE), shown[inner:].strip(EDGE), strong)
    if strong and head and head[0].islower() and not _BODY_WORD.search(head):
        return WorkPart(printed[start:].strip(EDGE), head, strong)  # a title that no word list holds
    if (
        strong
        and tail
        and tail[0].islower()
        and start == 0
        and shown[end - 1 : end] not in _CLOSING
        and not _BODY_WORD.search(tail)
    ):
        return WorkPart(printed[:end].strip(EDGE), tail, strong)
    if not strong and _TAIL_OF_LIST.fullmatch(head) and not russian.is_adjective(head):
        return WorkPart(printed[start:].strip(EDGE), None)  # «учитель математики, физики СШ № 5»
    return WorkPart(printed, None, strong)


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
                if kazakh_job(shown[match.end() :].strip(EDGE), jobs)
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
    return re.sub(r"(?:(?:^|\s)(?:в|во|при|из|на|от))$", "", head.strip(EDGE)).strip(EDGE)


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


def _split_kazakh(printed: str, shown: str, flat: str, words: OrganisationWords, jobs: JobWords) -> WorkPart:
    """Split an unquoted Kazakh workplace after its institution: «Темір аудандық ауруханасының дәрігері»."""
    matches = [
        match
        for match in words.any_institution.finditer(flat)
        if kazakh_job(shown[match.end("phrase") :].strip(EDGE), jobs)
    ]
    if not matches:
        return WorkPart(None, printed)
    genitive = [match for match in matches if _GENITIVE.search(match.group("phrase"))]
    end = (genitive or matches)[-1].end("phrase")
    job = shown[end:].strip(EDGE)
    if not genitive and _MANAGER.match(job) and not _has_name(shown[:end]):
        return WorkPart(None, printed)
    return WorkPart(printed[:end].strip(EDGE), job)
