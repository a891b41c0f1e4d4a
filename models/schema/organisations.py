"""Nominators and employers, what they belong to, and what ties a person to them."""

from __future__ import annotations

from models.schema.codes import (
    EMPLOYER_SECTORS,
    EMPLOYER_TYPES,
    ORGANISATION_CANDIDATE_STATUSES,
    OWNERSHIPS,
    PARENT_BASES,
    TIE_KINDS,
)
from models.schema.table import Column, Table

ORGANISATIONS = Table(
    "organisations",
    "One party, association, employer, commission as nominator, or state body.",
    ("org_id",),
    (
        Column("org_id", "string", "Stable id; for parties the lineage id.", required=True),
        Column(
            "kind",
            "string",
            "Kind.",
            ("party", "association", "employer", "commission", "state_body", "residents", "collective"),
        ),
        Column("name", "string", "Name, the most frequent printed form."),
        Column("type", "string", "Type of employer.", EMPLOYER_TYPES),
        Column("sector", "string", "Sector.", EMPLOYER_SECTORS),
        Column("ownership", "string", "Ownership.", OWNERSHIPS),
        Column("parent_org_id", "string", "Body above it, the latest one; earlier ones are in organisation_parents."),
        Column(
            "parent_basis",
            "string",
            "What says so: a document prints it, or a rule of the reference pack.",
            PARENT_BASES,
        ),
        Column("parent_source", "string", "Document that prints the body above, or source of the rule."),
        Column("parent_verified", "boolean", "False where the rule has not been checked against a document."),
        Column("is_top", "boolean", "Nothing is above it here: an akimat, a ministry, a private or civic body."),
        Column("region_id", "string", "Region."),
        Column("district", "string", "District."),
        Column("valid_from", "date", "From this day."),
        Column("valid_to", "date", "Until this day."),
    ),
)

ORGANISATION_PARENTS = Table(
    "organisation_parents",
    "What stands above an organisation, by date; a row without a parent says that it is its own top.",
    ("org_id", "valid_from"),
    (
        Column("org_id", "string", "Organisation.", required=True),
        Column("parent_org_id", "string", "Body above it; empty where the chain stops here."),
        Column("valid_from", "date", "From this day; empty: as far back as is known."),
        Column("valid_to", "date", "Until this day, not included; empty: still."),
        Column("basis", "string", "What says so.", PARENT_BASES, required=True),
        Column("source", "string", "Document that prints it, or source of the rule."),
        Column("verified", "boolean", "False where the rule has not been checked against a document."),
    ),
)

TIES = Table(
    "ties",
    "One recorded tie between a person and an organisation.",
    ("tie_id",),
    (
        Column("tie_id", "string", "Stable id.", required=True),
        Column("seat_id", "string", "Statement it comes from."),
        Column("person_id", "string", "Person.", required=True),
        Column("org_id", "string", "Organisation."),
        Column("party_id", "string", "Party lineage id, where the tie is to a party."),
        Column("tie", "string", "Kind of tie.", TIE_KINDS, required=True),
        Column(
            "tier", "integer", "1 stated, 2 nominated for this seat, 3 for an earlier one, 4 through an organisation."
        ),
        Column("valid_from", "date", "From this day."),
        Column("valid_to", "date", "Until this day."),
        Column("document_path", "string", "Document that says so."),
        Column("locator", "json", "Where it says so."),
        Column("confidence", "number", "0..1."),
    ),
)

ORGANISATION_CANDIDATES = Table(
    "organisation_candidates",
    "Two employers of one place that may be one body; leaves only where rows for review are asked for.",
    ("pair_id",),
    (
        Column("pair_id", "string", "Stable id of the pair.", required=True),
        Column("left_org_id", "string", "An organisation.", required=True),
        Column("right_org_id", "string", "The other.", required=True),
        Column("score", "number", "How far the printed names speak for one body, 0..1; no probability."),
        Column("why", "string", "What the comparison found."),
        Column("status", "string", "What became of the pair.", ORGANISATION_CANDIDATE_STATUSES, required=True),
    ),
    exported=False,
    review=True,
)
