"""Word by word, how two printed names differ."""

from dataclasses import dataclass

from models.search import make_key
from pages._ui.page import escape


@dataclass(frozen=True)
class Word:
    """One word of a name, and how it stands to the other name."""

    text: str
    state: str
    """`same`; `spelling`: the same word written otherwise; `initial`: a letter for a word; `different`; `only`."""


def compare_words(left: list[str], right: list[str]) -> tuple[list[Word], list[Word]]:
    """Compare two names part by part.

    Args:
        left: surname, given name, patronymic; empty where not printed.
        right: those of the other.
    """
    marked = [_compare(one, other) for one, other in zip(left, right, strict=True)]
    return (
        [Word(text, state) for text, state in zip(left, marked, strict=True) if text],
        [Word(text, state) for text, state in zip(right, marked, strict=True) if text],
    )


def _compare(left: str, right: str) -> str:
    if not left or not right:
        return "only"
    if left.casefold() == right.casefold():
        return "same"
    bare = [word.rstrip(". ") for word in (left, right)]
    keys = [make_key(word) for word in bare]
    if keys[0] == keys[1]:
        return "spelling"
    if min(map(len, bare)) <= 2 and (keys[0].startswith(keys[1]) or keys[1].startswith(keys[0])):
        return "initial"
    return "different"


def write_words(words: list[Word]) -> str:
    """Write marked words for a page: different letters stand out in weight and colour, other spellings are underlined.

    Args:
        words: marked words.
    """
    return " ".join(_write(word) for word in words)


def _write(word: Word) -> str:
    text = escape(word.text)
    if word.state == "different":
        return f":red[**{text}**]"
    if word.state in ("spelling", "initial"):
        return f":orange[{text}]"
    return f":gray[{text}]" if word.state == "only" else text
