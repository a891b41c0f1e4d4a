"""A reference pack: law, geography and words of one country as dated data."""

import datetime
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from models.reference.check import check_pack
from models.reference.elections import Election
from models.reference.entries import Entry, Names, Strict, Text
from models.reference.files import hash_pack, read_yaml
from models.reference.law import LawEdition
from models.reference.parties import Party, PartyEdge, PartyFile
from models.reference.places import District, PlaceWords, Region
from models.reference.words import Acts, Columns, Commissions, Roles

DEFAULT_DIRECTORY = Path(__file__).resolve().parents[2] / "data" / "reference" / "kz"


class Understanding(Strict):
    """How much of the list of a document must be understood for it to be loaded, and why so much."""

    bar: Annotated[float, Field(ge=0, le=1)]
    reason: Text


class PackInfo(Entry):
    """`pack.yml`: which country this is, up to when its facts are known, and which documents wait in a queue."""

    country: str
    names: Names
    languages: tuple[str, ...]
    known_until: datetime.date
    understanding: Understanding


@dataclass(frozen=True, eq=False)
class Pack:
    """All files of one pack, checked; `digest` goes into the build id."""

    directory: Path
    digest: str
    info: PackInfo
    party_file: PartyFile
    elections: tuple[Election, ...]
    regions: tuple[Region, ...]
    districts: tuple[District, ...]
    place_words: PlaceWords
    roles: Roles
    commissions: Commissions
    columns: Columns
    acts: Acts
    law_editions: tuple[LawEdition, ...]

    @property
    def parties(self) -> tuple[Party, ...]:
        """List all lineages, blocs and initiatives in the order of the file."""
        return self.party_file.parties

    @property
    def party_edges(self) -> tuple[PartyEdge, ...]:
        """List what happened to the lineages."""
        return self.party_file.edges

    @cached_property
    def party_by_id(self) -> dict[str, Party]:
        """Index the lineages by id."""
        return {party.party_id: party for party in self.parties}

    def party_name(self, party_id: str, language: str, on: datetime.date | None = None) -> str:
        """Give a party's name on a day; falls back to another language where the pack has none.

        Args:
            party_id: a lineage id.
            language: `kk`, `ru` or `en`.
            on: the day; without it the latest name.

        Raises:
            KeyError: the pack has no such lineage.
        """
        name = self.party_by_id[party_id].name_on(on)
        return name.get(language) or name.latin or name.all()[0]

    def party_registered(self, party_id: str, on: datetime.date) -> bool | None:
        """Tell whether a party was registered on a day; None where that is not known.

        A day before the first registration is False whenever that day is known (rule NOM-6).

        Args:
            party_id: a lineage id.
            on: the day asked for.

        Raises:
            KeyError: the pack has no such lineage.
        """
        party = self.party_by_id[party_id]
        if party.kind != "party":
            return False
        last_known = max((span.valid_to or datetime.date.max for span in self.party_file.register_known), default=None)
        for span in party.registered:
            if span.holds_on(on) and (span.valid_to is not None or (last_known is not None and on < last_known)):
                return True
        starts = [span.valid_from or datetime.date.min for span in party.registered]
        ends = [span.valid_to or datetime.date.max for span in party.registered]
        outside = bool(party.registered) and (on < min(starts) or on >= max(ends))
        return False if outside or self._register_is_known(on) else None

    def parties_registered(self, on: datetime.date) -> list[str] | None:
        """List the lineages registered on a day, or None where the full list is not known.

        Args:
            on: the day asked for.
        """
        if not self._register_is_known(on):
            return None
        return [party.party_id for party in self.parties if any(span.holds_on(on) for span in party.registered)]

    def party_successor(self, party_id: str, on: datetime.date) -> str:
        """Follow mergers up to a day; a party that has not merged is its own successor.

        Args:
            party_id: a lineage id.
            on: the day up to which mergers count; the day of a merger counts.

        Raises:
            KeyError: the pack has no such lineage.
        """
        current = self.party_by_id[party_id].party_id
        for edge in sorted(self._mergers, key=lambda edge: edge.date or datetime.date.min):
            if edge.from_id == current and edge.to_id and edge.date and edge.date <= on:
                current = edge.to_id
        return current

    @cached_property
    def region_by_id(self) -> dict[str, Region]:
        """Index the regions by id."""
        return {region.region_id: region for region in self.regions}

    @cached_property
    def district_by_id(self) -> dict[str, District]:
        """Index the districts by id."""
        return {district.district_id: district for district in self.districts}

    def region_name(self, region_id: str, language: str, on: datetime.date | None = None) -> str:
        """Give a region's official name on a day.

        Args:
            region_id: an id of `regions.yml`.
            language: `kk`, `ru` or `en`.
            on: the day; without it the present name.

        Raises:
            KeyError: the pack has no such region.
        """
        names = self.region_by_id[region_id].names_on(on)
        return names.get(language) or names.all()[0]

    def district_name(self, district_id: str, language: str, on: datetime.date | None = None) -> str:
        """Give a district's canonical name on a day.

        Args:
            district_id: an id of `districts.yml`.
            language: `kk`, `ru` or `en`.
            on: the day; without it the present name.

        Raises:
            KeyError: the pack has no such district.
        """
        names = self.district_by_id[district_id].names_on(on)
        return names.get(language) or names.all()[0]

    def regions_on(self, on: datetime.date) -> tuple[Region, ...]:
        """List the regions that existed on a day.

        Args:
            on: the day asked for.
        """
        return tuple(region for region in self.regions if region.holds_on(on))

    def districts_on(self, on: datetime.date, region_id: str | None = None) -> tuple[District, ...]:
        """List the districts that existed on a day, in one region or in all.

        Args:
            on: the day asked for.
            region_id: only districts of this region on that day.
        """
        found = ((district, district.region_on(on)) for district in self.districts)
        return tuple(district for district, region in found if region and region_id in (None, region))

    def territorial_units(self, on: datetime.date) -> tuple[str, ...]:
        """List the regions and districts that have a territorial commission of their own (art. 13(1)).

        City districts count only in cities that are regions themselves.

        Args:
            on: the day asked for.
        """
        cities = {region.region_id for region in self.regions_on(on) if region.kind == "city"}
        districts = (
            district.district_id
            for district in self.districts_on(on)
            if district.own_commission and (district.kind != "city_district" or district.region_on(on) in cities)
        )
        return (*(region.region_id for region in self.regions_on(on)), *districts)

    def law_edition_on(self, on: datetime.date) -> LawEdition | None:
        """Give the latest edition in force on a day, or None before the first.

        Args:
            on: the day asked for.
        """
        in_force = [edition for edition in self.law_editions if edition.valid_from <= on]
        return max(in_force, key=lambda edition: edition.valid_from, default=None)

    def election_days(self) -> tuple[datetime.date, ...]:
        """List the days on which voters voted, without elections whose day is not known."""
        return tuple(sorted({election.date for election in self.elections if election.date and election.popular_vote}))

    @cached_property
    def _mergers(self) -> tuple[PartyEdge, ...]:
        return tuple(edge for edge in self.party_edges if edge.kind == "merged")

    def _register_is_known(self, on: datetime.date) -> bool:
        return any(span.holds_on(on) for span in self.party_file.register_known)


