"""Sentences by which a surname becomes another."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.normalise.alphabet import fold
from etl.normalise.names import NameSpan, parse_name
from etl.normalise.roles import find_role
from etl.parse.commissions import CommissionMention, refer
from etl.parse.drafts import make_draft
from etl.parse.entries import Facts
from etl.parse.line import Line
from etl.parse.masking import without_mentions
from etl.parse.quoted import find_quoted_people, read_exchange, share_given_name
from etl.parse.state import Draft, State
from etl.records import Locator

_NEW_SURNAME = re.compile(
    r"\bна\s+(?:фамилию\s+|новую\s+фамилию\s+)?[«\"„“]?(?P<ru>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)[»\"”“]?"
    r"|тегі\w*\s+(?:[^А-ЯЁӘҒҚҢӨҰҮҺІ«»]{0,80}\s)?[«\"„“]?(?P<kk>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)[»\"”“]?\s+(?:болып|деп|болсын)"
    r"|(?:читать|считать)\s+(?:как\s+)?[«\"„“](?P<read>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)[»\"”“]"
    r"|[«\"„“](?P<quoted>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)[»\"”“]\s+(?:болып|деп|тегіне|фамилиясына)",
)

_FORMER = re.compile(
    r"(?:прежн|бывш|предыдущ|стар)\w*\s+фамили\w*\s*[:–—-]?\s*[«\"„“]?([А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)"
    r"|(?:бұрынғы|ескі)\s+тегі\s*[:–—-]?\s*[«\"„“]?([А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)"
    r"|фамили\w+\s+[«\"„“]([\w-]+)[»\"”“]\s+(?:изменить|исправить|заменить)\s+на\b"
)


def read_rename(
    line: Line, names: list[NameSpan], mentions: list[CommissionMention], state: State, locator: Locator
) -> list[Draft]:
    """Read a change of surname: the same person keeps the same seat under another name.

    Args:
        line: the sentence.
        names: people named in it.
        mentions: commissions named in it.
        state: the walk so far.
        locator: where it stands.
    """
    if mentions:
        state.enter_same(refer(mentions[0]))
    text = line.text
    quoted = find_quoted_people(line)
    if len(quoted) == 2 and not share_given_name(quoted[0][2], quoted[1][2]):
        return read_exchange(line, quoted, mentions, state, locator)
    people = quoted if len(quoted) >= 2 else [(n.start, n.end, n.name) for n in names] or quoted
    if not people:
        return []
    old = people[0]
    printed: str
    former = _former_surname(text) if len(people) == 1 else None
    if former is not None and fold(former) != fold(old[2].surname or ""):
        name, printed = old[2], line.quote(old[0], old[1])
        old = (old[0], old[1], replace(old[2], surname=former))
    elif len(people) >= 2:
        new = people[1]
        name, printed = new[2], line.quote(new[0], new[1])
    else:
        match = next((m for m in _NEW_SURNAME.finditer(text) if m.start() >= old[0]), None)
        if match is None:
            return []
        surname = next(v for v in match.groupdict().values() if v)
        full = " ".join(p for p in (surname, old[2].given_name, old[2].patronymic) if p)
        parsed = parse_name(full, language=state.language, case="nominative")
        if parsed is None:
            return []
        name, printed = parsed, line.quote(old[0], match.end())
    masked = without_mentions(text, mentions)
    found = find_role(masked)
    facts = Facts(role=found.code if found else None)
    draft = make_draft(state, name, printed, facts, locator, line.printed, action="renamed")
    if draft is None:
        return []
    draft.old_surname = old[2].surname
    draft.nominator = None
    state.used()
    return [draft]


def _former_surname(text: str) -> str | None:
    """Return the surname given up where the sentence names the person by the new one: «(прежняя фамилия – …)»."""
    match = _FORMER.search(text)
    return next(v for v in match.groups() if v) if match else None
