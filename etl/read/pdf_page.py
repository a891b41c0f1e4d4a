"""One page of a PDF as marks on paper, through pdfium: characters to words, paths to rules."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from etl.read.page import Page, Rule, Word
from etl.read.pdf_text import usable_character

Matrix = tuple[float, float, float, float, float, float]
Place = Callable[[float, float], tuple[float, float]]

_BOLD_NAMES = ("bold", "black", "heavy", "demi", "полужирн")
_FORCE_BOLD = 1 << 18
_THIN = 3.0
_MAX_RULES = 20_000


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
class PdfPage:
    """A page with what tells whether its text can be used.

    Args:
        page: the marks.
        characters: printed characters that are not white space.
        unusable: those among them that the file gives no meaning for.
        hidden: those that are invisible (the text layer over a scan).
        pictured: share of the page covered by pictures.
    """

    page: Page
    characters: int
    unusable: int
    hidden: int
    pictured: float


@dataclass(slots=True)
class _Style:
    size: float
    turn: float
    bold: bool
    hidden: bool


def read_page(source: pdfium.PdfPage, number: int) -> PdfPage:
    """Return the marks of one page, turned so that most of its text stands upright.

    Args:
        source: the page.
        number: from 1.
    """
    width, height = source.get_size()
    place = _placing(source)
    characters, unusable = _characters(source, place)
    turn = _main_turn(characters)
    if turn:
        place = _turned(place, turn, width, height)
        characters, unusable = _characters(source, place, turn)
        if turn % 2:
            width, height = height, width
    page = Page(number, width, height)
    page.across, page.down, pictured = _rules(source, place, width * height)
    page.words = gather_words(characters)
    for bounds in _struck_annotations(source, place):
        page.across.append(bounds)
    hidden = sum(character.hidden for character in characters)
    return PdfPage(page, len(characters), unusable, hidden, min(pictured, 1.0))


def _placing(source: pdfium.PdfPage) -> Place:
    """Return the map from the file's coordinates to points from the upper left corner, rotation done."""
    left, bottom, right, top = source.get_bbox()
    turn = source.get_rotation() // 90
    if turn == 1:
        return lambda x, y: (y - bottom, x - left)
    if turn == 2:
        return lambda x, y: (right - x, y - bottom)
    if turn == 3:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


def _turned(place: Place, turn: int, width: float, height: float) -> Place:
    """Return a map that also turns the page so that text turned ``turn`` quarters clockwise stands upright."""

    def turn_back(x: float, y: float) -> tuple[float, float]:
        x, y = place(x, y)
        if turn == 1:
            return y, width - x
        if turn == 2:
            return width - x, height - y
        return height - y, x

    return turn_back


def _main_turn(characters: list[Character]) -> int:
    counts = [0, 0, 0, 0]
    for character in characters:
        counts[character.turn] += 1
    best = max(range(4), key=lambda turn: counts[turn])
    return best if counts[best] > 0.6 * len(characters) else 0


def _characters(source: pdfium.PdfPage, place: Place, turned: int = 0) -> tuple[list[Character], int]:
    """Return the printed characters, and how many have no meaning; spaces come along as characters."""
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


def gather_words(characters: list[Character]) -> list[Word]:
    """Return the words that characters form in the order of the file, where they stand beside each other.

    A space parts words only where it is printed between them: letters of a second font may come in any order.
    """
    words: list[Word] = []
    run: list[Character] = []
    last: Character | None = None
    spaced = False
    for character in characters:
        if character.text.isspace():
            if run:
                words.append(_make_word(run, spaced, after=_follows(run[-1], character)))
                run = []
        elif run and not _follows(run[-1], character):
            words.append(_make_word(run, spaced, after=False))
            run, spaced = [character], False
        elif run:
            run.append(character)
        else:
            spaced = last is not None and last.text.isspace() and _follows(last, character)
            run = [character]
        last = character
    if run:
        words.append(_make_word(run, spaced, after=False))
    return words


def _along(character: Character) -> tuple[float, float, float]:
    """Return start and end along the line of print, and its middle across."""
    if character.turn == 0:
        return character.x0, character.x1, (character.top + character.bottom) / 2
    if character.turn == 1:
        return character.top, character.bottom, -(character.x0 + character.x1) / 2
    if character.turn == 2:
        return -character.x1, -character.x0, -(character.top + character.bottom) / 2
    return -character.bottom, -character.top, (character.x0 + character.x1) / 2


def _follows(last: Character, character: Character) -> bool:
    if last.turn != character.turn:
        return False
    _, end, level = _along(last)
    start, _, own = _along(character)
    size = max(min(last.size, character.size), 1.0)
    return -0.6 * size < start - end < 0.15 * size and abs(own - level) < 0.4 * size


