"""Is a string one person's name and nothing else."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.normalise.alphabet import is_garbled
from etl.normalise.dictionary import is_common_word
from etl.normalise.given_names import is_korean_syllable, is_listed_surname
from etl.normalise.kazakh_suffixes import strip_kazakh_suffix
from etl.normalise.name_order import given_likeness, is_patronymic, surname_likeness
from etl.normalise.name_tokens import NameToken, NameTokens, cut_name
from etl.normalise.patronymics import read_patronymic

MOST_PARTS = 5
"""A name with more words and initials than this is not one."""

_STOP = re.compile(
    r"^(?:қаулы|шешті|етеді|етті|қабылда|district|region|city|oblast|құрметті|уважаем|господин|госпож|зам(?:\.|$)|(?:кх|кфх|сш|ош|осш|сош|гу|ао|ақ|оо|қб|рқб|ооо|осдп)$|комисси|избират|участ|председ|заместит|секретар|член|партия|партии|филиал|общест|объедин|союз|совет|район|област|город|сельск|маслихат|решени|постановл"
    r"|школ|гимназ|лице[йяею]|колледж|детск|больниц|поликлин|библиот|дом|центр|отдел|управл|акимат|аким|директор|учител|воспитат|пенсион|безработн|домохоз|вакан|вакант"
    r"|бос|орын|сайлау|учаске|мәслихат|төраға|төрайым|орынбасар|хатшы|мүше|комиссия|аудан|облыс|қала|ауыл|мектеп|мектеб|мұғалім|балабақша|бөбек|зейнет|жұмыссыз|шешім"
    r"|қосымша|приложен|утвержд|бекіт|кандидат|выдвин|ұсын|избра|освобод|назнач|сессия|кворум|протокол|хаттама|собрани|жиналыс|избирател|сайлаушы|место|жұмыс|работ|прожив"
    r"|amanat|аманат|ақ$|ак$|жол$|ауыл$|республик|respublica|байтақ|бірлік|бирлик|адал|народн|халық|коммунис|демократ|социал|патриот|қазақстан|казахстан|астан|алмат"
    r"|территориальн|аумақтық|окружн|округ|участков|учаскелік|копия|верна|согласно|подпис|қолы|печат|мөр|список|тізім|состав|құрам|(?:тоо|жшс|кгу|кмм|ксқк|гккп|мкқк|гу|мм|кгп|ип|жк)$"
    r"|настоящ|осы|вместо|орнына|также|сондай|конституц|заң|закон|стать|бап|января|февраля|года|қаңтар|наурыз$|сәуір$|мамыр$|маусым$|тамыз$|әлеумет|білім|денсаул|мемлекет|государ"
    r"|коммунал|учрежд|предприят|мекеме|кәсіпорын|бірлест|қоғам|ұйым|кеңес|одақ|қызметкер|бухгалтер|медсестр|врач|дәрігер|инженер|механик|оператор|водител|жүргізуші|завуч|меңгеруш"
    r"|общенацион|ассоциац|ардагер|ветеран|инвалид|мүгедек|жастар|молодеж|женщин|әйел|адвокат|нотари|менеджер|специалист|маман|инспектор|старш|главн|бас$|аға$|методист|психолог)",
    re.IGNORECASE,
)
_TURKIC_INFLECTED = re.compile(r"(?:ұлы|улы|қызы|кызы)(?:н|ның|нің|на|нан|мен)$")
_INNER_QUOTE = re.compile('[«»“”„"]')
_NOT_PEOPLE = re.compile(
    r"^(?:н[ұу]р[ -]отан|nur otan|aq jol|а[қк][ -]жол"
    r"|отан[ -]ана|жас[ -]отан|ақ[ -]бота|ауыл|байтақ|бірлік|алтын[ -]орда)\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=65_536)
def is_stop_word(word: str) -> bool:
    """Tell whether a word belongs to offices, bodies and lists rather than to people.

    Args:
        word: one word as printed.
    """
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
    bare = text.strip(' ,.;:«»“”„"')
    if cut is None or not 0 < len(cut.tokens) <= MOST_PARTS or _NOT_PEOPLE.match(bare) or _INNER_QUOTE.search(bare):
        return 0.0
    if any(is_garbled(token.text) for token in cut.tokens):
        return 0.0
    for token in cut.tokens:
        if token.text[0].islower() or (not token.initial and is_stop_word(token.text)):
            return 0.0
    score = _evidence(cut)
    if cut.aside and not (cut.aside[0].isupper() and re.fullmatch(r"[\w-]+", cut.aside)):
        score = min(score, 0.3)  # «(исключена …)»: more than a name
    return score


def _evidence(cut: NameTokens) -> float:
    """Weigh what speaks for a name: patronymic, listed given name, surname ending, initials."""
    words = [token for token in cut.tokens if not token.initial]
    if not words:
        return 0.0
    if any(is_patronymic(token) for token in words) and len(cut.tokens) >= 2:
        return _weigh_with_patronymic(words)
    if len(words) == 3 and len(cut.tokens) == 3 and _is_inflected_patronymic(words[-1].lower):
        return 0.97  # «Сағындықов Ерғали Бекенұлының»
    if len(words) < len(cut.tokens):
        return _weigh_with_initials(cut.tokens, words)
    return _weigh_words(words)


def _is_inflected_patronymic(word: str) -> bool:
    return _TURKIC_INFLECTED.search(word) is not None and any(
        read_patronymic(base) is not None for base, _ in strip_kazakh_suffix(word)
    )


def _surname(words: list[NameToken]) -> float:
    return max(surname_likeness(token.lower) for token in words)


def _given(words: list[NameToken]) -> float:
    return max(given_likeness(token.lower)[0] for token in words)


def _has_common_word(words: list[NameToken]) -> bool:
    return any(is_common_word(token.lower) for token in words if surname_likeness(token.lower) < 0.5)


def _weigh_with_patronymic(words: list[NameToken]) -> float:
    strangers = [
        token for token in words if not is_patronymic(token) and _surname([token]) < 0.5 and _given([token]) < 0.8
    ]
    if len(words) > 3 and strangers:
        return 0.6  # a word too many: «ОСДП Данилова Евгения Евгеньевна»
    return 0.97 if _given(words) >= 0.8 or _surname(words) >= 0.5 or len(words) == 3 else 0.85


def _weigh_with_initials(tokens: tuple[NameToken, ...], words: list[NameToken]) -> float:
    flags = "".join("i" if token.initial else "w" for token in tokens)
    if re.fullmatch(r"i{1,2}w|wi{1,3}", flags):
        if _surname(words) >= 0.5:
            return 0.92
        # «Мельник О.В.» is a person though «мельник» is a word; with one initial it may be anything.
        return (0.6 if flags.count("i") == 2 else 0.45) if _has_common_word(words) else 0.75
    return 0.8 if flags in ("wwi", "wiw") and _given(words) >= 0.8 and _surname(words) >= 0.5 else 0.2


def _weigh_words(words: list[NameToken]) -> float:
    surname, given, common = _surname(words), _given(words), _has_common_word(words)
    if len(words) == 1:
        return 0.3 if surname == 1.0 or given == 1.0 else 0.1
    rest = words[1:]
    if is_listed_surname(words[0].lower, "korean") and all(is_korean_syllable(token.lower) for token in rest):
        return 0.85
    if len(words) > 2:
        if given >= 0.85 and len(words) == 3:
            return 0.35 if common else 0.7
        return 0.1 if common or len(words) > 3 else 0.25
    pairs = (words, words[::-1])
    if max(_surname(pair[:1]) + _given(pair[1:]) for pair in pairs) >= 1.3:
        return 0.95
    if given >= 0.85:
        return 0.62 if common else 0.8
    if given >= 0.8 or surname == 1.0:
        return 0.3 if common else 0.6
    return 0.1 if common else 0.3
