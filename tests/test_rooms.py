"""Each room imports what docs/architecture.md lets it import, and nothing reaches back."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OWN = ("app", "etl", "models", "pages", "tests")
ANALYSIS = ("duckdb", "streamlit", "plotly")

ROOMS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # room: (what of the project it may import besides itself, which libraries it never imports)
    "app": (("pages", "models"), ("duckdb",)),
    "pages": (("models",), ("duckdb",)),
    "etl.archive": (("etl.errors",), ("duckdb", "pandas", "lxml")),
    "etl.fetch": (("etl.archive", "etl.errors", "etl.read", "etl.sidecar", "models.reference"), ("duckdb", "pandas")),
    "etl.read": (("etl.records",), ("duckdb", "pandas")),
    "etl.parse": (("etl.identifiers", "etl.normalise", "etl.records", "models.reference"), ("duckdb", "pandas")),
    "etl.normalise": (("models.reference",), ("duckdb", "pandas", "urllib3")),
    "etl.resolve": (("etl.errors", "etl.identifiers", "etl.normalise", "models.reference"), ("duckdb", "streamlit")),
    "etl.demo": (("models.reference",), ("duckdb", "streamlit")),
    "etl": (("models",), ("streamlit", "plotly")),
    "models.schema": ((), (*ANALYSIS, "pandas")),
    "models.reference": ((), ANALYSIS),
    "models.measures": ((), ANALYSIS),
    "models.terms": ((), ANALYSIS),
    "models.rules": (("models.measures", "models.reference", "models.terms"), ANALYSIS),
    "models.search": ((), ANALYSIS),
    "models.graph": (("models.queries", "models.reference", "models.store"), ANALYSIS),
    "models": ((), ("streamlit", "plotly")),
}
"""The longest name that fits is a module's room."""

EXCEPTIONS: dict[tuple[str, str], str] = {
    ("pages._ui.review", "etl.corrections"): "the review page writes corrections through their public functions",
    ("pages._ui.review", "etl.resolve.ledger"): "the review page writes judgements through their public functions",
    ("etl.resolve.persons.scoring", "duckdb"): "splink computes in a database in memory, which is nobody's file",
    ("etl.resolve.persons.simulated", "etl.assemble"): "the measured truth is made into tables as every other document",
    ("etl.resolve.organisations.principals", "models.measures.blocs"): "one definition of who stands for the state",
}
"""Module, or package of modules, and what it imports though its room may not; each with the reason."""


def find_modules(root: Path) -> dict[str, Path]:
    """Return the modules of the project by name."""
    paths = [root / "app.py", *(path for room in ("etl", "models", "pages") for path in (root / room).rglob("*.py"))]
    found: dict[str, Path] = {}
    for path in paths:
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def list_imports(source: str, module: str, *, package: bool, modules: set[str]) -> set[str]:
    """Return the full names of modules a source imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = module.split(".")
                above = above[: len(above) - node.level + (1 if package else 0)]
                base = ".".join([*above, base] if base else above)
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                found.add(whole if whole in modules else base)
    return found


def is_inside(name: str, room: str) -> bool:
    """Tell whether a module is a room or stands in it."""
    return name == room or name.startswith(f"{room}.")


def find_room(module: str) -> str:
    """Return the room of a module."""
    return max((room for room in ROOMS if is_inside(module, room)), key=len)


def find_excuse(module: str, target: str) -> tuple[str, str] | None:
    """Return the stated exception that covers an import."""
    return next((key for key in EXCEPTIONS if is_inside(module, key[0]) and is_inside(target, key[1])), None)


def is_allowed(module: str, target: str) -> bool:
    """Tell whether the table of rooms lets a module import another."""
    room = find_room(module)
    may, never = ROOMS[room]
    if target.split(".")[0] in OWN:
        return is_inside(target, room) or any(is_inside(target, one) for one in may)
    return not any(is_inside(target, library) for library in never)


MODULES = find_modules(ROOT)
IMPORTS = sorted(
    (module, target)
    for module, path in MODULES.items()
    for target in list_imports(
        path.read_text(encoding="utf-8"), module, package=path.name == "__init__.py", modules=set(MODULES)
    )
)


def test_no_room_reaches_into_another_that_it_may_not_know() -> None:
    forbidden = [
        f"{module} imports {target}"
        for module, target in IMPORTS
        if not is_allowed(module, target) and find_excuse(module, target) is None
    ]
    assert forbidden == []


def test_every_exception_is_still_needed() -> None:
    used = {find_excuse(module, target) for module, target in IMPORTS if not is_allowed(module, target)}
    assert set(EXCEPTIONS) - used == set()


def test_every_room_has_modules() -> None:
    assert {find_room(module) for module in MODULES} == set(ROOMS)


@pytest.mark.parametrize(
    ("module", "target", "allowed"),
    [
        ("models.measures.power", "etl.records", False),
        ("models.measures.power", "duckdb", False),
        ("models.store", "duckdb", True),
        ("models.export.package", "streamlit", False),
        ("models.schema.seats", "models.store", False),
        ("pages.people", "etl.build", False),
        ("pages.people", "duckdb", False),
        ("pages.people", "models.store", True),
        ("etl.read.pdf", "etl.parse.acts", False),
        ("etl.read.pdf", "etl.records", True),
        ("etl.reading", "etl.parse.acts", True),
        ("etl.readings", "pages", False),
        ("etl.parse.acts", "duckdb", False),
        ("etl.normalise.names", "models.reference.pack", True),
        ("etl.normalise.names", "models.referenced", False),
        ("app", "etl", False),
    ],
)
def test_a_module_belongs_to_the_closest_room(module: str, target: str, allowed: bool) -> None:  # noqa: FBT001
    assert is_allowed(module, target) is allowed


def test_imports_are_found_inside_functions_and_by_relative_names() -> None:
    source = (
        "import duckdb.typing\nfrom . import seats\nfrom ..rows import Row\n"
        "def f():\n    from etl import build\n    from models import schema as known\n"
    )
    modules = {"models.schema", "models.schema.seats", "models.rows", "etl.build"}
    found = list_imports(source, "models.schema.codes", package=False, modules=modules)
    assert found == {"duckdb.typing", "models.schema.seats", "models.rows", "etl.build", "models.schema"}
    assert "models.schema.seats" in list_imports(source, "models.schema", package=True, modules=modules)
