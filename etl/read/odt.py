"""Reader of texts of OpenDocument: paragraphs, lists, tables, headers and footers."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from etl.read.draft import Draft, DraftCell, DraftTable, Numbers, draft_paragraphs, finish_blocks
from etl.read.inline import Inline
from etl.read.limits import MAX_SPAN, MAX_TABLE_DEPTH
from etl.read.odf import DRAW, OFFICE, STYLE, TABLE, TEXT, find_title, list_cells, list_rows, open_content, read_count
from etl.read.odf_style import ListStyles, TextStyles
from etl.read.package import Package, PackageError
from etl.read.result import Read, note_pictures

_LEFT_OUT = frozenset(
    (f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}tracked-changes", f"{TEXT}note", f"{TEXT}ruby-text")
)

_CONTAINERS = frozenset(
    (f"{TEXT}section", f"{TEXT}index-body", f"{OFFICE}text", f"{TEXT}table-of-content", f"{TEXT}index-title")
    + (f"{TEXT}list-header", f"{DRAW}text-box", f"{TEXT}note-body", f"{TEXT}numbered-paragraph")
)


def read_odt(data: bytes) -> Read:
    """Return the blocks of a text document: body and notes, headers and footers as furniture.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: the file is broken, protected or too large; the caller makes an issue of it.
    """
    package = Package(data)
    root, styles = open_content(package)
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise PackageError("the body of the document is missing")
    reader = TextReader(TextStyles(root, styles), ListStyles(root, styles))
    numbers = Numbers()
    blocks = finish_blocks(reader.read(body), numbers=numbers)
    notes = [draft for note in root.iter(f"{TEXT}note-body") for draft in reader.read(note)]
    blocks += finish_blocks(notes, numbers=numbers)
    if styles is not None:
        for part in styles.iter(f"{STYLE}header", f"{STYLE}footer"):
            blocks += finish_blocks(reader.read(part), furniture=True, numbers=numbers)
    issues = note_pictures(sum(1 for _ in body.iter(f"{DRAW}image")))
    return Read(tuple(blocks), find_title(package), tuple(issues))


@dataclass(slots=True)
class _Place:
    """Where in lists a paragraph stands: the style of the list and the level, from 1."""

    style: str | None
    level: int
    first: bool = True


@dataclass(slots=True)
class TextReader:
    """Takes running text apart: paragraphs, lists, tables, and the boxes that stand in them."""

    text_styles: TextStyles
    list_styles: ListStyles
    _boxes: list[etree._Element] = field(default_factory=list)

    def read(self, parent: etree._Element, place: _Place | None = None, depth: int = 0) -> list[Draft]:
        """Return the drafts below an element."""
        found: list[Draft] = []
        for element in parent:
            if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
                continue
            if element.tag in (f"{TEXT}p", f"{TEXT}h"):
                found += self._paragraph(element, place, depth)
            elif element.tag == f"{TEXT}list":
                found += self._list(element, place, depth)
            elif element.tag == f"{TABLE}table":
                found += self._table(element, depth)
            elif element.tag in _CONTAINERS or element.tag in (f"{DRAW}frame", f"{DRAW}custom-shape"):
                found += self.read(element, place, depth)
        return found

    def _paragraph(self, element: etree._Element, place: _Place | None, depth: int) -> list[Draft]:
        inline = Inline()
        boxes: list[etree._Element] = []
        look = self.text_styles.look(element.get(f"{TEXT}style-name"))
        self.collect(element, inline, look, boxes)
        stretches = inline.settle()
        kind, marker = "heading" if element.tag == f"{TEXT}h" else "text", None
        if place is not None and kind == "text":
            kind = "item"
            if place.first:
                marker = self.list_styles.next_marker(place.style, place.level)
                place.first = False
        found: list[Draft] = list(draft_paragraphs(stretches, kind if marker or kind == "heading" else "text", marker))
        if depth < MAX_TABLE_DEPTH:
            for box in boxes:
                found += self.read(box, None, depth + 1)
        return found

    def collect(
        self, element: etree._Element, inline: Inline, look: tuple[bool, bool], boxes: list[etree._Element]
    ) -> None:
        """Add what an element prints to a paragraph, and note the boxes that stand in it."""
        bold, struck = look
        _add(inline, element.text, bold, struck)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                if child.tag == f"{TEXT}s":
                    inline.add(" " * min(read_count(child, f"{TEXT}c"), MAX_SPAN), struck=struck, bold=bold)
                elif child.tag == f"{TEXT}tab":
                    inline.add("\t", struck=struck, bold=bold)
                elif child.tag == f"{TEXT}line-break":
                    inline.add("\n")
                elif child.tag in (f"{DRAW}frame", f"{DRAW}custom-shape"):
                    boxes.append(child)
                else:
                    own = self.text_styles.look(child.get(f"{TEXT}style-name"), look)
                    self.collect(child, inline, own, boxes)
            _add(inline, child.tail, bold, struck)

    def _list(self, element: etree._Element, outer: _Place | None, depth: int) -> list[Draft]:
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else None)
        level = (outer.level if outer else 0) + 1
        continued = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if level == 1 and not continued:
            self.list_styles.begin(style)
        found: list[Draft] = []
        for item in element:
            if item.tag == f"{TEXT}list-item":
                value = item.get(f"{TEXT}start-value")
                if value and value.isdigit():
                    self.list_styles.set_next(style, level, int(value))
                found += self.read(item, _Place(style, level), depth)
            elif item.tag == f"{TEXT}list-header":
                found += self.read(item, None, depth)
        return found

    def _table(self, element: etree._Element, depth: int) -> list[Draft]:
        if depth >= MAX_TABLE_DEPTH:
            return [d for p in element.iter(f"{TEXT}p") for d in self._paragraph(p, None, depth)]
        draft = DraftTable()
        for row, header, _ in list_rows(element):
            cells: list[DraftCell] = []
            for cell, column in list_cells(row):
                if cell.tag == f"{TABLE}covered-table-cell":
                    continue
                span = min(read_count(cell, f"{TABLE}number-columns-spanned"), MAX_SPAN)
                down = min(read_count(cell, f"{TABLE}number-rows-spanned"), MAX_SPAN)
                made = DraftCell(self.read(cell, None, depth + 1), header=header)
                # Columns of equal width stand for the columns the format counts itself.
                made.left, made.right, made.rowspan = 1000 * column, 1000 * (column + span), down
                cells.append(made)
            draft.rows.append(cells)
        return [draft]


def _add(inline: Inline, text: str | None, bold: bool, struck: bool) -> None:  # noqa: FBT001
    if text:
        inline.add(text, struck=struck, bold=bold, collapse=True)
