"""Who employs the members: does a seat belong to a category, does it not, or is that not known."""

from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Truth = npt.NDArray[np.float64]
"""One number per seat: 1 belongs, 0 does not, NaN is not known."""

UNKNOWN: Final = "unknown"
NO_EMPLOYER_SECTORS: Final = frozenset({"pensioner", "student", "unemployed"})


def match_code(codes: pd.Series, wanted: str) -> Truth:
    """Tell which seats carry a code; empty and `unknown` are not known.

    Args:
        codes: a column of codes.
        wanted: the code of the category.

    >>> match_code(pd.Series(["public", "none", "unknown", None]), "public").tolist()
    [1.0, 0.0, nan, nan]
    """
    return match_codes(codes, (wanted,))[wanted]


def match_codes(codes: pd.Series, wanted: Iterable[str]) -> dict[str, Truth]:
    """Tell for several codes which seats carry each of them.

    Args:
        codes: a column of codes.
        wanted: the codes of the categories.
    """
    numbers, names = pd.factorize(codes)
    places = {name: place for place, name in enumerate(names)}
    known = (numbers >= 0) & (numbers != places.get(UNKNOWN, -1)) & (numbers != places.get("", -1))
    return {code: np.where(known, (numbers == places.get(code, -2)).astype(float), np.nan) for code in wanted}


def match_school_teacher(types: pd.Series, sectors: pd.Series, teaching: pd.Series) -> Truth:
    """Tell which seats are teaching posts at employers of type school.

    A post that is not teaching settles the answer, and so does an employer that is no school: schools are all of
    sector education, and pensioners, students and unemployed people have no employer.

    Args:
        types: `employer_type`.
        sectors: `employer_sector`.
        teaching: whether the post is a teaching post; empty where no post is printed or it is not understood.

    >>> kinds = pd.Series(["school", "school", "school", "hospital", "unknown", "unknown", "unknown"])
    >>> sectors = pd.Series(["education", "education", "education", "health", "education", "pensioner", "unknown"])
    >>> posts = pd.Series([True, False, None, None, True, None, None], dtype="boolean")
    >>> match_school_teacher(kinds, sectors, posts).tolist()
    [1.0, 0.0, nan, 0.0, nan, 0.0, nan]
    """
    school = match_code(types, "school")
    elsewhere = match_code(sectors, "education") == 0
    school = np.where(np.isnan(school) & elsewhere, 0.0, school)
    post = teaching.astype("boolean").astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    return np.where((school == 0) | (post == 0), 0.0, school * post)
