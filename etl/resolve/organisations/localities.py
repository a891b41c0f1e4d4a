"""Places inside the name of an organisation, as ids of the reference pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.lexicon import load_organisations
from etl.normalise.phrases import Span, skeleton
from etl.normalise.place_index import Reading, build_index
from etl.normalise.place_keys import tokenise
from etl.normalise.place_mentions import find_mentions
from etl.normalise.stems import stem_word
from models.reference import Pack

_SIDES = (Reading(before=True), Reading(before=False))
_KINDS = ("district", "city")


@dataclass(frozen=True, slots=True)
class Localities:
    """Districts and regions a text names.

    Args:
        districts, regions: ids of those printed with their kind («Шуского района»).
        spans: where they stand.
        names: stem of a word that is also a district's name -> ``@``, the ids it may mean, ``=`` and the stem.
        cities: ids of all cities that are districts of their own, among the names.
    """

    districts: frozenset[str]
    regions: frozenset[str]
    spans: tuple[Span, ...]
    names: dict[str, str]
    cities: frozenset[str]

    def rename(self, stems: frozenset[str]) -> frozenset[str]:
        """Put ids in the place of districts' names.

        Args:
            stems: stems of words of the text.
        """
        return frozenset(name for stem in stems if (name := self.names.get(stem, stem)))

    def rename_one(self, stem: str) -> str:
        """Put an id in the place of a district's name.

        Args:
            stem: stem of a word of the text.
        """
        return self.names.get(stem, stem) or stem

    def rename_place(self, printed: str, variants: Mapping[str, str]) -> str:
        """Reduce a settlement to its stems, or to ids where it bears the name of a district.

        Args:
            printed: its name without the word for its kind.
            variants: pairs of stems, as in the pack.
        """
        return self.rename_one(" ".join(stem_word(word, variants) for word in skeleton(printed).split()))

    def cities_of(self, name: str) -> frozenset[str]:
        """Give the cities that are districts of their own among what a name may mean.

        Args:
            name: as in `names`.
        """
        return ids_of(name) & self.cities


def ids_of(name: str) -> frozenset[str]:
    """Give the districts that a word of a name may mean; none for other words.

    Args:
        name: ``@``, ids, ``=`` and the stem, or a stem alone.
    """
    return frozenset(name[1:].partition("=")[0].split("|")) if name.startswith("@") else frozenset()


def localise_name(name: str, district_id: str | None) -> str:
    """Read a word that may mean a district: that of the document by its ids, any other as an ordinary word.

    Args:
        name: as in `Localities.names`.
        district_id: the district of the document; None where it is not known.
    """
    if not name.startswith("@"):
        return name
    ids, _, stem = name.partition("=")
    return ids if district_id is None or district_id in ids_of(name) else stem


@lru_cache(maxsize=100_000)
def read_localities(shown: str, pack: Pack) -> Localities:
    """Find the places of the pack that a text names.

    Args:
        shown: tidy text.
        pack: reference data.
    """
    mentions = find_mentions(shown, pack)
    districts = next((frozenset(mention.ids) for mention in mentions.districts if mention.exact), frozenset())
    regions = next((frozenset(mention.ids) for mention in mentions.regions if mention.exact), frozenset())
    found = [mention for mention in (*mentions.districts, *mentions.regions) if mention.exact]
    names = _name_districts(shown, pack)
    ids = {place for name in names.values() for place in ids_of(name)}
    cities = frozenset(place for place in ids if pack.district_by_id[place].kind == "city")
    return Localities(districts, regions, tuple((mention.start, mention.end) for mention in found), names, cities)


def _name_districts(shown: str, pack: Pack) -> dict[str, str]:
    """Find words that are names of districts even without their kind («Шуский аграрный колледж»)."""
    index, variants = build_index(pack), load_organisations(pack).variants
    tokens = [token for token in tokenise(shown, pack.place_words) if token.keys]
    names: dict[str, str] = {}
    for length in (2, 1):
        for start in range(len(tokens) - length + 1):
            run = tuple(tokens[start : start + length])
            if not run[0].capital:
                continue
            stems = [stem_word(skeleton(shown[token.start : token.end]), {}) for token in run]
            if any(stem in names for stem in stems):
                continue
            ids = {place for kind in _KINDS for side in _SIDES for place in index.look_up(kind, run, side)}
            if ids:
                for form in (stems[0], variants.get(stems[0], stems[0])):
                    names[form] = "@" + "|".join(sorted(ids)) + "=" + variants.get(stems[0], stems[0])
                names.update({form: "" for stem in stems[1:] for form in (stem, variants.get(stem, stem))})
    return names
