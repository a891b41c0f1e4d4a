"""Lines that name members, with or without their commission."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from etl.normalise.names import NameSpan
from etl.normalise.roles import find_role, find_roles
from etl.parse.commissions import CommissionMention, refer
from etl.parse.headings import find_declared, find_venue
from etl.parse.line import Line
from etl.parse.masking import without_mentions
from etl.parse.people import read_people
from etl.parse.state import State
from etl.records import Locator

TELLS = re.compile(
    r"\b(?:сообщил\w*|рассказал\w*|отметил\w*|поздрав\w*|хабарлады|атап\s+өтті|мәлімдеді|автор|фото|корреспондент)\b",
    re.I,
)
"""Words of news about commissions: their people are named, not elected."""


def read_members(
    line: Line,
    names: list[NameSpan],
    mentions: list[CommissionMention],
    state: State,
    locator: Locator,
    listed: bool,
    switch_act: Callable[[str, State], None],
) -> None:
    """Read a line that names members, with or without its commission.

    Args:
        line: the line.
        names: people named in it.
        mentions: commissions named in it.
        state: the walk so far.
        locator: where it stands.
        listed: it is an item of a list.
        switch_act: makes an act that the line names the current one.
    """
    text = line.text
    start = 0
    lead: str | None = None
    if mentions and mentions[0].end <= names[0].start:
        mention = mentions[0]
        switch_act(text[: names[0].start], state)
        heading = text[mention.end : names[0].start]
        start = mention.end + _heading_length(heading)
        lead = _post_before(text[: mention.start])
        reference = refer(mention, heading)
        state.enter(replace(reference, venue=find_venue(text[mention.end : start])))
        trailing = find_declared(text[names[-1].end :])
        if trailing is not None:
            state.amend(declared=trailing)
    elif mentions and (not state.in_list or len(names) == 1 or _closes(text, names, mentions)):
        state.enter_same(refer(mentions[0]))
        text = without_mentions(text, mentions[:1])
        line = Line(text, line.printed, line.index)
    if len(mentions) > 1 and len(names) > 1 and mentions[0].end <= names[0].start:
        _read_several_commissions(line, names, mentions, state, locator, listed)
        return
    if TELLS.search(text) and not listed:
        state.commission = None
        return
    read_people(line, names, start, len(text), state, locator, listed, lead)


def _closes(text: str, names: list[NameSpan], mentions: list[CommissionMention]) -> bool:
    """«А., Б., В. – в участковую комиссию № 4;»: the commission stands behind its people."""
    mention = mentions[0]
    return (
        len(mentions) == 1
        and mention.start >= names[-1].end
        and re.search(r"(?:\bв|[–—-])\s*$", text[: mention.start]) is not None
        and re.fullmatch(r"[\s.;,]*", text[mention.end :]) is not None
    )


def _post_before(text: str) -> str | None:
    """Return the post that ends right before the commission: «членом участковой комиссии № 5 – …»."""
    found = list(find_roles(text, strict=False))
    return found[-1].code if found and not text[found[-1].end :].strip() else None


def _heading_length(between: str) -> int:
    """Return how much of the text between a commission and its first member still speaks of the commission."""
    role = find_role(between)
    if role is not None:
        return role.start
    ends = [m.end() for m in re.finditer(r"[:.;)]\s|\s[–—-]\s|[:.)]$", between)]
    return ends[-1] if ends else 0


def _read_several_commissions(
    line: Line, names: list[NameSpan], mentions: list[CommissionMention], state: State, locator: Locator, listed: bool
) -> None:
    bounds = [m.start for m in mentions[1:]] + [len(line.text)]
    for mention, end in zip(mentions, bounds, strict=True):
        inside = [n for n in names if mention.end <= n.start < end]
        state.enter(refer(mention, line.text[mention.end : inside[0].start if inside else end]))
        if inside:
            read_people(line, inside, mention.end, end, state, locator, listed)
