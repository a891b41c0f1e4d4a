"""Cells that hold names: one name, a name with more words, or several people."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.normalise.names import SURNAME_FIRST, PersonName, looks_like_person, parse_name
from etl.normalise.roles import parse_role
from etl.parse.continued import looks_garbled
from etl.parse.drafts import make_draft
from etl.parse.entries import Facts, read_facts
from etl.parse.line import Line
from etl.parse.slices import member_names, slice_entries
from etl.parse.state import Draft, State
from etl.parse.wording import VACANCY
from etl.records import Locator

UNKNOWN_FORM = 0.4
"""Confidence of a name whose form no rule knows."""
_PLAIN_NAME = re.compile(r"[^\W\d_][\w'’ʼ`.-]*(?:\s+[^\W\d_][\w'’ʼ`.-]*){1,4}")


def is_empty_seat(text: str) -> bool:
    """Tell whether a cell calls its seat empty and names nobody."""
    return bool(VACANCY.search(text)) and looks_like_person(VACANCY.sub(" ", text)) < 0.5


def read_name_cell(
    printed: str,
    locator: Locator,
    snippet: str,
    state: State,
    complete: Callable[[Facts], Facts],
    *,
    trusted: bool = False,
) -> list[Draft]:
    """Read a cell that holds a name, perhaps with more words or more people.

    Args:
        printed: the text of the cell.
        locator: where it stands.
        snippet: the line to quote.
        state: the walk.
        complete: adds what other columns say.
        trusted: a heading says that the column holds names, so that an unusual name is still one.
    """
    alone = _lone_name(printed, state) if trusted else None
    if alone is not None:
        draft = make_draft(state, alone, " ".join(printed.split()), complete(Facts(role=state.role)), locator, snippet)
        state.used(1 if draft else 0)
        return [draft] if draft else []
    lines = [part for part in printed.split("\n") if part.strip()]
    several = len(lines) > 1 and sum(bool(member_names(Line.of(part).text)) for part in lines) > 1
    line = Line.of(" ; ".join(lines) if several else printed)
    names = member_names(line.text)
    if not names:
        if not re.search(r"\w", line.text):
            state.vacancy(locator, snippet if re.search(r"\w", snippet) else printed)
            return []
        whole = parse_name(line.text, language=state.language)
        if whole is None or looks_like_person(line.text) < 0.5:
            state.issue("unreadable_name", f"no name was understood in {printed!r}", locator, snippet)
            return []
        draft = make_draft(
            state, whole, line.quote(0, len(line.text)), complete(Facts(role=state.role)), locator, snippet
        )
        state.used(1 if draft else 0)
        return [draft] if draft else []
    drafts = []
    for entry in slice_entries(line.text, names, 0, len(line.text)):
        facts = read_facts(line, [entry.before, entry.after], state, known_role=None)
        facts.role = facts.role or entry.group_role or state.role
        draft = make_draft(
            state,
            entry.name.name,
            line.quote(entry.name.start, entry.name.end),
            complete(facts),
            locator,
            snippet if len(names) == 1 else line.text[entry.before[0] : entry.after[1]],
        )
        if draft is not None:
            state.used()
            drafts.append(draft)
    return drafts


def _lone_name(printed: str, state: State) -> PersonName | None:
    """Read a cell of a column of names that holds nothing but two to five words."""
    text = Line.of(printed).text
    if not _PLAIN_NAME.fullmatch(text) or parse_role(text) is not None or looks_garbled(text):
        return None
    name = parse_name(text, language=state.language)
    if name is not None:
        return name
    # A name no rule knows, such as one with three given names: the surname stands first in such columns.
    surname, *given = (word.title() if word.isupper() and len(word) > 2 else word for word in text.split())
    return PersonName(surname, " ".join(given), None, printed, "nominative", SURNAME_FIRST, UNKNOWN_FORM)
