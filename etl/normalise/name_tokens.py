"""One printed name cut into its words and initials, text defects repaired."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.alphabet import (
    clean_text,
    force_cyrillic,
    latin_to_cyrillic,
    repair_homoglyphs,
    repair_old_kazakh_font,
)
from etl.normalise.patronymics import SEPARATE_F, SEPARATE_M

_LETTER = r"[^\W\d_]"
_BREAK_HYPHEN = re.compile(rf"(?<={_LETTER})[-‐‑¬]\n({_LETTER})")
_SPACED_HYPHEN = re.compile(rf"(?<={_LETTER}) ?[-‐‑–—] ?(?={_LETTER})")
_LOST_HYPHEN = re.compile(rf"(?<=[а-яёәғқңөұүһі])-(?=([а-яёәғқңөұүһі]+)(?!{_LETTER}))")
_KEPT_AFTER_HYPHEN = re.compile(
    r"(?:оглы|оғлы|кызы|қызы|гызы|улы|ұлы|уулу|заде|хан|бек|жан|ага|[нтд][ыі]ң?|[тдн][ае]н?|[ғгқк][ае]|[мбп]ен)$"
)
_DIGIT_LETTER = re.compile(
    r"(?<![\dА-ЯЁ])(?=\w*[а-яёәғқңөұүһі]{2})(?=\D*\d\D*(?:\W|$))[А-ЯЁӘҒҚҢӨҰҮҺІа-яёәғқңөұүһі]*[03][а-яёәғқңөұүһі]\w*"
)
_GLUED = re.compile(r"(?<=[а-яёәғқңөұүһіa-z])(?=[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][а-яёәғқңөұүһіa-z])")
_INITIAL_GLUE = re.compile(rf"(?<!{_LETTER})({_LETTER}{{1,2}})\.(?={_LETTER})")
_INITIAL_AFTER = re.compile(r"(?<=[а-яёәғқңөұүһі])(?=[А-ЯЁӘҒҚҢӨҰҮҺІ]\.)")
_HYPHEN = re.compile("[-‐‑–—]")
_SMALL_THEN_CAPITAL = re.compile("[а-яёәғқңөұүһіa-z][А-ЯЁӘҒҚҢӨҰҮҺІA-Z]")
_PIECE = re.compile(rf"{_LETTER}+(?:[-'’ʼ`]{_LETTER}+)*\.?|,")
_BRACKET = re.compile(r"\s*[(\[]\s*([^()\[\]]*)[)\]]\s*")
_FORBIDDEN = re.compile(r"[\d@#$%^&*=+<>{}|\\/!?;:_…№~]|\.\.|\.\s+\.")
_CAPS_SUFFIX = re.compile(r"^([А-ЯЁӘҒҚҢӨҰҮҺІ-]{3,})((?:[тдн][ыі]ң)|[тдн][ыіае]|[ғгқк][ае]|[дтн][ае]н|[мбп]ен)$")
_AFTER_SEPARATE = re.compile(r"(?<=[ыi])(?:н[ыі]ң|нан|нда|на|мен|ны|ға|дан|н)$")


@dataclass(frozen=True, slots=True)
class NameToken:
    """A word or initial of a name: repaired text, lower-case text, initial, all capitals.

    Of a Latin word `lower` is the Cyrillic reading, so that endings and lists speak for it, too.
    """

    text: str
    lower: str
    initial: bool
    capitals: bool


@dataclass(frozen=True, slots=True)
class NameTokens:
    """The words of one printed name; `comma_after` counts the words before a comma, `aside` is a bracket's content."""

    tokens: tuple[NameToken, ...]
    comma_after: int | None
    aside: str
    latin: bool


def mend_text(text: str) -> str:
    """Repair the text of one name: old fonts, look-alikes, broken lines, glued words.

    Args:
        text: the name as printed.
    """
    text = repair_homoglyphs(repair_old_kazakh_font(clean_text(text)))
    if "\n" in text:
        text = _BREAK_HYPHEN.sub(lambda match: ("-" if match.group(1).isupper() else "") + match.group(1), text)
        text = text.replace("\n", " ")
    if _HYPHEN.search(text):
        text = _SPACED_HYPHEN.sub("-", text)
        text = _LOST_HYPHEN.sub(lambda match: "-" if _KEPT_AFTER_HYPHEN.match(match.group(1)) else "", text)
    if "0" in text or "3" in text:
        text = _DIGIT_LETTER.sub(lambda match: _read_digits(match.group()), text)
    if _SMALL_THEN_CAPITAL.search(text):
        text = _INITIAL_AFTER.sub(" ", _GLUED.sub(" ", text))
    return _INITIAL_GLUE.sub(r"\1. ", text) if "." in text else text


