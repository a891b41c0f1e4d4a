"""What each column of a table means, and which of its rows are headings."""

from __future__ import annotations

from dataclasses import dataclass, field

PERSON_FIELDS = frozenset({"name", "surname", "released", "elected"})
PRIVATE_FIELDS = frozenset({"iin", "phone", "email", "address"})


@dataclass(slots=True)
class Layout:
    """The meaning of each column, and which rows are headings."""

    fields: dict[int, str]
    header_rows: set[int] = field(default_factory=set)
    titles: set[int] = field(default_factory=set)
    level: str | None = None
    headings: dict[int, str] = field(default_factory=dict)

    def column(self, name: str) -> int | None:
        """Return the column of a field, the first where several have it."""
        return next((column for column, found in sorted(self.fields.items()) if found == name), None)

    def has(self, name: str) -> bool:
        """Tell whether a column has this meaning."""
        return name in self.fields.values()

    def is_title(self, index: int) -> bool:
        """Tell whether a row stands above the heading and may name the commission."""
        return index in self.titles
