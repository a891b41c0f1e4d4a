"""Every mention of a person, ready to be searched: built once per build."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from models.search import NameIndex, build_index, make_key, names_fit
from pages._ui.data import read
from pages._ui.page import Page

Places = npt.NDArray[np.int64]
Name = tuple[str, str, str]


@dataclass(frozen=True)
class People:
    """Mentions in the order of their names, the index of their words, and the mentions of one surname by district."""

    frame: pd.DataFrame
    index: NameIndex
    names: list[Name]
    groups: dict[tuple[str, str], list[int]]
    districts: list[str]

    def list_others(self, place: int) -> list[int]:
        """List the mentions of other persons whose name could be this one, in the same district.

        Args:
            place: place of a mention.
        """
        group = self.groups.get((self.districts[place], make_key(self.names[place][0])), [])
        people, person = self.frame["person_id"], self.frame["person_id"].iloc[place]
        return [
            other for other in group if people.iloc[other] != person and names_fit(self.names[place], self.names[other])
        ]

    def find_seat(self, seat_id: str) -> int | None:
        """Find the place of a mention by its seat id.

        Args:
            seat_id: id of the statement.
        """
        found = np.flatnonzero((self.frame["seat_id"] == seat_id).to_numpy())
        return int(found[0]) if len(found) else None


@st.cache_resource(max_entries=4, show_spinner=False)
def _build(path: str, build_id: str, _frame: pd.DataFrame) -> People:
    names = [
        (surname or "", given or "", father or "")
        for surname, given, father in zip(_frame["surname"], _frame["given_name"], _frame["patronymic"], strict=True)
    ]
    # Where the district is not known nothing can be said to be in the same one.
    districts = [district or "" for district in _frame["district_key"]]
    groups: dict[tuple[str, str], list[int]] = {}
    for place, (name, district) in enumerate(zip(names, districts, strict=True)):
        if name[0] and district:
            groups.setdefault((district, make_key(name[0])), []).append(place)
    return People(_frame, build_index(_frame["name"]), names, groups, districts)


def load_people(page: Page) -> People:
    """Give the mentions of the build.

    Args:
        page: the page being drawn.
    """
    return _build(str(page.store.path), page.store.build_id, read(page, "people_names"))
