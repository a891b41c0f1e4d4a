"""The normal form of a person's name: what two spellings of one name share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from etl.normalise.name_spelling import is_latin
from etl.resolve.names.parts import (
    gender_of_given,
    gender_of_patronymic,
    gender_of_surname,
    given_key,
    is_initial,
    patronymic_key,
    surname_halves,
    surname_key,
    surname_root,
)
from etl.resolve.names.reading import read_print


@dataclass(frozen=True, slots=True)
class NameForm:
    """The normal form of a name; empty keys where a part is not printed.

    `surname_root` is the surname without endings of gender and descent, `surname_halves` the roots of a double one,
    `former_root` that of a former surname printed in brackets. `patronymic_key` is the father's name. `gender` is
    f, m or unknown; the other two genders say what the surname's ending and the patronymic show by themselves.
    """

    surname_key: str
    surname_root: str
    given_key: str
    patronymic_key: str
    given_initial: bool
    patronymic_initial: bool
    gender: str
    surname_gender: str
    patronymic_gender: str
    script: str
    surname_halves: tuple[str, ...] = ()
    former_root: str = ""


def settle_gender(stated: str, patronymic: str, given: str, surname: str) -> str:
    """Settle the gender of a name: what is stated, else the patronymic, else given name and surname where they agree.

    Args:
        stated: f, m or unknown, from outside the name.
        patronymic: what the patronymic shows.
        given: what the given name shows.
        surname: what the surname's ending shows.
    """
    for certain in (stated, patronymic):
        if certain in ("f", "m"):
            return certain
    if given == "unknown" or surname in ("unknown", given):
        return surname if given == "unknown" else given
    return "unknown"


@lru_cache(maxsize=100_000)
def make_form(
    surname: str | None, given_name: str | None, patronymic: str | None = None, gender: str = "unknown"
) -> NameForm:
    """Make the normal form of a name in parts.

    Args:
        surname: in the nominative, any alphabet; None or empty where not printed.
        given_name: full, or an initial.
        patronymic: full, or an initial.
        gender: f or m where it is known from outside the name.
    """
    surname, given_name, patronymic = surname or "", given_name or "", patronymic or ""
    patronymic_gender = gender_of_patronymic(patronymic)
    surname_gender = gender_of_surname(surname)
    return NameForm(
        surname_key(surname),
        surname_root(surname),
        given_key(given_name),
        patronymic_key(patronymic),
        is_initial(given_name),
        is_initial(patronymic),
        settle_gender(gender, patronymic_gender, gender_of_given(given_name), surname_gender),
        surname_gender,
        patronymic_gender,
        "latin" if is_latin(surname or given_name) else "cyrillic",
        surname_halves(surname) if "-" in surname or " " in surname else (),
    )


def form_of_text(printed: str) -> NameForm:
    """Read a printed name, in any order, case and alphabet, and make its normal form.

    Args:
        printed: one name; what cannot be read as one gives a form with empty keys.
    """
    return read_form(printed, None)


@lru_cache(maxsize=100_000)
def read_form(printed: str, order: str | None) -> NameForm:
    """Read a printed name in a given order of its parts.

    Args:
        printed: one name.
        order: surname_first, given_first, or None to let the name decide.
    """
    name = read_print(printed, order)
    if name is None:
        return make_form(None, None)
    form = make_form(name.surname, name.given_name, name.patronymic)
    aside = next((note.removeprefix("aside: ") for note in name.notes if note.startswith("aside: ")), "")
    former = aside.split()[-1].rstrip(".") if aside else ""
    return replace(form, former_root=surname_root(former)) if len(former) > 2 else form
