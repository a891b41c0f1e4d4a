"""Nominatives that a surname can go back to in a Russian case.

Each function lists candidates for one part, one gender and one case as (nominative, cost); the cost says how
unusual the reading is. Rules follow the Russian grammar of surnames (Rosenthal, § 149-150): surnames in -ов/-ин,
adjectival surnames, nouns; a woman's surname ending in a consonant does not decline.
"""

from __future__ import annotations

import re
from functools import lru_cache

from etl.normalise.dictionary import known_nominatives
from etl.normalise.given_names import genders_of_given, is_listed_surname

CASES = ("nominative", "accusative", "genitive", "dative", "instrumental", "prepositional")
Candidates = list[tuple[str, float]]

CONSONANTS = "бвгджзйклмнпрстфхцчшщғқңһ"
VOWELS = "аеёиоуыэюяәіөұү"
HUSHING = "жшчщц"
POSSESSIVE = re.compile(r"..(?:[оеё]в|[иы]н)$")
_ADJECTIVE_STEM = re.compile(r"[сц]к$")
_LIKELY_ADJECTIVE_STEM = re.compile(r"[бвгджзйклмпрстфхцчшщ]н$|[^аеёиоуыэюя]к$|н?н$|ст$|ев$|ов$")
_ADJECTIVE_NOMINATIVE = re.compile(r"(?:[сц]кий|[^аеиоуыэюя][ыи]й)$")
_FEMININE_NOMINATIVE = re.compile(r"(?:..(?:[оеё]в|[иы]н)а|[сц]кая|[^аеёиоуыэюя]ая|няя)$")
_MASCULINE_ENDING = re.compile(r"(?:[чщ]ук|юк|[нл]як|ник|[дмр]ак|ман|берг|штейн|ич|ар|бек|хан|жан)$")
_OBLIQUE_SURNAME = re.compile(r"..(?:[оеё]в|[иы]н)(?:у|ой|ым)$|[сц]к(?:ого|ому|им|ую|ой)$")
_NEVER_CHANGES = re.compile(
    r"(?:(?<![ое]г)о|[ыи]х|ұлы|улы|қызы|кызы|швили|дзе|идзе|али|алы|аго|[вди]ани|[втш]ели|еску)$"
)
_HARD = {"genitive": "а", "accusative": "а", "dative": "у", "prepositional": "е"}
_SOFT = {"genitive": "я", "accusative": "я", "dative": "ю", "prepositional": "е"}
_ADJECTIVE = {
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
    "instrumental": ("ой", "ою", "ей"),
    "prepositional": ("е",),
}
_YA_NOUN = {
    "genitive": ("и",),
    "dative": ("е",),
    "accusative": ("ю",),
    "instrumental": ("ей", "ёй"),
    "prepositional": ("е",),
}


@lru_cache(maxsize=200_000)
def surname_nominatives(word: str, gender: str, case: str) -> tuple[tuple[str, float], ...]:
    """List the nominatives of a surname printed in a case.

    Args:
        word: surname in lower case, one part of a hyphenated one.
        gender: m or f.
        case: one of CASES.
    """
    if case == "nominative":
        return ((word, _nominative_cost(word, gender)),)
    found = _masculine_possessive(word, case) if gender == "m" else _feminine_possessive(word, case)
    if found:
        return tuple(found)
    found = _masculine_other(word, case) if gender == "m" else _feminine_other(word, case)
    known = known_nominatives(word, gender, case) if found else frozenset()
    if "ё" not in word:
        known = frozenset(nominative.replace("ё", "е") for nominative in known)  # the print decides
    found = [(nominative, cost - _familiarity(nominative, known)) for nominative, cost in found]
    found += [(nominative, 0.3) for nominative in known if nominative not in dict(found) and _fits(nominative, gender)]
    return (*found, (word, _unchanged_cost(word, gender)))


def _familiarity(nominative: str, known: frozenset[str]) -> float:
    """Credit a nominative that the dictionary or the list of given names holds."""
    return (0.35 if nominative in known else 0.0) + (0.3 if genders_of_given(nominative) else 0.0)


