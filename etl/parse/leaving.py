"""Of the people a sentence names: who leaves and who comes."""

from __future__ import annotations

import re

from etl.normalise.names import NameSpan
from etl.parse.state import State
from etl.parse.wording import APPOINTS, ELECTS, RELEASES

_INSTEAD_BEFORE = re.compile(r"\b(?:вместо|взамен)\b", re.I)
_INSTEAD_AFTER = re.compile(r"^\W*(?:\w+\s+){0,2}?орнына?\b", re.I)
_REPLACED_BY = re.compile(r"\W*(?:заменить|сменить)\s+на\b", re.I)
_EXCHANGED = re.compile(r"\W*(?:ауыстыр|алмастыр)", re.I)
_FOR_THE_REST = re.compile(r"оставш\w*\s+срок|на\s+срок|полномочи|^\s*(?:него|не[её]|них)\b", re.I)
_ARRIVES_AFTER = re.compile(r"орнын|на\s+(?:его|её|ее|их)\s+место|вместо\s+(?:него|не[её]|них)|\bна\s*$", re.I)

_LEFT_ALREADY = re.compile(
    r"выбывш\w*|выведенн\w*|освобожд[её]нн\w*|шыққан|шығарылған|босатылған|кеткен|ранее\s+избранн\w*", re.I
)

_PAIR_DASH = re.compile(r"[^–—→;]*(?:\s[–—-]\s|→)")

_RUSSIAN_VERB = re.compile(
    r"избр|введ|ввест|включ|утверд|назнач|дополн|поруч|возглав|выв[еоё]|исключ|освоб|прекра|отозв|счит|в\s|выбыл|досроч",
    re.I,
)


def label_people(text: str, names: list[NameSpan], state: State) -> list[str]:
    """Say of each name whether its bearer leaves or comes.

    Args:
        text: the sentence.
        names: people named in it.
        state: the walk so far.
    """
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
