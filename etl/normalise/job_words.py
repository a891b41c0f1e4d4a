"""Words about job titles of a reference pack, checked and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from etl.normalise.lexicon import Sector
from etl.normalise.phrases import compile_phrases, skeleton
from etl.normalise.sieve import HeadSieve, Sieve, head_of
from models.reference import Pack, read_yaml
from models.reference.entries import Entry, Strict


class JobWord(Strict):
    """Titles of one field in both languages."""

    ru: tuple[str, ...] = ()
    kk: tuple[str, ...] = ()
    sector: Sector | None = None
    teaching: bool = False


class JobFile(Entry):
    """`jobs.yml`."""

    words: tuple[JobWord, ...]
    kk_modifiers: tuple[str, ...] = ()
    head_titles: tuple[str, ...] = ()
    department_head_titles: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class JobWords:
    """`jobs.yml` compiled."""

    russian: dict[str, JobWord]
    by_first_word: dict[str, JobWord]
    heads: frozenset[str]
    kazakh: dict[str, JobWord]
    kazakh_shown: dict[str, str]
    kazakh_last: Sieve
    modifiers: frozenset[str]
    head_title: Sieve
    department_head: Sieve


_KAZAKH_TAIL = (
    r"(?:(?:лары|лери|дары|дери|тары|тери|сы|си|ы|и)?(?:нын|нин|дын|дин|тын|тин|ны|ни|ди|ды|н|на|не|нан|нен|мен)?)"
)


def load_jobs(pack: Pack) -> JobWords:
    """Load the words about job titles of a pack.

    Args:
        pack: a reference pack.

    Raises:
        PackError: `jobs.yml` is missing or an entry does not fit.
    """
    return _load_jobs(pack.directory, pack.digest)


@lru_cache(maxsize=8)
def _load_jobs(directory: Path, digest: str) -> JobWords:  # noqa: ARG001 - the digest is the key
    data = read_yaml(directory, "jobs.yml", JobFile)
    by_russian: dict[str, JobWord] = {}
    by_kazakh: dict[str, JobWord] = {}
    shown: dict[str, str] = {}
    for entry in data.words:
        for title in entry.ru:
            by_russian.setdefault(title.replace("ё", "е"), entry)
        for title in entry.kk:
            by_kazakh.setdefault(skeleton(title), entry)
            shown.setdefault(skeleton(title), title)
    single = {title.split("-")[0] for title in by_russian if " " not in title} | {
        title for title in by_russian if " " not in title
    }
    # A Kazakh title whose last letter softens before a vowel: бастық, бастығы; шебер, шебері.
    stems = sorted(
        {re.escape(key[:-1]) + "[кг]" if key.endswith("к") else re.escape(key) for key in by_kazakh},
        key=len,
        reverse=True,
    )
    by_first_word = dict(by_russian)
    for title, entry in by_russian.items():
        by_first_word.setdefault(title.split("-")[0], entry)
    return JobWords(
        russian=by_russian,
        by_first_word=by_first_word,
        heads=frozenset(single),
        kazakh=by_kazakh,
        kazakh_shown=shown,
        kazakh_last=HeadSieve(
            re.compile(rf"(?<![а-яa-z])(?P<stem>{'|'.join(stems)}){_KAZAKH_TAIL}(?![а-яa-z])"),
            _heads_of_stems(by_kazakh),
        ),
        modifiers=frozenset(word.lower() for word in data.kk_modifiers),
        head_title=compile_phrases(data.head_titles, at_start=True, at_end=True),
        department_head=compile_phrases(data.department_head_titles, at_start=True, at_end=True),
    )


def _heads_of_stems(keys: Iterable[str]) -> frozenset[str] | None:
    heads = {head_of(key.removesuffix("к")) for key in keys}
    return None if None in heads else frozenset(head for head in heads if head)
