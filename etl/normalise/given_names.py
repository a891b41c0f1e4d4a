"""Given names and surnames of unusual form, as listed in the reference packs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from etl.normalise.alphabet import plain

REFERENCE = Path(__file__).resolve().parents[2] / "data" / "reference"

_DOUBLE = re.compile(r"(.)\1")
_SOFT_VOWELS = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[яю]")
_DROP = str.maketrans({"ь": "", "ъ": "", "ё": "е", "э": "е", "'": ""})
_INNER_Y = re.compile(r"ы(?=.)")
_GLIDE = re.compile(r"(?<=[аеоу])(?:йи|и)(?=.)")
_COMPOUND_M = re.compile(
    r"^..+(?:бек|бай|жан|хан|гали|мурат|болат|кул|берген|гелди|келди|берди|мырза|магамбет|мухамбет|мухамед|ахмет|султан|назар|сеит"
    r"|кали|али|тай|байир|батыр|темир|жол|нур|дин|улла|олла|гази|кожа|гожа|жигит|аддин|иддин|жон|зод|шод)$"
)
_COMPOUND_F = re.compile(
    r"^..+(?:гул|кул|сулу|слу|жамал|бике|биби|бану|шаш|кыз|хан|гоз|коз|шолпан|жибек|ниса|нур|сауле|наз|зия|бала)$"
)


@dataclass(slots=True)
class _Register:
    genders: dict[str, str] = field(default_factory=dict)
    spellings: set[str] = field(default_factory=set)
    prints: set[str] = field(default_factory=set)
    syllables: set[str] = field(default_factory=set)
    surnames: dict[str, set[str]] = field(default_factory=dict)


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """Reduce a given name to what its Kazakh and Russian spellings share.

    Args:
        name: one word; Гүлнәзия and Гульназия give the same skeleton.
    """
    word = _INNER_Y.sub("и", plain(name.lower()).translate(_DROP))
    word = _SOFT_VOWELS.sub(lambda match: "а" if match.group() == "я" else "у", word)
    return _DOUBLE.sub(r"\1", _GLIDE.sub("й", word))


def _spell(name: str) -> str:
    return plain(name.lower()).replace("ё", "е").replace("ь", "")


def _read_lists(register: _Register, content: dict[str, Any]) -> None:
    for lists in content["names"].values():
        for code in ("male", "female"):
            for spelling in (spelling for entry in lists.get(code, []) for spelling in str(entry).split("/")):
                key = skeleton(spelling)
                register.spellings.add(_spell(spelling))
                register.prints.add(spelling.lower())
                if code[0] not in register.genders.get(key, ""):
                    register.genders[key] = register.genders.get(key, "") + code[0]
        register.syllables.update(skeleton(syllable) for syllable in lists.get("syllables", []))
    for kind, surnames in content.get("surnames", {}).items():
        register.surnames.setdefault(kind, set()).update(str(surname).lower() for surname in surnames)


@lru_cache(maxsize=1)
def _register() -> _Register:
    register = _Register()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # four times as fast where libyaml is there
    for path in sorted(REFERENCE.glob("*/given_names.yml")):
        _read_lists(register, yaml.load(path.read_text(encoding="utf-8"), Loader=loader))  # noqa: S506
    return register


@lru_cache(maxsize=100_000)
def genders_of_given(name: str) -> str:
    """Tell who bears a given name: m, f, mf (both) or an empty string when the name is not listed.

    Args:
        name: one given name in the nominative, Kazakh or Russian spelling.
    """
    found = _register().genders.get(skeleton(name), "")
    if found or "-" not in name:
        return found
    return _register().genders.get(skeleton(name.split("-")[0]), "")


@lru_cache(maxsize=100_000)
def compound_gender(name: str) -> str:
    """Tell the gender a Kazakh compound shows (…бек, …жан, …гүл) for a name that is not listed: m, f, mf or empty.

    Args:
        name: one given name in the nominative.
    """
    if name.endswith("ң"):
        return ""  # -дің is a case suffix, not the -дин of Нуриддин
    key = plain(name.lower()).replace("ь", "")
    return ("m" if _COMPOUND_M.search(key) else "") + ("f" if _COMPOUND_F.search(key) else "")


def is_listed_spelling(name: str) -> bool:
    """Tell whether a given name is listed letter by letter (Наиля, not Наила), Kazakh letters aside.

    Args:
        name: one given name in the nominative.
    """
    return _spell(name) in _register().spellings


def restore_soft_sign(name: str) -> str:
    """Give back the soft sign that a Kazakh suffix pushed out (Рошангулдың -> Рошангуль).

    Args:
        name: one given name in lower case, suffix taken off; a name listed without the sign stays.
    """
    prints = _register().prints
    return name + "ь" if name not in prints and name + "ь" in prints else name


def is_korean_syllable(word: str) -> bool:
    """Tell whether a word is a syllable of a Korean given name written in parts.

    Args:
        word: one word, Cyrillic.
    """
    return skeleton(word) in _register().syllables


def is_listed_surname(word: str, kind: str) -> bool:
    """Tell whether a surname is in one of the lists of unusual forms.

    Args:
        word: surname in the nominative.
        kind: korean, ending_in_ts, indeclinable or stressed_adjectives.
    """
    return word.lower() in _register().surnames.get(kind, set())
