"""Days printed in words («екі мың жиырма төртінші жылғы он жетінші қаңтар») put into figures."""

from __future__ import annotations

import re

_ONES_KK = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS_KK = ("он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_ORDINALS_KK = {
    "бірінші": 1,
    "екінші": 2,
    "үшінші": 3,
    "төртінші": 4,
    "бесінші": 5,
    "алтыншы": 6,
    "жетінші": 7,
    "сегізінші": 8,
    "тоғызыншы": 9,
    "оныншы": 10,
    "жиырмасыншы": 20,
    "отызыншы": 30,
    "қырқыншы": 40,
    "елуінші": 50,
    "алпысыншы": 60,
    "жетпісінші": 70,
    "сексенінші": 80,
    "тоқсаныншы": 90,
}
_STEMS_RU = {
    "перв": 1, "втор": 2, "треть": 3, "четверт": 4, "пят": 5, "шест": 6, "седьм": 7, "восьм": 8, "девят": 9,
    "десят": 10, "одиннадцат": 11, "двенадцат": 12, "тринадцат": 13, "четырнадцат": 14, "пятнадцат": 15,
    "шестнадцат": 16, "семнадцат": 17, "восемнадцат": 18, "девятнадцат": 19, "двадцат": 20, "тридцат": 30,
    "сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70, "восьмидесят": 80, "девяност": 90,
    "двухтысячн": 2000,
}  # fmt: skip
_PLAIN_RU = {
    "две": 2, "тысяча": 1000, "тысячи": 1000, "девятьсот": 900, "двадцать": 20, "тридцать": 30, "восемьдесят": 80,
    "девяносто": 90,
}  # fmt: skip
_VALUES: dict[str, int] = {
    **{word: place for place, word in enumerate(_ONES_KK, 1)},
    **{word: place * 10 for place, word in enumerate(_TENS_KK, 1)},
    **_ORDINALS_KK,
    "жүз": 100,
    "мың": 1000,
    **_PLAIN_RU,
    **{stem + ending: value for stem, value in _STEMS_RU.items() for ending in ("ого", "его", "ое", "е", "ым", "ый")},
}
_RUN = re.compile(r"(?<!\w)(?:(?:" + "|".join(sorted(_VALUES, key=len, reverse=True)) + r")(?!\w)\s*)+", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)",
    re.IGNORECASE,
)
_HINT = re.compile(r"\bмың\b|тысяч", re.IGNORECASE)


def put_into_figures(text: str) -> str:
    """Return a line with days and years in words put into figures; other lines unchanged.

    Args:
        text: a line in Kazakh or Russian.
    """
    if not _HINT.search(text):
        return text
    flat = text.replace("ё", "е")
    return _RUN.sub(lambda match: _figure(match, flat), flat)


def _figure(match: re.Match[str], text: str) -> str:
    value = _value(match.group().lower().split())
    tail = " " if match.group()[-1:].isspace() else ""
    if value >= 1900 or (1 <= value <= 31 and _MONTH.match(text, match.end())):
        return f"{value}{tail}"
    return match.group()


def _value(words: list[str]) -> int:
    total = part = 0
    for word in words:
        number = _VALUES[word]
        if number in (100, 1000):
            total, part = total + max(part, 1) * number, 0
        else:
            part += number
    return total + part
