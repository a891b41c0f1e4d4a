"""Reader of Word 97-2003 files (doc), without any other program: text, tables, lists, struck words."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from etl.read.doc_file import DocFile, Properties
from etl.read.doc_lists import Lists
from etl.read.draft import DraftCell, DraftParagraph, Flow, Numbers, draft_paragraphs, finish_blocks
from etl.read.inline import Inline
from etl.read.result import Read, note_pictures
from etl.records import Block

_BOLD, _STRIKE, _DOUBLE_STRIKE, _HIDDEN, _DELETED = 0x0835, 0x0837, 0x2A53, 0x083C, 0x0800
_IN_TABLE, _ROW_END, _TABLE_DEPTH, _INNER_CELL, _INNER_ROW_END = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_LIST, _LIST_LEVEL, _OUTLINE, _DEFINE_TABLE, _HEADER_ROW = 0x460B, 0x260A, 0x2640, 0xD608, 0x3404

_CELL, _LINE, _PAGE, _PARAGRAPH, _COLUMN = "\x07", "\x0b", "\x0c", "\r", "\x0e"
_FIELD, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_ENDS = frozenset((_CELL, _PAGE, _PARAGRAPH, _COLUMN))
_PRINTED = {"\x1e": "-", "\x1f": "", "\xa0": "\xa0", _LINE: "\n", "\t": "\t"}


@dataclass(slots=True)
class _Mark:
    """The end of a paragraph, cell or row with its properties."""

    character: str
    properties: Properties

    def flag(self, code: int) -> bool:
        """Return whether a property is set."""
        return self.properties.get(code, b"\0")[:1] not in (b"\0", b"")

    @property
    def depth(self) -> int:
        """How many tables the mark stands in."""
        operand = self.properties.get(_TABLE_DEPTH)
        if operand is not None and len(operand) == 4:
            return max(0, min(struct.unpack("<i", operand)[0], 50))
        return int(self.flag(_IN_TABLE))


def read_doc(data: bytes) -> Read:
    """Return the blocks of a Word document: body, text boxes and notes, headers and footers as furniture.

    Args:
        data: the bytes of the file.

    Raises:
        DocError: the file is broken or protected; the caller makes an issue of it.
    """
    source = DocFile(data)
    lists = Lists(source)
    numbers = Numbers()
    blocks: list[Block] = []
    parts = source.parts()
    pictures = 0
    for name in ("main", "boxes", "footnotes", "endnotes", "headers"):
        start, end = parts.get(name, (0, 0))
        if end > start:
            reader = _Reader(source, lists)
            reader.run(start, end)
            pictures += reader.pictures
            blocks += finish_blocks(reader.flow.finish(), furniture=name == "headers", numbers=numbers)
    issues = note_pictures(pictures)
    return Read(tuple(blocks), source.title, tuple(issues))


class _Reader:
    def __init__(self, source: DocFile, lists: Lists) -> None:
        self.flow = Flow()
        self.pictures = 0
        self._source = source
        self._lists = lists
        self._inline = Inline()
        self._fields: list[bool] = []

    def run(self, start: int, end: int) -> None:
        """Read the characters from ``start`` to ``end``."""
        for text, properties, mark in _stretches(self._source, start, end):
            if text:
                self._print(text, properties)
            if mark is not None:
                self._end(mark)
        self.flow.add(draft_paragraphs(self._inline.settle()), 0)

    def _print(self, text: str, properties: Properties) -> None:
        hidden = _is_on(properties, _HIDDEN) or _is_on(properties, _DELETED)
        printed = []
        for character in text:
            if character == _FIELD:
                self._fields.append(False)
            elif character == _FIELD_RESULT and self._fields:
                self._fields[-1] = True
            elif character == _FIELD_END:
                if self._fields:
                    self._fields.pop()
            elif not all(self._fields) or hidden:
                continue
            elif character >= " " and character not in _PRINTED:
                printed.append(character)
            elif character == "\x01":
                self.pictures += 1
            else:
                printed.append(_PRINTED.get(character, ""))
        if printed:
            struck = _is_on(properties, _STRIKE) or _is_on(properties, _DOUBLE_STRIKE)
            self._inline.add("".join(printed), struck=struck, bold=_is_on(properties, _BOLD))

    def _end(self, mark: _Mark) -> None:
        depth = mark.depth or int(mark.character == _CELL)
        inner_cell, inner_row = mark.flag(_INNER_CELL), mark.flag(_INNER_ROW_END)
        row = inner_row or (mark.character == _CELL and mark.flag(_ROW_END))
        if mark.character == _CELL and not row:
            depth = 1
        if row:
            self._inline.settle()
            shapes = row_shapes(mark.properties.get(_DEFINE_TABLE, b""), header=mark.flag(_HEADER_ROW))
            self.flow.end_row(depth, shapes)
            return
        self.flow.add(self._paragraph(mark), depth)
        if mark.character == _CELL or inner_cell:
            self.flow.end_cell(depth)

    def _paragraph(self, mark: _Mark) -> list[DraftParagraph]:
        properties = mark.properties
        style = int.from_bytes(properties.get(0, b"\0\0"), "little")
        outline = properties.get(_OUTLINE, b"\x09")[:1]
        kind = "heading" if 1 <= style <= 9 or outline < b"\x09" else "text"
        marker = None
        number = int.from_bytes(properties.get(_LIST, b"\0\0"), "little", signed=True)
        stretches = self._inline.settle()
        if number > 0:
            level = properties.get(_LIST_LEVEL, b"\0")[:1] or b"\0"
            marker = self._lists.next_marker(number, level[0])
            kind = "item" if kind == "text" else kind
        return draft_paragraphs(stretches, kind, marker)


def _stretches(source: DocFile, start: int, end: int) -> Iterator[tuple[str, Properties, _Mark | None]]:
    """Yield text with its character properties, and the mark it ends with where it ends a paragraph."""
    for text, place, width in source.text(start, end):
        properties = source.characters.at(place)
        first = 0
        for index, character in enumerate(text):
            if character in _ENDS:
                mark = _Mark(character, source.paragraphs.at(place + index * width))
                if source.old and character == _CELL:
                    mark = _old_mark(text, index)
                yield text[first:index], properties, mark
                first = index + 1
        if first < len(text):
            yield text[first:], properties, None


def _old_mark(text: str, index: int) -> _Mark:
    """Word 6 and 95: a cell mark that follows a cell mark ends the row."""
    return _Mark(_CELL, {_ROW_END: b"\1"} if index and text[index - 1] == _CELL else {})


def _is_on(properties: Properties, code: int) -> bool:
    """Whether a toggle is set by itself or against its style (0x81); 0x80 leaves it to the style."""
    return properties.get(code, b"\0")[:1] in (b"\1", b"\x81")


def row_shapes(operand: bytes, *, header: bool = False) -> list[DraftCell]:
    """Return borders and merging of the cells of a row (TDefTableOperand, MS-DOC 2.9.315).

    Args:
        operand: of the property that defines a table row, without its length.
        header: the row repeats at the top of each page.
    """
    if not operand:
        return []
    count = operand[0]
    if len(operand) < 1 + 2 * (count + 1):
        return []
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    shapes = []
    for index in range(count):
        place = 1 + 2 * (count + 1) + 20 * index
        flags = struct.unpack_from("<H", operand, place)[0] if place + 2 <= len(operand) else 0
        shape = DraftCell(left=edges[index], right=edges[index + 1], header=header)
        merge = flags >> 5 & 3
        shape.down = "first" if merge == 3 else "rest" if merge == 1 else None
        if flags & 3 == 2 or (flags & 2 and not flags & 1):
            shape.colspan = 0
        shapes.append(shape)
    return shapes
