"""One setting hides the names of ordinary precinct members everywhere: for hosting in public.

Ordinary members of precinct commissions are private persons who were named in a public act; officers of commissions,
members of higher commissions and bodies stay. The mask lies below every question the program asks of a database
(pages, search, graph, exports, briefs): nothing above it can forget to hide a name.
"""

import os

import duckdb

from models import sql

ENVIRONMENT = "COMMISSIONS_MASK"
CATALOG, SCHEMA = "memory", "masked"
_OFF = frozenset({"", "0", "no", "off", "false"})
_HIDDEN_TABLES = frozenset(
    {
        "core_candidates",
        "core_person_links",
        "core_redirects",
        "core_registers",
        "out_hidden_seat",
        "out_masked_person",
    }
)
"""Tables of which nothing can be shown: likely namesakes, registers, and whatever leads from an open person to a hidden
statement (an earlier id is that of an earlier statement)."""


def is_masking() -> bool:
    """Tell whether names are to be hidden, by the setting `COMMISSIONS_MASK`.

    Any value that does not clearly mean "no" hides: a typing error must not publish names.
    """
    return os.environ.get(ENVIRONMENT, "").strip().lower() not in _OFF


def lay_mask(connection: duckdb.DuckDBPyConnection, catalog: str = "build") -> str:
    """Lay masked views over every table of an attached database; returns the schema that holds them.

    Args:
        connection: an in-memory connection with the database attached for reading under the name `build`.
        catalog: that name.

    Raises:
        duckdb.Error: a table of the database is missing.
    """
    folder = sql.DIRECTORY / "masked"
    own = {path.stem for path in folder.glob("*.sql")} - {"macros"}
    connection.execute(f"CREATE SCHEMA {CATALOG}.{SCHEMA}")
    connection.execute(f"USE {CATALOG}.{SCHEMA}")
    connection.execute((folder / "macros.sql").read_text(encoding="utf-8"))
    for name in sorted(own):
        connection.execute((folder / f"{name}.sql").read_text(encoding="utf-8"))
    tables = connection.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_catalog = $catalog ORDER BY table_name",
        {"catalog": catalog},
    ).fetchall()  # the file itself, not the views over it
    for (name,) in tables:
        if name not in own:
            rows = "LIMIT 0" if name in _HIDDEN_TABLES else ""
            connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM {catalog}."{name}" {rows}')  # noqa: S608
    return f"{CATALOG}.{SCHEMA}"
