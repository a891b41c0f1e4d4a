"""Sentences that change a composition: who leaves, who comes instead, whose surname is another now."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.normalise.alphabet import fold
from etl.normalise.names import NameSpan, PersonName, looks_like_person, parse_name
from etl.normalise.roles import find_role
from etl.parse.commissions import CommissionMention, refer
from etl.parse.drafts import make_draft
from etl.parse.entries import Facts, read_facts
from etl.parse.line import Line
from etl.parse.slices import Entry, slice_entries
from etl.parse.state import Draft, State, arriving
from etl.parse.wording import APPOINTS, ELECTS, RELEASES, RENAMES, REPLACES, VACANCY
from etl.records import Locator

_INSTEAD_BEFORE = re.compile(r"\b(?:вместо|взамен)\b", re.I)
_INSTEAD_AFTER = re.compile(r"^\W*(?:\w+\s+){0,2}?орнына?\b", re.I)
_REPLACED_BY = re.compile(r"\W*(?:заменить|сменить)\s+на\b", re.I)
_EXCHANGED = re.compile(r"\W*(?:ауыстыр|алмастыр)", re.I)
_FOR_THE_REST = re.compile(r"оставш\w*\s+срок|на\s+срок|полномочи|^\s*(?:него|не[её]|них)\b", re.I)
_STRIKES = re.compile(r"исключить|алып\s+таста|алынып\s+тасталсын", re.I)
_WORDS_OF_LIST = re.compile(
    r"(?:слов\w*|сөз\w*)\s+[«\"„“]|[»\"”“]\s+деген\s+(?:сөз|жол)|(?:строк\w*|жол\w*)\s+[«\"„“]", re.I
)
_ARRIVES_AFTER = re.compile(r"орнын|на\s+(?:его|её|ее|их)\s+место|вместо\s+(?:него|не[её]|них)|\bна\s*$", re.I)
_LEFT_ALREADY = re.compile(
    r"выбывш\w*|выведенн\w*|освобожд[её]нн\w*|шыққан|шығарылған|босатылған|кеткен|ранее\s+избранн\w*", re.I
)
_QUOTED = re.compile(r"[«\"„“]\s*([^«»\"„“”]{2,80}?)\s*[»\"”“]")
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
_NOT_ELECTED = re.compile(
    r"(?:сайлан|тағайындал|енгізіл|бекітіл)ған\s+жоқ|(?:сайлан|тағайындал|енгізіл|бекітіл)мад?ы|\bне\s+(?:избра|назнач|утвержд|включ)\w*",
    re.I,
)
_PAIR_DASH = re.compile(r"[^–—→;]*(?:\s[–—-]\s|→)")
_RUSSIAN_VERB = re.compile(
    r"избр|введ|ввест|включ|утверд|назнач|дополн|поруч|возглав|выв[еоё]|исключ|освоб|прекра|отозв|счит|в\s|выбыл|досроч",
    re.I,
)


def is_change(text: str, state: State) -> bool:
    """Tell whether a line with names speaks of leaving, replacing or renaming."""
    return bool(
        RENAMES.search(text)
        or _WORDS_OF_LIST.search(text)
        or REPLACES.search(text)
        or RELEASES.search(text)
        or state.mode == "released"
        or state.pairs
    )


def speaks_of_words(text: str) -> bool:
    """Tell whether a line changes the words of a list («дополнить словами «…»»), so that names stand in quotes."""
    return bool(_WORDS_OF_LIST.search(text))


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
    labels = _labels(line.text, names, state)
    drafts: list[Draft] = []
    text = _without(line.text, mentions)
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
    if _WORDS_OF_LIST.search(line.text) and not REPLACES.search(line.text) and not RENAMES.search(line.text):
        quoted = read_quoted(line, mentions, state, locator)
        if quoted:
            return quoted
    if RENAMES.search(line.text):
        renamed = read_rename(line, names, mentions, state, locator)
        if renamed:
            return renamed
        if not names and not _WORDS_OF_LIST.search(line.text):
            state.issue("unread_line", f"a change of surname was not understood: {line.text!r}", locator, line.printed)
            return []
    return None


def _without(text: str, mentions: list[CommissionMention]) -> str:
    """Blank out the commissions so that their words are not taken for workplaces or roles."""
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text


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


def _labels(text: str, names: list[NameSpan], state: State) -> list[str]:
    """Say of each name whether its bearer leaves or comes."""
    arrives = (
        "appointed"
        if state.mode == "appointed" or (APPOINTS.search(text) and not re.search(r"избра|сайлан", text, re.I))
        else "elected"
    )
    if state.pairs and len(names) <= 2 and _PAIR_DASH.match(text[names[0].end :]):
        return ["released", arrives][: len(names)]
    if len(names) == 2 and names[1].name.case == "kk_dative" and _EXCHANGED.match(text[names[1].end :]):
        return ["released", arrives]  # «Асановты Бекенқызына ауыстырсын»
    labels: list[str] = []
    previous_end = 0
    for index, name in enumerate(names):
        before = text[previous_end : name.start]
        until = names[index + 1].start if index + 1 < len(names) else len(text)
        after = text[name.end : until]
        if (
            _INSTEAD_AFTER.search(after)
            or _REPLACED_BY.match(after)
            or (_INSTEAD_BEFORE.search(before) and not _verb_between(before))
        ):
            labels.append("released")
        elif labels and labels[-1] == "released" and (_ARRIVES_AFTER.search(before) or ELECTS.search(before)):
            labels.append(arrives)
        elif _LEFT_ALREADY.search(before) and not _FOR_THE_REST.search(before):
            labels.append("released")
        else:
            labels.append(_by_verb(text, name, after, state, arrives))
        previous_end = name.end
    return labels


def _verb_between(before: str) -> bool:
    """«Вместо выбывших избрать Иванову», «избрать вместо выбывшей на оставшийся срок Иванову»: it names nobody."""
    last = max((m.end() for m in _INSTEAD_BEFORE.finditer(before)), default=0)
    return bool(ELECTS.search(before[last:]) or _FOR_THE_REST.search(before[last:]))


def _by_verb(text: str, name: NameSpan, after: str, state: State, arrives: str) -> str:
    label = _verb_after(text, name.end, arrives)
    if label is not None:
        return label
    before = text[: name.start]
    release = max((m.end() for m in RELEASES.finditer(before)), default=-1)
    elect = max((m.end() for m in ELECTS.finditer(before)), default=-1)
    if max(release, elect) >= 0:
        return "released" if release > elect else arrives
    # Kazakh puts the verb at the end of the clause.
    release = min((m.start() for m in RELEASES.finditer(text[name.end :])), default=10**6)
    elect = min((m.start() for m in ELECTS.finditer(text[name.end :])), default=10**6)
    if min(release, elect) < 10**6:
        return "released" if release < elect else arrives
    return "released" if state.mode == "released" else arrives


def _verb_after(text: str, start: int, arrives: str) -> str | None:
    """Kazakh puts the verb at the end of its clause; one before a colon governs the list behind it."""
    found = [
        (match.start(), label)
        for pattern, label in ((RELEASES, "released"), (ELECTS, arrives))
        for match in pattern.finditer(text, start)
        if not _RUSSIAN_VERB.match(match.group()) and not re.match(r"\s*:", text[match.end() :])
    ]
    return min(found)[1] if found else None


def _pair(drafts: list[Draft]) -> None:
    """Link those who come to those who leave where one sentence names as many of both."""
    gone = [d for d in drafts if d.action == "released"]
    come = [d for d in drafts if d.action != "released"]
    if len(gone) == len(come):
        for leaver, comer in zip(gone, come, strict=True):
            comer.replaces = leaver


def read_rename(
    line: Line, names: list[NameSpan], mentions: list[CommissionMention], state: State, locator: Locator
) -> list[Draft]:
    """Read a change of surname: the same person keeps the same seat under another name."""
    if mentions:
        state.enter_same(refer(mentions[0]))
    text = line.text
    quoted = _quoted_people(line)
    if len(quoted) == 2 and not _same_given(quoted[0][2], quoted[1][2]):
        return _read_exchange(line, quoted, mentions, state, locator)
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
    masked = _without(text, mentions)
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


def _quoted_people(line: Line) -> list[tuple[int, int, PersonName]]:
    """Return the people whose names stand in quotes, the post behind a dash left out."""
    people = []
    for match in _QUOTED.finditer(line.text):
        inner = re.split(r"\s+[–—-]\s+|\s*[,(]", match.group(1))[0]
        name = parse_name(inner)
        if name is not None and name.surname and name.given_name and looks_like_person(inner) >= 0.5:
            people.append((match.start(1), match.start(1) + len(inner), name))
    return people


def _same_given(one: PersonName, other: PersonName) -> bool:
    return bool(one.given_name and other.given_name and one.given_name[0].lower() == other.given_name[0].lower())


def _read_exchange(
    line: Line,
    people: list[tuple[int, int, PersonName]],
    mentions: list[CommissionMention],
    state: State,
    locator: Locator,
) -> list[Draft]:
    """«слова «A – секретарь» заменить словами «B – секретарь»»: another person takes the seat."""
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
    """Read words struck from or added to a list: «слова «A – член комиссии» исключить», «дополнить словами «B»»."""
    people = _quoted_people(line)
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
