"""The exceptions a command turns into one clear line and exit code 1."""

from __future__ import annotations


class EtlError(Exception):
    """Something the user can mend: the message names the offending value and its place."""


class SourceError(EtlError):
    """A source folder or file cannot be used."""


class MixedSourcesError(EtlError):
    """Simulated and other documents were given to one build."""


class DatabaseError(EtlError):
    """A database file is missing, damaged or from another version."""
