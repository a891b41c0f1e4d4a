"""Packs as fixtures."""

import shutil
from pathlib import Path

import pytest

from models.reference import DEFAULT_DIRECTORY, Pack, load_pack


@pytest.fixture(scope="session")
def kz() -> Pack:
    return load_pack()


@pytest.fixture(scope="session")
def ru() -> Pack:
    return load_pack(DEFAULT_DIRECTORY.parent / "ru")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A writable copy of the pack of Kazakhstan."""
    target = tmp_path / "kz"
    shutil.copytree(DEFAULT_DIRECTORY, target)
    return target
