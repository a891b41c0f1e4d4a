"""Kazakh job titles without the possessive ending that only points to the employer."""

from __future__ import annotations

import re

from etl.normalise.job_words import JobWords
from etl.normalise.phrases import skeleton

_GENITIVE = re.compile(r"(?:ның|нің|дың|дің|тың|тің)$")
_ADJECTIVE_END = re.compile(r"(?<!шы)(?<!ші)(?:лық|лік|дық|дік|тық|тік|дағы|дегі|ғы|гі|жөніндегі|бойынша|аралық|ялық)$")
_NOUNS = frozenset({"қожалық", "жастық", "ұрпақ", "денсаулық", "тазалық", "жолдастық", "қауымдастық", "оқулық"})
"""Nouns that end like adjectives; a title after one keeps its possessive."""

_MANAGED = re.compile(r"(\w+?)(?:сының|сінің)(?= меңгеруші)")
_VOICELESS = frozenset("пфктсшщчцхһқ")
_NASAL = frozenset("мнң")
_BACK = frozenset("аоұыуя")
_LOAN_G = ("лог", "гог", "рург", "биолог", "маг")


def kazakh_nominative(title: str, words: JobWords) -> str:
    """Drop the possessive of the last word where it points to the employer; inner ones belong to the title.

    Args:
        title: a Kazakh title as printed after its employer.
        words: the pack's words.
    """
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
