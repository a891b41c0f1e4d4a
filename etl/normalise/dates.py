"""Dates printed in Kazakh and Russian documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from etl.normalise.sieve import sieve

_MONTH_STEMS = (
    r"янв(?:ар[яьею]\w*|\.)?|қаңтар\w*|кантар\w*|qa[nńñ]tar\w*",
    r"фев(?:рал[яьею]\w*|р?\.)?|ақпан\w*|акпан\w*|aqpan\w*",
    r"март[аеу]?|мар\.|наурыз\w*|na[uýw]ryz\w*",
    r"апр(?:ел[яьею]\w*|\.)?|сәуір\w*|сауир\w*|s[aáä][uýw][ií]r\w*",
    r"ма[йяею]|мамыр\w*|mamyr\w*",
    r"июн[яьею]\w*|июн\.|маусым\w*|ma[uýw]sym\w*",
    r"июл[яьею]\w*|июл\.|шілде\w*|шилде\w*|sh?[iı]lde\w*|şilde\w*",
    r"авг(?:уст[аеу]?|\.)?|тамыз\w*|tamyz\w*",
    r"сен(?:тябр[яьею]\w*|т?\.)?|қыркүйек\w*|кыркуйек\w*|қыркүйег\w*|кыркуйег\w*|qyrk[uúü][iıy]e[kg]\w*",
    r"окт(?:ябр[яьею]\w*|\.)?|қазан\w*|казан\w*|qazan\w*",
    r"ноя(?:бр[яьею]\w*|б?\.)?|қараша\w*|караша\w*|qarasha\w*|qaraşa\w*",
    r"дек(?:абр[яьею]\w*|\.)?|желтоқсан\w*|желтоксан\w*|jeltoqsan\w*",
)
_MONTH = "(?P<month>" + "|".join(_MONTH_STEMS) + ")"
_MONTH_NUMBER = tuple(
    (re.compile(rf"(?:{stem})$", re.IGNORECASE), number) for number, stem in enumerate(_MONTH_STEMS, 1)
)
_FIRST_DAY = r"(?:(?P<first>0?[1-9]|[12]\d|3[01])\s?(?:[-–—]|по(?=\s))\s?)?"
_DAY = r"""(?:[«\"“„'<]{1,2}\s?)?(?P<day>0?[1-9]|[12]\d|3[01])(?:\s?[»\"”'>]{1,2}|-го|-е)?"""
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR_RU = r"(?:\s?(?:года|году|годом|год|г\.(?!\s?р)|г(?!\w|\.)|жылғы|жылдың|жылы|жыл|ж\.(?!\s?т)|ж(?!\w|\.)))?"
_YEAR_KK = r"\s?[-–]?\s?(?:жылғы|жылгы|жылдың|жылдын|жылы|жыл|ж\.|ж|jyl[gǵğ]y|jyldy[nńñ]|jyly|j\.)"
_WORDS_RU = re.compile(rf"(?<!\d){_FIRST_DAY}{_DAY}[\s-]*{_MONTH}[\s,]*{_YEAR}(?!\d){_YEAR_RU}", re.IGNORECASE)
_WORDS_KK = re.compile(rf"(?<!\d){_YEAR}{_YEAR_KK}\s*{_FIRST_DAY}{_DAY}[\s-]*{_MONTH}", re.IGNORECASE)
_NO_YEAR = re.compile(rf"(?<!\d)(?<![\d.]){_DAY}\s+{_MONTH}(?!\w)", re.IGNORECASE)
_NUMERIC = re.compile(
    rf"(?<![\d./-])(?P<day>0?[1-9]|[12]\d|3[01])\s?(?P<mark>[./-])\s?(?P<month>0?[1-9]|1[0-2])\s?(?P=mark)\s?{_YEAR}"
    rf"(?![\d/-]|\.\d){_YEAR_RU}"
)
_QUOTED_NUMERIC = re.compile(
    rf"[«\"“](?P<day>0?[1-9]|[12]\d|3[01])\s?[»\"”]\s?(?P<month>0[1-9]|1[0-2])[\s.]+{_YEAR}(?!\d){_YEAR_RU}"
)
_SHORT = re.compile(
    r"(?<![\d./-])(?P<day>0[1-9]|[12]\d|3[01])\.(?P<month>0[1-9]|1[0-2])\.(?P<short>\d\d)(?=\s?(?:г\b|г\.|ж\.|$|\s|,|;|\)))(?:\s?г\.?)?"
)
_ISO = re.compile(
    rf"(?<![\d./-]){_YEAR}(?P<mark>[-./])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])"
)
_IN_WORDS = (
    (_WORDS_KK, "words"),
    (_QUOTED_NUMERIC, "numeric"),
    (_WORDS_RU, "words"),
    (_ISO, "iso"),
    (_NUMERIC, "numeric"),
    (_SHORT, "numeric"),
)
_IN_DIGITS = tuple((pattern, kind) for pattern, kind in _IN_WORDS if kind != "words")
_MONTHS = sieve(*_MONTH_STEMS)
_DATED = re.compile(r"(?:19|20)\d\d|\d\d\.\d\d\.\d\d")
"""Digits without which a text holds no date."""
_NEAR = 70
_BIRTH_YEAR = re.compile(r"(?<![\d№])(?<!№ )((?:19[2-9]|20[01])\d)(?!\d)")
_BIRTH_NAMED = re.compile(
    r"((?:19[2-9]|20[01])\d)\s*(?:-?\s*(?:г\.?\s?р|год\w*\s+рожд|ж\.?\s?т|жыл\w*\s+ту))|(?:г\.?\s?р\.?|рожд\w*|туған\s+жыл\w*)\s*:?\s*((?:19[2-9]|20[01])\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in a text; `kind` is words, numeric, iso, or no_year where the year stands at a neighbouring date."""

    start: int
    end: int
    date: date
    kind: str


def _month_number(word: str) -> int | None:
    for pattern, number in _MONTH_NUMBER:
        if pattern.match(word):
            return number
    return None


def _make(match: re.Match[str], kind: str) -> DateSpan | None:
    groups = match.groupdict()
    if "short" in groups:
        two = int(groups["short"])
        year = 2000 + two if two < 50 else 1900 + two
    else:
        year = int(groups["year"])
    month = int(groups["month"]) if groups["month"].isdigit() else _month_number(groups["month"])
    try:
        return DateSpan(match.start(), match.end(), date(year, month or 0, int(groups["day"])), kind)
    except ValueError:
        return None


def _overlaps(spans: list[DateSpan], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def find_dates(text: str) -> list[DateSpan]:
    """List the dates of a text in order; a month without a day is not a date.

    Args:
        text: Kazakh (Cyrillic or Latin) or Russian text.
    """
    spans: list[DateSpan] = []
    if not _DATED.search(text):
        return spans
    for pattern, kind in _IN_WORDS if _MONTHS.passes(text) else _IN_DIGITS:
        for match in pattern.finditer(text):
            span = _make(match, kind)
            if span and not _overlaps(spans, span.start, span.end):
                spans += _split_range(match, span)
    spans += list(_find_without_year(text, spans))
    return sorted(spans, key=lambda span: span.start)


def _split_range(match: re.Match[str], span: DateSpan) -> list[DateSpan]:
    """Make two dates of «с 1 по 15 марта 2024 года», which names the month once."""
    first = match.groupdict().get("first")
    if not first or int(first) >= span.date.day:
        return [span]
    start = DateSpan(match.start("first"), match.end("first"), span.date.replace(day=int(first)), "no_year")
    return [start, DateSpan(match.start("day"), span.end, span.date, span.kind)]


def _find_without_year(text: str, dated: list[DateSpan]) -> Iterator[DateSpan]:
    """Give a day and month the year of the date next to it («с 30 ноября по 20 декабря 2018 года»)."""
    if not any(span.kind == "words" for span in dated):
        return
    for match in _NO_YEAR.finditer(text):
        month = _month_number(match["month"])
        if month is None or _overlaps(dated, match.start(), match.end()):
            continue
        near = [
            (abs(span.start - match.start()), span)
            for span in dated
            if span.kind == "words" and abs(span.start - match.start()) <= _NEAR
        ]
        if not near:
            continue
        year = min(near, key=lambda pair: pair[0])[1].date.year
        try:
            yield DateSpan(match.start(), match.end(), date(year, month, int(match["day"])), "no_year")
        except ValueError:
            continue


def parse_date(text: str | date | datetime) -> date | None:
    """Read a text that holds one date; None when it holds none or several different ones.

    Args:
        text: the printed date, or a date from a spreadsheet cell.
    """
    if isinstance(text, datetime):
        return text.date()
    if isinstance(text, date):
        return text
    days = {span.date for span in find_dates(str(text))}
    return days.pop() if len(days) == 1 else None


def birth_year(text: str | int | float | date | datetime | None) -> int | None:
    """Read the year of birth and nothing more from a cell or phrase.

    Args:
        text: 1966; 26.12.1965; «1986 жылы туған»; «1994 г.р.»; a date or a number from a spreadsheet.
    """
    if text is None or isinstance(text, bool):
        return None
    if isinstance(text, date):
        return text.year
    if isinstance(text, (int, float)):
        return int(text) if 1920 <= text < 2020 else None
    if named := _BIRTH_NAMED.search(text):
        return int(named.group(1) or named.group(2))
    if days := {span.date.year for span in find_dates(text)}:
        return days.pop() if len(days) == 1 else None
    years = set(_BIRTH_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None
