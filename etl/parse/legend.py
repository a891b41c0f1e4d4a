"""Legends: letters or asterisks that a list explains once («А – партия «AMANAT»», «* – председатель»)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from etl.normalise.nominators import looks_like_nominator
from etl.normalise.roles import parse_role
from models.reference import Pack

_CODE = r"\(?(?P<code>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{1,4}|\*{1,4})\)?"
_ENTRY = re.compile(rf"(?:^|[;,:.(]\s*){_CODE}\s*(?:[–—=]|-(?=\s))\s*")
_STARRED = re.compile(r"^\s*(?P<code>\*{1,4})\)?\s*(?:[–—=-]\s*)?(?P<text>[^\W\d_].{2,80})$")
_MEMBERSHIP = re.compile(r"^(?:член|чл\.)\s+(?:политическ\w+\s+)?парти|парти\w*\s+мүшес", re.I)


@dataclass(slots=True)
class Legend:
    """What the signs of one document stand for, and the lines that say so."""

    roles: dict[str, str] = field(default_factory=dict)
    nominators: dict[str, str] = field(default_factory=dict)
    parties: dict[str, str] = field(default_factory=dict)
    lines: set[str] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.lines)

    def explains(self, code: str) -> str | None:
        """Return what a sign is about: role, nominator, party_membership; None where it is no sign of the legend."""
        code = bare_code(code)
        told = {"role": self.roles, "nominator": self.nominators, "party_membership": self.parties}
        return next((name for name, meanings in told.items() if code in meanings), None)


def bare_code(text: str) -> str:
    """Return a sign without brackets and stops."""
    return text.strip(" ().,;:")


def find_legend(texts: Iterable[str], pack: Pack) -> Legend:
    """Collect the legends of a document.

    A line of letters is one where at least two signs each stand for a post or a nominator; asterisks stand on lines
    of their own.

    Args:
        texts: the lines of the document, with the bullets they are printed with.
        pack: reference data, for what is a nominator.
    """
    legend = Legend()
    for text in texts:
        starred = _STARRED.match(text) if text.lstrip().startswith("*") else None
        if starred is not None:
            entries = [(starred["code"], starred["text"])]
        else:
            entries = _entries(text)
            if len(entries) < 2:
                continue
        told = [(code, *_meaning(meaning, pack)) for code, meaning in entries]
        known = [entry for entry in told if entry[1]]
        if len(known) * 3 < len(told) * 2 or not known:
            continue
        legend.lines.add(text)
        kinds = {"role": legend.roles, "nominator": legend.nominators, "party": legend.parties}
        for code, kind, meaning in known:
            kinds[kind].setdefault(code, meaning)
    return legend


def _entries(text: str) -> list[tuple[str, str]]:
    found = list(_ENTRY.finditer(text)) if len(text) < 900 else []
    if len(found) < 2:
        return []
    ends = [match.start() for match in found[1:]] + [len(text)]
    return [(m["code"], text[m.end() : end].strip(" .;,")) for m, end in zip(found, ends, strict=True)]


def _meaning(text: str, pack: Pack) -> tuple[str, str]:
    """Tell whether an explanation is a post, a membership or a nominator; empty where it is none."""
    if _MEMBERSHIP.search(text):
        return "party", text
    role = parse_role(text) if len(text) < 60 else None
    if role is not None:
        return "role", role
    return ("nominator", text) if looks_like_nominator(text, pack) >= 0.4 else ("", "")
