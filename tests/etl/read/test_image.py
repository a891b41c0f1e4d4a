from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from etl.read import ocr_tesseract, read_document
from etl.read.image import grey_of
from etl.records import Table
from tests.etl.read.blocks import codes

SCANS = Path(__file__).resolve().parents[2] / "fixtures" / "scans"


@pytest.fixture
def no_tool(monkeypatch):
    monkeypatch.setenv("TESSERACT", "no-such-program")
    ocr_tesseract.find_tool.cache_clear()
    yield
    ocr_tesseract.find_tool.cache_clear()


def make_picture(kind: str = "PNG", pages: int = 1) -> bytes:
    page = Image.new("L", (800, 1100), "white")
    ImageDraw.Draw(page).rectangle((100, 100, 400, 130), fill="black")
    buffer = io.BytesIO()
    extra = {"save_all": True, "append_images": [page] * (pages - 1)} if pages > 1 else {}
    page.save(buffer, kind, **extra)
    return buffer.getvalue()


@pytest.mark.parametrize(("name", "kind", "pages"), [("a.png", "PNG", 1), ("a.tiff", "TIFF", 3)])
def test_without_tesseract_one_issue_names_the_command_that_installs_it(no_tool, name, kind, pages) -> None:
    document = read_document(name, make_picture(kind, pages))
    assert codes(document) == ["missing_tool"]
    [issue] = document.issues
    assert issue.severity == "error"
    assert "apt-get install tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus" in issue.message


def test_without_tesseract_a_scanned_pdf_has_one_issue_and_keeps_hidden_text(no_tool) -> None:
    scanned = read_document("a.pdf", (SCANS / "scan" / "talas-2024-tablica-tri-stranicy.pdf").read_bytes())
    layered = read_document("b.pdf", (SCANS / "pdf" / "burabay-2024-sloi.pdf").read_bytes())
    assert codes(scanned) == codes(layered) == ["missing_tool"]
    assert scanned.blocks == ()
    assert layered.blocks


def test_a_language_that_is_missing_is_named(monkeypatch, tmp_path) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\necho rus\n")
    program.chmod(0o700)
    monkeypatch.setenv("TESSERACT", str(program))
    ocr_tesseract.find_tool.cache_clear()
    with pytest.raises(ocr_tesseract.MissingToolError, match="language kaz"):
        ocr_tesseract.find_tool()
    ocr_tesseract.find_tool.cache_clear()


def test_a_seal_fades_and_print_under_and_beside_it_stays() -> None:
    page = Image.new("RGB", (1200, 1700), "white")
    draw = ImageDraw.Draw(page)
    draw.ellipse((300, 300, 700, 700), outline=(60, 60, 190), width=8)
    draw.rectangle((200, 490, 900, 510), fill=(10, 10, 10))
    draw.text((800, 1000), "blue", fill=(0, 0, 160))
    grey = grey_of(page)
    assert grey[305:315, 480:520].min() > 200
    assert grey[495:505, 210:890].max() < 60
    assert grey[990:1030, 790:860].min() < 90


def test_what_is_transparent_is_paper() -> None:
    assert grey_of(Image.new("RGBA", (30, 30), (0, 0, 0, 0))).min() == 255


def test_deep_grey_levels_are_brought_to_eight_bits() -> None:
    levels = Image.fromarray(np.array([[0, 65535]], np.uint16))
    assert grey_of(levels).tolist() == [[0, 255]]


def test_a_broken_picture_is_an_issue() -> None:
    assert codes(read_document("a.png", make_picture()[:60])) == ["unreadable_document"]


@pytest.mark.slow
def test_cells_of_a_scan_keep_how_sure_they_are() -> None:
    document = read_document("a.png", (SCANS / "scan" / "tupkaragan-2024-dve-komissii.png").read_bytes())
    cells = [c for block in document.blocks if isinstance(block, Table) for row in block.rows for c in row.cells]
    assert len(cells) > 40
    assert all(cell.confidence is not None and 0 <= cell.confidence <= 1 for cell in cells if cell.text)
    assert len({cell.confidence for cell in cells}) > 5


@pytest.mark.slow
def test_a_page_scanned_on_its_side_is_read_upright() -> None:
    document = read_document("a.pdf", (SCANS / "scan" / "moiynqum-2024-qyryn.pdf").read_bytes())
    texts = [cell.text for block in document.blocks if isinstance(block, Table) for r in block.rows for cell in r.cells]
    assert sum("сайлау" in text.lower() or "мүшесі" in text for text in texts) >= 5
