"""One person's entry: the printed name, and what the words before and after it say about the person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from etl.normalise.dates import birth_year
from etl.normalise.nominators import code_nominator, looks_like_nominator, strip_nominator_words
from etl.normalise.roles import parse_role
from etl.normalise.workplaces import Segment, classify_segments, split_workplace
from etl.parse.commissions import find_commissions
from etl.parse.legend import bare_code
from etl.parse.line import Line
from etl.parse.pieces import Piece, cut_pieces
from etl.parse.state import State

_CONNECTORS = re.compile(
    r"^(?:(?:и|а\s+также|және|мен|оның\s+орнына|орнына|жұмыс\s+орны|(?:основное\s+)?место\s+работы|работает|должность|лауазымы)\b[\s:–—-]*)+",
    re.I,
)
_EDUCATION = re.compile(
    r"^(?:образование|білімі)\b|^(?:не(?:полное|законченное|оконченное)\s+)?(?:н/|н\.\s*)?(?:высшее|средне\w*)(?:[\s-]+(?:специальное|профессиональное|техническое|юридическое|"
    r"педагогическое|экономическое))*(?:\s+образование)?$|^(?:толық\s+емес\s+)?(?:жоғары|орта|арнаулы\s+орта|орта\s+арнаулы)(?:\s+білімді|\s+білім)?$",
    re.I,
)
_GROUND = re.compile(
    r"в\s+связи\s+с\w*|по\s+(?:личному|собственному)|на\s+основании|по\s+состоянию|согласно\s+(?:личн|заявл)|"
    r"байланысты|өтініші?\w*|өз\s+еркі\w*|қайтыс|себебі|\bпереезд\w*|\bсмерт\w*",
    re.I,
)
_MEMBERSHIP = re.compile(
    r"^\s*(?:член|является\s+членом)\s+(?:политическ\w+\s+)?парти|парти\w*\s+мүшесі|беспартийн\w*|партияда\s+жоқ", re.I
)
_ANNOUNCES = re.compile(
    r"(?:кем\s+)?(?:предложен|выдвинут|рекомендован)\w*$|(?:кім\s+)?ұсын(?:ған|ушы|ды|ылған)\s*$|ұсынған\s+(?:ұйым|партия|субъект)\w*$",
    re.I,
)
"""Words that announce the nominator after a colon: «ұсынған: …», «предложена: …»."""
_SAYS_NOMINATION = re.compile(r"выдвин|предлож|рекоменд|представлени|ұсын", re.I)
_FROM = re.compile(r"от\s+(?=\S)", re.I)
_TERM_WORDS = re.compile(
    r"^(?:сайлансын|сайланды|сайланған|енгізілсін|тағайындалсын|избрать|избран\w*|бекітілсін|на\s+оставшийся\s+срок.*|қалған\s+мерзім\w*|"
    r"до\s+(?:избрания|его|её|ее).*|шығарылсын|босатылсын|міндетінен|мүшелігінен|құрамынан|вошли|вошёл|вошла|в\s+составе|составе|"
    r"мына\w*\s+құрамда|болып|болсын|деп\s+танылсын|[\W\d_]*)$",
    re.I,
)
_LEADS = re.compile(
    r"(?:(?:участков\w+\s+|эту\s+)?(?:избирательн\w+\s+)?комисси\w+\s+)?(?:енді\s+)?(?:возглав(?:ит|ил[аи]?|ляет)|басқара(?:ды|тын))\b\.?(?:\s+(?:её|ее|его)\b)?",
    re.I,
)
_BECOMES = re.compile(
    r"(?P<post>(?:председател|заместител|зам|секретар|член)\w*\.?(?:\s+председател\w*)?(?:\s+комиссии)?)\s+(?:(?:ей|ему|комиссии)\s+)?"
    r"(?:избран|утвержд[её]н|назначен|стал|станет|будет)\w*(?:\s|$)",
    re.I,
)
_YOUNGEST = 2012
"""No later year is one of birth: members are of age."""
_ONLY_QUOTED = re.compile(r"[«\"“„][^«»\"“”„]{2,36}[»\"”“]")


@dataclass(slots=True)
class Facts:
    """What was read around one name, as printed."""

    role: str | None = None
    nominator: str | None = None
    employer: str | None = None
    job: str | None = None
    birth_year: int | None = None
    education: str | None = None
    stated_party: str | None = None
    ground: str | None = None
    confidence: float = 1.0
    leftover: list[str] = field(default_factory=list)


def read_facts(line: Line, spans: list[tuple[int, int]], state: State, *, known_role: str | None = None) -> Facts:
    """Read role, nominator, workplace, birth year, education and ground from the text around a name.

    Args:
        line: the line.
        spans: the parts of ``line.text`` that belong to this person, in order, the name left out.
        state: language and pack.
        known_role: a role already known from a sub-heading; a bare post is then read as a job.
    """
    facts = Facts(role=known_role)
    rest: list[Piece] = []
    if state.legend:
        _take_stars(line, spans, facts, state)
    for start, end in spans:
        announced = False
        for whole in cut_pieces(line.text, start, end):
            piece = _without_connector(whole)
            piece = _take_verb(piece, facts) if piece is not None else None
            if piece is None:
                continue
            if announced and facts.nominator is None:
                facts.nominator, announced = line.quote(piece.start, piece.end), False
            elif state.legend and _take_code(piece.text, facts, state):
                continue
            elif _ANNOUNCES.match(piece.text):
                announced = True
            elif not _take(piece, facts, line, known_role, state):
                rest.append(piece)
    _classify(rest, facts, line, state)
    return facts


def _is_post_elsewhere(text: str, state: State) -> bool:
    """A post in another commission than the one whose list this is is a job: professional members have one."""
    here = state.commission
    if here is None:
        return False
    for mention in find_commissions(text, state.language):
        if mention.level != here.level or mention.number != here.number:
            return True
        if here.number is None and _is_regional(here.name) != _is_regional(mention.name):
            return True
    return False


def _is_regional(name: str) -> bool:
    return bool(re.search(r"област|облыс", name, re.I))


def _without_connector(piece: Piece) -> Piece | None:
    """Leave out «и», «орнына», «место работы» at the beginning of a piece; None where nothing else is left."""
    match = _CONNECTORS.match(piece.text)
    if match is None:
        return piece
    rest = piece.text[match.end() :]
    return Piece(rest, piece.end - len(rest), piece.end, piece.bracketed) if rest.strip() else None


def _take_code(text: str, facts: Facts, state: State) -> bool:
    """Use a sign that the document's legend explains."""
    code, legend = bare_code(text), state.legend
    kind = legend.explains(code)
    if kind == "role":
        facts.role = facts.role or legend.roles[code]
    elif kind == "nominator":
        facts.nominator = facts.nominator or legend.nominators[code]
    elif kind == "party_membership":
        facts.stated_party = facts.stated_party or legend.parties[code]
    return kind is not None


