"""Reader of RTF: its own small tokenizer, the groups that print text, tables, lists and headings."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from etl.read.draft import DraftCell, Flow, Numbers, draft_paragraphs, finish_blocks
from etl.read.inline import Inline
from etl.read.result import Read
from etl.records import Issue

MAX_DEPTH = 2_000

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})"  # 1: a byte
    rb"|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # 2, 3: a word and its number
    rb"|\\([^a-zA-Z])"  # 4: a sign
    rb"|([{}])"  # 5: a group
    rb"|([^\\{}\r\n\0]+)"  # 6: plain text
)
_SKIPPED = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"colorschememapping")
    + (b"datastore", b"latentstyles", b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"xmlnstbl")
    + (
        b"fldinst",
        b"filetbl",
        b"revtbl",
        b"nonesttables",
        b"nonshppict",
        b"sp",
        b"bkmkstart",
        b"bkmkend",
        b"annotation",
    )
    + (
        b"shprslt",
        b"atnid",
        b"atnauthor",
        b"atntime",
        b"atnref",
        b"template",
        b"userprops",
        b"pgdsctbl",
        b"mmathPr",
        b"wgrffmtfilter",
    )
)
_HEADERS = frozenset(
    (b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr", b"footerf")
    + (b"ftnsep", b"ftnsepc", b"aftnsep", b"aftnsepc")
)
_WITHOUT_STAR = frozenset(
    (b"shptxt", b"nesttableprops", b"shpinst", b"listtext", b"pntext", b"do", b"footnote", b"title")
)
"""Groups that print although they are marked as ones that may be skipped."""

_BOXES = frozenset((b"shptxt", b"dptxbxtext", b"footnote"))
"""Groups that stand in the middle of a paragraph and hold paragraphs of their own."""

_SIGNS = {
    b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"tab": "\t", b"line": "\n", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Fonts of character set 0 follow the code page of the document, as programs write it that know no others."""


@dataclass(slots=True)
class _State:
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
class _Row:
    """The definition of a table row."""

    left: int = 0
    shapes: list[DraftCell] = field(default_factory=list)
    next: DraftCell = field(default_factory=DraftCell)
    header: bool = False


