"""Where a point of a PDF page stands on the sheet as it is read."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2 as pdfium

Matrix = tuple[float, float, float, float, float, float]
Place = Callable[[float, float], tuple[float, float]]


def place_on(source: pdfium.PdfPage) -> Place:
    """Return the map from the file's coordinates to points from the upper left corner, rotation done.

    Args:
        source: the page.
    """
    left, bottom, right, top = source.get_bbox()
    turn = source.get_rotation() // 90
    if turn == 1:
        return lambda x, y: (y - bottom, x - left)
    if turn == 2:
        return lambda x, y: (right - x, y - bottom)
    if turn == 3:
        return lambda x, y: (top - y, right - x)
    return lambda x, y: (x - left, top - y)


def turn_place(place: Place, turn: int, width: float, height: float) -> Place:
    """Return a map that also turns the page so that its text stands upright.

    Args:
        place: the map without.
        turn: quarters clockwise that the text is turned.
        width: of the page before.
        height: of the page before.
    """

    def turn_back(x: float, y: float) -> tuple[float, float]:
        x, y = place(x, y)
        if turn == 1:
            return y, width - x
        if turn == 2:
            return width - x, height - y
        return height - y, x

    return turn_back


def multiply(m: Matrix, n: Matrix) -> Matrix:
    """Return the matrix that does one and then the other.

    Args:
        m: done first.
        n: done then.
    """
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def move_point(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix moves a point.

    Args:
        m: the matrix.
        x: of the point.
        y: of the point.
    """
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]
