"""A sieve answers as its pattern does; what it asks for is read off the pattern."""

import random
import re

import pytest

from etl.normalise.lexicon import compile_short
from etl.normalise.phrases import compile_phrases, skeleton
from etl.normalise.roles import _ALL
from etl.normalise.sieve import HeadSieve, LetterSieve, head_of, heads_of, needed_letters, sieve
from etl.parse import wording

TEXTS = (
    "«Түлкібас» аудандық ауруханасы, дәрігер",
    "ВМЕСТО ВЫБЫВШЕЙ Осенкиной избрать Жаңбырбаеву",
    "төраға – Қорғанбекова Ұлпан, учаскелік сайлау комиссиясы",
    "KGU «Orta mektep No 5», tóraǵa",
    "",
    "№ 17",
    "ſекретарь Іскакова, ыстық İzbasar",
)


@pytest.mark.parametrize(
    ("pattern", "runs"),
    [
        (r"в\s+соответствии\s+со?\s+", ("соответствии",)),
        (r"\bисключ[её]н\w*", ("исключ",)),
        (r"(?:школа|мектеп|мектебі)", ("мектебі", "мектеп", "школа")),
        (r"(?:школа|школ)", ("школ",)),
        (r"школа?", ("школ",)),
        (r"(?:школа)?", ()),
        (r"\bм\.?\s?п\.?", ()),
        (r"(?:ШКОЛА|\d+)", ()),
        (r"(?<=учитель) школы", (" школы",)),
    ],
)
def test_needed_letters_are_read_off_the_pattern(pattern: str, runs: tuple[str, ...]) -> None:
    assert needed_letters(re.compile(pattern, re.IGNORECASE)) == runs


def test_alternatives_without_letters_are_tried_by_themselves() -> None:
    both = sieve(r"\bм\.?\s?п\.?\s*$", "подпись")
    assert both.needs == ("подпись",)
    assert both.rest is not None
    assert both.search("М.П.")
    assert both.search("Подпись: ")
    assert not both.passes("Ахметова Ә.")


def test_letters_that_the_pattern_holds_for_the_same_pass() -> None:
    assert re.search("секретарь", "ᲃекретарь", re.IGNORECASE)
    assert sieve("секретарь").search("ᲃекретарь")
    assert re.search("kim", "KİM".replace("İ", "ı"), re.IGNORECASE)
    assert sieve("kim").search("Kım")


def _mixed(seed: int) -> list[str]:
    """Texts made of the words the patterns speak of, whole and cut, so that both answers come about."""
    chance = random.Random(seed)
    words = [word for name in ("RELEASES", "ELECTS", "VACANCY") for word in getattr(wording, name).needs]
    words += [piece for text in TEXTS for piece in text.split()]
    texts = []
    for _ in range(400):
        chosen = [chance.choice(words) for _ in range(chance.randint(1, 7))]
        cut = [word[: chance.randint(1, len(word))] if chance.random() < 0.3 else word for word in chosen]
        texts.append(chance.choice([" ", "  ", "-", " с "]).join(cut))
    return [*TEXTS, *texts, *(text.upper() for text in texts[:100])]


def test_every_wording_answers_as_its_pattern() -> None:
    sieves = [value for value in vars(wording).values() if isinstance(value, LetterSieve)] + [_ALL]
    assert len(sieves) > 15
    for one in sieves:
        for text in _mixed(len(one.compiled.pattern)):
            plain = [match.span() for match in one.compiled.finditer(text)]
            assert [match.span() for match in one.finditer(text)] == plain, (one.compiled.pattern[:60], text)
            assert (one.search(text) is None) == (not plain)


PHRASES = ("мектеп*", "№", "*лицей*", "{бала,бөбек}жай*", "орта … мектеп*", "с/о")


@pytest.mark.parametrize("phrase", PHRASES)
def test_phrases_answer_as_their_pattern(phrase: str) -> None:
    compiled = compile_phrases([phrase])
    for text in ("№ 5 орта мектебі", "мектеп-лицейі", "Бөбекжайы", "с/о Ақжар", "мектепке", "гимназия", "аулмектеп"):
        flat = skeleton(text)
        plain = [match.span() for match in compiled.compiled.finditer(flat)]
        assert [match.span() for match in compiled.finditer(flat)] == plain, text


def test_a_phrase_that_may_begin_with_anything_asks_nothing() -> None:
    assert compile_phrases(["*лицей*"]).heads is None
    assert compile_phrases(["мектеп*", "ОШ"]).heads == {"мект", "ош"}
    assert compile_phrases(["{бала,бөбек}бақша"]).heads == {"бала", "бобе"}


def test_short_forms_answer_as_their_pattern() -> None:
    forms = compile_short(("ГКП на ПХВ", "ШҚ", "ТОО"))
    for text in ("ГКП на ПХВ «Су»", "«Арай» ШК", "ШК «Арай»", "ШК", "ТООЛЫҚ", "у ТОО", "м/ТОО", "«Жер»ТОО"):
        plain = [match.span() for match in forms.compiled.finditer(text)]
        assert [match.span() for match in forms.finditer(text)] == plain, text


def test_heads_are_the_beginnings_of_words() -> None:
    assert heads_of("орта мектеп 5а") == {"о", "ор", "орт", "орта", "м", "ме", "мек", "мект", "а"}
    assert head_of("мектеп") == "мект"
    assert head_of("5 мектеп") is None


def test_a_sieve_replaces_as_its_pattern() -> None:
    one = HeadSieve(re.compile("(?<![а-я])мектеп"), frozenset({"мект"}))
    assert one.sub("_", "орта мектеп") == "орта _"
    assert one.sub("_", "гимназия") == "гимназия"
    assert one.findall("мектеп мектеп") == ["мектеп", "мектеп"]
    assert one.match("мектеп") and not one.match("орта мектеп")
    assert one.fullmatch("мектеп") and not one.fullmatch("мектебі")
