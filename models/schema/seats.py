"""What documents say about people in commissions."""

from __future__ import annotations

from models.schema.codes import (
    ACTIONS,
    EMPLOYER_SECTORS,
    EMPLOYER_TYPES,
    GENDERS,
    LEVELS,
    NOMINATOR_KINDS,
    OWNERSHIPS,
    ROLES,
)
from models.schema.table import Column, Table

SEATS = Table(
    "seats",
    "One statement a document makes about a person in a commission.",
    ("seat_id",),
    (
        Column("seat_id", "string", "Stable id, derived from document and place in it.", required=True),
        Column("document_path", "string", "Document.", required=True),
        Column("decision_id", "string", "Act.", required=True),
        Column("commission_id", "string", "Commission.", required=True),
        Column("level", "string", "Level of the commission.", LEVELS),
        Column("commission_number", "integer", "Number of the commission."),
        Column("commission_name", "string", "Name of the commission, nominative."),
        Column("region_id", "string", "Region on the day of the document."),
        Column("district", "string", "District or city, canonical name."),
        Column("action", "string", "What the statement says.", ACTIONS, required=True),
        Column("name_as_printed", "string", "The name exactly as printed.", required=True),
        Column("surname", "string", "Surname, nominative, script of the document."),
        Column("given_name", "string", "Given name or initial."),
        Column("patronymic", "string", "Patronymic or initial."),
        Column("role", "string", "Post; unknown where the form of the list leaves it open.", ROLES, required=True),
        Column("nominator_as_printed", "string", "Nominator as printed; empty where not printed."),
        Column("nominator_kind", "string", "Kind of nominator; empty where none is printed.", NOMINATOR_KINDS),
        Column("nominator_id", "string", "Organisation that nominated; for a party branch the party."),
        Column("party_id", "string", "Lineage id of the nominating party."),
        Column("employer_as_printed", "string", "Employer or status as printed; empty where not printed."),
        Column("employer_id", "string", "Organisation, where one is named."),
        Column("employer_type", "string", "Type of employer.", EMPLOYER_TYPES),
        Column("employer_sector", "string", "Sector of the employer or the person's status.", EMPLOYER_SECTORS),
        Column("employer_ownership", "string", "Ownership of the employer.", OWNERSHIPS),
        Column("job_title", "string", "Job title, nominative."),
        Column("birth_year", "integer", "Year of birth, where printed."),
        Column("education", "string", "Education as printed."),
        Column(
            "stated_party_id", "string", "Party membership printed in the document; never derived from the nominator."
        ),
        Column("person_id", "string", "Person; see docs/identity.md.", required=True),
        Column("release_ground", "string", "Ground of a release, as printed."),
        Column("replaces_seat_id", "string", "The released statement this election fills."),
        Column("locator", "json", "Where it stands: what applies of page, paragraph, table, row, cell, sheet, line."),
        Column("snippet", "string", "The source line, personal data redacted."),
        Column("confidence", "number", "0..1, how sure the reading is."),
        Column("valid_from", "date", "First day the seat is held."),
        Column("valid_to", "date", "First day it is not; empty = open."),
        Column("district_id", "string", "District in the reference pack."),
        Column("closes_seat_id", "string", "For a release: the seat it ends, where recognised."),
        Column("gender", "string", "Derived from name forms; unknown stays unknown.", GENDERS),
        Column("is_teaching_post", "boolean", "Job title is in the reference pack's list of teaching posts."),
        Column("is_simulated", "boolean", "True where the document is invented."),
    ),
)
