"""The codes a column may hold, each list once.

Codes are a public promise: they may grow, never change.
"""

from __future__ import annotations

LEVELS = ("CEC", "TEC", "DEC", "PEC")
ROLES = ("chair", "deputy_chair", "secretary", "member", "unknown")
ACTIONS = ("elected", "released", "renamed", "appointed")
DECISION_KINDS = ("formation", "replacement", "release", "surname_change", "notice", "other")
NOMINATOR_KINDS = (
    "party",
    "association",
    "higher_commission",
    "residents",
    "workplace_collective",
    "state_body",
    "self",
    "unknown",
)
EMPLOYER_TYPES = (
    "school",
    "preschool",
    "college",
    "university",
    "extracurricular",
    "hospital",
    "clinic",
    "culture",
    "library",
    "sport",
    "akim_office",
    "department",
    "enterprise",
    "court",
    "other",
    "none",
    "unknown",
)
EMPLOYER_SECTORS = (
    "education",
    "health",
    "culture_sport",
    "social",
    "local_executive",
    "representative_body",
    "central_state",
    "law_enforcement",
    "utilities_transport",
    "finance",
    "agriculture",
    "other_business",
    "civic",
    "party",
    "election_body",
    "religious",
    "pensioner",
    "student",
    "unemployed",
    "self_employed",
    "unknown",
)
OWNERSHIPS = ("public", "private", "civic", "none", "unknown")
DATE_BASES = ("decision", "snapshot", "unknown")
LANGUAGES = ("kk", "ru", "mixed", "unknown")
GENDERS = ("f", "m", "unknown")
TIE_KINDS = ("nominated_by", "employed_by", "stated_member", "earlier_nominee", "org_tie", "listed_candidate")
FINDING_STATUSES = ("pass", "breach", "flag", "unknown", "not_applicable")
DOCUMENT_STATUSES = ("loaded", "queued", "left_out", "failed")
SEVERITIES = ("error", "warning", "info")
REGISTER_WORDS = ("member", "branch_officer", "candidate", "deputy", "organisation")
CORRECTION_OUTCOMES = ("applied", "proposed", "withdrawn", "outdated", "unknown_row", "invalid")
PARENT_BASES = ("printed", "rule")
SCOPES = ("country", "region", "district")
CANDIDATE_STATUSES = ("merged", "review", "conflict", "same", "different", "unsure")
"""merged: by the program; review: for a person to look at; conflict: likely, but something forbids it; the rest: as
judged in the ledger."""

LINK_GROUNDS = ("act", "judged", "model")
"""act: a release ends the seat or a change of surname renames its holder; judged: by a person, in the ledger; model: a
probability."""

ORGANISATION_CANDIDATE_STATUSES = ("review", "different", "unsure")
"""review: for a person to look at; the rest: as judged in the ledger. Pairs judged to be one are one organisation."""
