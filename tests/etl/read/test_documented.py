"""docs/sources.md says what the code does: each key, ignored name, limit and issue stands in it."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from etl.read import IGNORED_NAMES, limits
from etl.records import SideCar

PAGE = (Path(__file__).parents[3] / "docs" / "sources.md").read_text("utf-8")
FOLDER = Path(limits.__file__).parent
OWN_READERS = ("csv", "docx", "document", "encoding", "html", "txt", "xlsx")


@pytest.mark.parametrize("name", [field.name for field in fields(SideCar)])
def test_every_key_of_a_side_car(name: str) -> None:
    assert f"| `{name}` |" in PAGE


@pytest.mark.parametrize("name", sorted(IGNORED_NAMES))
def test_every_ignored_name(name: str) -> None:
    assert name in PAGE.lower()


@pytest.mark.parametrize("variable", re.findall(r"READ_\w+", Path(limits.__file__).read_text("utf-8")))
def test_every_limit(variable: str) -> None:
    assert f"`{variable}`" in PAGE


@pytest.mark.parametrize("module", OWN_READERS)
def test_every_issue(module: str) -> None:
    source = (FOLDER / f"{module}.py").read_text("utf-8")
    for code in re.findall(r'(?:Issue|_refuse)\("(\w+)"', source):
        assert f"`{code}`" in PAGE, code
