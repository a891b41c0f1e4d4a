"""Time and memory of a build by stage: ``python -m tests.benchmarks.bench_build [FOLDER …] [--workers N]``.

Without a folder the default demo is written and built. Memory is what this process and its workers hold together,
looked at five times a second; pages they share are counted for each, so the figure is an upper bound.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from etl.build import BuildReport, build

_LOOK_EVERY = 0.2


@dataclass(slots=True)
class Stage:
    """What one stage took."""

    name: str
    seconds: float = 0.0
    processor: float = 0.0
    megabytes: float = 0.0


@dataclass
class Watch:
    """Follows a build by its reports of progress; a stage ends where the next one begins."""

    stages: list[Stage] = field(default_factory=lambda: [Stage("find")])
    ended: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.clock, self.used = time.perf_counter(), _processor_seconds()
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take a report of progress."""
        if stage != self.stages[-1].name:
            self._close()
            self.stages.append(Stage(stage))

    def stop(self) -> None:
        """End the last stage."""
        self._close()
        self.ended.set()
        self.thread.join()

    def _close(self) -> None:
        now, used = time.perf_counter(), _processor_seconds()
        self.stages[-1].seconds, self.stages[-1].processor = now - self.clock, used - self.used
        self.clock, self.used = now, used

    def _look(self) -> None:
        while not self.ended.wait(_LOOK_EVERY):
            self.stages[-1].megabytes = max(self.stages[-1].megabytes, _megabytes())


def _processor_seconds() -> float:
    """Return the processor time of this process and of the workers that have ended."""
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def _megabytes() -> float:
    """Return the memory this process and its workers hold; where there is no /proc, the peak of this process."""
    if not Path("/proc/self/statm").exists():
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20
    processes = [os.getpid()]
    for process in processes:
        for task in Path(f"/proc/{process}/task").glob("*/children"):
            try:
                processes += [int(child) for child in task.read_text().split()]
            except OSError:
                continue  # it ended while we looked
    pages = 0
    for process in processes:
        try:
            pages += int(Path(f"/proc/{process}/statm").read_text().split()[1])
        except OSError:
            continue
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def show(stages: list[Stage], report: BuildReport) -> str:
    """Return the table of a build.

    Args:
        stages: what each stage took.
        report: what the build did.
    """
    lines = [
        f"{report.documents} documents, {report.seats} seats, {report.commissions} commissions, {report.issues} issues; "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}",
        f"{'stage':<10}{'seconds':>10}{'processor s':>13}{'seats/s':>10}{'peak MB':>10}",
    ]
    whole = Stage("all", *(sum(getattr(stage, name) for stage in stages) for name in ("seconds", "processor")))
    whole.megabytes = max(stage.megabytes for stage in stages)
    for stage in (*stages, whole):
        speed = report.seats / stage.seconds if stage.seconds else 0.0
        lines.append(
            f"{stage.name:<10}{stage.seconds:>10.1f}{stage.processor:>13.1f}{speed:>10.0f}{stage.megabytes:>10.0f}"
        )
    return "\n".join(lines)


def main() -> None:
    """Build the folders given, or the default demo, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--workers", type=int)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folders = given.folders
        if not folders:
            from etl.demo import write_demo

            folders = [Path(scratch, "documents")]
            write_demo(folders[0], "default", 1, lambda *_: None)
        watch = Watch()
        report = build(folders, Path(scratch, "bench.duckdb"), workers=given.workers, progress=watch)
        watch.stop()
    sys.stdout.write(show(watch.stages, report) + "\n")


if __name__ == "__main__":
    main()
