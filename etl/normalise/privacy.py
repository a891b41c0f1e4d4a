"""Personal data out of text: telephones, home addresses, days of birth, identity and document numbers, e-mail.

Source of the rule: docs/method and the contract of the exports; only the year of birth may stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from etl.normalise.dates import DateSpan, find_dates
from etl.normalise.sieve import sieve

MARK = "[…]"
"""What stands where personal data stood; the mark itself matches no rule."""

_UP = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_LOW = "а-яёәғқңөұүһі"
_ORDINAL = r"\d{1,4}(?=[- ]?(?:лет|жыл|й|я|ая|го|ой)(?!\w)|-летия)[- ]?\w+"
_NAME = rf"(?:[{_UP}][{_LOW}{_UP}.-]*|{_ORDINAL}|(?:би|батыр|хан|ана|ата|жырау|лет|имени|им\.))"
_NAMES = rf"{_NAME}(?:[ ]{_NAME}){{0,4}}"
_HOUSE = r"(?:\d{1,4}(?:\s?[а-яА-Я](?![а-яА-Я]))?(?:\s?/\s?\d{1,4}\s?[а-яА-Я]?)?(?:\s?-\s?\d{1,3}(?!\d))?)"
_PLACE = (
    rf"(?:(?:г\.|гор\.|город|с\.|село|аул|а\.|пос\.|п\.|поселок|пгт\.?|ст\.|станция|р-н|район)\s?[{_UP}][{_LOW}-]+(?:\s[{_UP}][{_LOW}-]+)?,?\s*"
    rf"|[{_UP}][{_LOW}-]+\s(?:қ\.|қаласы|а\.|ауылы|аудан[ыі]|кенті|стансасы),?\s*){{0,3}}"
)
_STREET_RU = (
    r"(?:ул\.?|улиц[аеуы]|пр\.|пр-т\.?|пр-кт\.?|просп\.?|проспект[аеу]?|пер\.|переул[а-я]+|мкр-?н?\.?|м-н|микрорайон[аеу]?|б-р|бульвар[аеу]?"
    r"|проезд[аеу]?|пл\.|площадь|кв-л|квартал|дачи|с/т|тупик|шоссе)"
)
_STREET_KK = (
    r"(?:көш\.|көшесі|к-сі|к\.|даңғылы|шағын\s?ауданы|ш/а|ы/а|мөлтек\s?аудан[ыі]?|мкр\.?|орамы|тұйығы|алаңы|қиылысы)"
)
_DOM = r"(?:дом|д\.|үй|уй|строение|корп\.|корпус)"
_FLAT = r"(?:кв\.?|квартира|пәт\.?|пәтер|оф\.|комн\.|бөлме)"
_TAIL = (
    rf"(?:,?\s*(?:{_DOM}\s?№?\s?{_HOUSE}|{_HOUSE}\s?-?\s?үй(?:і)?|{_FLAT}\s?№?\s?\d{{1,4}}[а-я]?|\d{{1,4}}\s?-?\s?(?:ші\s|шы\s)?пәтер(?:і)?"
    rf"|\d{{1,4}}\s?-?\s?кв\.?)){{0,4}}"
)
_ADDRESS = sieve(
    rf"(?<!\w){_PLACE}(?:{_STREET_RU}\s?(?:{_NAMES}|№?\s?\d{{1,3}}(?!\d))(?:,?\s*(?:{_DOM}\s?)?{_HOUSE})?{_TAIL}"
    rf"|{_NAMES}\s{_STREET_RU}(?:,?\s*(?:{_DOM}\s?)?{_HOUSE}){_TAIL}"
    rf"|{_NAMES}\s{_STREET_KK}(?:,?\s*{_HOUSE}(?!\s?-?\s?(?:ші|шы)?\s?(?:пәтер|үй)))?{_TAIL}"
    rf"|{_STREET_KK}\s{_NAMES}(?:,?\s*{_HOUSE})?{_TAIL})",
    flags=0,
)
_BARE_STREET = sieve(
    rf"(?<!\w)(?:г\.|гор\.|город|с\.|село|пос\.|а\.)\s?[{_UP}][{_LOW}-]+,\s*(?!(?:[{_UP}]{{2}}|Школ|Сред|Дет|Мект))[{_UP}][{_LOW}-]+"
    rf"(?:\s[{_UP}][{_LOW}-]+)?,?\s*\d{{1,4}}[а-я]?(?:\s?[/-]\s?\d{{1,4}})?(?!\d|\s?(?:год|г\.|жыл))",
    flags=0,
)
_HOUSE_ONLY = sieve(
    rf"(?<!\w)(?:{_DOM}\s?№?\s?\d{{1,4}}[а-я]?(?:/\d{{1,3}})?(?:,?\s*{_FLAT}\s?№?\s?\d{{1,4}}[а-я]?)"
    rf"|{_FLAT}\s?№?\s?\d{{1,4}}(?!\d)|\d{{1,4}}\s?-?\s?үй(?:і)?(?:,?\s*\d{{1,4}}\s?-?\s?(?:ші\s|шы\s)?пәтер(?:і)?)|\d{{1,4}}\s?-\s?пәтер(?:і)?)",
    flags=0,
)
_RESIDENCE = sieve(
    r"(?:прожива(?:ет|ющ\w+)|место\s+жительства|адрес(?:\s+(?:проживания|прописки|места\s+жительства))?|домашний\s+адрес|тұрғылықты(?:\s+мекен-?жайы)?"
    r"|мекен-?\s?жайы|үй\s+мекенжайы|тұратын\s+жері)\s*(?:по\s+адресу)?\s*[:–-]?\s*(?P<where>[^;\n()|]{3,90})",
)
_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
_IIN = re.compile(r"(?<![\d№/-])\d{12}(?!\d)")
_IIN_WORD = sieve(r"(?:ИИН|ЖСН|ИНН)\s*[:№]?\s*(?P<number>[\d ]{10,16}\d)")
_DOCUMENT = sieve(
    r"(?:уд(?:остоверени[ея]|\.)\s*(?:личности)?|у/л|паспорт\w*|жеке\s+куәлі\w*|куәлік\w*|төлқұжат\w*)\s*(?:серии?\s*\w*\s*)?[:№N]*\s*(?P<number>[NН]?\s?\d{6,10})",
)
_PHONE_WORD = re.compile(
    r"(?:(?:моб|сот|дом|раб|конт)\w*\.?\s*)?(?:тел(?:ефон\w*)?|т|моб(?:ильный)?|сот(?:овый|ка)?|ұялы|байланыс|факс|whatsapp|ватсап|ph)\b\s?\.?\s*"
    r"(?:тел(?:ефон\w*)?\.?\s*)?[:№]?\s*(?P<number>[+(]?\d[\d ()–-]{3,18}\d)(?![\d.]*\d{4})",
    re.IGNORECASE,
)
_SEP = r"[\s\u00a0.–-]{0,2}"
_PHONE = re.compile(
    rf"(?<![\d№/.-])(?:(?:\+\s?7|[78]){_SEP})?(?:\(\s?)?7\d{{2}}\s?\)?{_SEP}\d{{3}}{_SEP}\d{{2}}{_SEP}\d{{2}}(?![\d/]|-\d)"
    rf"|(?<![\d№/.-])(?:\+\s?7|8){_SEP}\(?\d{{3,5}}\)?(?:{_SEP}\d){{5,7}}(?![\d/]|-\d)"
    rf"|(?<![\d№/.-])\(\d{{3,5}}\)\s?\d(?:[\s-]?\d){{4,6}}(?![\d/]|-\d)"
    r"|(?<![\d№/.-])[78]\d{10}(?!\d)|\+\d{11,12}(?!\d)"
)
_SHORT_PHONE = re.compile(r"(?<![\d№/.,-])(?<!№ )(?<!N )\d{1,3}[-–]\d{2}[-–]\d{2}(?![\d/]|[-–]\d|[-–][IVXА-Я])")
_BIRTH_WORD = re.compile(
    r"рожд|род(?:ил|\.)|г\.?\s?р\.?(?!\w)|туған|туу|ж\.?\s?т\.?(?!\w)|т\.?\s?ж\.?(?!\w)|туылған|д\.?\s?р\.?(?!\w)",
    re.IGNORECASE,
)
_BIRTH_NO_YEAR = sieve(
    r"(?:день|дата|туған\s+күні)\s*(?:рождения)?\s*[:–-]?\s*(?P<day>\d{1,2}[./]\d{1,2}|\d{1,2}\s+[а-яәғқңөұүһі]{3,12})(?![./\d])",
)
_ACT_WORD = re.compile(
    r"(?:\bот|решени\w*|протокол\w*|постановлени\w*|заявлени\w*|приказ\w*|распоряжени\w*|закон\w*|редакци\w*|действу\w*|\bс|\bпо|\bдо)\W{0,3}$"
    r"|(?:шешім\w*|хаттама\w*|қаулы\w*|өтініш\w*|бұйрық\w*)\W{0,3}$",
    re.IGNORECASE,
)
_ACT_AFTER = re.compile(
    r"^[^\w;|]{0,3}(?:№|N\s?\d|шешім\w*|хаттама\w*|қаулы\w*|өтініш\w*|бұйрық\w*|бастап|дейін|отырыс\w*|сессия\w*|решени\w*)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d(?:(?:[\s.()–-]{0,4}\d){3}|[\d ()–-]{3,18}\d)")
"""Digits as close as those of any telephone or document; a text without any holds no number."""
_TIME = re.compile(r"^[T ]\d{2}:\d{2}(?::\d{2})?")
_LATEST_BIRTH_YEAR = 2009
_EARLIEST_BIRTH_YEAR = 1920
_FIRST_ACT_YEAR = 1991
"""No act that a list of members cites is older than the state."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A text without personal data and the kinds that were found, in order of appearance."""

    text: str
    found: list[str]


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    kind: str
    instead: str


