"""Finding the commissions a text names: level, number, name in the nominative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.sieve import Sieve, sieve
from etl.parse.headings import find_declared, find_settlement, find_venue, find_voters
from etl.records import CommissionRef

NUMBER = r"(?:№|n[o°º]?\.?|нөмірі|номер)\s*(?P<{0}>\d{{1,5}})(?!\s*[/\d]|[-–]\s*\d)"
"""A number with its sign; the group is named per alternative because one pattern holds several."""

_RU_COMMISSION = r"комисс?и\w*"
_KK_COMMISSION = r"комисс?ия\w*"

_PATTERNS: tuple[tuple[str, str], ...] = (
    # Russian precinct commissions and polling stations standing for them.
    (
        "PEC",
        r"участков\w+\s+(?:избирательн\w+\s+)?"
        + _RU_COMMISSION
        + r"(?:\s*,?\s*(?:по\s+)?(?:избирательн\w+\s+)?участк\w*)?\s*"
        + NUMBER,
    ),
    ("PEC", NUMBER + r"\s+участков\w+\s+(?:избирательн\w+\s+)?" + _RU_COMMISSION),
    ("PEC", r"избирательн\w+\s+" + _RU_COMMISSION + r"\s+(?:избирательн\w+\s+)?участк\w*\s*" + NUMBER),
    ("PEC", r"(?:избирательн\w+\s+|референдум\w*\s+)?участ(?:ок|ка|ке|ку|ком)\s*" + NUMBER),
    ("PEC", r"\bу\.?и\.?к\.?\s*(?:" + NUMBER + r"|[-–—]?\s*(?P<{0}b>\d{{1,5}})\b)"),
    ("PEC", r"\b(?P<{0}>\d{{1,5}})\s*-\s*(?:й|го|му|м)\s+(?:избирательн\w+\s+)?участ\w+"),
    # Kazakh precinct commissions.
    (
        "PEC",
        NUMBER
        + r"(?:\s*-?\s*(?:ші|шы))?\s+(?:учаскелік|сайлау\s+учаскелік)\s+(?:сайлау\s+|референдум\s+)?"
        + _KK_COMMISSION,
    ),
    (
        "PEC",
        NUMBER
        + r"(?:\s*-?\s*(?:ші|шы))?\s+(?:сайлау|референдум)\s+учаск\w+(?:\s+учаскелік)?(?:\s+(?:сайлау\s+)?"
        + _KK_COMMISSION
        + ")?",
    ),
    ("PEC", r"учаскелік\s+(?:сайлау\s+|референдум\s+)?" + _KK_COMMISSION + r"\s*" + NUMBER),
    ("PEC", r"(?:сайлау\s+)?учаскес\w*\s*" + NUMBER),
    (
        "PEC",
        r"\b(?P<{0}>\d{{1,5}})\s*-?\s*(?:ші|шы)?\s+(?:сайлау\s+учаскесі\w*|учаскелік\s+(?:сайлау\s+)?"
        + _KK_COMMISSION
        + ")",
    ),
    ("PEC", r"(?:\b(?P<{0}>\d{{1,5}})\s+уск|\bуск\s*(?:" + NUMBER.replace("{0}", "{0}b") + r"|(?P<{0}c>\d{{1,5}})\b))"),
    ("PEC", NUMBER + r"\s+уск\b"),
    # Latin spelling of 2018-2021.
    ("PEC", NUMBER + r"\s+[yýu]chaskel[iı]k\s+(?:sa[iıy]la[uý]\s+)?kom\w+"),
    ("PEC", NUMBER + r"\s+sa[iıy]la[uý]\s+[yýu]chaskes\w+"),
    # Commissions of electoral districts.
    (
        "DEC",
        r"окружн\w+\s+(?:избирательн\w+\s+)?"
        + _RU_COMMISSION
        + r"(?:\s*,?\s*(?:по\s+)?(?:(?:одномандатн|территориальн)\w+\s+)?(?:избирательн\w+\s+)?округ\w*)?\s*"
        + NUMBER,
    ),
    ("DEC", _RU_COMMISSION + r"\s+(?:избирательн\w+\s+)?округ\w*\s*" + NUMBER),
    ("DEC", NUMBER + r"\s+окружн\w+\s+(?:избирательн\w+\s+)?" + _RU_COMMISSION),
    ("DEC", r"(?:избирательн\w+\s+)?округ(?:а|у|е|ом)?\s*" + NUMBER),
    ("DEC", r"\bоик\s*" + NUMBER),
    (
        "DEC",
        NUMBER
        + r"\s+(?:(?:бір\s+мандатты\s+)?(?:аумақтық\s+)?сайлау\s+округ\w+\s+)?округтік\s+(?:сайлау\s+)?"
        + _KK_COMMISSION,
    ),
    (
        "DEC",
        NUMBER
        + r"\s+(?:бір\s+мандатты\s+)?(?:аумақтық\s+)?сайлау\s+округ\w+(?:\s+(?:сайлау\s+)?"
        + _KK_COMMISSION
        + ")?",
    ),
    ("DEC", r"округтік\s+(?:сайлау\s+)?" + _KK_COMMISSION + r"\s*" + NUMBER),
    # Territorial commissions, with a number abroad.
    ("TEC", r"территориальн\w+\s+(?:избирательн\w+\s+)?" + _RU_COMMISSION + r"\s*" + NUMBER),
    ("TEC", r"\bтик\s*" + NUMBER),
)
# Territorial commissions without a number: the words before the commission are part of the name.
_TEC_RU = sieve(
    r"(?P<name>(?:[\w-]+(?:ск|цк|инск)\w+\s+)?(?:(?:област|район|город|межрайон)н?\w*\s+)?"
    r"(?:территориальн\w+\s+)?(?:избирательн\w+\s+)"
    + _RU_COMMISSION
    + r"(?:\s+(?:[\w-]+(?:ск|цк)\w+\s+)?(?:район|област|город)\w*(?:\s+(?-i:[А-ЯӘҒҚҢӨҰҮІ])[\w-]+)?)?)",
)
_TEC_KK = sieve(
    r"(?P<name>(?:(?-i:[А-ЯӘҒҚҢӨҰҮҺІЁ])[\w-]+(?:\s+(?!комисс|сайлау)(?-i:[А-ЯӘҒҚҢӨҰҮҺІЁ])[\w-]+)?\s+)?"
    r"(?:аудандық|қалалық|облыстық|аудан|ауданының|қаласының|облысының)\s+(?:аумақтық\s+)?сайлау\s+"
    + _KK_COMMISSION
    + ")",
)
_TEC_SHORT = sieve(
    r"\b(?P<name>(?:[\w-]+(?:ск|цк)\w+\s+)?(?:рай|гор|обл)?тик)\b|\b(?P<kk>(?:\w+\s+)?(?:аудандық|қалалық|облыстық)\s+аск)\b",
)


def _compile() -> list[tuple[str, Sieve]]:
    compiled: list[tuple[str, Sieve]] = []
    for place, (level, pattern) in enumerate(_PATTERNS):
        compiled.append((level, sieve(pattern.replace("{{", "{").replace("}}", "}").replace("{0}", f"n{place}"))))
    return compiled


_COMPILED = _compile()
_DIGIT = re.compile(r"\d")
_HINT = re.compile(r"комис|участ|учаск|окру|\b[утоа]\.?[исқ]\.?к\b|\w*тик\b|kom|chask", re.I)


@dataclass(frozen=True, slots=True)
class CommissionMention:
    """One commission named in a text: where, and what it is."""

    level: str
    number: int | None
    name: str
    start: int
    end: int
    printed: str


def nominative_tec(name: str) -> str:
    """Return the nominative of a territorial commission's name in Russian or Kazakh."""
    words = []
    for word in name.split():
        low = word.lower()
        if re.match(r"комисс", low):
            is_kazakh = any(c in name.lower() for c in "әғқңөұүһі") or "сайлау" in name.lower()
            word = _like(word, "комиссиясы" if is_kazakh else "комиссия")
        elif re.search(r"(?:ск|цк|н)(?:ую|ой|ою|ая)$", low):
            word = word[: -len(re.search(r"(?:ую|ой|ою|ая)$", low).group())] + _like(word[-2:], "ая")  # type: ignore[union-attr]
        words.append(word)
    return " ".join(words)


