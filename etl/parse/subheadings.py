"""Lines inside a list that name no person: commission headings, posts, nominators, sizes, places, vacancies."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.normalise.nominators import looks_like_nominator, strip_nominator_words
from etl.normalise.roles import parse_role
from etl.parse.commissions import CommissionMention, find_commissions, refer
from etl.parse.headings import find_declared, find_settlement, find_venue, find_voters
from etl.parse.line import Line
from etl.parse.state import State, arriving
from etl.parse.wording import APPOINTS, COMES_INTO_FORCE, ELECTS, EXCLUDED, RELEASES, SIGNATURE, VACANCY
from etl.records import Locator

_NOMINATES = re.compile(r"комиссией\s*:\s*$|комиссиясы\s+ұсынған\w*\s*:?\s*$", re.I)
"""«Районной территориальной избирательной комиссией:» heads the people it nominated."""
PLACE_LINE = re.compile(
    r"^\W*(?:адрес\w*|мекенжай\w*|местонахожд\w*|место\s+расположени\w*|орналасқан\s+жері|комиссия\w*\s+(?:орналасқан|мекенжайы)|адрес\s+комиссии|центр\b|орталығы|"
    r"границ\w*|шекарасы|село|с\.|аул\b|пос[её]лок|г\.|город|ул\.|улица|телефон\w*|тел\b|контакт\w*|\(|срок\s+полномочий|өкілеттік\s+мерзімі|график|режим)",
    re.I,
)
_TAIL_PLACE = re.compile(r"(?:ауылы|кенті|қаласы|көшесі|ғимараты|мектебі|село|ул\.)\W*\d*\W*$", re.I)
_DASH = re.compile(r"\s*[–—-]{1,3}\s*")
_DRAWN = re.compile(r"[\s_=*·•.,;:()|–—-]*(?:[_=*·.–—-]\s*){4,}[\s_=*·•.,;:()|–—-]*|[\s_=*·•.,;:()|]*")
"""A line drawn with signs, or the dots and brackets left of one."""
_HEADING_WORDS = re.compile(
    r"^\W*(?:приложени\w*|\d*-?қосымша\w*|список|тізім\w*|состав\w*|құрам\w*|р/с|№|сведени\w*|мәлімет\w*|всего\b|барлығы\b|итого\b|жиыны\b)",
    re.I,
)


def read_subheading(
    line: Line, locator: Locator, state: State, switch_act: Callable[[str, State], None], *, in_table: bool
) -> bool:
    """Read a line without a person in it.

    Args:
        line: the line.
        locator: where it stands.
        state: the walk.
        switch_act: makes an act that the line names the current one.
        in_table: the line is a row of a table, so that nothing in it may go unexplained.

    Returns:
        True where the line was understood, ignored by a named rule, or became an issue.
    """
    text = line.text
    if text in state.legend.lines:
        return True
    if not re.search(r"[^\W_]", text):
        _read_signs(line, locator, state, in_table=in_table)
        return True
    if _NOMINATES.search(text) and (state.nominator or not state.in_list):
        state.nominator = strip_nominator_words(text.strip(" :"), state.pack) or text.strip(" :")
        return True
    mentions = find_commissions(text, state.language)
    if mentions:
        understood = _read_commission(text, mentions, locator, state, switch_act)
    else:
        understood = _read_post_or_gap(line, locator, state)
    if understood:
        return True
    if COMES_INTO_FORCE.search(text) or SIGNATURE.search(text):
        if not in_table:
            state.commission = None
        return True
    if _set_mode(text, state) or _read_size_or_place(text, state) or _read_nominator(text, state, in_table=in_table):
        return True
    if _HEADING_WORDS.search(text):
        return True
    if in_table and state.in_list:
        state.issue("unread_line", f"a line of the list was not understood: {text!r}", locator, line.printed)
        return True
    return False


def _read_signs(line: Line, locator: Locator, state: State, *, in_table: bool) -> None:
    """Read a line without words: a dash in a list is an empty seat, a drawn line is none, «– // –» repeats one."""
    if not state.in_list or _DRAWN.fullmatch(line.text):
        return
    if in_table and _DASH.fullmatch(line.text):
        state.vacancy(locator, line.printed)
    elif not _DASH.fullmatch(line.text):
        state.issue("unread_line", f"a line of the list has no words: {line.text!r}", locator, line.printed)


def _read_commission(
    text: str,
    mentions: list[CommissionMention],
    locator: Locator,
    state: State,
    switch_act: Callable[[str, State], None],
) -> bool:
    """Read a line that names commissions: one is a heading, several carry no members."""
    if VACANCY.search(text):
        state.enter_same(refer(mentions[0]))
        state.vacancy(locator, text)
        return True
    if len({(m.level, m.number) for m in mentions}) > 1 or (len(mentions) > 1 and mentions[0].number is None):
        state.commission = None
        return True
    switch_act(text, state)
    state.enter(refer(mentions[0], text[mentions[0].end :] + " " + text[: mentions[0].start]))
    _set_mode(text, state)
    return True


def _read_post_or_gap(line: Line, locator: Locator, state: State) -> bool:
    """Read a post as sub-heading, an empty seat, or a line that takes its person out again."""
    text = line.text
    if VACANCY.search(text) and state.in_list:
        state.vacancy(locator, text)
        return True
    role = parse_role(text.strip(" :–—-"))
    if role is not None:
        state.role = role
        return True
    if EXCLUDED.search(text) and state.in_list:
        state.issue("excluded_line", f"the line takes its own person out again: {text!r}", locator, line.printed)
        return True
    return False


def _read_size_or_place(text: str, state: State) -> bool:
    declared, voters = find_declared(text), find_voters(text)
    if declared is not None or voters is not None:
        state.amend(declared=declared, voters=voters)
        return True
    if PLACE_LINE.search(text) or _TAIL_PLACE.search(text):
        state.amend(settlement=find_settlement(text), venue=find_venue(text))
        return True
    return False


def _read_nominator(text: str, state: State, *, in_table: bool) -> bool:
    """Read a nominator as sub-heading: «От партии …:»."""
    bare = text.strip(" :")
    if re.search(r"комиссиялар|комисси[ий]\b|\bрешени[ея]|шешім", text, re.I) or len(text) >= 160:
        return False
    if not (text.rstrip().endswith(":") or in_table) or looks_like_nominator(bare, state.pack) < 0.7:
        return False
    state.nominator = strip_nominator_words(bare, state.pack) or bare
    return True


def _set_mode(text: str, state: State) -> bool:
    """A point such as «1. Вывести из состава:» says what happens to the people below it."""
    release = RELEASES.search(text)
    elect = ELECTS.search(text)
    if not release and not elect:
        return False
    if release and elect:
        release = None if elect.start() < release.start() else release
    if release and arriving(state) == "appointed" and APPOINTS.search(text):
        release = None  # «Шығып қалған мүшелердің орнына … тағайындалсын»: those who left are not named here
    role = re.search(r"обязанност\w+\s+(член|председател|секретар|заместител)\w*", text, re.I)
    if release:
        state.mode, state.released_mode = "released", True
        state.role = (
            {"член": "member", "председател": "chair", "секретар": "secretary", "заместител": "deputy_chair"}.get(
                role.group(1).lower()
            )
            if role
            else None
        )
    elif state.mode != "appointed":
        state.mode = arriving(state)
        state.role = None
    return True
