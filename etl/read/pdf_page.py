"""One page of a PDF as marks on paper."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium

from etl.read.page import Page
from etl.read.pdf_characters import main_turn, read_characters
from etl.read.pdf_place import place_on, turn_place
from etl.read.pdf_rules import read_rules, read_strikes
from etl.read.pdf_words import gather_words


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


def read_page(source: pdfium.PdfPage, number: int) -> PdfPage:
    """Return the marks of one page, turned so that most of its text stands upright.

    Args:
        source: the page.
        number: from 1.
    """
    width, height = source.get_size()
    place = place_on(source)
    characters, unusable = read_characters(source, place)
    turn = main_turn(characters)
    if turn:
        place = turn_place(place, turn, width, height)
        characters, unusable = read_characters(source, place, turn)
        if turn % 2:
            width, height = height, width
    page = Page(number, width, height)
    page.across, page.down, pictured = read_rules(source, place, width * height)
    page.words = gather_words(characters)
    for bounds in read_strikes(source, place):
        page.across.append(bounds)
    hidden = sum(character.hidden for character in characters)
    return PdfPage(page, len(characters), unusable, hidden, min(pictured, 1.0))
