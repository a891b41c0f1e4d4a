"""The command itself: exit codes, what it says, and that a build reads what it left."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.cli import main
from tests.etl.fetch.conftest import Desk

Act = Callable[[str], str]


def test_failures_are_named_and_the_rest_is_fetched(desk: Desk, act: Act, capsys: pytest.CaptureFixture[str]) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    path = desk.declare({"start": [desk.site.url("/8.html"), desk.site.url("/9.html")]})
    assert main(["fetch", "--sources", str(path), "--archive", str(desk.archive)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert f"fetch: s1: {desk.site.url('/9.html')}: the server answers 404" in said
    assert said[-1] == f"1 new, 1 failed; documents are in {desk.documents}"


def test_nothing_at_all_is_exit_code_one(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk.declare({"start": [desk.site.url("/9.html")]})
    assert main(["fetch", "--sources", str(path), "--archive", str(desk.archive)]) == 1
    assert "no address" in capsys.readouterr().err.splitlines()[-1]


def test_an_archive_that_is_somebody_elses_folder_is_not_touched(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.archive.mkdir()
    (desk.archive / "хат.txt").write_text("менікі", encoding="utf-8")
    path = desk.declare({"start": [desk.site.url("/9.html")]})
    assert main(["fetch", "--sources", str(path), "--archive", str(desk.archive)]) == 1
    assert "it holds other files" in capsys.readouterr().err
    assert [p.name for p in desk.archive.iterdir()] == ["хат.txt"]
