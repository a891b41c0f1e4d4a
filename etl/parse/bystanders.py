"""People a sentence names beside those it is about: applicants, proposers, relatives, the other side of a quarrel."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.normalise.names import NameSpan
from etl.normalise.roles import find_roles
from etl.parse.line import Line
from etl.parse.state import State
from etl.parse.wording import ELECTS, RELEASES, REPLACES
from etl.records import Locator

_PERSON = (
    r"председател|руководител|директор|член|секретар|заместител|депутат|граждан|гр\b|аким|начальник|завед|лидер|"
    r"представител|педагог|учител|избирател|жител|сам(?:ого|ой)|от\b|об?\b"
)
_BETWEEN = rf"(?:\s+(?:{_PERSON})[\w.-]*(?:\s+[\w.«»\"-]+){{0,6}})?\s*$"
_APPLICATION = re.compile(rf"\b(?:заявлени|обращени|рапорт|ходатайств|письм|просьб|жалоб)\w*{_BETWEEN}", re.I)
_PROPOSAL = re.compile(rf"\b(?:предложени|представлени|рекомендаци|инициатив|согласи)\w*{_BETWEEN}", re.I)
_NOBODY_ELSE = re.compile(r"\bпо\s+(?:предложению|представлению|рекомендации|инициативе)\s+$", re.I)
"""A proposal of a person alone: without the name its words say nothing."""
_GROUND = re.compile(
    r"\b(?:в\s+связи\s+со?|ввиду|из-за|по\s+причине|вследствие|на\s+основании|по\s+просьбе|согласно|учитывая|с\s+уч[её]том)\b",
    re.I,
)
_RELATIVE = re.compile(
    r"(?<!медицинскую\s)(?<!медицинского\s)(?<!старшую\s)"
    r"\b(?:племянни\w+|сын(?:а|ом|у)?|доч(?:ь|ери|ерью)|супруг\w*|жен[ауы]|женой|муж(?:а|ем)?|брат(?:а|ом)?|сестр\w+|мать|матери|"
    r"отца|родственни\w+|внук\w*|внучк\w+|т[её]т[юи]|дяд[юи]|зят[яь]|сноху|невестку|вдов[уы])\s*$",
    re.I,
)
_WITH = re.compile(r"\bсо?(?:\s+[\w.-]+){0,4}\s*$", re.I)
_BY = re.compile(
    r"\b(?:подан|внес[её]н|представлен|направлен|написан|выдвинут|предложен|рекомендован|подписан)\w*(?:\s+[\w.-]+){0,5}\s*$",
    re.I,
)
_GOVERNED = re.compile(r"\b(?:полномочи|кандидатур|вместо|взамен|место)\w*(?:\s+[\w.-]+){0,4}\s*$", re.I)
"""«полномочия Ивановой», «вместо Ивановой»: the genitive is governed by these words, not by a ground before them."""
_HIM = re.compile(r"\b(?:его|е[её]|их)\b", re.I)
_CLAUSE = re.compile(r"[,;:()–—№]|(?<!гр)\.\s")
_TITLE_BEGINS = re.compile(r"[«\"„“]\s*Об?\s+[а-яё]")
_TITLE_KK = re.compile(r"[«\"„“][^»\"”“]*\s(?:туралы|жөнінде)\s*[»\"”“]")
_INSTEAD = re.compile(r"\b(?:вместо|взамен|выбывш\w*|выведенн\w*|освобожд[её]нн\w*)\b", re.I)
"""«вместо выбывшей в связи с переездом Ивановой»: she left."""

_APPLICATION_KK = re.compile(
    r"\s*(?:(?P<own>өз|өзінің|жеке)\s+)?(?:\w+\s+)?(?:өтініш|арыз|шағым|хат(?:ы|т)|рапорт)", re.I
)
_PROPOSAL_KK = re.compile(
    r"\s*(?:\w+\s+)?(?:ұсынысы|ұсынымы|бастамасы|қолдауы)\w*(?:\s+(?:бойынша|негізінде|мен))?", re.I
)
_RELATIVE_KK = re.compile(
    r"\s*(?:туған\s+)?(?:жиені|ұлы|қызы|баласы|әйелі|жұбайы|зайыбы|күйеуі|інісі|ағасы|әпкесі|апасы|сіңлісі|қарындасы|туысы|туысқаны|"
    r"немересі|келіні|анасы|әкесі|бауыры|күйеу\s+баласы)",
    re.I,
)
_GROUND_KK = re.compile(r"[^,;]*\b(?:байланысты|негізінде|себебінен|салдарынан)\b", re.I)
_WITH_KK = re.compile(r"[^,;]*\b(?:байланысты|негізінде|бірге|жанжал|қақтығыс|дау|туыс)", re.I)

_OBLIQUE = re.compile(r"(?:(?:[оеё]в|[иы]н)ой|[сц]кой|(?:овн|евн|ичн)(?:ы|е|ой))$", re.I)
_INSTRUMENTAL = re.compile(r"(?:(?:[оеё]в|[иы]н)ым|[сц]ким|ичем)$", re.I)
_OBJECT = re.compile(r"(?:(?:овн|евн|ичн)у|(?:[оеё]в|[иы]н)у|[сц]кую)$", re.I)


@dataclass(frozen=True, slots=True)
class Bystander:
    """A person named in a sentence that is about others; ``sure`` where the case of the name says so.

    ``end`` is where the words end that make a bystander of its bearer.
    """

    name: NameSpan
    reason: str
    end: int
    sure: bool = True


def _of(name: NameSpan, reason: str, sure: bool = True) -> Bystander:
    return Bystander(name, reason, name.end, sure)


def find_bystanders(text: str, names: list[NameSpan]) -> list[Bystander]:
    """Return the people whom a sentence names without saying that they come or leave.

    A name counts as that of a member where it is the object of the verb. It is not inside a quoted title, behind a
    noun of kinship, with «с» in the instrumental, or in a ground («на основании заявления …», «в связи с …», «по
    предложению …», «… өтініші негізінде», «… ұсынысы бойынша»), unless the case leaves it open and the verb would
    have no object otherwise: who leaves on one's own application is named by it alone.

    Args:
        text: the sentence.
        names: the people named in it, in order.
    """
    found: dict[int, Bystander] = {}
    for place in range(len(names)):
        reason = _russian(text, names, place, found) or _kazakh(text, names, place, found)
        if reason is not None:
            found[place] = reason
    rest = [name for place, name in enumerate(names) if place not in found]
    if not rest and (RELEASES.search(text) or ELECTS.search(text)):
        released = RELEASES.search(text) is not None
        kept = {"application"} | ({"ground"} if released else set())
        return [b for b in found.values() if b.reason not in kept]
    return list(found.values())


def leave_out_bystanders(
    line: Line, names: list[NameSpan], state: State, locator: Locator
) -> tuple[Line, list[NameSpan]]:
    """Return a line and its names without those it only mentions; each of them is an issue.

    Args:
        line: the line.
        names: people named in it.
        state: the walk, for the issues.
        locator: where the line stands.
    """
    bystanders = find_bystanders(line.text, names)
    if not bystanders:
        return line, names
    left = line
    for bystander in bystanders:
        start, end = bystander.name.start, bystander.name.end
        left = left.without(_with_post(line.text, start), bystander.end)
        state.issue(
            "named_beside",
            f"{line.quote(start, end)!r} is named as {_TOLD[bystander.reason]}, not as a member",
            locator,
            line.printed,
            severity="info" if bystander.sure else "warning",
            in_list=False,
        )
    rest = [name for name in names if all(name is not b.name for b in bystanders)]
    if not rest and _has_verb(line.text):
        message = f"nobody is named as the one who comes or leaves: {line.text!r}"
        state.issue("unread_line", message, locator, line.printed)
    return left, rest


_TOLD = {
    "title": "part of a title",
    "relative": "a relative",
    "company": "another party",
    "application": "an applicant",
    "proposal": "a proposer",
    "ground": "part of a ground",
}


def _with_post(text: str, start: int) -> int:
    """Return where the words begin that speak of a bystander alone: the post, and «по предложению» of one person."""
    before = text[:start]
    posts = list(find_roles(before, strict=False))
    if posts and re.fullmatch(r"\s*(?:комисси\w+\s*)?", before[posts[-1].end :]):
        start = posts[-1].start
    since = _NOBODY_ELSE.search(text[:start])
    return since.start() if since else start


def _titles(text: str) -> list[tuple[int, int]]:
    """Return where titles of acts stand in quotes; a title may hold quotes of its own."""
    found = [match.span() for match in _TITLE_KK.finditer(text)]
    for match in _TITLE_BEGINS.finditer(text):
        depth, end = 1, match.start() + 1
        while end < len(text) and depth:
            depth += (text[end] in "«„") - (text[end] in "»”" or (text[match.start()] in '"“' and text[end] in '"”'))
            end += 1
        found.append((match.start(), end))
    return found


def _form(name: NameSpan) -> str:
    """Tell the case as far as the endings decide it: a man's genitive and accusative are one."""
    words = name.name.printed.split()
    if any(_INSTRUMENTAL.search(word) for word in words) or name.name.case == "instrumental":
        return "instrumental"
    if any(_OBLIQUE.search(word) for word in words) or name.name.case in ("genitive", "dative"):
        return "oblique" if name.name.gender != "m" or name.name.case == "dative" else "open"
    if any(_OBJECT.search(word) for word in words):
        return "object"
    return "open"


