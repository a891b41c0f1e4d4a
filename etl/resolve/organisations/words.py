"""What a reference pack says about telling organisations apart and about what stands above them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from etl.normalise.lexicon import EmployerType, Sector
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


class Body(Strict):
    """A body that stands above others: one in every district or region, or one in the country."""

    id: str
    scope: Literal["district", "region", "country"]
    group: str
    code: str | None = None
    rank: str | None = None
    type: EmployerType
    sector: Sector
    ru: str
    kk: str
    top: bool = False


class Rule(Strict):
    """What stands above a kind of organisation, and when; without a parent it is its own top."""

    kinds: tuple[str, ...]
    codes: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    scope: Literal["district", "city_district", "region"] | None = None
    parent: str | None = None
    any_ownership: bool = False
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    source: str | None = None
    verified: bool = True

    def holds_on(self, day: dt.date | None) -> bool:
        """Tell whether the rule is in force on a day; None is the day before all days.

        Args:
            day: the day asked for.
        """
        if day is None:
            return self.valid_from is None
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


class Rename(Strict):
    """Two printed names of one organisation."""

    scope: str
    old: str
    new: str
    since: dt.date
    source: str


class LinkFile(Entry):
    """`organisation_links.yml`."""

    families: dict[str, tuple[str, ...]] = {}
    specialties: tuple[Specialty, ...] = ()
    ranks: tuple[Rank, ...] = ()
    honour_words: tuple[str, ...] = ()
    weak_words: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    rules: tuple[Rule, ...] = ()
    renames: tuple[Rename, ...] = ()


@dataclass(frozen=True, eq=False)
class LinkWords:
    """`organisation_links.yml` compiled."""

    family_of: dict[str, str]
    specialties: tuple[tuple[str, frozenset[str], Sieve], ...]
    ranks: tuple[tuple[str, Sieve], ...]
    honour_words: frozenset[str]
    weak_words: frozenset[str]
    bodies: dict[str, Body]
    rules: tuple[Rule, ...]
    renames: tuple[Rename, ...]


def load_link_words(pack: Pack) -> LinkWords:
    """Load what a pack says about telling organisations apart and about what stands above them.

    Args:
        pack: a reference pack.

    Raises:
        PackError: `organisation_links.yml` is missing or an entry does not fit.
        KeyError: a rule names a body that the file does not describe.
    """
    return _load(pack.directory, pack.digest)


@lru_cache(maxsize=8)
def _load(directory: Path, digest: str) -> LinkWords:  # noqa: ARG001 - the digest is the key
    data = read_yaml(directory, "organisation_links.yml", LinkFile)
    bodies = {body.id: body for body in data.bodies}
    for rule in data.rules:
        if rule.parent is not None and rule.parent not in bodies:
            raise KeyError(f"organisation_links.yml: no body {rule.parent!r} for the rule of {', '.join(rule.kinds)}")
    return LinkWords(
        family_of={kind: family for family, kinds in data.families.items() for kind in kinds},
        specialties=tuple(
            (entry.code, frozenset(entry.kinds), compile_phrases(entry.phrases)) for entry in data.specialties
        ),
        ranks=tuple((entry.code, compile_phrases(entry.phrases)) for entry in data.ranks),
        honour_words=frozenset(skeleton(word) for word in data.honour_words),
        weak_words=frozenset(stem_word(skeleton(word), {}) for word in data.weak_words),
        bodies=bodies,
        rules=data.rules,
        renames=data.renames,
    )
