"""The data dictionary as Markdown, generated from the schema: ``python -m models.dictionary``."""

from __future__ import annotations

import sys

from models.schema import TABLES, Column, Table

HEAD = """# Data dictionary

Generated from `models/schema/` by `make docs`; do not edit. Empty always means "not known" or "not printed".
"""


def describe_tables() -> str:
    """Return the data dictionary of every table."""
    return HEAD + "".join(_table(table) for table in TABLES)


def _table(table: Table) -> str:
    lines = [
        f"\n## {table.name}\n",
        f"{table.row} Key: {', '.join(f'`{name}`' for name in table.key)}."
        + ("" if table.exported else " Not part of the data package."),
        "",
        "| column | type | meaning |",
        "| --- | --- | --- |",
    ]
    lines += [f"| `{column.name}` | {column.type} | {_meaning(column)} |" for column in table.columns]
    return "\n".join(lines) + "\n"


def _meaning(column: Column) -> str:
    codes = f" One of {', '.join(f'`{code}`' for code in column.codes)}." if column.codes else ""
    return column.description.replace("|", "\\|") + codes


if __name__ == "__main__":
    sys.stdout.write(describe_tables())
