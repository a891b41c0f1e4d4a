"""Kazakh endings by vowel harmony for generated documents.

Written apart from the parser's own tables on purpose: the parser is tested against it.
Source of the rules: school grammar of Kazakh (үндестік заңы); the test holds a table written by hand.
"""

from __future__ import annotations

_BACK = "аоұыяёю"
_FRONT = "әөүіеэ"
_NASAL = "мнң"
_SONOROUS = "рлйузжи"  # у and и close a syllable as glides: судың, бидің
_VOWELS = "аәоөұүыіеэяёю"
_VOICED_BY_SUFFIX = {"п": "б", "к": "г", "қ": "ғ"}
_POSSESSED_NOUNS = (
    "мұғалімі", "орынбасары", "жетекшісі", "дәрігері", "операторы", "басшысы", "бастығы", "көмекшісі", "филиалы",
    "ұйымы", "кәсіподағы", "қоры", "одағы", "аппараты", "бөлімі", "округі", "мәслихаты", "орталығы",
)  # fmt: skip


def is_front(word: str) -> bool:
    """Tell whether endings of a word take front vowels.

    The last clear vowel decides. и inside the last syllable of loans and names is front (Васильевичтің, статистигі),
    at the end of a word it says nothing (Ғалидың); neither does у.
    """
    letters = word.lower().rstrip('ь»"')
    seen_u = False
    for place, letter in enumerate(reversed(letters)):
        if letter in _FRONT:
            return True
        if letter in _BACK:
            return False
        if letter == "и" and place and not seen_u:
            return True
        seen_u = seen_u or letter == "у"
    return False


def _last(word: str) -> str:
    return word.lower().rstrip('ь»"')[-1]


def is_possessed(word: str) -> bool:
    """Tell whether a word already carries the possessive ending of the third person."""
    lower = word.lower()
    return (
        lower.endswith(("ұлы", "қызы"))
        or lower in _POSSESSED_NOUNS
        or (len(lower) > 4 and lower.endswith(("сы", "сі")))
    )


def _attach(word: str, ending: str) -> str:
    body = word[:-1] if word.endswith("ь") else word
    return body + (ending.upper() if len(word) > 1 and word.isupper() else ending)


def add_genitive(word: str) -> str:
    """Put a word into the genitive (ілік септік): Азаматұлы, Азаматұлының; Жібек, Жібектің."""
    vowel = "і" if is_front(word) else "ы"
    last = _last(word)
    if last in _VOWELS or last in _NASAL:
        return _attach(word, f"н{vowel}ң")
    return _attach(word, ("д" if last in _SONOROUS else "т") + f"{vowel}ң")


def add_accusative(word: str) -> str:
    """Put a word into the accusative (табыс септік): Азаматұлы, Азаматұлын; Жібек, Жібекті."""
    vowel = "і" if is_front(word) else "ы"
    last = _last(word)
    if is_possessed(word):
        return _attach(word, "н")
    if last in _VOWELS:
        return _attach(word, f"н{vowel}")
    return _attach(word, ("д" if last in _NASAL or last in _SONOROUS else "т") + vowel)


def add_dative(word: str) -> str:
    """Put a word into the dative (барыс септік): комиссиясы, комиссиясына; қала, қалаға."""
    front = is_front(word)
    if is_possessed(word):
        return _attach(word, "не" if front else "на")
    last = _last(word)
    if last in _VOWELS or last in _NASAL or last in _SONOROUS:
        return _attach(word, "ге" if front else "ға")
    return _attach(word, "ке" if front else "қа")


def add_locative_adjective(word: str) -> str:
    """Form "of that time" from a month: қаңтар, қаңтардағы; шілде, шілдедегі."""
    front = is_front(word)
    last = _last(word)
    voiced = last in _VOWELS or last in _NASAL or last in _SONOROUS
    consonant = "д" if voiced else "т"
    return _attach(word, consonant + ("егі" if front else "ағы"))


def add_possessive(word: str) -> str:
    """Add the possessive ending of the third person: мұғалім, мұғалімі; есепші, есепшісі; маман, маманы."""
    if is_possessed(word):
        return word
    vowel = "і" if is_front(word) else "ы"
    last = _last(word)
    if last in _VOWELS:
        return _attach(word, f"с{vowel}")
    body = word[:-1] if word.endswith("ь") else word
    return body[:-1] + _VOICED_BY_SUFFIX.get(body[-1], body[-1]) + vowel


def _add_to_abbreviation(letters: str, change: str) -> str:
    """Join an ending by a hyphen; the name of the last letter decides: ҚХП (қа-ха-пе), ҚХП-нің; ҚҚ, ҚҚ-ның."""
    back = letters[-1] in "ҚХШ"
    endings = {"gen": ("нің", "ның"), "acc": ("ні", "ны"), "dat": ("ге", "ға"), "poss": ("сі", "сы")}
    return f"{letters}-{endings[change][back]}"


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and not any(letter in _VOWELS for letter in word.lower())


def _change_last_word(phrase: str, change: str) -> str:
    head, _, last = phrase.rpartition(" ")
    if _is_abbreviation(last):
        return f"{head} {_add_to_abbreviation(last, change)}".strip()
    changed = {"gen": add_genitive, "acc": add_accusative, "dat": add_dative, "poss": add_possessive}[change](last)
    return f"{head} {changed}".strip()


def put_phrase(phrase: str, change: str) -> str:
    """Give the last word of a phrase an ending.

    Args:
        phrase: such as «AMANAT» партиясының аудандық филиалы
        change: gen, acc, dat, or poss (possessive)
    """
    return _change_last_word(phrase, change)
