"""What the rules say, and what may be worth a look."""

from __future__ import annotations

from models.schema.codes import FINDING_STATUSES
from models.schema.table import Column, Table

FINDINGS = Table(
    "findings",
    "One legal rule checked on one commission on one day.",
    ("rule_id", "commission_id", "as_of"),
    (
        Column("rule_id", "string", "Rule of the reference pack.", required=True),
        Column("commission_id", "string", "Commission.", required=True),
        Column("as_of", "date", "Day judged.", required=True),
        Column("status", "string", "Answer.", FINDING_STATUSES, required=True),
        Column("law_edition", "string", "Edition of the law applied."),
        Column("visibility", "string", "public, or review until a named reviewer confirms it.", ("public", "review")),
        Column("reviewed_by", "string", "Reviewer."),
        Column("detail", "json", "The numbers behind the answer."),
        Column("evidence", "json", "seat_ids it rests on."),
    ),
)

LEADS = Table(
    "leads",
    "One thing worth a look.",
    ("lead_id",),
    (
        Column("lead_id", "string", "Stable id.", required=True),
        Column("kind", "string", "Kind of lead."),
        Column("scope_id", "string", "Commission, person or organisation."),
        Column("as_of", "date", "Day."),
        Column("score", "number", "Order within the kind."),
        Column("sentence", "string", "In plain words."),
        Column("evidence", "json", "Rows it rests on."),
    ),
)
