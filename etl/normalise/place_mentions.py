"""Where a text names a region, a city or a district: the words beside «район», «қаласы», «области»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.place_index import KINDS, PlaceIndex, Reading, build_index
from etl.normalise.place_keys import Token, clean_place_text, tokenise
from models.reference import Pack

_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text.

    Args:
        ids: every place the name may mean.
        kind: region, city_region (a city that is a region), city or district.
        start, end: its place in the text after `clean_place_text`, the word of kind included.
        words: the words of the name, as comparison keys.
        exact: found without allowing for a damaged letter.
    """

    ids: tuple[str, ...]
    kind: str
    start: int
    end: int
    words: str
    exact: bool


@dataclass(frozen=True, slots=True)
class Mentions:
    """The places a text names, in reading order."""

    regions: tuple[Mention, ...]
    districts: tuple[Mention, ...]


@lru_cache(maxsize=20_000)
def find_mentions(text: str, pack: Pack, bare_names: bool = False) -> Mentions:
    """Find the regions and districts a text names; damaged spellings count only where no exact one is found.

    Args:
        text: a heading, a line or a cell as printed.
        pack: the reference pack.
        bare_names: the whole text may be a name without its kind («Балқаш»).
    """
    index = build_index(pack)
    cleaned = clean_place_text(text)
    tokens = tokenise(cleaned, pack.place_words)
    mentions = [mention for position in range(len(tokens)) for mention in _mentions_at(tokens, position, index)]
    mentions += _abbreviations(cleaned, index)
    mentions = mentions or _bare_name(tokens, index, nouns=bare_names)
    exact = [mention for mention in mentions if mention.exact]
    mentions = sorted(exact or mentions, key=lambda mention: (mention.start, -mention.end))
    regions = tuple(mention for mention in mentions if mention.kind in ("region", "city_region"))
    districts = tuple(mention for mention in mentions if mention.kind in ("district", "city"))
    return Mentions(regions, _drop_inner(districts))


def _mentions_at(tokens: tuple[Token, ...], position: int, index: PlaceIndex) -> list[Mention]:
    """Read the name beside one word of kind."""
    token = tokens[position]
    if not token.kind:
        return []
    for exact in (True, False):
        for reading in _readings(tokens, position, exact=exact):
            found = _read_name(tokens, position, reading, index)
            if found:
                return found
    return []


def _readings(tokens: tuple[Token, ...], position: int, *, exact: bool) -> Iterator[Reading]:
    """List how a name may stand beside a word of kind, likely ways first.

    Kazakh words follow the name («Шу ауданы»). Russian ones follow an adjective («Шуский район») or precede a noun
    («район Самар»); a noun before them («Аққулы район») is the last resort and not after another word of kind,
    because in «район Байқоңыр города Астаны» the noun belongs to the word before it.
    """
    if tokens[position].follows_only:
        yield Reading(before=True, exact=exact)
        return
    yield Reading(before=True, exact=exact, adjective=True)
    yield Reading(before=False, exact=exact)
    yield Reading(before=True, exact=exact, adjective=False)


def _read_name(tokens: tuple[Token, ...], position: int, reading: Reading, index: PlaceIndex) -> list[Mention]:
    """Match the longest name on one side of a word of kind."""
    kinds = KINDS[tokens[position].kind or ""]
    for length in range(_LONGEST_NAME, 0, -1):
        first, last = (position - length, position) if reading.before else (position + 1, position + 1 + length)
        if first < 0 or last > len(tokens) or not _can_be_name(tokens, first, last, reading):
            continue
        words = tokens[first:last]
        found = [(kind, ids) for kind in kinds if (ids := index.look_up(kind, words, reading))]
        if found:
            start, end = min(words[0].start, tokens[position].start), max(words[-1].end, tokens[position].end)
            text = " ".join(word.text for word in words)
            return [Mention(ids, kind, start, end, text, reading.exact) for kind, ids in found]
    return []


def _can_be_name(tokens: tuple[Token, ...], first: int, last: int, reading: Reading) -> bool:
    """Refuse words that belong to another word of kind."""
    if any(token.kind and len(token.text) > 1 for token in tokens[first:last]):
        return False
    if reading.before:
        after_kind = first > 0 and tokens[first - 1].kind and not tokens[first - 1].follows_only
        return not (reading.adjective is False and after_kind)
    # «города Костанайской области»: the adjective belongs to the word that follows it
    return not (tokens[last - 1].adjective and last < len(tokens) and tokens[last].kind)


def _abbreviations(text: str, index: PlaceIndex) -> list[Mention]:
    """Find short forms of regions, in capitals as printed."""
    return [
        Mention((index.abbreviations[form],), "region", match.start(), match.end(), form, True)
        for match in re.finditer(r"[^\W\d_]+", text)
        if (form := match.group()) in index.abbreviations
    ]


def _bare_name(tokens: tuple[Token, ...], index: PlaceIndex, *, nouns: bool) -> list[Mention]:
    """Accept a name without its kind only where it is the whole text; it may then be a city or a rayon.

    Nouns (Абай, Панфилов, Самар) are names of people too and count only where the caller knows better; those of
    the cities that are regions always count.
    """
    if not tokens or len(tokens) > _LONGEST_NAME:
        return []
    reading = Reading(before=True, adjective=None if nouns else True)
    start, end, text = tokens[0].start, tokens[-1].end, " ".join(token.text for token in tokens)
    mentions = []
    if ids := index.look_up("city_region", tokens, Reading(before=True)):
        mentions.append(Mention(ids, "city_region", start, end, text, True))
    cities, rayons = (index.look_up(kind, tokens, reading) for kind in ("city", "district"))
    if cities or rayons:
        mentions.append(Mention((*cities, *rayons), "district" if rayons else "city", start, end, text, True))
    return mentions


def _drop_inner(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Leave out mentions inside a longer one."""
    return tuple(
        mention
        for mention in mentions
        if not any(
            other.start <= mention.start and mention.end <= other.end and _length(other) > _length(mention)
            for other in mentions
        )
    )


def _length(mention: Mention) -> int:
    return mention.end - mention.start
