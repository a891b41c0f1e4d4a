"""Job titles: nominative form, what they say about the field of work, teaching and head posts."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.normalise import russian
from etl.normalise.job_words import JobWord, JobWords, load_jobs
from etl.normalise.kazakh_titles import kazakh_nominative
from etl.normalise.lexicon import Sector
from etl.normalise.phrases import skeleton, tidy
from models.reference import Pack, load_pack

_ACTING = frozenset({"и", "исполняющий", "исполняющая", "исполняющего", "исполняющую", "врио"})
_RUSSIAN_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_KAZAKH_LETTERS = re.compile("[әғқңөұүһі]")


def default_pack() -> Pack:
    """Give the pack of Kazakhstan, read once."""
    return _default_pack()


@lru_cache(maxsize=1)
def _default_pack() -> Pack:
    return load_pack()


def normalise_job(text: str, language: str | None = None, pack: Pack | None = None) -> str:
    """Give a job title in the nominative; in Kazakh without the possessive ending its employer gave it.

    «учителя математики» -> «учитель математики»; «директорының оқу ісі жөніндегі орынбасары» ->
    «директордың оқу ісі жөніндегі орынбасары» (inner possessives belong to the title and stay).

    Args:
        text: the title as printed.
        language: `kk` or `ru`; told by the words where it is not given.
        pack: the country's reference pack; Kazakhstan's where none is given.
    """
    return _normalise(text, language, load_jobs(pack or default_pack()))


@lru_cache(maxsize=50_000)
def _normalise(text: str, language: str | None, words: JobWords) -> str:
    title = tidy(text).strip(" ,;.–—-:")
    if not title:
        return ""
    if not title[:2].isupper():
        title = title[0].lower() + title[1:]
    if title.isupper() and len(title) > 6:
        title = title.lower()
    kazakh = kazakh_job(title, words)
    if language == "kk" or (language != "ru" and (kazakh or _KAZAKH_LETTERS.search(title))):
        if not kazakh and russian_job(title, words) and not _KAZAKH_LETTERS.search(title):
            return russian.nominative_phrase(title, words.heads)
        return kazakh_nominative(title, words)
    return russian.nominative_phrase(title, words.heads)


def russian_job(text: str, words: JobWords) -> JobWord | None:
    """Find the post a Russian phrase begins with; adjectives may stand before it.

    Args:
        text: tidy text.
        words: the pack's words.
    """
    found: JobWord | None = None
    for index, token in enumerate(_RUSSIAN_WORD.findall(text)[:5]):
        plain = token.lower().replace("ё", "е")
        entry = _russian_entry(plain, words)
        adjective = russian.is_adjective(token)
        if entry and not adjective:
            return entry
        # «участковая медицинская сестра»: an adjective that is also a post waits for a noun
        found = found or entry
        acting = index == 0 and plain in _ACTING
        if not adjective and not acting and plain not in ("о", "обязанности"):
            break
    return found


def _russian_entry(plain: str, words: JobWords) -> JobWord | None:
    if plain in words.russian:
        return words.russian[plain]
    post = russian.substantive_post(plain, words.heads)
    candidates = [post, f"{post[:-2]}ий", f"{post[:-2]}ый"] if post else []
    for lemma in [*candidates, *sorted(russian.lemmas(plain) & words.heads)]:
        if lemma in words.by_first_word:
            return words.by_first_word[lemma]
    return None


def kazakh_job(text: str, words: JobWords) -> JobWord | None:
    """Find the post a Kazakh phrase ends with.

    Args:
        text: tidy text.
        words: the pack's words.
    """
    flat = skeleton(text).rstrip(" ")
    for match in words.kazakh_last.finditer(flat):
        if match.end() == len(flat):
            stem = match.group("stem")
            return words.kazakh.get(stem) or words.kazakh.get(stem[:-1] + "к")
    return None


def job_of(text: str, words: JobWords) -> JobWord | None:
    """Find the post of a phrase in either language.

    Args:
        text: tidy text.
        words: the pack's words.
    """
    return kazakh_job(text, words) or russian_job(text, words)


def sector_of_job(text: str, pack: Pack) -> Sector | None:
    """Tell the field a bare job title speaks of, or None.

    Args:
        text: a title printed where an employer would stand.
        pack: the country's reference pack.
    """
    entry = job_of(tidy(text), load_jobs(pack))
    return entry.sector if entry else None


def is_teaching_post(title: str, pack: Pack | None = None) -> bool:
    """Tell whether a title is a teaching post (metric `school_teacher_share`).

    Args:
        title: a title in any case.
        pack: the country's reference pack; Kazakhstan's where none is given.
    """
    words = load_jobs(pack or default_pack())
    shown = tidy(title)
    first_of_pair = shown.rsplit(" ", 1)[-1].split("-")[0]  # «мұғалім-дефектолог» teaches
    entries = [job_of(shown, words), kazakh_job(first_of_pair, words)]
    return any(entry is not None and entry.teaching for entry in entries)


def is_head_post(title: str, pack: Pack | None = None, *, employer_type: str | None = None) -> bool:
    """Tell whether the holder of a title heads the employer printed with it (metrics `vertical_*`).

    Args:
        title: a title in any case; deputies and heads of a part are no heads.
        pack: the country's reference pack; Kazakhstan's where none is given.
        employer_type: «руководитель отдела» heads the employer only where that is a department.
    """
    words = load_jobs(pack or default_pack())
    flat = skeleton(_normalise(title, None, words))
    if words.head_title.search(flat):
        return True
    return employer_type == "department" and bool(words.department_head.search(flat))
