"""The queue on the page of sources: counted, explained, and kept apart by a filter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import factory

Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def with_queue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = factory.World()
    for number, status in enumerate(("loaded", "queued", "queued", "left_out", "failed")):
        world.add(
            "documents", document_path=f"құжат-{number}.html", sha256=str(number), format="html", status=status,
            is_simulated=False, decisions=1, seats=7 if status == "loaded" else 0, list_lines=10, used_lines=2,
            understanding=0.2,
        )  # fmt: skip
    meta = factory.make_meta("queue-1", simulated=False)
    return world.write(tmp_path_factory.mktemp("queue") / "queue.duckdb", meta=meta)


@pytest.mark.parametrize(
    ("lang", "words", "state"),
    [("kk", "Кезекте тұрған құжаттар: 2", "кезекте"), ("ru", "Документов в очереди: 2", "в очереди")]
    + [("en", "Documents in the queue: 2", "in the queue")],
)
def test_the_queue_is_counted_in_words(open_page: Open, with_queue: Path, lang: str, words: str, state: str) -> None:
    app = open_page(with_queue, "sources", lang=lang)
    assert not app.exception
    assert any(words in warning.value for warning in app.warning)
    shown = app.dataframe[0].value
    assert [state in set(row) for row in shown.itertuples(index=False)].count(True) == 2


def test_the_filter_keeps_one_status(open_page: Open, with_queue: Path) -> None:
    app = open_page(with_queue, "sources", lang="ru", status="queued")
    assert sorted(app.dataframe[0].value["Документ"]) == ["құжат-1.html", "құжат-2.html"]


def test_without_a_queue_nothing_is_said_of_it(open_page: Open) -> None:
    app = open_page("small", "sources", lang="en")
    assert not any("queue" in warning.value for warning in app.warning)