def _take_stars(line: Line, spans: list[tuple[int, int]], facts: Facts, state: State) -> None:
    """Use the asterisks behind a name, which cutting into pieces leaves out."""
    start, end = spans[-1]
    stars = re.match(r"\s*(\*{1,4})(?!\*)", line.text[start:end])
    if stars is not None:
        _take_code(stars.group(1), facts, state)


def _take_verb(piece: Piece, facts: Facts) -> Piece | None:
    """Take the post a verb tells («возглавит её завуч», «секретарём избран учитель») and return what follows it."""
    match = _LEADS.match(piece.text) or _BECOMES.match(piece.text)
    if match is None:
        return piece
    facts.role = facts.role or ("chair" if match.re is _LEADS else parse_role(match.group("post")))
    rest = piece.text[match.end() :].strip()
    return Piece(rest, piece.end - len(rest), piece.end, piece.bracketed) if rest else None


def _take(piece: Piece, facts: Facts, line: Line, known_role: str | None, state: State) -> bool:
    """Use a piece whose meaning its own words tell."""
    text = piece.text.strip()
    if facts.birth_year is None and re.search(r"\d{4}", text) and len(text) < 45 and (year := _year_of_birth(text)):
        facts.birth_year = year
        return True
    if not text or _TERM_WORDS.match(text):
        return True
    role = None if _is_post_elsewhere(text, state) else parse_role(text)
    if role is not None and (facts.role is None or role == facts.role):
        facts.role = role
        return True
    if role is not None and known_role is None and facts.role is not None:
        return False
    if _FROM.match(text) and facts.nominator is None and looks_like_nominator(text[3:], state.pack) >= 0.4:
        facts.nominator = line.quote(piece.start + 3, piece.end)
        return True
    if facts.nominator is None and _nominates_alone(piece, state):
        facts.nominator = line.quote(piece.start, piece.end)
        return True
    if _MEMBERSHIP.search(text):
        facts.stated_party = line.quote(piece.start, piece.end)
        return True
    if (
        _EDUCATION.search(text)
        and len(text) < 60
        and not re.search(r"[«\"№]|отдел|бөлім|басқарма|управлени", text, re.I)
    ):
        facts.education = text
        return True
    if _GROUND.search(text) and not re.search(r"предложени|ұсыныс", text, re.I):
        facts.ground = line.quote(piece.start, piece.end)
        return True
    return False


