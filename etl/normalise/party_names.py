"""Finding a party in running text: every printed form of every lineage, in any case, checked against the date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from etl.normalise.phrases import skeleton, tidy
from models.reference import Pack

_LETTER = "а-яa-zєѓ"
_ENDING = re.compile(r"(?:ая|яя|ое|ые|ии|ыи|ои|ого|ия|ие|а|я|ь|ы|и)$")
_QUOTES = '«»"“”„'


@dataclass(frozen=True, slots=True)
class PartyHit:
    """A party's name found in a text."""

    party_id: str
    span: tuple[int, int]
    guarded: bool
    quoted: bool
    in_force: bool
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class _Form:
    party_id: str
    pattern: re.Pattern[str]
    folded: str
    guarded: bool
    valid_from: dt.date | None
    valid_to: dt.date | None


@dataclass(frozen=True, eq=False)
class PartyNames:
    """All forms of a pack's parties, longest first, and the names that only look like one."""

    forms: tuple[_Form, ...]
    not_forms: tuple[re.Pattern[str], ...]


def load_party_names(pack: Pack) -> PartyNames:
    """Compile the printed forms of a pack's parties.

    Args:
        pack: a reference pack.
    """
    return _load(pack.directory, pack.digest, _PackBox(pack))


class _PackBox:
    """Carries a pack through the cache without taking part in the key."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _PackBox)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=8)
def _load(directory: Path, digest: str, box: _PackBox) -> PartyNames:  # noqa: ARG001 - folder and digest are the key
    forms: list[_Form] = []
    not_forms: list[re.Pattern[str]] = []
    for party in box.pack.parties:
        ends = [span.valid_to for span in party.registered]
        gone = max((end for end in ends if end), default=None) if all(ends) else None
        printed = [(form.text, form.guarded, form.valid_from, form.valid_to) for form in party.forms]
        printed += [
            (text, False, name.valid_from, name.valid_to)
            for name in party.names
            for text in (*name.all(), name.latin)
            if text
        ]
        for text, guarded, start, end in printed:
            folded = " ".join(skeleton(tidy(text)).split())
            forms.append(_Form(party.party_id, _compile(folded), folded, guarded, start, end or gone))
        not_forms += [_compile(" ".join(skeleton(tidy(text)).split())) for text in party.not_forms]
    forms.sort(key=lambda form: -len(form.folded))
    return PartyNames(tuple(forms), tuple(not_forms))


def _compile(folded: str) -> re.Pattern[str]:
    words = folded.split()
    regex = rf"[^{_LETTER}0-9]*".join(_inflected(word, alone=len(words) == 1) for word in words)
    return re.compile(rf"(?<![{_LETTER}]){regex}(?![{_LETTER}])")


def _inflected(word: str, *, alone: bool) -> str:
    if alone or len(word) < 6:
        return re.escape(word)
    return re.escape(_ENDING.sub("", word)) + rf"[{_LETTER}]{{0,6}}"


def find_parties(shown: str, names: PartyNames, on: dt.date | None) -> list[PartyHit]:
    """List the parties whose names stand in a text, best first.

    Args:
        shown: tidy text.
        names: the compiled forms.
        on: day of the document; a guarded form outside its days is no hit.
    """
    flat = skeleton(shown)
    blocked = [match.span() for pattern in names.not_forms for match in pattern.finditer(flat)]
    hits: list[PartyHit] = []
    for form in names.forms:
        for match in form.pattern.finditer(flat):
            span = match.span()
            if any(
                start <= span[0] and span[1] <= end and (end - start) > (span[1] - span[0]) for start, end in blocked
            ):
                continue
            in_force = on is None or (
                (form.valid_from is None or form.valid_from <= on) and (form.valid_to is None or on < form.valid_to)
            )
            if form.guarded and not in_force:
                continue
            if any(
                hit.span[0] <= span[0]
                and span[1] <= hit.span[1]
                and hit.party_id != form.party_id
                and (hit.in_force or not in_force)
                for hit in hits
            ):
                continue
            hits.append(PartyHit(form.party_id, span, form.guarded, is_quoted(shown, span), in_force))
    hits.sort(key=lambda hit: (not hit.in_force, hit.guarded, -(hit.span[1] - hit.span[0]), hit.span[0]))
    return hits


def find_misspelt_party(text: str, names: PartyNames) -> PartyHit | None:
    """Find the party a slightly garbled name means; only names long enough to be told apart are tried.

    Args:
        text: skeleton of the name alone, without branch words.
        names: the compiled forms.
    """
    wanted = " ".join(text.split())
    if len(wanted) < 5:
        return None
    best: PartyHit | None = None
    for form in names.forms:
        if len(form.folded) < 5 or form.guarded:
            continue
        score = fuzz.ratio(wanted.replace(" ", ""), form.folded.replace(" ", "")) / 100
        needed = 0.88 if len(form.folded) >= 12 else 0.82
        if score >= needed and (best is None or score > best.score):
            best = PartyHit(form.party_id, (0, len(text)), False, True, True, round(score, 3))
    return best


def is_quoted(shown: str, span: tuple[int, int]) -> bool:
    """Tell whether a span stands in quotes by itself.

    Args:
        shown: tidy text.
        span: start and end.
    """
    before, after = shown[: span[0]].rstrip(), shown[span[1] :].lstrip()
    return bool(before) and before[-1] in _QUOTES and (not after or after[0] in _QUOTES)
