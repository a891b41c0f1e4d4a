"""Given names of the reference packs: is this word a given name, and whose."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from etl.normalise.alphabet import plain

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"

_DOUBLE = re.compile(r"(.)\1")
_SOFT_VOWELS = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[яю]")
_DROP = str.maketrans({"ь": "", "ъ": "", "ё": "е", "э": "е", "ы": "и", "й": "и", "'": ""})


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """Reduce a given name to what its Kazakh and Russian spellings share.

    Args:
        name: one word; Гүлнәзия and Гульназия give the same skeleton.
    """
    word = plain(name.lower()).translate(_DROP)
    word = _SOFT_VOWELS.sub(lambda match: "а" if match.group() == "я" else "у", word)
    return _DOUBLE.sub(r"\1", word)


@lru_cache(maxsize=1)
def _load() -> tuple[dict[str, str], frozenset[str]]:
    genders: dict[str, str] = {}
    syllables: set[str] = set()
    for path in sorted(REFERENCE.glob("*/given_names.yml")):
        names = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))[
            "names"
        ]  # noqa: S506
        for lists in names.values():
            for code in ("male", "female"):
                for entry in lists.get(code, []):
                    for spelling in str(entry).split("/"):
                        key = skeleton(spelling)
                        if code[0] not in genders.get(key, ""):
                            genders[key] = genders.get(key, "") + code[0]
            syllables.update(skeleton(syllable) for syllable in lists.get("syllables", []))
    return genders, frozenset(syllables)


def genders_of_given(name: str) -> str:
    """Tell who bears a given name: m, f, mf (both) or an empty string when the name is not listed.

    Args:
        name: one given name in the nominative, Kazakh or Russian spelling.
    """
    found = _load()[0].get(skeleton(name), "")
    if found:
        return found
    if "-" in name:
        return _load()[0].get(skeleton(name.split("-")[0]), "")
    return ""


def is_korean_syllable(word: str) -> bool:
    """Tell whether a word is a syllable of a Korean given name written in parts.

    Args:
        word: one word, Cyrillic.
    """
    return skeleton(word) in _load()[1]