def _like(model: str, word: str) -> str:
    """Return ``word`` in capitals where ``model`` is."""
    return word.upper() if model.isupper() and len(model) > 1 else word


def commission_name(level: str, number: int | None, language: str, printed: str = "") -> str:
    """Return the nominative name of a commission in the language of its line."""
    if level == "TEC":
        return nominative_tec(printed).strip() + (f" № {number}" if number is not None and "№" not in printed else "")
    if language == "kk":
        return f"№ {number} {'учаскелік' if level == 'PEC' else 'округтік'} сайлау комиссиясы"
    return f"{'участковая' if level == 'PEC' else 'окружная'} избирательная комиссия № {number}"


def find_commissions(text: str, language: str = "ru") -> list[CommissionMention]:
    """Return the commissions named in a repaired line, in order, longest mention first where they overlap.

    Args:
        text: one line, look-alikes repaired.
        language: kk or ru, for the wording of the name.
    """
    return list(_find_commissions(text, language))


@lru_cache(maxsize=20_000)
def _find_commissions(text: str, language: str) -> tuple[CommissionMention, ...]:
    if not _HINT.search(text):
        return ()
    found: list[CommissionMention] = []
    for level, pattern in _COMPILED if _DIGIT.search(text) else ():
        for match in pattern.finditer(text):
            number = next((int(v) for v in match.groupdict().values() if v), None)
            if number is None:
                continue
            name = commission_name(level, number, _language_of(match.group(), language), _without_number(match.group()))
            found.append(CommissionMention(level, number, name, match.start(), match.end(), match.group()))
    for pattern, is_kazakh in ((_TEC_RU, False), (_TEC_KK, True), (_TEC_SHORT, False)):
        for match in pattern.finditer(text):
            printed = match.group().strip()
            if _is_precinct_word(printed) or not _is_territorial(printed):
                continue
            name = nominative_tec(printed)
            if is_kazakh and re.match(r"(?:мүше|төраға|хатшы)", name.lower()):
                continue
            found.append(CommissionMention("TEC", None, name, match.start(), match.end(), printed))
    found.sort(key=lambda m: (-(m.end - m.start), m.start))
    kept: list[CommissionMention] = []
    for mention in found:
        if all(mention.end <= other.start or mention.start >= other.end for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.start))


