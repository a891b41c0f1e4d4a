"""Which keys are names that people bear, and which of them are one name in two spellings."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from etl.normalise.alphabet import word_set
from etl.normalise.given_names import REFERENCE, compound_gender
from etl.normalise.name_spelling import spell_key

_HEADS = word_set("аи ак ал бек бол гул ер ес жан кун мар нур сан тан")
"""First elements of Kazakh compounds that are no given names by themselves."""
_JOINED = (("сх", "ш"), ("зх", "ж"))
"""Two letters that one Latin sign joins: Ashat is Асхат, for no one is called Ашат."""


def _read(file_name: str) -> list[dict[str, Any]]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    paths = sorted(REFERENCE.glob(f"*/{file_name}"))
    return [yaml.load(path.read_text(encoding="utf-8"), Loader=loader) for path in paths]  # noqa: S506


@lru_cache(maxsize=1)
def _spellings() -> dict[str, str]:
    """Key of a spelling -> key of the first spelling of its group."""
    found: dict[str, str] = {}
    for content in _read("name_spellings.yml"):
        for group in content["groups"]:
            keys = [spell_key(spelling) for spelling in group]
            found.update(dict.fromkeys(keys, keys[0]))
    names = {spell_key(name) for name in _listed_names()}
    for key in sorted(names):
        for letters, sign in _JOINED:
            joined = key.replace(letters, sign)
            if joined != key and joined not in names:
                found.setdefault(joined, found.get(key, key))
    return found


def _listed_names() -> list[str]:
    return [
        spelling
        for content in _read("given_names.yml")
        for lists in content["names"].values()
        for code in ("male", "female")
        for entry in lists.get(code, [])
        for spelling in str(entry).split("/")
    ]


@lru_cache(maxsize=1)
def _genders() -> dict[str, str]:
    """Key of a listed given name -> the genders it is listed for."""
    found: dict[str, str] = {}
    for content in _read("given_names.yml"):
        for lists in content["names"].values():
            for code in ("male", "female"):
                for entry in lists.get(code, []):
                    for spelling in str(entry).split("/"):
                        key = same_name_key(spell_key(spelling))
                        found[key] = "".join(sorted({*found.get(key, ""), code[0]}))
    return found


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, first in _spellings().items():
        found.setdefault(first, []).append(key)
    return {first: tuple(keys) for first, keys in found.items()}


def list_spellings(key: str) -> tuple[str, ...]:
    """List the keys of the spellings of one name; of a name with one spelling the key itself.

    Args:
        key: made by ``spell_key``, replaced by ``same_name_key``.
    """
    return _groups().get(key, (key,))


def same_name_key(key: str) -> str:
    """Replace the key of a spelling by that of the name it stands for (Юсуп by Жүсіп); other keys stay.

    Args:
        key: made by ``spell_key``.

    Source: ``name_spellings.yml`` of the reference packs.
    """
    return _spellings().get(key, key)


@lru_cache(maxsize=100_000)
def genders_of_key(key: str) -> str:
    """Tell who bears a given name: f, m, fm, or empty where neither a list nor a compound's ending says.

    Args:
        key: of a given name.
    """
    listed = _genders().get(same_name_key(key))
    if listed:
        return listed
    compound = compound_gender(key)
    return compound if len(compound) == 1 else ""


@lru_cache(maxsize=100_000)
def is_known_name(key: str, *, is_father: bool = False) -> bool:
    """Tell whether a key is a given name people bear: listed, or a compound of a listed name and a usual ending.

    Args:
        key: of a given name, of a father or the root of a surname.
        is_father: the key is a father's, which has lost a last и or а (Ғали, Абдулла).
    """
    if any(same_name_key(key + lost) in _genders() for lost in ("", "и", "а")[: 3 if is_father else 1]):
        return True
    return any(
        (head in _HEADS or head in _genders())
        and (compound_gender("ааа" + tail) or (head in _HEADS and tail in _genders()))
        for head, tail in ((key[:cut], key[cut:]) for cut in range(2, len(key) - 1))
    )