def _has_verb(text: str) -> bool:
    return bool(RELEASES.search(text) or ELECTS.search(text))


def _russian(text: str, names: list[NameSpan], place: int, found: dict[int, Bystander]) -> Bystander | None:
    name = names[place]
    if any(start < name.start and name.end <= end for start, end in _titles(text)):
        return _of(name, "title")
    form = _form(name)
    if form == "object" or name.name.case.startswith("kk_"):
        return None
    before = text[names[place - 1].end if place else 0 : name.start]
    clause = _CLAUSE.split(before)[-1]
    verbs = [m.end() for pattern in (RELEASES, ELECTS) for m in pattern.finditer(clause)]
    clause = clause[max(verbs, default=0) :]
    if _RELATIVE.search(clause):
        return _of(name, "relative", form == "oblique")
    if form == "instrumental" and (_WITH.search(clause) or _BY.search(clause)):
        return _of(name, "company")
    if _GOVERNED.search(clause) or _INSTEAD.search(clause):
        return None
    reason = ("application" if _APPLICATION.search(clause) else "proposal" if _PROPOSAL.search(clause) else None) or (
        "ground" if _GROUND.search(clause) else None
    )
    if reason is None or not _is_free(text, names, place, found, before, reason, form):
        return None
    return _of(name, reason, form != "open")


