"""Who nominated a member: kind, lineage of the party, comparison key of the organisation, branch."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from etl.normalise.employer_keys import stem_word
from etl.normalise.employers import Employer, code_employer
from etl.normalise.lexicon import compile_short
from etl.normalise.party_names import PartyHit, PartyNames, find_misspelt_party, find_parties, load_party_names
from etl.normalise.phrases import compile_phrases, skeleton, tidy
from models.reference import Pack, read_yaml
from models.reference.entries import Entry, Strict

NominatorKind = Literal[
    "party", "association", "higher_commission", "residents", "workplace_collective", "state_body", "self", "unknown"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Nominator:
    """A printed nominator, coded; `unknown` keeps the text and has neither party nor key."""

    kind: NominatorKind
    party_id: str | None = None
    key: str | None = None
    name: str | None = None
    branch: str | None = None
    notes: tuple[str, ...] = ()
    confidence: float = 0.0


class LeadWords(Strict):
    """Words around a nominator's name."""

    start: tuple[str, ...]
    end: tuple[str, ...]


class KindPhrases(Strict):
    """A kind told by words alone."""

    kind: NominatorKind
    phrases: tuple[str, ...]


class KnownAssociation(Strict):
    """An association that stands in many lists, with its name in both languages."""

    key: str
    kk: str
    ru: str
    phrases: tuple[str, ...]


class NominatorFile(Entry):
    """`nominators.yml`."""

    lead_words: LeadWords
    kinds: tuple[KindPhrases, ...]
    party_words: tuple[str, ...]
    branch_words: tuple[str, ...]
    party_wings: tuple[str, ...] = ()
    association_forms: tuple[str, ...]
    association_short: tuple[str, ...] = ()
    association_words: tuple[str, ...]
    state_words: tuple[str, ...]
    associations: tuple[KnownAssociation, ...] = ()
    word_pairs: dict[str, str] = {}


@dataclass(frozen=True, eq=False)
class NominatorWords:
    """`nominators.yml` compiled, with the parties' names."""

    start: re.Pattern[str]
    end: re.Pattern[str]
    kinds: tuple[tuple[NominatorKind, re.Pattern[str]], ...]
    party: re.Pattern[str]
    branch: re.Pattern[str]
    wings: re.Pattern[str]
    forms: re.Pattern[str]
    short_forms: re.Pattern[str]
    association: re.Pattern[str]
    state: re.Pattern[str]
    known: tuple[tuple[KnownAssociation, re.Pattern[str]], ...]
    pairs: dict[str, str]
    names: PartyNames
    pack: Pack


_TOKEN = re.compile(r"[а-яa-zєѓ]+|\d+")
_INNER_QUOTE = re.compile(r"[«\"“„]\s*([^«»\"“”„]+?)\s*[»\"”]")
_EDGE = " ,;:.–—-("
_DATED = re.compile(r"\s*(?:,?\s*(?:протокол|хаттама|письмо|от \d|№\s*\d+\s*от).*)$", re.IGNORECASE)


def load_nominators(pack: Pack) -> NominatorWords:
    """Load the words about nominators of a pack.

    Args:
        pack: a reference pack.

    Raises:
        PackError: `nominators.yml` is missing or an entry does not fit.
    """
    found = _LOADED.get((pack.directory, pack.digest))
    if found is None:
        found = _compile(pack)
        _LOADED[(pack.directory, pack.digest)] = found
    return found


_LOADED: dict[tuple[Path, str], NominatorWords] = {}


def _compile(pack: Pack) -> NominatorWords:
    data = read_yaml(pack.directory, "nominators.yml", NominatorFile)
    return NominatorWords(
        start=compile_phrases(data.lead_words.start, at_start=True),
        end=compile_phrases(data.lead_words.end, at_end=True),
        kinds=tuple((entry.kind, compile_phrases(entry.phrases)) for entry in data.kinds),
        party=compile_phrases(data.party_words),
        branch=compile_phrases(data.branch_words),
        wings=compile_phrases(data.party_wings),
        forms=compile_phrases(data.association_forms),
        short_forms=compile_short(data.association_short),
        association=compile_phrases(data.association_words),
        state=compile_phrases(data.state_words),
        known=tuple((entry, compile_phrases(entry.phrases)) for entry in data.associations),
        pairs=dict(data.word_pairs),
        names=load_party_names(pack),
        pack=pack,
    )


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
    words = load_nominators(pack)
    shown = tidy(text)
    bare = _strip(shown, words)
    coded = _code(text, None, None, words)
    said = len(bare) < len(shown) - 3
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
    bare = _strip(tidy(text), words)
    flat = skeleton(bare)
    if not flat.strip(" №0123456789"):
        return Nominator("unknown", notes=("empty",))
    party_word = words.party.search(flat)
    form = words.forms.search(flat) or words.short_forms.search(bare)
    if words.wings.search(flat):
        return _association(bare, flat, words, 0.9, ("body beside a party",))
    hits = find_parties(bare, words.names, on)
    strong = [
        hit
        for hit in hits
        if party_word or (not hit.guarded and not form and not _names_another(bare, flat, hit, words))
    ]
    if strong and not (form and not party_word):
        return _party(bare, strong[0], words, on, language, 0.98 if party_word or not strong[0].guarded else 0.9)
    for kind, pattern in words.kinds:
        if pattern.search(flat):
            return _by_kind(kind, bare, flat, pattern, words)
    if party_word and (not form or party_word.start() < 60):
        misspelt = find_misspelt_party(_own_name(bare, words), words.names)
        if misspelt:
            return _party(bare, misspelt, words, on, language, misspelt.score * 0.9)
        if party_word.group("phrase")[:4] == "парт":
            return Nominator(
                "party",
                None,
                _stems_key("party", bare, words),
                bare,
                _branch(bare, None, words),
                ("party not in the reference data",),
                0.6,
            )
    if form:
        notes = ("name equals a party's",) if hits and hits[0].quoted else ()
        return _association(bare, flat, words, 0.95, notes)
    employer = code_employer(bare, words.pack)
    quoted = [hit for hit in hits if hit.quoted and hit.guarded]
    if quoted and employer.type == "unknown" and not words.association.search(flat):
        return _party(bare, quoted[0], words, on, language, 0.8)
    if words.association.search(flat) and not _is_state(flat, employer, words):
        return _association(bare, flat, words, 0.85, ())
    if _is_state(flat, employer, words):
        return Nominator(
            "state_body",
            None,
            f"state_body:{employer.key}" if employer.key else _stems_key("state_body", bare, words),
            bare,
            confidence=0.85,
        )
    misspelt = find_misspelt_party(_own_name(bare, words), words.names)
    if misspelt:
        return _party(bare, misspelt, words, on, language, misspelt.score * 0.85)
    return Nominator("unknown", name=bare, notes=("not understood",), confidence=0.0)


