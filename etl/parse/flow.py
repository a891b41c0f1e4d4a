"""A document as one stream of lines and tables, with the zones that are never lists taken out by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from etl.normalise.alphabet import language_of
from etl.parse.line import Line
from etl.records import Block, Cell, Document, Locator, Paragraph, Table

_UPPER = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_SURNAME_LINE = re.compile(rf"[{_UPPER}]{{2,}}(?:-[{_UPPER}]{{2,}})?")
_GIVEN_LINE = re.compile(rf"[{_UPPER}][а-яёәғқңөұүһі]+(?:\s+[{_UPPER}][а-яёәғқңөұүһі]+)?")
_STARTS_ANEW = re.compile(r"(?:парти[яи]|филиал|общественн|совет\b|собрани|стр\.|бет\b)", re.I)
"""Small first words of entries of their own, and of page numbers."""


_BROKEN_NAME = re.compile(rf",\s*[{_UPPER}]\w+$")
_REST_OF_NAME = re.compile(rf"[{_UPPER}]\w+(?:\s[{_UPPER}]\w+)?\s*[,(.]")
"""«…, Ұлбосын⏎ӘЛІМБЕКОВА, …»: a list in a sentence breaks inside a name, too."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line of running text, heading or list item.

    ``paragraph`` is the index of the paragraph it comes from: lines of one paragraph share it.
    """

    line: Line
    locator: Locator
    kind: str
    marker: str | None
    bold: bool
    struck: bool
    paragraph: int
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of the stream."""

    table: Table
    furniture: bool = False


Item = Text | Grid


def flow_of(document: Document) -> list[Item]:
    """Return the lines and tables of a document in reading order.

    A table that only sets two language versions side by side, or that holds running text in its cells, is
    unfolded into lines; the second language is left out here (the caller says so).
    """
    items: list[Item] = []
    for block in join_wrapped(document.blocks) if document.format in ("txt", "md") else document.blocks:
        _add(block, items)
    return items


def join_wrapped(blocks: tuple[Block, ...]) -> list[Block]:
    """Join the lines of plain text that only the width of the page broke.

    A line goes on in the next one where it fills the page, ends without a sign that closes it, and the next begins
    small, or where it ends in a broken word.
    """
    lengths = sorted(len(b.text) for b in blocks if isinstance(b, Paragraph))
    width = lengths[int(len(lengths) * 0.9)] if lengths else 0
    joined: list[Block] = []
    last_line = -1
    for block in blocks:
        previous = joined[-1] if joined else None
        if (
            isinstance(block, Paragraph)
            and isinstance(previous, Paragraph)
            and block.marker is None
            and block.locator.line == last_line + 1
            and _goes_on(previous.text.split("\n")[-1], block.text, width)
        ):
            joined[-1] = replace(previous, text=f"{previous.text}\n{block.text}")
        else:
            joined.append(block)
        last_line = block.locator.line or -1
    return joined


def _goes_on(line: str, following: str, width: int) -> bool:
    if len(line) < 0.75 * width or width < 40 or width > 200:
        return False
    if line.endswith("-") and following[:1].islower():
        return True
    first = following.split(maxsplit=1)[0]
    if len(line) + 1 + len(first) < 0.97 * width or _STARTS_ANEW.match(following):
        return False
    return not line.rstrip().endswith((".", ";", ":", "!", "?")) and (
        following[:1].islower()
        or line.rstrip().endswith((",", "«", "(", "–"))
        or following.startswith("(")
        or (_BROKEN_NAME.search(line) is not None and _REST_OF_NAME.match(following) is not None)
    )


def legend_line(item: Text) -> str:
    """Return a line with the asterisks that reading took for its bullet."""
    marker = (item.marker or "").strip()
    return f"{marker} {item.line.text}" if marker and set(marker) == {"*"} else item.line.text


def _add(block: Block, items: list[Item], *, furniture: bool = False) -> None:
    if isinstance(block, Paragraph):
        add_paragraph(block, items, furniture=furniture)
    elif is_running_text(block):
        for row in block.rows:
            for cell in row.cells:
                add_cell(cell, items, furniture=furniture or block.furniture)
    else:
        items.append(Grid(block, furniture or block.furniture))


def add_paragraph(paragraph: Paragraph, items: list[Item], *, furniture: bool = False) -> None:
    """Append the lines of a paragraph."""
    serial = len(items)
    position = 0
    first = True
    for printed in _join_surname(_printed_lines(paragraph)):
        start, end = position, position + len(printed)
        position = end + 1
        if not printed.strip():
            continue
        struck = any(a <= start and end <= b for a, b in paragraph.struck) if paragraph.struck else False
        items.append(
            Text(
                Line.of(printed),
                paragraph.locator,
                paragraph.kind,
                paragraph.marker if first else None,
                paragraph.bold,
                struck,
                serial,
                furniture or paragraph.furniture,
            )
        )
        first = False


def _printed_lines(paragraph: Paragraph) -> list[str]:
    """Lines of a paragraph; those that only the width of a plain text broke are one."""
    return [paragraph.text] if paragraph.locator.line is not None else paragraph.text.split("\n")


def _join_surname(lines: list[str]) -> list[str]:
    """«ЛИСОВЕЦ⏎Татьяна Богдановна»: a surname in capitals alone on its line goes with the given name below it."""
    joined: list[str] = []
    for line in lines:
        if joined and _GIVEN_LINE.fullmatch(line.strip()) and _SURNAME_LINE.fullmatch(joined[-1].strip()):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def add_cell(cell: Cell, items: list[Item], *, furniture: bool = False) -> None:
    """Append what stands in a cell."""
    if cell.blocks:
        for block in cell.blocks:
            _add(block, items, furniture=furniture)
    elif cell.text.strip():
        add_paragraph(Paragraph(cell.text, cell.locator, bold=cell.bold), items, furniture=furniture)


def is_running_text(table: Table) -> bool:
    """Tell whether a table has one column, so that its rows are just lines."""
    return table.width <= 1 or all(len(row.cells) <= 1 for row in table.rows)


def is_side_by_side(table: Table) -> bool:
    """Tell whether a table sets a Kazakh and a Russian version of the same text beside each other."""
    if table.width != 2:
        return False
    pairs = [row.cells for row in table.rows if len(row.cells) == 2 and all(len(c.text) > 15 for c in row.cells)]
    if len(pairs) < 3:
        return False
    languages = [(language_of(left.text), language_of(right.text)) for left, right in pairs]
    opposed = sum(a != b and {a, b} == {"kk", "ru"} for a, b in languages)
    long = sum(len(left.text) > 60 and len(right.text) > 60 for left, right in pairs)
    return opposed >= 0.5 * len(pairs) and long >= 0.3 * len(pairs)


def first_column(table: Table) -> list[Item]:
    """Return the lines of the left version of a side-by-side table."""
    items: list[Item] = []
    for row in table.rows:
        if row.cells:
            add_cell(row.cells[0], items)
    return items
