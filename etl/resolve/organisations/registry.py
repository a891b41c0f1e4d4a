"""All employers of a build and the bodies above them: from printed phrases to organisations with dated parents."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from etl.resolve.ledger import Judgement
from etl.resolve.organisations.clustering import cluster, count_by
from etl.resolve.organisations.judgements import Replay, replay
from etl.resolve.organisations.keys import COUNTRY, Key, make_key
from etl.resolve.organisations.parents import (
    Link,
    Place,
    Printed,
    find_rules,
    join_links,
    list_days,
    place_body,
)
from etl.resolve.organisations.phrases import Phrase
from etl.resolve.organisations.traits import Traits, read_employer
from etl.resolve.organisations.words import Body, load_link_words
from models.reference import Pack

_GENITIVE = re.compile(r"(?<=[ыі])(?:ның|нің)$")
_TOP = "the chain stops here"
_NOT_PUBLIC = frozenset({"private", "civic"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An employer as printed, where it was seen."""

    text: str
    district_id: str | None
    region_id: str | None
    scope: str
    settlement: str | None = None


@dataclass(frozen=True, slots=True)
class _Above:
    """A body above others that a rule or a printed chain names: no seat need print it as employer."""

    key: Key


_Printed = tuple[Key, Key, str, Mention]
"""A body, the body printed above it, that one's name, and the mention that prints both."""


@dataclass(slots=True)
class Organisation:
    """One employer or body above employers.

    Args:
        traits: of one of its mentions.
        scope: district, region or country.
        place: where it is.
        names, types, sectors, ownerships: printed or known value -> how often.
        names_above: names printed where it stands above another body.
        body: the entry of the pack it is, if any.
        printed: bodies that documents print above it, by id.
        links: what stands above it, by date.
        seats: statements that print it as employer.
    """

    org_id: str
    traits: Traits
    scope: str
    place: Place
    names: Counter[str] = field(default_factory=Counter)
    names_above: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    ownerships: Counter[str] = field(default_factory=Counter)
    body: Body | None = None
    printed: dict[str, Printed] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    seats: int = 0

    @property
    def ownership(self) -> str:
        """Give the ownership most of its mentions show; unknown where none does."""
        return count_by(self.ownerships) or ("public" if self.body else "unknown")


@dataclass(slots=True)
class Registry:
    """The organisations of a build by id, the organisation of every mention that names one, and what people judged."""

    organisations: dict[str, Organisation]
    employer_of: dict[Mention, str]
    replayed: Replay


def register(
    mentions: Mapping[Mention, Iterable[tuple[dt.date | None, str]]],
    phrases: Mapping[str, Phrase],
    pack: Pack,
    judgements: Sequence[Judgement] = (),
) -> Registry:
    """Make organisations of all mentions of employers of a build.

    Args:
        mentions: mention -> day and document of each time it is printed.
        phrases: printed text -> what was read from it.
        pack: reference data.
        judgements: those of the ledger that stand; only pairs of organisations are used.
    """
    return _Register(phrases, pack).run(mentions, judgements)


