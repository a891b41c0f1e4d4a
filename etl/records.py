"""Typed records handed from reading to parsing to loading: nothing else crosses these boundaries."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Locator:
    """Where something stands in a document: only what applies is filled; all counts start at 1."""

    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    sheet: str | None = None
    line: int | None = None

    def to_json(self) -> str:
        """Return the filled parts as a JSON object."""
        parts = {name: getattr(self, name) for name in self.__slots__ if getattr(self, name) is not None}
        return json.dumps(parts, ensure_ascii=False)

    def at(self, **parts: int | str | None) -> Locator:
        """Return a copy with the given parts changed."""
        return replace(self, **parts)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: a heading, a list item or running text; ``text`` keeps line breaks as newlines.

    Args:
        text: the text, as printed but for white space at the ends of lines.
        locator: where it stands.
        kind: ``text``, ``heading`` or ``item`` (member of an automatic list).
        marker: the printed or automatic number or bullet of a list item, e.g. ``1)``.
        bold: all of it is bold.
        struck: the spans of ``text`` that are struck through, as (start, end).
        furniture: menus, footers, comments and the like of a web page: kept, never read as a list.
        confidence: how sure recognition was of it, 0 to 1; None where nothing had to be recognised.
    """

    text: str
    locator: Locator
    kind: str = "text"
    marker: str | None = None
    bold: bool = False
    struck: tuple[tuple[int, int], ...] = ()
    furniture: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, with what stands in it.

    Args:
        text: all text of the cell, lines separated by newlines (nested tables left out).
        locator: where it stands.
        column: index of its first column, from 0, spans counted.
        colspan, rowspan: columns and rows it covers. A cell that a span covers is not repeated.
        header: marked as a heading cell by the format.
        value: the typed value of a spreadsheet cell (number, date), None for text.
        blocks: paragraphs and nested tables inside, in order; empty where ``text`` says all.
        struck: the whole text is struck through.
        bold: the whole text is bold.
        confidence: how sure recognition was of it, 0 to 1; None where nothing had to be recognised.
    """

    text: str
    locator: Locator
    column: int = 0
    colspan: int = 1
    rowspan: int = 1
    header: bool = False
    value: int | float | dt.date | dt.datetime | bool | None = None
    blocks: tuple[Block, ...] = ()
    struck: bool = False
    bold: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    locator: Locator


@dataclass(frozen=True, slots=True)
class Table:
    """One table; ``width`` counts columns with spans resolved."""

    rows: tuple[Row, ...]
    locator: Locator
    width: int
    title: str | None = None
    furniture: bool = False


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing not understood, doubtful or left out; ``text`` is redacted before it is stored."""

    code: str
    message: str
    severity: str = "warning"
    locator: Locator = Locator()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: blocks in reading order, each with its place; no knowledge of elections.

    Args:
        path: path below the source folder, forward slashes.
        sha256: of the bytes as received.
        format: html, docx, xlsx, csv or txt.
        size: bytes.
        blocks: paragraphs and tables in reading order; sheets follow each other.
        title: title the format carries apart from its text (HTML title), if any.
        issues: what the reader could not read.
        encoding: of text formats.
    """

    path: str
    sha256: str
    format: str
    size: int
    blocks: tuple[Block, ...]
    title: str | None = None
    issues: tuple[Issue, ...] = ()
    encoding: str | None = None

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield all paragraphs outside tables."""
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block


@dataclass(frozen=True, slots=True)
class SideCar:
    """What was said about a document from outside it; the nearer side-car wins over the farther."""

    source_url: str | None = None
    retrieved_on: dt.date | None = None
    publisher: str | None = None
    region_id: str | None = None
    district: str | None = None
    level: str | None = None
    as_of: dt.date | None = None
    language: str | None = None
    is_simulated: bool | None = None
    columns: tuple[tuple[str, str], ...] = ()
    accept: bool | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class CommissionRef:
    """A commission as a document names it, and what is printed about it.

    Args:
        level: TEC, DEC, PEC or CEC.
        number: precinct or electoral district number.
        name: nominative name in the language of the document.
        settlement, venue: where printed.
        declared: announced number of members.
        voters: registered voters of the precinct.
        district_text: the place its own heading names (a document may hold several districts).
    """

    level: str
    number: int | None
    name: str
    settlement: str | None = None
    venue: str | None = None
    declared: int | None = None
    voters: int | None = None
    district_text: str | None = None

    @property
    def key(self) -> tuple[str, int | None, str]:
        """What makes two mentions in one act the same commission."""
        return (self.level, self.number, "" if self.number is not None else self.name)


@dataclass(frozen=True, slots=True)
class Act:
    """One decision found in a document, or the undated list the whole document is."""

    ordinal: int
    kind: str
    number: str | None = None
    decided_on: dt.date | None = None
    body_name: str | None = None
    title: str | None = None
    region_id: str | None = None
    district_id: str | None = None
    district: str | None = None
    higher_commission: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement about a person in a commission, as printed, before anything is coded.

    ``replaces`` is the index of the released statement that this election fills, in the same document.
    """

    act: int
    commission: CommissionRef
    action: str
    name_as_printed: str
    surname: str | None
    given_name: str | None
    patronymic: str | None
    role: str
    locator: Locator
    snippet: str
    confidence: float = 1.0
    nominator_as_printed: str | None = None
    employer_as_printed: str | None = None
    job_title: str | None = None
    birth_year: int | None = None
    education: str | None = None
    stated_party: str | None = None
    release_ground: str | None = None
    old_surname: str | None = None
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat that the list itself calls empty."""

    act: int
    commission: CommissionRef
    locator: Locator


@dataclass(frozen=True, slots=True)
class Parsed:
    """Everything one document said, and everything in it that was not understood."""

    path: str
    sha256: str
    format: str
    size: int
    language: str
    side_car: SideCar
    acts: tuple[Act, ...]
    statements: tuple[Statement, ...]
    vacancies: tuple[Vacancy, ...] = ()
    commissions: tuple[tuple[int, CommissionRef], ...] = ()
    issues: tuple[Issue, ...] = ()
    list_lines: int = 0
    used_lines: int = 0
    title: str | None = None
    notes: dict[str, str] = field(default_factory=dict)
