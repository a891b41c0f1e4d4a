"""Which bloc a seat is in, and how blocs are counted."""

import numpy as np
import pandas as pd
import pytest

from models.measures.blocs import add_blocs, count_splits, employer_bloc, follow_successors, nominator_bloc


@pytest.mark.parametrize(
    ("kind", "nominator_id", "printed", "bloc"),
    [
        ("party", "amanat", "«Нұр Отан» партиясының филиалы", "party:amanat"),
        ("party", "amanat", "филиал партии «AMANAT»", "party:amanat"),
        ("party", None, "Партия «Жаңа жол»", "text:партия жаңа жол"),
        ("party", None, None, None),
        ("association", "org-7", "Ардагерлер кеңесі", "id:org-7"),
        ("association", None, "Совет ветеранов", "text:совет ветеранов"),
        ("association", None, "  «Совет ветеранов» ", "text:совет ветеранов"),
        ("association", None, "  ", None),
        ("higher_commission", "org-9", "облыстық сайлау комиссиясы", "higher_commission"),
        ("higher_commission", None, "аумақтық сайлау комиссиясы", "higher_commission"),
        ("self", None, "өзін-өзі ұсыну", "self"),
        ("residents", None, "Тұрғындар жиналысы", "text:тұрғындар жиналысы"),
        ("unknown", None, "что-то напечатано", None),
        ("unknown", "org-3", "что-то напечатано", "id:org-3"),
        (None, None, "что-то напечатано", None),
        (float("nan"), float("nan"), "текст", None),
    ],
)
def test_nominator_bloc(kind, nominator_id, printed, bloc):
    assert nominator_bloc(kind, nominator_id, printed) == bloc


@pytest.mark.parametrize(
    ("employer_id", "status", "bloc"),
    [
        ("org-1", "education", "id:org-1"),
        ("org-1", "self_employed", "id:org-1"),
        (None, "pensioner", "pensioner"),
        (None, "unemployed", "unemployed"),
        (None, "student", "student"),
        (None, "self_employed", "self_employed"),
        (None, "education", None),
        (None, "unknown", None),
        (None, None, None),
        (float("nan"), float("nan"), None),
    ],
)
def test_employer_bloc(employer_id, status, bloc):
    assert employer_bloc(employer_id, status) == bloc


def test_blocs_of_a_frame_prefer_the_lineage_of_a_party():
    seats = pd.DataFrame(
        {
            "nominator_kind": ["party", "party", "association"],
            "nominator_id": [None, "org-branch", "org-2"],
            "party_id": ["auyl", "auyl", None],
            "nominator_as_printed": ["«Ауыл»", "партия «Ауыл»", "«Ауыл жастары»"],
            "employer_id": ["org-5", None, None],
            "employer_sector": ["education", "pensioner", "education"],
        },
        index=[5, 6, 7],
    )
    found = add_blocs(seats)
    assert list(found["nominator_bloc"]) == ["party:auyl", "party:auyl", "id:org-2"]
    assert found["employer_bloc"].isna().tolist() == [False, False, True]
    assert list(found.index) == [5, 6, 7]


def test_splits_count_known_blocs_and_leave_the_rest_unknown():
    blocs = pd.Series(["x", "x", "y", None, "x", None])
    owners = np.array([0, 0, 0, 0, 1, 2])
    assert count_splits(owners, blocs, np.array([5, 1, 3, 2])) == [((2, 1), 2), ((1,), 0), ((), 3), ((), 2)]


def test_people_who_nominated_themselves_share_no_bloc():
    blocs = pd.Series(["self", "self", "x", "x"])
    assert count_splits(np.zeros(4, dtype=int), blocs, np.array([4])) == [((2, 1, 1), 0)]


def test_successor_maps_merged_parties_only():
    blocs = pd.Series(["party:adal", "party:amanat", "id:adal", None])
    found = follow_successors(blocs, {"adal": "amanat", "amanat": "amanat"})
    assert found.tolist()[:3] == ["party:amanat", "party:amanat", "id:adal"]
    assert pd.isna(found[3])
    assert follow_successors(blocs, {}) is blocs
