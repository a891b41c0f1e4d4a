"""What a column holds, told by its cells where no heading says it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etl.normalise.names import looks_like_person
from etl.normalise.nominators import looks_like_nominator
from etl.normalise.roles import parse_role
from etl.normalise.workplaces import classify_segments
from etl.parse.commissions import find_commissions
from etl.parse.state import State
from etl.parse.wording import ELECTS, RELEASES

SAMPLE = 40
"""Rows looked at when the meaning of a column is told by what stands in it."""


def guess_field(texts: list[str], state: State) -> str | None:
    """Tell the meaning of a column from its cells, None where it is in doubt.

    Args:
        texts: the filled cells.
        state: language and pack.
    """
    texts = texts[:SAMPLE]
    if state.legend and (told := by_legend(texts, state)):
        return told

    if share(bool(re.fullmatch(r"(?:№\s*)?\d{1,5}[.)]?", t)) for t in texts) > 0.8:
        return "commission_number" if _numbers_commissions(texts) else "number"
    if share(bool(re.fullmatch(r"(?:19|20)\d\d(?:\s*(?:г|ж)\.?\w*)?", t)) for t in texts) > 0.7:
        return "birth_year"
    if share(bool(re.match(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d", t)) for t in texts) > 0.7:
        return "birth_date"
    if share(parse_role(t) is not None for t in texts) > 0.6:
        return "role"
    if share(_says_action(t) for t in texts) > 0.8:
        return "action"
    if (
        share(
            looks_like_person(t.split("\n")[0] if "\n" in t and looks_like_person(t) < 0.6 else t) >= 0.6 for t in texts
        )
        > 0.6
    ):
        return "name"
    if share(bool(find_commissions(t, state.language)) for t in texts) > 0.7:
        return "commission"
    if share(looks_like_nominator(t, state.pack) >= 0.6 for t in texts) > 0.6:
        return "nominator"
    kinds = [s.kind for t in texts for s in classify_segments([t], state.pack, state.language)]
    if share(kind in ("employer", "workplace", "status", "job") for kind in kinds) > 0.6:
        return "employer_job"
    return None


def share(test: Iterable[bool]) -> float:
    """Return the share of true results."""
    """Return the share of true results."""
    results = list(test)
    return sum(results) / len(results)


def by_legend(texts: list[str], state: State) -> str | None:
    """Tell what a column of signs is about that the document's legend explains, None where it is no such column."""
    told = [found for found in map(state.legend.explains, texts) if found]
    return told[0] if told and told.count(told[0]) > 0.7 * len(texts) else None


def _says_action(text: str) -> bool:
    return len(text) < 40 and bool(RELEASES.search(text) or ELECTS.search(text))


def _numbers_commissions(texts: list[str]) -> bool:
    """Numbers that stay the same over several rows name the commission; numbers that count rise by one."""
    numbers = [int(found.group()) for t in texts if (found := re.search(r"\d+", t))]
    counting = sum(b == a + 1 or b == 1 for a, b in zip(numbers, numbers[1:], strict=False))
    repeating = sum(a == b for a, b in zip(numbers, numbers[1:], strict=False))
    return repeating >= 0.5 * (len(numbers) - 1) and repeating > counting and len(numbers) >= 3
