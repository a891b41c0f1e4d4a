"""What the heading of a commission says besides its name: size, voters, settlement, building."""

from __future__ import annotations

import re

_DECLARED = re.compile(
    r"(?:в\s+(?:количестве|составе)\s+|всего[:\s–-]+|числ\w+\s+членов\D{0,20}|количеств\w+\s+(?:членов|состав)\D{0,40}?|"
    r"саны\D{0,12}|барлығы[:\s–-]+|\()\s*(?P<n>\d{1,2})\s*(?:чел\w*|член\w*|адам\w*|мүше\w*)?"
    r"|(?P<m>\b\d{1,2})\s*(?:человек\w*|чел\.|адам(?:нан|нан\s+тұратын)?\b|мүшеден)",
    re.I,
)
_VOTERS = re.compile(
    r"(?:избирател\w+|сайлаушы\w*)(?:\s+саны)?\s*[:–—-]?\s*(?P<n>\d[\d ]{0,6}\d|\d+)"
    r"|(?P<m>\d[\d ]{0,6}\d)\s+(?:избирател\w+|сайлаушы\w*)",
    re.I,
)
_WORDS = {
    "трёх": 3,
    "трех": 3,
    "пяти": 5,
    "семи": 7,
    "девяти": 9,
    "одиннадцати": 11,
    "пять": 5,
    "семь": 7,
    "девять": 9,
    "бес": 5,
    "жеті": 7,
    "тоғыз": 9,
}
_DECLARED_WORD = re.compile(r"\b(" + "|".join(_WORDS) + r")\s+(?:человек|членов|члена|адам\w*|мүшеден|мүше)", re.I)


def find_declared(text: str) -> int | None:
    """Return the announced number of members, where a line announces one."""
    for match in _DECLARED.finditer(text):
        number = int(match.group("n") or match.group("m"))
        printed = match.group().lower()
        if not 3 <= number <= 25:
            continue
        if match.group("n") and printed.startswith("(") and not re.search(r"чел|член|адам|мүше", printed):
            continue
        if (
            match.group("n")
            and re.search(r"(?:в\s+составе|саны)", printed)
            and not re.search(r"чел|член|адам|мүше", printed)
        ):
            continue
        return number
    word = _DECLARED_WORD.search(text)
    return _WORDS[word.group(1).lower()] if word else None


def find_voters(text: str) -> int | None:
    """Return the printed number of registered voters, where a line has one."""
    match = _VOTERS.search(text)
    if not match:
        return None
    number = int(re.sub(r"\D", "", match.group("n") or match.group("m")))
    return number if 1 <= number <= 20000 else None


_SETTLEMENT = re.compile(
    r"(?P<ru>(?:село|с\.|аул|посёлок|поселок|п\.|станция|город|г\.|разъезд)\s+[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)?)"
    r"|(?P<kk>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)?\s+(?:ауылы|кенті|қаласы|станциясы|бекеті))"
)


def find_settlement(text: str) -> str | None:
    """Return the settlement a commission heading names, as printed."""
    match = _SETTLEMENT.search(text)
    return match.group() if match else None


_VENUE = re.compile(
    r"школ|гимнази|лице[йя]|колледж|университет|дом\w?\s+культуры|клуб|библиотек|больниц|амбулатор|детск\w+\s+сад|ясли|здани|акимат|дворец|"
    r"мектеп|мектебі|гимназия|балабақша|мәдениет\s+үйі|кітапхана|аурухана|ғимарат|клубы|әкімдік|акт\s+залы",
    re.I,
)


_LABEL = re.compile(
    r"^(?:адрес\w*|мекен-?жайы?|местонахожд\w*|место\s+(?:нахождения|расположения)|месторасположени\w*|центр\w*|орталығы"
    r"|(?:комиссия\w*|учаске\w*|сайлау\s+учаскесі\w*)\s+(?:орналасқан\s+жері|мекен-?жайы|орталығы)|орналасқан\s+жері)"
    r"(?:\s+(?:участков\w+\s+)?(?:избирательн\w+\s+)?(?:комиссии|участка))?\s*[:–—-]\s*",
    re.I,
)
"""«Адрес комиссии: …»: what stands behind it is the venue."""
_NOT_VENUE = re.compile(r"[.;]?\s*(?:границ\w*|шекара\w*)\b|\.\s+(?=предс|төраға)", re.I)


def find_venue(text: str) -> str | None:
    """Return the building a commission heading names, as printed; it is an office, not a home."""
    text = _NOT_VENUE.split(_LABEL.sub("", text.strip(" ,.;:()–—-")))[0].strip(" ,.;:()–—-")
    return text if _VENUE.search(text) and len(text) < 160 else None
