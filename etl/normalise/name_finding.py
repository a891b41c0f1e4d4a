"""Names of people inside running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.normalise.alphabet import is_garbled, repair_homoglyphs, repair_old_kazakh_font
from etl.normalise.name_check import MOST_PARTS, is_stop_word, looks_like_person
from etl.normalise.name_context import hint_from_context
from etl.normalise.name_lists import infer_case, infer_order
from etl.normalise.name_order import given_likeness, surname_likeness
from etl.normalise.name_parsing import PersonName, parse_name
from etl.normalise.patronymics import read_patronymic

_LETTER = r"[^\W\d_]"
_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
_PART = re.compile(
    rf"(?<![\w@.])(?:(?P<initial>[{_UPPER}][а-яёәғқңөұүһіa-z]?\.)|(?P<word>[{_UPPER}](?:{_LETTER}|\u00ad)+(?:[-'’]{_LETTER}+)*)"
    rf"|(?P<small>(?:қызы|кызы|гызы|оглы|оғлы|ұлы|улы|уулу)(?:н[ыі]ң|нан|на|н)?(?!\w)))|(?<=\.)(?P<glued>[{_UPPER}]{_LETTER}+(?:-{_LETTER}+)*)"
    rf"|(?<=\.)(?P<second>[{_UPPER}]\.)"
)
_GAP = re.compile(r"[ \u00a0]*\n?[ \u00a0]*")
_COMMA_GAP = re.compile(r",[ \u00a0]?")
_NEXT_WORD = re.compile(rf"[ \u00a0]+([{_UPPER}]{_LETTER}+)")
_ENTRY_BEGINS = re.compile(r"(?:^|[;:–—-]|\bи|\bжәне|\d[.)])\s*$")
_ENTRY_ENDS = re.compile(r"\s*(?:[;.)(–—-]|$)")
_STREETS_AFTER = re.compile(r"[^.;:\n]{{0,200}}?\s(?:көшелер|даңғылдар|ауылдар|мектептер)")
_STREETS_BEFORE = re.compile(r"(?:улицы|переулки|проспекты|Границы|границах|Шекарасы|шекарасы)\s*:?[^.;\n]{0,250}$")
_QUOTED = re.compile(r"«[^«»\n]{1,120}»|“[^“”\n]{1,120}”|„[^„“”\n]{1,120}[“”]|\"[^\"\n]{1,120}\"")
_NAMED_AFTER_BEFORE = re.compile(
    r"(?:\bим\.?|\bимени|\bпамяти|\bул\.?|\bулиц\w*|\bпр\.?|\bпр-т\.?|\bпросп\w*\.?|\bпер\.?|\bпереул\w*|\bплощад\w*|\bмкр\.?|\bмикрорайон\w*|\bб-р|\bбульвар\w*"
    r"|\bсел[оаеу]|\bс\.|\bпос\w*\.?|\bаул\w*|\bгород\w*|\bг\.|\bрайон\w*|\bсовхоз\w*|\bколхоз\w*|\bразъезд\w*|\bстанци\w*|\bКХ|\bк/х|\bИП|\bТОО|\bЖК)[\s«\"]*$"
)
_NAMED_AFTER_AFTER = re.compile(
    r"^[»\"]?\s*(?:атындағы|атынд\.|ат\.|көшесі|көшеде|даңғылы|ауылы|ауылд|ауданы|ауданд|қаласы|облыс|шағын|кенті|алаңы|ауылдық|округі|мектебі|мектеб|орта\s+мектеп"
    r"|район|област|сельск|көш\.|батыр(?:а|\s+көше|\s+атын)?(?!\w)|би\s+көше|атын|гимназия|лицей|колледж|шаруа|жеке\s+кәсіп|қоры(?!\w))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A person's name inside a text."""

    start: int
    end: int
    name: PersonName


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    text: str
    initial: bool
    small: bool


