"""SQL of the product: `out_*.sql` makes the tables that pages read, `queries/*.sql` are the questions asked of them."""

from pathlib import Path

import duckdb

DIRECTORY = Path(__file__).resolve().parent


def list_steps() -> list[Path]:
    """List the files that make the `out_*` tables, in the order of `order.txt`."""
    lines = (DIRECTORY / "order.txt").read_text(encoding="utf-8").splitlines()
    return [DIRECTORY / line.strip() for line in lines if line.strip() and not line.startswith("#")]


def list_outputs() -> list[str]:
    """List the names of the tables the steps make."""
    return [step.stem for step in list_steps()]


def run_all(connection: duckdb.DuckDBPyConnection) -> None:
    """Make every `out_*` table from the `core_*` tables of a connection; existing ones are replaced.

    Args:
        connection: a writable connection whose `core_*` tables are complete, measures included.

    Raises:
        duckdb.Error: a table is missing or a column does not fit `models.schema`.
    """
    for step in list_steps():
        connection.execute(step.read_text(encoding="utf-8"))
