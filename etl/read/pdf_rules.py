"""The rules drawn on a PDF page, and how much of it pictures cover."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from etl.read.page import Rule
from etl.read.pdf_place import Matrix, Place, move_point, multiply

_THIN = 3.0
_MAX_RULES = 20_000


def read_rules(source: pdfium.PdfPage, place: Place, area: float) -> tuple[list[Rule], list[Rule], float]:
    """Return horizontal and vertical rules, and the share of the page under pictures.

    Args:
        source: the page.
        place: where its points stand.
        area: of the page.
    """
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
        combined = multiply((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            if depth < 8:
                yield from _shapes(shape, raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject, combined, depth + 1)
            continue
        yield shape, combined


def _image_box(shape: object, matrix: Matrix, place: Place) -> tuple[float, float, float, float]:
    points = [place(*move_point(matrix, x, y)) for x, y in ((0, 0), (0, 1), (1, 0), (1, 1))]
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
        point = place(*move_point(matrix, x.value, y.value))
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


def read_strikes(source: pdfium.PdfPage, place: Place) -> Iterator[Rule]:
    """Yield a rule through the middle of each stretch that an annotation strikes out.

    Args:
        source: the page.
        place: where its points stand.
    """
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
