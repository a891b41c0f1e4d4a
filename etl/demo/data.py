"""What the simulator is told about the world: the demo files of the reference pack as typed values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_TO_RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
_FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference" / "kz"


@dataclass(frozen=True)
class Pair:
    """One name in Kazakh and in Russian spelling."""

    kk: str
    ru: str


def read_pair(text: str) -> Pair:
    """Read "kk=ru"; a single spelling is put into Russian letters."""
    kk, _, ru = str(text).partition("=")
    return Pair(kk, ru or kk.translate(_TO_RUSSIAN))


@dataclass(frozen=True)
class NameParts:
    """Parts of names of one group of people."""

    female: tuple[Pair, ...]
    male: tuple[Pair, ...]
    surnames: tuple[Pair, ...]
    bare_surnames: tuple[Pair, ...]
    patronymic: str


@dataclass(frozen=True)
class Post:
    """A post at an employer: Kazakh, Russian for a man, Russian for a woman."""

    kk: str
    ru_m: str
    ru_f: str
    is_teaching: bool
    is_head: bool


@dataclass(frozen=True)
class EmployerKind:
    """One kind of employer with its codes, wordings and posts."""

    kind: str
    type: str
    sector: str
    ownership: str
    parent: str | None
    variants: dict[str, Pair]
    posts: tuple[Post, ...]


@dataclass(frozen=True)
class PartyPrint:
    """How a party is printed during a period."""

    party_id: str
    valid_from: date
    valid_to: date
    kk: str
    ru: str
    kk_branch: str
    ru_branch: str


@dataclass
class DemoData:
    """Everything the demo files say."""

    names: dict[str, NameParts]
    employers: dict[str, EmployerKind]
    states: dict[str, dict[str, str]]
    weights: dict[str, dict[str, float]]
    party_prints: list[PartyPrint]
    world: dict[str, Any]
    texts: dict[str, Pair] = field(default_factory=dict)
    villages: list[Pair] = field(default_factory=list)
    patrons: list[Pair] = field(default_factory=list)

    def say(self, key: str, language: str, **slots: object) -> str:
        """Give a sentence of demo_texts.yml with its slots filled; an empty slot leaves no double space.

        Raises:
            KeyError: no such sentence, or a slot is missing
        """
        pair = self.texts[key]
        text = (pair.kk if language == "kk" else pair.ru).format(**slots)
        return text.strip() if "          " in text else text.replace("  ", " ").strip()

    def figure(self, key: str) -> Any:
        """Give one calibration figure."""
        return self.world["calibration"][key]["value"]

    def climate_of(self, region_id: str) -> str:
        """Give the group of regions (north, centre, south, west) that shares names and languages."""
        for name, group in self.world["groups"].items():
            if region_id in group["regions"]:
                return str(name)
        raise KeyError(region_id)


def _read(name: str) -> Any:
    return yaml.load((_FOLDER / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # noqa: S506 - a safe loader


def _read_names(raw: dict[str, Any]) -> dict[str, NameParts]:
    groups: dict[str, NameParts] = {}
    for group, parts in raw.items():
        base = raw[parts["like"]] if "like" in parts else parts
        groups[group] = NameParts(
            female=tuple(map(read_pair, base["female"])),
            male=tuple(map(read_pair, base["male"])),
            surnames=tuple(map(read_pair, parts.get("surnames", []))),
            bare_surnames=tuple(map(read_pair, parts.get("bare_surnames", []))),
            patronymic=parts.get("patronymic", "plain"),
        )
    return groups


def _read_post(text: str, is_head: bool) -> Post:
    kk, ru_m, ru_f = (part.strip() for part in text.split("|"))
    is_teaching = kk.startswith("*")
    return Post(kk.lstrip("* "), ru_m, ru_f, is_teaching, is_head)


def _read_employers(raw: dict[str, Any]) -> dict[str, EmployerKind]:
    kinds: dict[str, EmployerKind] = {}
    for kind, entry in raw.items():
        if kind in ("states", "weights"):
            continue
        posts = tuple(_read_post(text, position == 0) for position, text in enumerate(entry["posts"]))
        variants = {name: Pair(v["kk"], v["ru"]) for name, v in entry["variants"].items()}
        kinds[kind] = EmployerKind(
            kind, entry["type"], entry["sector"], entry["ownership"], entry["parent"], variants, posts
        )
    return kinds


@lru_cache(maxsize=1)
def load_demo_data() -> DemoData:
    """Read the demo files of the Kazakhstan pack.

    Raises:
        KeyError: a file lacks a part
    """
    world = _read("demo_world.yml")
    employers = _read("demo_employers.yml")
    prints = [
        PartyPrint(
            p["id"], p.get("from", date.min), p.get("to", date.max), p["kk"], p["ru"], p["kk_branch"], p["ru_branch"]
        )
        for p in world["party_prints"]
    ]
    return DemoData(
        names=_read_names(_read("demo_names.yml")),
        employers=_read_employers(employers),
        states=employers["states"],
        weights=employers["weights"],
        party_prints=prints,
        world=world,
        texts={
            f"{group}.{name}": Pair(entry["kk"], entry["ru"])
            for group, entries in _read("demo_texts.yml").items()
            for name, entry in entries.items()
        },
        villages=list(map(read_pair, world["villages"])),
        patrons=list(map(read_pair, world["school_patrons"])),
    )
