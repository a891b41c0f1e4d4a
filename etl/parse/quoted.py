"""Words of a list changed by a sentence: names that stand in quotes."""

from __future__ import annotations

import re

from etl.normalise.names import PersonName, looks_like_person, parse_name
from etl.parse.commissions import CommissionMention, refer
from etl.parse.drafts import make_draft
from etl.parse.entries import read_facts
from etl.parse.line import Line
from etl.parse.state import Draft, State, arriving
from etl.records import Locator

_STRIKES = re.compile(r"исключить|алып\s+таста|алынып\s+тасталсын", re.I)

_WORDS_OF_LIST = re.compile(
    r"(?:слов\w*|сөз\w*)\s+[«\"„“]|[»\"”“]\s+деген\s+(?:сөз|жол)|(?:строк\w*|жол\w*)\s+[«\"„“]", re.I
)

_QUOTED = re.compile(r"[«\"„“]\s*([^«»\"„“”]{2,80}?)\s*[»\"”“]")


def speaks_of_words(text: str) -> bool:
    """Tell whether a line changes the words of a list («дополнить словами «…»»), so that names stand in quotes."""
    return bool(_WORDS_OF_LIST.search(text))


def find_quoted_people(line: Line) -> list[tuple[int, int, PersonName]]:
    """Return the people whose names stand in quotes, the post behind a dash left out.

    Args:
        line: the sentence.
    """
    people = []
    for match in _QUOTED.finditer(line.text):
        inner = re.split(r"\s+[–—-]\s+|\s*[,(]", match.group(1))[0]
        name = parse_name(inner)
        if name is not None and name.surname and name.given_name and looks_like_person(inner) >= 0.5:
            people.append((match.start(1), match.start(1) + len(inner), name))
    return people


def share_given_name(one: PersonName, other: PersonName) -> bool:
    """Tell whether two given names begin alike.

    Args:
        one: a name.
        other: another.
    """
    return bool(one.given_name and other.given_name and one.given_name[0].lower() == other.given_name[0].lower())


def read_exchange(
    line: Line,
    people: list[tuple[int, int, PersonName]],
    mentions: list[CommissionMention],
    state: State,
    locator: Locator,
) -> list[Draft]:
    """Read «слова «A – секретарь» заменить словами «B – секретарь»»: another person takes the seat.

    Args:
        line: the sentence.
        people: the two named in quotes.
        mentions: commissions named in it.
        state: the walk so far.
        locator: where it stands.
    """
    if mentions:
        state.enter_same(refer(mentions[0]))
    drafts = []
    for (start, end, name), label in zip(people, ("released", arriving(state)), strict=False):
        closing = re.search(r"[»\"”“]", line.text[end:])
        facts = read_facts(line, [(end, end + closing.start() if closing else end)], state)
        draft = make_draft(state, name, line.quote(start, end), facts, locator, line.printed, action=label)
        if draft is not None:
            drafts.append(draft)
    if len(drafts) == 2:
        drafts[0].nominator = None
        drafts[1].replaces, drafts[1].in_place_of = drafts[0], True
    state.used()
    return drafts


def read_quoted(line: Line, mentions: list[CommissionMention], state: State, locator: Locator) -> list[Draft]:
    """Read words struck from or added to a list: «слова «A – член комиссии» исключить», «дополнить словами «B»».

    Args:
        line: the sentence.
        mentions: commissions named in it.
        state: the walk so far.
        locator: where it stands.
    """
    people = find_quoted_people(line)
    if not people:
        return []
    if mentions:
        state.enter_same(refer(mentions[0]))
    label = "released" if _STRIKES.search(line.text) else arriving(state)
    drafts = []
    for start, end, name in people:
        closing = re.search(r"[»\"”“]\s*(?:[;.,]|$|в\s|исключ|деген)", line.text[end:])
        facts = read_facts(line, [(end, end + closing.start() if closing else len(line.text))], state)
        draft = make_draft(state, name, line.quote(start, end), facts, locator, line.printed, action=label)
        if draft is not None:
            drafts.append(draft)
    state.used()
    return drafts
