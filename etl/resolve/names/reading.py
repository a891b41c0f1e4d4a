"""A printed name read into parts, list signs and misread digits taken out before."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.normalise.name_order import surname_likeness
from etl.normalise.name_spelling import fold_letters, is_latin
from etl.normalise.names import GIVEN_FIRST, SURNAME_FIRST, PersonName, parse_name
from etl.resolve.names.listed import genders_of_key, is_known_name
from etl.resolve.names.parts import gender_of_patronymic, gender_of_surname, given_key, surname_key

_CERTAIN = 0.8
_DIGIT = re.compile(r"(?<=[^\W\d_])[0134568]|[034](?=[^\W\d_]{2})")
_LETTERS = str.maketrans("0134568", "оізчсбв")
_BEFORE = re.compile(
    r"^\s*(?:\d{1,3}\s*[.)]\s*|[-–—•*]\s+)?(?:(?:гр|г-н|г-жа|тов|азамат|азаматша|господин|госпожа|mr|mrs|ms)\.?\s+)?",
    re.IGNORECASE,
)
_PLAIN_WORD = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ](?:[а-яёәғқңөұүһі]{2,}|[А-ЯЁӘҒҚҢӨҰҮҺІ]{2,})")
_PLAIN_PATRONYMIC = re.compile(r"...(?:[ое]вич|[ое]вна|ұлы|қызы|улы|кызы)$")
_VOWELS = "аәоөуұүыіиеёэюя"
_AROUND = ' \t\n«»"“”„;,:'
_NOT_A_NAME = re.compile(r"\((?:председатель|секретарь|член|заместитель|төраға|хатшы|мүше)[^)]*\)", re.IGNORECASE)


def mend_print(printed: str) -> str:
    """Take list signs, quotes and words of address off a printed name and read digits inside words as letters.

    Args:
        printed: one name.
    """
    text = _NOT_A_NAME.sub(" ", printed)
    text = _BEFORE.sub("", text).strip(_AROUND)
    return _DIGIT.sub(lambda match: match.group().translate(_LETTERS), text)


@lru_cache(maxsize=100_000)
def read_print(printed: str, order: str | None = None) -> PersonName | None:
    """Read a printed name.

    Without a patronymic «Асқарова Нұр» is a woman's nominative, not a man's accusative: his given name would have
    changed as well.

    Args:
        printed: one name in any order, case and alphabet.
        order: surname_first, given_first, or None to let the name decide.
    """
    text = mend_print(printed)
    name = (_read_plain(text) if order is None else None) or parse_name(text, order=order or _order_of_latin(text))
    if name is None or name.case == "nominative" or name.patronymic or not name.surname:
        return name
    words = {word.lower() for word in text.split()}
    given = (name.given_name or "").lower()
    if name.gender == "m" and given in words and given[-1] not in _VOWELS and _has_woman_surname(words):
        return parse_name(text, order=order, case="nominative", gender="f") or name
    return name


def _read_plain(text: str) -> PersonName | None:
    """Read surname, listed given name and patronymic of one gender in the nominative; None for all other prints.

    Nine names in ten are printed so; the full reading would say the same and takes ten times as long.
    """
    words = text.split(" ")
    if len(words) != 3 or not all(_PLAIN_WORD.fullmatch(word) for word in words):
        return None
    if _PLAIN_PATRONYMIC.search(words[2].lower()):
        order, (surname, given, patronymic) = SURNAME_FIRST, words
    elif _PLAIN_PATRONYMIC.search(words[1].lower()):
        order, (given, patronymic, surname) = GIVEN_FIRST, words
    else:
        return None
    gender = gender_of_patronymic(patronymic)
    if gender_of_surname(surname) != gender or gender[0] not in genders_of_key(given_key(given)):
        return None
    if is_known_name(surname_key(surname)) or gender_of_surname(given) != "unknown":
        return None
    parts = (surname.capitalize(), given.capitalize(), patronymic.capitalize())
    return PersonName(*parts, text, "nominative", order, 0.99, gender)


def _order_of_latin(text: str) -> str | None:
    """Tell the order of two Latin words by the lists, which hold no Latin spelling; None for all other prints."""
    words = text.split(" ")
    if len(words) != 2 or not all(is_latin(word) and word.isalpha() and len(word) > 1 for word in words):
        return None
    first, last = (surname_likeness(fold_letters(word)) - bool(genders_of_key(given_key(word))) for word in words)
    if first == last:
        return None
    return SURNAME_FIRST if first > last else GIVEN_FIRST


def _has_woman_surname(words: set[str]) -> bool:
    return any(gender_of_surname(word) == "f" for word in words)


def is_open(printed: str) -> bool:
    """Tell whether a printed name may also be read in the other order.

    Args:
        printed: one name.
    """
    name = read_print(printed)
    return name is not None and name.confidence < _CERTAIN and name.surname is not None
