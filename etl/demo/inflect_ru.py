"""Russian cases for generated documents: names of people, posts, bodies and places.

Written apart from the parser's own tables on purpose: the parser is tested against it.
Cases: nom, gen, dat, acc, ins. Source of the forms: school grammar; the test holds a table written by hand.
"""

from __future__ import annotations

Case = str
CASES = ("nom", "gen", "dat", "acc", "ins")
_HUSHING = "гкхжшчщц"
_IRREGULAR = {"пётр": "петр", "павел": "павл", "лев": "льв"}
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_ADJECTIVE = {
    "ый": ("ого", "ому", "ым"), "ой": ("ого", "ому", "ым"), "ий": ("ого", "ому", "им"),
    "ая": ("ой", "ой", "ой"), "яя": ("ей", "ей", "ей"), "ое": ("ого", "ому", "ым"), "ее": ("его", "ему", "им"),
}  # fmt: skip
_FEMININE_TOWNS = ("Арысь", "Сарань")
_NOUN_WITHOUT_SUFFIX = {"заведующий", "заведующая", "вожатый", "вожатая", "управляющий"}


def _ends(word: str, *endings: str) -> bool:
    return word.lower().endswith(endings)


def _swap(word: str, cut: int, ending: str) -> str:
    body = word[: len(word) - cut]
    return body + (ending.upper() if len(word) > 1 and word.isupper() else ending)


def decline_surname(surname: str, gender: str, case: Case) -> str:
    """Put a surname into a case.

    Args:
        surname: nominative, either capitals or title case; double surnames with a hyphen
        gender: f or m
        case: one of CASES
    """
    if case == "nom":
        return surname
    if "-" in surname:
        return "-".join(decline_surname(part, gender, case) for part in surname.split("-"))
    if gender == "f":
        if _ends(surname, "ова", "ева", "ёва", "ина", "ына"):
            return _swap(surname, 1, "у" if case == "acc" else "ой")
        if _ends(surname, "ская", "цкая"):
            return _swap(surname, 2, "ую" if case == "acc" else "ой")
        return surname
    if _ends(surname, "ский", "цкий"):
        return _swap(surname, 2, {"gen": "ого", "acc": "ого", "dat": "ому", "ins": "им"}[case])
    if _ends(surname, "ов", "ев", "ёв", "ин", "ын"):
        return _swap(surname, 0, {"gen": "а", "acc": "а", "dat": "у", "ins": "ым"}[case])
    return _decline_masculine(surname, case)


def _decline_masculine(word: str, case: Case) -> str:
    """A masculine noun that names a living being and has a zero ending; others stay as they are."""
    if _ends(word, "й", "ь"):
        return _swap(word, 1, {"gen": "я", "acc": "я", "dat": "ю", "ins": "ем"}[case])
    if word.lower()[-1] in _CONSONANTS:
        instrumental = "ем" if word.lower()[-1] in "жшчщц" else "ом"
        return _swap(word, 0, {"gen": "а", "acc": "а", "dat": "у", "ins": instrumental}[case])
    return word


def decline_given_name(name: str, gender: str, case: Case) -> str:
    """Put a given name into a case; names that Russian leaves unchanged stay as they are."""
    lower = name.lower()
    if case == "nom":
        return name
    if gender == "m":
        if lower in _IRREGULAR:
            stem = _IRREGULAR[lower]
            return _decline_masculine(stem.upper() if name.isupper() else stem.capitalize(), case)
        if lower[-1] not in "ая":
            return _decline_masculine(name, case)
    if lower == "любовь":
        return _swap(name, 1, {"gen": "и", "dat": "и", "acc": "ь", "ins": "ью"}[case])
    if _ends(name, "ия"):
        return _swap(name, 1, {"gen": "и", "dat": "и", "acc": "ю", "ins": "ей"}[case])
    if _ends(name, "я"):
        instrumental = "ёй" if lower == "илья" else "ей"
        return _swap(name, 1, {"gen": "и", "dat": "е", "acc": "ю", "ins": instrumental}[case])
    if _ends(name, "а"):
        genitive = "и" if lower[-2] in _HUSHING else "ы"
        instrumental = "ей" if lower[-2] in "жшчщц" else "ой"
        return _swap(name, 1, {"gen": genitive, "dat": "е", "acc": "у", "ins": instrumental}[case])
    return name


def decline_patronymic(patronymic: str, case: Case) -> str:
    """Put a patronymic into a case; -улы, -кызы, -оглы do not change in Russian."""
    if case == "nom":
        return patronymic
    if _ends(patronymic, "вна", "чна"):
        return _swap(patronymic, 1, {"gen": "ы", "dat": "е", "acc": "у", "ins": "ой"}[case])
    if _ends(patronymic, "ич"):
        return _swap(patronymic, 0, {"gen": "а", "dat": "у", "acc": "а", "ins": "ем"}[case])
    return patronymic


