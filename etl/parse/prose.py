"""Running text, headings and list items outside tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from etl.normalise.names import NameSpan, looks_like_person
from etl.normalise.roles import find_role, find_roles
from etl.parse.changes import is_change, read_change, speaks_of_words
from etl.parse.commissions import (
    CommissionMention,
    bare_heading,
    find_bare_commission,
    find_commissions,
    plural_level,
    refer,
)
from etl.parse.continued import continues_entry, looks_garbled
from etl.parse.flow import Text, legend_line
from etl.parse.headings import find_declared, find_venue
from etl.parse.line import Line
from etl.parse.people import read_people
from etl.parse.slices import member_names
from etl.parse.state import State
from etl.parse.subheadings import read_subheading
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
from etl.records import Locator

_TELLS = re.compile(
    r"\b(?:сообщил\w*|рассказал\w*|отметил\w*|поздрав\w*|хабарлады|атап\s+өтті|мәлімдеді|автор|фото|корреспондент)\b",
    re.I,
)
_PAIRS = re.compile(
    r"(?:шығ|босат|выб|вывод|вывед|освобо|исключ)\w*\s*(?:[–—→>-]+|/)\s*(?:ен|сайлан|кір|избр|введ|вновь)\w*", re.I
)
"""«(шығады – енеді)»: each line names who leaves and who comes."""
_HOME_LIST = re.compile(r"\W*(?:состав\s+комисси|члены\s+комисси|комиссия\w*\s+(?:құрам|мүшелер))", re.I)
_NOMINATOR_AROUND = re.compile(r"(?:предложени\w*|выдвинут\w*|рекомендован\w*|представлен\w*)\s*[^,;]{0,40}$", re.I)


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
    mentions = _headings(found, names, text)
    if _ends_list(text, listed, mentions) or (state.mode == "appointed" and not listed and _SIGNED.fullmatch(text)):
        state.commission = None
        return
    if item.struck and state.in_list:
        state.issue("struck_line", f"the line is struck out in the document: {text!r}", item.locator, item.line.printed)
        return
    if state.home is not None and not state.in_list and _HOME_LIST.match(text):
        state.enter(state.home)
        return
    if state.in_list and _is_excluded(text, state):
        state.issue(
            "excluded_line", f"the line takes its own person out again: {text!r}", item.locator, item.line.printed
        )
        return
    if (state.in_list or mentions) and (
        RENAMES.search(text) or speaks_of_words(text) or (names and is_change(text, state))
    ):
        _read_changes(body, state, item.locator)
        return
    if names and (state.in_list or mentions):
        _read_members(body, names, mentions, state, item.locator, listed, switch_act)
        return
    if not names:
        _read_nameless(body, mentions, state, item, listed, switch_act)


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


def _headings(mentions: list[CommissionMention], names: list[NameSpan], text: str) -> list[CommissionMention]:
    """Leave out commissions that nominate: «по предложению районной избирательной комиссии»."""
    kept = []
    for mention in mentions:
        nominates = _NOMINATOR_AROUND.search(text[: mention.start]) or re.match(
            r"\w*\s*(?:ұсын|ұсыны)", text[mention.end :].lstrip(), re.I
        )
        bracketed = text.rfind("(", 0, mention.start) > text.rfind(")", 0, mention.start)
        after_name = any(name.end <= mention.start for name in names)
        if nominates or (mention.level == "TEC" and (bracketed or after_name) and names):
            continue
        kept.append(mention)
    return kept


def _is_excluded(text: str, state: State) -> bool:
    if state.mode == "released" or not EXCLUDED.search(text):
        return False
    if re.search(r"\b(?:выбыл|исключ[её]н|шықты)\w*\s+[А-ЯЁӘҒҚҢӨҰҮҺІ]", text):
        return False  # the sentence releases somebody; nobody is taken out of a list
    return len(text) < 160 and not re.search(r"вместо|взамен|орнына|избрать|сайлансын|выбывш", text, re.I)


def _read_changes(line: Line, state: State, locator: Locator) -> None:
    """Read the sentences of a point one by one, so that each verb governs its own names."""
    start = 0
    for end in [m.end() for m in re.finditer(r";\s+|\.\s+(?=[А-ЯЁӘҒҚҢӨҰҮҺІ№])", line.text)] + [len(line.text)]:
        part = Line(line.text[start:end], line.printed, line.index[start:end])
        if _ends_sentence(line.text, end):
            names = member_names(part.text)
            mentions = _headings(find_commissions(part.text, state.language), [], part.text)
            if not mentions and state.commission is not None and state.commission.number is not None:
                mentions = find_bare_commission(part.text, state.commission.level, state.language)
            if names or RENAMES.search(part.text) or speaks_of_words(part.text):
                read_change(part, names, mentions, state, locator)
            elif mentions:
                if VACANCY.search(part.text):
                    state.enter_same(refer(mentions[0]))
                    state.vacancy(locator, part.text)
                else:
                    state.enter_same(refer(mentions[0]))
            start = end


def _ends_sentence(text: str, end: int) -> bool:
    """An initial or an abbreviation before the space does not end a sentence."""
    return not re.search(r"(?:^|[\s.])[А-ЯЁӘҒҚҢӨҰҮҺІ]\.\s+$|\b(?:г|с|ул|обл|им|гор|пос|ж)\.\s+$", text[:end])


def _read_members(
    line: Line,
    names: list[NameSpan],
    mentions: list[CommissionMention],
    state: State,
    locator: Locator,
    listed: bool,
    switch_act: Callable[[str, State], None],
) -> None:
    """Read a line that names members, with or without its commission."""
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
        masked = text[: mentions[0].start] + " " * (mentions[0].end - mentions[0].start) + text[mentions[0].end :]
        line = Line(masked, line.printed, line.index)
        text = masked
    if len(mentions) > 1 and len(names) > 1 and mentions[0].end <= names[0].start:
        _read_several_commissions(line, names, mentions, state, locator, listed)
        return
    if _TELLS.search(text) and not listed:
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


def _read_nameless(
    line: Line,
    mentions: list[CommissionMention],
    state: State,
    item: Text,
    listed: bool,
    switch_act: Callable[[str, State], None],
) -> None:
    text = line.text
    if _TELLS.search(text) and len(text) > 60 and not listed:
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
