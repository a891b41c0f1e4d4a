"""Keys of surnames, given names and fathers' names, and the gender each of them shows."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.normalise.name_spelling import fold_letters, spell_key
from etl.resolve.names.listed import genders_of_key, is_known_name, same_name_key

_SON = re.compile(r"(?<=..)(?:(?:о+|е+|и)вит?ч|вич|ич|ули|уулу|огли|оглу|углу|угли|заде)$")
_DAUGHTER = re.compile(r"(?<=..)(?:(?:о+|е+|и|с)?вна|инична|ични?а|инишна|ишна|кизи|кзи|гизи)$")
_MISPRINTED = re.compile(r"(?<=...)[ое]в[аичн]{1,3}$")  # Анатольевиа, Жанатовчи
_FATHER_I = re.compile(r"(?<=..)и$")  # Николай, Николаевич; Юрий, Юрьевич; Ғали, Галиевич
_FATHER_GAZY = re.compile(r"(?<=газ)ин$")  # Серғазы: Сергазинович
_FATHER_A = re.compile(r"(?<=..л)а$|(?<=никит)а$|(?<=^лук)а$|(?<=кузм)а$|(?<=фом)а$")
_FEMININE = re.compile(r"..(?:[ое]ва|ина|[сц]каиа|[^аеиоу]аиа|кизи|гизи)$")
_MASCULINE = re.compile(r"..(?:[ое]в|(?<![аеоу])ин|[сц]ки|ули|огли)$")
_ROOT = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?<=..)(?:ули|кизи|гизи)$", ""),
        (r"(?<=..)[ое]ва?$", ""),
        (r"(?<=..)ина$", "ин"),
        (r"(?<=[сц]к)(?:и|аиа)$", ""),
        (r"(?<=[^аеиоу])(?:аиа|ои)$", ""),
        (r"(?<=[аоуе])и$", ""),
    )
)
_HYPHEN = re.compile(r"(?<=[^\W\d_]{3})[-‐‑–](?=[^\W\d_]{3})")
_PREFIX = frozenset({"сеит", "нур", "гул", "аби", "абу", "али", "бек", "мир", "хан", "шах", "кул", "кари"})


def is_initial(part: str) -> bool:
    """Tell whether a part of a name is an initial.

    Args:
        part: given name or patronymic; an initial is one letter, or up to three with a point.
    """
    bare = part.rstrip(". ")
    return bool(bare) and (len(bare) == 1 or (part.rstrip().endswith(".") and len(bare) <= 3))


@lru_cache(maxsize=200_000)
def surname_key(surname: str) -> str:
    """Make the key of a surname, ending of the gender included; halves of a double surname are joined.

    Args:
        surname: in the nominative, any alphabet; empty for an empty one.
    """
    return spell_key(surname)


@lru_cache(maxsize=200_000)
def surname_root(surname: str) -> str:
    """Make the key of a surname without the endings of gender and descent (Ахметова, Ахметов, Ахмет).

    Args:
        surname: in the nominative, any alphabet, or its key.
    """
    root = spell_key(surname)
    for pattern, instead in _ROOT:
        root = pattern.sub(instead, root)
    return same_name_key(root)


@lru_cache(maxsize=200_000)
def surname_halves(surname: str) -> tuple[str, ...]:
    """List the roots of the halves of a double surname; empty for a single one.

    Args:
        surname: as written; «Сейт-Қали» is one surname, «Иванова-Петрова» two.
    """
    pieces = _HYPHEN.split(surname.strip().replace(" ", "-"))
    if len(pieces) != 2 or spell_key(pieces[0]) in _PREFIX:
        return ()
    return tuple(surname_root(piece) for piece in pieces)


@lru_cache(maxsize=200_000)
def given_key(given_name: str) -> str:
    """Make the key of a given name; of an initial the first letter's key.

    Args:
        given_name: in the nominative, any alphabet; empty for an empty one.
    """
    key = spell_key(given_name)
    return key if is_initial(given_name) else same_name_key(key)


@lru_cache(maxsize=200_000)
def patronymic_key(patronymic: str) -> str:
    """Make the key of the father's name: Серікұлы, Серікқызы, Сериковна, Серик улы and Serikuly give one.

    Args:
        patronymic: in the nominative, any alphabet; empty for an empty one, an initial gives its letter's key.
    """
    if is_initial(patronymic):
        return spell_key(patronymic)
    letters = fold_letters(patronymic)
    stem = _DAUGHTER.sub("", _SON.sub("", letters))
    if stem == letters:
        stem = _MISPRINTED.sub("", letters)
    stem = _FATHER_GAZY.sub("", stem)
    return _FATHER_A.sub("", _FATHER_I.sub("", same_name_key(spell_key(stem))))


@lru_cache(maxsize=200_000)
def gender_of_patronymic(patronymic: str) -> str:
    """Tell the gender of the bearer from a patronymic: f, m or unknown.

    Args:
        patronymic: in the nominative, any alphabet.
    """
    letters = fold_letters(patronymic)
    if _DAUGHTER.search(letters):
        return "f"
    return "m" if _SON.search(letters) else "unknown"


@lru_cache(maxsize=200_000)
def gender_of_given(given_name: str) -> str:
    """Tell the gender of the bearer from a given name; unknown for initials and names of both.

    Args:
        given_name: in the nominative, any alphabet.
    """
    if not given_name or is_initial(given_name):
        return "unknown"
    found = genders_of_key(given_key(given_name))
    return found if len(found) == 1 else "unknown"


@lru_cache(maxsize=200_000)
def gender_of_surname(surname: str) -> str:
    """Tell the gender of the bearer from a surname's ending; unknown for endings both bear.

    Args:
        surname: in the nominative, any alphabet.
    """
    key = spell_key(surname)
    if _FEMININE.search(key):
        return "f"
    # Шин and Ким-like monosyllables, Айдын and other given names are borne by both.
    return "m" if len(key) > 4 and _MASCULINE.search(key) and not is_known_name(key) else "unknown"
