"""Invented people: parts of names drawn at random, with both spellings and a gender."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from etl.demo.data import DemoData, Pair
from etl.demo.inflect_ru import make_patronymic

_TO_RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
_VOWELS = re.compile("[аәеёиоөуұүыіэюя]", re.IGNORECASE)
_KAZAKH_LETTERS = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


def russify(text: str) -> str:
    """Put Kazakh letters into the nearest Russian ones, as Russian documents do with names."""
    return text.translate(_TO_RUSSIAN)


@dataclass(frozen=True)
class Surname:
    """A surname in both spellings, already in the person's gender."""

    kk: str
    ru: str

    def get(self, language: str) -> str:
        """Give the spelling of one language."""
        return self.kk if language == "kk" else self.ru


@dataclass
class Person:
    """One invented person; `surname` is the present one, earlier ones stand in the acts that printed them."""

    key: str
    gender: str
    birth_year: int
    given: Pair
    father: Pair
    style: str  # of the patronymic: qyzy, ovna, oglu or none
    surname: Surname
    education: int
    phone: str
    birth_day: tuple[int, int]
    keeps_kazakh_letters: bool

    def patronymic(self, language: str) -> str | None:
        """Give the patronymic as documents of one language print it, or None."""
        if self.style == "none":
            return None
        if self.style == "qyzy":
            if language == "kk":
                return self.father.kk + ("қызы" if self.gender == "f" else "ұлы")
            if self.keeps_kazakh_letters:
                return self.father.ru + ("қызы" if self.gender == "f" else "ұлы")
            return self.father.ru + ("кызы" if self.gender == "f" else "улы")
        if self.style == "oglu":
            return self.father.ru + (" кызы" if self.gender == "f" else " оглы")
        return make_patronymic(self.father.ru, self.gender)

    def given_name(self, language: str) -> str:
        """Give the given name as documents of one language print it."""
        return self.given.kk if language == "kk" else self.given.ru


def make_surname(dice: Random, data: DemoData, group: str, gender: str) -> Surname:
    """Draw a surname of a group in the form of a gender."""
    parts = data.names[group]
    bare = parts.bare_surnames and (not parts.surnames or dice.random() < 0.12)
    pair = dice.choice(parts.bare_surnames if bare else parts.surnames)
    if gender == "m":
        return Surname(pair.kk, pair.ru)
    return Surname(make_feminine(pair.kk), make_feminine(pair.ru))


def make_feminine(surname: str) -> str:
    """Give a surname the form women bear; surnames without a Russian ending stay, and «Шин» of one syllable."""
    if surname.endswith(("ин", "ын")) and len(_VOWELS.findall(surname)) == 1:
        return surname
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return surname + "а"
    if surname.endswith(("ский", "цкий")):
        return surname[:-2] + "ая"
    return surname


def make_person(dice: Random, data: DemoData, key: str, group: str, gender: str, year: int) -> Person:
    """Invent a person.

    Args:
        dice: the stream to draw from
        data: parts of names
        key: the person's key, the same in all documents
        group: a group of demo_names.yml
        gender: f or m
        year: the year in which the person enters the world, for the age
    """
    parts = data.names[group]
    given = dice.choice(parts.female if gender == "f" else parts.male)
    father = dice.choice(parts.male)
    if parts.patronymic == "oglu":
        style = "oglu"
    elif group in ("kazakh", "uzbek", "uyghur"):
        style = dice.choices(["qyzy", "ovna", "none"], [55, 42, 3] if group == "kazakh" else [5, 90, 5])[0]
    else:
        style = "ovna"
    return Person(
        key=key,
        gender=gender,
        birth_year=year - round(dice.triangular(22, 66, 42)),
        given=given,
        father=father,
        style=style,
        surname=make_surname(dice, data, group, gender),
        education=dice.choices([0, 1, 2], [68, 24, 8])[0],
        phone="+7 {} {} {} {}".format(
            dice.choice(["701", "702", "705", "707", "747", "775", "777", "778"]),
            dice.randint(100, 999),
            dice.randint(10, 99),
            dice.randint(10, 99),
        ),  # fmt: skip
        birth_day=(dice.randint(1, 12), dice.randint(1, 28)),
        keeps_kazakh_letters=dice.random() < 0.15,
    )