def _is_free(
    text: str, names: list[NameSpan], place: int, found: dict[int, Bystander], before: str, reason: str, form: str
) -> bool:
    """Tell whether the verb has another object than a name in a ground."""
    last = place + 1 == len(names)
    gap = text[names[place].end : len(text) if last else names[place + 1].start]
    given = place > 0 and place - 1 not in found and not re.search(r"[№;:]", before) and not _has_verb(before)
    if given:
        # «Вывести А. в связи с … Б.»: the object stands before; with a ground of its own Б. is the next of a list.
        return form != "open" or not (reason == "ground" and _GROUND.search(_CLAUSE.split(gap)[0]))
    verbs = sum(1 for pattern in (RELEASES, ELECTS) for _ in pattern.finditer(gap))
    if not last and ((_has_verb(gap) and _HIM.search(gap)) or verbs > 1):
        return False  # «По заявлению А. вывести её, избрать Б.»: the applicant is the one who leaves
    if form != "open":
        return True
    if last:
        return reason == "proposal"
    if re.fullmatch(r"\s+", gap):
        return True  # «избрать по предложению А. Б.»
    return _has_verb(gap) and not _has_verb(text[: names[place].start])


def _kazakh(text: str, names: list[NameSpan], place: int, found: dict[int, Bystander]) -> Bystander | None:
    name = names[place]
    last = place + 1 == len(names)
    gap = text[name.end : len(text) if last else names[place + 1].start]
    case = name.name.case
    if case == "kk_instrumental":
        return _of(name, "company") if _WITH_KK.match(gap) else None
    genitive = case == "kk_genitive"
    if genitive and _RELATIVE_KK.match(gap):
        return _of(name, "relative")
    shortened = name.name.printed.endswith(".")
    if (genitive or shortened) and (proposal := _PROPOSAL_KK.match(gap)):
        return Bystander(name, "proposal", name.end + proposal.end(), genitive)
    application = _APPLICATION_KK.match(gap)
    if application and (genitive or (shortened and not application["own"])):
        reason = "application"
    elif genitive and _GROUND_KK.match(gap):
        reason = "ground"
    else:
        return None
    if REPLACES.search(gap) or (not last and re.search(r",\s*$", gap) and names[place + 1].name.case == "kk_genitive"):
        return None
    given = place > 0 and place - 1 not in found and not _has_verb(text[names[place - 1].end : name.start])
    return _of(name, reason, genitive) if given or not _has_verb(gap) else None
