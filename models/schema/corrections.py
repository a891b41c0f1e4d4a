"""Corrections of single values."""

from __future__ import annotations

from models.schema.codes import CORRECTION_OUTCOMES
from models.schema.table import Column, Table

CORRECTIONS = Table(
    "corrections",
    "One correction of a single value, and what became of it.",
    ("correction_id",),
    (
        Column("correction_id", "string", "Id in the corrections file.", required=True),
        Column("table_name", "string", "Table of the value.", required=True),
        Column("row_id", "string", "Row of the value.", required=True),
        Column("column_name", "string", "Column of the value.", required=True),
        Column("old_value", "string", "What was read."),
        Column("new_value", "string", "What it should be."),
        Column("reason", "string", "Why.", required=True),
        Column("source", "string", "What shows it.", required=True),
        Column("outcome", "string", "What became of it.", CORRECTION_OUTCOMES, required=True),
        Column("made_by", "string", "Who says so.", required=True),
        Column("made_on", "date", "Day.", required=True),
        Column("document_path", "string", "Document of the row, where it has one."),
    ),
)
