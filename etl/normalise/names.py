"""Names of people: everything a parser of documents needs, in one place."""

from __future__ import annotations

from etl.normalise.name_check import looks_like_person
from etl.normalise.name_finding import NameSpan, find_names
from etl.normalise.name_keys import compatible, name_key
from etl.normalise.name_lists import infer_case, infer_order
from etl.normalise.name_order import GIVEN_FIRST, SURNAME_FIRST
from etl.normalise.name_parsing import PersonName, parse_name

__all__ = [
    "GIVEN_FIRST",
    "SURNAME_FIRST",
    "NameSpan",
    "PersonName",
    "compatible",
    "find_names",
    "infer_case",
    "infer_order",
    "looks_like_person",
    "name_key",
    "parse_name",
]