def _make_word(run: list[Character], spaced: bool, *, after: bool) -> Word:
    text = "".join(character.text for character in run)
    size = max(character.size for character in run)
    x0, x1 = min(c.x0 for c in run), max(c.x1 for c in run)
    top, bottom = min(c.top for c in run), max(c.bottom for c in run)
    return Word(text, x0, x1, top, bottom, size, all(c.bold for c in run), open_left=not spaced, open_right=not after)


def _rules(source: pdfium.PdfPage, place: Place, area: float) -> tuple[list[Rule], list[Rule], float]:
    """Return horizontal and vertical rules, and the share of the page under pictures."""
    across: list[Rule] = []
    down: list[Rule] = []
    pictured = 0.0
    for shape, matrix in _shapes(source.raw, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject):
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            box = _image_box(shape, matrix, place)
            pictured += max(box[2] - box[0], 0) * max(box[3] - box[1], 0) / max(area, 1)
            _add_box(box, across, down)
        elif kind == raw.FPDF_PAGEOBJ_PATH and len(across) + len(down) < _MAX_RULES:
            _add_path(shape, matrix, place, across, down)
    return across, down, pictured


def _shapes(
    parent: object,
    count: Callable[..., int],
    get: Callable[..., object],
    matrix: Matrix = (1, 0, 0, 1, 0, 0),
    depth: int = 0,
) -> Iterator[tuple[object, Matrix]]:
    own = raw.FS_MATRIX()
    for index in range(count(parent)):
        shape = get(parent, index)
        kind = raw.FPDFPageObj_GetType(shape)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            continue
        raw.FPDFPageObj_GetMatrix(shape, own)
        combined = _multiply((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            if depth < 8:
                yield from _shapes(shape, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, combined, depth + 1)
            continue
        yield shape, combined


def _multiply(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _image_box(shape: object, matrix: Matrix, place: Place) -> tuple[float, float, float, float]:
    points = [place(*_apply(matrix, x, y)) for x, y in ((0, 0), (0, 1), (1, 0), (1, 1))]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_white(shape: object, get: Callable[..., int]) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(shape, red, green, blue, alpha):
        return False
    return alpha.value < 10 or min(red.value, green.value, blue.value) > 245


def _add_path(shape: object, matrix: Matrix, place: Place, across: list[Rule], down: list[Rule]) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    stroked = bool(stroke.value) and not _is_white(shape, raw.FPDFPageObj_GetStrokeColor)
    filled = bool(fill.value) and not _is_white(shape, raw.FPDFPageObj_GetFillColor)
    if not stroked and not filled:
        return
    for points, curved in _outlines(shape, matrix, place):
        if curved or len(points) < 2:
            continue
        if stroked:
            for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
                _add_stroke(ax, ay, bx, by, across, down)
        elif filled:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            _add_box((min(xs), min(ys), max(xs), max(ys)), across, down)


def _outlines(shape: object, matrix: Matrix, place: Place) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Yield the parts of a path as points, and whether a part has curves."""
    points: list[tuple[float, float]] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(raw.FPDFPath_CountSegments(shape), 5_000)):
        segment = raw.FPDFPath_GetPathSegment(shape, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = place(*_apply(matrix, x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if points:
                yield points, curved
            points, curved = [point], False
        else:
            curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
            points.append(point)
        if raw.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if points:
        yield points, curved


def _add_stroke(ax: float, ay: float, bx: float, by: float, across: list[Rule], down: list[Rule]) -> None:
    if abs(ay - by) <= 1.0 and abs(ax - bx) > 1.0:
        across.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
    elif abs(ax - bx) <= 1.0 and abs(ay - by) > 1.0:
        down.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))


def _add_box(box: tuple[float, float, float, float], across: list[Rule], down: list[Rule]) -> None:
    """Add a filled box as a rule where it is thin."""
    x0, y0, x1, y1 = box
    if y1 - y0 <= _THIN and x1 - x0 > 2 * (y1 - y0):
        across.append(Rule((y0 + y1) / 2, x0, x1))
    elif x1 - x0 <= _THIN and y1 - y0 > 2 * (x1 - x0):
        down.append(Rule((x0 + x1) / 2, y0, y1))


def _struck_annotations(source: pdfium.PdfPage, place: Place) -> Iterator[Rule]:
    """Yield a rule through the middle of each stretch that an annotation strikes out."""
    quad = raw.FS_QUADPOINTSF()
    for index in range(min(raw.FPDFPage_GetAnnotCount(source), 2_000)):
        annotation = raw.FPDFPage_GetAnnot(source, index)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_STRIKEOUT:
            for part in range(raw.FPDFAnnot_CountAttachmentPoints(annotation)):
                if raw.FPDFAnnot_GetAttachmentPoints(annotation, part, quad):
                    points = [place(getattr(quad, f"x{n}"), getattr(quad, f"y{n}")) for n in (1, 2, 3, 4)]
                    xs, ys = [p[0] for p in points], [p[1] for p in points]
                    yield Rule((min(ys) + max(ys)) / 2, min(xs), max(xs))
        raw.FPDFPage_CloseAnnot(annotation)