def _year_of_birth(text: str) -> int | None:
    year = birth_year(text)
    return year if year is not None and year <= _YOUNGEST else None


def _nominates_alone(piece: Piece, state: State) -> bool:
    """Tell whether a piece in brackets, or a bare name in quotes, is the nominator: «(Бірлік)», «секретарь, «Ауыл»»."""
    text = piece.text
    if piece.bracketed and looks_like_nominator(text, state.pack) >= 0.4:
        return True
    if not (piece.bracketed or _ONLY_QUOTED.fullmatch(text)) or len(text) > 40:
        return False
    act = state.acts[state.act] if state.act < len(state.acts) else None
    day = (act.decided_on if act is not None else None) or state.side_car.as_of
    quoted = text if text[:1] in '«"“„' else f"«{text}»"
    return code_nominator(quoted, state.pack, on=day).kind == "party"


def _classify(pieces: list[Piece], facts: Facts, line: Line, state: State) -> None:
    if not pieces:
        return
    segments = classify_segments([piece.text for piece in pieces], state.pack, state.language)
    nominator = _best_nominator(pieces, segments) if facts.nominator is None else None
    workplace: list[Piece] = []
    for piece, segment in zip(pieces, segments, strict=True):
        kind = segment.kind
        if piece is nominator:
            printed = line.quote(piece.start, piece.end)
            facts.nominator = strip_nominator_words(printed, state.pack) or printed
        elif kind in ("employer", "job", "workplace", "status", "profession", "nominator"):
            workplace.append(piece)
        elif kind == "role" and facts.role is None:
            facts.role = parse_role(piece.text)
        elif kind in ("birth", "education", "address"):
            continue
        else:
            facts.leftover.append(piece.text)
    if workplace:
        read_workplace(line, workplace, facts, state)


def _best_nominator(pieces: list[Piece], segments: list[Segment]) -> Piece | None:
    """Return the piece that nominates: one that says so wins over one that only could («КГУ «Школа № 3»»)."""
    found = [
        (bool(_SAYS_NOMINATION.search(piece.text)), segment.score, -place, piece)
        for place, (piece, segment) in enumerate(zip(pieces, segments, strict=True))
        if segment.kind == "nominator"
    ]
    return max(found)[3] if found else None


def read_workplace(line: Line, pieces: list[Piece], facts: Facts, state: State) -> None:
    """Read employer and job from the pieces that speak of work, which need not stand side by side."""
    adjoining = [workplace for workplace in _runs(pieces, line.text)]
    for start, end in adjoining:
        found = split_workplace(line.text[start:end], state.pack, state.language)
        if found.employer_as_printed and facts.employer is None:
            facts.employer = _printed_form(line, start, end, found.employer_as_printed)
        if found.job_title and facts.job is None:
            facts.job = found.job_title


def _runs(pieces: list[Piece], text: str) -> list[tuple[int, int]]:
    """Join pieces that only a comma parts."""
    runs: list[list[int]] = []
    for piece in pieces:
        if runs and re.fullmatch(r"[\s,]*", text[runs[-1][1] : piece.start]):
            runs[-1][1] = piece.end
        else:
            runs.append([piece.start, piece.end])
    return [(a, b) for a, b in runs]


def _printed_form(line: Line, start: int, end: int, repaired: str) -> str:
    at = line.text.find(repaired, start, end)
    return line.quote(at, at + len(repaired)) if at >= 0 else repaired