def _read_digits(word: str) -> str:
    """Read 0 and 3 that recognition put for О and З inside a word."""
    capital = word[0].isdigit()
    word = word.replace("0", "о").replace("3", "з")
    return word[0].upper() + word[1:] if capital else word


@lru_cache(maxsize=65_536)
def _make_token(piece: str) -> NameToken:
    dotted = piece.endswith(".")
    word = piece.rstrip(".")
    initial = len(word) == 1 or (dotted and len(word) <= 3)
    return NameToken(word, word.lower(), initial, len(word) > 1 and word.isupper())


def _join_separate(tokens: list[NameToken]) -> list[NameToken]:
    """Join «Ильгар кызы», «Вагиф оглы» into one token."""
    joined: list[NameToken] = []
    for token in tokens:
        base = _AFTER_SEPARATE.sub("", token.lower)
        if joined and not joined[-1].initial and (base in SEPARATE_M or base in SEPARATE_F):
            last = joined.pop()
            token = NameToken(f"{last.text} {token.lower}", f"{last.lower} {token.lower}", False, last.capitals)
        joined.append(token)
    return joined


@lru_cache(maxsize=32_768)
def cut_name(text: str) -> NameTokens | None:
    """Cut a printed name into tokens, or return None when signs stand in it that no name has.

    Args:
        text: one name as printed.
    """
    text = mend_text(text)
    aside = ""
    if bracket := _BRACKET.search(text):
        aside = bracket.group(1)
        text = (text[: bracket.start()] + " " + text[bracket.end() :]).strip()
    text = text.strip(' ,;:.-–—«»"') + ("." if re.search(rf"(?<!{_LETTER}){_LETTER}{{1,2}}\.\W*$", text) else "")
    if not text or _FORBIDDEN.search(text):
        return None
    pieces = _PIECE.findall(text)
    rest = _PIECE.sub("", text).strip(" .'’\"«»-")
    if rest or not pieces or len(pieces) > 9:
        return None
    tokens: list[NameToken] = []
    comma_after: int | None = None
    for piece in pieces:
        if piece == ",":
            if comma_after is None and tokens:
                comma_after = len(tokens)
            elif comma_after is not None:
                return None
            continue
        tokens.append(_make_token(piece))
    latin = not any("а" <= letter <= "ӿ" for token in tokens if not token.initial for letter in token.lower)
    tokens = [_read_latin(token) if latin else _to_cyrillic(token) for token in tokens]
    return NameTokens(tuple(_join_separate(tokens)), comma_after, aside, latin)


def _read_latin(token: NameToken) -> NameToken:
    if token.initial:
        return token
    return NameToken(token.text, latin_to_cyrillic(token.text), token.initial, token.capitals)


def _to_cyrillic(token: NameToken) -> NameToken:
    if not token.text.isascii():
        return token
    text = force_cyrillic(token.text)
    return NameToken(text, text.lower(), token.initial, token.capitals)


def split_capitals_suffix(word: str) -> tuple[str, str] | None:
    """Split a Kazakh suffix off a word in capitals (АХМЕТОВтың), or return None.

    Args:
        word: one word as printed.
    """
    match = _CAPS_SUFFIX.match(word)
    return (match.group(1), match.group(2)) if match else None


@lru_cache(maxsize=65_536)
def title_case(word: str) -> str:
    """Write a name part with capital first letters; кызы and оглы standing apart stay small.

    Args:
        word: one part, perhaps hyphenated.
    """
    pieces = re.split(r"([- '’ʼ])", word.lower())
    done: list[str] = []
    for index, piece in enumerate(pieces):
        separate = index and (piece in SEPARATE_M or piece in SEPARATE_F)
        after_sign = index and pieces[index - 1] in "'’ʼ" and len(pieces[index - 2]) > 1
        if separate or after_sign:
            done.append(piece)
        else:
            done.append(piece[:1].upper() + piece[1:])
    return "".join(done)
