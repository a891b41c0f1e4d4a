"""How far a command has come, on the terminal or in lines."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TypeAlias

from tqdm import tqdm

log = logging.getLogger("etl")

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a stage, the steps done and all its steps."""


class Reporter:
    """Shows progress: a bar on a terminal, plain lines otherwise."""

    def __init__(self) -> None:
        self.terminal = sys.stderr.isatty()
        self.bar: tqdm[None] | None = None
        self.stage = ""
        self.said = -1

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Report that ``done`` of ``total`` steps of a stage are behind us."""
        if self.terminal:
            self._draw(stage, done, total)
            return
        tenth = 10 * done // total if total else 10
        if stage != self.stage or tenth != self.said:
            self.stage, self.said = stage, tenth
            log.info("%s %d/%d", stage, done, total)

    def _draw(self, stage: str, done: int, total: int) -> None:
        if self.bar is None or stage != self.stage:
            self.close()
            self.bar, self.stage = tqdm(total=total, desc=stage, leave=True), stage
        self.bar.total = total
        self.bar.update(done - self.bar.n)

    def close(self) -> None:
        """End the bar."""
        if self.bar is not None:
            self.bar.close()
            self.bar = None
