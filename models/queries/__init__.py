"""Every question the pages ask, by name; the text of each stands in `models/sql/queries/<name>.sql`."""

import re
from functools import lru_cache
from typing import Any

import pandas as pd

from models.sql import DIRECTORY
from models.store import Store

_FOLDER = DIRECTORY / "queries"
_PARAMETER = re.compile(r"\$([a-z_]+)")


class QueryError(Exception):
    """A question is not known, or was asked without one of its parameters."""


def list_queries() -> list[str]:
    """List the names of all questions."""
    return sorted(path.stem for path in _FOLDER.glob("*.sql"))


@lru_cache(maxsize=64)
def _read(name: str) -> tuple[str, frozenset[str]]:
    path = _FOLDER / f"{name}.sql"
    if not name.isidentifier() or not path.is_file():
        raise QueryError(f"no query is called {name!r}")
    statement = path.read_text(encoding="utf-8")
    body = "\n".join(line for line in statement.splitlines() if not line.lstrip().startswith("--"))
    return statement, frozenset(_PARAMETER.findall(body))


def list_parameters(name: str) -> frozenset[str]:
    """List the parameters of a question.

    Args:
        name: its name.

    Raises:
        QueryError: there is no such question.
    """
    return _read(name)[1]


def run_query(store: Store, name: str, **parameters: Any) -> pd.DataFrame:
    """Ask one question of a database.

    Args:
        store: an open database.
        name: name of the question.
        parameters: its parameters, all of them and no others.

    Raises:
        QueryError: there is no such question, or the parameters do not fit.
    """
    statement, wanted = _read(name)
    if wanted != parameters.keys():
        raise QueryError(f"{name} takes {sorted(wanted)}, was given {sorted(parameters)}")
    return store.fetch(statement, parameters)
