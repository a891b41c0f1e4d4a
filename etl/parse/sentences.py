"""The sentences of one point, each with the verb that governs its names."""

from __future__ import annotations

import re

from etl.parse.changes import read_change
from etl.parse.commissions import find_bare_commission, find_commissions, refer
from etl.parse.line import Line
from etl.parse.nominating import leave_out_nominators
from etl.parse.quoted import speaks_of_words
from etl.parse.slices import member_names
from etl.parse.state import State
from etl.parse.wording import RENAMES, VACANCY
from etl.records import Locator


def read_changes(line: Line, state: State, locator: Locator) -> None:
    """Read the sentences of a point one by one, so that each verb governs its own names.

    Args:
        line: the point.
        state: the walk so far.
        locator: where it stands.
    """
    start = 0
    for end in [m.end() for m in re.finditer(r";\s+|\.\s+(?=[А-ЯЁӘҒҚҢӨҰҮҺІ№])", line.text)] + [len(line.text)]:
        part = Line(line.text[start:end], line.printed, line.index[start:end])
        if _ends_sentence(line.text, end):
            names = member_names(part.text)
            mentions = leave_out_nominators(find_commissions(part.text, state.language), [], part.text)
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