def _fits(nominative: str, gender: str) -> bool:
    return nominative[-1] in "ая" if gender == "f" else True


def _nominative_cost(word: str, gender: str) -> float:
    """Cost of reading a surname as printed in the nominative."""
    if is_listed_surname(word, "korean"):
        return 0.0
    if _OBLIQUE_SURNAME.search(word):
        return 2.0
    if word.endswith("а") and _MASCULINE_ENDING.search(word[:-1]):
        return 1.6
    if gender == "m" and _FEMININE_NOMINATIVE.search(word):
        return 3.0
    if gender == "f" and len(word) > 4 and POSSESSIVE.search(word):
        return 1.8
    if gender == "f" and _ADJECTIVE_NOMINATIVE.search(word):
        return 2.5
    if word.endswith(("у", "ю", "ого", "ому")) and not genders_of_given(word):
        return 1.2
    return 0.3 if word.endswith(("ом", "ем", "ой", "ей")) and not genders_of_given(word) else 0.0


def _unchanged_cost(word: str, gender: str) -> float:
    """Cost of reading an oblique position as a form that does not decline."""
    if is_listed_surname(word, "indeclinable") or _NEVER_CHANGES.search(word):
        return 0.1
    korean, listed = is_listed_surname(word, "korean"), bool(genders_of_given(word))
    if word[-1] in VOWELS:
        return 0.1 if korean or listed else 0.4 if len(word) < 4 else 1.0
    if gender == "m":
        return 1.4
    if korean or listed:
        return 0.0
    if len(word) > 4 and (POSSESSIVE.search(word) or _ADJECTIVE_NOMINATIVE.search(word)):
        return 2.0
    return 1.0 if word.endswith(("ой", "ей", "ом", "ем", "ым")) else 0.2


def _masculine_possessive(word: str, case: str) -> Candidates:
    ending = _HARD.get(case)
    if ending and word.endswith(ending) and POSSESSIVE.search(word[:-1]):
        return [(word[:-1], 0.0)]
    stem = word[:-2]
    possessive = POSSESSIVE.search(stem) or is_listed_surname(stem, "korean")  # Шиным, though Шин is no -ин surname
    if case == "instrumental" and word.endswith(("ым", "ом")) and possessive:
        return [(stem, 0.0 if word.endswith("ым") else 0.3)]
    return []


def _feminine_possessive(word: str, case: str) -> Candidates:
    ending = "у" if case == "accusative" else ("ой" if word.endswith("ой") else "ою")
    stem = word[: -len(ending)]
    if not word.endswith(ending):
        return []
    if POSSESSIVE.search(stem):
        return [(stem + "а", 0.0)]
    return [(stem + "ая", 0.0)] if case != "accusative" and _ADJECTIVE_STEM.search(stem) else []


def _masculine_other(word: str, case: str) -> Candidates:
    found: Candidates = []
    for ending in _ADJECTIVE[case]:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1 and stem[-1] not in VOWELS and _adjective_ending_fits(stem, ending):
            found += _adjective_from_stem(stem, ending)
    if not (found and case in ("genitive", "accusative", "dative")):
        found += _masculine_noun(word, case)
    return found + a_noun_nominatives(word, case)


def _feminine_other(word: str, case: str) -> Candidates:
    found: Candidates = []
    if case == "accusative":
        if word.endswith("ую") and len(word) > 4:
            found.append((word[:-2] + "ая", 0.0))
        elif word.endswith("юю"):
            found.append((word[:-2] + "яя", 0.0))
    elif word.endswith(("ой", "ою")) and len(word) > 4:
        stem = word[:-2]
        plausible = case != "instrumental" or _LIKELY_ADJECTIVE_STEM.search(stem)
        found.append((stem + "ая", 0.45 if plausible else 0.9))
    elif word.endswith("ней") and len(word) > 5:
        found.append((word[:-2] + "яя", 0.8))
    return found + a_noun_nominatives(word, case)


def _adjective_ending_fits(stem: str, ending: str) -> bool:
    if ending == "им":
        return stem[-1] in "гкхжшчщн"
    if ending == "ым":
        return stem[-1] not in "гкхжшчщ"
    return True


