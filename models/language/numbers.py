"""Numbers, shares and days as each language writes them."""

import math
from datetime import date

MISSING = "–"
_NARROW = "\u00a0"  # a number and its unit stay on one line

_MONTHS = {
    "kk": (
        "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
        "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def _is_missing(value: float | int | None) -> bool:
    return value is None or math.isnan(value)


def format_number(value: float | int | None, language: str, digits: int = 0) -> str:
    """Write a number: 12 345,6 in Kazakh and Russian, 12,345.6 in English; a missing one as a dash.

    Args:
        value: the number.
        language: `kk`, `ru` or `en`.
        digits: digits after the decimal mark.
    """
    if value is None or _is_missing(value):
        return MISSING
    written = f"{value:,.{digits}f}"
    if language == "en":
        return written
    return written.replace(",", _NARROW).replace(".", ",")


def format_share(value: float | None, language: str, digits: int = 0) -> str:
    """Write a share as per cent: 57 % in Kazakh and Russian, 57% in English.

    Args:
        value: 0..1.
        language: `kk`, `ru` or `en`.
        digits: digits after the decimal mark.
    """
    if value is None or _is_missing(value):
        return MISSING
    return f"{format_number(value * 100, language, digits)}{'' if language == 'en' else _NARROW}%"


def format_bounds(lower: float | None, upper: float | None, language: str, *, share: bool, digits: int = 0) -> str:
    """Write two bounds as 43–71 %; a single value where both read the same.

    Args:
        lower: least value.
        upper: greatest value.
        language: `kk`, `ru` or `en`.
        share: write as per cent.
        digits: digits after the decimal mark.
    """
    if lower is None or upper is None or _is_missing(lower) or _is_missing(upper):
        return MISSING
    first = format_number(lower * 100 if share else lower, language, digits)
    last = format_number(upper * 100 if share else upper, language, digits)
    unit = ("%" if language == "en" else f"{_NARROW}%") if share else ""
    return f"{first}{unit}" if first == last else f"{first}–{last}{unit}"


def format_date(day: date | None, language: str) -> str:
    """Write a day in words: 2023 жылғы 19 наурыз, 19 марта 2023 года, 19 March 2023.

    Args:
        day: the day.
        language: `kk`, `ru` or `en`.
    """
    if day is None:
        return MISSING
    month = _MONTHS[language][day.month - 1]
    if language == "kk":
        return f"{day.year} жылғы {day.day} {month}"
    if language == "ru":
        return f"{day.day} {month} {day.year} года"
    return f"{day.day} {month} {day.year}"


def format_day(day: date | None, language: str) -> str:
    """Write a day in figures: 19.03.2023, in English 2023-03-19, which nobody can read the wrong way round.

    Args:
        day: the day.
        language: `kk`, `ru` or `en`.
    """
    if day is None:
        return MISSING
    return day.isoformat() if language == "en" else f"{day:%d.%m.%Y}"
