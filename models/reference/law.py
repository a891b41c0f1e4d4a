"""Editions of the law on elections."""

import datetime
from typing import Literal

from models.reference.entries import Entry, Names, Text


class LawEdition(Entry):
    """An amendment with the day it took effect; `text_known` is false where its wording could not be read."""

    edition_id: Text
    act: Text
    number: Text
    adopted_on: datetime.date
    valid_from: datetime.date
    certainty: Literal["known", "month", "year", "unknown"]
    summary: Names
    articles: tuple[Text, ...] = ()
    text_known: bool = True
