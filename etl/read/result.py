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


def note_pictures(count: int) -> list[Issue]:
    """Return the issue that pictures of a document were not read; none where it has none.

    Args:
        count: how many there are.
    """
    if not count:
        return []
    message = f"The document holds {count} pictures; what is printed in them was not read."
    return [Issue("pictures_not_read", message, "info")]
