"""Posts inside a commission: chair, deputy chair, secretary, member; and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from etl.normalise.alphabet import repair_homoglyphs, repair_old_kazakh_font

CHAIR, DEPUTY, SECRETARY, MEMBER, ADVISORY = "chair", "deputy_chair", "secretary", "member", "advisory"

_LEFT = r"(?<![\w-])"
_CHAIR_RU = r"(?:со)?пред(?:седат\w*|сед\.|с\.|\.|\b)"
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
        rf"|{_LEFT}(?:{_CHAIR_KK})\s+(?:бірінші\s+)?(?:орынбасар\w*|орынб\.?|orynbasar\w*)"
        rf"|{_LEFT}(?:заместител\w*|зам\.|орынбасар\w*|орынб\.|orynbasar\w*)",
    ),
    (CHAIR, rf"{_LEFT}(?:{_CHAIR_RU}|{_CHAIR_KK})"),
    (SECRETARY, rf"{_LEFT}(?:секретар\w*|секр\.|хатшы\w*|[xhk]{{1,2}}at(?:sh|ş|ch|s)[yıi]\w*)"),
    (
        MEMBER,
        rf"{_LEFT}член\w*(?:\s+комисси\w*)?(?:\s+с\s+правом\s+решающего\s+голоса|\s+с\s+прг)?"
        rf"|{_LEFT}(?:комисси\w*\s+)?мүше(?:сі|лері|лер|ге|лікке|сін|лерін|сінің)?(?!\w)|{_LEFT}муше(?:сі|си|лері|лери)?(?!\w)"
        rf"|{_LEFT}m[uúü](?:sh|ş)e(?:s[iı]|ler[iı])?(?!\w)|\bпрг\b",
    ),
)
_ALL = re.compile("|".join(f"(?P<{code}>{pattern})" for code, pattern in _PATTERNS), re.IGNORECASE)

_COMMISSION_WORD = re.compile(
    r"^(?:комисси|избират|участков|территориальн|окружн|районн|городск|областн|данной|указанной|этой|уик|тик|оик|ик\b"
    r"|с\s+прав|с\s+прг|сайлау|учаске|ауданд|қалал|облыст|аумақт|республик|центральн)",
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
_NAME_NEXT = re.compile(
    r"^(?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][а-яёәғқңөұүһіa-z-]+|[А-ЯЁӘҒҚҢӨҰҮҺІ]\.|[А-ЯЁӘҒҚҢӨҰҮҺІ-]{2,}\b(?=\s+[А-ЯЁӘҒҚҢӨҰҮҺІ]))"
)
_FILLER = re.compile(
    r"(?:избирательн\w*|участков\w*|территориальн\w*|окружн\w*|районн\w*|городск\w*|областн\w*|комисси\w*|сайлау|учаскелік|учаске\w*|аумақтық"
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
    phrase = text[start:end]
    before, after = text[:start], text[end:]
    if re.match(r"[-–](?=[а-яёәғқңөұүһі])", after):
        return True  # секретарь-референт, хатшы-референт
    bare_deputy = code == DEPUTY and not re.search(r"пред|төр|тор|t[oóö]r", phrase, re.IGNORECASE)
    if re.search(r"[әғқңөұүһі]|орынбасар|хатшы|төра", phrase.lower()):
        return _is_other_post_kazakh(before, phrase, bare_deputy)
    if _RUSSIAN_POST_BEFORE.search(before):
        return True
    following = after.lstrip(" \n")
    if following == after and re.match(r"\w", after):
        return False
    if not following or not re.match(r"\w|«|\"", following):
        return False
    if _COMMISSION_WORD.match(following) or re.match(
        r"(?:и|а|или|на|от|по|был\w*|явля\w*|избран\w*|назнач\w*|выдвин\w*|является|как)\b", following
    ):
        return False
    if _NAME_NEXT.match(following):
        return False
    return bool(re.match(r"[а-яёәғқңөұүһі«\"]|[А-ЯЁ]{2,}\b", following))


def _is_other_post_kazakh(before: str, phrase: str, bare_deputy: bool) -> bool:
    if _COMMISSION_GENITIVE.search(before):
        return False
    tail = re.split(r"[.;:\n(–]|\s-\s|,", before)[-1].rstrip()
    if not tail:
        return False
    if _KAZAKH_POST_WORD.search(tail):
        return True
    return bool(_KAZAKH_GENITIVE.search(tail))


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
    return next(find_roles(text, strict=strict, extra=extra), None)


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
    before = _FILLER.sub("", text[: first.start])
    return None if re.search(r"\w{2,}", before) else first.code