def find_names(text: str, *, language: str | None = None, case: str | None = None) -> list[NameSpan]:
    """List the names of people in running text, Kazakh or Russian, in any case.

    Args:
        text: prose or a line; names inside quotes and names of streets, schools and places are left out.
        language: kk or ru when known.
        case: the case the sentence asks for, when known; else the words beside each name and the other names decide.
    """
    repaired = repair_homoglyphs(repair_old_kazakh_font(text))
    if len(repaired) != len(text):
        repaired = text
    quoted = [match.span() for match in _QUOTED.finditer(repaired)]
    places: list[tuple[int, int]] = []
    for run in _runs(repaired, quoted):
        for first, last in _segment(repaired, run):
            start, end = run[first].start, run[last - 1].end
            if not _is_named_after(repaired, start, end):
                places.append((start, end))
    prints = [text[start:end] for start, end in places]
    order = infer_order(prints) if len(prints) > 2 else None
    shared_case = infer_case(prints, language=language) if len(prints) > 2 else None
    found: list[NameSpan] = []
    for (start, end), printed in zip(places, prints, strict=True):
        near_case, gender = hint_from_context(repaired, start, end)
        name = parse_name(printed, language=language, case=case or near_case or shared_case, order=order, gender=gender)
        if name is not None and (name.surname or name.given_name):
            found.append(NameSpan(start, end, name))
    return found


def _is_named_after(text: str, start: int, end: int) -> bool:
    """Tell whether a street, school or place bears the name."""
    if _STREETS_AFTER.match(text[end : end + 220]) or _STREETS_BEFORE.search(text[max(0, start - 260) : start]):
        return True
    return bool(
        _NAMED_AFTER_BEFORE.search(text[max(0, start - 24) : start]) or _NAMED_AFTER_AFTER.match(text[end : end + 30])
    )


def _runs(text: str, quoted: list[tuple[int, int]]) -> Iterator[list[_Part]]:
    """Yield runs of capitalised words and initials with nothing but spaces between them."""
    run: list[_Part] = []
    for match in _PART.finditer(text):
        if any(start <= match.start() < end for start, end in quoted):
            continue
        kind = match.lastgroup or ""
        part = _Part(match.start(), match.end(), match.group(), kind in ("initial", "second"), kind == "small")
        stop = not part.initial and not part.small and (is_stop_word(part.text) or is_garbled(part.text))
        if run and (stop or not _joins(text, run, part)):
            yield run
            run = []
        if not stop and not (part.small and not run):
            run.append(part)
    if run:
        yield run


def _joins(text: str, run: list[_Part], part: _Part) -> bool:
    gap = text[run[-1].end : part.start]
    if _COMMA_GAP.fullmatch(gap):
        return len(run) == 1 and not run[0].initial and not part.initial and _is_after_surname(text, run[0], part)
    return bool(_GAP.fullmatch(gap))


def _is_after_surname(text: str, surname: _Part, part: _Part) -> bool:
    """«Қабдолова, Ұлжан Оспановна», «Гросса, Артура Карловича»: a comma after the surname only."""
    word, given = surname.text.lower(), part.text.lower()
    if surname_likeness(given) >= 0.5:
        return False
    following = _NEXT_WORD.match(text, part.end)
    if following is not None and read_patronymic(following.group(1).lower()) is not None:
        return given_likeness(word)[0] < 0.9 or surname_likeness(word) >= 0.8
    if given_likeness(given)[0] < 0.9:
        return False
    if surname_likeness(word) >= 0.8:
        return True
    # Without an ending that tells, the two words must stand alone between other signs: «…; Есимхан, Назым;».
    alone = following is None and _ENTRY_ENDS.match(text, part.end) and _ENTRY_BEGINS.search(text[: surname.start])
    return bool(alone) and given_likeness(word)[0] < 0.9


def _segment(text: str, run: list[_Part]) -> list[tuple[int, int]]:
    """Cut a run into names so that the sum of their scores is greatest."""
    count = len(run)
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
    for end in range(1, count + 1):
        options = [best[end - 1]]
        for start in range(max(0, end - MOST_PARTS), end - 1):
            if run[start].small:
                continue
            score = looks_like_person(text[run[start].start : run[end - 1].end])
            if "\n" in text[run[start].start : run[end - 1].end]:
                score -= 0.1
            if score >= 0.55:
                value, spans = best[start]
                options.append((value + score * (end - start) - 0.3, [*spans, (start, end)]))
        best.append(max(options, key=lambda option: option[0]))
    return best[count][1]
