"""Comparison keys of employers: one key for one body under its spellings in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etl.normalise.employer_parts import QUOTE, Parts
from etl.normalise.lexicon import OrganisationWords
from etl.normalise.phrases import Span, literal_spans, skeleton
from etl.normalise.sieve import Sieve
from etl.normalise.stems import stem_word

NUMBERED_TYPES = frozenset(
    {"school", "preschool", "college", "clinic", "hospital", "culture", "library", "sport", "extracurricular"}
)

_TOKEN = re.compile(r"[а-яa-zєѓ]+|\d+")
_NUMBER = re.compile(r"(?:№|(?<![а-яa-z])n[оo]?(?=[ .]?\d))[ .]*(\d{1,4})(?!\d)")
_LOOSE_NUMBER = re.compile(r"(?<![\d/])(\d{1,3})(?![\d/])")
_CAPITAL = "А-ЯӘҒҚҢӨҰҮҺІЁ"
_INITIALS = rf"(?:[{_CAPITAL}]\.\s*){{0,2}}"
_HONORARY = re.compile(
    rf"\bим(?:ени|\.)\s*{_INITIALS}[{_CAPITAL}][\w-]+(?:\s+[{_CAPITAL}][\w-]+)?"
    rf"|{_INITIALS}[{_CAPITAL}][\w-]+(?:\s+[{_CAPITAL}][\w-]+)?\s+атындағы"
)
_TITLES = r"(?:би|батыр|хан|ата|ана|баба|акын|ақын)"
_SETTLEMENT = re.compile(
    r"\b(?:сел[аоеу]|города?|городе|пос[её]лк[аеу]|пос[её]лок|аула|станции|с\.|г\.|п\.|пос\.)\s*"
    rf"(?P<ru>[{_CAPITAL}][\w-]+(?:\s(?:(?=[{_CAPITAL}])[\w-]+|{_TITLES}\b))?)"
    rf"|(?P<kk>[{_CAPITAL}][\w-]+(?:\s{_TITLES})?)\s+(?:ауыл|қала|кент)(?:ы|сы|і)?(?:ның|нің|ндағы|ндегі)?(?!\w)"
)
_DISTRICT = re.compile(
    rf"(?P<ru>[{_CAPITAL}][\w-]+ск(?:ого|ому|ий|ом))\s+(?:сельского округа|сельский округ|район|с/о)"
    rf"|(?P<kk>[{_CAPITAL}][\w-]+)\s+(?:аудан|ауылдық округ)"
)
_NAMED_PERSON = re.compile(rf"[{_CAPITAL}][а-яәғқңөұүһіё]+")

# Kinds of which a district has one at each level, so that the level («районная больница») says which.
_ONE_PER_LEVEL = frozenset(
    {"akim_office", "hospital", "culture_house", "court", "library", "sport_school", "clinic", "pupils_house", "club"}
)
_LEVELLED = _ONE_PER_LEVEL | frozenset(
    {
        "maslikhat", "department", "police", "prosecutor", "emergency", "revenue", "employment_centre",
        "election_commission", "utility", "museum",
    }
)  # fmt: skip


def read_number(own: str, *, loose: bool) -> int | None:
    """Read the number of an institution.

    Args:
        own: a skeleton without the parent body.
        loose: also accept a number without a sign («СШ 5», «12 мектеп»).
    """
    match = _NUMBER.search(own) or (_LOOSE_NUMBER.search(own) if loose else None)
    return int(match.group(1)) if match else None


def read_place(shown: str) -> tuple[str | None, bool]:
    """Read the settlement, else the district or rural district, that an employer's name gives.

    Args:
        shown: tidy text.

    Returns:
        The place as printed and whether it is a settlement.
    """
    for pattern, is_settlement in ((_SETTLEMENT, True), (_DISTRICT, False)):
        match = pattern.search(shown)
        if match:
            return match.group("ru") or match.group("kk"), is_settlement
    return None, False


def make_key(parts: Parts, number: int | None, settlement: str | None, words: OrganisationWords) -> str | None:
    """Make the key of a body, or None where no body can be named («средняя школа», «ауылдық клуб»).

    Args:
        parts: the employer taken apart.
        number: its number.
        settlement: the village or town its name gives.
        words: the pack's words.
    """
    if parts.party_id:
        return f"party:{parts.party_id}"
    if parts.known:
        return f"known:{parts.known.org}"
    cuts = [*parts.form_spans, *([parts.parent] if parts.parent else [])]
    if parts.institution is None:
        stems = name_stems(parts, cuts, words)
        marked = parts.form or QUOTE.search(parts.shown) or _NAMED_PERSON.search(parts.shown)
        return ":".join([parts.form.family if parts.form else "body", *stems]) if stems and marked else None
    return _institution_key(parts, cuts, number, settlement, words)


def _institution_key(
    parts: Parts, cuts: list[Span], number: int | None, settlement: str | None, words: OrganisationWords
) -> str | None:
    kind = parts.institution
    assert kind is not None
    head = [kind.kind]
    level = read_level(parts.own, kind.kind, words)
    if kind.kind == "department":
        subjects = [(code, pattern) for code, pattern in words.subjects if pattern.search(parts.own)]
        head += ["+".join(code for code, _ in subjects)] if subjects else []
        cuts = cuts + all_spans([pattern for _, pattern in subjects], parts.own)
    if level:
        head.append(level)
    if number is not None and kind.type in NUMBERED_TYPES:
        place = [stem_word(skeleton(settlement), words.variants)] if settlement else []
        return ":".join([*head, str(number), *place])
    if not kind.loose:
        cuts = cuts + all_spans([words.any_institution], parts.own)
    stems = [stem for stem in name_stems(parts, cuts, words) if stem != str(number)]
    # A printed legal form with a quoted name is a certain body, even if the name is only its kind.
    is_certain = bool(parts.form and QUOTE.search(parts.shown) and kind.type in ("other", "enterprise", "hospital"))
    is_one = len(head) > 1 and level != "rural" and kind.kind in _ONE_PER_LEVEL | {"department"}
    if not (stems or number is not None or kind.named or is_certain or is_one):
        return None
    return ":".join([*head, *([str(number)] if number is not None else []), *stems])


def read_level(own: str, kind: str, words: OrganisationWords) -> str | None:
    """Read the level of a body of which a district has one at each: rural, city, district or region.

    Args:
        own: a skeleton without the parent body.
        kind: the kind of institution; others have no level.
        words: the pack's words.
    """
    if kind not in _LEVELLED:
        return None
    found = [(match.start(), code) for code, pattern in words.levels if (match := pattern.search(own))]
    if kind == "department":
        found = [entry for entry in found if entry[1] != "rural"]
    order = ["rural", "city", "district", "region"]
    codes = {code for _, code in found}
    return next((code for code in order if code in codes), None)


def all_spans(patterns: Iterable[Sieve], own: str) -> list[Span]:
    """List where patterns match, without the words their gaps let in.

    Args:
        patterns: made by `compile_phrases`.
        own: a skeleton.
    """
    return [span for pattern in patterns for match in pattern.finditer(own) for span in literal_spans(match)]


def name_stems(parts: Parts, cuts: Iterable[Span], words: OrganisationWords) -> list[str]:
    """List the stems of the words that tell a body from others of its kind, by the alphabet.

    Args:
        parts: the employer taken apart.
        cuts: spans of its text that say something else.
        words: the pack's words.
    """
    return sorted(set(read_stems(parts, cuts, words)))


def read_stems(parts: Parts, cuts: Iterable[Span], words: OrganisationWords) -> list[str]:
    """List the same stems in the order of print.

    Args:
        parts: the employer taken apart.
        cuts: spans of its text that say something else.
        words: the pack's words.
    """
    flat = list(skeleton(parts.shown))
    for start, end in cuts:
        flat[start:end] = " " * (end - start)
    kept = "".join(flat)
    for _ in range(2):  # neighbours share the space between them: one pass sees every second word
        kept = words.generic.sub(lambda match: " " * len(match.group()), kept)
    return [stem_word(token, words.variants) for token in _TOKEN.findall(kept) if len(token) > 1]