def _adjective_from_stem(stem: str, ending: str) -> Candidates:
    """Restore a masculine adjectival surname from its stem (Белинск- -> Белинский, Толст- -> Толстой)."""
    if is_listed_surname(stem + "ой", "stressed_adjectives"):
        return [(stem + "ой", 0.0)]
    if _ADJECTIVE_STEM.search(stem):
        return [(stem + "ий", 0.0)]
    if stem[-1] in "гкх":
        return [(stem + "ий", 0.5), (stem + "ой", 0.6)]
    if stem[-1] in "жшщч":
        return [(stem + ("ой" if ending in ("ого", "ому", "ом") else "ий"), 0.4)]
    if ending in ("его", "ему", "ем"):
        return [(stem + "ий", 0.5)]
    if re.search(r"[оеё]в$", stem):
        return [(stem + "ой", 0.4), (stem + "ый", 0.6)]
    return [(stem + "ый", 0.4), (stem + "ой", 0.6)]


def _with_fleeting_vowel(stem: str) -> Candidates:
    """List nominatives of a masculine consonant stem, with the vowel that falls out (Кравц- -> Кравец)."""
    if stem == "зайц":
        return [("заяц", 0.2)]
    if stem.endswith("ц") and is_listed_surname(stem, "ending_in_ts"):
        return [(stem, 0.1)]
    if re.search(r"[ьй]ц$", stem):
        return [(stem[:-2] + "ец", 0.3), (stem, 0.8)]
    if re.search(r"[влнрмд]ц$", stem):
        return [(stem[:-1] + "ец", 0.3), (stem, 0.8)]
    if stem.endswith("чк"):
        return [(stem[:-1] + "ок", 0.4), (stem, 0.9)]
    return [(stem, 0.3)]


def _masculine_noun(word: str, case: str) -> Candidates:
    """List nominatives of a masculine surname that declines as a noun (Шевчука, Абая, Лебедя, Цоем)."""
    if case == "instrumental":
        stem = word[:-2]
        if word[-2:] not in ("ом", "ем") or len(stem) < 2:
            return []
        if word.endswith("ем") and stem[-1] in VOWELS:
            return [(stem + "й", 0.3)]
        if word.endswith("ем") and stem[-1] not in HUSHING:
            return [(stem + "ь", 0.3)]
        return _with_fleeting_vowel(stem) if stem[-1] in CONSONANTS else []
    found: Candidates = []
    stem, hard, soft = word[:-1], _HARD[case], _SOFT[case]
    if len(stem) > 1 and word.endswith(hard) and stem[-1] in CONSONANTS and stem[-1] != "й":
        found += _with_fleeting_vowel(stem)
    if len(stem) > 1 and word.endswith(soft):
        if stem[-1] == "ь":
            found.append((stem[:-1] + "ей", 0.4))
        elif stem[-1] in VOWELS:
            found.append((stem + "й", 0.3))
        else:
            found.append((stem + "ь", 0.3 if soft != "е" else 0.9))
    return found


def a_noun_nominatives(word: str, case: str) -> Candidates:
    """List nominatives in -а/-я of either gender (Глинки, Муху, Зарёй).

    Args:
        word: surname or given name in lower case.
        case: an oblique case.
    """
    found: Candidates = []
    for ending in _A_NOUN[case]:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) > 1 and stem[-1] in CONSONANTS and stem[-1] != "й":
            spelling = {"и": stem[-1] in "гкхжшчщ", "ы": stem[-1] not in "гкхжшчщ", "ей": stem[-1] in HUSHING}
            if spelling.get(ending, True):
                found.append((stem + "а", 0.6))
    for ending in _YA_NOUN[case]:
        stem = word[: -len(ending)]
        if word.endswith(ending) and stem and stem[-1] in "лнртдсзьиеаоуы":
            found.append((stem + "я", 0.65))
    if case in ("dative", "genitive", "prepositional") and word.endswith("ии"):
        found.append((word[:-1] + "я", 0.3))
    return found
