"""What every entry of a reference pack has in common: a source, a state of checking, dates."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """A part of an entry; an unknown field is an error, because a misspelt field would be lost in silence."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Entry(Strict):
    """An entry with its source; `verified` is false where nobody has checked it against a document."""

    source: Text
    verified: bool
    note: str | None = None


class Dated(Strict):
    """Something valid from a day (inclusive) to a day (exclusive); an empty end is open or not known."""

    valid_from: date | None = None
    valid_to: date | None = None

    @model_validator(mode="after")
    def _order(self) -> "Dated":
        if self.valid_from and self.valid_to and self.valid_from >= self.valid_to:
            raise ValueError(f"valid_from {self.valid_from} is not before valid_to {self.valid_to}")
        return self

    def holds_on(self, day: date) -> bool:
        """Tell whether the day lies inside the span.

        Args:
            day: the day asked for.
        """
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


class Names(Strict):
    """A name in the languages of the packs; an empty one is not known or not used."""

    kk: str | None = None
    ru: str | None = None
    en: str | None = None

    def get(self, language: str) -> str | None:
        """Give the name in one language, or None.

        Args:
            language: `kk`, `ru` or `en`.
        """
        return {"kk": self.kk, "ru": self.ru, "en": self.en}.get(language)

    def all(self) -> tuple[str, ...]:
        """List the names that are known, Kazakh first."""
        return tuple(name for name in (self.kk, self.ru, self.en) if name)


def spans_overlap(first: Dated, second: Dated) -> bool:
    """Tell whether two spans share a day.

    Args:
        first: a span.
        second: another span.
    """
    starts_early = first.valid_from is None or second.valid_to is None or first.valid_from < second.valid_to
    ends_late = second.valid_from is None or first.valid_to is None or second.valid_from < first.valid_to
    return starts_early and ends_late
