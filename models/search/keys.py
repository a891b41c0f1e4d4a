"""Keys of words for searching: equal where Kazakh, Russian and Latin spellings of one name differ.

They are looser than what joins two mentions into one person: they only bring a name before a reader's eyes.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_LATIN: Final = re.compile(r"[a-zäöüūğñşıəáéóúńǵı́ɵ]+")
_READINGS: Final = (
    "shch:щ sch:щ dzh:ж sh:ш ş:ш ch:ч zh:ж kh:х gh:г ts:ц ya:я yu:ю yo:е ye:е ia:иа iy:и yi:и uly:улы "
    "a:а ä:а á:а ə:а b:б c:к d:д e:е é:е f:ф g:г ğ:г ǵ:г h:х i:и ı:ы j:ж k:к l:л m:м n:н ñ:н ń:н o:о ö:о ó:о ɵ:о "
    "p:п q:к r:р s:с t:т u:у ü:у ú:у ū:у v:в w:у x:х y:ы z:з"
)
"""Usual romanisations of Kazakh and Russian names, the longest sign first."""

_LATIN_READING: Final = tuple(pair.split(":") for pair in _READINGS.split())
_LOOKALIKE: Final = str.maketrans("aceopxyhikmtbə", "асеорхуһікмтвә")
"""Latin letters that stand by mistake inside a word of Cyrillic ones."""

_PLAIN: Final = str.maketrans("әғқңөұүһіёэ", "агкноуухиее")
_SILENT: Final = str.maketrans("", "", "ьъ'’ʼ")
_FATHER: Final = re.compile(r"(?<=..)(?:ович|евич|овна|евна|улы|угли|кизи|кызы)$")
_SPELLINGS: Final = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"дж", "ж"),  # Джанибек, Жанибек
        (r"(?<=[аеоуы])[иы]", "й"),  # Aigul, Айгүл
        (r"ы", "и"),  # Ырысбек, Ирисбек
        (r"(?<=[бвгджзклмнпрстфхцчшщ])я", "а"),
        (r"(?<=[бвгджзклмнпрстфхцчшщ])ю", "у"),
        (r"(?<=[аеоуи])[йи](?=[еяю])", ""),  # Тестбайев, Тестбаев
        (r"ия", "иа"),
        (r"нб", "мб"),  # Нұрмағанбет, Нурмагамбет
        (r"(.)\1", r"\1"),
    )
)


def _read_latin(word: str) -> str:
    for sign, letter in _LATIN_READING:
        word = word.replace(sign, letter)
    return word


@lru_cache(maxsize=200_000)
def make_key(word: str) -> str:
    """Reduce one word of a name to a key equal over spellings and scripts.

    Args:
        word: surname, given name or patronymic; of a patronymic the father's name stays.

    >>> make_key("Үлгібеков") == make_key("Улгибеков") == make_key("Ulgibekov")
    True
    >>> make_key("Ержанқызы") == make_key("Ержановна")
    True
    """
    lower = unicodedata.normalize("NFC", word).lower()
    if not lower.isalpha() and lower.isalnum():  # the number of a commission has no spellings
        return lower
    lower = _read_latin(lower) if _LATIN.fullmatch(lower) else lower.translate(_LOOKALIKE)
    key = lower.translate(_PLAIN).translate(_SILENT)
    key = _FATHER.sub("", key)
    for pattern, instead in _SPELLINGS:
        key = pattern.sub(instead, key)
    return key


def list_keys(text: str) -> list[str]:
    """List the keys of the words of a name; words that only say "son of" or "daughter of" give none.

    Args:
        text: a name as printed or typed.
    """
    keys = (make_key(word) for word in _WORD.findall(text))
    return [key for key in keys if key and key not in ("ули", "кизи")]


def names_fit(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Tell whether two names could be one person's: an initial may stand for a name, a missing patronymic for any.

    Args:
        one: surname, given name and patronymic, empty where not printed.
        other: those of the other mention.

    >>> names_fit(("Мысалова", "Айгүл", "Ержанқызы"), ("Мысалова", "А.", ""))
    True
    """
    keys = [[make_key(part.rstrip(". ")) for part in name] for name in (one, other)]
    if not keys[0][0] or keys[0][0] != keys[1][0]:
        return False
    return all(_part_fits(left, right) for left, right in zip(keys[0][1:], keys[1][1:], strict=True))


def _part_fits(left: str, right: str) -> bool:
    if not left or not right:
        return True
    if min(len(left), len(right)) <= 2:
        return left.startswith(right) or right.startswith(left)
    return left == right
