"""Numbers of decisions and the dates that stand with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from etl.normalise.alphabet import repair_roman
from etl.normalise.dates import DateSpan, find_dates

_MARK = r"(?:№\s?№?|(?<!\w)N[oо°º]?\.?(?!\w)|(?<!\w)N(?=\d)|#|(?<!\w)(?i:нөмірі|номер\w*)\s*:?)\s*"
_ROMAN = r"[IVXLІҮХVi]+"
_DIGITS = r"\d{1,5}(?:\s?[-–/]\s?\d{1,4}){0,3}"
_LETTERS = r"(?:\s?[-–/]\s?(?:[А-ЯA-Z]{2,4}|[РПКрпк])(?![а-яa-zәғқңөұүһі]))"
_NUMBER = (
    rf"(?:{_ROMAN}\s?[-–/]\s?|\d{{0,2}}[A-ZА-Я]{{1,2}}[-–\s]\s?|[A-ZА-Я](?=\d))?{_DIGITS}{_LETTERS}?(?:/\d{{1,4}})?"
    rf"(?:\s?[-–/]\s?{_ROMAN}(?!\w))?"
)
_MARKED = re.compile(rf"{_MARK}(?P<number>{_NUMBER})(?!\w|\.\d)")
_BARE = re.compile(
    rf"(?<![\w№/-])(?P<number>(?:[СC]-)?\d{{1,3}}(?:[-/]\d{{1,4}}){{0,2}}[-/]{_ROMAN}|[IVXІҮХ]+[-/]\d{{1,3}}/\d{{1,4}})(?!\w)"
)
_ROMAN_TAIL = re.compile(rf"(?<=[-–/])\s?{_ROMAN}$")
_NOT_ACT_BEFORE = re.compile(
    r"(?:участ\w*|учаске\w*|округ\w*|комисси\w*|уик|тик|оик|школ\w*|сш|ош|осш|сош|мектеп\w*|мектеб\w*|лице\w*|гимнази\w*|сад\w*|бақша\w*|балабақша\w*"
    r"|приложен\w*|приложения\s+к|қосымша\w*|форм\w*|стать\w*|ст\.|бап\w*|пункт\w*|дом|д\.|кв\.|каб\w*|колледж\w*|больниц\w*|поликлиник\w*|аптек\w*|ауруханас\w*"
    r"|таблиц\w*|строк\w*|сессия\w*|избирательн\w+|бала\w*|ясли\w*|двор\w*|тел\w*|бюллетень\w*|газет\w*)\W{0,3}$",
    re.IGNORECASE,
)
_NOT_ACT_AFTER = re.compile(
    r"^\W{0,2}\s?(?:-?\s?(?:ші|шы|нші|ншы)\s)?\s?(?:(?:аудандық|қалалық|ауылдық|жалпы|орта|негізгі|бастауыш|сайлау|учаскелік)\s)*"
    r"(?:сайлау|учаск\w*|учаскел\w*|округ\w*|комисси\w*|мектеп\w*|мектеб\w*|лицей\w*|гимназия\w*|бала\w*|қосымша\w*|бап\w*|орта\s|жалпы|колледж\w*|аурухана\w*|емхана\w*"
    r"|избират\w*|участ\w*|п/п|школ\w*|нысан)",
    re.IGNORECASE,
)
_ACT_BEFORE = re.compile(
    r"(?:решени\w*|шешім\w*|шешiм\w*|sheshim\w*|постановлени\w*|қаулы\w*|приказ\w*|бұйры\w*|распоряжени\w*|өкім\w*|закон\w*|указ\w*)\W{0,4}$",
    re.IGNORECASE,
)
_ACT_AFTER = re.compile(
    r"^\W{0,4}(?:решени\w*|шешім\w*|шешiм\w*|sheshim\w*|постановлени\w*|қаулы\w*|бұйры\w*|өкім\w*|заңы\w*)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"^[\s,.:;()«»\"/–-]*(?:г\.?|года|год|ж\.?|жыл\w*|от|дағы|дегі|ғы|гі|шешім\w*|решени\w*)?[\s,.:;()«»\"/–-]*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[;\n]\s*\n|(?<=[а-яәғқңөұүһі])\.\s+(?=[А-ЯӘҒҚҢӨҰҮҺІ\d])")
_VERBS = (
    *("отменить", "отмене", "утратившим силу", "признать", "внести", "внесении", "изменени", "дополнени", "утвержд"),
    *(
        "согласно",
        "приложение",
        "зарегистрирован",
        "в редакции",
        "закон",
        "указ",
        "күші жойыл",
        "күшін жой",
        "жойылсын",
    ),
    *("өзгеріс", "толықтыру", "енгіз", "бекітілген", "сәйкес", "қосымша", "тіркелген", "редакция", "заң", "жарлы"),
)


@dataclass(frozen=True, slots=True)
class ActReference:
    """A number of an act, the date that stands with it, the words of its sentence that tell its purpose."""

    number: str
    date: date | None
    start: int
    end: int
    verbs_context: tuple[str, ...]
    confidence: float


def normalise_act_number(number: str) -> str:
    """Write a number of an act in one form: Latin Roman numerals, plain hyphens, no spaces.

    Args:
        number: the printed number without №; the Cyrillic letter of «С-26/3» is kept.
    """
    number = re.sub(r"(?<=[A-ZА-Я])\s+(?=\d)", "-", number)  # «8С 12/4» is also printed «8С-12/4»
    number = re.sub(r"\s+", "", number).replace("–", "-").replace("—", "-")
    number = re.sub(r"^(\d{0,2})C(?=-)", r"\1С", number)
    number = re.sub(rf"^{_ROMAN}(?=[-/])", lambda match: repair_roman(match.group().replace("i", "I")), number)
    return _ROMAN_TAIL.sub(lambda match: repair_roman(match.group().replace("i", "I")), number)


def find_act_references(text: str) -> list[ActReference]:
    """List the numbers of acts in a text; numbers of precincts, schools, articles and annexes are not among them.

    Args:
        text: heading, sentence or document, Kazakh or Russian.
    """
    dates = find_dates(text)
    found: list[ActReference] = []
    for match in _MARKED.finditer(text):
        reference = _judge(text, match, dates, marked=True)
        if reference:
            found.append(reference)
    for match in _BARE.finditer(text):
        if not any(item.start < match.end() and match.start() < item.end for item in found):
            reference = _judge(text, match, dates, marked=False)
            if reference:
                found.append(reference)
    return sorted(found, key=lambda item: item.start)


def _judge(text: str, match: re.Match[str], dates: list[DateSpan], *, marked: bool) -> ActReference | None:
    start, end = match.span()
    span = _date_beside(text, start, end, dates)
    shape = bool(re.search(r"[/IVXІҮ]|-", match["number"]))
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    named = bool(_ACT_BEFORE.search(before) or _ACT_AFTER.match(after))
    titled = after.lstrip()[:1] in ("«", '"', "„", "“")  # the title of the act, no name of a school
    if _NOT_ACT_AFTER.match(after) and not (span and span.end <= start and (shape or titled)):
        return None
    if _NOT_ACT_BEFORE.search(before):
        return None
    if span is None and not named and not (marked and shape):
        return None
    confidence = 0.3 + 0.4 * (span is not None) + 0.2 * named + 0.1 * shape
    return ActReference(
        normalise_act_number(match["number"]),
        span.date if span else None,
        start,
        end,
        tuple(_verbs_near(text, start, end)),
        round(confidence, 2),
    )


def _date_beside(text: str, start: int, end: int, dates: list[DateSpan]) -> DateSpan | None:
    """Find the date that stands with a number, before or after it."""
    for span in dates:
        if span.kind == "no_year":
            continue
        if span.end <= start and _BETWEEN.match(text[span.end : start]) and start - span.end < 60:
            return span
    for span in dates:
        if (
            span.start >= end
            and span.kind != "no_year"
            and _BETWEEN.match(text[end : span.start])
            and span.start - end < 60
        ):
            return span
    return None


def _verbs_near(text: str, start: int, end: int) -> Iterator[str]:
    left = max([0, *(match.end() for match in _SENTENCE_END.finditer(text, max(0, start - 300), start))])
    left = max(left, start - 300)
    right_match = _SENTENCE_END.search(text, end, end + 300)
    right = right_match.start() if right_match else min(len(text), end + 300)
    sentence = text[left:right].lower()
    yield from (verb for verb in _VERBS if verb in sentence)


def find_act_number(text: str) -> str | None:
    """Find the number of the act a heading or stamp announces, or None.

    Args:
        text: the heading; of several numbers the best attested one wins, then the first.
    """
    references = find_act_references(text)
    if not references:
        return None
    return max(references, key=lambda item: (item.confidence, -item.start)).number
