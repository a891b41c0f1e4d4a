"""Three ways to find out who is who, for comparison on the same rows: exact names, Splink as it comes, ours."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pandas as pd

from etl.resolve.persons.resolve import resolve_persons
from etl.resolve.persons.scoring import quiet_connection
from etl.resolve.persons.simulated import Labelled

Engine = Callable[[Labelled], dict[str, str]]

_PRINTED = (
    "seat_id", "surname", "given_name", "patronymic", "birth_year", "district_id", "commission_id", "nominator_id",
    "party_id", "employer_as_printed",
)  # fmt: skip


def match_exactly(labelled: Labelled) -> dict[str, str]:
    """One person is whoever has the same surname, given name and patronymic, letter by letter, in one district.

    Args:
        labelled: statements.
    """
    return {
        row["seat_id"]: "|".join(str(row[name]) for name in ("district_id", "surname", "given_name", "patronymic"))
        for row in labelled.seats
    }


def match_by_default(labelled: Labelled) -> dict[str, str]:
    """Splink with the comparisons of its library on names as printed, trained on the rows themselves without labels.

    Args:
        labelled: statements.
    """
    import splink.comparison_library as library
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.getLogger("splink").setLevel(logging.ERROR)
    frame = pd.DataFrame([{name: row.get(name) for name in _PRINTED} for row in labelled.seats])
    frame["birth_year"] = frame["birth_year"].astype("Int64").astype("str")
    blocking: list[Any] = [block_on("surname", "district_id"), block_on("given_name", "patronymic", "district_id")]
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="seat_id",
        comparisons=[
            library.NameComparison("surname"),
            library.NameComparison("given_name"),
            library.NameComparison("patronymic"),
            library.ExactMatch("birth_year"),
            library.ExactMatch("commission_id"),
            library.ExactMatch("party_id"),
            library.ExactMatch("employer_as_printed").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=blocking,
        retain_matching_columns=False,
    )
    api = DuckDBAPI(connection=quiet_connection())
    linker = Linker(api.register(frame, table_name="printed"), settings, log_level=None)
    whole = block_on("surname", "given_name", "patronymic", "district_id")
    linker.training.estimate_probability_two_random_records_match([whole], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1_000_000)
    for rule in blocking:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=0.9)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.9)
    found = clusters.as_pandas_dataframe()
    return dict(zip(found["seat_id"], found["cluster_id"].astype("str"), strict=True))


def match_ours(labelled: Labelled) -> dict[str, str]:
    """The build's own resolution, with the frozen weights.

    Args:
        labelled: statements.
    """
    return resolve_persons(labelled.seats, labelled.decisions, labelled.old_surnames).person_of


ENGINES: dict[str, Engine] = {
    "exact names in one district": match_exactly,
    "Splink, default comparisons": match_by_default,
    "this program": match_ours,
}
