"""From bytes to text: marks of byte order, declarations, and what the bytes themselves say."""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from etl.records import Issue

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE = ("windows-1251", "koi8-r", "cp866", "kz1048", "iso-8859-5")
_LATIN_NAMES = {"iso8859-1", "cp1252", "latin-1", "ascii"}
_SAMPLE = 60_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff]")
_CYRILLIC_WORD = re.compile(r"[^\W\d_]+")

# Share of each letter in ordinary Russian text, per thousand (order of size is all that matters here);
# Kazakh letters get a share too, so that KZ-1048 can win over windows-1251.
_SHARE = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (109, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17)
        + (17, 16, 16, 14, 12, 10, 9, 7, 6, 5, 4, 3, 3, 1, 1),
        strict=True,
    )
) | dict.fromkeys("әғқңөұүһі", 6)
_LOG_SHARE = {letter: math.log(share / 1000) for letter, share in _SHARE.items()}
# Pairs of letters that make up most of Russian and Kazakh text (by rank in general frequency lists; only membership
# counts). They tell text in capitals from the same bytes in another encoding, which single letters cannot.
_PAIRS = frozenset(
    """ст но то на ен ов ни ра во ко не по пр ер ро ос го ал та ре ан ол ор ле ка ел ет ли те де ль ес ат ом ло ны ва от
    ин ой ла ти ог да ие им ия ве ри ви ть ск ам ки нн ия ит тр ис ди од ак ар ма ас ту тв ав со до ми мо об ся ев
    ег ет се же за за из ич ки кт лл ме мы нт ну нс оз он оп оч ош па пе пл пу ру са сл см сс сь тн тс уд уж ук ул ум ун
    ур ус ут уч чл че чи ша шк эт юр ют яв ян яс ят зи ик ил би бе ба бо вн вы гу да дн др ду ед ей еж ек ем зб зд аз ай
    аб ад ай ағ аң ау ға ге гі ды ді дө ең ес жа же жә ид із ін ік іл ір қа қо қы құ лы лі мә мү нд ңі ңы ні
    өт өз ұл ұр үш ым ық ың ыс ыл ын ыр ші шы сі сы та ті ты тө ұл ұс әс ән ле ыз іғ""".split()  # noqa: SIM905
)
# Old Kazakh fonts put Kazakh letters on places of windows-1251 that KZ-1048 uses otherwise. Such text keeps letters of
# other alphabets and signs inside words when read as KZ-1048; it must stay windows-1251, which the repair expects.
_FONT_SIGN = re.compile(r"[ЂЃѓЉЊљњђЋћЏџЎўЈјЄєЅѕЇїҐґ]|(?<=[а-я])[‰†‡ˆ€•](?=[а-я])")
_PAIR_WORTH = 2.0
_FOREIGN = math.log(0.00005)
_UPPER = math.log(0.5)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a document with the encoding it was read in and doubts about it."""

    text: str
    encoding: str
    issues: tuple[Issue, ...] = ()


def decode_text(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of ``data``; line ends become newlines, control characters are taken out.

    Args:
        data: the bytes of a text document.
        declared: the encoding the document names, if any; believed only where the bytes allow it.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :], name, declared, ())
    wide = _guess_wide(data)
    if wide:
        return _finish(data, wide, declared, ())
    known = _known_name(declared)
    if _is_utf8(data):
        return _finish(data, "utf-8", known, _conflict(known, "utf-8", data))
    if _is_mostly_utf8(data):
        message = "Some bytes are not valid UTF-8; they stand as \ufffd in the text."
        return _finish(data, "utf-8", known, (Issue("encoding_damaged", message),))
    guessed = _guess_single_byte(data, known)
    return _finish(data, guessed, known, _conflict(known, guessed, data))


def _finish(data: bytes, name: str, declared: str | None, issues: tuple[Issue, ...]) -> Decoded:
    text = data.decode(name, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(_CONTROL.sub("", text), name, issues)


def _known_name(declared: str | None) -> str | None:
    """Return Python's name of a declared encoding, None for one that does not exist."""
    if not declared:
        return None
    try:
        return codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None


def _conflict(declared: str | None, used: str, data: bytes) -> tuple[Issue, ...]:
    """Return an issue where a declaration was not followed and this changes the text."""
    if declared is None or data.isascii():
        return ()
    if declared in _LATIN_NAMES or codecs.lookup(declared).name == codecs.lookup(used).name:
        return ()
    message = f"The document declares the encoding {declared} but its bytes read as {used}; {used} was used."
    return (Issue("encoding_conflict", message, "info"),)


def _guess_wide(data: bytes) -> str | None:
    """Return the UTF-16 variety of bytes without a mark: every other byte is 0 or 4 (the Cyrillic block)."""
    sample = data[:4000]
    if len(sample) < 4 or len(data) % 2:
        return None
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[offset::2]
        if sum(byte in (0, 4) for byte in high) > 0.9 * len(high) and (0 in sample or 4 in sample):
            return name
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether invalid bytes are rare beside valid sequences of several bytes (damage, not another encoding)."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    wide = sum(1 for character in text if ord(character) > 0x7F) - broken
    return wide > 20 * broken


def _guess_single_byte(data: bytes, declared: str | None) -> str:
    """Return the single-byte Cyrillic encoding in which the text looks most like Russian or Kazakh.

    A declared one wins unless another is clearly better.
    """
    high = bytes(byte for byte in data[:_SAMPLE] if byte > 0x7F)
    if not high:
        return "windows-1251"
    sample = data[:_SAMPLE]
    scores = {name: _plausibility(sample.decode(name, errors="replace")) for name in _SINGLE_BYTE}
    if declared and declared not in _LATIN_NAMES and declared not in ("utf-8", "utf-16", "utf-8-sig"):
        scores.setdefault(declared, _plausibility(sample.decode(declared, errors="replace")))
        names = {name for name in scores if codecs.lookup(name).name == declared}
        for name in names:
            scores[name] += 0.25
    if _FONT_SIGN.search(sample.decode("kz1048", errors="replace")):
        del scores["kz1048"]
    # The order of _SINGLE_BYTE settles ties: windows-1251 before its Kazakh sister KZ-1048.
    return max(scores, key=lambda name: scores[name])


def _plausibility(text: str) -> float:
    """Return the mean log likelihood of the characters outside ASCII, with a price for odd capitals."""
    counts = Counter(character for character in text if ord(character) > 0x7F)
    total = sum(counts.values())
    if not total:
        return _FOREIGN
    score = 0.0
    for character, count in counts.items():
        lower = character.lower()
        if lower in _LOG_SHARE:
            score += count * (_LOG_SHARE[lower] + (0.0 if character == lower else _UPPER))
        elif character in "«»–—№“”„…’‘•·©\u00a0\u00ad\u00b0\u00a7":
            score += count * math.log(0.01)
        else:
            score += count * _FOREIGN
    folded = text.lower()
    pairs = common = 0
    for first, second in pairwise(folded):
        if ord(first) > 0x7F and ord(second) > 0x7F and first.isalpha() and second.isalpha():
            pairs += 1
            common += first + second in _PAIRS
    odd = sum(1 for word in _CYRILLIC_WORD.findall(text) if word[:1].islower() and not word.islower())
    return (score + odd * _FOREIGN) / total + _PAIR_WORTH * common / max(pairs, 1)
