"""Reader of Word documents (docx), straight from their XML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from etl.read.cells import make_cell
from etl.read.docx_run import MC, RunReader
from etl.read.docx_style import Numbering, Style, Styles, W, is_on, is_outline, number_of, value_of
from etl.read.html import read_html
from etl.read.inline import Inline
from etl.read.limits import MAX_SPAN, MAX_TABLE_DEPTH
from etl.read.package import Package, PackageError
from etl.read.result import Read
from etl.records import Block, Cell, Issue, Locator, Paragraph, Row, Table

_WRAPPERS = frozenset(
    W + name
    for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body", "bdo", "dir", "hdr", "ftr")
)
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(data: bytes) -> Read:
    """Return the blocks of a Word document: headers, body, notes, footers.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: the file is broken, protected or too large; the caller makes an issue of it.
    """
    package = Package(data)
    main = _main_part(package)
    related = package.related(main)
    root = package.parse(main)
    if root.tag != f"{W}document":
        raise PackageError("the main part is not a Word document of the transitional kind")
    styles = Styles(_optional(package, related, "styles"))
    numbering = Numbering(_optional(package, related, "numbering"), styles)
    reader = _Reader(styles, numbering)
    for name in related.get("header", ()):
        reader.read_part(package.parse(name), furniture=True)
    body = root.find(f"{W}body")
    if body is not None:
        reader.read_part(body)
    for kind in ("footnote", "endnote"):
        notes = _optional(package, related, f"{kind}s")
        if notes is not None:
            reader.read_notes(notes, kind)
    for name in related.get("footer", ()):
        reader.read_part(package.parse(name), furniture=True)
    chunks = list(root.iter(f"{W}altChunk"))
    if chunks:
        embedded = _read_chunks(package, main, chunks) if not reader.blocks else None
        if embedded is not None:
            return embedded
        reader.issues.append(Issue("embedded_part", f"{len(chunks)} embedded documents were not read.", "error"))
    pictures = sum(1 for _ in root.iter(_PICTURE, _OLD_PICTURE))
    if pictures:
        message = f"The document holds {pictures} pictures; what is printed in them was not read."
        reader.issues.append(Issue("pictures_not_read", message, "info"))
    if reader.covered:
        message = f"{reader.covered} merged cells hide text that Word does not show; it was left out."
        reader.issues.append(Issue("hidden_text", message, "info"))
    return Read(tuple(reader.blocks), _title(package), tuple(reader.issues))


def _read_chunks(package: Package, main: str, chunks: list[etree._Element]) -> Read | None:
    """Return the web page that a document consists of, None where it is anything else."""
    target = package.target_of(main, chunks[0].get(_RELATION_ID))
    if len(chunks) > 1 or target is None or not target.lower().endswith((".html", ".htm", ".mht", ".xhtml")):
        return None
    return read_html(package.read(target))


def _main_part(package: Package) -> str:
    found = package.related("").get("officeDocument", [])
    if found:
        return found[0]
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise PackageError("the main part of the document is missing")


def _optional(package: Package, related: dict[str, list[str]], kind: str) -> etree._Element | None:
    """Return the root of a helping part, None where it is missing or damaged: the text does not need it."""
    names = related.get(kind)
    try:
        return package.parse(names[0]) if names else None
    except PackageError:
        return None


def _title(package: Package) -> str | None:
    if "docProps/core.xml" not in package.names:
        return None
    try:
        title = package.parse("docProps/core.xml").findtext(f".//{_TITLE}")
    except PackageError:
        return None
    return " ".join((title or "").split()) or None


@dataclass(slots=True)
class _Reader:
    styles: Styles
    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    covered: int = 0
    _paragraphs: int = 0
    _tables: int = 0
    _notes: dict[tuple[str, str], int] = field(default_factory=dict)
    _carried: Inline = field(default_factory=Inline)

    def read_part(self, root: etree._Element, *, furniture: bool = False) -> None:
        """Append the blocks of the body, a header or a footer."""
        self.blocks += self._read_blocks(root, Locator(), furniture=furniture, depth=0)

    def read_notes(self, root: etree._Element, kind: str) -> None:
        """Append the notes that the text refers to, each with its number as marker."""
        for note in root:
            number = self._notes.get((kind, note.get(f"{W}id") or ""))
            if number is None:
                continue
            for index, block in enumerate(self._read_blocks(note, Locator(), furniture=False, depth=0)):
                if isinstance(block, Paragraph) and index == 0:
                    block = Paragraph(
                        block.text, block.locator, "text", f"[{number}]", block.bold, block.struck, furniture=False
                    )
                self.blocks.append(block)

    def _read_blocks(self, parent: etree._Element, base: Locator, *, furniture: bool, depth: int) -> list[Block]:
        blocks: list[Block] = []
        inside = base.table is not None
        for element in _unwrap(parent):
            if element.tag == f"{W}tbl":
                blocks += self._read_table(element, base, furniture=furniture, depth=depth)
                continue
            for paragraph in self._read_paragraph(element, base, furniture=furniture, depth=depth):
                if isinstance(paragraph, Paragraph):
                    if inside:
                        count = sum(isinstance(block, Paragraph) for block in blocks) + 1
                    else:
                        self._paragraphs = count = self._paragraphs + 1
                    paragraph = _place(paragraph, Locator(None, count, base.table, base.row, base.cell))
                blocks.append(paragraph)
        return blocks

    def _read_paragraph(self, element: etree._Element, base: Locator, *, furniture: bool, depth: int) -> list[Block]:
        properties = element.find(f"{W}pPr")
        named = value_of(properties.find(f"{W}pStyle")) if properties is not None else None
        style = self.styles.get(named or self.styles.default_paragraph)
        runs = RunReader(self.styles)
        inline = self._carried
        runs.collect(element, style, inline)
        if _is_mark_deleted(properties):
            return []
        found: list[Block] = []
        marker, numbered = self._number(properties, style)  # an empty list paragraph counts too, as in Word
        for settled in inline.settle():
            outline = properties.find(f"{W}outlineLvl") if properties is not None else None
            kind = "heading" if style.heading or is_outline(outline) else "item" if numbered else "text"
            found.append(Paragraph(settled.text, base, kind, marker, settled.bold, settled.struck, furniture=furniture))
        for note in runs.notes:
            self._notes.setdefault(note, len(self._notes) + 1)
        if depth < MAX_TABLE_DEPTH:
            for box in runs.boxes:
                found += self._read_box(box, base, furniture=furniture, depth=depth + 1)
        return found

    def _read_box(self, box: etree._Element, base: Locator, *, furniture: bool, depth: int) -> Iterator[Block]:
        for element in _unwrap(box):
            if element.tag == f"{W}tbl":
                yield from self._read_table(element, base, furniture=furniture, depth=depth)
            else:
                yield from self._read_paragraph(element, base, furniture=furniture, depth=depth)

    def _number(self, properties: etree._Element | None, style: Style) -> tuple[str | None, bool]:
        """Return the automatic marker of a paragraph and whether it belongs to a list."""
        own = number_of(properties)
        named = style.number
        if own is None and named is None:
            return None, False
        identifier, level = own if own is not None else named  # type: ignore[misc]
        if identifier is None and named is not None:
            identifier = named[0]
        if identifier in (None, "0"):
            return None, False
        return self.numbering.next_marker(identifier, level), True

    def _read_table(self, element: etree._Element, base: Locator, *, furniture: bool, depth: int) -> list[Block]:
        if depth >= MAX_TABLE_DEPTH:
            found: list[Block] = []
            for paragraph in element.iter(f"{W}p"):
                found += self._read_paragraph(paragraph, base, furniture=furniture, depth=depth)
            return found
        self._tables += 1
        number = self._tables
        at = Locator(table=number)
        drafts: list[tuple[Locator, list[_Draft]]] = []
        open_cells: dict[int, _Draft] = {}
        width = 0
        for row in _rows(element):
            place = at.at(row=len(drafts) + 1)
            drafts.append((place, []))
            column = _grid_skip(row, "gridBefore")
            header = bool(is_on(row.find(f"{W}trPr"), "tblHeader"))
            reached: dict[int, _Draft] = {}
            for cell in _cells(row):
                span, merge = _spans(cell)
                above = open_cells.get(column)
                if merge == "continue" and above is not None and above.span == span:
                    above.rows += 1
                    reached[column] = above
                    self.covered += bool("".join(cell.itertext(f"{W}t")).strip())
                else:
                    draft = _Draft(column, span, header)
                    here = Locator(None, None, number, place.row, len(drafts[-1][1]) + 1)
                    blocks = self._read_blocks(cell, here, furniture=furniture, depth=depth + 1)
                    draft.cell = make_cell(blocks, here)
                    drafts[-1][1].append(draft)
                    if merge is not None:
                        reached[column] = draft
                column += span
            open_cells = reached
            width = max(width, column)
        rows = [Row(tuple(draft.finish() for draft in cells), place) for place, cells in drafts if cells]
        if not any(cell.text or cell.blocks for row in rows for cell in row.cells):
            self._tables = number - 1
            return []
        return [Table(tuple(rows), at, width, None, furniture)]


@dataclass(slots=True)
class _Draft:
    """A cell while the rows below it may still add to its height."""

    column: int
    span: int
    header: bool
    rows: int = 1
    cell: Cell = Cell("", Locator())

    def finish(self) -> Cell:
        cell = self.cell
        return Cell(
            cell.text, cell.locator, self.column, self.span, self.rows, self.header, None, cell.blocks, cell.struck,
            cell.bold,
        )  # fmt: skip


def _unwrap(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield paragraphs and tables below an element, through content controls and accepted changes."""
    for child in parent:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrap(child)
        elif child.tag == f"{MC}AlternateContent":
            chosen = child.find(f"{MC}Choice")
            if chosen is None or not len(chosen):
                chosen = child.find(f"{MC}Fallback")
            if chosen is not None:
                yield from _unwrap(chosen)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{W}tr":
            properties = child.find(f"{W}trPr")
            if properties is None or properties.find(f"{W}del") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _spans(cell: etree._Element) -> tuple[int, str | None]:
    """Return the columns a cell covers, and its part in a vertical merge (``restart``, ``continue``, None)."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return 1, None
    span = value_of(properties.find(f"{W}gridSpan"), "1") or "1"
    merge = properties.find(f"{W}vMerge")
    width = min(int(span), MAX_SPAN) if span.isdigit() and int(span) > 0 else 1
    return width, None if merge is None else value_of(merge, "continue")


def _grid_skip(row: etree._Element, name: str) -> int:
    properties = row.find(f"{W}trPr")
    skipped = value_of(properties.find(W + name), "0") if properties is not None else "0"
    return min(int(skipped), MAX_SPAN) if skipped and skipped.isdigit() else 0


def _is_mark_deleted(properties: etree._Element | None) -> bool:
    """Whether a tracked change joins a paragraph with the next one."""
    run = properties.find(f"{W}rPr") if properties is not None else None
    return run is not None and run.find(f"{W}del") is not None


def _place(paragraph: Paragraph, at: Locator) -> Paragraph:
    return Paragraph(
        paragraph.text,
        at,
        paragraph.kind,
        paragraph.marker,
        paragraph.bold,
        paragraph.struck,
        paragraph.furniture,
    )
