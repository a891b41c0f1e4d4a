"""Recognition of print by Tesseract, through its command line."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2

from etl.read.ocr_image import Picture

LANGUAGES = ("kaz", "rus")
INSTALL = "apt-get install tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus"
"""The command that brings the program and both languages."""

AUTOMATIC, BLOCK, LINE = 3, 6, 7
"""How Tesseract takes a picture apart: columns found by itself, one block of lines, one line."""

TIMEOUT = int(os.environ.get("OCR_TIMEOUT", 180))
"""Seconds one call may take before it is given up."""


class MissingToolError(RuntimeError):
    """Tesseract or one of its languages is not on this machine; the message names the command that installs it."""


class RecognitionError(RuntimeError):
    """Tesseract failed on a picture."""


@dataclass(slots=True)
class Reading:
    """One word as recognised: its box in pixels, confidence 0 to 1, and the line it belongs to."""

    text: str
    left: int
    top: int
    width: int
    height: int
    confidence: float
    line: tuple[int, int, int]


@lru_cache(maxsize=1)
def find_tool() -> str:
    """Return the program.

    Raises:
        MissingToolError: the program or all of its languages are missing.
    """
    program = shutil.which(os.environ.get("TESSERACT", "tesseract"))
    if program is None:
        raise MissingToolError(f"Tesseract is not installed; install it with: {INSTALL}")
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    installed = set(listed.stdout.split()) | set(listed.stderr.split())
    missing = [language for language in LANGUAGES if language not in installed]
    if missing:
        names = " and ".join(missing)
        raise MissingToolError(f"Tesseract lacks the language {names}; install it with: {INSTALL}")
    return program


def has_tool() -> bool:
    """Tell whether recognition can be done on this machine."""
    try:
        find_tool()
    except MissingToolError:
        return False
    return True


def recognise(
    pictures: Sequence[Picture], mode: int, dpi: int, languages: str = "+".join(LANGUAGES)
) -> list[list[Reading]]:
    """Return the words of each picture.

    Args:
        pictures: grey levels, print dark on white.
        mode: how Tesseract takes a page apart (``--psm``): 3 by itself, 6 one block, 11 scattered words.
        dpi: resolution of the pictures.
        languages: as Tesseract names them, joined by plus signs.

    Raises:
        MissingToolError: Tesseract is not installed.
        RecognitionError: it failed or took too long.
    """
    if not pictures:
        return []
    program = find_tool()
    with tempfile.TemporaryDirectory(prefix="ocr-") as folder:
        names = []
        for index, picture in enumerate(pictures):
            path = Path(folder) / f"{index}.png"
            cv2.imwrite(str(path), picture, [cv2.IMWRITE_PNG_COMPRESSION, 1])
            names.append(str(path))
        listing = Path(folder) / "list.txt"
        listing.write_text("\n".join(names), encoding="utf-8")
        command = [program, str(listing), "stdout", "-l", languages, "--psm", str(mode), "--dpi", str(dpi), "tsv"]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False, env=environment)
        except subprocess.TimeoutExpired as error:
            raise RecognitionError(f"recognition took longer than {TIMEOUT} seconds") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().split("\n")[-1][:160]
        raise RecognitionError(f"recognition failed: {reason}")
    return _parse(done.stdout.decode("utf-8", "replace"), len(pictures))


def _parse(table: str, count: int) -> list[list[Reading]]:
    found: list[list[Reading]] = [[] for _ in range(count)]
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") != "5" or not text:
            continue
        page = int(row["page_num"]) - 1
        line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
        left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
        found[page].append(Reading(text, left, top, width, height, max(0.0, float(row["conf"])) / 100, line))
    return found
