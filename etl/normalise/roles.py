"""Posts inside a commission: chair, deputy chair, secretary, member; and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.alphabet import repair_homoglyphs, repair_old_kazakh_font
from etl.normalise.dictionary import is_common_word
from etl.normalise.name_order import given_likeness, surname_likeness
from etl.normalise.sieve import sieve

CHAIR, DEPUTY, SECRETARY, MEMBER, ADVISORY = "chair", "deputy_chair", "secretary", "member", "advisory"

_LEFT = r"(?<![\w-])"
_CHAIR_RU = r"пред(?:седат(?!ельств)\w*|сед\b\.?|с\b\.?|\b\.?)"
_CHAIR_KK = r"(?:төраға|төраға|тораға|торага|төрага|төрайым|торайым)\w*|төр\.|t[oóö]ra[gǵğ]a\w*|t[oóö]ra[iıyj]ym\w*"
_PATTERNS = (
    (
        ADVISORY,
        r"(?:представител\w*\s+|член\w*\s+комисси\w*\s+|член\w*\s+)?с\s+правом\s+совещательного\s+голоса|\bпсг\b"
        r"|кеңес(?:ші|шi)?\s+дауыс\w*(?:\s+құқығы\w*)?(?:\s+бар)?(?:\s+\w*мүше\w*|\s+өкіл\w*)?",
    ),
    (
        DEPUTY,
        rf"{_LEFT}(?:первый\s+|первого\s+)?(?:заместител\w*|замест\.|зам\.?|вице)[\s-]*(?:{_CHAIR_RU})|{_LEFT}зампред\w*\.?"
        rf"|{_LEFT}(?:{_CHAIR_KK})\s*(?:бірінші\s+)?(?:орынбасар\w*|орынб\.?|orynbasar\w*)"
        rf"|{_LEFT}(?:заместител\w*|зам\b\.?|орынбасар\w*|орынб\.|orynbasar\w*)"
        rf"|{_LEFT}замеща(?:ет|ющ\w+)\s+председател\w*|{_LEFT}(?:zam(?:est\w*)?\b\.?(?:\s*pred\w*\.?)?|deputy(?:\s+chair\w*)?|vice[\s-]chair\w*)",
    ),
    (CHAIR, rf"{_LEFT}(?:{_CHAIR_RU}|{_CHAIR_KK}|возглавля(?:ет|ющ\w+)|predsed\w*\.?|chair(?:man|woman|person)?\b)"),
    (
        SECRETARY,
        rf"{_LEFT}(?:секретар\w*|секр\b\.?|сек\.|sekretar\w*|sekr\b\.?|secretary\b|хатшы\w*|[xhk]{{1,2}}at(?:sh|ş|ch|s)[yıi]\w*)",
    ),
    (
        MEMBER,
        rf"{_LEFT}член\w*(?:\s+комисси\w*)?(?:\s+с\s+правом\s+решающего\s+голоса|\s+с\s+прг)?"
        rf"|{_LEFT}(?:комисси\w*\s+)?мүше(?:сі|лері|лер|ге|лікке|сін|лерін|сінің)?(?!\w)|{_LEFT}муше(?:сі|си|лері|лери)?(?!\w)"
        rf"|{_LEFT}m[uúü](?:sh|ş)e(?:s[iı]|ler[iı])?(?!\w)|\bпрг\b|{_LEFT}чл\b\.?(?:\s*ком(?:исси\w*|\b\.?))?"
        rf"|{_LEFT}chlen\w*|{_LEFT}members?\b",
    ),
)
_ALL = sieve(*(f"(?P<{code}>{pattern})" for code, pattern in _PATTERNS))

_COMMISSION_NEXT = re.compile(
    r"\s*(?:(?:районн|городск|областн|окружн|данн|указанн|эт|настоящ)\w*\s+)*(?:комисси|избират|избирком|участков|территориальн|[утои]ик\b|ик\b"
    r"|с\s+прав|с\s+прг|сайлау|учаске|аумақтық|окружн\w+\s*(?:$|[-–—,№]))",
    re.IGNORECASE,
)
_COMMISSION_GENITIVE = re.compile(
    r"(?:комисси\w*|учаске\w*|к-?сы\w*|уск|асқ|осқ|аск|оск|komısıa\w*|komissia\w*|ýchaske\w*)\W*$", re.IGNORECASE
)
_KAZAKH_GENITIVE = re.compile(r"\w(?:ның|нің|дың|дің|тың|тің)\W*$", re.IGNORECASE)
_KAZAKH_POST_WORD = re.compile(
    r"(?:сот|отырыс\w*|мәслихат\w*|сессия\w*|сессияның|округ\w*|мектеп\w*|әкім\w*|ауыл\w*|бас|жауапты|техникалық|кеңес\w*|партия\w*|бірлестік\w*"
    r"|қоғам\w*|одақ\w*|одағы|бірлестігі|басқарма\w*|директор\w*|бастық\w*|басшы\w*|меңгеруші\w*|жетекші\w*|кәсіподақ\w*|кооператив\w*|палата\w*|ұйым\w*"
    r"|қор|қоры|клуб\w*|отбасы\w*|ардагерлер\w*|алқа\w*|ксқ|мик|ббб|пик|мектеп-\w+)\W*$",
    re.IGNORECASE,
)
_RUSSIAN_POST_BEFORE = re.compile(
    r"(?:техническ\w+|ответственн\w+|уч[её]н\w+|главн\w+|пресс|бывш\w+|судебн\w+|первый|неосвобожд[её]нн\w+)[\s-]*$",
    re.IGNORECASE,
)
_NEXT_WORDS = re.compile(r"\s*(?:[^\W\d_][\w-]*\.?|[«\"])(?:\s+[^\W\d_][\w-]*){0,2}")
_JOINING_WORD = re.compile(
    r"(?:и|а|или|на|от|по|с|не|как|ей|ему|был\w*|явля\w*|избр\w*|избира\w*|утверд\w*|назнач\w*|выдвин\w*|освобо\w*|тов|предлож\w*)(?!\w)"
)
_COMPOUND_POST = re.compile(
    r"\s?[-–/]\s?(?:машинист|референт|делопроизвод|касс|лаборант|бухгалтер|оператор|архивар)|[-–/](?=[а-яёәғқңөұүһі])",
    re.IGNORECASE,
)
_KAZAKH_COMMISSION_WORD = re.compile(
    r"(?:сайлау|комисси\w*|учаске\w*|жаңа|және|мен|бен|пен|оның|бірінші|болып|ретінде|лауазымы\w*|міндетін)$",
    re.IGNORECASE,
)
_KAZAKH_POSSESSIVE = re.compile(r"(?:сы|сі|ары|ымы)\w{0,4}$", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:рядов\w+|её\b|ее\b|его\b|оның|вед[её]т|делопроизводство|избирательн\w*|участков\w*|территориальн\w*|окружн\w*|районн\w*|городск\w*|областн\w*|комисси\w*|сайлау|учаскелік|учаске\w*|аумақтық"
    r"|аудандық|қалалық|облыстық|округтік|уик|тик|оик|уск|с|прг|правом|решающего|голоса|шешуші|дауыс\w*|құқығы\w*|бар|обязанности|и\.о\.|ио|міндетін|атқарушы"
    r"|№|n|\d+|лары|в|составе|құрамында)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A post found in a text: its code and where it stands."""

    code: str
    start: int
    end: int


