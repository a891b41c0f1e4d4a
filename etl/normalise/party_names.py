"""Finding a party in running text: every printed form of every lineage, in any case, checked against the date."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from etl.normalise.phrases import skeleton, tidy
from etl.normalise.respelling import read_digits
from etl.normalise.sieve import HeadSieve, Shelf, Sieve, head_of, heads_of
from models.reference import Pack

_LETTER = "а-яa-zєѓ"
_ENDING = re.compile(r"(?:ая|яя|ое|ые|ии|ыи|ои|ого|ия|ие|а|я|ь|ы|и)$")
_LATIN = re.compile("[a-z]")
_LATIN_AS_CYRILLIC = str.maketrans("rsublqnvzgdw", "кзиьичпузда" + "ш")
"""What recognition with Russian letters makes of the Latin letters that have no look-alike."""
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

    def holds_on(self, on: dt.date | None) -> bool:
        """Tell whether the form is in use on a day; without a day every form is."""
        if on is None:
            return True
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, eq=False)
class PartyNames:
    """All forms of a pack's parties, longest first, and the names that only look like one."""

    forms: tuple[_Form, ...]
    not_forms: tuple[Sieve, ...]
    shelf: Shelf

    def candidates(self, flat: str) -> list[_Form]:
        """List the forms that could stand in a skeleton, longest first: one of its words begins like theirs."""
        return [self.forms[place] for place in sorted(self.shelf.find(heads_of(flat)))]

    def words(self) -> list[str]:
        """List the words of all forms in the pattern language of the packs, long ones with any ending."""
        found = {word for form in self.forms for word in form.folded.split()}
        return sorted(word if len(word) < 7 else f"{_ENDING.sub('', word)}*" for word in found)


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
    not_forms: list[Sieve] = []
    ambiguous = {_fold(form.text) for party in box.pack.parties for form in party.forms if form.guarded}
    for party in box.pack.parties:
        ends = [span.valid_to for span in party.registered]
        gone = max((end for end in ends if end), default=None) if all(ends) else None
        printed = [(form.text, form.guarded, form.valid_from, form.valid_to) for form in party.forms]
        # an official name that is also listed as a colliding form is no less ambiguous
        printed += [
            (text, _fold(text) in ambiguous, name.valid_from, name.valid_to)
            for name in party.names
            for text in (*name.all(), name.latin)
            if text
        ]
        for text, guarded, start, end in printed:
            folded = _fold(text)
            forms.append(_Form(party.party_id, _compile(folded), folded, guarded, start, end or gone))
        not_forms += [_guard(_fold(text)) for text in party.not_forms]
    forms.sort(key=lambda form: -len(form.folded))
    return PartyNames(tuple(forms), tuple(not_forms), Shelf(_heads(form.folded) for form in forms))


def _fold(text: str) -> str:
    return " ".join(skeleton(tidy(text)).split())


def _compile(folded: str) -> re.Pattern[str]:
    words = folded.split()
    regex = rf"[^{_LETTER}0-9]*".join(_inflected(word, alone=len(words) == 1) for word in words)
    return re.compile(rf"(?<![{_LETTER}]){regex}(?![{_LETTER}])")


def _heads(folded: str) -> frozenset[str] | None:
    """Give what the first word of a name begins with in any case."""
    words = folded.split()
    if not words:
        return None
    head = head_of(words[0] if len(words) == 1 or len(words[0]) < 6 else _ENDING.sub("", words[0]))
    return frozenset({head}) if head else None


def _guard(folded: str) -> Sieve:
    return HeadSieve(_compile(folded), _heads(folded))


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
    for form in names.candidates(flat):
        for match in form.pattern.finditer(flat):
            span = match.span()
            if any(
                start <= span[0] and span[1] <= end and (end - start) > (span[1] - span[0]) for start, end in blocked
            ):
                continue
            in_force = form.holds_on(on)
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


def find_misspelt_party(text: str, names: PartyNames, on: dt.date | None, *, certain: bool) -> PartyHit | None:
    """Find the party a slightly garbled name means, if one party alone is nearest.

    Args:
        text: skeleton of the name alone, without branch words.
        names: the compiled forms.
        on: day of the document; forms of another time are not tried.
        certain: a party word stands beside the name, so that short and guarded names may be tried.
    """
    wanted = read_digits(text).replace(" ", "")
    found: dict[str, int] = {}
    for form in names.forms:
        target = form.folded.replace(" ", "")
        if len(target) < (4 if certain else 6) or (form.guarded and not certain) or not form.holds_on(on):
            continue
        allowed = 1 if len(target) < 9 else 2 if len(target) < 15 else len(target) // 7
        tries = [(target, allowed)]
        if certain and len(target) >= 8 and _LATIN.search(target):
            tries.append((target.translate(_LATIN_AS_CYRILLIC), 3))  # «Кезрибіса» is «Respublica»
        for spelling, limit in tries:
            distance = OSA.distance(wanted, spelling, score_cutoff=limit)
            if distance <= limit:
                found[form.party_id] = min(distance, found.get(form.party_id, distance))
    nearest = [party_id for party_id, distance in found.items() if distance == min(found.values())]
    if len(nearest) != 1:
        return None
    score = 1 - found[nearest[0]] / max(len(wanted), 1)
    return PartyHit(nearest[0], (0, len(text)), False, True, True, round(min(score, 0.99), 3))


def is_quoted(shown: str, span: tuple[int, int]) -> bool:
    """Tell whether a span stands in quotes by itself.

    Args:
        shown: tidy text.
        span: start and end.
    """
    before, after = shown[: span[0]].rstrip(), shown[span[1] :].lstrip()
    return bool(before) and before[-1] in _QUOTES and (not after or after[0] in _QUOTES)
