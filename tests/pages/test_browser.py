"""A reader's walk in a real browser: from the front page to the line of the document behind one seat."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from models.language import load_catalogue
from tests.pages.conftest import ROOT

SMALL_PEC = "PEC:KZ-39:Сынақ ауданы:7"
PATIENCE = 30_000
ROW, HEAD = 35, 38
"""Heights of a row and of the heading of a table, in pixels."""


def find_browser() -> str:
    found = shutil.which("chromium")
    assert found, "no Chromium on this machine: apt-get install chromium (or set ALLOW_NO_BROWSER=1)"
    return found


@pytest.fixture(scope="module")
def address(databases: dict[str, Path]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "app.py",
        f"--server.port={port}",
        "--server.address=127.0.0.1",
    ]
    environment = os.environ | {"COMMISSIONS_DB": str(databases["small"])}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def wait_for(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"the program did not start at {url}")


@pytest.fixture(scope="module")
def reader(address: str) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--headless"], headless=True
        )
        page = browser.new_page(viewport={"width": 1400, "height": 1100})
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


def click_cell(page: Page, table: int, row: int, x: float) -> None:
    """Click into a row of a table, which is drawn on a canvas."""
    frame = page.get_by_test_id("stDataFrame").nth(table)
    frame.scroll_into_view_if_needed()
    expect(frame.locator("canvas").first).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(1000)  # the canvas tells nobody when it has drawn
    box = frame.bounding_box()
    assert box
    page.mouse.click(box["x"] + x, box["y"] + HEAD + ROW * row + ROW / 2)


def t(key: str, **values: object) -> str:
    return load_catalogue().translate(key, "kk", **values)


@pytest.mark.browser
def test_first_request_to_a_fresh_server_may_be_a_deep_link(reader: Page, address: str) -> None:
    reader.goto(f"{address}/commission?{urlencode({'lang': 'kk', 'commission': SMALL_PEC})}")
    expect(
        reader.get_by_role("heading", name=t("commission.title.number", level=t("level.PEC.one"), number=7))
    ).to_be_visible(timeout=PATIENCE)
    expect(reader.get_by_role("link", name=t("nav.method"))).to_be_visible()
    expect(reader.get_by_role("dialog")).to_have_count(0)


@pytest.mark.browser
def test_walk_from_the_front_page_to_the_source_of_one_seat(reader: Page, address: str) -> None:
    reader.goto(f"{address}/?lang=kk")
    expect(reader.get_by_role("heading", name=t("nav.overview"), exact=True)).to_be_visible(timeout=PATIENCE)
    expect(reader.get_by_text(t("simulated.banner"))).to_be_visible()

    # The most concentrated by employer stands first, by its lower bound: four of five at one school.
    reader.get_by_role("link", name=t("overview.door.reporter.link")).click()
    expect(reader.get_by_role("heading", name=t("nav.concentration"), exact=True)).to_be_visible(timeout=PATIENCE)
    assert "lang=kk" in reader.url
    click_cell(reader, 0, 0, 40)

    expect(
        reader.get_by_role("heading", name=t("commission.title.number", level=t("level.PEC.one"), number=7))
    ).to_be_visible(timeout=PATIENCE)
    assert "commission=PEC" in reader.url
    expect(reader.get_by_text(t("findings.title"))).to_be_visible()
    click_cell(reader, 0, 1, 60)

    source = reader.locator(".st-key-source")
    expect(source).to_be_visible(timeout=PATIENCE)
    expect(source).to_contain_text("quram.docx")
    expect(source).to_contain_text("18/103-VIII")
    expect(source.get_by_test_id("stCode").first).to_contain_text("2. ")
    assert "seat=" in reader.url


@pytest.mark.browser
def test_address_of_the_walk_opens_the_same_view(reader: Page, address: str) -> None:
    asked = urlencode({"lang": "ru", "commission": SMALL_PEC, "seat": f"d:quram.docx/{SMALL_PEC}/1"})
    reader.goto(f"{address}/commission?{asked}")
    expect(reader.locator(".st-key-source")).to_contain_text("quram.docx", timeout=PATIENCE)
    expect(reader.get_by_role("heading", name="Участковая избирательная комиссия № 7")).to_be_visible()


@pytest.mark.browser
def test_heading_sorts_everything_and_the_address_remembers(reader: Page, address: str) -> None:
    reader.goto(f"{address}/concentration?lang=kk")
    frame = reader.get_by_test_id("stDataFrame").first
    expect(frame).to_be_visible(timeout=PATIENCE)
    reader.wait_for_timeout(1500)
    box = frame.bounding_box()
    assert box
    reader.mouse.click(box["x"] + 40, box["y"] + HEAD / 2)
    reader.wait_for_url("**sort=-name**", timeout=PATIENCE)
