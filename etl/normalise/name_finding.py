"""Names of people inside running text, and the question whether a string is just a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.normalise.alphabet import is_garbled, repair_homoglyphs, repair_old_kazakh_font
from etl.normalise.dictionary import is_common_word
from etl.normalise.given_names import is_korean_syllable, is_listed_surname
from etl.normalise.name_order import given_likeness, is_patronymic, surname_likeness
from etl.normalise.name_parsing import PersonName, parse_name
from etl.normalise.name_tokens import NameToken, NameTokens, cut_name
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
_STOP = re.compile(
    r"^(?:зам(?:\.|$)|комисси|избират|участ|председ|заместит|секретар|член|партия|партии|филиал|общест|объедин|союз|совет|район|област|город|сельск|маслихат|решени|постановл"
    r"|школ|гимназ|лице[йяею]|колледж|детск|больниц|поликлин|библиот|дом|центр|отдел|управл|акимат|аким|директор|учител|воспитат|пенсион|безработн|домохоз|вакан|вакант"
    r"|бос|орын|сайлау|учаске|мәслихат|төраға|төрайым|орынбасар|хатшы|мүше|комиссия|аудан|облыс|қала|ауыл|мектеп|мектеб|мұғалім|балабақша|бөбек|зейнет|жұмыссыз|шешім"
    r"|қосымша|приложен|утвержд|бекіт|кандидат|выдвин|ұсын|избра|освобод|назнач|сессия|кворум|протокол|хаттама|собрани|жиналыс|избирател|сайлаушы|место|жұмыс|работ|прожив"
    r"|amanat|аманат|ақ$|ак$|жол$|ауыл$|республик|respublica|байтақ|бірлік|бирлик|адал|народн|халық|коммунис|демократ|социал|патриот|қазақстан|казахстан|астан|алмат"
    r"|территориальн|аумақтық|окружн|округ|участков|учаскелік|копия|верна|согласно|подпис|қолы|печат|мөр|список|тізім|состав|құрам|тоо|жшс|кгу|кмм|ксқк|гккп|мкқк|гу|мм|кгп|ип|жк"
    r"|настоящ|осы|вместо|орнына|также|сондай|конституц|заң|закон|стать|бап|января|февраля|года|қаңтар|наурыз$|сәуір$|мамыр$|маусым$|тамыз$|әлеумет|білім|денсаул|мемлекет|государ"
    r"|коммунал|учрежд|предприят|мекеме|кәсіпорын|бірлест|қоғам|ұйым|кеңес|одақ|қызметкер|бухгалтер|медсестр|врач|дәрігер|инженер|механик|оператор|водител|жүргізуші|завуч|меңгеруш"
    r"|общенацион|ассоциац|ардагер|ветеран|инвалид|мүгедек|жастар|молодеж|женщин|әйел|адвокат|нотари|менеджер|специалист|маман|инспектор|старш|главн|бас$|аға$|методист|психолог)",
    re.IGNORECASE,
)
_NOT_PEOPLE = re.compile(
    r"^(?:н[ұу]р[ -]отан|а[қк][ -]жол|отан[ -]ана|жас[ -]отан|ақ[ -]бота|ауыл|байтақ|бірлік|алтын[ -]орда)\W*$",
    re.IGNORECASE,
)
_MOST_PARTS = 5


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


def _is_stop_word(word: str) -> bool:
    """Tell whether a word belongs to offices, bodies and lists rather than to people."""
    lower = word.lower()
    if not _STOP.match(lower):
        return False
    return surname_likeness(lower) < 0.8 and given_likeness(lower)[0] < 0.8 and read_patronymic(lower) is None


def looks_like_person(text: str) -> float:
    """Say how surely a string holds one person's name and nothing else (0..1).

    Args:
        text: a cell or line; vacancies, garbled lines, bodies, streets and schools score near zero.
    """
    if not text or len(text) > 120:
        return 0.0
    return _score_cached(text)


@lru_cache(maxsize=65_536)
def _score_cached(text: str) -> float:
    cut = cut_name(text)
    if cut is None or not 0 < len(cut.tokens) <= _MOST_PARTS or _NOT_PEOPLE.match(text.strip(' «»"')):
        return 0.0
    if any(is_garbled(token.text) for token in cut.tokens):
        return 0.0
    for token in cut.tokens:
        if token.text[0].islower() or (not token.initial and _is_stop_word(token.text)):
            return 0.0
    score = _evidence(cut)
    if cut.aside and not re.fullmatch(rf"[{_UPPER}][\w-]+", cut.aside):
        score = min(score, 0.3)  # «(исключена …)»: more than a name
    return score


def _likeness(token: NameToken) -> bool:
    return surname_likeness(token.lower) >= 0.5 or given_likeness(token.lower)[0] >= 0.8


def _evidence(cut: NameTokens) -> float:
    """Weigh what speaks for a name: patronymic, listed given name, surname ending, initials."""
    words = [token for token in cut.tokens if not token.initial]
    initials = len(cut.tokens) - len(words)
    if not words:
        return 0.0
    surname = max(surname_likeness(token.lower) for token in words)
    given = max(given_likeness(token.lower)[0] for token in words)
    common = any(is_common_word(token.lower) for token in words if surname_likeness(token.lower) < 0.5)
    if any(is_patronymic(token) for token in words) and len(cut.tokens) >= 2:
        strangers = [token for token in words if not is_patronymic(token) and not _likeness(token)]
        if len(words) > 3 and strangers:
            return 0.6  # a word too many: «ОСДП Данилова Евгения Евгеньевна»
        return 0.97 if given >= 0.4 or surname >= 0.5 or len(words) == 3 else 0.85
    if initials:
        flags = "".join("i" if token.initial else "w" for token in cut.tokens)
        if re.fullmatch(r"i{1,2}w|wi{1,3}", flags):
            return 0.92 if surname >= 0.5 else 0.45 if common else 0.75
        return 0.8 if flags in ("wwi", "wiw") and given >= 0.8 and surname >= 0.5 else 0.2
    if len(words) == 1:
        return 0.3 if surname == 1.0 or given == 1.0 else 0.1
    korean = is_listed_surname(words[0].lower, "korean") and all(is_korean_syllable(token.lower) for token in words[1:])
    if len(words) == 2:
        both = max(
            surname_likeness(one.lower) + given_likeness(other.lower)[0]
            for one, other in (words, tuple(reversed(words)))
        )
        if both >= 1.3:
            return 0.95
        if given >= 0.85:
            return 0.62 if common else 0.8
        if korean:
            return 0.85
        if given >= 0.4 or surname == 1.0:
            return 0.3 if common else 0.6
        return 0.1 if common else 0.3
    if korean:
        return 0.85
    if given >= 0.85 and len(words) == 3:
        return 0.35 if common else 0.7
    return 0.1 if common or len(words) > 3 else 0.25


def find_names(text: str, *, language: str | None = None, case: str | None = None) -> list[NameSpan]:
    """List the names of people in running text, Kazakh or Russian, in any case.

    Args:
        text: prose or a line; names inside quotes and names of streets, schools and places are left out.
        language: kk or ru when known.
        case: the case the sentence asks for, when known.
    """
    repaired = repair_homoglyphs(repair_old_kazakh_font(text))
    if len(repaired) != len(text):
        repaired = text
    quoted = [match.span() for match in _QUOTED.finditer(repaired)]
    found: list[NameSpan] = []
    for run in _runs(repaired, quoted):
        for first, last in _segment(repaired, run):
            start, end = run[first].start, run[last - 1].end
            if _is_named_after(repaired, start, end):
                continue
            name = parse_name(text[start:end], language=language, case=case)
            if name is not None and (name.surname or name.given_name):
                found.append(NameSpan(start, end, replace(name, printed=text[start:end])))
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
        stop = not part.initial and not part.small and (_is_stop_word(part.text) or is_garbled(part.text))
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
        # «Қабдолова, Ұлжан Оспановна»: a comma after the surname only
        return (
            len(run) == 1
            and not run[0].initial
            and surname_likeness(run[0].text.lower()) >= 0.8
            and not part.initial
            and (given_likeness(part.text.lower())[0] >= 0.9 and surname_likeness(part.text.lower()) < 0.5)
        )
    return bool(_GAP.fullmatch(gap))


def _segment(text: str, run: list[_Part]) -> list[tuple[int, int]]:
    """Cut a run into names so that the sum of their scores is greatest."""
    count = len(run)
    best: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
    for end in range(1, count + 1):
        options = [best[end - 1]]
        for start in range(max(0, end - _MOST_PARTS), end - 1):
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
