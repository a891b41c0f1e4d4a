"""Parties by lineage: names by period, printed forms, registration, and what became of them."""

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from models.reference.entries import Dated, Entry, Names, Text


class PartyName(Dated, Names):
    """The official name of a lineage during a period."""

    latin: str | None = None


class PartyForm(Dated):
    """A way a party is printed.

    `guarded` forms are ordinary words or collide with other bodies: they mean the party only next to
    a party word or inside quotes.
    """

    text: Text
    guarded: bool = False


def _read_form(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Form = Annotated[PartyForm, BeforeValidator(_read_form)]


class Party(Entry):
    """One lineage: a party under all the names it has had.

    `registered` lists the spans of registration; an open end says nothing about days after the
    pack's last known date.
    """

    party_id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    kind: Literal["party", "bloc", "initiative"]
    names: tuple[PartyName, ...] = Field(min_length=1)
    forms: tuple[Form, ...] = ()
    not_forms: tuple[Text, ...] = ()
    registered: tuple[Dated, ...] = ()
    colour: Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")] | None = None

    def name_on(self, day: datetime.date | None) -> PartyName:
        """Give the name in force on a day; without a day, or outside all periods, the latest.

        Args:
            day: the day asked for, or None.
        """
        if day is not None:
            for name in self.names:
                if name.holds_on(day):
                    return name
        return self.names[-1]


class PartyEdge(Entry):
    """Something that happened to a lineage.

    `merged` changes the successor from the day on; `renamed` and `respelled` stay inside one lineage;
    `split` and `joined` (an alliance that ended) are no succession.
    """

    from_id: str | None = None
    to_id: str | None = None
    kind: Literal["founded", "registered", "renamed", "respelled", "merged", "split", "joined", "parted", "ended"]
    date: datetime.date | None = None
    date_note: str | None = None


class PartyFile(Entry):
    """`parties.yml`: lineages and edges.

    `register_known` are the spans for which the list of registered parties is complete.
    """

    neutral_colour: Annotated[str, Field(pattern=r"^#[0-9A-F]{6}$")]
    register_known: tuple[Dated, ...] = ()
    parties: tuple[Party, ...]
    edges: tuple[PartyEdge, ...] = ()
