"""Reader of pictures of pages: PNG, JPEG, TIFF of any number of pages, BMP, GIF."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from etl.read.ocr import recognise_page
from etl.read.ocr_colour import to_grey
from etl.read.ocr_image import Picture
from etl.read.ocr_slots import run_in_order
from etl.read.ocr_tesseract import MissingToolError, RecognitionError, has_tool
from etl.read.page import Page
from etl.read.page_layout import lay_out
from etl.read.result import Read, ReadError
from etl.records import Issue, Locator

MAX_FRAMES = 500
MAX_PIXELS = 200_000_000
Scanned = tuple[Page | None, list[Issue]]
"""A page, None where it could not be read, and what there is to say about it."""

MAX_UNREAD = 500
"""Characters of what could not be read that an issue shows."""

LOW_CONFIDENCE = 0.6
"""Mean confidence below which a page is told to be hard to read."""


def read_image(data: bytes) -> Read:
    """Return the blocks of a picture, each page of a TIFF in turn.

    Args:
        data: the bytes of the file.

    Raises:
        ReadError: the picture is broken or too large; the caller makes an issue of it.
    """
    pages: list[Page] = []
    issues: list[Issue] = []
    try:
        for page, found in run_in_order(_tasks(data)):
            issues += found
            if page is not None:
                pages.append(page)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as error:
        raise ReadError("the picture is damaged or cut off") from error
    return Read(tuple(lay_out(pages)), None, tuple(issues))


def _tasks(data: bytes) -> Iterator[Callable[[], Scanned]]:
    """Yield the reading of each picture of a file; one only where there is nothing to read it with."""
    for number, (picture, dpi) in enumerate(_frames(data), start=1):
        yield partial(read_scanned_page, picture, dpi, number)
        if not has_tool():
            return


def _frames(data: bytes) -> Iterator[tuple[Picture, float | None]]:
    with Image.open(io.BytesIO(data)) as source:
        for index, frame in enumerate(ImageSequence.Iterator(source)):
            if index >= MAX_FRAMES:
                raise ReadError(f"the file has more than {MAX_FRAMES} pictures")
            if frame.width * frame.height > MAX_PIXELS:
                raise ReadError(f"the picture has {frame.width} × {frame.height} points; that is too large")
            dpi = frame.info.get("dpi", (None,))[0]
            upright = ImageOps.exif_transpose(frame)
            yield grey_of(upright), float(dpi) if dpi else None


def grey_of(image: Image.Image) -> Picture:
    """Return the grey levels of a picture, what is transparent as white."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        image = Image.alpha_composite(paper, layered).convert("RGB")
    if image.mode == "1":
        image = image.convert("L")
    if image.mode.startswith("I"):
        levels = np.asarray(image, np.float64)
        return (levels * (255.0 / max(float(levels.max()), 1.0))).astype(np.uint8)
    if image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    return to_grey(np.asarray(image, np.uint8))


def read_scanned_page(picture: Picture, dpi: float | None, number: int) -> Scanned:
    """Return one page of a scan and what there is to say about it.

    Args:
        picture: grey levels.
        dpi: resolution, if known.
        number: of the page, from 1.
    """
    at = Locator(page=number)
    try:
        found = recognise_page(picture, dpi, number)
    except MissingToolError as error:
        return None, [Issue("missing_tool", f"The page is a picture. {error}", "error", at)]
    except RecognitionError as error:
        return None, [Issue("unreadable_page", f"Page {number} is a picture; {error}.", "error", at)]
    issues = []
    if found.page.words and found.confidence < LOW_CONFIDENCE:
        message = f"Page {number} is hard to read: mean confidence {found.confidence:.2f}."
        issues.append(Issue("low_confidence", message, "warning", at))
    if found.unread:
        message = f"Page {number}: {len(found.unread)} lines could not be read."
        issues.append(Issue("unread_print", message, "warning", at, " / ".join(found.unread)[:MAX_UNREAD]))
    return found.page, issues