def redact(
    text: str,
    *,
    list_line: bool = True,
    keep_dates: frozenset[date] | set[date] = frozenset(),
    keep_addresses: bool = False,
) -> Redacted:
    """Take personal data out of a text; of a day of birth the year stays.

    Args:
        text: a cell, a line of a list, a heading or a snippet.
        list_line: the text describes a member: bare dates of a birth-like year and short telephones go, too.
        keep_dates: dates of decisions that must survive wherever they stand.
        keep_addresses: the text names a commission's office, whose address is public.
    """
    redacted, found = _redact(text, list_line, frozenset(keep_dates), keep_addresses)
    return Redacted(redacted, list(found))


@lru_cache(maxsize=4_096)
def _redact(text: str, list_line: bool, keep: frozenset[date], offices: bool) -> tuple[str, tuple[str, ...]]:
    """Take personal data out of a text; the line of a whole commission is redacted for each of its members."""
    cuts: list[_Cut] = []
    for cut in _find_private(text, list_line, keep, offices):
        if not any(other.start < cut.end and cut.start < other.end for other in cuts):
            cuts.append(cut)
    cuts.sort(key=lambda cut: cut.start)
    pieces: list[str] = []
    at = 0
    for cut in cuts:
        pieces += [text[at : cut.start], cut.instead]
        at = cut.end
    pieces.append(text[at:])
    return "".join(pieces), tuple(dict.fromkeys(cut.kind for cut in cuts))


