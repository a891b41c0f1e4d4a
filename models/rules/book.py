"""The rules of a reference pack: law as data with days, sources and wording."""

import datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator

from models.reference import DEFAULT_DIRECTORY, read_yaml
from models.reference.entries import Entry, Names, Strict, Text

Status = Literal["pass", "breach", "flag", "unknown", "not_applicable"]
Number = int | float


class Wording(Strict):
    """A sentence in the three languages of the program."""

    kk: Text
    ru: Text
    en: Text

    def get(self, language: str) -> str:
        """Give the sentence in a language.

        Args:
            language: `kk`, `ru` or `en`.

        Raises:
            KeyError: another language.
        """
        return {"kk": self.kk, "ru": self.ru, "en": self.en}[language]


class Edition(Entry):
    """The text of the law that was read, and the day from which it no longer answers."""

    edition_id: Text
    date: datetime.date
    official: bool
    unknown_from: datetime.date | None = None
    names: Names


class Rule(Entry):
    """One rule; see the head of `rules.yml` for its days. All days are inclusive."""

    rule_id: Text
    article: Text
    levels: tuple[Literal["CEC", "TEC", "DEC", "PEC"], ...]
    parameters: dict[str, Number | datetime.date | str | tuple[Number, ...]] = Field(default_factory=dict)
    valid_from: datetime.date
    valid_to: datetime.date | None = None
    confirmed_from: datetime.date
    in_new_text: Literal["unknown", "note"]
    worst: Literal["breach", "flag", "unknown"]
    worst_before: Literal["flag", "unknown"] = "unknown"
    visibility: Literal["public", "review"]
    names: Names
    texts: Wording

    @model_validator(mode="after")
    def _order(self) -> "Rule":
        if self.confirmed_from < self.valid_from:
            raise ValueError(f"confirmed_from {self.confirmed_from} is before valid_from {self.valid_from}")
        return self

    def sizes(self, parameter: str) -> tuple[int, ...]:
        """Read a parameter that lists sizes.

        Args:
            parameter: its name.

        Raises:
            KeyError: the rule has no such parameter.
            TypeError: the parameter is not a list.
        """
        value = self.parameters[parameter]
        if not isinstance(value, tuple):
            raise TypeError(f"{self.rule_id}: {parameter} = {value!r} is not a list of sizes")
        return tuple(int(size) for size in value)

    def day(self, parameter: str) -> datetime.date:
        """Read a parameter that is a day.

        Args:
            parameter: its name.

        Raises:
            KeyError: the rule has no such parameter.
            TypeError: the parameter is not a day.
        """
        value = self.parameters[parameter]
        if not isinstance(value, datetime.date):
            raise TypeError(f"{self.rule_id}: {parameter} = {value!r} is not a day")
        return value

    def number(self, parameter: str) -> float:
        """Read a parameter that is a number.

        Args:
            parameter: its name.

        Raises:
            KeyError: the rule has no such parameter.
            TypeError: the parameter is not a number.
        """
        value = self.parameters[parameter]
        if not isinstance(value, int | float):
            raise TypeError(f"{self.rule_id}: {parameter} = {value!r} is not a number")
        return float(value)


class RuleBook(Strict):
    """`rules.yml`; an empty list of rules means that no legal finding is made for the country."""

    edition: Edition | None
    rules: tuple[Rule, ...]
    statuses: dict[str, Wording]
    reasons: dict[str, Wording]

    @model_validator(mode="after")
    def _complete(self) -> "RuleBook":
        if self.rules and self.edition is None:
            raise ValueError("rules without an edition of the law")
        ids = [rule.rule_id for rule in self.rules]
        if len(ids) != len(set(ids)):
            raise ValueError(f"a rule stands twice: {ids}")
        return self

    def rule(self, rule_id: str) -> Rule:
        """Find a rule.

        Args:
            rule_id: its id.

        Raises:
            KeyError: there is no such rule.
        """
        for rule in self.rules:
            if rule.rule_id == rule_id:
                return rule
        raise KeyError(rule_id)


@lru_cache(maxsize=8)
def load_rules(directory: Path = DEFAULT_DIRECTORY) -> RuleBook:
    """Read the rules of a reference pack.

    Args:
        directory: the pack's folder.

    Raises:
        models.reference.PackError: the file is missing or an entry does not fit.
    """
    return read_yaml(directory, "rules.yml", RuleBook)
