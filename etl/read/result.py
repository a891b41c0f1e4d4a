"""What the reader of one format hands back."""

from __future__ import annotations

from dataclasses import dataclass

from etl.records import Block, Issue


class ReadError(ValueError):
    """A file that is refused or broken: the message says why in words and never quotes the document."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader of one format found; the caller adds path, size and checksum."""

    blocks: tuple[Block, ...]
    title: str | None = None
    issues: tuple[Issue, ...] = ()
    encoding: str | None = None
