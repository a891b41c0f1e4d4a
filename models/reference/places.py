"""Regions and districts with their names and memberships by date."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from models.reference.entries import Dated, Entry, Names, Strict, Text

RegionId = Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")]


class PlaceName(Dated, Names):
    """A name that a place has given up, with the span in which it was official."""


class Named(Entry):
    """A place with its present names, those it has given up, and other printed forms."""

    names: Names
    former_names: tuple[PlaceName, ...] = ()
    aliases: tuple[Text, ...] = ()

    def names_on(self, day: datetime.date | None) -> Names:
        """Give the official names on a day; without a day the present ones.

        Args:
            day: the day asked for, or None.
        """
        if day is not None:
            for name in self.former_names:
                if name.holds_on(day):
                    return name
        return self.names

    def printed_names(self, languages: tuple[str, ...]) -> tuple[str, ...]:
        """List every printed form, present names first, then those given up and other forms.

        Args:
            languages: the languages of the documents.
        """
        official = (self.names, *self.former_names)
        names = (text for name in official for language in languages if (text := name.get(language)))
        return (*names, *self.aliases)


class Tile(Strict):
    """The place of a region on a tile map, counted from the north-west."""

    row: Annotated[int, Field(ge=0)]
    column: Annotated[int, Field(ge=0)]


class Region(Named, Dated):
    """A region of the first level: an oblast or a city of that rank."""

    region_id: RegionId
    kind: Literal["oblast", "city"]
    abbreviations: tuple[Text, ...] = ()
    centre: str | None = None
    predecessors: tuple[RegionId, ...] = ()
    tile: Tile | None = None


class Membership(Dated):
    """The region a district belongs to during a span."""

    region_id: RegionId


class District(Named):
    """A rayon, a city below the regions, or a district of a large city.

    `own_commission` is false where the district has no territorial commission of its own.
    """

    district_id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)+$")]
    kind: Literal["rayon", "city", "city_district"]
    memberships: tuple[Membership, ...] = Field(min_length=1)
    own_commission: bool = True
    precincts_approx: int | None = None

    def region_on(self, day: datetime.date | None) -> str | None:
        """Give the region on a day; without a day the latest one; None on days the district did not exist.

        Args:
            day: the day asked for, or None.
        """
        if day is None:
            return self.memberships[-1].region_id
        for membership in self.memberships:
            if membership.holds_on(day):
                return membership.region_id
        return None


class PlaceKind(Strict):
    """How a kind of place is announced: words beside the name, by their beginnings, and abbreviations.

    Words of `after_name` only follow the name (Kazakh); the others stand before or after it.
    """

    stems: tuple[Text, ...] = ()
    abbreviations: tuple[Text, ...] = ()
    stems_after_name: tuple[Text, ...] = ()
    abbreviations_after_name: tuple[Text, ...] = ()


class PlaceWords(Entry):
    """`place_words.yml`: the words and endings that make a place name out of a word.

    All are written as comparison keys: lower case, with Kazakh letters replaced by the nearest Russian ones.
    `latin` gives the Cyrillic key of the letters of a Latin spelling.
    """

    region: PlaceKind
    city: PlaceKind
    district: PlaceKind
    fillers: tuple[Text, ...] = ()
    same_words: dict[str, str] = Field(default_factory=dict)
    adjective_endings: tuple[Text, ...] = ()
    case_endings: tuple[Text, ...] = ()
    derivations: tuple[str, ...] = ()
    latin: dict[str, str] = Field(default_factory=dict)
