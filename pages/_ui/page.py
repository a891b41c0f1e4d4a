"""What every page has: a database, a language, a day, a place for notices, and the mark of simulated data."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.language import Catalogue, format_bounds, format_date, format_day, format_number, format_share
from models.reference import Pack
from models.store import Store


@dataclass(frozen=True)
class Page:
    """One page being drawn for one reader."""

    name: str
    language: str
    catalogue: Catalogue
    store: Store
    pack: Pack | None
    dataset: str = ""
    default_dataset: str = ""
    notices: DeltaGenerator | None = field(default=None, repr=False)

    def t(self, key: str, **values: object) -> str:
        """Give a text of the catalogue in the reader's language.

        Args:
            key: key of the text.
            values: what its placeholders stand for.
        """
        return self.catalogue.translate(key, self.language, **values)

    def number(self, value: float | int | None, digits: int = 0) -> str:
        """Write a number in the reader's language.

        Args:
            value: the number, None where not known.
            digits: digits after the decimal mark.
        """
        return format_number(value, self.language, digits)

    def share(self, value: float | None, digits: int = 0) -> str:
        """Write a share as per cent.

        Args:
            value: 0..1, None where not known.
            digits: digits after the decimal mark.
        """
        return format_share(value, self.language, digits)

    def bounds(self, lower: float | None, upper: float | None, *, share: bool = True, digits: int = 0) -> str:
        """Write two bounds.

        Args:
            lower: least value.
            upper: greatest value.
            share: write as per cent.
            digits: digits after the decimal mark.
        """
        return format_bounds(lower, upper, self.language, share=share, digits=digits)

    def date(self, day: datetime.date | None) -> str:
        """Write a day in words.

        Args:
            day: the day, None where not known.
        """
        return format_date(day, self.language)

    def day(self, day: datetime.date | None) -> str:
        """Write a day in figures.

        Args:
            day: the day, None where not known.
        """
        return format_day(day, self.language)

    def notice(self, key: str, **values: object) -> None:
        """Tell the reader something above the page's contents.

        Args:
            key: key of the text.
            values: what its placeholders stand for.
        """
        if self.notices is not None:
            self.notices.warning(self.t(key, **values), icon=":material/info:")

    def report_bad_value(self, name: str, text: str) -> None:
        """Say that a value of the address has no meaning here and what was done instead.

        Args:
            name: parameter of the address.
            text: its value.
        """
        self.notice("notice.bad_value", name=name, value=escape(text))

    def query(self, **more: str) -> Mapping[str, str]:
        """Give the parameters every link keeps - language, data set, day - and those given.

        Args:
            more: further parameters; an empty one is left out.
        """
        kept = {"lang": self.language, "as_of": st.query_params.get("as_of", "")}
        if self.dataset != self.default_dataset:
            kept["data"] = self.dataset
        return {name: value for name, value in (kept | more).items() if value}


def escape(text: str) -> str:
    """Take from a text of a document everything that Markdown would turn into something else.

    Args:
        text: text as printed.
    """
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>()#+-.!|~$:" else sign for sign in text)
