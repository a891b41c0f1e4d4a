"""Word lists of a reference pack, checked and compiled: organisations and employers' statuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from etl.normalise.phrases import compile_phrases
from etl.normalise.respelling import Vocabulary, build_vocabulary
from etl.normalise.sieve import HeadSieve, Shelf, Sieve, TokenSieve
from etl.normalise.stems import stem_pairs
from models.reference import Pack, read_yaml
from models.reference.entries import Entry, Strict

Ownership = Literal["public", "private", "civic", "none", "unknown"]
EmployerType = Literal[
    "school", "preschool", "college", "university", "extracurricular", "hospital", "clinic", "culture", "library",
    "sport", "akim_office", "department", "enterprise", "court", "other", "none", "unknown",
]  # fmt: skip
Sector = Literal[
    "education", "health", "culture_sport", "social", "local_executive", "representative_body", "central_state",
    "law_enforcement", "utilities_transport", "finance", "agriculture", "other_business", "civic", "party",
    "election_body", "religious", "pensioner", "student", "unemployed", "self_employed", "unknown",
]  # fmt: skip


class LegalForm(Strict):
    """A legal form and what it says by default; `family` is what two forms of one body share."""

    code: str
    family: str
    ownership: Ownership
    sector: Sector | None = None
    central: bool = False
    company: bool = False
    sole: bool = False
    short: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Status(Strict):
    """A word that stands where an employer would: pensioner, student and the like."""

    code: str
    sector: Sector
    ownership: Ownership
    short: tuple[str, ...] = ()
    phrases: tuple[str, ...]
    end_phrases: tuple[str, ...] = ()


class KnownOrganisation(Strict):
    """A body of the whole country, recognised by its own name."""

    org: str
    kk: str
    ru: str
    type: EmployerType
    sector: Sector
    ownership: Ownership
    phrases: tuple[str, ...]


class Institution(Strict):
    """A kind of body.

    `named`: the kind alone tells which body it is inside a district. `loose`: the words of the kind are
    part of the name, because bodies of many names are of this kind. `state`: a company cannot be one.
    """

    kind: str
    type: EmployerType
    sector: Sector
    ownership: Ownership
    named: bool = False
    loose: bool = False
    state: bool = False
    phrases: tuple[str, ...]
    short: tuple[str, ...] = ()


class BusinessWords(Strict):
    """Words in a company's name that tell its sector."""

    sector: Sector
    phrases: tuple[str, ...]


class CodedPhrases(Strict):
    """A code and the phrases that mean it."""

    code: str
    phrases: tuple[str, ...]


class OrganisationFile(Entry):
    """`organisations.yml`."""

    legal_forms: tuple[LegalForm, ...]
    statuses: tuple[Status, ...]
    known: tuple[KnownOrganisation, ...] = ()
    institutions: tuple[Institution, ...]
    business_words: tuple[BusinessWords, ...] = ()
    subjects: tuple[CodedPhrases, ...] = ()
    levels: tuple[CodedPhrases, ...] = ()
    generic_words: tuple[str, ...] = ()
    name_variants: dict[str, str] = {}


@dataclass(frozen=True, eq=False)
class OrganisationWords:
    """`organisations.yml` compiled; one object per state of a pack, so that it can be a cache key."""

    forms: tuple[tuple[LegalForm, HeadSieve, TokenSieve], ...]
    statuses: tuple[tuple[Status, Sieve, Sieve], ...]
    known: tuple[tuple[KnownOrganisation, Sieve], ...]
    institutions: tuple[tuple[Institution, HeadSieve, TokenSieve], ...]
    business: tuple[tuple[Sector, Sieve], ...]
    subjects: tuple[tuple[str, Sieve], ...]
    levels: tuple[tuple[str, Sieve], ...]
    generic: Sieve
    any_institution: Sieve
    variants: dict[str, str]
    vocabulary: Vocabulary
    form_shelves: tuple[Shelf, Shelf]
    institution_shelves: tuple[Shelf, Shelf]


def _shelves(entries: Sequence[tuple[LegalForm | Institution, HeadSieve, TokenSieve]]) -> tuple[Shelf, Shelf]:
    return Shelf(long.heads for _, long, _ in entries), Shelf(short.tokens for _, _, short in entries)


def compile_short(forms: tuple[str, ...]) -> TokenSieve:
    """Make a pattern for capitals that collide with other words, to be searched in the printed text.

    A Kazakh form typed with Russian capitals (ШК for ШҚ) counts only next to a quote.

    Args:
        forms: the forms in their right letters.
    """
    if not forms:
        return TokenSieve(re.compile("(?!)"), ())
    exact = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    typed = "|".join(sorted({re.escape(_russian_capitals(form)) for form in forms}, key=len, reverse=True))
    quote = '[«»"“”„]'
    beside_quote = rf"(?<={quote} )(?:{typed})(?!\w)|(?<={quote})(?:{typed})(?!\w)|(?<!\w)(?:{typed})(?= ?{quote})"
    compiled = re.compile(rf"(?<![\w/])(?:{exact})(?![\w/])|{beside_quote}")
    return TokenSieve(compiled, (*forms, *map(_russian_capitals, forms)))


def _russian_capitals(form: str) -> str:
    return form.translate(str.maketrans("ҚҒӘӨҰҮҢҺІ", "КГАОУУНХИ"))


def load_organisations(pack: Pack) -> OrganisationWords:
    """Load the words about employers of a pack.

    Args:
        pack: a reference pack.

    Raises:
        PackError: `organisations.yml` is missing or an entry does not fit.
    """
    return _load_organisations(pack.directory, pack.digest)


@lru_cache(maxsize=8)
def _load_organisations(directory: Path, digest: str) -> OrganisationWords:  # noqa: ARG001 - the digest is the key
    data = read_yaml(directory, "organisations.yml", OrganisationFile)
    forms = tuple((form, compile_phrases(form.phrases), compile_short(form.short)) for form in data.legal_forms)
    institutions = tuple((kind, compile_phrases(kind.phrases), compile_short(kind.short)) for kind in data.institutions)
    return OrganisationWords(
        forms=forms,
        form_shelves=_shelves(forms),
        institution_shelves=_shelves(institutions),
        statuses=tuple(
            (
                status,
                compile_phrases((*status.phrases, *status.short), at_start=True),
                compile_phrases(status.end_phrases, at_end=True),
            )
            for status in data.statuses
        ),
        known=tuple((body, compile_phrases(body.phrases)) for body in data.known),
        institutions=institutions,
        business=tuple((words.sector, compile_phrases(words.phrases)) for words in data.business_words),
        subjects=tuple((subject.code, compile_phrases(subject.phrases)) for subject in data.subjects),
        levels=tuple((level.code, compile_phrases(level.phrases)) for level in data.levels),
        generic=compile_phrases(data.generic_words),
        any_institution=compile_phrases(
            [phrase for kind in data.institutions for phrase in (*kind.phrases, *kind.short)]
        ),
        variants=stem_pairs(data.name_variants),
        vocabulary=build_vocabulary(
            [
                *(phrase for form in data.legal_forms for phrase in form.phrases),
                *(phrase for status in data.statuses for phrase in (*status.phrases, *status.end_phrases)),
                *(phrase for kind in data.institutions for phrase in kind.phrases),
                *(phrase for body in data.known for phrase in body.phrases),
                *(phrase for entry in (*data.subjects, *data.levels) for phrase in entry.phrases),
                *data.generic_words,
            ]
        ),
    )
