"""Lines that go on about the person named above them: post, work, nominator on lines of their own."""

from __future__ import annotations

import re

from etl.normalise.roles import parse_role
from etl.parse.entries import Facts, read_facts
from etl.parse.headings import find_declared
from etl.parse.line import Line
from etl.parse.state import Draft, State
from etl.parse.wording import EXCLUDED, SIGNATURE, VACANCY

_POST_LABEL = re.compile(
    r"(?:лауазымы?|қызметі|комиссиядағы\s+\w+|должность(?:\s+в\s+комиссии)?|роль|статус)\s*[:–—]\s*", re.I
)
_SAYS_FIRST = re.compile(r"(?:выдвинут|предложен|рекомендован|ұсын)", re.I)
"""«Выдвинута партией … . Приём граждан: …»: the line speaks of the person above, whatever else it says."""


def continues_entry(line: Line, state: State) -> bool:
    """Read a line that goes on about the person named above it: post, work, nominator on lines of their own.

    Whether posts stand below their people or above them the first one of a document shows: a post right after a
    commission heading stands above.
    """
    draft = state.last
    text = line.text.strip(" :;,.")
    label = _POST_LABEL.match(text)
    role = parse_role(text[label.end() :] if label else text) if len(text) < 80 else None
    if draft is None:
        if role is not None and state.in_list and state.posts_follow is None:
            state.posts_follow = False
        return False
    if line.text.rstrip().endswith(":") or looks_garbled(text):
        return False
    if role is not None:
        return _take_post(draft, role, state, labelled=label is not None)
    if VACANCY.search(text) or SIGNATURE.search(text) or EXCLUDED.search(text) or find_declared(text) is not None:
        return False
    if re.search(r"\bрешени|шешім|постановлени|қаулы", text, re.I):
        return False
    facts = read_facts(line, [(0, len(line.text))], state, known_role=draft.role)
    said = facts.nominator is not None and _SAYS_FIRST.match(text) is not None
    if (facts.leftover and not said) or facts.ground:
        return False
    news = _news(facts)
    if not news or any(getattr(draft, name) not in (None, state.nominator) for name, _ in news):
        return False
    for name, value in news:
        setattr(draft, name, value)
    for part in facts.leftover:
        state.issue(
            "unread_part",
            f"part of an entry was not understood: {part!r}",
            draft.locator,
            severity="info",
            in_list=False,
        )
    draft.snippet = state.redact(f"{draft.snippet} | {line.printed}")
    return True


def _take_post(draft: Draft, role: str, state: State, *, labelled: bool) -> bool:
    """Give a post on a line of its own to the person above it, where posts stand below their people."""
    if labelled:
        draft.role = draft.role or role
        return True
    if state.posts_follow is None:
        state.posts_follow = draft.role is None and state.role is None
    if not state.posts_follow or draft.role is not None:
        return False
    draft.role = role
    return True


def _news(facts: Facts) -> list[tuple[str, object]]:
    """Return what a line says about the person, by the names of a draft."""
    return [
        (name, value)
        for name, value in (
            ("nominator", facts.nominator),
            ("employer", facts.employer),
            ("job", facts.job),
            ("birth_year", facts.birth_year),
            ("education", facts.education),
            ("stated_party", facts.stated_party),
        )
        if value is not None
    ]


def looks_garbled(text: str) -> bool:
    """Tell whether a text is damaged: signs inside words are what recognition leaves of a name it could not read."""
    return len(text) < 160 and bool(re.search(r"\w[!?|#;…]+\w|\?{2,}|…{1,}|\.{3,}", text))
