"""The walk over a page in reading order: elements in, paragraphs and tables out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.html import HtmlElement

from etl.read.cells import make_cell
from etl.read.html_furniture import is_folded, is_furniture
from etl.read.html_layout import is_layout, rows_of
from etl.read.html_measure import BLOCK_TAGS, HEADING_TAGS, Measure
from etl.read.html_style import Look, StyleSheet, has_no_marker, is_block_style, is_skipped, look_of
from etl.read.inline import Inline, Settled
from etl.read.limits import MAX_SPAN, MAX_TABLE_DEPTH
from etl.read.markers import number_marker
from etl.records import Block, Cell, Locator, Paragraph, Row, Table

_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_LIST_TAGS = frozenset(("ul", "ol", "menu", "dir"))


@dataclass(slots=True)
class Page:
    """What the walks over one page share."""

    measures: dict[HtmlElement, Measure]
    sheet: StyleSheet
    whole: Measure
    core: HtmlElement
    coreless: bool = False
    tables: int = 0
    hidden_text: int = 0


@dataclass(slots=True)
class _List:
    """An open list: its kind and the number its next item gets."""

    ordered: bool
    kind: str
    next: int
    step: int = 1
    bare: bool = False


@dataclass(slots=True)
class _Frame:
    """What is restored when an element ends."""

    look: Look
    content: bool
    heading: bool
    item: bool
    core: bool = False


@dataclass(slots=True)
class Walk:
    """One walk over the page or over one cell of a data table."""

    page: Page
    base: Locator
    depth: int = 0
    blocks: list[Block] = field(default_factory=list)
    _inline: Inline = field(default_factory=Inline)
    _paragraphs: int = 0
    _lists: list[_List] = field(default_factory=list)
    _marker: str | None = None

    def run(self, root: HtmlElement, look: Look, *, content: bool = False) -> list[Block]:
        """Return the blocks below an element.

        Args:
            root: the element; it is not itself turned into a block.
            look: how text around it is set.
            content: it stands inside ``main`` or ``article``.
        """
        frames = [_Frame(look, content, heading=root.tag in HEADING_TAGS, item=False)]
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in ("comment", "pi"):
                self._text(element.tail, frames[-1])
            elif event == "start":
                frame, enter = self._start(element, frames[-1], is_root=element is root)
                frames.append(frame)
                if not enter:
                    walk.skip_subtree()
                else:
                    self._text(element.text, frame)
            else:
                self._end(element, frames.pop(), frames[-1], is_root=element is root)
        self._flush(frames[-1])
        return self.blocks

    def _start(self, element: HtmlElement, above: _Frame, *, is_root: bool) -> tuple[_Frame, bool]:
        tag = element.tag
        if is_skipped(element) and not is_root:
            return above, False
        if tag == "br":
            self._inline.add("\n")
            return above, False
        style = self.page.sheet.style_of(element)
        if not is_root and self._takes_word_marker(style, element):
            return above, False
        look = look_of(element, above.look, style)
        if look.hidden and not above.look.hidden:
            look = self._unfold(element, look)
        frame = _Frame(look, above.content or tag in ("main", "article"), above.heading, above.item, above.core)
        if is_root:
            return frame, True
        own = self.page.measures[element]
        if element is self.page.core:
            frame.core = True
        if not look.furniture and not self.depth:
            beside = not above.core and not (self.page.coreless and tag in ("ul", "ol"))
            if is_furniture(element, own, self.page.whole, inside_article=above.content, beside=beside):
                frame.look = replace(frame.look, furniture=True)
        if tag in BLOCK_TAGS or is_block_style(style):
            self._flush(above)
        return frame, self._enter(element, frame, style)

    def _enter(self, element: HtmlElement, frame: _Frame, style: str) -> bool:
        """Prepare for what an element holds; return False where it has been read already, as a table."""
        tag = element.tag
        if tag in HEADING_TAGS:
            frame.heading = True
        elif tag in _LIST_TAGS:
            self._open_list(element, style)
        elif tag == "li":
            frame.item = True
            self._marker = self._next_marker(element, style)
        elif tag == "table" and self.depth < MAX_TABLE_DEPTH and self.page.measures[element].text:
            if is_layout(element, self.page.measures):
                return True
            self._read_table(element, frame)
            return False
        return True

    def _end(self, element: HtmlElement, frame: _Frame, above: _Frame, *, is_root: bool) -> None:
        tag = element.tag
        if is_root:
            self._flush(frame)
            return
        if tag in BLOCK_TAGS or is_block_style(self.page.sheet.style_of(element)):
            self._flush(frame)
            if tag in _LIST_TAGS and self._lists:
                self._lists.pop()
            elif tag == "li":
                self._marker = None
        self._text(element.tail, above)

    def _text(self, text: str | None, frame: _Frame) -> None:
        if not text:
            return
        look = frame.look
        if look.hidden:
            self.page.hidden_text += len(text.strip())
            return
        self._inline.add(text, struck=look.struck, bold=look.bold, collapse=not look.pre)

    def _unfold(self, element: HtmlElement, look: Look) -> Look:
        """Treat what a click shows as shown: closed accordions and tabs hold real lists."""
        return replace(look, hidden=False) if is_folded(element) else look

    def _flush(self, frame: _Frame) -> None:
        for settled in self._inline.settle(split_blank=True):
            self._paragraphs += 1
            kind = "heading" if frame.heading else "item" if frame.item or self._marker else "text"
            self.blocks.append(
                Paragraph(
                    settled.text,
                    self.base.at(paragraph=self._paragraphs),
                    kind,
                    self._marker,
                    settled.bold,
                    settled.struck,
                    frame.look.furniture,
                )
            )
            self._marker = None

    def _open_list(self, element: HtmlElement, style: str) -> None:
        ordered = element.tag == "ol"
        step, first = 1, 1
        if ordered and element.get("reversed") is not None:
            step, first = -1, sum(1 for child in element if child.tag == "li")
        start = _number(element.get("start"), first)
        self._lists.append(_List(ordered, element.get("type") or "1", start, step, has_no_marker(style)))

    def _next_marker(self, element: HtmlElement, style: str) -> str | None:
        if not self._lists:
            return "•"
        current = self._lists[-1]
        if not current.ordered:
            return None if current.bare or has_no_marker(style) else "•"
        number = _number(element.get("value"), current.next)
        current.next = number + current.step
        if current.bare or has_no_marker(style):
            return None
        return number_marker(number, element.get("type") or current.kind) + "."

    def _takes_word_marker(self, style: str, element: HtmlElement) -> bool:
        """Take the number that Word prints before a list paragraph as its marker."""
        if not style or not _WORD_MARKER.search(style):
            return False
        self._marker = " ".join("".join(element.itertext()).split()) or None
        if self._marker and len(self._marker) == 1 and not self._marker.isalnum():
            self._marker = "•"
        return True

    def _read_table(self, element: HtmlElement, frame: _Frame) -> None:
        raw = rows_of(element)
        for stray in raw.strays:  # browsers, too, show before a table what stands between its cells
            if isinstance(stray, str):
                self._text(stray, frame)
                self._flush(frame)
                continue
            outer = Walk(self.page, self.base, self.depth, _paragraphs=self._paragraphs)
            self.blocks += outer.run(stray, frame.look, content=frame.content)
            self._paragraphs = outer._paragraphs
        self.page.tables += 1
        number = self.page.tables
        taken: dict[int, int] = {}
        rows: list[Row] = []
        width = 0
        for index, raw_row in enumerate(raw.rows, start=1):
            place = Locator(table=number, row=index)
            row_look = frame.look
            if raw_row.element is not element:
                row_look = look_of(raw_row.element, frame.look, self.page.sheet.style_of(raw_row.element))
            cells: list[Cell] = []
            column = 0
            for cell_element in raw_row.cells:
                while taken.get(column, 0) >= index:
                    column += 1
                look = look_of(cell_element, row_look, self.page.sheet.style_of(cell_element))
                colspan = min(max(_number(cell_element.get("colspan"), 1), 1), MAX_SPAN)
                rowspan = _number(cell_element.get("rowspan"), 1)
                left = len(raw.rows) - index + 1
                rowspan = left if rowspan == 0 else max(1, min(rowspan, left))
                if not look.hidden:
                    header = raw_row.header or cell_element.tag == "th"
                    at = Locator(None, None, number, place.row, len(cells) + 1)
                    cell = self._read_cell(cell_element, look, at, frame.content)
                    cells.append(
                        Cell(cell.text, at, column, colspan, rowspan, header, None, cell.blocks, cell.struck, cell.bold)
                    )
                    for covered in range(column, column + colspan):
                        taken[covered] = index + rowspan - 1
                    column += colspan
                    width = max(width, column)
                else:
                    self.page.hidden_text += self.page.measures[cell_element].text
            if cells:
                rows.append(Row(tuple(cells), place))
        title = None
        if raw.caption is not None:
            title = " ".join(" ".join(raw.caption.itertext()).split()) or None
        at = Locator(table=number)
        self.blocks.append(Table(tuple(rows), at, width, title, frame.look.furniture))

    def _read_cell(self, element: HtmlElement, look: Look, at: Locator, content: bool) -> Cell:
        if len(element) == 0:  # nearly all cells hold text alone
            [settled] = _settle_text(element.text, look) or [Settled("")]
            return Cell(settled.text, at, struck=settled.all_struck, bold=settled.bold)
        blocks = Walk(self.page, at, self.depth + 1).run(element, look, content=content)
        return make_cell(blocks, at)


def _settle_text(text: str | None, look: Look) -> list[Settled]:
    inline = Inline()
    inline.add(text or "", struck=look.struck, bold=look.bold, collapse=not look.pre)
    return inline.settle()


def _number(value: str | None, default: int) -> int:
    """Return a whole number from an attribute, the default where it is none."""
    if not value:
        return default
    match = re.match(r"\s*(-?\d{1,6})", value)
    return int(match.group(1)) if match else default
