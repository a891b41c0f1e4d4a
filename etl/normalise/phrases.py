"""Small pattern language of the word lists in the reference packs: one line of data, many printed forms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from etl.normalise.alphabet import clean_text, repair_homoglyphs
from etl.normalise.sieve import HeadSieve, head_of

_SAME_LETTER = dict(
    zip(
        "әғқңөұүһіёйэabcehikmoptxyəıǵńóúý",
        "агкноуухиеиеавсеникмортхуаигноуу",
        strict=True,
    )
)
_PUNCTUATION = "\"'«»„“”‟‹›″’‘ʼ`´.,;:()[]{}<>/\\|!?*+=_~‐‑‒–—―−-\t\n"
_SKELETON = str.maketrans({**_SAME_LETTER, **dict.fromkeys(_PUNCTUATION, " ")})
_LETTER = "а-яa-zєѓ"
_GAP = rf"((?:[^{_LETTER}0-9]*[{_LETTER}0-9№]+){{0,4}}?)"
_CHOICE = re.compile(r"\{([^{}]*)\}")

Span = tuple[int, int]

NOTHING = HeadSieve(re.compile(r"(?!)"), frozenset())
"""Pattern of an empty list of phrases: matches nowhere."""


@lru_cache(maxsize=16_384)
def tidy(text: str) -> str:
    """Put a printed text into one line with repaired letters; quotes, case and dashes stay as printed.

    Args:
        text: a cell or phrase as printed.
    """
    return " ".join(repair_homoglyphs(clean_text(text)).split())


@lru_cache(maxsize=16_384)
def skeleton(text: str) -> str:
    """Reduce tidy text to a form of the same length in which Kazakh, Russian and look-alike spellings agree.

    Quotes, punctuation and hyphens become spaces, so that offsets found here hold in the text itself.

    Args:
        text: what `tidy` gave.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter whose small form is two signs: keep the offsets right
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(_SKELETON)


def compile_phrases(phrases: Iterable[str], *, at_start: bool = False, at_end: bool = False) -> HeadSieve:
    """Make one pattern, to be searched in a skeleton, out of phrases of a word list.

    In a phrase `*` after (before) letters stands for any ending (beginning), `{а,ы,}` for one of the
    endings (an empty one included), `…` for up to four words in between.

    Args:
        phrases: phrases as written in a pack.
        at_start: match only at the beginning of the text.
        at_end: match only at its end.
    """
    given = [phrase for phrase in phrases if phrase.strip()]
    parts = [_phrase_to_regex(phrase) for phrase in given]
    if not parts:
        return NOTHING
    parts.sort(key=len, reverse=True)
    body = "|".join(parts)
    before = rf"\A[^{_LETTER}0-9№]*" if at_start else rf"(?<![{_LETTER}])"
    after = rf"(?![{_LETTER}])" + (r"[^\w№]*\Z" if at_end else "")
    return HeadSieve(re.compile(f"{before}(?P<phrase>{body}){after}"), _heads(given))


def _heads(phrases: Iterable[str]) -> frozenset[str] | None:
    """List how the first words of phrases begin; None where one may begin with anything."""
    heads: set[str | None] = set()
    for phrase in phrases:
        word = _words_of(phrase)[0]
        if word.startswith("*"):
            return None
        pieces = _CHOICE.split(word)
        first = [pieces[0]] if pieces[0] or len(pieces) == 1 else pieces[1].split(",")
        heads |= {head_of(_fold_stem(stem)) for stem in first}
    return None if None in heads else frozenset(head for head in heads if head)


def _words_of(phrase: str) -> list[str]:
    return tidy(phrase).replace("-", " ").split()  # braces hold no spaces


def literal_spans(match: re.Match[str]) -> list[Span]:
    """List the spans a phrase itself covers, without the words its `…` let in between.

    Args:
        match: a match of a pattern made by `compile_phrases`.
    """
    spans = [match.span("phrase")]
    for gap_start, gap_end in match.regs[2:]:
        if gap_end > gap_start:
            spans = [
                piece for start, end in spans for piece in ((start, max(start, gap_start)), (min(end, gap_end), end))
            ]
    return [span for span in spans if span[0] < span[1]]


def _phrase_to_regex(phrase: str) -> str:
    words = []
    for word in _words_of(phrase):
        if word == "…":
            words.append(_GAP)
            continue
        pieces = []
        if word.startswith("*") and len(word) > 1:
            pieces.append(rf"[{_LETTER}]*")
            word = word[1:]
        for index, piece in enumerate(_CHOICE.split(word)):
            if index % 2:
                endings = sorted(piece.split(","), key=len, reverse=True)
                pieces.append("(?:" + "|".join(_stem_to_regex(ending) for ending in endings) + ")")
            else:
                pieces.append(_stem_to_regex(piece))
        words.append("".join(pieces))
    regex = ""
    for index, word in enumerate(words):
        if index and word != _GAP:
            regex += rf"[^{_LETTER}0-9№]+"
        regex += word
    return regex


def _stem_to_regex(stem: str) -> str:
    if stem.endswith("*"):
        return re.escape(_fold_stem(stem[:-1])) + rf"[{_LETTER}]*"
    return re.escape(_fold_stem(stem))


def _fold_stem(stem: str) -> str:
    return stem.lower().translate(_SKELETON).strip()
