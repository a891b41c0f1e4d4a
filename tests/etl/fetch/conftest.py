from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from etl.fetch import FetchReport, fetch
from etl.fetch.pace import Pace
from tests.etl.fetch.servers import Site, serving

ACT = "<html><body><p>{} мәслихатының шешімі, Сәния Оспанова</p></body></html>"


@dataclass
class Time:
    """A clock that stands still but for those who sleep."""

    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)
    day: dt.datetime = dt.datetime(2024, 1, 19, 9, tzinfo=dt.UTC)

    def clock(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds

    def now(self) -> dt.datetime:
        return self.day


@dataclass
class Desk:
    """A folder in which one archive is filled from a local site."""

    folder: Path
    site: Site
    time: Time = field(default_factory=Time)
    names: dict[str, list[str]] = field(default_factory=dict)

    @property
    def archive(self) -> Path:
        return self.folder / "archive"

    @property
    def documents(self) -> Path:
        return self.archive / "documents"

    def declare(self, *sources: dict[str, Any], **more: Any) -> Path:
        whole = {"contact": "mailto:redaksia@example.org", "allow_private_hosts": ["127.0.0.1"], "rate": 600, **more}
        common = {"publisher": "Әулиекөл аудандық мәслихаты", "verified": False}
        whole["sources"] = [{**common, "id": f"s{index}", **source} for index, source in enumerate(sources, start=1)]
        path = self.folder / "sources.yml"
        path.write_text(yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8")
        return path

    def fetch(self, *sources: dict[str, Any], **more: Any) -> FetchReport:
        return fetch(
            self.declare(*sources, **more),
            self.archive,
            pace=Pace(self.time.clock, self.time.sleep),
            now=self.time.now,
            resolve=self.resolve,
        )

    def resolve(self, host: str, port: int) -> list[str]:
        return self.names.get(host, [host])

    def files(self, folder: str = "documents") -> list[str]:
        base = self.archive / folder
        return sorted(path.relative_to(base).as_posix() for path in base.rglob("*") if path.is_file())

    def why(self, *sources: dict[str, Any], **more: Any) -> str:
        """Fetch what gives nothing, and say the one reason."""
        report = self.fetch(*sources, **more)
        assert len(report.failures) == 1, report
        assert not report.outcomes
        assert not self.documents.exists() or not self.files()
        return report.failures[0].why


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Desk:
    return Desk(tmp_path, site)


@pytest.fixture
def act() -> Callable[[str], str]:
    return ACT.format
