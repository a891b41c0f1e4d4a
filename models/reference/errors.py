"""What can be wrong with a reference pack, said so that its editor finds the line."""

from pathlib import Path
from typing import Any


class PackError(Exception):
    """A reference pack cannot be used."""


class PackFileError(PackError):
    """A file of the pack is missing or is not YAML.

    Args:
        path: the file.
        reason: what is wrong, in words.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class PackEntryError(PackError):
    """One entry of a file is not what the file's model asks for.

    Args:
        file: name of the file.
        entry: id of the entry, or its place where it has none.
        field: the field inside the entry.
        value: the offending value as it was read.
        reason: what is wrong, in words.
    """

    def __init__(self, file: str, entry: str, field: str, value: Any, reason: str) -> None:
        self.file = file
        self.entry = entry
        self.field = field
        self.value = value
        self.reason = reason
        super().__init__(f"{file}: entry {entry}, {field or 'whole entry'} = {value!r}: {reason}")