def _repaired(text: str) -> str:
    """Repair letters without moving positions."""
    repaired = repair_homoglyphs(repair_old_kazakh_font(text))
    return repaired if len(repaired) == len(text) else text


def _is_other_post(text: str, code: str, start: int, end: int) -> bool:
    """Tell by the words around whether a phrase names a post at work or in another body."""
    phrase, before, after = text[start:end], text[:start], text[end:]
    if _COMPOUND_POST.match(after):
        return True  # секретарь-референт, хатшы-референт
    if re.search(r"[әғқңөұүһі]|орынбасар|хатшы|төра", phrase.lower()):
        return _is_other_post_kazakh(before, phrase)
    if _RUSSIAN_POST_BEFORE.search(before) or (code == MEMBER and phrase.lower().startswith("членов")):
        return True
    following = _NEXT_WORDS.match(after)
    if following is None or _COMMISSION_NEXT.match(after) or _JOINING_WORD.match(following.group().strip()):
        return False
    return not _begins_name(following.group().split())


def _begins_name(words: list[str]) -> bool:
    """Tell whether the words after a post begin a person's name."""
    if words[0][0].islower() or words[0][0] in '«"':
        return False
    if words[0].endswith("."):
        return True
    for word in words:
        lower = word.lower()
        if word[0].isupper() and (surname_likeness(lower) >= 0.5 or given_likeness(lower)[0] >= 0.8):
            return True
    return not (words[0].isupper() and len(words[0]) < 5) and not is_common_word(words[0].lower())


