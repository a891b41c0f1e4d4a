"""Titles of acts that name people: they announce what the act does, its points do it."""

from __future__ import annotations

import re

from etl.normalise.names import NameSpan
from etl.parse.commissions import CommissionMention, refer
from etl.parse.state import State
from etl.records import Locator

_RUSSIAN = re.compile(
    r"\W*Об?\s+(?:(?:досрочн|частичн)\w+\s+)?(?:внесени|включени|введени|избрани|переизбрани|назначени|вывод|выведени|освобождени|"
    r"исключени|прекращени|изменени|замен|утверждени|образовани|формировани|создани|состав|дополнени|довыбор|отзыв|признани|"
    r"сложени|смен)\w*\s"
)
_KAZAKH = re.compile(
    r"(?:енгізу|сайлау|босату|шығару|тағайындау|өзгерту|тоқтату|бекіту|құру|қосу|толықтыру|ауыстыру|тану)\s+(?:туралы|жөнінде)"
    r"\W*$",
    re.I,
)


def is_title(text: str, names: list[NameSpan]) -> bool:
    """Tell whether a line is the title of an act: «О включении … в состав …», «… енгізу туралы».

    Args:
        text: the line.
        names: people named in it; those behind a colon are a list, so that the line is more than a title.
    """
    if names and ":" in text[: names[0].start]:
        return False
    return _RUSSIAN.match(text) is not None or _KAZAKH.search(text) is not None


def read_title(mentions: list[CommissionMention], state: State, locator: Locator, printed: str) -> None:
    """Take from a title the commission, where it names one; nobody is a member by a title.

    Args:
        mentions: commissions named in it.
        state: the walk so far.
        locator: where it stands.
        printed: the line as found.
    """
    if len(mentions) == 1:
        state.enter(refer(mentions[0]))
    state.titles.append((state.act, locator, printed))


def report_bare_titles(state: State) -> None:
    """Say of each act of which only the title names people that nothing was read from it."""
    acts = {draft.act for draft in state.drafts}
    for act, locator, printed in state.titles:
        if act not in acts:
            state.issue("title_only", f"only the title of the act names people: {printed!r}", locator, printed)
