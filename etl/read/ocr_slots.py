"""Pages recognised side by side: threads inside one document, and a bound on all of them on one machine."""

from __future__ import annotations

import os
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

try:
    import fcntl
except ImportError:  # Windows has no flock: the bound then holds inside one process only
    fcntl = None  # type: ignore[assignment]

T = TypeVar("T")

SLOTS = max(1, int(os.environ.get("OCR_WORKERS", os.cpu_count() or 1)))
"""Pages recognised at the same time on this machine, however many processes read documents."""

_PAUSE = 0.05
_own = threading.BoundedSemaphore(SLOTS)


def run_in_order(tasks: Iterable[Callable[[], T]], threads: int = SLOTS) -> Iterator[T]:
    """Run tasks over threads and yield their results in the order of the tasks.

    Recognition waits for another program, so threads are enough; at most twice as many tasks as threads are
    taken ahead, so that the pictures of a long document are not all held at once.

    Args:
        tasks: taken one by one in the calling thread.
        threads: tasks run at the same time.
    """
    waiting: deque[Future[T]] = deque()
    with ThreadPoolExecutor(max_workers=threads) as pool:
        for task in tasks:
            waiting.append(pool.submit(task))
            while len(waiting) >= 2 * threads or (waiting and waiting[0].done()):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def take_slot(folder: Path | None = None) -> Iterator[None]:
    """Hold one of the machine's slots for recognition; waits until one is free.

    A slot is a locked file: the system frees it when its process ends, whatever the reason.

    Args:
        folder: where the files are; one for all processes of a user where none is given.
    """
    with _own:
        if fcntl is None:
            yield
            return
        handle = _lock_any(folder or _folder())
        try:
            yield
        finally:
            os.close(handle)


def _folder() -> Path:
    user = os.getuid() if hasattr(os, "getuid") else 0
    folder = Path(tempfile.gettempdir()) / f"commission-ocr-{user}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _lock_any(folder: Path) -> int:
    """Return the handle of a locked file."""
    while True:
        for number in range(SLOTS):
            handle = os.open(folder / f"slot-{number}", os.O_RDWR | os.O_CREAT, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os.close(handle)
                continue
            return handle
        time.sleep(_PAUSE)