def make_patronymic(father: str, gender: str) -> str:
    """Form the Russian patronymic from a father's given name."""
    special = {"Пётр": "Петр", "Павел": "Павл", "Лев": "Льв"}
    if father in special:
        stem, vowel = special[father], "о"
    elif father in ("Илья", "Никита"):
        return father[:-1] + ("ич" if gender == "m" else "инична" if father == "Илья" else "ична")
    elif father == "Дмитрий":
        stem, vowel = "Дмитри", "е"
    elif father.endswith("аил"):
        stem, vowel = father[:-2] + "йл", "о"
    elif father.endswith("лла"):
        stem, vowel = father[:-1], "о"
    elif father.endswith("ий"):
        stem, vowel = father[:-2] + "ь", "е"
    elif father[-1] in "йь":
        stem, vowel = father[:-1], "е"
    elif father[-1] in "аеиоуыяүөә":
        stem, vowel = father, "е"
    else:
        stem, vowel = father, "е" if father[-1] in "жшчщц" else "о"
    return stem + vowel + ("вич" if gender == "m" else "вна")


def _is_adjective(word: str) -> bool:
    return word[-2:].lower() in _ADJECTIVE and len(word) > 3 and word.lower() not in _NOUN_WITHOUT_SUFFIX


def _decline_adjective(word: str, case: Case, animate: bool) -> str:
    ending = word[-2:].lower()
    genitive, dative, instrumental = _ADJECTIVE[ending]
    if word.lower().endswith(("щий", "ший", "чий", "ний")):
        genitive, dative, instrumental = "его", "ему", "им"
    if word[-3].lower() in _HUSHING and instrumental == "ым":
        instrumental = "им"
    if case == "acc":
        if ending in ("ая", "яя"):
            return word[:-2] + ("ую" if ending == "ая" else "юю")
        if not animate or ending in ("ое", "ее"):
            return word
        return word[:-2] + genitive
    return word[:-2] + {"gen": genitive, "dat": dative, "ins": instrumental}[case]


def _decline_noun(word: str, case: Case, animate: bool) -> str:
    lower = word.lower()
    if _is_adjective(word) or lower in _NOUN_WITHOUT_SUFFIX:
        return _decline_adjective(word, case, animate)
    if lower in ("продавец",):
        return _decline_masculine("продавц", case)
    if _ends(word, "ия"):
        return _swap(word, 1, {"gen": "и", "dat": "и", "acc": "ю", "ins": "ей"}[case])
    if _ends(word, "ие"):
        return _swap(word, 1, {"gen": "я", "dat": "ю", "acc": "е", "ins": "ем"}[case])
    if _ends(word, "а"):
        genitive = "и" if lower[-2] in _HUSHING else "ы"
        return _swap(word, 1, {"gen": genitive, "dat": "е", "acc": "у", "ins": "ой"}[case])
    if _ends(word, "область"):
        return _swap(word, 1, {"gen": "и", "dat": "и", "acc": "ь", "ins": "ью"}[case])
    if case == "acc" and not animate:
        return word
    return _decline_masculine(word, case)


def decline_phrase(phrase: str, case: Case, *, animate: bool = False) -> str:
    """Put the leading adjectives and the head noun of a phrase into a case; what follows stays.

    «районный филиал партии «AMANAT»» becomes «районным филиалом партии «AMANAT»», «главный специалист» with
    animate=True «главного специалиста». A phrase that opens with an abbreviation (ОО, ОФ) stays as it is.
    """
    words = phrase.split(" ")
    if case == "nom" or words[0].isupper():
        return phrase
    for position, word in enumerate(words):
        if "«" in word:
            break
        if _is_adjective(word):
            words[position] = _decline_adjective(word, case, animate)
            continue
        words[position] = "-".join(_decline_noun(part, case, animate) for part in word.split("-"))
        break
    return " ".join(words)


def decline_body(name: str, case: Case = "gen") -> str:
    """Put the name of a commission into a case: all words before and including «комиссия», the rest stays."""
    head, _, tail = name.partition("комиссия")
    words = [decline_phrase(word, case) for word in [*head.split(), "комиссия"]]
    return " ".join(words) + tail


def decline_place(name: str, case: Case) -> str:
    """Put the name of a district, city, region or village into a case.

    «Мартукский район» and «Костанайская область» are declined as phrases; «город Экибастуз» and «область Абай» keep
    the name of an oblast and decline the name of a city.
    """
    if case == "nom":
        return name
    head, _, rest = name.partition(" ")
    if head in ("область", "район"):
        return f"{_decline_noun(head, case, False)} {rest}"
    if head in ("город", "село", "посёлок", "аул"):
        declined = "села" if (head, case) == ("село", "gen") else _decline_noun(head, case, False)
        return f"{declined} {decline_toponym(rest, case)}"
    return decline_phrase(name, case)


def decline_toponym(name: str, case: Case) -> str:
    """Put the bare name of a settlement into a case; names on -о, -у, -и, -е, -ы do not change."""
    if case == "nom" or (case == "acc" and not _ends(name, "а", "я")):
        return name
    if _is_adjective(name):
        return _decline_adjective(name, case, False)
    if name in _FEMININE_TOWNS:
        return name[:-1] + {"gen": "и", "dat": "и", "acc": "ь", "ins": "ью"}[case]
    if _ends(name, "а"):
        genitive = "и" if name[-2].lower() in _HUSHING else "ы"
        return name[:-1] + {"gen": genitive, "dat": "е", "acc": "у", "ins": "ой"}[case]
    if name[-1].lower() in _CONSONANTS + "йь":
        return _decline_masculine(name, case)
    return name
