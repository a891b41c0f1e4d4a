"""Words of a reference pack by which organisations are told apart, checked and compiled."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from etl.normalise.phrases import compile_phrases, skeleton
from etl.normalise.sieve import Sieve
from etl.normalise.stems import stem_word
from models.reference import Pack, read_yaml
from models.reference.entries import Entry, Strict


class Specialty(Strict):
    """Words that make a body of a kind another body («детская больница»)."""

    code: str
    kinds: tuple[str, ...]
    phrases: tuple[str, ...]


class Rank(Strict):
    """What a department calls itself."""

    code: str
    phrases: tuple[str, ...]


class LinkFile(Entry):
    """`organisation_links.yml`."""

    families: dict[str, tuple[str, ...]] = {}
    specialties: tuple[Specialty, ...] = ()
    ranks: tuple[Rank, ...] = ()
    honour_words: tuple[str, ...] = ()
    weak_words: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class LinkWords:
    """`organisation_links.yml` compiled."""

    family_of: dict[str, str]
    specialties: tuple[tuple[str, frozenset[str], Sieve], ...]
    ranks: tuple[tuple[str, Sieve], ...]
    honour_words: frozenset[str]
    weak_words: frozenset[str]


def load_link_words(pack: Pack) -> LinkWords:
    """Load the words by which organisations of a pack are told apart.

    Args:
        pack: a reference pack.

    Raises:
        PackError: `organisation_links.yml` is missing or an entry does not fit.
    """
    return _load(pack.directory, pack.digest)


@lru_cache(maxsize=8)
def _load(directory: Path, digest: str) -> LinkWords:  # noqa: ARG001 - the digest is the key
    data = read_yaml(directory, "organisation_links.yml", LinkFile)
    return LinkWords(
        family_of={kind: family for family, kinds in data.families.items() for kind in kinds},
        specialties=tuple(
            (entry.code, frozenset(entry.kinds), compile_phrases(entry.phrases)) for entry in data.specialties
        ),
        ranks=tuple((entry.code, compile_phrases(entry.phrases)) for entry in data.ranks),
        honour_words=frozenset(skeleton(word) for word in data.honour_words),
        weak_words=frozenset(stem_word(skeleton(word), {}) for word in data.weak_words),
    )
