"""Letters of Kazakh and Russian documents: repair, comparison keys, language of a text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CYRILLIC_LETTERS = "а-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ"
"""Letters of the Kazakh and Russian alphabets, for use inside a character class."""


def word_set(*lines: str) -> frozenset[str]:
    """Make a set of the words of some lines.

    Args:
        lines: words with spaces between them.
    """
    return frozenset(word for line in lines for word in line.split())


_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"))
_SPACES = str.maketrans(
    dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f", " "
    )
)
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_SPACES_AT_BREAK = re.compile(r" *\n *")
_MANY_SPACES = re.compile(r" {2,}")

_UNCLEAN = re.compile(f"[{''.join(map(chr, _INVISIBLE))}{''.join(map(chr, _SPACES))}\r\u2028\u2029\x85]")
"""What `clean_text` replaces; most texts hold none of it."""

_LATIN_TO_CYRILLIC = str.maketrans("ABCEHIKMOPTXYaceiopxyhkəƏëËɵƟj", "АВСЕНІКМОРТХУасеіорхуһкәӘёЁөӨј")
_CYRILLIC_TO_LATIN = str.maketrans("АВСЕНІКМОРТХУасеіорхуһкәӘқҚғҒңҢөӨұҰүҮ", "ABCEHIKMOPTXYaceiopxyhkəƏqQǵǴńŃóÓúÚúÚ")
_LOOKALIKE_LATIN = frozenset("ABCEHIKMOPTXYaceiopxyhkəƏëËɵƟj")
_LOOKALIKE_CYRILLIC = frozenset("АВСЕНІКМОРТХУасеіорхуһкәӘ")
_WORD = re.compile(r"[^\W\d_]+")
_OTHER_LETTER = re.compile(
    "[A-Za-zªµº\u00c0-\u03ff\u0530-\u1fff\u2070-\u209f\u2100-\u2115\u2117-\u218f\u2c00-\U0010ffff]"
)
"""Whatever could be a letter and is not Cyrillic; a text without any has no word of mixed script."""

_OLD_FONT = str.maketrans("ќЌњЊѕЅѓЃєЄўЎ±°ї‰Ї‡јЈґҐµ¤ћЋ", "қҚңҢңҢғҒғҒұҰұҰүүҮҮәӘөӨөӨһҺ")
_OLD_FONT_WORD = re.compile(r"[а-яёіА-ЯЁІќЌњЊѕЅѓЃєЄўЎ±°ї‰Ї‡јЈґҐµ¤ћЋ]+")
_OLD_FONT_SIGN = re.compile(r"[ќЌњЊѕЅѓЃ‰јЈ]")
_KAZAKH_LETTER = re.compile(r"[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")

_ROMAN_WORD = re.compile(r"(?<![\w])[IІVVҮXХLi]{1,9}(?!\w)|(?<=[-/–])[IІVҮXХL]{1,9}(?!\w)")
_ROMAN_VALID = re.compile(r"(?:X{0,3}|XL|LX{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_REPAIR = str.maketrans("ІҮХ", "IVX")

_LATIN_READING = tuple(
    pair.split(":")
    for pair in sorted(
        word_set(
            "shch:щ sh:ш ş:ш ch:ч zh:ж kh:х ts:ц ya:я yu:ю yo:ё ye:е ia:ия iy:ий yi:ий uly:улы ūly:ұлы a:а ä:ә á:ә",
            "ə:ә b:б c:ц d:д e:е f:ф g:г ğ:ғ ǵ:ғ h:х i:и ï:и í:и ı:ы j:ж k:к l:л m:м n:н ñ:ң ń:ң o:о ö:ө ó:ө p:п",
            "q:қ r:р s:с t:т u:у ü:ү ú:ү ū:ұ v:в w:у x:х y:ы ý:у z:з",
        ),
        key=lambda pair: (-pair.index(":"), pair),
    )
)
_QUOTES = str.maketrans(dict.fromkeys("«»„“”‟‹›″\"'’‘ʼ`´", '"'))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_PLAIN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


def clean_text(text: str) -> str:
    """Put text into NFC with ordinary spaces and without invisible letters; line breaks stay.

    Args:
        text: text as read from a document.
    """
    text = unicodedata.normalize("NFC", text)
    if _UNCLEAN.search(text):
        text = _LINE_ENDS.sub("\n", text).translate(_INVISIBLE).translate(_SPACES)
    if "  " in text:
        text = _MANY_SPACES.sub(" ", text)
    if "\n" in text:
        text = _SPACES_AT_BREAK.sub("\n", text)
    return text.strip()


def _script_counts(word: str) -> tuple[int, int, int, int]:
    """Count letters of a word: Cyrillic only, Latin only, Cyrillic look-alikes, Latin look-alikes."""
    cyrillic_own = latin_own = cyrillic_shared = latin_shared = 0
    for letter in word:
        if "\u0400" <= letter <= "\u052f":
            if letter in _LOOKALIKE_CYRILLIC:
                cyrillic_shared += 1
            else:
                cyrillic_own += 1
        elif letter in _LOOKALIKE_LATIN:
            latin_shared += 1
        elif letter.isalpha():
            latin_own += 1
    return cyrillic_own, latin_own, cyrillic_shared, latin_shared


@lru_cache(maxsize=50_000)
def _repair_word(word: str) -> str:
    cyrillic_own, latin_own, cyrillic_shared, latin_shared = _script_counts(word)
    cyrillic, latin = cyrillic_own + cyrillic_shared, latin_own + latin_shared
    if not cyrillic or not latin:
        return word
    if latin_own and (not cyrillic_own or latin > cyrillic):
        # Omarқyzy, sheshіmіne, VІІ: a Latin word with single Cyrillic letters.
        return word.translate(_CYRILLIC_TO_LATIN)
    if latin_own:
        return word  # letters of both alphabets that do not look alike: garbled, not repairable
    return word.translate(_LATIN_TO_CYRILLIC)


def repair_homoglyphs(text: str) -> str:
    """Give every word of mixed script the script its own letters speak for; words of one script stay.

    Args:
        text: Kazakh or Russian text; Latin i inside a Cyrillic word becomes the Kazakh і.
    """
    if text.isascii() or not _OTHER_LETTER.search(text):
        return text
    return _WORD.sub(lambda match: _repair_word(match.group()), text)


def force_cyrillic(word: str) -> str:
    """Read a word of Latin look-alikes as Cyrillic; a word with any other Latin letter stays.

    Args:
        word: a word whose neighbours are Cyrillic, so that «Acem» can only stand for «Асем».
    """
    if all(letter in _LOOKALIKE_LATIN or not letter.isalpha() for letter in word):
        return word.translate(_LATIN_TO_CYRILLIC)
    return word


def latin_to_cyrillic(word: str) -> str:
    """Read a Kazakh or Russian word in Latin letters as Cyrillic, roughly, for looking it up and comparing.

    Args:
        word: one word in any of the Latin alphabets of Kazakh or in an English transliteration.
    """
    word = word.lower()
    for latin, cyrillic in _LATIN_READING:
        word = word.replace(latin, cyrillic)
    return word


def repair_old_kazakh_font(text: str) -> str:
    """Turn text typed in a pre-Unicode Kazakh font (м‰шелерi, саныныњ) into Kazakh letters.

    Args:
        text: any text; without the signs of such a font inside Cyrillic words it is returned unchanged.
    """
    if not _OLD_FONT_SIGN.search(text):
        return text

    def repair(match: re.Match[str]) -> str:
        word = match.group()
        has_letters = any("а" <= letter.lower() <= "я" for letter in word)
        return word.translate(_OLD_FONT) if has_letters else word

    repaired = _OLD_FONT_WORD.sub(repair, text)
    return repair_homoglyphs(repaired)


def repair_roman(text: str) -> str:
    """Write Roman numerals that contain Cyrillic letters (VІІ, ХХҮІ) in Latin letters only.

    Args:
        text: any text; the letter С of an act number (С-26/3) is not part of a numeral and stays.
    """

    def repair(match: re.Match[str]) -> str:
        numeral = match.group().translate(_ROMAN_REPAIR)
        return numeral if numeral and _ROMAN_VALID.fullmatch(numeral) else match.group()

    return _ROMAN_WORD.sub(repair, text)


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Reduce text to its comparison key: lower case, ё as е, one kind of quote, dash, space and letter.

    Args:
        text: any text; the key is for comparing, never for showing.
    """
    text = repair_homoglyphs(clean_text(text)).translate(_QUOTES).translate(_DASHES)
    return " ".join(text.lower().replace("ё", "е").split())


