"""What a reader of RTF keeps in mind: the state of a group, the definition of a row."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl.read.draft import DraftCell


@dataclass(slots=True)
class State:
    """What a group inherits and forgets again at its end."""

    target: str = "text"  # text, box, furniture, marker, title, info, fonts, skip
    starred: bool = False
    uc: int = 1
    font: int = -1
    bold: bool = False
    struck: bool = False
    hidden: bool = False
    in_table: bool = False
    depth: int = 0
    heading: bool = False
    nested: bool = False


@dataclass(slots=True)
class RowShape:
    """The definition of a table row."""

    left: int = 0
    shapes: list[DraftCell] = field(default_factory=list)
    next: DraftCell = field(default_factory=DraftCell)
    header: bool = False
