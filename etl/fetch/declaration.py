"""The declared sources: which publishers are asked, where, how often and for what; checked before anything is asked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from etl.errors import EtlError
from etl.read.document import READERS
from etl.read.limits import MAX_BYTES
from models.reference.errors import PackError
from models.reference.files import read_yaml

DEFAULT_RATE = 20.0
"""Requests a minute to one host: one every three seconds disturbs no small site."""

MAX_SECONDS = 300.0
"""Longest time for one file; 50 MB at 1.4 Mbit/s."""

KINDS = tuple(READERS)
"""Kinds of files that can be read, by the names ``etl.read`` gives them."""


class DeclarationError(EtlError):
    """A file of declared sources cannot be used; the message names file, entry, key and value."""


def _check_pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as problem:
        raise ValueError(f"is not a regular expression: {problem}") from problem
    return text


def _check_address(text: str) -> str:
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as problem:
        raise ValueError(f"is not an address: {problem}") from problem
    if parts.scheme not in ("http", "https") or not host:
        raise ValueError("is not an address beginning with http:// or https://")
    if parts.username is not None or parts.password is not None:
        raise ValueError("holds a user name or password")
    return text


def _check_host(text: str) -> str:
    if not re.fullmatch(r"[^\s/:@\[\]]+(?::\d{1,5})?|\[[0-9a-fA-F:]+\](?::\d{1,5})?", text):
        raise ValueError("is not the name of a host, with a port where it is not the usual one")
    return text.lower()


def _check_kind(text: str) -> str:
    if text not in KINDS:
        raise ValueError(f"is not a kind of file that is read; those are {', '.join(KINDS)}")
    return text


Text = Annotated[str, Field(min_length=1)]
Pattern = Annotated[Text, AfterValidator(_check_pattern)]
Address = Annotated[Text, AfterValidator(_check_address)]
Host = Annotated[Text, AfterValidator(_check_host)]
Kind = Annotated[str, AfterValidator(_check_kind)]
Rate = Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)]


class _Strict(BaseModel):
    """An unknown key is an error: a misspelt limit would be no limit."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class FetchSource(_Strict):
    """One publisher.

    Args:
        id: short name; the folder of its documents.
        publisher: written into the side-car of each document, as are language, region_id, district and level.
        start: addresses to begin with.
        links: pattern of the addresses of documents, searched in each whole address that a page links to. Without it
            the start addresses are the documents.
        follow: pattern of the addresses of further pages of lists.
        depth: how many pages of lists are followed one after another from a start address.
        hosts: hosts that may be asked besides those of the start addresses.
        rate: requests a minute to one host.
        kinds: kinds of files taken.
        max_bytes, max_seconds: limits of one file.
        max_documents: limit of one run.
        verified: whether somebody has seen that the addresses hold what is looked for.
        note: anything a reader should know.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    publisher: Text
    start: Annotated[tuple[Address, ...], Field(min_length=1)]
    links: Pattern | None = None
    follow: Pattern | None = None
    depth: Annotated[int, Field(ge=0, le=1000)] = 5
    language: Literal["kk", "ru", "mixed"] | None = None
    region_id: Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{1,3}$")] | None = None
    district: Text | None = None
    level: Literal["CEC", "TEC", "DEC", "PEC"] | None = None
    hosts: tuple[Host, ...] = ()
    rate: Rate | None = None
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)] = KINDS
    max_bytes: Annotated[int, Field(ge=1, le=MAX_BYTES)] = MAX_BYTES
    max_seconds: Annotated[float, Field(gt=0, le=3600)] = MAX_SECONDS
    max_documents: Annotated[int, Field(ge=1)] = 500
    verified: bool
    note: str | None = None

    @model_validator(mode="after")
    def _follow_needs_links(self) -> FetchSource:
        if self.follow is not None and self.links is None:
            raise ValueError("follow without links: nothing says which addresses are documents")
        return self


class Declaration(_Strict):
    """All declared sources.

    Args:
        contact: mail or web address that servers are told, so that their owners can reach us.
        rate: requests a minute to one host, for sources without their own.
        allow_private_hosts: hosts that may be asked although they are inside a private network or this machine.
        sources: the publishers.
    """

    contact: Annotated[str, Field(pattern=r"^[\x21-\x7e]*[@:][\x21-\x7e]+$", max_length=200)]
    rate: Rate = DEFAULT_RATE
    allow_private_hosts: tuple[Host, ...] = ()
    sources: Annotated[tuple[FetchSource, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _unique(self) -> Declaration:
        seen: set[str] = set()
        for source in self.sources:
            if source.id in seen:
                raise ValueError(f"the id {source.id!r} stands twice")
            seen.add(source.id)
        return self


def load_declaration(path: Path) -> Declaration:
    """Read and check a file of declared sources.

    Args:
        path: the YAML file.

    Raises:
        DeclarationError: it is missing, is not YAML, or a value does not fit.
    """
    try:
        return read_yaml(path.parent, path.name, Declaration)
    except PackError as problem:
        raise DeclarationError(str(problem)) from problem
