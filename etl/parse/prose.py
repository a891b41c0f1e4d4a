"""Running text, headings and list items outside tables."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.normalise.names import NameSpan, looks_like_person
from etl.parse.bystanders import leave_out_bystanders
from etl.parse.changes import is_change
from etl.parse.commissions import CommissionMention, bare_heading, find_commissions, plural_level, refer
from etl.parse.continued import continues_entry, looks_garbled
from etl.parse.flow import Text, legend_line
from etl.parse.line import Line
from etl.parse.members import TELLS, read_members
from etl.parse.nominating import leave_out_nominators
from etl.parse.quoted import speaks_of_words
from etl.parse.sentences import read_changes
from etl.parse.slices import member_names
from etl.parse.state import State
from etl.parse.subheadings import read_subheading
from etl.parse.titles import is_title, read_title
from etl.parse.wording import (
    BASIS,
    COMES_INTO_FORCE,
    ELECTS,
    ENACTS,
    EXCLUDED,
    FOOTER,
    MINUTES,
    NUMBERED_POINT,
    RELEASES,
    RENAMES,
    SIGNATURE,
    VACANCY,
)

_PAIRS = re.compile(
    r"(?:шығ|босат|выб|вывод|вывед|освобо|исключ)\w*\s*(?:[–—→>-]+|/)\s*(?:ен|сайлан|кір|избр|введ|вновь)\w*", re.I
)
"""«(шығады – енеді)»: each line names who leaves and who comes."""

_HOME_LIST = re.compile(r"\W*(?:состав\s+комисси|члены\s+комисси|комиссия\w*\s+(?:құрам|мүшелер))", re.I)

_SIGNED = re.compile(
    r"(?:Комиссия\s+төра(?:ғасы|йымы)|Председатель\s+(?:\w+\s+){0,3}комиссии)[\s_]+"
    r"[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?(?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?)?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+"
)
"""Who signs the act of a higher commission that appoints members."""


def read_text(item: Text, state: State, switch_act: Callable[[str, State], None]) -> None:
    """Read one line of running text.

    Args:
        item: the line.
        state: the walk so far.
        switch_act: makes an act that the line names the current one.
    """
    if item.furniture or (state.legend and legend_line(item) in state.legend.lines):
        return
    line = _after_enactment(item.line)
    if line is None:
        return
    marker = NUMBERED_POINT.match(line.text)
    listed = item.kind == "item" or item.marker is not None or marker is not None
    body = _drop(line, marker.end()) if marker else line
    text = body.text
    if not text:
        return
    found = find_commissions(text, state.language)
    _note_form(text, state, bool(found))
    names = [n for n in member_names(text) if not any(m.start < n.end and n.start < m.end for m in found)]
    if names and not found and (bare := bare_heading(text, state.plural, state.language)):
        state.enter(refer(bare))
        body = _drop(body, bare.end)
        text, names = body.text, member_names(body.text)
    mentions = leave_out_nominators(found, names, text)
    if _is_set_aside(item, text, names, mentions, listed, state):
        return
    if (state.in_list or mentions) and (
        RENAMES.search(text) or speaks_of_words(text) or (names and is_change(text, state))
    ):
        read_changes(body, state, item.locator)
        return
    if names and (state.in_list or mentions):
        body, names = leave_out_bystanders(body, names, state, item.locator)
        if names:
            read_members(body, names, mentions, state, item.locator, listed, switch_act)
            return
    if not names:
        _read_nameless(body, mentions, state, item, listed, switch_act)
    elif listed and (ELECTS.search(text) or RELEASES.search(text)):
        message = f"people are named but no commission: {text!r}"
        state.issue("no_commission", message, item.locator, item.line.printed, in_list=False)


def _is_set_aside(
    item: Text, text: str, names: list[NameSpan], mentions: list[CommissionMention], listed: bool, state: State
) -> bool:
    """Take out by name the lines no member is read from: ends of lists, struck and excluded lines, titles."""
    if _ends_list(text, listed, mentions) or (state.mode == "appointed" and not listed and _SIGNED.fullmatch(text)):
        state.commission = None
        return True
    if item.struck and state.in_list:
        state.issue("struck_line", f"the line is struck out in the document: {text!r}", item.locator, item.line.printed)
        return True
    if state.home is not None and not state.in_list and _HOME_LIST.match(text):
        state.enter(state.home)
        return True
    if state.in_list and _is_excluded(text, state):
        state.issue(
            "excluded_line", f"the line takes its own person out again: {text!r}", item.locator, item.line.printed
        )
        return True
    if names and is_title(text, names):
        read_title(mentions, state, item.locator, item.line.printed)
        return True
    return False


def _ends_list(text: str, listed: bool, mentions: list[CommissionMention]) -> bool:
    """Signatures, closing points, footers and minutes are never part of a list."""
    if (FOOTER.search(text) and not listed and len(text) < 200) or MINUTES.search(text):
        return True
    if SIGNATURE.search(text) and len(text) < 200 and not mentions:
        return True
    return bool(COMES_INTO_FORCE.search(text)) and (not mentions or _is_addressed(text, mentions))


def _note_form(text: str, state: State, numbered: bool) -> None:
    """Keep what a line says about the form of the list: of which commissions it is, and whether it lists pairs."""
    if not numbered and "омисси" in text:
        state.plural = plural_level(text) or state.plural
    if text.endswith(":") and _PAIRS.search(text):
        state.pairs = True


def _is_addressed(text: str, mentions: list[CommissionMention]) -> bool:
    """«Территориальной комиссии (…) довести решение до сведения»: told what to do, not composed."""
    return all(m.level == "TEC" and m.number is None for m in mentions) and not (
        ELECTS.search(text) or RELEASES.search(text)
    )


def _after_enactment(line: Line) -> Line | None:
    """Leave out the preamble: what follows the enacting verb on the same line counts."""
    match = None
    for match in ENACTS.finditer(line.text):  # noqa: B007 - the last one is wanted
        pass
    if match is not None:
        rest = _drop(line, match.end())
        return rest if re.search(r"\w{3}", rest.text) and not BASIS.search(rest.text) else None
    if BASIS.search(line.text) and re.search(r"закон|заң", line.text, re.I) and not member_names(line.text):
        return None
    return line


def _drop(line: Line, count: int) -> Line:
    text = line.text[count:]
    lead = len(text) - len(text.lstrip(" :.–—-"))
    return Line(text[lead:], line.printed, line.index[count + lead :])


def _is_excluded(text: str, state: State) -> bool:
    if state.mode == "released" or not EXCLUDED.search(text):
        return False
    if re.search(r"\b(?:выбыл|исключ[её]н|шықты)\w*\s+[А-ЯЁӘҒҚҢӨҰҮҺІ]", text):
        return False  # the sentence releases somebody; nobody is taken out of a list
    return len(text) < 160 and not re.search(r"вместо|взамен|орнына|избрать|сайлансын|выбывш", text, re.I)


def _read_nameless(
    line: Line,
    mentions: list[CommissionMention],
    state: State,
    item: Text,
    listed: bool,
    switch_act: Callable[[str, State], None],
) -> None:
    text = line.text
    if TELLS.search(text) and len(text) > 60 and not listed:
        state.commission = None
        return
    if mentions and len(mentions) == 1 and VACANCY.search(text):
        state.enter_same(refer(mentions[0]))
        state.vacancy(item.locator, text)
        return
    if not mentions and continues_entry(line, state):
        state.used()
        return
    if read_subheading(line, item.locator, state, switch_act, in_table=False):
        return
    if not state.in_list:
        return
    if listed or looks_like_person(text) >= 0.4 or looks_garbled(text):
        state.issue("unread_line", f"a line of the list was not understood: {text!r}", item.locator, item.line.printed)
    elif len(text) > 150:
        # A paragraph of running text without a name ends the list above it.
        state.commission = None
