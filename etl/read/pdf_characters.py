"""The characters of a PDF page with their places and looks."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from etl.read.pdf_place import Place
from etl.read.pdf_text import usable_character

_BOLD_NAMES = ("bold", "black", "heavy", "demi", "полужирн")
_FORCE_BOLD = 1 << 18


@dataclass(slots=True)
class Character:
    """One character: ``turn`` counts quarter turns clockwise against the page as it is read."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    turn: int
    bold: bool
    hidden: bool


@dataclass(slots=True)
class _Style:
    size: float
    turn: float
    bold: bool
    hidden: bool


def main_turn(characters: list[Character]) -> int:
    """Return the quarter turns of most characters, 0 where they disagree.

    Args:
        characters: of one page.
    """
    counts = [0, 0, 0, 0]
    for character in characters:
        counts[character.turn] += 1
    best = max(range(4), key=lambda turn: counts[turn])
    return best if counts[best] > 0.6 * len(characters) else 0


def read_characters(source: pdfium.PdfPage, place: Place, turned: int = 0) -> tuple[list[Character], int]:
    """Return the printed characters, and how many have no meaning; spaces come along as characters.

    Args:
        source: the page.
        place: where its points stand.
        turned: quarter turns that the map has taken back.
    """
    textpage = source.get_textpage()
    count = textpage.count_chars()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    styles: dict[int, _Style] = {}
    found: list[Character] = []
    unusable = 0
    for index in range(count):
        if raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(textpage, index)
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        handle = raw.FPDFText_GetTextObject(textpage, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        style = styles.get(key)
        if style is None:
            raw.FPDFText_GetMatrix(textpage, index, matrix)
            style = styles[key] = _style(textpage, index, handle, matrix)
        text = usable_character(code) if not raw.FPDFText_HasUnicodeMapError(textpage, index) else None
        if text is None:
            unusable += 1
            text = "\ufffd"
        if not text:
            continue
        corners = (place(box.left, box.bottom), place(box.right, box.top))
        (ax, ay), (bx, by) = corners
        turn = (round(style.turn) + source.get_rotation() // 90 - turned) % 4
        top, bottom = min(ay, by), max(ay, by)
        if turn == 0 and raw.FPDFText_GetCharOrigin(textpage, index, x, y):
            # Boxes of fonts differ in height; the line that letters stand on does not.
            base = place(x.value, y.value)[1]
            top, bottom = base - 0.8 * style.size, base + 0.2 * style.size
        left, right = min(ax, bx), max(ax, bx)
        found.append(Character(text, left, right, top, bottom, style.size, turn, style.bold, style.hidden))
    textpage.close()
    return found, unusable


def _style(textpage: pdfium.PdfTextPage, index: int, handle: object, matrix: raw.FS_MATRIX) -> _Style:
    scale = math.hypot(matrix.b, matrix.d) or math.hypot(matrix.a, matrix.c) or 1.0
    size = raw.FPDFText_GetFontSize(textpage, index) * scale
    turn = (-math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4
    flags = ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(textpage, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(length, 1))
    raw.FPDFText_GetFontInfo(textpage, index, buffer, length, flags)
    name = buffer.value.decode("utf-8", "replace").lower()
    mode = raw.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
    heavy = any(word in name for word in _BOLD_NAMES) or bool(flags.value & _FORCE_BOLD)
    nameless = not name and raw.FPDFText_GetFontWeight(textpage, index) >= 700
    bold = heavy or nameless or mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
    hidden = mode in (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
    return _Style(size, turn, bold, hidden)