class _Register:
    def __init__(self, phrases: Mapping[str, Phrase], pack: Pack) -> None:
        self.phrases, self.pack, self.words = phrases, pack, load_link_words(pack)
        self.keys: dict[Mention, Key] = {}
        self.nodes: dict[Key, tuple[Traits, Place]] = {}
        self.bodies: dict[Key, Body] = {}
        self.aliases = self._aliases()

    def run(
        self, mentions: Mapping[Mention, Iterable[tuple[dt.date | None, str]]], judgements: Sequence[Judgement]
    ) -> Registry:
        printed: list[_Printed] = []
        for mention in sorted(mentions, key=repr):
            phrase = self.phrases[mention.text]
            key = self._add(phrase.traits, mention.district_id, mention.region_id, mention.scope)
            if key is None:
                continue
            self.keys[mention] = key
            below = key
            for traits, name in phrase.parents:
                place = self.nodes[below][1]
                above = self._add(traits, place.district_id or mention.district_id, mention.region_id, mention.scope)
                if above is None:
                    break
                if above != below:
                    printed.append((below, above, name, mention))
                below = above
        self._close()
        ids = cluster(
            [
                *((mention, key, mention.settlement) for mention, key in self.keys.items()),
                *((_Above(key), key, None) for key in self.nodes),
            ]
        )
        registry = self._make(ids, mentions, printed)
        replayed = replay(judgements, registry.organisations, _list_above(registry.organisations))
        if replayed.new_of:
            joined = {mention: replayed.new_of.get(org_id, org_id) for mention, org_id in ids.items()}
            registry = self._make(joined, mentions, printed)
        registry.replayed = replayed
        return registry

    def _make(
        self,
        ids: Mapping[object, str],
        mentions: Mapping[Mention, Iterable[tuple[dt.date | None, str]]],
        printed: Iterable[_Printed],
    ) -> Registry:
        """Describe the organisations behind ids and put bodies above them."""
        found = self._describe(ids, mentions)
        for below, above, name, mention in printed:
            child, parent = found[ids[_Above(below)]], found[ids[_Above(above)]]
            own = found[ids[mention]] if below == self.keys[mention] else child
            parent.names_above[_end_nominative(name)] += 1
            for day, document in mentions[mention]:
                _print(own, parent.org_id, day, document)
        for organisation in found.values():
            organisation.links = self._link(organisation, ids)
        employer_of = {mention: ids[mention] for mention in self.keys}
        needed = _reach(found, set(employer_of.values()))
        return Registry({org_id: found[org_id] for org_id in sorted(needed)}, employer_of, Replay())

    def _add(self, traits: Traits, district_id: str | None, region_id: str | None, scope: str) -> Key | None:
        key = make_key(traits, district_id, region_id, scope, self.pack)
        if key is None:
            return None
        key = self.aliases.get((key.scope, key.base), key)
        if key not in self.nodes:
            district = self.pack.district_by_id.get(key.scope)
            is_region = key.scope in self.pack.region_by_id
            self.nodes[key] = (
                traits,
                Place(district.district_id if district else None, key.scope if is_region else region_id),
            )
        return key

    def _aliases(self) -> dict[tuple[str, str], Key]:
        """Read the renames of the pack: the older name counts as the newer."""
        found = {}
        for rename in self.words.renames:
            district = rename.scope if rename.scope in self.pack.district_by_id else None
            region = rename.scope if rename.scope in self.pack.region_by_id else None
            old, new = (
                make_key(read_employer(text, self.pack), district, region, rename.scope, self.pack)
                for text in (rename.old, rename.new)
            )
            if old and new:
                found[old.scope, old.base] = new
        return found

    def _close(self) -> None:
        """Add every body that may stand above another."""
        waiting = list(self.nodes)
        while waiting:
            key = waiting.pop()
            traits, place = self.nodes[key]
            rules = find_rules(traits, key.scope, self.words, self.pack)
            for body in {rule.parent: self.words.bodies[rule.parent] for rule in rules if rule.parent}.values():
                for day in list_days(rules, place, self.pack):
                    above = self._find_body(body, place, day)
                    if above is not None and above not in self.bodies:
                        self.bodies[above] = body
                        waiting.append(above)

    def _find_body(self, body: Body, place: Place, day: dt.date | None) -> Key | None:
        placed = place_body(body, place, self.pack, day)
        if placed is None:
            return None
        traits, scope = placed
        is_district = scope in self.pack.district_by_id
        region = None if is_district or scope == COUNTRY else scope
        return self._add(traits, scope if is_district else None, region, scope)

    def _describe(
        self, ids: Mapping[object, str], mentions: Mapping[Mention, Iterable[tuple[dt.date | None, str]]]
    ) -> dict[str, Organisation]:
        found: dict[str, Organisation] = {}
        # A mention that says what the body is describes it before one that prints nothing but its name.
        for key in sorted(self.nodes, key=lambda key: (key.bare, repr(key))):
            traits, place = self.nodes[key]
            organisation = found.setdefault(ids[_Above(key)], Organisation(ids[_Above(key)], traits, key.scope, place))
            organisation.body = organisation.body or self.bodies.get(key)
        for mention, key in self.keys.items():
            org_id = ids[mention]
            phrase, times = self.phrases[mention.text], sum(1 for _ in mentions[mention])
            traits, place = self.nodes[key]
            organisation = found.setdefault(org_id, Organisation(org_id, traits, key.scope, place))
            organisation.seats += times
            organisation.names[phrase.name] += times
            for counter, value in (
                (organisation.types, phrase.type),
                (organisation.sectors, phrase.sector),
                (organisation.ownerships, phrase.ownership),
            ):
                if value != "unknown":
                    counter[value] += times
        return found

    def _link(self, organisation: Organisation, ids: Mapping[object, str]) -> list[Link]:
        ownership = organisation.ownership
        if organisation.traits.group == "party":
            return [Link(organisation.traits.code, None, None, "printed", "the party whose branch it is")]
        if ownership in _NOT_PUBLIC:
            return [Link(None, None, None, "rule", f"a {ownership} body is its own top")]
        rules = [
            rule
            for rule in find_rules(organisation.traits, organisation.scope, self.words, self.pack)
            if rule.any_ownership or ownership == "public"
        ]
        days = list_days(rules, organisation.place, self.pack)
        ruled: list[Link] = []
        if organisation.body and organisation.body.top:
            ruled = [Link(None, None, None, "rule", _TOP)]
            days = []
        for position, day in enumerate(days):
            until = days[position + 1] if position + 1 < len(days) else None
            rule = next((rule for rule in rules if rule.holds_on(day)), None)
            if rule is None:
                continue
            parent = None
            if rule.parent is not None:
                key = self._find_body(self.words.bodies[rule.parent], organisation.place, day)
                if key is None:
                    continue
                parent = ids[_Above(key)]
                if parent == organisation.org_id:
                    parent = None
            if ruled and ruled[-1].parent == parent and ruled[-1].valid_to == day:
                ruled[-1] = Link(parent, ruled[-1].valid_from, until, "rule", rule.source, rule.verified)
            else:
                ruled.append(Link(parent, day, until, "rule", rule.source or _TOP, rule.verified))
        is_top = bool(ruled) and all(link.parent is None for link in ruled)
        # An akimat prints no chain of its own; what is printed above it is its place.
        return ruled if is_top else join_links(ruled, list(organisation.printed.values()))


def _end_nominative(name: str) -> str:
    """Take the Kazakh genitive off the end of a name: «Шу ауданы білім бөлімінің» is a бөлімі."""
    return _GENITIVE.sub("", name)


def _print(child: Organisation, parent: str, day: dt.date | None, document: str) -> None:
    if day is None or child.org_id == parent:
        return
    known = child.printed.get(parent)
    if known is None:
        child.printed[parent] = Printed(parent, day, day, document)
        return
    source = document if (day, document) < (known.first, known.source) else known.source
    child.printed[parent] = Printed(parent, min(known.first, day), max(known.last, day), source)


def _list_above(found: Mapping[str, Organisation]) -> dict[str, set[str]]:
    return {org_id: {link.parent for link in body.links if link.parent} for org_id, body in found.items()}


def _reach(found: Mapping[str, Organisation], start: set[str]) -> set[str]:
    """List the organisations that seats name and all that stand above them."""
    reached: set[str] = set()
    waiting = sorted(start)
    while waiting:
        org_id = waiting.pop()
        if org_id in reached or org_id not in found:
            continue
        reached.add(org_id)
        waiting += [link.parent for link in found[org_id].links if link.parent]
    return reached
