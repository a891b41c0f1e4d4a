"""The rows one document gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from etl.resolve.organisations import Phrase

Row = dict[str, Any]


@dataclass(slots=True)
class Coded:
    """The rows one document gives, before anything is known of other documents."""

    document: Row
    decisions: list[Row] = field(default_factory=list)
    seats: list[Row] = field(default_factory=list)
    commissions: list[Row] = field(default_factory=list)
    terms: list[Row] = field(default_factory=list)
    organisations: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)
    registers: list[Row] = field(default_factory=list)
    old_surnames: dict[str, str] = field(default_factory=dict)
    employers: dict[str, Phrase] = field(default_factory=dict)