def _find_private(text: str, list_line: bool, keep: frozenset[date] | set[date], offices: bool) -> Iterator[_Cut]:
    """Yield what has to go, the surest kinds first."""
    if "@" in text:
        yield from (_Cut(*match.span(), "email", MARK) for match in _EMAIL.finditer(text))
    yield from _birth_dates(text, list_line, keep)
    yield from _numbers(text, list_line)
    if not offices:
        yield from _addresses(text, list_line)


def _numbers(text: str, list_line: bool) -> Iterator[_Cut]:
    """Yield identity numbers, numbers of documents and telephones."""
    yield from (_Cut(*match.span("number"), "identity_number", MARK) for match in _IIN_WORD.finditer(text))
    if not _DIGITS.search(text):
        return
    for pattern, kind in ((_DOCUMENT, "document_number"), (_PHONE_WORD, "phone")):
        yield from (_Cut(*match.span("number"), kind, MARK) for match in pattern.finditer(text))
    yield from (_Cut(*match.span(), "identity_number", MARK) for match in _IIN.finditer(text))
    yield from (_Cut(*match.span(), "phone", MARK) for match in _PHONE.finditer(text))
    if list_line:
        yield from (_Cut(*match.span(), "phone", MARK) for match in _SHORT_PHONE.finditer(text))


def _addresses(text: str, list_line: bool) -> Iterator[_Cut]:
    for match in _RESIDENCE.finditer(text):
        where = match["where"]
        if MARK not in where and re.search(r"\d|ул|көш|г\.|с\.|қ\.|ауыл", where):
            yield _Cut(*match.span("where"), "address", MARK)
    for pattern in (_ADDRESS, _HOUSE_ONLY, *((_BARE_STREET,) if list_line else ())):
        for match in pattern.finditer(text):
            if match.group().strip():
                end = match.start() + len(match.group().rstrip(" ,"))
                yield _Cut(match.start(), end, "address", MARK)


def _birth_dates(text: str, list_line: bool, keep: frozenset[date] | set[date]) -> Iterator[_Cut]:
    for match in _BIRTH_NO_YEAR.finditer(text):
        yield _Cut(*match.span("day"), "birth_date", MARK)
    for span in find_dates(text):
        if (
            span.date in keep
            or not _EARLIEST_BIRTH_YEAR <= span.date.year <= _LATEST_BIRTH_YEAR
            or span.kind == "no_year"
        ):
            continue
        before, after = text[max(0, span.start - 28) : span.start], text[span.end : span.end + 22]
        named = bool(_BIRTH_WORD.search(before[-22:]) or _BIRTH_WORD.search(after[:14]))
        is_of_act = span.date.year >= _FIRST_ACT_YEAR and (_ACT_WORD.search(before) or _ACT_AFTER.match(after))
        if not named and (not list_line or is_of_act):
            continue
        yield _birth_cut(text, span)


def _birth_cut(text: str, span: DateSpan) -> _Cut:
    """Keep the year and the word behind it (года, жылы), drop the day and the month."""
    printed = text[span.start : span.end]
    time = _TIME.match(text[span.end :])
    end = span.end + (time.end() if time else 0)
    year = str(span.date.year)
    if re.match(rf"{year}\D+жыл", printed):
        return _Cut(span.start, end, "birth_date", f"{year} жылы")
    word = re.search(r"\s?(?:года|год|г\.?|жыл\w*|ж\.?)$", printed)
    return _Cut(span.start, end, "birth_date", year + (word.group() if word else ""))
