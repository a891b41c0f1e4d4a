"""What the words beside a name tell about its case and its bearer's gender."""

from __future__ import annotations

import re

_PARTICIPLE = (
    r"(?:выдвинут|предложенн|рекомендованн|избранн|назначенн|представленн|делегированн|освобожд[её]нн|выведенн|работающ|проживающ|являющ|состоящ"
    r"|родивш|выбывш|сложивш|уволивш|умерш|уехавш|сменивш|перешедш|именуем)"
)
_ENDINGS = (
    (re.compile(r"(?:ого|его)(?:ся)?$"), "accusative", "m"),
    (re.compile(r"(?:ую|юю)(?:ся)?$"), "accusative", "f"),
    (re.compile(r"(?:ому|ему)(?:ся)?$"), "dative", "m"),
    (re.compile(r"(?:ым|им)(?:ся)?$"), "instrumental", "m"),
    (re.compile(r"(?:ый|ий)(?:ся)?$"), "nominative", "m"),
    (re.compile(r"(?:ая|яя)(?:ся)?$"), "nominative", "f"),
    (re.compile(r"(?:ой|ей)(?:ся)?$"), None, "f"),
)
_AFTER = re.compile(
    rf"\s*(?:\([^()]{{0,60}}\))?\s*[,–-]?\s*(?:ранее\s+|также\s+)?({_PARTICIPLE}(?:[оыеи][йгмюея]\w?\w?|ую|ая|ый)(?:ся)?)(?!\w)"
)
_BEFORE = re.compile(
    rf"(?<!\w)((?:{_PARTICIPLE})(?:ого|его|ую|юю|ому|ему|ым|им|ый|ий|ая|яя|ой|ей)(?:ся)?)\s+$", re.IGNORECASE
)
_GENITIVE_BEFORE = re.compile(
    r"(?<!\w)(?:вместо|взамен|полномочи[яй]|заявлени[ея]|кандидатур[ыау]|фамили[июя])\s+$", re.IGNORECASE
)
_ACCUSATIVE_BEFORE = re.compile(
    r"(?<!\w)(?:избрать|назначить|освободить|вывести|исключить|включить|утвердить|ввести|избра[лв]|назначил\w*|освобожда\w+)\s+"
    r"(?:[а-яё]+(?:ем|ом|ой|ём)\s+(?:комиссии\s+)?|членов\s+комиссии\s+|в\s+состав\s+комиссии\s+|из\s+состава\s+комиссии\s+)?$"
    r"|(?<!\w)(?:члена|(?<!заместитель )(?<!зам\. )(?<!зам\.)(?<!зам )председателя|секретаря)"
    r"(?:\s+(?:участковой\s+|избирательной\s+)*комиссии)?\s+$",
    re.IGNORECASE,
)


def hint_from_context(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Read case and gender off the words directly before and behind a name: «выдвинутого», «вместо», «избрать».

    Args:
        text: the sentence.
        start: where the name begins.
        end: where it ends.
    """
    for match in (_AFTER.match(text, end), _BEFORE.search(text[max(0, start - 40) : start])):
        if match is None:
            continue
        for ending, case, gender in _ENDINGS:
            if ending.search(match.group(1).lower()):
                return case, gender
    before = text[max(0, start - 70) : start]
    if _GENITIVE_BEFORE.search(before):
        return "genitive", None
    return ("accusative", None) if _ACCUSATIVE_BEFORE.search(before) else (None, None)
