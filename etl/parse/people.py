"""The people of one commission named in a line, each with the words that speak of them."""

from __future__ import annotations

import re

from etl.normalise.names import NameSpan, compatible, parse_name
from etl.normalise.roles import find_role, find_roles
from etl.parse.drafts import make_draft
from etl.parse.entries import read_facts
from etl.parse.headings import find_declared
from etl.parse.line import Line
from etl.parse.slices import Entry, slice_entries
from etl.parse.state import OFFICERS, Draft, State
from etl.parse.wording import APPOINTS, ELECTS
from etl.records import Locator


def read_people(
    line: Line,
    names: list[NameSpan],
    start: int,
    end: int,
    state: State,
    locator: Locator,
    listed: bool,
    lead: str | None = None,
) -> list[Draft]:
    """Read the people of one commission named in a part of a line.

    Args:
        line: the line.
        names: people named in ``line.text[start:end]``.
        start, end: the part of the line.
        state: the walk.
        locator: where the line stands.
        listed: the line is a list item, so that it holds one person unless it clearly holds more.
        lead: the post named before the commission («секретарём комиссии № 5 – …»), of the first person.
    """
    text = line.text
    if listed and len(names) > 1 and not _holds_several(text, names):
        names = names[:1]
    drafts: list[Draft] = []
    shared: str | None = None
    for place, entry in enumerate(slice_entries(text, names, start, end)):
        facts = read_facts(line, [entry.before, entry.after], state, known_role=None)
        own = facts.role or (lead if place == 0 else None) or _elected_as(text, entry)
        facts.role = own or entry.group_role or state.role
        if facts.nominator and _leads_group(text, entry, facts.nominator):
            shared = facts.nominator
        facts.nominator = facts.nominator or shared
        if facts.role in OFFICERS and _name_officer(entry, facts.role, state):
            continue
        facts.leftover = [
            t
            for t in facts.leftover
            if find_declared(t) is None and not re.fullmatch(r"\W*(?:всего|барлығы).*", t, re.I)
        ]
        snippet = line.printed if len(names) == 1 else line.quote(entry.before[0], entry.after[1])
        printed = line.quote(entry.name.start, entry.name.end)
        draft = make_draft(state, entry.name.name, printed, facts, locator, snippet)
        if draft is not None:
            draft.in_place_of = draft.action == "elected" and state.released_mode
            state.used()
            drafts.append(draft)
    state.last = drafts[-1] if len(drafts) == 1 else None
    return drafts


def _leads_group(text: str, entry: Entry, nominator: str) -> bool:
    """«от партии «Ауыл» – А.; Б.;»: a nominator before a dash or colon is that of all who follow it."""
    before = text[entry.before[0] : entry.before[1]]
    return nominator in before and bool(re.search(r"[:–—-]\s*$", before))


def _name_officer(entry: Entry, role: str, state: State) -> bool:
    """A later point that says which of the members already named is an officer adds a post, not a person."""
    if state.mode != "elected" or state.released_mode or state.commission is None:
        return False
    # Of «Юдина М.А.» only the list tells whether a man in the accusative is meant.
    other = parse_name(entry.name.name.printed, case="accusative")
    names = {entry.name.name.full} | ({other.full} if other is not None else set())
    for draft in reversed(state.drafts):
        if draft.act == state.act and draft.commission.key == state.commission.key and draft.action == "elected":
            parts = (draft.surname, draft.given_name, draft.patronymic)
            own = " ".join(part for part in parts if part)
            if draft.role is None and any(compatible(own, name) for name in names):
                draft.role = role
                state.used()
                return True
    return False


def _elected_as(text: str, entry: Entry) -> str | None:
    """«избрать председателем …», «назначить членом …»: the post stands with the verb."""
    before = text[entry.before[0] : entry.before[1]]
    if not (ELECTS.search(before) or APPOINTS.search(before)):
        return None
    found = find_role(before, strict=False)
    return found.code if found else None


def _holds_several(text: str, names: list[NameSpan]) -> bool:
    """A list item holds several people where a separator or a post stands before each further name."""
    further = 0
    for left, right in zip(names, names[1:], strict=False):
        gap = text[left.end : right.start]
        if (
            re.search(r"[;,.]\s*$|[–—:-]\s*$|\)\s*(?:и|және|мен)?\s*$|\b(?:и|және|мен)\s*$", gap)
            or ";" in gap
            or _post_leads(gap)
        ):
            further += 1
    return further >= 1


def _post_leads(gap: str) -> bool:
    """«…, хатшысы болып Ким Оксана»: a post stands right before the next name."""
    if "," not in gap:
        return False
    found = list(find_roles(gap))
    return bool(found) and re.fullmatch(r"\s*(?:болып|етіп|ретінде|[–—:-])?\s*", gap[found[-1].end :]) is not None
