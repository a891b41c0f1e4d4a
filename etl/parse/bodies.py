"""The body that took an act, in the nominative: «Майский районный маслихат» for «решением Майского районного …»."""

from __future__ import annotations

import re

from etl.parse.commissions import find_commissions

_REGION_RU = r"(?:\s+(?P<region>[\w-]+(?:ск|цк)ой\s+области|области\s+[\w-]+))?"
_BY_ADJECTIVE = re.compile(
    rf"(?P<place>[\w-]+(?:ск|цк)(?:ий|ого|ому|им|ом))\s+(?P<kind>районн|городск|областн)\w+\s+маслихат\w*{_REGION_RU}",
    re.I,
)
_REGIONAL = re.compile(r"(?P<place>[\w-]+(?:ск|цк)(?:ий|ого|ому|им|ом))\s+областн\w+\s+маслихат\w*", re.I)
_OF_PLACE = re.compile(
    rf"маслихат\w*\s+(?P<place>[\w-]+(?:ск|цк)ого\s+района|района\s+[\w-]+|[\w-]+\s+района|города\s+[\w-]+|[\w-]+(?:ск|цк)ой\s+области){_REGION_RU}",
    re.I,
)
_KAZAKH = re.compile(
    r"(?:(?P<region>(?:(?:батыс|шығыс|солтүстік)\s+қазақстан|[\w-]+)\s+облысы)(?:ның)?\s+)?"
    r"(?P<place>(?:[\w-]+\s+(?:би|батыр)|(?-i:[А-ЯӘҒҚҢӨҰҮҺІ])\.\s?[\w-]+|[\w-]+)\s+"
    r"(?:аудандық|қалалық|облыстық|(?:қаласы|ауданы|облысы)(?:ның)?))\s+мәслихат\w*",
    re.I,
)
_SMALL = frozenset(
    {"район", "района", "города", "области", "облысы", "аудандық", "қалалық", "облыстық"}
    | {"қаласы", "қаласының", "ауданы", "ауданының"}
)
_KINDS = {"районн": "районный", "городск": "городской", "областн": "областной"}


def name_body(lines: list[str], printed: str | None) -> str | None:
    """Return the name of a council or commission in the nominative; the printed line where it is not clear.

    Args:
        lines: the heading of the act, lines in order.
        printed: the line that names the body, as printed.
    """
    text = " ".join(" ".join(lines).split())
    matches = [m for p in (_KAZAKH, _BY_ADJECTIVE, _REGIONAL, _OF_PLACE) for m in p.finditer(text[:1500])]
    if matches:
        return _compose(min(matches, key=lambda match: match.start()))
    if printed is None or "аслихат" not in printed.lower():
        named = {mention.name for line in lines[:6] for mention in find_commissions(line) if mention.level == "TEC"}
        if len(named) == 1:
            return _sentence(named.pop())
    return printed


def _compose(match: re.Match[str]) -> str:
    parts = match.groupdict()
    place = match["place"]
    if match.re is _KAZAKH:
        region = _sentence(parts["region"]) + " " if parts["region"] else ""
        return f"{region}{_sentence(place)} мәслихаты"
    region = f" {_sentence(parts['region'])}" if parts.get("region") else ""
    if match.re is _OF_PLACE:
        return f"маслихат {_sentence(place)}{region}"
    adjective = re.sub(r"(ск|цк)(?:ий|ого|ому|им|ом)$", r"\1ий", _sentence(place))
    return f"{adjective} {_KINDS[parts['kind'].lower() if parts.get('kind') else 'областн']} маслихат{region}"


def _sentence(phrase: str) -> str:
    """Write a phrase printed in capitals with capitals at names only."""
    if not phrase.isupper():
        return phrase
    words = phrase.lower().split()
    named = ("-".join(part.capitalize() for part in word.split("-")) for word in words)
    return " ".join(word if word in _SMALL else name for word, name in zip(words, named, strict=True))
