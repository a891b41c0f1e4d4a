"""What documents print is read as it is printed: no cell, heading or link runs the Markdown of a document."""

import re
from pathlib import Path

import pytest

from tests.pages import factory
from tests.pages.conftest import ESCAPED, ROOT, Open

HOSTILE = "«Үлгі» [x](http://evil.example/) **қою** $x^2$ :red[қызыл] `код` :material/home:"
LEFT = re.compile(r"\]\(|\*\*қою|\$x|:red\[|`код|:material/home")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    world = factory.World()
    act = factory.add_document(world, "quram.docx", decided_on=factory.FORMED, simulated=False, seats=1)
    world.rows["documents"][-1]["publisher"] = HOSTILE
    world.rows["decisions"][-1].update(number=HOSTILE, body_name=HOSTILE)
    commission = factory.add_commission(world, "TEC", None, district=HOSTILE)
    seat = factory.add_seat(
        world, act, commission, 0, name_as_printed=HOSTILE, surname=HOSTILE, given_name=None, role="chair",
        nominator_kind="association", nominator_as_printed=HOSTILE, employer_as_printed=HOSTILE, job_title=HOSTILE,
        person_id="p:hostile", seat_id="seat:hostile",
    )  # fmt: skip
    factory.add_metrics(world, commission["commission_id"], factory.FORMED, [seat])
    return world.write(tmp_path / "hostile.duckdb", meta=factory.make_meta("hostile", simulated=False))


def list_marked(app: object) -> list[str]:
    """List every text a page gives to Streamlit as Markdown."""
    texts = []
    for family in ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error"):
        texts += [str(element.value) for element in app.get(family)]  # type: ignore[attr-defined]
    for table in app.get("table"):  # type: ignore[attr-defined]
        texts += [str(cell) for row in table.value.itertuples(index=False) for cell in row]
    texts += [str(link.proto.label) for link in app.get("page_link")]  # type: ignore[attr-defined]
    return texts


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("commission", {"commission": f"TEC:KZ-39:{HOSTILE}:0", "seat": "seat:hostile"}),
        ("people", {"person": "p:hostile"}),
        ("concentration", {"level": "TEC", "view": "nominators"}),
        ("regions", {"level": "TEC", "region": "KZ-39"}),
        ("regions", {"level": "TEC", "region": "KZ-39", "district": f"KZ-39-{HOSTILE}"}),
        ("organisations", {"view": "association"}),
        ("organisations", {"view": "association", "org": f"text:{HOSTILE.casefold()}"}),
    ],
)
def test_markdown_of_a_document_is_not_run(open_page: Open, hostile: Path, name: str, address: dict[str, str]) -> None:
    app = open_page(hostile, name, lang="en", **address)
    assert not app.exception
    texts = list_marked(app)
    assert [text for text in texts if LEFT.search(ESCAPED.sub("", text))] == []
    if name in ("commission", "people"):
        shown = [ESCAPED.sub(r"\1", text) for text in texts]
        assert any(HOSTILE in text for text in shown), "the text itself stays as printed"


def test_tables_of_pages_go_through_one_door() -> None:
    users = [path.name for path in (ROOT / "pages").rglob("*.py") if "st.table(" in path.read_text(encoding="utf-8")]
    assert users == ["tables.py"]
