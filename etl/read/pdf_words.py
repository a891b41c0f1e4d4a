"""The words that the characters of a PDF page form."""

from __future__ import annotations

from etl.read.page import Word
from etl.read.pdf_characters import Character


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
