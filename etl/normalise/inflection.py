"""Nominatives that the parts of a person's name can go back to in a Russian case.

Each function lists candidates for one part, one gender and one case as (nominative, cost); the cost says how
unusual the reading is. Rules follow the Russian grammar of surnames (Rosenthal, § 149-150): surnames in -ов/-ин,
adjectival surnames, nouns; a woman's surname ending in a consonant does not decline.
"""

from __future__ import annotations

import re
from functools import lru_cache

CASES = ("nominative", "accusative", "genitive", "dative", "instrumental", "prepositional")
Candidates = tuple[tuple[str, float], ...]

_CONSONANTS = "бвгджзйклмнпрстфхцчшщғқңһ"
_VOWELS = "аеёиоуыэюяәіөұү"
_POSSESSIVE = re.compile(r"..(?:[оеё]в|[иы]н)$")
_ADJECTIVE_NOMINATIVE = re.compile(r"(?:[сц]кий|[^аеиоуыэюя][ыи]й)$")
_FEMININE_NOMINATIVE = re.compile(r"(?:..(?:[оеё]в|[иы]н)а|[сц]кая|[^аеёиоуыэюя]ая|няя)$")
_CONSONANT_SURNAME = re.compile(r"(?:[чщ]ук|юк|[нл]як|ник|[дмр]ак|ман|берг|штейн|ич|дзе|[йе]ко|ар|ай|ей|бек|хан|жан)$")
_GERMAN_TS = frozenset(
    "шварц шульц кранц герц лоренц шмальц гольц штольц ренц бенц винц хольц мерц перц франц кац мец клуц шац диц ланц линц".split()
)
_STRESSED_SKOY = frozenset("донск трубецк крамск шаховск сумск луговск полтавск городск заводск".split())
_HARD_OBLIQUE = {"genitive": "а", "accusative": "а", "dative": "у", "prepositional": "е"}
_SOFT_OBLIQUE = {"genitive": "я", "accusative": "я", "dative": "ю", "prepositional": "е"}
_ADJECTIVE_MASCULINE = {
    "genitive": ("ого", "его"),
    "accusative": ("ого", "его"),
    "dative": ("ому", "ему"),
    "instrumental": ("ым", "им"),
    "prepositional": ("ом", "ем"),
}
_A_NOUN = {
    "genitive": ("ы", "и"),
    "dative": ("е",),
    "accusative": ("у",),
    "instrumental": ("ой", "ей", "ою"),
    "prepositional": ("е",),
}
_YA_NOUN = {
    "genitive": ("и",),
    "dative": ("е",),
    "accusative": ("ю",),
    "instrumental": ("ей", "ёй"),
    "prepositional": ("е",),
}
_FLEETING_GIVEN = {"льв": "лев", "павл": "павел", "петр": "пётр", "лавр": "лавр"}


def _adjective_from_stem(stem: str, ending: str) -> Candidates:
    """Restore a masculine adjectival surname from its stem (Белинск- -> Белинский, Толст- -> Толстой)."""
    if stem in _STRESSED_SKOY:
        return ((stem + "ой", 0.1), (stem + "ий", 0.6))
    if re.search(r"[сц]к$", stem):
        return ((stem + "ий", 0.0),)
    if stem[-1:] in "гкх":
        return ((stem + "ий", 0.5), (stem + "ой", 0.6))
    if stem[-1:] in "жшщч":
        return ((stem + ("ий" if ending in ("его", "ему", "им", "ем") else "ой"), 0.4),)
    if ending in ("его", "ему", "ем"):
        return ((stem + "ий", 0.5),)
    if re.search(r"[оеё]в$|сн$|лст$", stem):
        return ((stem + "ой", 0.4), (stem + "ый", 0.6))
    return ((stem + "ый", 0.4), (stem + "ой", 0.6))


