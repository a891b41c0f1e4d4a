"""One key for one word of a name, whichever alphabet it is written in."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from etl.normalise.alphabet import repair_homoglyphs

_LATIN_LETTER = re.compile(r"[a-zÀ-ɏə]", re.IGNORECASE)
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ`´‘ʹ′", "'"))
_NOT_LETTER = re.compile(r"[^a-zà-ɏəа-ӿ']")
_DIGITS = str.maketrans("013468", "оізчбв")

# Of the 2017 alphabet first: the apostrophe makes another letter of the one before it.
_READINGS = (
    "s':ш c':ч y':у a':а g':г n':н o':о u':у i':и "
    "shch:ш sch:ш dzh:ж sh:ш ch:ч zh:ж dj:ж kh:х gh:г ts:ц tz:ц ph:ф ck:к ya:я yu:ю yo:е ye:е "
    "ç:ч č:ч š:ш ş:ш ș:ш ž:ж ñ:н ń:н ŋ:н ğ:г ǵ:г ģ:г ä:а á:а ə:а æ:а â:а ö:о ó:о ɵ:о ô:о ü:у ú:у ū:у û:у ý:у "
    "ı:и í:и ï:и î:и ī:и ë:е é:е è:е ķ:к "
    "a:а b:б c:к d:д e:е f:ф g:г h:х i:и j:ж k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:у x:х y:и z:з"
)
"""Romanisations of Kazakh and Russian names, the longest sign first. Sources: decrees No. 569 of 26 October 2017 and
No. 637 of 19 February 2018 on the Kazakh alphabet, the draft of 28 January 2021, passport transliteration."""

_LATIN_READING = tuple(pair.split(":") for pair in _READINGS.split())
_SOFT_YE = re.compile(r"(?<=[bdklmnprstvz])ye")  # Vasilyevna: Васильевна
_LATIN_KS = re.compile(r"(?<=ale)x|(?<=^ma)x|(?<=^o)x|^x(?=en)|(?<=ro)x|(?<=feli)x")  # Alexandr, Oxana
_SOFT_IU = re.compile(r"(?<=[bcdgklmnprstvz])iu(?![lý])")  # Liudmila; but Ğaniuly

_LETTERS = str.maketrans("әғқңөұүһіёэйыщўҳґїєӯӣҷјќ", "агкноуухиееиишухгиеуижйк")
_CONSONANT = "бвгджзклмнпрстфхцчш"
_RULES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"[ьъ](?=[еюяиоу])", "и"),  # Наталья, Наталия
        (r"[ьъ]", ""),
        (rf"(?<=[{_CONSONANT}])я", "а"),  # Ляззат, Ләззат
        (rf"(?<=[{_CONSONANT}])ю", "у"),  # Дюсен, Дүсен
        (r"я", "иа"),
        (r"ю", "иу"),
        (r"ии+", "и"),
        (r"^исма(?=[г])", "сма"),  # Ысмағұл, Смағұл
        (r"(?<=[аоуе])ие", "е"),  # Bayev, Тестбайев
        (r"дж", "ж"),  # Джумабек, Жұмабек
        (rf"нг(?=[{_CONSONANT}]|$)", "н"),  # Englik, Еңлік
        (r"нб", "мб"),  # Нұрмағанбет, Нурмагамбет
        (r"(?<=[а-я])олл+", "улл"),  # Қайролла, Кайрулла; but Оллег is Олег misprinted
        (r"(?<=[ао])уи(?=[тлр])", "у"),  # Дәуітов, Даутов
        (r"уи(?=с)", "у"),  # Дүйсен, Дюсен
        (r"тиле", "тле"),  # Тілеген, Тлеген
        (r"мусили", "мусли"),
        (r"(?<=жус)ип|(?<=жун)ис(?!к)", lambda match: match.group().replace("и", "у")),  # Жүсіп, Жүніс; Жусуп, Жунус
        (rf"(?<=[{_CONSONANT}])уа", "ва"),  # Садуақас, Садвакас
        (r"^о(?=мир|тег|теп|тел|теш|нер|ске|сер)|(?<=^б)о(?=ке)|(?<=^т)о(?=ле)", "у"),  # Өмірзақ, Умирзак
        (r"ибир", "ибр"),  # Ыбырай, Ибрай
        (r"^ирис", "рис"),  # Ырысгүл, Рысгуль
        (r"^абд[иуе](?=[бжзкмрсхш])", "абд"),  # Әбдірахман, Абдурахман, Абдрахман
        (r"(?<=ба)х(?=[ит])|(?<=^ра)х(?=и)|(?<=ма)х(?=са)|(?<=му)х(?=та)", "к"),  # Бахыт, Бақыт
        (r"турсун", "турсин"),
        (r"жон(?=$|ов)", "жан"),  # the Uzbek form of -жан
    )
)
_DOUBLE = re.compile(r"(.)\1+")


def is_latin(word: str) -> bool:
    """Tell whether a word is written in Latin letters.

    Args:
        word: one word, look-alikes repaired.
    """
    return bool(_LATIN_LETTER.search(word))


@lru_cache(maxsize=200_000)
def fold_letters(word: str) -> str:
    """Bring a word of any alphabet to plain Cyrillic letters; doubled letters stay.

    Args:
        word: one word of a name; digits that recognition put inside it are read as the letters they look like.
    """
    lower = repair_homoglyphs(unicodedata.normalize("NFC", word)).lower().translate(_APOSTROPHES)
    if any(letter.isdigit() for letter in lower):
        lower = lower.translate(_DIGITS)
    lower = _NOT_LETTER.sub("", lower)
    if is_latin(lower):
        lower = _LATIN_KS.sub("ks", lower)
        lower = _SOFT_YE.sub("ie", _SOFT_IU.sub("u", lower))
        for latin, cyrillic in _LATIN_READING:
            lower = lower.replace(latin, cyrillic)
    lower = lower.replace("'", "").translate(_LETTERS)
    for pattern, instead in _RULES:
        lower = pattern.sub(instead, lower)
    return lower


@lru_cache(maxsize=200_000)
def spell_key(word: str) -> str:
    """Make the key of a word: equal in Kazakh, Russian and Latin spelling.

    Args:
        word: one word of a name; empty for an empty one.

    >>> spell_key("Шыңғыс") == spell_key("Шынгыс") == spell_key("Shyńǵys") == spell_key("Shyn'g'ys")
    True
    """
    return _DOUBLE.sub(r"\1", fold_letters(word))
