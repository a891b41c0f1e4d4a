"""One published figure, and one disagreement between figures."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cached_property
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

COMMISSIONS_READ: Final = "commissions_read"
"""A quantity beside the metrics: how many commissions of the area and level we have read."""

TOLERANCE: Final = 0.006
"""Rounding allowed between a share and its parts: sources print whole per cent or one digit."""


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


Optional = BeforeValidator(_empty_is_none)
Text = Annotated[str, Field(min_length=1)]


class Row(BaseModel):
    """A row of a file; an unknown column is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Disagreement(Row):
    """A known disagreement between published figures, or an error inside a source."""

    disagreement: Annotated[str, Field(pattern=r"^D\d+$")]
    text_kk: Text
    text_ru: Text
    text_en: Text


class Figure(Row):
    """One published figure or statement, as one row of a file.

    `kind`: a number counted by the source, a share it gives, a value computed here from its numbers, or an opinion
    (also a recommendation or observation without a count). `date` may be a year, a month, a day or empty. `verified`
    is false where the figure is known at second hand only, has no address, or its day was inferred.
    """

    figure_id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    topic: Text
    kind: Literal["count", "share", "computed", "opinion"]
    value: Annotated[float | None, Optional]
    qualifier: Annotated[Literal["exact", "about", "over", "under"] | None, Optional]
    unit: Annotated[str | None, Optional]
    numerator: Annotated[float | None, Optional]
    denominator: Annotated[float | None, Optional]
    scope_kind: Literal["country", "region", "district", "abroad"]
    scope_id: Text
    level: Annotated[Literal["CEC", "TEC", "DEC", "PEC", "all"] | None, Optional]
    date: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")]
    election_id: Annotated[str | None, Optional]
    text_kk: Text
    text_ru: Text
    text_en: Text
    source_name: Text
    source_url: Annotated[str | None, Optional]
    caveat_kk: Annotated[str | None, Optional]
    caveat_ru: Annotated[str | None, Optional]
    caveat_en: Annotated[str | None, Optional]
    disagreement: Annotated[str | None, Optional]
    comparable_metric: Annotated[str | None, Optional]
    comparable_level: Annotated[Literal["CEC", "TEC", "DEC", "PEC", "all"] | None, Optional]
    comparable_tiers: str
    verified: bool

    @model_validator(mode="after")
    def _check_value(self) -> Figure:
        if self.value is None:
            if self.kind != "opinion":
                raise ValueError(f"a {self.kind} needs a value")
            return self
        if self.unit is None or self.qualifier is None:
            raise ValueError("a value needs a unit and a qualifier")
        if self.unit == "share" and not 0 <= self.value <= 1:
            raise ValueError(f"a share lies between 0 and 1, not {self.value}")
        if self.kind == "share" and self.unit != "share":
            raise ValueError(f"a share has the unit share, not {self.unit}")
        return self

    @model_validator(mode="after")
    def _check_parts(self) -> Figure:
        if self.numerator is None and self.denominator is None:
            return self
        if self.numerator is None or self.denominator is None or self.denominator <= 0:
            raise ValueError("numerator and denominator stand together, the latter above 0")
        quotient = self.numerator / self.denominator
        divided = self.unit in ("share", "members_per_commission")
        if divided and self.value is not None and abs(quotient - self.value) > TOLERANCE * max(1.0, quotient):
            raise ValueError(f"{self.numerator} / {self.denominator} is {quotient:.4f}, not {self.value}")
        return self

    @model_validator(mode="after")
    def _check_words(self) -> Figure:
        caveats = (self.caveat_kk, self.caveat_ru, self.caveat_en)
        if any(caveats) and not all(caveats):
            raise ValueError("a caveat stands in all three languages or in none")
        if self.source_url is not None and not self.source_url.startswith(("https://", "http://")):
            raise ValueError(f"an address begins with http, not {self.source_url!r}")
        return self

    @model_validator(mode="after")
    def _check_comparison(self) -> Figure:
        if (self.comparable_metric is None) != (self.comparable_level is None):
            raise ValueError("a comparison needs a metric and a level")
        if self.comparable_tiers and not (self.comparable_metric or "").startswith(("tied_", "multi_tied_")):
            raise ValueError("tiers belong to metrics of ties")
        if self.comparable_metric and (self.scope_kind == "abroad" or self.comparison_value is None):
            raise ValueError("nothing to compare with: a value, and an area of commissions, are needed")
        return self

    @property
    def comparison_value(self) -> float | None:
        """The value as our metric has it: the number for commissions read, else the share."""
        if self.comparable_metric == COMMISSIONS_READ or self.unit == "share":
            return self.value
        if self.numerator is not None and self.denominator is not None:
            return self.numerator / self.denominator
        return None

    @cached_property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """First and last day for which the figure may stand; None where it has no date."""
        if not self.date:
            return None
        year, *rest = (int(part) for part in self.date.split("-"))
        if not rest:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        month = rest[0]
        last = rest[1] if len(rest) > 1 else calendar.monthrange(year, month)[1]
        return dt.date(year, month, rest[1] if len(rest) > 1 else 1), dt.date(year, month, last)

    def text(self, language: str) -> str:
        """Give the statement.

        Args:
            language: `kk`, `ru` or `en`.
        """
        return str(getattr(self, f"text_{language}"))

    def caveat(self, language: str) -> str | None:
        """Give the caveat, or None.

        Args:
            language: `kk`, `ru` or `en`.
        """
        found: str | None = getattr(self, f"caveat_{language}")
        return found