def plain(text: str) -> str:
    """Replace Kazakh letters by the nearest Russian ones, so that both spellings can be compared.

    Args:
        text: any text; case and everything else stay.
    """
    return text.translate(_PLAIN)


_RUSSIAN_WORDS = word_set(
    "и в на с по от о об для из при не к до за или года район района районной области избирательной комиссии комиссия",
    "участковой участковая член члена члены председатель заместитель секретарь решение маслихата школа городской",
)
_KAZAKH_WORDS = word_set(
    "және мен бен пен туралы бойынша үшін жылғы жылы ауданы ауданының облысы облысының сайлау комиссиясы комиссиясының",
    "учаскелік төрағасы төраға хатшысы хатшы мүшесі мүшелері мүше орынбасары мәслихат мәслихаты шешім шешімі шешімімен",
    "партиясы филиалы мектебі мұғалімі орта жалпы құрамы қаласы қалалық аудандық облыстық атындағы",
)
_RUSSIAN_ENDING = re.compile(
    r"(?:ого|его|ому|ему|ий|ый|ая|ые|ие|ой|ую|ами|ями|ения|ение|ости|ость|ция|ции|ского|ской)$"
)
_KAZAKH_ENDING = re.compile(
    r"(?:ның|нің|дың|дің|тың|тің|лық|лік|дық|дік|тық|тік|ғы|гі|қы|сы|сі|ған|ген|лар|лер|дар|дер|тар|тер|мен|нда|нде|ғына|уы|уі)$"
)
_NAME_ENDING = re.compile(r"(?:ұлы|қызы|улы|кызы|ов|ова|ев|ева|ин|ина|вич|вна)(?:ның|нің|тің|у|а|ой|ы)?$")


