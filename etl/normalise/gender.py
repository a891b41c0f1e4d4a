"""The gender a person's name tells, or unknown."""

from __future__ import annotations

import re

from etl.normalise.given_names import genders_of_given
from etl.normalise.name_parsing import PersonName, parse_name
from etl.normalise.patronymics import read_patronymic

_FEMININE_SURNAME = re.compile(r"..(?:[оеё]ва|[иы]на|[сц]кая|[^аеёиоуыэюя]ая|ova|eva|ina|skaya)$")
_MASCULINE_SURNAME = re.compile(r"..(?:[оеё]в|[иы]н|[сц]кий|ov|ev)$")


def gender_of(name: PersonName | str) -> str:
    """Tell the gender from the patronymic, else the given name, else the surname's ending: f, m or unknown.

    Args:
        name: a parsed name, or a printed one in the nominative.
    """
    parsed = parse_name(name) if isinstance(name, str) else name
    if parsed is None:
        return "unknown"
    patronymic = (parsed.patronymic or "").lower()
    if patronymic and not patronymic.endswith(".") and (reading := read_patronymic(patronymic)):
        return reading.gender
    given = (parsed.given_name or "").lower()
    listed = genders_of_given(given.split()[0]) if given and not given.endswith(".") else ""
    surname = _gender_of_surname((parsed.surname or "").lower())
    if len(listed) == 1:
        # Марина Иванов: one of the two is misread, so neither is believed.
        return listed if surname in ("unknown", listed) else "unknown"
    return surname


def _gender_of_surname(surname: str) -> str:
    last = surname.split("-")[-1]
    if _FEMININE_SURNAME.search(last):
        return "f"
    if _MASCULINE_SURNAME.search(last):
        # Шин, Ким-like monosyllables are borne by both.
        return "m" if len(last) > 4 else "unknown"
    return "unknown"
