"""Words about nominators of a reference pack, checked and compiled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from etl.normalise.lexicon import compile_short
from etl.normalise.party_names import PartyNames, load_party_names
from etl.normalise.phrases import compile_phrases
from etl.normalise.respelling import Vocabulary, build_vocabulary
from etl.normalise.sieve import Sieve
from etl.normalise.stems import stem_pairs
from models.reference import Pack, read_yaml
from models.reference.entries import Entry, Strict

NominatorKind = Literal[
    "party", "association", "higher_commission", "residents", "workplace_collective", "state_body", "self", "unknown"
]


class LeadWords(Strict):
    """Words around a nominator's name."""

    start: tuple[str, ...]
    end: tuple[str, ...]


class KindPhrases(Strict):
    """A kind told by words alone."""

    kind: NominatorKind
    phrases: tuple[str, ...]


class KnownAssociation(Strict):
    """An association that stands in many lists, with its name in both languages.

    `national`: branches all over the country are parts of one association, as branches of a party are.
    """

    key: str
    kk: str
    ru: str
    national: bool = False
    phrases: tuple[str, ...]


class NominatorFile(Entry):
    """`nominators.yml`."""

    lead_words: LeadWords
    kinds: tuple[KindPhrases, ...]
    party_words: tuple[str, ...]
    party_nouns: tuple[str, ...] = ()
    bare_party_names: tuple[str, ...] = ()
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

    start: Sieve
    end: Sieve
    kinds: tuple[tuple[NominatorKind, Sieve], ...]
    party: Sieve
    party_noun: Sieve
    bare_names: Sieve
    branch: Sieve
    wings: Sieve
    forms: Sieve
    short_forms: Sieve
    association: Sieve
    state: Sieve
    known: tuple[tuple[KnownAssociation, Sieve], ...]
    pairs: dict[str, str]
    names: PartyNames
    vocabulary: Vocabulary
    pack: Pack


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
    names = load_party_names(pack)
    return NominatorWords(
        start=compile_phrases(data.lead_words.start, at_start=True),
        end=compile_phrases(data.lead_words.end, at_end=True),
        kinds=tuple((entry.kind, compile_phrases(entry.phrases)) for entry in data.kinds),
        party=compile_phrases(data.party_words),
        party_noun=compile_phrases(data.party_nouns),
        bare_names=compile_phrases(data.bare_party_names),
        branch=compile_phrases(data.branch_words),
        wings=compile_phrases(data.party_wings),
        forms=compile_phrases(data.association_forms),
        short_forms=compile_short(data.association_short),
        association=compile_phrases(data.association_words),
        state=compile_phrases(data.state_words),
        known=tuple((entry, compile_phrases(entry.phrases)) for entry in data.associations),
        pairs=stem_pairs(data.word_pairs),
        names=names,
        vocabulary=build_vocabulary(
            [
                *(phrase for entry in data.kinds for phrase in entry.phrases),
                *(phrase for entry in data.associations for phrase in entry.phrases),
                *data.party_nouns,
                *data.state_words,
                *data.branch_words,
                *data.association_forms,
                *data.association_words,
                *names.words(),
            ]  # fmt: skip
        ),
        pack=pack,
    )