def _is_other_post_kazakh(before: str, phrase: str) -> bool:
    if _COMMISSION_GENITIVE.search(before):
        return False
    tail = re.split(r"[.;:\n(–]|\s-\s|,", before)[-1].rstrip()
    if not tail or _KAZAKH_COMMISSION_WORD.search(tail):
        return False
    if _KAZAKH_POST_WORD.search(tail) or _KAZAKH_GENITIVE.search(tail):
        return True
    last = tail.split()[-1]
    return bool(_KAZAKH_POSSESSIVE.search(phrase)) and last[0].islower() and last.isalpha()


def find_roles(
    text: str, *, strict: bool = True, extra: Mapping[str, Iterable[str]] | None = None
) -> Iterator[RoleMatch]:
    """Yield the posts of a commission in a text, in order.

    Args:
        text: running text or a cell, Kazakh (Cyrillic or Latin) or Russian, any case.
        strict: leave out phrases whose neighbours show a post elsewhere («секретарь суда», «председатель ОО»).
        extra: further phrases by code, as a reference pack gives them; they come first.
    """
    repaired = _repaired(text)
    taken: list[tuple[int, int]] = []
    found: list[RoleMatch] = []
    for code, phrases in (extra or {}).items():
        for phrase in sorted(phrases, key=len, reverse=True):
            for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", repaired, re.IGNORECASE):
                if not any(start < match.end() and match.start() < end for start, end in taken):
                    taken.append(match.span())
                    found.append(RoleMatch(code, *match.span()))
    for match in _ALL.finditer(repaired):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        code = str(match.lastgroup)
        if strict and _is_other_post(repaired, code, *match.span()):
            continue
        found.append(RoleMatch(code, *match.span()))
    yield from sorted(found, key=lambda role: role.start)


def find_role(text: str, *, strict: bool = True, extra: Mapping[str, Iterable[str]] | None = None) -> RoleMatch | None:
    """Find the first post of a commission in a text, or None.

    Args:
        text: running text or a cell.
        strict: see find_roles.
        extra: see find_roles.
    """
    return _first_role(text, strict) if not extra else next(find_roles(text, strict=strict, extra=extra), None)


@lru_cache(maxsize=32_768)
def _first_role(text: str, strict: bool) -> RoleMatch | None:
    return next(find_roles(text, strict=strict), None)


def parse_role(cell: str, *, extra: Mapping[str, Iterable[str]] | None = None) -> str | None:
    """Read a cell, heading or bracket that should hold a post only; None when it names no commission post.

    Args:
        cell: the printed post; further words are allowed behind it, not before it.
        extra: further phrases by code.
    """
    text = _repaired(cell.strip(" \n\t.,;:–—-()[]"))
    first = find_role(text, strict=True, extra=extra)
    if first is None:
        return None
    before = text[: first.start]
    if _COMMISSION_GENITIVE.search(before):
        return first.code  # «Мәртөк аудандық сайлау комиссиясының төрағасы»
    before = _FILLER.sub("", before)
    return None if re.search(r"\w{2,}", before) else first.code
