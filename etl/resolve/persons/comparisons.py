"""What is compared between two mentions, in the language of Splink, and which pairs are compared at all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from etl.resolve.persons.weights import Weights


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison: when nothing can be said, and its levels from the strongest down as name -> SQL condition."""

    null: str
    levels: dict[str, str]
    terms: dict[str, str] = field(default_factory=dict)
    """Level -> column of terms whose frequency counts instead of the level's u."""


# DuckDB measures distances in bytes, and a Cyrillic letter has two: hence keys in letters of one byte.
_NEAR = "damerau_levenshtein({0}_bytes_l, {0}_bytes_r) <= 1 and least(length({0}_l), length({0}_r)) >= 5"
_OVERLAP = (
    "commission_id_l <> commission_id_r and valid_from_l < coalesce(valid_to_r, 9999999) "
    "and valid_from_r < coalesce(valid_to_l, 9999999)"
)


def _name_part(part: str) -> Comparison:
    return Comparison(
        f"{part}_initial_l is null or {part}_initial_r is null",
        {
            "exact": f"{part}_l = {part}_r",
            "initial": f"({part}_l is null or {part}_r is null) and {part}_initial_l = {part}_initial_r",
            "near": _NEAR.format(part),
            "else": "ELSE",
        },
        {"exact": f"{part}_term"},
    )


COMPARISONS: dict[str, Comparison] = {
    "surname": Comparison(
        "surname_l is null or surname_r is null",
        {
            "exact": "surname_l = surname_r",
            "renamed": "surname_before_l = surname_r or surname_l = surname_before_r",
            "near": _NEAR.format("surname"),
            "else": "ELSE",
        },
        {"exact": "surname_term"},
    ),
    "given": _name_part("given"),
    "patronymic": _name_part("patronymic"),
    "birth_year": Comparison(
        "birth_year_l is null or birth_year_r is null",
        {
            "equal": "birth_year_l = birth_year_r",
            "next": "abs(birth_year_l - birth_year_r) = 1",
            "else": "ELSE",
        },
    ),
    # Where both sit: how many other people could be meant there decides how much an equal name says.
    "where": Comparison(
        "district_l is null or district_r is null",
        {
            "commission": "commission_id_l = commission_id_r",
            # Constituency commissions are formed for an election from people who know the work: see docs/identity.md.
            "constituency": "district_l = district_r and (level_l = 'DEC') <> (level_r = 'DEC')",
            "district": "district_l = district_r",
            "region": "region_l = region_r",
            "else": "ELSE",
        },
    ),
    # One person in two commissions on one day is rare (art. 10(3) and 19 read together), a constituency commission
    # for the days of an election beside a precinct commission less so.
    "sitting": Comparison(
        "valid_from_l is null or valid_from_r is null",
        {
            "same_level_at_once": f"level_l = level_r and {_OVERLAP}",
            "constituency_at_once": f"(level_l = 'DEC' or level_r = 'DEC') and {_OVERLAP}",
            "levels_at_once": _OVERLAP,
            "else": "ELSE",
        },
    ),
    "employer": Comparison(
        "employer_kind_l is null or employer_kind_r is null",
        {
            "same": "employer_l = employer_r",
            "kind": "employer_kind_l = employer_kind_r",
            "else": "ELSE",
        },
    ),
    "nominator": Comparison(
        "nominator_l is null or nominator_r is null",
        {"same": "nominator_l = nominator_r", "else": "ELSE"},
    ),
    "post": Comparison(
        "post_l is null or post_r is null",
        {"same_officer": "post_l = post_r and post_l <> 'member'", "member": "post_l = post_r", "else": "ELSE"},
    ),
}

BLOCKING: tuple[str, ...] = (
    "l.district = r.district and l.surname = r.surname and l.given_initial = r.given_initial",
    "l.commission_id = r.commission_id and l.given = r.given and l.patronymic = r.patronymic",
    "l.commission_id = r.commission_id and l.surname = r.surname and l.patronymic = r.patronymic",
    "l.full_name = r.full_name and l.region = r.region",
    "l.full_name = r.full_name and l.birth_year = r.birth_year",
    "l.district = r.district and l.given = r.given and l.patronymic = r.patronymic and l.employer = r.employer",
)
"""Rules of equality: pairs that fit one of them are compared. Two statements of one list are never one person."""

_NOT_ONE_LIST = "not (l.decision_id = r.decision_id and l.commission_id = r.commission_id and l.action = r.action)"


def make_settings(weights: Weights) -> dict[str, Any]:
    """Return the settings of a Splink model with frozen weights.

    Args:
        weights: the version.

    Raises:
        KeyError: the weights lack a level of a comparison.
    """
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "place",
        "probability_two_random_records_match": weights.prior,
        "retain_matching_columns": True,  # else the levels reached are not in the answer
        "retain_intermediate_calculation_columns": False,
        "additional_columns_to_retain": ["decision_id"],
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": f"{rule} and {_NOT_ONE_LIST}", "sql_dialect": "duckdb"} for rule in BLOCKING
        ],
        "comparisons": [_settings_of(name, comparison, weights) for name, comparison in COMPARISONS.items()],
    }


def _settings_of(name: str, comparison: Comparison, weights: Weights) -> dict[str, Any]:
    frozen = {level.name: level for level in weights.comparisons[name]}
    levels: list[dict[str, Any]] = [
        {"sql_condition": comparison.null, "label_for_charts": "not known", "is_null_level": True}
    ]
    for level, condition in comparison.levels.items():
        entry: dict[str, Any] = {
            "sql_condition": condition,
            "label_for_charts": level,
            "m_probability": frozen[level].m,
            "u_probability": frozen[level].u,
        }
        if level in comparison.terms:
            entry |= {"tf_adjustment_column": comparison.terms[level], "disable_tf_exact_match_detection": True}
        levels.append(entry)
    return {"output_column_name": name, "comparison_levels": levels}
