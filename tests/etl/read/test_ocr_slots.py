from __future__ import annotations

import threading
import time

import pytest

from etl.read import ocr_slots
from etl.read.ocr_slots import run_in_order, take_slot


def test_results_come_in_the_order_of_the_tasks() -> None:
    waits = [0.05, 0.0, 0.03, 0.0]

    def task(index: int):
        def run() -> int:
            time.sleep(waits[index])
            return index

        return run

    assert list(run_in_order((task(i) for i in range(4)), threads=3)) == [0, 1, 2, 3]


def test_no_more_than_twice_the_threads_are_taken_ahead() -> None:
    taken: list[int] = []
    gate = threading.Event()

    def tasks():
        for index in range(20):
            taken.append(index)
            yield gate.wait

    results = run_in_order(tasks(), threads=2)
    timer = threading.Timer(0.1, gate.set)
    timer.start()
    next(results)
    assert len(taken) <= 5
    assert list(results) == [True] * 19


def test_a_failing_task_is_not_lost() -> None:
    def fail() -> int:
        raise ValueError("broken page")

    with pytest.raises(ValueError, match="broken page"):
        list(run_in_order([fail], threads=2))


def test_one_slot_lets_one_page_through_at_a_time(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(ocr_slots, "SLOTS", 1)
    inside, most = [], []

    def page() -> None:
        with take_slot(tmp_path):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.02)
            inside.pop()

    threads = [threading.Thread(target=page) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert most == [1, 1, 1, 1]


def test_a_slot_is_free_again_after_a_failure(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(ocr_slots, "SLOTS", 1)
    with pytest.raises(RuntimeError, match="tesseract"), take_slot(tmp_path):
        raise RuntimeError("tesseract")
    with take_slot(tmp_path):
        pass
