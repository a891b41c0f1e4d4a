"""Commissions and their terms."""

from __future__ import annotations

from models.schema.codes import LEVELS
from models.schema.table import Column, Table

COMMISSIONS = Table(
    "commissions",
    "One election commission over all terms and languages.",
    ("commission_id",),
    (
        Column("commission_id", "string", "Stable id: place, level, number.", required=True),
        Column("level", "string", "Level.", LEVELS, required=True),
        Column("number", "integer", "Number of the precinct or electoral district; empty for territorial commissions."),
        Column("name", "string", "Latest name in the nominative."),
        Column("region_id", "string", "Region on the latest day known."),
        Column("district", "string", "District or city, canonical name."),
        Column("settlement", "string", "Settlement, where printed."),
        Column("venue", "string", "Building the commission works in, where printed (an office address)."),
        Column("parent_commission_id", "string", "Territorial commission of the same district, where read."),
        Column("is_special", "boolean", "Special precinct of art. 23(3); empty where not known."),
        Column("district_id", "string", "District in the reference pack."),
    ),
)

TERMS = Table(
    "terms",
    "One term of one commission.",
    ("commission_id", "term_start"),
    (
        Column("commission_id", "string", "Commission.", required=True),
        Column("term_start", "date", "Day of the term's first formation.", required=True),
        Column("term_end", "date", "First day after the term, where known."),
        Column("decision_id", "string", "Act that formed it."),
        Column("seats_declared", "integer", "Number of members the act announces."),
        Column("seats_read", "integer", "Members read under the formation."),
        Column("vacancies", "integer", "Seats the list itself calls vacant."),
        Column("registered_voters", "integer", "Voters of the precinct, where printed."),
        Column("voters_as_of", "date", "Day of that number."),
    ),
)
