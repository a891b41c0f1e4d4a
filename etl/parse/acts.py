"""Which acts a document holds: number, day, body, title, and where on the page each begins."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from etl.normalise.act_numbers import find_act_references, normalise_act_number
from etl.normalise.dates import find_dates
from etl.parse.commissions import find_commissions
from etl.parse.flow import Grid, Item, Text
from etl.parse.slices import member_names
from etl.parse.worded_dates import put_into_figures
from etl.parse.wording import AMENDS, BASIS, CANCELS, ENACTS

_DECISION = re.compile(
    r"решени\w*|шеш[іi]м\w*|постановлени\w*|қаулы\w*|распоряжени\w*|өкім\w*|sheshim\w*|протокол\w*|хаттама\w*", re.I
)
_BODY = re.compile(r"маслихат\w*|м[әа]слихат\w*|maslihat\w*|комисс\w+|акимат\w*|әкімдік\w*|әкімі?н\w*", re.I)
_LAW = re.compile(r"\bзакон\w*|\bзаң\w*|\bуказ\w*|жарлы\w*|кодекс\w*|конституци\w*", re.I)
_STAMP = re.compile(r"приложени\w*|қосымша\w*|к\s+решени\w*|шешіміне|утвержд[её]н\w*|бекітілген", re.I)
_ELECTED_BY = re.compile(r"(?:решением|постановлением|шешімімен|қаулысымен)\b", re.I)
_OWN_DECISION = re.compile(r"\s*(?:шешімі|қаулысы)\s*(?::|$)", re.I)
_CHANGED = re.compile(r"\s*(?:шешімі|қаулысы)(?:не|на)\b", re.I)
_CHANGE = re.compile(r"өзгеріс|толықтыру", re.I)
_STAMP_WORD = re.compile(r"қосымша", re.I)
_PUBLISHED = re.compile(
    r"(?:жариялан(?:ды|ған)|опубликован\w*|дата\s+публикации|размещен\w*|обновлен\w*|жаңартыл\w*|қаралды|просмотр\w*)[\s:–—-]*$",
    re.I,
)
"""The day a page was put up is not the day of its act."""
_QUOTED_AFTER = re.compile(r"^\s*[\"«„“]")
_HEADS_RU = re.compile(r"^\W*(?:\w+\s+){0,6}?(?:решение|постановление)\b", re.I)
_CITES_RU = re.compile(r"\b(?:в|во|из|к|по|на|о|об|от|за)\s+(?:\w+\s+){0,3}(?:решение|постановление)\b", re.I)
_HEADS_KK = re.compile(r"[»\"”]\s*(?:шешімі|қаулысы)\W*$", re.I)
"""An act with its title in quotes, as the first line of an annex or a table prints it, not cited by another one."""
_TITLE = re.compile(r"^\s*(?:[«\"]\s*)?(?:О|Об)\s+[а-яё]|(?:туралы|жөнінде)\s*[»\"]?\s*$")
_BARE_NUMBER = re.compile(
    r"(?i)^\s*(?:(?:решение|постановление|протокол|шешім|қаулы|хаттама)\s*)?(?:№|N)\s*(?P<number>(?:[А-ЯA-Z]-)?\d[\d/IVXІХҮV-]*)\s*$"
)
_BROKEN_DAY = re.compile(
    r"(?:\b(?:19|20)\d\d\s*(?:жылғы|жыл|ж\.)|\b\d{1,2}»?|\b\d{1,2}»?\s+[а-яәғқңөұүһі]{3,})\s*$", re.I
)
"""Ends of lines after which a day may go on below."""
_BODY_LINE = re.compile(r"м[аә]слихат\w*", re.I)
_PLACE_LINE = re.compile(
    r"[\w\s-]*(?:област|облыс|район|аудан)[\w-]*|(?:област|район|город)\w*\s+(?:имени\s+)?[\w-]+(?:\s+[\w-]+)?", re.I
)


@dataclass(slots=True)
class ActDraft:
    """An act as far as its heading says; ``start`` is the index of its first item in the stream."""

    start: int
    number: str | None = None
    decided_on: dt.date | None = None
    body: str | None = None
    title: str | None = None
    header: list[str] = field(default_factory=list)
    body_text: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    number: str | None
    date: dt.date | None
    score: float
    shape: str


def item_texts(item: Item) -> list[str]:
    """Return the lines of an item; of a table only rows of one filled cell, where titles stand."""
    if isinstance(item, Text):
        return [item.line.text]
    texts: list[str] = []
    for row in item.table.rows[:6]:
        filled = [cell.text for cell in row.cells if cell.text.strip()]
        if len(filled) == 1:
            texts.extend(line for line in filled[0].split("\n") if line.strip())
    return texts


def _score(text: str, number: str | None, date: dt.date | None, start: int, end: int) -> tuple[float, str]:
    around = text[max(0, start - 60) : end + 40]
    after = text[end : end + 30]
    if _LAW.search(text[max(0, start - 50) : start]) and not _DECISION.search(text[max(0, start - 30) : start]):
        return -10.0, "law"
    if _LAW.search(after) and number is None:
        return -10.0, "law"
    rest = (text[:start] + " " + text[end:]).strip()
    cited = CANCELS.search(text) or (len(rest) > 30 and any(m.start() < start for m in AMENDS.finditer(text)))
    after_word = re.sub(r"^\s*(?:шешім\w*|решени\w*|қаулы\w*)\s*", "", after)
    own = _OWN_DECISION.match(after)
    cited = cited or bool(_CHANGED.match(after) and _CHANGE.search(text) and not _STAMP_WORD.search(after))
    titled = _TITLE.search(text) and len(rest) > 12 and not own
    if number is None and _PUBLISHED.search(text[:start]):
        return -5.0, "published"
    quoted = _QUOTED_AFTER.search(after_word) and not _heads(text, start)
    if cited or titled or quoted:
        return -5.0, "cited"
    score = 3.0 * (number is not None and date is not None) + 1.0 * (date is not None) + 1.0 * (number is not None)
    shape = "prose"
    if _STAMP.search(text) and len(rest) < 120:
        shape, score = "stamp", score + 3.0
    elif len(rest) < 130 and not ENACTS.search(text) and not BASIS.search(text):
        shape = "header"
        score += 2.0 if _DECISION.search(rest) or _BODY.search(rest) else (1.0 if len(rest) < 45 else -1.0)
    elif _ELECTED_BY.search(around) or (_DECISION.search(around) and _BODY.search(around)):
        score += 1.0
    elif BASIS.search(text) or ENACTS.search(text):
        score -= 3.0
    return score, shape


def _heads(text: str, start: int) -> bool:
    """Tell whether a line is the name of an act itself: «Решение … от … № 144 «Об избрании …»»."""
    before = text[:start]
    named = _HEADS_RU.match(before) or (_BODY.search(before) and _HEADS_KK.search(text))
    return bool(named) and not _CITES_RU.search(before) and not AMENDS.search(before)


def _candidates(items: list[Item], *, furniture: bool = False) -> list[_Candidate]:
    found = []
    for index, item in enumerate(items):
        if isinstance(item, Text) and item.furniture and not furniture:
            continue
        for text in item_texts(item):
            text = put_into_figures(_with_rest_of_date(text, items, index))
            for number, date, start, end in _references(text):
                score, shape = _score(text, number, date, start, end)
                found.append(_Candidate(index, number, date, score, shape))
    return found


def _with_rest_of_date(text: str, items: list[Item], index: int) -> str:
    """Join the next line where a day is broken over both: «… 2024 жылғы / 15 қаңтардағы № 118 шешіміне»."""
    if index + 1 >= len(items) or len(text) > 90:
        return text
    following = items[index + 1]
    if isinstance(following, Text) and len(following.line.text) <= 90:
        rest = following.line.text
        if _BROKEN_DAY.search(text) and any(
            found.start < len(text) < found.end for found in find_dates(f"{text} {rest}")
        ):
            return f"{text} {rest}"
    return text


def _references(text: str) -> list[tuple[str | None, dt.date | None, int, int]]:
    """Return numbers of acts with their days, and days that stand alone."""
    numbered = find_act_references(text)
    taken = {reference.date for reference in numbered}
    found: list[tuple[str | None, dt.date | None, int, int]] = [(r.number, r.date, r.start, r.end) for r in numbered]
    found += [
        (None, span.date, span.start, span.end)
        for span in find_dates(text)
        if span.date not in taken and span.kind != "no_year"
    ]
    if not found and (match := _BARE_NUMBER.match(text)):
        found.append((normalise_act_number(match.group("number")), None, match.start(), match.end()))
    return sorted(found, key=lambda reference: reference[2])


def _join_split_headers(candidates: list[_Candidate]) -> list[_Candidate]:
    """Join a day and a number that stand on neighbouring lines of one heading or stamp."""
    joined: list[_Candidate] = []
    for candidate in candidates:
        last = joined[-1] if joined else None
        if (
            last is not None
            and candidate.index - last.index <= 2
            and last.score > 0
            and candidate.score > 0
            and (last.number is None) != (candidate.number is None)
            and (last.date is None) != (candidate.date is None)
            and last.shape in ("header", "stamp")
            and candidate.shape in ("header", "stamp")
        ):
            shape = "stamp" if "stamp" in (last.shape, candidate.shape) else "header"
            joined[-1] = _Candidate(
                last.index,
                last.number or candidate.number,
                last.date or candidate.date,
                last.score + candidate.score + 2,
                shape,
            )
            continue
        joined.append(candidate)
    return joined


def find_acts(items: list[Item]) -> list[ActDraft]:
    """Return the acts of a document in order; a list without any heading gives one act without number and day.

    An act begins where a heading (day and number beside nothing but the body's name, the word for decision or a
    place) names another act than the one before. Acts that are cited, amended, cancelled or laws never begin one;
    the stamp of an annex repeats its act.

    Args:
        items: the stream of the document.
    """
    candidates = _join_split_headers(_candidates(items))
    if not any(candidate.number for candidate in candidates):
        # The act may stand only in the header of the page.
        candidates = _join_split_headers(_candidates(items, furniture=True))
    strong = [c for c in candidates if c.score >= 4 and c.shape in ("header", "stamp")]
    prose = [c for c in candidates if c.score >= 4 and c.shape == "prose"]
    chosen = strong or prose[:1] or [c for c in candidates if c.score >= 2 and c.shape != "prose"][:1]
    full = [c for c in chosen if c.number and c.date]
    if full and any(not (c.number and c.date) for c in chosen):
        chosen = full
    acts: list[ActDraft] = []
    for candidate in chosen:
        same = next((a for a in acts if _same(a, candidate)), None)
        if same is not None:
            same.number, same.decided_on = same.number or candidate.number, same.decided_on or candidate.date
            continue
        if candidate.shape == "stamp" and acts and acts[-1].number is None and acts[-1].decided_on is None:
            acts[-1].number, acts[-1].decided_on = candidate.number, candidate.date
            continue
        if acts and not _has_content(items, acts[-1].start, candidate.index):
            continue
        acts.append(ActDraft(_heading_start(items, candidate.index, acts), candidate.number, candidate.date))
    if not acts:
        acts = [ActDraft(0)]
    acts[0].start = 0
    for act, following in zip(acts, [*acts[1:], None], strict=True):
        _describe(act, items, following.start if following else len(items))
    return acts


def _has_content(items: list[Item], start: int, end: int) -> bool:
    """An act ends only after it has said something: another act named before that is one it speaks of."""
    for item in items[start:end]:
        if isinstance(item, Grid) or ENACTS.search(item.line.text) or find_commissions(item.line.text):
            return True
    return False


def _same(act: ActDraft, candidate: _Candidate) -> bool:
    numbers = act.number is None or candidate.number is None or act.number.lower() == candidate.number.lower()
    days = act.decided_on is None or candidate.date is None or act.decided_on == candidate.date
    shares = (act.number and candidate.number) or (act.decided_on and candidate.date)
    return bool(numbers and days and shares)


def _heading_start(items: list[Item], index: int, acts: list[ActDraft]) -> int:
    """Go back from day and number over the lines of the same heading (body, the word for decision)."""
    floor = acts[-1].start + 1 if acts else 0
    start = index
    while start - 1 >= floor:
        item = items[start - 1]
        if not isinstance(item, Text) or len(item.line.text) > 140:
            break
        text = item.line.text
        # A commission named right above day and number is the heading of that act's list.
        names_commission = bool(find_commissions(text)) and not member_names(text)
        if not (_DECISION.search(text) or _BODY_LINE.search(text) or _place_line(text) or names_commission):
            break
        if re.search(r"(?:председател|секретар|төраға|хатшы|қосымша|приложени)", text, re.I):
            break
        start -= 1
    return start


def _place_line(text: str) -> bool:
    """«Актюбинской области», and with the name behind it: «области Абай», «города Семей»."""
    return bool(_PLACE_LINE.fullmatch(text.strip())) and len(text) < 60


def _describe(act: ActDraft, items: list[Item], end: int) -> None:
    """Fill body, title and the texts that tell kind and place."""
    enacted = False
    for index in range(act.start, end):
        item = items[index]
        if isinstance(item, Text) and item.furniture:
            continue
        for text in item_texts(item):
            if not enacted and len(act.header) < 14:
                act.header.append(text)
                if act.body is None and _BODY_LINE.search(text) and len(text) < 160:
                    act.body = text
                if act.title is None and _TITLE.search(text) and len(text) < 400:
                    act.title = text
            elif len(act.body_text) < 400:
                act.body_text.append(text)
            enacted = enacted or bool(ENACTS.search(text))
        if isinstance(item, Grid) and len(act.cells) < 400:
            act.cells.append(item.table.title or "")
            act.cells.extend(cell.text for row in item.table.rows[:3] for cell in row.cells)
    if act.title is None:
        act.title = next((t for t in act.header if 20 < len(t) < 300 and not _BODY_LINE.search(t)), None)
