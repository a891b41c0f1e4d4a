"""Sentences that change a composition: who leaves, who comes instead, whose surname is another now."""

from __future__ import annotations

import re

from etl.normalise.names import NameSpan
from etl.normalise.roles import find_role
from etl.parse.bystanders import leave_out_bystanders
from etl.parse.commissions import CommissionMention, refer
from etl.parse.drafts import make_draft
from etl.parse.entries import read_facts
from etl.parse.leaving import label_people
from etl.parse.line import Line
from etl.parse.masking import without_mentions
from etl.parse.quoted import read_quoted, speaks_of_words
from etl.parse.renames import read_rename
from etl.parse.slices import Entry, slice_entries
from etl.parse.state import Draft, State
from etl.parse.wording import RELEASES, RENAMES, REPLACES, VACANCY
from etl.records import Locator

_NOT_ELECTED = re.compile(
    r"(?:сайлан|тағайындал|енгізіл|бекітіл)ған\s+жоқ|(?:сайлан|тағайындал|енгізіл|бекітіл)мад?ы|\bне\s+(?:избра|назнач|утвержд|включ)\w*",
    re.I,
)


def is_change(text: str, state: State) -> bool:
    """Tell whether a line with names speaks of leaving, replacing or renaming."""
    return bool(
        RENAMES.search(text)
        or speaks_of_words(text)
        or REPLACES.search(text)
        or RELEASES.search(text)
        or state.mode == "released"
        or state.pairs
    )


def read_change(
    line: Line, names: list[NameSpan], mentions: list[CommissionMention], state: State, locator: Locator
) -> list[Draft]:
    """Read one sentence that changes a composition.

    Args:
        line: the sentence.
        names: people named in it.
        mentions: commissions named in it.
        state: the walk so far.
        locator: where it stands.
    """
    other = _read_words_or_rename(line, names, mentions, state, locator)
    if other is not None:
        return other
    line, names = leave_out_bystanders(line, names, state, locator)
    if not names:
        if mentions:
            state.enter_same(refer(mentions[0]))
        return []
    labels = label_people(line.text, names, state)
    drafts: list[Draft] = []
    text = without_mentions(line.text, mentions)
    shared: str | None = None
    previous = 0
    replacing = "released" in labels and any(label != "released" for label in labels)
    for entry, label in zip(slice_entries(text, names, 0, len(text)), labels, strict=True):
        if label != "released" and _NOT_ELECTED.search(text[entry.name.end : entry.after[1]]):
            state.vacancy(locator, line.text)
            continue
        mention = _mention_of(entry.name, mentions)
        if mention is not None:
            state.enter_same(refer(mention, line.text[mention.end : mention.end + 60]))
        masked = Line(text, line.printed, line.index)
        facts = read_facts(masked, [entry.before, entry.after], state, known_role=None)
        facts.role = (
            facts.role
            or entry.group_role
            or _role_near(text, entry.before, label)
            or (_post_left(text, entry) or state.role if label == "released" else None)
        )
        # «освободить членов комиссии А. и Б.»: the post in the plural holds for all names joined to the first
        joined = re.fullmatch(r"[\s,]*(?:(?:и|және|мен)\s+)?", text[previous : entry.name.start]) is not None
        facts.role = facts.role or (shared if joined else None)
        shared = facts.role if joined or re.search(r"\bчленов\b", text[previous : entry.name.start]) else None
        previous = entry.name.end
        if label == "released":
            facts.nominator = facts.employer = facts.job = None
        else:
            facts.ground = None
        draft = make_draft(
            state,
            entry.name.name,
            line.quote(entry.name.start, entry.name.end),
            facts,
            locator,
            line.printed,
            action=label,
        )
        if draft is not None:
            draft.in_place_of = label != "released" and (replacing or state.released_mode)
            if label == "released":
                draft.nominator = None
            drafts.append(draft)
    _pair(drafts)
    state.used()
    if state.pairs and len(names) == 1 and VACANCY.search(text[names[0].end :]):
        state.vacancy(locator, line.text)
    return drafts


def _read_words_or_rename(
    line: Line, names: list[NameSpan], mentions: list[CommissionMention], state: State, locator: Locator
) -> list[Draft] | None:
    """Read a sentence about words of a list or a surname; None where it is about people who leave and come."""
    if speaks_of_words(line.text) and not REPLACES.search(line.text) and not RENAMES.search(line.text):
        quoted = read_quoted(line, mentions, state, locator)
        if quoted:
            return quoted
    if RENAMES.search(line.text):
        renamed = read_rename(line, names, mentions, state, locator)
        if renamed:
            return renamed
        if not names and not speaks_of_words(line.text):
            state.issue("unread_line", f"a change of surname was not understood: {line.text!r}", locator, line.printed)
            return []
    return None


def _mention_of(name: NameSpan, mentions: list[CommissionMention]) -> CommissionMention | None:
    before = [m for m in mentions if m.end <= name.start]
    if before:
        return before[-1]
    return mentions[0] if len(mentions) == 1 else None


def _post_left(text: str, entry: Entry) -> str | None:
    """«… от должности секретаря», «… хатшысы міндетінен босатылсын»: the post stands behind the name."""
    behind = text[entry.after[0] : entry.after[1]]
    post = find_role(behind, strict=False)
    if post is not None and re.match(r"\s*(?:міндет|қызмет|лауазым)\w*н[ае]н\b", behind[post.end :], re.I):
        return post.code
    match = re.search(r"\bот\s+(?:должност|обязанност)\w+\s+", text[entry.after[0] : entry.after[1]])
    found = find_role(text[entry.after[0] + match.end() : entry.after[1]], strict=False) if match else None
    return found.code if found and found.start == 0 else None


def _role_near(text: str, before: tuple[int, int], label: str) -> str | None:
    found = find_role(text[before[0] : before[1]], strict=False)
    return found.code if found else None


def _pair(drafts: list[Draft]) -> None:
    """Link those who come to those who leave where one sentence names as many of both."""
    gone = [d for d in drafts if d.action == "released"]
    come = [d for d in drafts if d.action != "released"]
    if len(gone) == len(come):
        for leaver, comer in zip(gone, come, strict=True):
            comer.replaces = leaver
