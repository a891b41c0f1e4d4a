"""Reader of RTF: the groups that print text, tables, lists and headings."""

from __future__ import annotations

from dataclasses import replace

from etl.read.draft import DraftCell, Flow, Numbers, draft_paragraphs, finish_blocks
from etl.read.inline import Inline
from etl.read.result import Read, note_pictures
from etl.read.rtf_state import RowShape, State
from etl.read.rtf_words import BOXES, CHARSETS, HEADERS, SIGNS, SKIPPED, TOKEN, WITHOUT_STAR, decode_number, find_codec
from etl.records import Issue

MAX_DEPTH = 2_000


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
    issues = note_pictures(reader.pictures)
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
        self._state = State()
        self._stack: list[State] = []
        self._fonts: dict[int, str] = {}
        self._inline = Inline()
        self._aside_inline = Inline()
        self._box_inline = Inline()
        self._marker = ""
        self._title = ""
        self._bytes = bytearray()
        self._skip = 0
        self._rows = {False: RowShape(), True: RowShape()}
        self._fresh = self._fresh_before = False

    def run(self) -> None:
        """Walk through the file once."""
        position = 0
        data = self.data
        while position < len(data):
            match = TOKEN.match(data, position)
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
        if word in SIGNS:
            self._print(SIGNS[word])
        elif word == b"u" and number is not None:
            self._flush_bytes()
            self._print(decode_number(number))
            self._skip = self._state.uc
        elif self._state.target == "fonts":
            self._font_word(word, number)
        elif self._state.target != "skip":
            self._flush_bytes()
            self._format(word, number)
            self._paragraph(word, number)
            self._table(word, number)
        if word == b"ansicpg" and number:
            self.ansi = find_codec(f"cp{number}")

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
        elif word in SKIPPED or (state.starred and word not in WITHOUT_STAR):
            state.target = "skip"
        elif word in HEADERS and state.target == "text":
            state.target = "furniture" if not word.startswith((b"ftn", b"aftn")) else "skip"
        elif word in (b"listtext", b"pntext") and state.target == "text":
            state.target = "marker"
        elif word in BOXES and state.target == "text":
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
        elif word == b"fcharset" and number is not None and number in CHARSETS:
            self._fonts[self._state.font] = CHARSETS[number]
        elif word == b"cpg" and number:
            self._fonts[self._state.font] = find_codec(f"cp{number}")

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
            self._rows[self._state.nested] = RowShape()
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