def _with_fleeting_vowel(stem: str) -> Candidates:
    """List nominatives of a masculine consonant stem, with the vowel that falls out (Кравц- -> Кравец)."""
    if stem in ("зайц",):
        return (("заяц", 0.2),)
    if stem.endswith("ьц"):
        if stem in _GERMAN_TS:
            return ((stem, 0.2), (stem[:-2] + "ец", 0.8))
        return ((stem[:-2] + "ец", 0.3), (stem, 0.8))
    if stem.endswith("йц"):
        return ((stem[:-2] + "ец", 0.3),)
    if len(stem) > 2 and stem[-1] == "ц" and stem[-2] in "влнрм":
        if stem in _GERMAN_TS:
            return ((stem, 0.2), (stem[:-1] + "ец", 0.8))
        return ((stem[:-1] + "ец", 0.3), (stem, 0.8))
    if stem.endswith("чк"):
        return ((stem[:-1] + "ок", 0.4), (stem, 0.9))
    if re.search(r"[орл]рл$", stem):
        return ((stem[:-1] + "ел", 0.4),)
    return ((stem, 0.3),)


def _masculine_noun(word: str, case: str) -> Candidates:
    """List nominatives of a masculine surname that declines as a noun (Шевчука, Абая, Лебедя, Цоем)."""
    found: list[tuple[str, float]] = []
    hard, soft = _HARD_OBLIQUE.get(case), _SOFT_OBLIQUE.get(case)
    if case == "instrumental":
        if word[-2:] in ("ом", "ем"):
            stem = word[:-2]
            if word.endswith("ем") and stem[-1:] in _VOWELS:
                return ((stem + "й", 0.3),)
            if word.endswith("ем") and stem[-1:] not in "жшчщц":
                return ((stem + "ь", 0.3),)
            return _with_fleeting_vowel(stem) if stem[-1:] in _CONSONANTS else ()
        return ()
    if hard and word.endswith(hard) and len(word) > 2 and word[-2] in _CONSONANTS and word[-2] != "й":
        found += _with_fleeting_vowel(word[:-1])
    if soft and word.endswith(soft) and len(word) > 2:
        stem = word[:-1]
        if stem[-1] == "ь":
            found.append((stem[:-1] + "ей", 0.4))
        elif stem[-1] in _VOWELS:
            found.append((stem + "й", 0.3))
        else:
            found.append((stem + "ь", 0.3 if soft != "е" else 0.9))
    return tuple(found)


def _a_noun(word: str, case: str) -> Candidates:
    """List nominatives in -а/-я of either gender (Глинки, Муху, Зарёй)."""
    found: list[tuple[str, float]] = []
    for endings, nominative, before in ((_A_NOUN, "а", _CONSONANTS), (_YA_NOUN, "я", _CONSONANTS + _VOWELS + "ь")):
        for ending in endings.get(case, ()):
            stem = word[: -len(ending)]
            if not word.endswith(ending) or not stem or stem[-1] not in before:
                continue
            if nominative == "а" and ((ending == "и") != (stem[-1] in "гкхжшчщ") if ending in "ыи" else False):
                continue
            if nominative == "а" and ending == "ей" and stem[-1] not in "жшчщц":
                continue
            found.append((stem + nominative, 0.7))
    if case in ("dative", "genitive", "prepositional") and word.endswith("ии"):
        found.append((word[:-1] + "я", 0.3))
    return tuple(found)


def _unchanged_cost(word: str, gender: str) -> float:
    """Cost of reading an oblique position as a form that does not decline."""
    last = word[-1]
    if last == "о" or word.endswith(("ых", "их", "ұлы", "улы", "қызы", "кызы")):
        return 0.1
    if last in "иіэә":
        return 0.4
    if last in "еуюыаяө":
        return 1.2
    if gender == "f":
        return 2.0 if _POSSESSIVE.search(word) or _ADJECTIVE_NOMINATIVE.search(word) else 0.2
    return 1.4


@lru_cache(maxsize=200_000)
def surname_nominatives(word: str, gender: str, case: str) -> Candidates:
    """List the nominatives of a surname printed in a case.

    Args:
        word: surname in lower case, one part of a hyphenated one.
        gender: m or f.
        case: one of CASES.
    """
    if case == "nominative":
        return ((word, _nominative_cost(word, gender)),)
    found: list[tuple[str, float]] = []
    if gender == "m":
        found += _masculine_possessive(word, case)
        if not found:
            for ending in _ADJECTIVE_MASCULINE.get(case, ()):
                if word.endswith(ending) and len(word) > len(ending) + 1 and word[-len(ending) - 1] not in _VOWELS:
                    found += _adjective_from_stem(word[: -len(ending)], ending)
            found += _masculine_noun(word, case)
            found += _a_noun(word, case)
    else:
        found += _feminine_surname(word, case)
    found.append((word, _unchanged_cost(word, gender)))
    return tuple(found)


