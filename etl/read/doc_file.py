"""The structure of a Word 97-2003 file (MS-DOC): pieces of text, and the properties of characters and paragraphs."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import olefile

from etl.read.result import ReadError

_PAGE = 512
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Size of the operand by the top three bits of a property (MS-DOC 2.2.5.1)."""

_DEFINE_TABLE = 0xD608
_HUGE = (0x6646, 0x6645)
Properties = dict[int, bytes]


class DocError(ReadError):
    """A file that is refused or broken; the message says why."""


@dataclass(slots=True)
class Piece:
    """A stretch of text: characters ``start`` to ``end`` stand in the file from ``offset`` on."""

    start: int
    end: int
    offset: int
    wide: bool


@dataclass(slots=True)
class Runs:
    """Properties by the place in the file at which they begin."""

    starts: list[int] = field(default_factory=list)
    values: list[Properties] = field(default_factory=list)

    def at(self, place: int) -> Properties:
        """Return the properties at a place."""
        index = bisect_right(self.starts, place) - 1
        return self.values[index] if index >= 0 else {}

    def next_change(self, place: int) -> int:
        """Return where the properties change next."""
        index = bisect_right(self.starts, place)
        return self.starts[index] if index < len(self.starts) else 1 << 40


class DocFile:
    """A Word file, opened.

    Args:
        data: the bytes of the file.

    Raises:
        DocError: not a Word file, protected by a password, or broken.
    """

    def __init__(self, data: bytes) -> None:
        try:
            with olefile.OleFileIO(data) as source:
                self.main = _stream(source, "WordDocument") or b""
                tables = {name: _stream(source, name) for name in ("0Table", "1Table")}
                self._data = _stream(source, "Data") or b""
                self.title = _title(source)
        except (OSError, ValueError, IndexError, KeyError, struct.error, TypeError, AttributeError) as error:
            raise DocError("its container is damaged") from error
        if len(self.main) < 68:
            raise DocError("the text of the document is missing")
        identifier, self.version = struct.unpack_from("<HH", self.main, 0)
        if identifier not in (0xA5EC, 0xA5DC, 0xA697):
            raise DocError("it is not a Word document")
        flags = struct.unpack_from("<H", self.main, 10)[0]
        if flags & 0x0100:
            raise DocError("it is protected by a password")
        self.old = self.version < 0x00C1
        chosen, other = ("1Table", "0Table") if flags & 0x0200 else ("0Table", "1Table")
        self.table = tables[chosen] or tables[other] or b""
        self.pieces = self._old_pieces() if self.old else self._pieces()
        self.characters = Runs() if self.old else self._runs(0xFA, paragraphs=False)
        self.paragraphs = Runs() if self.old else self._runs(0x102, paragraphs=True)

    def parts(self) -> dict[str, tuple[int, int]]:
        """Return the parts of the text by name, as first character and the one after the last."""
        if self.old:
            return {"main": (0, self.pieces[-1].end if self.pieces else 0)}
        names = ("main", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")
        parts, start = {}, 0
        for index, name in enumerate(names):
            count = max(0, self._number(0x4C + 4 * index))
            parts[name] = (start, start + count)
            start += count
        return parts

    def text(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """Yield the text between two characters, with the place in the file of each stretch and bytes per character.

        A stretch never crosses a change of character properties.
        """
        for piece in self.pieces:
            low, high = max(start, piece.start), min(end, piece.end)
            width = 2 if piece.wide else 1
            while low < high:
                place = piece.offset + (low - piece.start) * width
                change = self.characters.next_change(place)
                count = min(high - low, max(1, -(-(change - place) // width)))
                raw = self.main[place : place + count * width]
                yield self._decode(raw, wide=piece.wide), place, width
                low += count

    def _decode(self, raw: bytes, *, wide: bool) -> str:
        if wide:
            return raw.decode("utf-16-le", "replace")
        return raw.decode("cp1251" if self.old else "cp1252", "replace")

    def _number(self, offset: int) -> int:
        return int(struct.unpack_from("<i", self.main, offset)[0]) if offset + 4 <= len(self.main) else 0

    def slice(self, offset: int) -> bytes:
        """Return the part of the table stream that the header of the file names at an offset."""
        start, length = self._number(offset), self._number(offset + 4)
        return self.table[start : start + length] if start >= 0 and length > 0 else b""

    def _old_pieces(self) -> list[Piece]:
        """Word 6 and 95: one stretch of single bytes."""
        first, last = self._number(0x18), self._number(0x1C)
        return [Piece(0, max(0, last - first), first, False)]

    def _pieces(self) -> list[Piece]:
        source = self.slice(0x1A2)
        position = 0
        while position + 3 <= len(source) and source[position] == 1:
            position += 3 + struct.unpack_from("<H", source, position + 1)[0]
        if position + 5 > len(source) or source[position] != 2:
            raise DocError("the table of text pieces is missing")
        length = struct.unpack_from("<I", source, position + 1)[0]
        plc = source[position + 5 : position + 5 + length]
        count = (len(plc) - 4) // 12
        places = struct.unpack_from(f"<{count + 1}i", plc, 0)
        pieces = []
        for index in range(count):
            place = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
            narrow = bool(place & 0x40000000)
            offset = (place & 0x3FFFFFFF) // 2 if narrow else place & 0x3FFFFFFF
            pieces.append(Piece(places[index], places[index + 1], offset, not narrow))
        return pieces

    def _runs(self, offset: int, *, paragraphs: bool) -> Runs:
        """Read the pages of formatting that a table names (MS-DOC 2.8.5, 2.8.6)."""
        plc = self.slice(offset)
        runs = Runs()
        count = (len(plc) - 4) // 8
        for index in range(max(0, count)):
            number = struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * index)[0] & 0x3FFFFF
            page = self.main[number * _PAGE : (number + 1) * _PAGE]
            if len(page) == _PAGE:
                self._add_page(runs, page, paragraphs=paragraphs)
        order = sorted(range(len(runs.starts)), key=runs.starts.__getitem__)
        return Runs([runs.starts[i] for i in order], [runs.values[i] for i in order])

    def _add_page(self, runs: Runs, page: bytes, *, paragraphs: bool) -> None:
        count = page[-1]
        step = 13 if paragraphs else 1
        first = 4 * (count + 1)
        if not count or first + step * count > _PAGE:
            return
        places = struct.unpack_from(f"<{count + 1}I", page, 0)
        for index in range(count):
            where = 2 * page[first + step * index]
            runs.starts.append(places[index])
            runs.values.append(self._properties(page, where, paragraphs=paragraphs) if where else {})

    def _properties(self, page: bytes, where: int, *, paragraphs: bool) -> Properties:
        length = page[where]
        if not paragraphs:
            return self._sprms(page[where + 1 : where + 1 + length])
        if length:
            raw = page[where + 1 : where + 2 * length]
        else:
            raw = page[where + 2 : where + 2 + 2 * page[where + 1]] if where + 1 < _PAGE else b""
        found = self._sprms(raw[2:])
        found[0] = raw[:2]
        return found

    def _sprms(self, raw: bytes, depth: int = 0) -> Properties:
        """Return single properties: code -> operand."""
        found: Properties = {}
        position = 0
        while position + 2 <= len(raw):
            code = struct.unpack_from("<H", raw, position)[0]
            position += 2
            kind = code >> 13
            if kind == 6:
                if code == _DEFINE_TABLE:
                    size = struct.unpack_from("<H", raw, position)[0] - 1 if position + 2 <= len(raw) else 0
                    position += 2
                else:
                    size = raw[position] if position < len(raw) else 0
                    position += 1
            else:
                size = _OPERANDS[kind]
            operand = raw[position : position + size]
            position += size
            if code in _HUGE and depth == 0 and len(operand) == 4:
                found.update(self._huge(struct.unpack("<I", operand)[0]))
            else:
                found[code] = operand
        return found

    def _huge(self, offset: int) -> Properties:
        if offset + 2 > len(self._data):
            return {}
        size = struct.unpack_from("<H", self._data, offset)[0]
        return self._sprms(self._data[offset + 2 : offset + 2 + size], 1)


def _stream(source: olefile.OleFileIO, name: str) -> bytes | None:
    return bytes(source.openstream(name).read()) if source.exists(name) else None


def _title(source: olefile.OleFileIO) -> str | None:
    """Return the title from the summary of the file."""
    try:
        summary = source.get_metadata()
    except Exception:  # olefile raises what it met; the title is not worth a document
        return None
    title = summary.title
    if not isinstance(title, bytes):
        return None
    page = summary.codepage if isinstance(summary.codepage, int) and summary.codepage > 0 else 1251
    try:
        text = title.decode("utf-8" if page == 65001 else f"cp{page}", "replace")
    except LookupError:
        return None
    return " ".join(text.split()) or None
