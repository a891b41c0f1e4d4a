"""The neutral form of a document that layouts produce and renderers write: paragraphs and tables."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Para:
    """A paragraph. kind: title, centre, right, body, heading, item (of a list) or sign (role and name far apart)."""

    text: str
    kind: str = "body"


@dataclass(frozen=True)
class Cell:
    """A cell of a table; `down` and `across` are the rows and columns it spans."""

    text: str
    across: int = 1
    down: int = 1


@dataclass
class Table:
    """A table; a cell that spans rows stands in its first row only."""

    rows: list[list[Cell]] = field(default_factory=list)
    has_rules: bool = True

    def add(self, *texts: str) -> None:
        """Add a row of plain cells."""
        self.rows.append([Cell(text) for text in texts])


Block = Para | Table


@dataclass
class Sheet:
    """A sheet of a workbook, or the only sheet of a CSV file; merged: (row, first column, last column), from 1."""

    title: str
    rows: list[list[str | int | None]] = field(default_factory=list)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