def load_pack(directory: Path | None = None) -> Pack:
    """Load a pack; the same content of the same folder is read once.

    Args:
        directory: the pack's folder; the pack of Kazakhstan where none is given.

    Raises:
        PackError: a file is missing or an entry does not fit.
    """
    resolved = (directory or DEFAULT_DIRECTORY).resolve()
    return _load(resolved, hash_pack(resolved))


@lru_cache(maxsize=8)
def _load(directory: Path, digest: str) -> Pack:
    pack = Pack(
        directory=directory,
        digest=digest,
        info=read_yaml(directory, "pack.yml", PackInfo),
        party_file=read_yaml(directory, "parties.yml", PartyFile),
        elections=read_yaml(directory, "elections.yml", tuple[Election, ...]),
        regions=read_yaml(directory, "regions.yml", tuple[Region, ...]),
        districts=read_yaml(directory, "districts.yml", tuple[District, ...]),
        place_words=read_yaml(directory, "place_words.yml", PlaceWords),
        roles=read_yaml(directory, "roles.yml", Roles),
        commissions=read_yaml(directory, "commissions.yml", Commissions),
        columns=read_yaml(directory, "columns.yml", Columns),
        acts=read_yaml(directory, "acts.yml", Acts),
        law_editions=read_yaml(directory, "law.yml", tuple[LawEdition, ...]),
    )
    check_pack(pack)
    return pack
