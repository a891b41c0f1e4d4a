"""What was read: files, the acts in them, and what could not be settled."""

from __future__ import annotations

from models.schema.codes import DATE_BASES, DECISION_KINDS, DOCUMENT_STATUSES, LANGUAGES, SEVERITIES
from models.schema.table import Column, Table

DOCUMENTS = Table(
    "documents",
    "One file read: what it is and how much of it was understood.",
    ("document_path",),
    (
        Column("document_path", "string", "Path below its source folder, with forward slashes.", required=True),
        Column("sha256", "string", "SHA-256 of the bytes as received.", required=True),
        Column("format", "string", "File format as recognised from content and ending (html, docx, xlsx, csv, txt …)."),
        Column("bytes", "integer", "Size in bytes."),
        Column("language", "string", "Language of the text.", LANGUAGES),
        Column("publisher", "string", "Who published it (side-car or document)."),
        Column("source_url", "string", "Where it was published."),
        Column("retrieved_on", "date", "Day it was retrieved."),
        Column("as_of", "date", "Day an undated list stands for (side-car)."),
        Column("is_simulated", "boolean", "True where the document is invented for tests and demonstrations."),
        Column("decisions", "integer", "Acts found in it."),
        Column("seats", "integer", "Statements about people found in it."),
        Column("list_lines", "integer", "Lines that stand inside a list of members."),
        Column("used_lines", "integer", "List lines that became seats or were ignored by a named rule."),
        Column("understanding", "number", "used_lines / list_lines; empty where there is no list."),
        Column(
            "status",
            "string",
            "loaded; queued: too little of its list was understood, none of its seats is loaded; left_out: no members "
            "to load (notice, other subject, no list, the same bytes again); failed: it could not be read.",
            DOCUMENT_STATUSES,
        ),
        Column("title", "string", "Title of the first act, or of the page."),
    ),
)

DECISIONS = Table(
    "decisions",
    "One act (or undated list) found in a document.",
    ("decision_id",),
    (
        Column("decision_id", "string", "Stable id of the act in its document.", required=True),
        Column("document_path", "string", "Document it stands in.", required=True),
        Column("sha256", "string", "SHA-256 of that document's bytes."),
        Column("language", "string", "Language of the document.", LANGUAGES),
        Column("body_name", "string", "Body that took the act, as printed."),
        Column("region_id", "string", "ISO 3166-2 code of the region on the day of the act."),
        Column("district", "string", "District or city, canonical name."),
        Column("number", "string", "Number of the act, without the number sign, Roman numerals in Latin letters."),
        Column("decided_on", "date", "Day of the act; for a snapshot the day it stands for."),
        Column("date_basis", "string", "Where the day comes from.", DATE_BASES),
        Column("kind", "string", "What the act does.", DECISION_KINDS),
        Column("title", "string", "Title as printed, personal data redacted."),
        Column("source_url", "string", "Where the document was published."),
        Column("retrieved_on", "date", "Day it was retrieved."),
        Column("is_simulated", "boolean", "True where the document is invented."),
        Column("ordinal", "integer", "Position of the act in its document, from 0."),
        Column("district_id", "string", "District in the reference pack, where it was recognised."),
        Column("seats", "integer", "Statements about people under this act."),
    ),
)

ISSUES = Table(
    "issues",
    "One thing in a document that was not understood, doubtful or left out.",
    ("issue_id",),
    (
        Column("issue_id", "string", "Stable id.", required=True),
        Column("document_path", "string", "Document.", required=True),
        Column("locator", "json", "Where."),
        Column("severity", "string", "How bad.", SEVERITIES, required=True),
        Column("code", "string", "Kind of issue, listed in the documentation.", required=True),
        Column("message", "string", "What is the matter, with the offending value."),
        Column("text", "string", "The line itself, personal data redacted."),
    ),
)
