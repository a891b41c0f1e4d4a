"""Job titles: nominative form, what they say about the field of work, teaching and head posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from etl.normalise import russian
from etl.normalise.lexicon import Sector
from etl.normalise.phrases import compile_phrases, skeleton, tidy
from models.reference import Pack, load_pack, read_yaml
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
    kazakh_last: re.Pattern[str]
    modifiers: frozenset[str]
    head_title: re.Pattern[str]
    department_head: re.Pattern[str]


_ACTING = frozenset({"и", "исполняющий", "исполняющая", "исполняющего", "исполняющую", "врио"})
_RUSSIAN_WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
_KAZAKH_TAIL = (
    r"(?:(?:лары|лери|дары|дери|тары|тери|сы|си|ы|и)?(?:нын|нин|дын|дин|тын|тин|ны|ни|ди|ды|н|на|не|нан|нен|мен)?)"
)
_GENITIVE = re.compile(r"(?:ның|нің|дың|дің|тың|тің)$")
_ADJECTIVE_END = re.compile(r"(?<!шы)(?<!ші)(?:лық|лік|дық|дік|тық|тік|дағы|дегі|ғы|гі|жөніндегі|бойынша|аралық|ялық)$")
_NOUNS = frozenset({"қожалық", "жастық", "ұрпақ", "денсаулық", "тазалық", "жолдастық", "қауымдастық", "оқулық"})
"""Nouns that end like adjectives; a title after one keeps its possessive."""

_MANAGED = re.compile(r"(\w+?)(?:сының|сінің)(?= меңгеруші)")
_KAZAKH_LETTERS = re.compile("[әғқңөұүһі]")
_VOICELESS = frozenset("пфктсшщчцхһқ")
_NASAL = frozenset("мнң")
_BACK = frozenset("аоұыуя")
_LOAN_G = ("лог", "гог", "рург", "биолог", "маг")


def default_pack() -> Pack:
    """Give the pack of Kazakhstan, read once."""
    return _default_pack()


@lru_cache(maxsize=1)
def _default_pack() -> Pack:
    return load_pack()


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
        kazakh_last=re.compile(rf"(?<![а-яa-z])(?P<stem>{'|'.join(stems)}){_KAZAKH_TAIL}(?![а-яa-z])"),
        modifiers=frozenset(word.lower() for word in data.kk_modifiers),
        head_title=compile_phrases(data.head_titles, at_start=True, at_end=True),
        department_head=compile_phrases(data.department_head_titles, at_start=True, at_end=True),
    )


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
        return _kazakh_nominative(title, words)
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


def _kazakh_nominative(title: str, words: JobWords) -> str:
    title = _MANAGED.sub(r"\1", title)
    tokens = title.split(" ")
    if len(tokens) > 1:
        tokens[0] = _plain_genitive(tokens[0], words)
    bare = _without_possessive(" ".join(tokens[-2:]), words) if len(tokens) > 1 else None
    if bare and skeleton(bare) in words.kazakh and bare.endswith(("ушы", "уші")):
        return " ".join([*tokens[:-2], bare])  # «іс жүргізушісі»: the title itself has two words
    if len(tokens) == 1 or _drops_possessive(tokens, words):
        tokens[-1] = _without_possessive(tokens[-1], words) or tokens[-1]
    elif skeleton(tokens[-1]).endswith(("нын", "нин")) and len(tokens[-1]) > 6:
        tokens[-1] = tokens[-1][:-3]
    return " ".join(tokens)


def _drops_possessive(tokens: list[str], words: JobWords) -> bool:
    """Tell whether only adjectives stand before the last word: then its possessive points to the employer."""
    before = [token.lower().strip(",") for token in tokens[:-1]]
    if any(_GENITIVE.search(token) for token in before):
        return False
    last = before[-1]
    head = tokens[-1].lower()
    if re.search(r"(?:ушы|уші)(?:сы|сі)$", head) and not head.startswith(("меңгеру", "басқару")):
        return True
    return last in words.modifiers or (last not in _NOUNS and bool(_ADJECTIVE_END.search(last)))


def _without_possessive(word: str, words: JobWords) -> str | None:
    """Drop a possessive (and a case ending after it) from a Kazakh title."""
    lowered = word.lower()
    for ending in ("ның", "нің", "н", "на", "не", ""):
        if ending and not lowered.endswith(ending):
            continue
        core = word[: len(word) - len(ending)] if ending else word
        for candidate in _bare_forms(core):
            if skeleton(candidate) in words.kazakh:
                return words.kazakh_shown[skeleton(candidate)] if candidate.islower() else candidate
    if skeleton(lowered) in words.kazakh or lowered.endswith(("шы", "ші")):
        return word
    forms = _bare_forms(word)
    return forms[0] if forms and len(forms[0]) > 3 else None


def _bare_forms(word: str) -> list[str]:
    lowered = word.lower()
    if lowered.endswith(("сы", "сі", "си")) and len(word) > 4:
        return [word[:-2]]
    if lowered.endswith(("ы", "і", "i")) and len(word) > 3:
        stem = word[:-1]
        if stem.endswith("ғ"):
            return [stem[:-1] + "қ"]
        if stem.endswith("г") and not stem.endswith(_LOAN_G):
            return [stem[:-1] + "к", stem]
        if stem.endswith("б"):
            return [stem[:-1] + "п", stem]
        return [stem]
    return []


def _plain_genitive(word: str, words: JobWords) -> str:
    """«директорының» -> «директордың»: the possessive of the first word points to the employer."""
    if not word.lower().endswith(("ының", "інің", "сының", "сінің")):
        return word
    for bare in _bare_forms(word[:-3]):
        if skeleton(bare) not in words.kazakh:
            continue
        base = words.kazakh_shown[skeleton(bare)]
        back = next((letter in _BACK for letter in reversed(base) if letter in "аәеоөұүыіуияэю"), True)
        last = base[-1]
        consonant = "т" if last in _VOICELESS else "н" if last in _NASAL or last in "аәеоөыіяэ" else "д"
        return base + consonant + ("ың" if back else "ің")
    return word
