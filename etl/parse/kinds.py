"""What an act does: told from its words before reading people, and from the people after."""

from __future__ import annotations

import re
from collections import Counter

from etl.parse.acts import ActDraft
from etl.parse.state import Draft
from etl.parse.subjects import (
    BOUNDARIES,
    COMPOSES,
    ELECTION_COMMISSION,
    NOTICE_TITLE,
    NOTICE_WORDS,
    OTHER_SUBJECTS,
    RESERVE,
)
from etl.parse.wording import APPOINTS, ELECTS, ENACTS, RELEASES, REMAINING_TERM, RENAMES, REPLACES

COMPOSES_COMMISSION = re.compile(
    r"(?:состав\w*|избра\w+|член\w*|назнач\w+|вывести|ввести)\s+(?:\w+\s+){0,4}(?:участков|территориальн|окружн|избирательн)\w*\s+(?:избирательн\w+\s+)?комисс|"
    r"(?:учаскелік|аумақтық|округтік|сайлау)\s+(?:сайлау\s+)?комиссия\w*\s+(?:\w+\s+){0,3}(?:құрам|мүше|сайла|тағайынд)",
    re.I,
)
"""A text that composes election commissions, whatever else its title speaks of."""


def subject_of(act: ActDraft, *, level_given: bool) -> tuple[str | None, str]:
    """Tell whether an act can hold members of election commissions.

    Args:
        act: the act with its texts.
        level_given: a side-car says which level the list is of, so the words need not.

    Returns:
        ``notice`` or ``other`` with the reason, or None and an empty reason where members may follow.
    """
    header = "\n".join(act.header)
    everything = header + "\n" + "\n".join([*act.body_text, *act.cells])
    enacted = ENACTS.search(everything) is not None
    notice_title = any(NOTICE_TITLE.search(line) for line in act.header[:8])
    if not enacted and (notice_title or NOTICE_WORDS.search(everything)) and not _elected_already(everything):
        return "notice", "a call for nominations, not an act"
    title = act.title or header[:300]
    if RESERVE.search(title):
        return "other", "the title speaks of a reserve, whose people are no members"
    if level_given and not OTHER_SUBJECTS.search(title):
        return None, ""
    if not level_given and not ELECTION_COMMISSION.search(everything):
        return "other", "no election commission is named"
    if OTHER_SUBJECTS.search(title) and not COMPOSES_COMMISSION.search(everything[:3000]):
        return "other", "the title names another subject"
    if BOUNDARIES.search(title) and not ELECTION_COMMISSION.search(BOUNDARIES.sub(" ", title)):
        return "other", "the subject is the precincts, not the members"
    boundaries = len(BOUNDARIES.findall(everything))
    if boundaries >= 4 and boundaries > len(COMPOSES.findall(everything)):
        return "other", "the subject is the boundaries of precincts, not the members"
    return None, ""


def _elected_already(text: str) -> bool:
    low = text.lower()
    return any(word in low for word in ("избраны состав", "избраны следующ", "сайланды", "вошли:", "избран состав"))


def appoints_from_above(act: ActDraft) -> bool:
    """Tell whether a higher commission appoints to vacancies until the council elects (law, art. 19(8))."""
    text = "\n".join([*act.header, *act.body_text[:40]])
    issuer = "\n".join(act.header)
    by_commission = ELECTION_COMMISSION.search(issuer) and not any(
        word in issuer.lower() for word in ("маслихат", "мәслихат", "маслиxат")
    )
    return bool(
        APPOINTS.search(text) and (by_commission or "до избрания" in text.lower() or "сайлағанға дейін" in text.lower())
    )


def kind_of(act: ActDraft, drafts: list[Draft]) -> str:
    """Tell the kind of an act from what it says about people.

    A composition counts as formation, an appointment to a vacancy as replacement (contract, decisions).
    """
    actions = Counter(draft.action for draft in drafts)
    header = "\n".join(act.header)
    body = "\n".join(act.body_text[:200])
    if not actions:
        if RENAMES.search(body):
            return "surname_change"
        if RELEASES.search(body) and not ELECTS.search(body):
            return "release"
        return "replacement" if REMAINING_TERM.search(header) or REPLACES.search(body) else "formation"
    if actions["appointed"]:
        return "replacement"
    if actions["elected"]:
        partial = actions["released"] + sum(draft.in_place_of for draft in drafts)
        if partial and partial >= 0.2 * actions["elected"] and _formed(drafts) <= 2 * partial:
            return "replacement"
        return "replacement" if REMAINING_TERM.search(header) and not _formation_title(header) else "formation"
    if actions["released"] >= actions["renamed"]:
        return "release"
    return "surname_change"


def _formed(drafts: list[Draft]) -> int:
    """Count the people of commissions that an act forms as a whole: a chair and two others, none in another's place."""
    whole: dict[tuple[str, int | None, str], list[str | None]] = {}
    for draft in drafts:
        if draft.action == "elected" and not draft.in_place_of:
            whole.setdefault(draft.commission.key, []).append(draft.role)
    return sum(len(roles) for roles in whole.values() if len(roles) >= 3 and "chair" in roles)


def _formation_title(header: str) -> bool:
    low = header.lower()
    return any(
        word in low for word in ("о составе", "об избрании состав", "формирован", "құрамын сайлау", "құру туралы")
    )
