"""Names put into Russian and Kazakh cases by tables of endings, the way a writer of decisions does it.

Independent of the code under test: it only ever goes from the nominative outwards.
"""

from __future__ import annotations

import re

RUSSIAN_CASES = ("accusative", "genitive", "dative", "instrumental")
KAZAKH_CASES = ("kk_genitive", "kk_accusative", "kk_dative", "kk_ablative")

_VELAR_OR_HUSHING = "гкхжшчщ"
_CASE_ORDER = ("genitive", "dative", "accusative", "instrumental", "prepositional")
_HARD_MASCULINE = dict(zip(_CASE_ORDER, ("а", "у", "а", "ом", "е"), strict=True))
_SOFT_MASCULINE = dict(zip(_CASE_ORDER, ("я", "ю", "я", "ем", "е"), strict=True))
_POSSESSIVE_MASCULINE = {**_HARD_MASCULINE, "instrumental": "ым"}
_ADJECTIVE_MASCULINE = dict(zip(_CASE_ORDER, ("ого", "ому", "ого", "ым", "ом"), strict=True))
_ADJECTIVE_AFTER_K = {**_ADJECTIVE_MASCULINE, "instrumental": "им"}
_POSSESSIVE_FEMININE = dict(zip(_CASE_ORDER, ("ой", "ой", "у", "ой", "ой"), strict=True))
_ADJECTIVE_FEMININE = dict(zip(_CASE_ORDER, ("ой", "ой", "ую", "ой", "ой"), strict=True))


def decline_a(word: str, case: str) -> str:
    """Decline a noun in -а or -я."""
    stem, last = word[:-1], word[-1]
    if last == "а":
        genitive = "и" if stem[-1] in _VELAR_OR_HUSHING else "ы"
        instrumental = "ей" if stem[-1] in "жшчщц" else "ой"
        endings = (genitive, "е", "у", instrumental, "е")
    elif stem[-1] == "и":
        endings = ("и", "и", "ю", "ей", "и")
    else:
        endings = ("и", "е", "ю", "ей", "е")
    return stem + dict(zip(_CASE_ORDER, endings, strict=True))[case]


def decline_masculine_noun(word: str, case: str) -> str:
    """Decline a masculine noun in a consonant, -й or -ь."""
    word = {"лев": "льв", "павел": "павл", "пётр": "петр", "петр": "петр"}.get(word, word)
    if word.endswith("ий"):
        return word[:-1] + {**_SOFT_MASCULINE, "prepositional": "и"}[case]
    if word[-1] in "йь":
        return word[:-1] + _SOFT_MASCULINE[case]
    if word[-1] in "жшчщц" and case == "instrumental":
        return word + "ем"
    return word + _HARD_MASCULINE[case]


def decline_surname(word: str, gender: str, case: str) -> str:
    """Decline one part of a surname."""
    if case == "nominative" or re.search(r"(?:[оеиуюэыіәө]|[ыи]х)$", word):
        return word
    if gender == "f":
        if re.search(r"..(?:[оеё]в|[иы]н)а$", word):
            return word[:-1] + _POSSESSIVE_FEMININE[case]
        if word.endswith("ая"):
            return word[:-2] + _ADJECTIVE_FEMININE[case]
        return decline_a(word, case) if word[-1] in "ая" else word
    if re.search(r"..(?:[оеё]в|[иы]н)$", word):
        return word + _POSSESSIVE_MASCULINE[case]
    if re.search(r"[сц]кий$", word):
        return word[:-2] + _ADJECTIVE_AFTER_K[case]
    return decline_a(word, case) if word[-1] in "ая" else decline_masculine_noun(word, case)


def decline_given(word: str, gender: str, case: str) -> str:
    """Decline a given name; a woman's name in a consonant or -ь stays in Kazakhstan's print."""
    if case == "nominative" or (word[-1] in "оеиуюэыіәө"):
        return word
    if word == "любовь":
        return dict(zip(_CASE_ORDER, ("любови", "любови", "любовь", "любовью", "любови"), strict=True))[case]
    if word[-1] in "ая":
        return decline_a(word, case)
    return word if gender == "f" else decline_masculine_noun(word, case)


def decline_patronymic(word: str, case: str) -> str:
    """Decline a patronymic; -ұлы, -қызы, -оглы stay."""
    if case == "nominative" or not word.endswith(("ич", "на")):
        return word
    if word.endswith("ич"):
        return word + {**_HARD_MASCULINE, "instrumental": "ем"}[case]
    return word[:-1] + dict(zip(_CASE_ORDER, ("ы", "е", "у", "ой", "е"), strict=True))[case]


def capitalise(word: str) -> str:
    """Write the parts of a hyphenated word with capitals."""
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def decline_name(parts: tuple[str, str, str], gender: str, case: str) -> tuple[str, str, str]:
    """Decline surname, given name and patronymic given in lower case."""
    surname = "-".join(decline_surname(part, gender, case) for part in parts[0].split("-"))
    given = decline_given(parts[1], gender, case)
    patronymic = decline_patronymic(parts[2], case)
    return capitalise(surname), capitalise(given), capitalise(patronymic)


_KAZAKH_VOWELS = "аәоөұүыіеёиуюяэ"


def _is_front(word: str) -> bool:
    vowels = [letter for letter in word if letter in _KAZAKH_VOWELS]
    return bool(vowels) and vowels[-1] in "әөүіеэ"


def add_kazakh_suffix(word: str, case: str) -> str:
    """Add a Kazakh case suffix by vowel harmony and assimilation (Қазақ грамматикасы, 2002, септік жалғаулары)."""
    last, back = word[-1], not _is_front(word)
    possessive = word.endswith(("ұлы", "қызы"))
    vowel = last in "аәоөұүыіеяё"
    voiceless = last in "пфкқтсшщчцхбвгд"
    nasal = last in "мнң"
    y, a = ("ы", "а") if back else ("і", "е")
    if case == "kk_genitive":
        return word + ("н" if vowel or nasal else "т" if voiceless else "д") + y + "ң"
    if case == "kk_accusative":
        return word + "н" if possessive else word + ("н" if vowel else "т" if voiceless else "д") + y
    if case == "kk_dative":
        if possessive:
            return word + "на"
        consonant = ("қ" if back else "к") if voiceless else ("ғ" if back else "г")
        return word + consonant + a
    if possessive:
        return word + "нан"
    return word + ("н" if nasal else "т" if voiceless else "д") + a + "н"
