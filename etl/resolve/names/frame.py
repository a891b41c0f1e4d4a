"""Normal forms of many names at once, as columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from etl.normalise.name_spelling import is_latin
from etl.resolve.names.form import settle_gender
from etl.resolve.names.parts import (
    gender_of_given,
    gender_of_patronymic,
    gender_of_surname,
    given_key,
    is_initial,
    patronymic_key,
    surname_key,
    surname_root,
)

COLUMNS = (
    "surname_key", "surname_root", "given_key", "patronymic_key", "given_initial", "patronymic_initial",
    "gender", "surname_gender", "patronymic_gender", "script",
)  # fmt: skip


def form_frame(rows: pd.DataFrame) -> pd.DataFrame:
    """Make the key columns of many names; every distinct part is worked out once.

    Args:
        rows: with surname, given_name and patronymic, missing values allowed; a column gender, if there is one, is
            taken as known from outside the name.

    Returns:
        A frame with the index of ``rows`` and the columns ``COLUMNS``, as ``make_form`` gives them.
    """
    parts = {name: rows[name].astype("object").where(rows[name].notna(), "") for name in _PARTS}
    surname, given, patronymic = (parts[name] for name in _PARTS)
    found = pd.DataFrame(index=rows.index)
    found["surname_key"] = _map(surname, surname_key)
    found["surname_root"] = _map(surname, surname_root)
    found["given_key"] = _map(given, given_key)
    found["patronymic_key"] = _map(patronymic, patronymic_key)
    found["given_initial"] = _map(given, is_initial).astype(bool)
    found["patronymic_initial"] = _map(patronymic, is_initial).astype(bool)
    genders = pd.DataFrame(
        {
            "stated": rows["gender"].fillna("unknown") if "gender" in rows else "unknown",
            "patronymic": _map(patronymic, gender_of_patronymic),
            "given": _map(given, gender_of_given),
            "surname": _map(surname, gender_of_surname),
        },
        index=rows.index,
    )
    found["gender"] = [settle_gender(*values) for values in genders.itertuples(index=False)]
    found["surname_gender"], found["patronymic_gender"] = genders["surname"], genders["patronymic"]
    shown = surname.where(surname != "", given)
    found["script"] = _map(shown, lambda word: "latin" if is_latin(word) else "cyrillic")
    return found[list(COLUMNS)]


_PARTS = ("surname", "given_name", "patronymic")


def _map(column: pd.Series, work_out: Callable[[str], Any]) -> pd.Series:
    return column.map({value: work_out(value) for value in column.unique()})
