"""What a database says about itself."""

from __future__ import annotations

from models.schema.table import Column, Table

META = Table(
    "meta",
    "What the database was built from, as key and value.",
    ("key",),
    (
        Column("key", "string", "Name.", required=True),
        Column("value", "string", "Value; JSON for lists."),
    ),
    exported=False,
)