def _language_weights(line: str) -> tuple[int, int]:
    """Weigh a line: letters of words that only Kazakh or only Russian can be."""
    kazakh = russian = 0
    for word in _WORD.findall(line):
        weight = _word_weight(word)
        if weight > 0:
            kazakh += weight
        else:
            russian -= weight
    return kazakh, russian


@lru_cache(maxsize=65_536)
def _word_weight(word: str) -> int:
    """Weigh a word: above zero where it speaks for Kazakh, below where it speaks for Russian."""
    lower = word.lower()
    if lower in _KAZAKH_WORDS:
        return 2 * len(word)
    if lower in _RUSSIAN_WORDS:
        return -2 * len(word)
    if word[0].isupper() and _NAME_ENDING.search(lower):
        return 0  # a person's name does not tell the language of the document
    if _KAZAKH_LETTER.search(word) or (_KAZAKH_ENDING.search(lower) and len(word) > 5):
        return len(word)
    return -len(word) if _RUSSIAN_ENDING.search(lower) and len(word) > 4 else 0


def language_of(text: str) -> str:
    """Tell the language of a text: kk, ru, mixed (both stand in it in weight) or unknown.

    Args:
        text: one line or a whole document; names of people are left out of the count.
    """
    kazakh = russian = 0
    for line in repair_homoglyphs(text).splitlines():
        line_kazakh, line_russian = _language_weights(line)
        # A line belongs to one language: an organisation's foreign name inside it must not tip the document.
        if line_kazakh > line_russian:
            kazakh += line_kazakh
        else:
            russian += line_russian
    total = kazakh + russian
    if not total:
        return "kk" if _KAZAKH_LETTER.search(text) else "unknown"
    if min(kazakh, russian) >= 0.25 * total:
        return "mixed"
    return "kk" if kazakh > russian else "ru"


@lru_cache(maxsize=65_536)
def is_garbled(word: str) -> bool:
    """Tell whether a word cannot be one: letters of two alphabets that do not look alike, or no vowel at all.

    Args:
        word: one word, look-alikes repaired.
    """
    cyrillic_own, latin_own, _, _ = _script_counts(word)
    if cyrillic_own and latin_own:
        return True
    letters = [letter for letter in word.lower() if letter.isalpha()]
    if len(letters) >= 5 and not any(letter in "аәоөуұүыіиеёэюяaeiouyáúóýı" for letter in letters):
        return True
    return bool(re.search(r"(.)\1\1", word.lower()))