def read_rtf(data: bytes) -> Read:
    """Return the blocks of an RTF document: text, tables, notes and text boxes, headers and footers as furniture.

    Args:
        data: the bytes of the file.
    """
    reader = _Reader(data)
    reader.run()
    numbers = Numbers()
    blocks = finish_blocks(reader.flow.finish(), numbers=numbers)
    blocks += finish_blocks(reader.aside.finish(), furniture=True, numbers=numbers)
    issues = []
    if reader.pictures:
        message = f"The document holds {reader.pictures} pictures; what is printed in them was not read."
        issues.append(Issue("pictures_not_read", message, "info"))
    if reader.depth_left or not data.rstrip(b"\0\r\n \t\x1a").endswith(b"}"):
        issues.append(Issue("cut_off", "The file ends in the middle of a group; its end may be missing.", "warning"))
    return Read(tuple(blocks), reader.title, tuple(issues), reader.ansi)


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.flow = Flow()
        self.aside = Flow()
        self.title: str | None = None
        self.ansi = "cp1251"  # what programs mean that do not say it
        self.pictures = 0
        self.depth_left = 0
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, str] = {}
        self._inline = Inline()
        self._aside_inline = Inline()
        self._box_inline = Inline()
        self._marker = ""
        self._title = ""
        self._bytes = bytearray()
        self._skip = 0
        self._rows = {False: _Row(), True: _Row()}
        self._fresh = self._fresh_before = False

    def run(self) -> None:
        """Walk through the file once."""
        position = 0
        data = self.data
        while position < len(data):
            match = _TOKEN.match(data, position)
            if match is None:
                position += 1
                continue
            position = match.end()
            self._fresh_before = self._fresh
            self._fresh = False
            if match.group(1) is not None:
                self._add_byte(int(match.group(1), 16))
            elif match.group(2) is not None:
                number = int(match.group(3)) if match.group(3) is not None else None
                if match.group(2) == b"bin":
                    position += max(0, number or 0)
                else:
                    self._word(match.group(2), number)
            elif match.group(4) is not None:
                self._sign(match.group(4))
            elif match.group(5) is not None:
                self._group(match.group(5))
            else:
                self._plain(match.group(6))
        self._flush_bytes()
        self._end_paragraph()
        self.depth_left = len(self._stack)
        self.title = " ".join(self._title.split()) or None

    def _group(self, brace: bytes) -> None:
        self._flush_bytes()
        self._skip = 0
        if brace == b"{":
            if len(self._stack) >= MAX_DEPTH:
                raise RecursionError
            self._stack.append(self._state)
            self._state = replace(self._state, starred=False)
            self._fresh = True
        elif self._stack:
            ended, self._state = self._state, self._stack.pop()
            if ended.target == "furniture" and self._state.target != "furniture":
                self.aside.add(draft_paragraphs(self._aside_inline.settle()), 0)
            elif ended.target == "box" and self._state.target != "box":
                self.flow.add(draft_paragraphs(self._box_inline.settle()), self._depth())

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._state.starred = True
            self._fresh = True
        elif sign in (b"\\", b"{", b"}"):
            self._plain(sign)
        elif sign == b"~":
            self._print("\u00a0")
        elif sign == b"_":
            self._print("-")
        elif sign in (b"\n", b"\r"):
            self._word(b"par", None)

    def _word(self, word: bytes, number: int | None) -> None:
        if self._begins_group(word):
            return
        if word in _SIGNS:
            self._print(_SIGNS[word])
        elif word == b"u" and number is not None:
            self._flush_bytes()
            self._print(_unicode(number))
            self._skip = self._state.uc
        elif self._state.target == "fonts":
            self._font_word(word, number)
        elif self._state.target != "skip":
            self._flush_bytes()
            self._format(word, number)
            self._paragraph(word, number)
            self._table(word, number)
        if word == b"ansicpg" and number:
            self.ansi = _codec(f"cp{number}")

    def _begins_group(self, word: bytes) -> bool:
        """Tell whether a word names what its group holds, and note it."""
        state = self._state
        if not self._fresh_before:
            return False
        if word == b"pict":
            self.pictures += state.target not in ("skip", "fonts")
        if word == b"fonttbl":
            state.target = "fonts"
        elif word == b"info" and state.target == "text":
            state.target = "info"
        elif word == b"title" and state.target == "info":
            state.target = "title"
        elif word in _SKIPPED or (state.starred and word not in _WITHOUT_STAR):
            state.target = "skip"
        elif word in _HEADERS and state.target == "text":
            state.target = "furniture" if not word.startswith((b"ftn", b"aftn")) else "skip"
        elif word in (b"listtext", b"pntext") and state.target == "text":
            state.target = "marker"
        elif word in _BOXES and state.target == "text":
            state.target = "box"
        elif word == b"nesttableprops":
            state.nested = True
        elif state.target == "info":
            state.target = "skip"
        else:
            return False
        return True

    def _font_word(self, word: bytes, number: int | None) -> None:
        if word == b"f" and number is not None:
            self._state.font = number
        elif word == b"fcharset" and number is not None and number in _CHARSETS:
            self._fonts[self._state.font] = _CHARSETS[number]
        elif word == b"cpg" and number:
            self._fonts[self._state.font] = _codec(f"cp{number}")

    def _format(self, word: bytes, number: int | None) -> None:
        state, on = self._state, number != 0
        if word == b"b":
            state.bold = on
        elif word in (b"strike", b"striked"):
            state.struck = on
        elif word in (b"v", b"deleted"):
            state.hidden = on
        elif word == b"plain":
            state.bold = state.struck = state.hidden = False
        elif word == b"f" and number is not None:
            state.font = number
        elif word == b"uc" and number is not None:
            state.uc = max(0, number)

    def _paragraph(self, word: bytes, number: int | None) -> None:
        state = self._state
        if word == b"pard":
            state.in_table, state.depth, state.heading = False, 0, False
        elif word == b"intbl":
            state.in_table = True
        elif word == b"itap":
            state.depth = min(max(0, number or 0), 50)
        elif word == b"outlinelevel":
            state.heading = number is not None and number < 9
        elif word in (b"par", b"sect", b"page", b"column"):
            self._end_paragraph()

    def _depth(self) -> int:
        if self._state.depth:
            return self._state.depth
        return 1 if self._state.in_table or self.flow.in_row else 0

    def _end_paragraph(self, depth: int | None = None) -> None:
        if self._state.target == "furniture":
            self.aside.add(draft_paragraphs(self._aside_inline.settle()), 0)
            return
        if self._state.target == "box":
            self.flow.add(draft_paragraphs(self._box_inline.settle()), self._depth())
            return
        marker = " ".join(self._marker.split()) or None
        self._marker = ""
        kind = "heading" if self._state.heading else "item" if marker else "text"
        drafts = draft_paragraphs(self._inline.settle(), kind, marker)
        if drafts or depth is not None or not self.flow.in_row:
            self.flow.add(drafts, self._depth() if depth is None else depth)

    def _table(self, word: bytes, number: int | None) -> None:
        row = self._rows[self._state.nested]
        if word == b"trowd":
            self._rows[self._state.nested] = _Row()
        elif word == b"trleft":
            row.left = number or 0
        elif word == b"trhdr":
            row.header = True
        elif word == b"clvmgf":
            row.next.down = "first"
        elif word == b"clvmrg":
            row.next.down = "rest"
        elif word == b"clmrg":
            row.next.colspan = 0
        elif word == b"cellx" and number is not None:
            shape, row.next = row.next, DraftCell()
            shape.left = row.shapes[-1].right if row.shapes else row.left
            shape.right, shape.header = number, row.header
            row.shapes.append(shape)
        elif word in (b"cell", b"nestcell"):
            depth = 1 if word == b"cell" else max(2, self._state.depth)
            self._end_paragraph(depth)
            self.flow.end_cell(depth)
        elif word in (b"row", b"nestrow"):
            depth = 1 if word == b"row" else max(2, self._state.depth, self.flow.depth)
            self.flow.end_row(depth, row.shapes)

    def _plain(self, text: bytes) -> None:
        if self._skip:
            text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        if self._state.target not in ("skip", "info", "fonts"):
            self._bytes += text

    def _add_byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif self._state.target not in ("skip", "info", "fonts"):
            self._bytes.append(byte)

    def _flush_bytes(self) -> None:
        if self._bytes:
            text = bytes(self._bytes).decode(self._fonts.get(self._state.font, self.ansi), "replace")
            self._bytes.clear()
            self._print(text, flushed=True)

    def _print(self, text: str, *, flushed: bool = False) -> None:
        if not flushed:
            self._flush_bytes()
        state = self._state
        if state.target == "marker":
            self._marker += text
        elif state.target == "title":
            self._title += text
        elif not state.hidden:
            inlines = {"text": self._inline, "box": self._box_inline, "furniture": self._aside_inline}
            if state.target in inlines:
                inlines[state.target].add(text, struck=state.struck, bold=state.bold)


def _unicode(number: int) -> str:
    """Return the character of a signed 16-bit number; halves of pairs, which no list has, are left out."""
    code = number + 65536 if number < 0 else number
    if 0xF000 <= code <= 0xF0FF:
        return "•" if code in (0xF0B7, 0xF0A7) else chr(code - 0xF000)
    return "" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _codec(name: str) -> str:
    name = {"cp10000": "mac_roman", "cp10007": "mac_cyrillic"}.get(name, name)
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
