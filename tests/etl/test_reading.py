"""Documents over an executor: the largest first, the results in the order of the sources."""

import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from etl import reading
from etl.archive import Archive
from etl.coding import Coded
from etl.reading import Job, read_all
from etl.sources import find_sources

NAMES = ("а-қысқа.txt", "б-ұзын.txt", "в-орта.txt", "г-бос.txt")
SIZES = (40, 900, 300, 5)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "құжаттар"
    documents.mkdir()
    for name, size in zip(NAMES, SIZES, strict=True):
        (documents / name).write_text("№" * size, encoding="utf-8")
    return documents


def _read(folder: Path, monkeypatch: pytest.MonkeyPatch, workers: int) -> tuple[list[str], list[str], list[int]]:
    taken: list[str] = []
    lock = threading.Lock()

    def note(job: Job) -> Coded:
        with lock:
            taken.append(job.source.path)
        return Coded(document={"document_path": job.source.path})

    monkeypatch.setattr(reading, "read_one", note)
    store = Archive(folder.parent / "archive")
    told: list[int] = []
    with ThreadPoolExecutor(max_workers=1) as one:
        results = read_all(
            find_sources([folder], store),
            store,
            Path("data/reference/kz"),
            workers,
            one if workers > 1 else None,
            lambda stage, done, total: told.append(done),
        )
        return [result.document["document_path"] for result in results], taken, told


def test_results_come_in_the_order_of_sources_however_they_are_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results, taken, told = _read(folder, monkeypatch, workers=2)
    assert results == sorted(NAMES)
    assert taken == [name for _, name in sorted(zip(SIZES, NAMES, strict=True), reverse=True)]
    assert told == [0, 1, 2, 3, 4]


def test_one_worker_reads_in_the_order_of_sources(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    results, taken, told = _read(folder, monkeypatch, workers=1)
    assert results == taken == sorted(NAMES)
    assert told == [0, 1, 2, 3, 4]


def test_more_documents_than_are_under_way_at_once_are_all_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        (folder / f"д-{number:02}.txt").write_text("ә" * (number + 1), encoding="utf-8")
    results, taken, _ = _read(folder, monkeypatch, workers=2)
    assert results == sorted(taken)
    assert len(results) == 44


def test_workers_end_when_the_build_is_killed(tmp_path: Path) -> None:
    code = (
        "import os, sys, time\n"
        "from concurrent.futures import ProcessPoolExecutor\n"
        "from etl.reading import _end_with_parent\n"
        "pool = ProcessPoolExecutor(1, initializer=_end_with_parent, initargs=(os.getpid(),))\n"
        "print(pool.submit(os.getpid).result(), flush=True)\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        worker = int(build.stdout.readline())
        build.kill()
    for _ in range(100):
        if not Path(f"/proc/{worker}").exists() or "Z" in Path(f"/proc/{worker}/stat").read_text().split()[2]:
            return
        time.sleep(0.1)
    pytest.fail(f"worker {worker} outlived its build")
