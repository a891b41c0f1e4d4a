"""The catalogue is whole: three languages, equal placeholders, no key missing, none left over."""

import ast
import re
from pathlib import Path

import pytest

from models import schema
from models.language import LANGUAGES, load_catalogue
from pages._ui.measures import COMPLETENESS, FURTHER, HEADLINE

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ROOT / "app.py", *sorted((ROOT / "pages").rglob("*.py"))]
CATALOGUE = load_catalogue()
CALLS = {"t", "notice", "translate"}


def read_calls() -> tuple[set[str], set[str]]:
    """List the keys asked for in the pages: whole ones, and patterns for those put together."""
    keys: set[str] = set()
    patterns: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                pieces = (
                    re.escape(str(piece.value)) if isinstance(piece, ast.Constant) else r"[A-Za-z0-9_.-]+"
                    for piece in node.values
                )
                pattern = "".join(pieces)
                if re.match(r"[a-z_]+\\\.", pattern):  # the family is written out
                    patterns.add(pattern)
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in CALLS:
                parts = [p.value for p in ast.walk(node.args[0]) if isinstance(p, ast.Constant)]
                keys |= {part for part in parts if isinstance(part, str) and "." in part}
            if name == "label" and len(node.args) > 1:
                families = [p.value for p in ast.walk(node.args[1]) if isinstance(p, ast.Constant)]
                patterns |= {rf"{re.escape(str(family))}\.[A-Za-z0-9_.-]+" for family in families}
    return keys, patterns


def test_every_key_asked_for_exists() -> None:
    keys, _ = read_calls()
    whole = {key for key in keys if re.fullmatch(r"[a-z_]+(\.[A-Za-z0-9_-]+)+", key)}
    assert {key for key in whole if not CATALOGUE.has(key)} == set()
    assert len(whole) > 100


def test_no_key_is_left_over() -> None:
    keys, patterns = read_calls()
    constants = {
        node.value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    left = [
        key
        for key in CATALOGUE.texts
        if key not in keys and key not in constants and not any(re.fullmatch(p, key) for p in patterns)
    ]
    assert left == []


@pytest.mark.parametrize("key", sorted(CATALOGUE.texts))
def test_key_has_three_languages_and_equal_placeholders(key: str) -> None:
    texts = CATALOGUE.texts[key]
    assert set(texts) == set(LANGUAGES)
    if not key.startswith("role.member.sign"):
        assert all(texts.values())
    placeholders = {language: CATALOGUE.placeholders(key, language) for language in LANGUAGES}
    assert placeholders["kk"] == placeholders["ru"] == placeholders["en"]


def test_kazakh_and_russian_are_not_english() -> None:
    same = [
        key
        for key, texts in CATALOGUE.texts.items()
        if texts["en"] in (texts["kk"], texts["ru"]) and re.search(r"[A-Za-z]{4,}", re.sub(r"\{\w+\}", "", texts["en"]))
    ]
    assert same == []


CODES = {
    "role": schema.ROLES,
    "nominator_kind": schema.NOMINATOR_KINDS,
    "sector": schema.EMPLOYER_SECTORS,
    "ownership": schema.OWNERSHIPS,
    "decision_kind": schema.DECISION_KINDS,
    "action": schema.ACTIONS,
    "date_basis": schema.DATE_BASES,
    "severity": schema.SEVERITIES,
    "document_status": schema.DOCUMENT_STATUSES,
    "language": schema.LANGUAGES,
    "finding": schema.FINDING_STATUSES,
    "level": schema.LEVELS,
    "table": tuple(table.name for table in schema.TABLES if table.exported),
    "store": ("missing", "locked", "incompatible", "unreadable"),
}


@pytest.mark.parametrize("family", CODES)
def test_every_code_has_words(family: str) -> None:
    assert [code for code in CODES[family] if not CATALOGUE.has(f"{family}.{code}")] == []


@pytest.mark.parametrize("metric", [*HEADLINE, *FURTHER, *COMPLETENESS])
def test_every_measure_of_a_column_is_explained(metric: str) -> None:
    for part in ("name", "short", "definition", "caution"):
        assert CATALOGUE.has(f"metric.{metric}.{part}")


@pytest.mark.parametrize("metric", HEADLINE)
def test_every_headline_measure_has_a_sentence(metric: str) -> None:
    assert CATALOGUE.has(f"sentence.{metric}")
