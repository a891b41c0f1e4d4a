"""People, and what is known of which statements are about one person."""

from __future__ import annotations

from models.schema.codes import CANDIDATE_STATUSES, GENDERS, LINK_GROUNDS
from models.schema.table import Column, Table

PERSONS = Table(
    "persons",
    "One person, as far as it is known which statements are about one.",
    ("person_id",),
    (
        Column("person_id", "string", "Stable id, never derived from the name.", required=True),
        Column("name_kk", "string", "Name as printed in Kazakh documents."),
        Column("name_ru", "string", "Name as printed in Russian documents."),
        Column("name_latin", "string", "Name in Latin letters, where printed so."),
        Column("gender", "string", "Derived from name forms.", GENDERS),
        Column("mentions", "integer", "Statements about the person."),
    ),
)

PERSON_LINKS = Table(
    "person_links",
    "A pair of statements that were joined as one person's, and why; a person with n statements has n - 1.",
    ("link_id",),
    (
        Column("link_id", "string", "Stable id of the pair.", required=True),
        Column("person_id", "string", "The person.", required=True),
        Column("left_seat_id", "string", "The earlier statement.", required=True),
        Column("right_seat_id", "string", "The later statement.", required=True),
        Column(
            "score", "number", "Probability that both are about one person; empty where an act or an editor says so."
        ),
        Column("model", "string", "Version of the weights that gave the probability."),
        Column("ground", "string", "On what ground.", LINK_GROUNDS, required=True),
        Column("evidence", "json", "Level of each comparison; or the kind of act; or editor, day and reason."),
    ),
)

CANDIDATES = Table(
    "candidates",
    "Two statements that are, or may be, about one person; leaves only where rows for review are asked for.",
    ("pair_id",),
    (
        Column("pair_id", "string", "Stable id of the pair.", required=True),
        Column("left_seat_id", "string", "The earlier statement.", required=True),
        Column("right_seat_id", "string", "The later statement.", required=True),
        Column("score", "number", "Probability that both are about one person."),
        Column("model", "string", "Version of the weights."),
        Column("evidence", "json", "What each comparison found, and what stands against joining."),
        Column("status", "string", "What became of the pair.", CANDIDATE_STATUSES, required=True),
    ),
    exported=False,
    review=True,
)

REDIRECTS = Table(
    "redirects",
    "One retired id and what became of it.",
    ("old_id",),
    (
        Column("old_id", "string", "Retired id.", required=True),
        Column("new_id", "string", "Id in use.", required=True),
        Column("reason", "string", "Why."),
        Column("build_id", "string", "Build that retired it."),
    ),
)
