"""Reader of PDF files: text is taken where the file has it, pages that are pictures go to recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pypdfium2 as pdfium

from etl.read.image import Scanned, grey_of, read_scanned_page
from etl.read.ocr_image import Picture
from etl.read.ocr_slots import run_in_order
from etl.read.ocr_tesseract import has_tool
from etl.read.page import Page
from etl.read.page_layout import lay_out
from etl.read.pdf_page import PdfPage, read_page
from etl.read.pdf_text import is_misread_cyrillic, restore_cyrillic
from etl.read.result import Read, ReadError
from etl.records import Issue, Locator

MAX_PAGES = 2_000
RENDER_DPI = 300
"""Resolution at which a page is drawn for recognition."""

MAX_UNUSABLE = 0.15
"""Share of characters without a meaning above which the text of a page is not used."""

_FEW = 20
"""Characters below which a page under a picture is a scan with a stamp or a page number."""


def read_pdf(data: bytes) -> Read:
    """Return the blocks of all pages; a page without usable text becomes an issue unless it can be recognised.

    Args:
        data: the bytes of the file.

    Raises:
        ReadError: the file is broken or protected; the caller makes an issue of it.
    """
    try:
        source = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        protected = "password" in str(error).lower()
        raise ReadError("it is protected by a password" if protected else "its data are damaged") from error
    try:
        return _read(source)
    finally:
        source.close()


def _read(source: pdfium.PdfDocument) -> Read:
    issues: list[Issue] = []
    pages: list[Page] = []
    if len(source) > MAX_PAGES:
        message = f"The file has {len(source)} pages; at most {MAX_PAGES} are read."
        return Read((), None, (Issue("unreadable_document", message, "error"),))
    for page, told in run_in_order(_tasks(source)):
        issues += told
        if page is not None:
            pages.append(page)
    _restore(pages)
    title = source.get_metadata_value("Title").strip() or None
    return Read(tuple(lay_out(pages)), title, tuple(issues))


def _tasks(source: pdfium.PdfDocument) -> Iterator[Callable[[], Scanned]]:
    """Yield the reading of each page: pdfium itself works in one thread only, recognition in several."""
    missing = False
    for index in range(len(source)):
        try:
            printed = source[index]
            found = read_page(printed, index + 1)
            if is_unusable(found) and not missing:
                missing = not has_tool()
                width, height = printed.get_size()
                dpi = min(RENDER_DPI, 6_000 * 72 / max(width, height))
                picture = grey_of(printed.render(scale=dpi / 72).to_pil())
                yield partial(_recognise, picture, dpi, found)
            else:
                yield partial(_as_printed, found)
            printed.close()
        except pdfium.PdfiumError as error:
            message = f"Page {index + 1} is broken: {error}"
            yield partial(_as_broken, Issue("unreadable_page", message, "error", Locator(page=index + 1)))


def _as_printed(found: PdfPage) -> Scanned:
    return found.page, []


def _as_broken(issue: Issue) -> Scanned:
    return None, [issue]


def _recognise(picture: Picture, dpi: float, found: PdfPage) -> Scanned:
    """Recognise the picture of a page; where that cannot be done, hidden text with a meaning is better than none."""
    page, issues = read_scanned_page(picture, dpi, found.page.number)
    usable = found.characters >= _FEW and found.unusable <= MAX_UNUSABLE * found.characters
    return (found.page if page is None and usable else page), issues


def is_unusable(found: PdfPage) -> bool:
    """Tell whether the text of a page cannot be used: none under a picture, hidden, or without meaning."""
    if found.pictured > 0.4 and (found.characters < _FEW or found.hidden > 0.8 * found.characters):
        return True
    return found.characters > 0 and found.unusable > MAX_UNUSABLE * found.characters


def _restore(pages: list[Page]) -> None:
    """Repair pages whose Cyrillic letters the file calls Western ones."""
    for page in pages:
        if is_misread_cyrillic(" ".join(word.text for word in page.words)):
            for word in page.words:
                word.text = restore_cyrillic(word.text)
