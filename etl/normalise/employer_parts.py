"""The parts of a printed employer: legal form, kind of institution, the body it belongs to, a party."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.lexicon import Institution, KnownOrganisation, LegalForm, OrganisationWords
from etl.normalise.party_names import PartyNames, find_parties
from etl.normalise.phrases import Span, skeleton
from etl.normalise.sieve import heads_of, tokens_of

QUOTE = re.compile(r"[«»\"“”„]")
COMPANY_FAMILIES = frozenset({"llp", "jsc", "cooperative"})
CIVIC_FAMILIES = frozenset({"association", "foundation", "union"})

_NO_LETTERS = re.compile(r"[^а-яa-z]*")
_PARENT_RU = re.compile(
    r"(?<![а-я])(?:отдела|управления|департамента|акимата|комитета|министерства|аппарата акима)(?![а-я])"
)
_PARENT_KK = re.compile(
    r"(?<![а-я])(?:болимин(?:ин|е карасты)|баскармасын(?:ын|а карасты)|департаментинин|министрлигинин|акимдигинин"
    r"|аким аппаратынын|акиминин аппаратынын|комитетинин)(?![а-я])"
)
_PARTY_WORD = re.compile(
    r"(?<![а-я])(?:парти(?:я|и|ю|еи|ясы[а-я]*)|кдп|дпк|хдпп|ндпп|кхп|нпк|осдп|жсдп|кнпк|ккхп)(?![а-я])"
)
_BRANCH = re.compile(r"филиал|первичн|бастауыш партия")


@dataclass(frozen=True, slots=True)
class Parts:
    """What was found in a printed employer; `own` is its skeleton without the parent body's words."""

    shown: str
    own: str
    form: LegalForm | None
    form_spans: tuple[Span, ...]
    parent: Span | None
    party_id: str | None
    known: KnownOrganisation | None
    institution: Institution | None
    kind_span: Span | None


@lru_cache(maxsize=100_000)
def read_parts(shown: str, words: OrganisationWords, names: PartyNames) -> Parts:
    """Take a printed employer apart.

    Args:
        shown: tidy text.
        words: the pack's words about organisations.
        names: the pack's parties.
    """
    flat = skeleton(shown)
    form, form_spans = find_legal_form(shown, flat, words)
    parent = _find_parent(flat, form_spans)
    own = flat if parent is None else flat[: parent[0]] + " " * (parent[1] - parent[0]) + flat[parent[1] :]
    known = next((body for body, pattern in words.known if pattern.search(own)), None)
    if known and form and form.family in ("sole", "farm"):
        known = None
    institution, kind_span = _find_institution(shown, own, form, words)
    party_id = _find_party(shown, flat, form, names)
    return Parts(shown, own, form, tuple(form_spans), parent, party_id, known, institution, kind_span)


def find_legal_form(shown: str, flat: str, words: OrganisationWords) -> tuple[LegalForm | None, list[Span]]:
    """Find the legal form of an employer and everything in the text that is a legal form.

    Args:
        shown: tidy text.
        flat: its skeleton.
        words: the pack's words.
    """
    hits: list[tuple[int, int, LegalForm]] = []
    by_head, by_token = words.form_shelves
    for place in sorted(by_head.find(heads_of(flat)) | by_token.find(tokens_of(shown))):
        form, long, short = words.forms[place]
        hits += [(*match.span("phrase"), form) for match in long.finditer(flat)]
        hits += [(*match.span(), form) for match in short.finditer(shown)]
    # The longest hit wins where two overlap: КГП на ПХВ over КГП, НАО over АО.
    hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    kept: list[tuple[int, int, LegalForm]] = []
    for hit in hits:
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    if not kept:
        return None, []
    kept.sort(key=lambda hit: hit[0])
    outer = [hit for hit in kept if not _inside_quotes(shown, hit[0])] or kept
    return outer[0][2], [(start, end) for start, end, _ in kept]


def _inside_quotes(shown: str, position: int) -> bool:
    before = shown[:position]
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1


def _find_parent(flat: str, forms: list[Span]) -> Span | None:
    """Find the body an employer is part of: genitive words before a Kazakh name, after a Russian one."""
    letters = list(flat)
    for start, end in forms:
        letters[start:end] = " " * (end - start)
    bare = "".join(letters)
    for match in _PARENT_RU.finditer(flat):
        if bare[: match.start()].strip(" №"):
            return match.start(), len(flat)
    last = None
    for match in _PARENT_KK.finditer(flat):
        last = match
    if last and not _NO_LETTERS.fullmatch(bare[last.end() :]):
        return 0, last.end()
    return None


def _find_party(shown: str, flat: str, form: LegalForm | None, names: PartyNames) -> str | None:
    """Find the party whose branch or office an employer is; a farm «Ауыл» and a fund «Аманат» are none."""
    word = _PARTY_WORD.search(flat)
    if form and not (word and form.family == "association"):
        return None
    hits = find_parties(shown, names, None) if word or _BRANCH.search(flat) else []
    best = next((hit for hit in hits if word or not hit.guarded), None)
    return best.party_id if best else None


def _is_excluded(kind: Institution, family: str) -> bool:
    """Tell whether a body of this legal form cannot be of this kind, whatever words stand in its name."""
    if family in COMPANY_FAMILIES or family == "sole":
        return kind.state
    if family == "religious":
        return kind.sector != "religious"
    if family in CIVIC_FAMILIES:
        return kind.sector not in ("party", "religious", "civic")
    return family in ("farm", "owners")


def _find_institution(
    shown: str, own: str, form: LegalForm | None, words: OrganisationWords
) -> tuple[Institution | None, Span | None]:
    by_head, by_token = words.institution_shelves
    for place in sorted(by_head.find(heads_of(own)) | by_token.find(tokens_of(shown))):
        kind, long, short = words.institutions[place]
        if form and _is_excluded(kind, form.family):
            continue
        match = long.search(own)
        if match:
            return kind, match.span("phrase")
        match = short.search(shown)
        if match and own[match.start() : match.end()].strip():
            return kind, match.span()
    return None, None