def _language_of(printed: str, language: str) -> str:
    """A mention says by its own words which language it is in; a bare number follows its document."""
    low = printed.lower()
    if re.search(r"сайлау|учаскел|учаскес|округтік|\bуск\b|комиссия(?:сы|лар)", low):
        return "kk"
    return "ru" if re.search(r"избират|участк|участок|окруж|округ|\bуик\b|территориальн", low) else language


def _without_number(printed: str) -> str:
    return re.sub(r"\s*(?:№|N[o°º]?\.?)\s*\d+\s*", " ", printed, flags=re.I).strip()


def _is_precinct_word(printed: str) -> bool:
    return bool(re.search(r"участков|окружн|учаскел|округт", printed.lower()))


def _is_territorial(printed: str) -> bool:
    low = printed.lower()
    return bool(
        re.search(r"территориальн|районн|городск|областн|аудан|қала|облыс|тик\b|аск\b|межрайон", low)
    ) and not re.search(r"центральн|орталық", low)


_BY_NUMBER = re.compile(r"\bкомисси(?:и|ю|я|ей)\s*(?:№|N)\s*(\d{1,5})\b|(?:№|N)\s*(\d{1,5})\s+комиссия\w*", re.I)


def find_bare_commission(text: str, level: str, language: str = "ru") -> list[CommissionMention]:
    """Return the first «комиссии № 520» of a sentence: an act that named the level above calls it by number alone.

    Args:
        text: one sentence, look-alikes repaired.
        level: of the commission named before.
        language: kk or ru, for the wording of the name.
    """
    match = _BY_NUMBER.search(text)
    if match is None:
        return []
    number = int(match.group(1) or match.group(2))
    name = commission_name(level, number, language)
    return [CommissionMention(level, number, name, match.start(), match.end(), match.group())]


def refer(mention: CommissionMention, rest: str = "", *, level: str | None = None) -> CommissionRef:
    """Build the record of a commission from its mention and the rest of its heading."""
    return CommissionRef(
        level=level or mention.level,
        number=mention.number,
        name=mention.name,
        settlement=find_settlement(rest),
        venue=find_venue(rest),
        declared=find_declared(rest),
        voters=find_voters(rest),
    )


_PLURAL = re.compile(
    r"(?P<level>участков|окружн)\w+\s+(?:избирательн\w+\s+)?комисси(?:[йи]|ях|ям|ями)\b"
    r"|(?P<kk>учаскелік|округтік)\s+(?:сайлау\s+)?комиссиялар",
    re.I,
)
_BARE = re.compile(r"(?:№|N)\s*(?P<number>\d{1,5})\s*(?::|[–—-]\s)")


def plural_level(text: str) -> str | None:
    """Return the level of the commissions a heading names together («участковых избирательных комиссий»)."""
    match = _PLURAL.search(text)
    return None if match is None else "PEC" if (match["level"] or match["kk"]).lower().startswith("уч") else "DEC"


def bare_heading(text: str, level: str | None, language: str) -> CommissionMention | None:
    """Read «№ 140: …» as a commission where a heading above told which commissions are numbered.

    Args:
        text: the line.
        level: of the commissions named together above, None where none were.
        language: kk or ru, for the wording of the name.
    """
    match = _BARE.match(text) if level is not None and text[:1] in "№N" else None
    if match is None or level is None:
        return None
    number = int(match["number"])
    name = commission_name(level, number, language)
    return CommissionMention(level, number, name, 0, match.end("number"), match.group().rstrip(" :–—-"))
