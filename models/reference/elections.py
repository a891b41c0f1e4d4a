"""Elections and referendums with their days."""

import datetime
from typing import Literal

from models.reference.entries import Entry, Names


class Election(Entry):
    """One election or referendum; without a date it must never be used as a day.

    `popular_vote` is false where voters do not come to precincts (the Senate is elected by deputies).
    """

    election_id: str
    kind: Literal["presidential", "mazhilis", "senate", "maslikhat", "akim", "referendum", "kurultai", "duma", "local"]
    date: datetime.date | None
    names: Names
    popular_vote: bool = True
    early: bool | None = None