def _nominative_cost(word: str, gender: str) -> float:
    if gender == "m":
        if _FEMININE_NOMINATIVE.search(word):
            return 3.0
        if word.endswith("а") and _CONSONANT_SURNAME.search(word[:-1]):
            return 1.6
    else:
        if _POSSESSIVE.search(word):
            return 1.8
        if _ADJECTIVE_NOMINATIVE.search(word):
            return 2.5
        if word.endswith("а") and _CONSONANT_SURNAME.search(word[:-1]):
            return 1.6
    if re.search(r"..(?:[оеё]в|[иы]н)(?:у|ой|ым)$", word) or re.search(r"[сц]к(?:ого|ому|им|ую|ой)$", word):
        return 2.0
    if word.endswith(("у", "ю", "ого", "ому")):
        return 0.6
    return 0.0


def _masculine_possessive(word: str, case: str) -> list[tuple[str, float]]:
    ending = _HARD_OBLIQUE.get(case)
    if ending and word.endswith(ending) and _POSSESSIVE.search(word[:-1]):
        return [(word[:-1], 0.0)]
    if case == "instrumental" and word.endswith(("ым", "ом")) and _POSSESSIVE.search(word[:-2]):
        return [(word[:-2], 0.0 if word.endswith("ым") else 0.3)]
    return []


def _feminine_surname(word: str, case: str) -> list[tuple[str, float]]:
    if case == "accusative":
        if word.endswith("у") and _POSSESSIVE.search(word[:-1]):
            return [(word[:-1] + "а", 0.0)]
        if word.endswith("ую") and len(word) > 4:
            return [(word[:-2] + "ая", 0.0)]
        if word.endswith("юю"):
            return [(word[:-2] + "яя", 0.0)]
        return list(_a_noun(word, case))
    if word.endswith(("ой", "ою")):
        stem = word[:-2]
        if _POSSESSIVE.search(stem):
            return [(stem + "а", 0.0)]
        if re.search(r"[сц]к$", stem):
            return [(stem + "ая", 0.0)]
        if len(stem) < 3:
            return []
        found = [(stem + "ая", 0.5)]
        if case == "instrumental":
            found.append((stem + "а", 0.6))
        return found
    if word.endswith("ней") and len(word) > 5:
        return [(word[:-2] + "яя", 0.8), *_a_noun(word, case)]
    return list(_a_noun(word, case))


@lru_cache(maxsize=200_000)
def given_nominatives(word: str, gender: str, case: str) -> tuple[str, ...]:
    """List the nominatives of a given name printed in a case, the most regular first.

    Args:
        word: given name in lower case.
        gender: m or f.
        case: one of CASES.
    """
    if case == "nominative":
        return (word,)
    found: list[str] = [nominative for nominative, _ in _a_noun(word, case)]
    if gender == "m":
        found += _masculine_given(word, case)
    elif word.endswith("и") and case in ("genitive", "dative", "prepositional"):
        found.append(word[:-1] + "ь")
        if word == "любови":
            found.append("любовь")
    elif word.endswith("ью") and case == "instrumental":
        found.append(word[:-1])
    found.append(word)
    return tuple(dict.fromkeys(found))


def _masculine_given(word: str, case: str) -> list[str]:
    found: list[str] = []
    ends = {"genitive": "ая", "accusative": "ая", "dative": "ую", "prepositional": "ее"}.get(case)
    stems: list[tuple[str, str]] = []
    if ends and word[-1] in ends:
        stems.append((word[:-1], word[-1]))
    if case == "instrumental" and word[-2:] in ("ом", "ем"):
        stems.append((word[:-2], "а" if word[-2] == "о" else "я"))
    if case == "prepositional" and word.endswith("ии"):
        found.append(word[:-1] + "й")
    for stem, ending in stems:
        if not stem:
            continue
        if stem in _FLEETING_GIVEN and case != "nominative":
            found.append(_FLEETING_GIVEN[stem])
        if stem[-1] in _VOWELS and ending in "яюе":
            found.append(stem + "й")
        elif stem[-1] in _CONSONANTS and stem[-1] != "й":
            if ending in "ауе" or stem[-1] in "жшчщц":
                found.append(stem)
            if ending in "яюе":
                found.append(stem + "ь")
    return found
