"""A statement built from a name and what was read about its bearer."""

from __future__ import annotations

import re

from etl.normalise.names import PersonName
from etl.parse.entries import Facts
from etl.parse.state import Draft, State
from etl.records import Locator

_COMMISSION_TAIL = re.compile(
    r"\s+(?:сайлансын|сайланды|енгізілсін|тағайындалсын|болып|шығарылсын|босатылсын)\.?$", re.I
)


def make_draft(
    state: State,
    name: PersonName,
    printed: str,
    facts: Facts,
    locator: Locator,
    snippet: str,
    *,
    action: str | None = None,
) -> Draft | None:
    """Build a statement about a person of the current commission and keep it.

    Returns:
        The draft; None where no commission is known (an issue says so).
    """
    if state.commission is None:
        state.issue("no_commission", f"a person is listed but no commission is named: {printed!r}", locator, snippet)
        return None
    if facts.role == "advisory":
        state.issue(
            "advisory_representative",
            f"not a member: representative with an advisory vote: {printed!r}",
            locator,
            snippet,
            severity="info",
            in_list=False,
        )
        state.used()
        return None
    draft = Draft(
        act=state.act,
        commission=state.commission,
        action=action or state.mode,
        name_as_printed=printed,
        surname=name.surname,
        given_name=name.given_name,
        patronymic=name.patronymic,
        role=facts.role,
        locator=locator,
        snippet=state.redact(snippet),
        confidence=round(min(name.confidence, facts.confidence), 3),
        nominator=_tidy(facts.nominator or state.nominator),
        employer=_tidy(facts.employer),
        job=_tidy(facts.job),
        birth_year=facts.birth_year,
        education=_tidy(facts.education),
        stated_party=_tidy(facts.stated_party),
        ground=state.redact(facts.ground) if facts.ground else None,
        language=state.section,
    )
    state.drafts.append(draft)
    for text in facts.leftover:
        text = " ".join(text.split())
        if len(text) > 2 and re.search(r"\w{3,}", text):
            state.issue(
                "unread_part",
                f"part of an entry was not understood: {text!r}",
                locator,
                snippet,
                severity="info",
                in_list=False,
            )
    return draft


def _tidy(text: str | None) -> str | None:
    if text is None:
        return None
    text = " ".join(_COMMISSION_TAIL.sub("", text).split()).strip(" ,;–—-")
    if text.endswith(("»", "».")) and text.count("»") > text.count("«"):
        text = text.rstrip(".")[:-1]
    return text or None
