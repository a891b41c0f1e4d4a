"""Who nominated a member: kind, lineage of the party, comparison key of the organisation, branch."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.normalise.employers import Employer, code_employer
from etl.normalise.nominator_names import INNER_QUOTE, PLACE_WORD, branch_of, own_name, stems_key
from etl.normalise.nominator_words import NominatorKind, NominatorWords, load_nominators
from etl.normalise.party_names import PartyHit, find_misspelt_party, find_parties
from etl.normalise.phrases import skeleton, tidy
from etl.normalise.respelling import respell
from etl.normalise.sieve import Sieve
from models.reference import Pack


@dataclass(frozen=True, slots=True)
class Nominator:
    """A printed nominator, coded; `unknown` keeps the text and has neither party nor key.

    `national`: one association of the whole country, whichever branch is printed. `body`: the words that name the
    state body, or the workplace whose collective nominates.
    """

    kind: NominatorKind
    party_id: str | None = None
    key: str | None = None
    name: str | None = None
    branch: str | None = None
    notes: tuple[str, ...] = ()
    confidence: float = 0.0
    national: bool = False
    body: str | None = None


_EDGE = " ,;:.–—-("
_CASE_AFTER_CAPITALS = re.compile(
    r"(?<=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2})[»\"”]?-(?:[дтн][аеыі]н|[дтн][ыі]ң|[мбп]ен|[гқғк][аеә])(?!\w)"
)
"""«ҚХП-дан», «AMANAT-тың»: a case ending is no part of a name in capitals."""
_GLUED = re.compile(r"(?<=[а-яёәғқңөұүһі])(?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ«])")
_DATED = re.compile(r"\s*(?:,?\s*(?:протокол|хаттама|письмо|от \d|№\s*\d+\s*от).*)$", re.IGNORECASE)


def code_nominator(text: str, pack: Pack, *, on: dt.date | None = None, language: str | None = None) -> Nominator:
    """Code a nominator as printed; what is not understood is `unknown`.

    Args:
        text: the printed nominator in any case, with or without «выдвинут», «ұсынған» and the like.
        pack: the country's reference pack.
        on: day of the act; tells parties apart whose short forms collide.
        language: of the text, for the party's name in the answer.

    Source: Constitutional Law on Elections art. 10(3) for the lawful kinds; lineage of `parties.yml`.
    """
    return _code(text, on, language, load_nominators(pack))


def strip_nominator_words(text: str, pack: Pack) -> str:
    """Remove «выдвинут», «по предложению», «ұсынған», «ұсынысы бойынша» and the like around a nominator.

    Args:
        text: a printed nominator.
        pack: the country's reference pack.
    """
    return _strip(tidy(text), load_nominators(pack))


def looks_like_nominator(text: str, pack: Pack) -> float:
    """Say how much a piece of a line looks like the nominator, 0 to 1.

    Args:
        text: one piece of a line.
        pack: the country's reference pack.
    """
    return _likeness(text, load_nominators(pack))


@lru_cache(maxsize=32_768)
def _likeness(text: str, words: NominatorWords) -> float:
    shown = tidy(text)
    bare = _strip(shown, words)
    coded = _code(text, None, None, words)
    said = len(bare.split()) < len(shown.split())
    if coded.kind == "unknown":
        return 0.6 if said and bare else 0.05
    if said:
        return 0.98
    scores = {
        "party": 0.9,
        "association": 0.7,
        "higher_commission": 0.8,
        "residents": 0.85,
        "workplace_collective": 0.85,
        "self": 0.9,
    }
    return round(scores.get(coded.kind, 0.1) * coded.confidence, 3)


def _strip(shown: str, words: NominatorWords) -> str:
    for _ in range(4):
        before = shown
        match = words.start.match(skeleton(shown))
        if match:
            shown = shown[match.end() :].strip(_EDGE)
        match = words.end.search(skeleton(shown))
        if match and match.start() > 0:
            shown = shown[: match.start()].rstrip(_EDGE)
        if shown == before:
            break
    if shown.endswith(")") and shown.count(")") > shown.count("("):
        shown = shown[:-1].rstrip()
    return _DATED.sub("", shown) or shown


@lru_cache(maxsize=100_000)
def _code(text: str, on: dt.date | None, language: str | None, words: NominatorWords) -> Nominator:
    bare = _CASE_AFTER_CAPITALS.sub("", _strip(tidy(text), words))
    flat = skeleton(bare)
    if not flat.strip(" №0123456789"):
        return Nominator("unknown", notes=("empty",))
    if words.wings.search(flat):
        return _association(bare, flat, words, 0.9, ("body beside a party",))
    coded = _read(_Asked(bare, flat, on, language, words))
    if coded.kind not in ("unknown", "state_body") and not (coded.kind == "party" and coded.party_id is None):
        return coded
    respelt = respell(_GLUED.sub(" ", bare), words.vocabulary)
    if respelt == bare:
        return coded
    again = _read(_Asked(respelt, skeleton(respelt), on, language, words))
    gained = again.kind != "unknown" and (coded.kind != "party" or again.party_id is not None)
    if not gained or (coded.kind == "state_body" and again.kind not in ("workplace_collective", "higher_commission")):
        return coded
    notes = (*again.notes, "misspelt")
    return replace(again, name=again.name if again.party_id else bare, notes=notes, confidence=again.confidence * 0.8)


def _read(asked: _Asked) -> Nominator:
    for read in (_read_party, _read_kind, _read_unclear_party, _read_body):
        coded = read(asked)
        if coded:
            return coded
    misspelt = find_misspelt_party(own_name(asked.bare, asked.words), asked.words.names, asked.on, certain=False)
    if misspelt:
        return _party(asked, misspelt, misspelt.score * 0.85)
    return Nominator("unknown", name=asked.bare, notes=("not understood",))


class _Asked:
    """One nominator on its way through the readings, with what each of them needs."""

    def __init__(self, bare: str, flat: str, on: dt.date | None, language: str | None, words: NominatorWords) -> None:
        self.bare, self.flat, self.on, self.language, self.words = bare, flat, on, language, words
        self.party_word = words.party.search(flat)
        self.form = words.forms.search(flat) or words.short_forms.search(bare)
        self.hits = find_parties(bare, words.names, on)


def _read_party(asked: _Asked) -> Nominator | None:
    """Read a party that is named beyond doubt: by a party word, or by a name no other body bears."""
    if asked.form and not asked.party_word:
        return None  # ОО «Бірлік» and «Әділет» ҚБ are associations that bear a party's name
    for hit in asked.hits:
        if asked.party_word and hit.guarded and (misspelt := _misspelt_beside(asked, hit)):
            return _party(asked, misspelt, misspelt.score * 0.9)
        if asked.party_word or (not hit.guarded and _fills_text(asked, hit) and not _names_another(asked, hit)):
            return _party(asked, hit, 0.98)
    return None


def _fills_text(asked: _Asked, hit: PartyHit) -> bool:
    """Tell whether a name without a party word stands in quotes or alone: «Аманат» is a given name too."""
    if hit.quoted or asked.words.branch.search(asked.flat):
        return True
    rest = f"{asked.bare[: hit.span[0]]} {asked.bare[hit.span[1] :]}"
    return all(PLACE_WORD.search(skeleton(word)) for word in rest.split() if any(map(str.isalpha, word)))


def _misspelt_beside(asked: _Asked, hit: PartyHit) -> PartyHit | None:
    """Find a garbled quoted name beside words that several parties share («Демократическая партия … «А жол»)."""
    quoted = INNER_QUOTE.search(asked.bare)
    if not quoted or (hit.span[0] <= quoted.start(1) and quoted.end(1) <= hit.span[1]):
        return None
    own = own_name(asked.bare, asked.words)
    found = find_misspelt_party(own, asked.words.names, asked.on, certain=True)
    return found if found and found.party_id != hit.party_id else None


def _read_kind(asked: _Asked) -> Nominator | None:
    for kind, pattern in asked.words.kinds:
        if pattern.search(asked.flat):
            return _by_kind(kind, asked, pattern)
    return None


def _read_unclear_party(asked: _Asked) -> Nominator | None:
    """Read a party word whose party is misspelt, not in the data, or not to be told apart on the day."""
    if not asked.party_word:
        return None
    misspelt = find_misspelt_party(own_name(asked.bare, asked.words), asked.words.names, asked.on, certain=True)
    if misspelt:
        return _party(asked, misspelt, misspelt.score * 0.9)
    key = stems_key("party", asked.bare, asked.words)
    notes = ("party not in the reference data",)
    return Nominator("party", None, key, asked.bare, branch_of(asked.bare, None, asked.words), notes, 0.6)


def _read_body(asked: _Asked) -> Nominator | None:
    bare, flat, words = asked.bare, asked.flat, asked.words
    if asked.form:
        notes = ("name equals a party's",) if any(hit.quoted for hit in asked.hits) else ()
        return _association(bare, flat, words, 0.95, notes)
    bare_party = next((hit for hit in asked.hits if hit.guarded and _stands_alone(asked, hit)), None)
    if bare_party:
        return _party(asked, bare_party, 0.5)
    employer = code_employer(bare, words.pack)
    association = words.association.search(flat)
    quoted = next((hit for hit in asked.hits if hit.quoted and hit.guarded), None)
    if quoted and employer.type == "unknown" and not association:
        return _party(asked, quoted, 0.8)
    if _is_state(flat, employer, words):
        key = f"state_body:{employer.key}" if employer.key else stems_key("state_body", bare, words)
        return Nominator("state_body", None, key, bare, confidence=0.85, body=bare)
    return _association(bare, flat, words, 0.85, ()) if association else None


def _stands_alone(asked: _Asked, hit: PartyHit) -> bool:
    """Tell whether a guarded short form is all that is printed: capitals on a dated act, or a name the pack allows."""
    start, end = hit.span
    rest = asked.flat[:start] + " " * (end - start) + asked.flat[end:]
    if asked.words.branch.sub(" ", rest).strip():
        return False
    printed = asked.bare[start:end]
    if printed[:1].isupper() and asked.words.bare_names.fullmatch(asked.flat[start:end]):
        return True
    return asked.on is not None and printed.isupper() and len(printed) <= 5 and " " not in printed


def _names_another(asked: _Asked, hit: PartyHit) -> bool:
    """Tell whether a party's name is only a part of another body's («Аманат» in a firm's or a union's name)."""
    words, flat = asked.words, asked.flat
    rest = flat[: hit.span[0]] + " " * (hit.span[1] - hit.span[0]) + flat[hit.span[1] :]
    rest = words.branch.sub(" ", words.party.sub(" ", rest))
    if words.association.search(rest):
        return True
    return code_employer(asked.bare, words.pack).type not in ("unknown", "other")


def _is_state(flat: str, employer: Employer, words: NominatorWords) -> bool:
    """Tell whether a state body or institution nominates; the word that stands first says what a body is."""
    if employer.sector in ("civic", "party", "religious"):
        return False
    state, association = words.state.search(flat), words.association.search(flat)
    if state and association:
        return state.start("phrase") < association.start("phrase")
    return state is not None or (association is None and employer.ownership == "public")


def _by_kind(kind: NominatorKind, asked: _Asked, pattern: Sieve) -> Nominator:
    if kind == "workplace_collective":
        match = pattern.search(asked.flat)
        assert match is not None
        rest = f"{asked.bare[: match.start('phrase')]} {asked.bare[match.end('phrase') :]}"
        rest = " ".join(rest.split())
        key = code_employer(rest, asked.words.pack).key
        body = rest if key else None
        return Nominator(kind, None, f"{kind}:{key}" if key else kind, asked.bare, confidence=0.95, body=body)
    branch = branch_of(asked.bare, None, asked.words) if kind == "higher_commission" else None
    return Nominator(kind, None, kind, asked.bare, branch, confidence=0.95)


def _party(asked: _Asked, hit: PartyHit, confidence: float) -> Nominator:
    notes = [] if hit.in_force else ["name not in force on the day"]
    if hit.score < 1:
        notes.append("misspelt")
    name = asked.words.pack.party_name(hit.party_id, asked.language or "ru", asked.on)
    branch = branch_of(asked.bare, hit.span if hit.score == 1 else None, asked.words)
    return Nominator("party", hit.party_id, hit.party_id, name, branch, tuple(notes), round(confidence, 3))


def _association(bare: str, flat: str, words: NominatorWords, confidence: float, notes: tuple[str, ...]) -> Nominator:
    branch = branch_of(bare, None, words)
    for entry, pattern in words.known:
        if pattern.search(flat):
            key = f"association:{entry.key}"
            return Nominator("association", None, key, entry.ru, branch, notes, confidence, entry.national)
    return Nominator("association", None, stems_key("association", bare, words), bare, branch, notes, confidence)
