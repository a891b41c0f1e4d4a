"""Databases of three sizes, and a way to open a page as a reader would."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models.language import LANGUAGES, load_catalogue
from tests.pages import factory

ROOT = Path(__file__).resolve().parents[2]
SIZES = ("empty", "small", "large")
Open = Callable[..., AppTest]
ESCAPED = re.compile(r"\\([^\w\s]|_)")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the walk in a browser out where there is none and the machine's owner says so; otherwise it fails."""
    if os.environ.get("ALLOW_NO_BROWSER") != "1" or shutil.which("chromium"):
        return
    left_out = [item for item in items if item.get_closest_marker("browser")]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("databases")
    return {
        "empty": factory.make_empty(folder / "empty.duckdb"),
        "small": factory.make_small(folder / "small.duckdb"),
        "large": factory.make_large(folder / "large.duckdb"),
    }


@pytest.fixture
def open_page(databases: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    """Open a page of `app.py`: `open_page("small", "concentration", lang="kk", level="PEC")`."""

    def open_one(database: str | Path, name: str, **address: str) -> AppTest:
        path = databases[database] if isinstance(database, str) else database
        monkeypatch.setenv("COMMISSIONS_DB", str(path))
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for parameter, value in address.items():
            app.query_params[parameter] = value
        app.run()
        if name == "overview":
            return check(app)
        app.switch_page(f"pages/{name}.py")
        for parameter, value in address.items():
            app.query_params[parameter] = value
        return check(app.run())

    yield open_one


def check(app: AppTest) -> AppTest:
    """Refuse a page that failed politely."""
    said = [error.value for error in app.error]
    assert not any(load_catalogue().translate("error.unexpected", language) in said for language in LANGUAGES)
    return app


def read_texts(app: AppTest) -> list[str]:
    """Gather every word a reader sees: texts, labels, options, headings and cells of tables."""
    texts: list[str] = []
    for family in ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error"):
        texts += [str(element.value) for element in app.get(family)]
    for family in ("selectbox", "button_group", "text_input", "select_slider"):
        for element in app.get(family):
            texts.append(str(element.label))
            texts += [str(option) for option in getattr(element, "options", [])]
    for family in ("dataframe", "table"):
        for element in app.get(family):
            frame = getattr(element, "value", None)
            if frame is not None and hasattr(frame, "columns"):
                # Tables sorted on the server carry ids as columns; their headings stand in the configuration.
                texts += [str(column) for column in frame.columns if not str(column).isascii() or " " in str(column)]
                cells = [str(cell) for row in frame.head(20).itertuples(index=False) for cell in row]
                # Cells of plain tables are Markdown with every sign of it escaped.
                texts += [ESCAPED.sub(r"\1", cell) for cell in cells] if family == "table" else cells
    return texts