def _names_another(bare: str, flat: str, hit: PartyHit, words: NominatorWords) -> bool:
    """Tell whether a party's name is only a part of another body's («Аманат» in a firm's or a union's name)."""
    rest = flat[: hit.span[0]] + " " * (hit.span[1] - hit.span[0]) + flat[hit.span[1] :]
    rest = words.branch.sub(" ", words.party.sub(" ", rest))
    return bool(words.association.search(rest)) or bool(
        code_employer(bare, words.pack).type not in ("unknown", "other")
    )


def _is_state(flat: str, employer: Employer, words: NominatorWords) -> bool:
    if employer.sector in ("civic", "party", "religious"):
        return False
    return employer.ownership == "public" or bool(words.state.search(flat))


def _by_kind(kind: NominatorKind, bare: str, flat: str, pattern: re.Pattern[str], words: NominatorWords) -> Nominator:
    if kind == "workplace_collective":
        employer = code_employer(
            pattern.sub(lambda match: " " * len(match.group()), flat) if not bare else _without(bare, pattern),
            words.pack,
        )
        return Nominator(kind, None, f"{kind}:{employer.key}" if employer.key else kind, bare, confidence=0.95)
    return Nominator(
        kind, None, kind, bare, _branch(bare, None, words) if kind == "higher_commission" else None, confidence=0.95
    )


def _without(bare: str, pattern: re.Pattern[str]) -> str:
    match = pattern.search(skeleton(bare))
    return (bare[: match.start("phrase")] + " " + bare[match.end("phrase") :]).strip() if match else bare


def _party(
    bare: str, hit: PartyHit, words: NominatorWords, on: dt.date | None, language: str | None, confidence: float
) -> Nominator:
    notes = [] if hit.in_force else ["name not in force on the day"]
    if hit.score < 1:
        notes.append("misspelt")
    name = words.pack.party_name(hit.party_id, language or "ru", on)
    return Nominator(
        "party",
        hit.party_id,
        hit.party_id,
        name,
        _branch(bare, hit.span if hit.score == 1 else None, words),
        tuple(notes),
        round(confidence, 3),
    )


def _association(bare: str, flat: str, words: NominatorWords, confidence: float, notes: tuple[str, ...]) -> Nominator:
    for entry, pattern in words.known:
        if pattern.search(flat):
            return Nominator(
                "association", None, f"association:{entry.key}", entry.ru, _branch(bare, None, words), notes, confidence
            )
    return Nominator(
        "association", None, _stems_key("association", bare, words), bare, _branch(bare, None, words), notes, confidence
    )


def _own_name(bare: str, words: NominatorWords) -> str:
    """Give the skeleton of the name alone: the innermost quoted words, else all but form and branch words."""
    quoted = _INNER_QUOTE.findall(bare)
    if quoted:
        return " ".join(skeleton(quoted[-1]).split())
    flat = words.short_forms.sub(lambda match: " " * len(match.group()), bare)
    flat = skeleton(flat)
    for pattern in (words.forms, words.branch, words.party):
        flat = pattern.sub(" ", pattern.sub(" ", flat))
    return " ".join(flat.split())


def _stems_key(kind: str, bare: str, words: NominatorWords) -> str:
    stems = {stem_word(token, {}) for token in _TOKEN.findall(_own_name(bare, words)) if len(token) > 1}
    paired = {words.pairs.get(stem, stem) for stem in stems}
    return ":".join([kind, *sorted(paired)])


def _branch(bare: str, span: tuple[int, int] | None, words: NominatorWords) -> str | None:
    """Give what is printed of the branch: «районный филиал», «Құрманғазы аудандық филиалы»."""
    rest = bare if span is None else bare[: span[0]] + " | " + bare[span[1] :]
    flat = skeleton(rest)
    if not words.branch.search(flat):
        return None
    if span is None:
        rest = _INNER_QUOTE.sub(" | ", rest)
    pieces = [piece.strip(' «»"“”,-–') for piece in rest.split("|")]
    pieces = [
        words.party.sub(lambda match: " " * len(match.group()), skeleton(piece)) and piece
        for piece in pieces
        if words.branch.search(skeleton(piece)) or re.search("район|город|област|аудан|қала", piece)
    ]
    return " ".join(" ".join(pieces).split()) or None
