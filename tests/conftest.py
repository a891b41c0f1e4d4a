"""One simulated world, built once for all tests that need a whole database."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from etl.build import build
from etl.demo import write_demo


@dataclass(frozen=True)
class World:
    """A simulated corpus and the database built from it."""

    source: Path
    database: Path


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return the tiny world; parallel test workers share one."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder = base / "tiny-world"
    world = World(folder / "documents", folder / "tiny.duckdb")
    with FileLock(str(base / "tiny-world.lock")):
        if not world.database.exists():
            write_demo(world.source, "tiny", 1)
            build([world.source], world.database, workers=1)
    return world
