"""Small promises of the pages: nothing from third parties, measures not computed say so, masked files are named so."""

import ast

from models.language import load_catalogue
from tests.pages.conftest import ROOT, Open


def test_sign_of_the_page_is_a_file_of_ours() -> None:
    calls = [
        node
        for node in ast.walk(ast.parse((ROOT / "app.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword)
    ]
    icon = next(node for node in calls if node.arg == "page_icon")
    assert "icon.png" in ast.unparse(icon.value)
    assert (ROOT / "static" / "icon.png").read_bytes().startswith(b"\x89PNG")


def test_measures_not_computed_say_so(open_page: Open) -> None:
    app = open_page("small", "method", lang="en")
    said = load_catalogue().translate("method.not_computed", "en")
    assert [warning.value for warning in app.warning].count(said) == 5
