"""A declaration is right or says which file, entry, key and value is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.cli import main
from etl.fetch import DeclarationError, load_declaration
from etl.fetch.declaration import DEFAULT_RATE
from models.reference import load_pack

GOOD = """
contact: mailto:redaksia@example.org
sources:
  - id: auliekol
    publisher: Әулиекөл аудандық мәслихаты
    start: [https://maslihat.example.org/kk]
    links: '/sheshim/\\d+'
    language: kk
    region_id: KZ-39
    verified: false
"""
EXAMPLE = Path(__file__).resolve().parents[3] / "data" / "sources" / "kz.example.yml"


def write(folder: Path, text: str) -> Path:
    path = folder / "sources.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_is_not_said_has_a_stated_default(tmp_path: Path) -> None:
    declaration = load_declaration(write(tmp_path, GOOD))
    assert declaration.rate == DEFAULT_RATE
    assert declaration.allow_private_hosts == ()
    assert declaration.sources[0].publisher == "Әулиекөл аудандық мәслихаты"
    assert declaration.sources[0].region_id == "KZ-39"
    assert declaration.sources[0].max_bytes == 50 * 1024 * 1024


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("links: '/sheshim/\\d+'", "links: '['", ["auliekol", "links", "'['", "regular expression"]),
        ("https://maslihat", "ftp://maslihat", ["auliekol", "start.0", "ftp://", "http"]),
        ("https://maslihat", "https://user:word@maslihat", ["start.0", "password"]),
        ("region_id: KZ-39", "region_id: Костанай", ["region_id", "Костанай"]),
        ("language: kk", "language: kz", ["language", "'kz'"]),
        ("    verified: false", "    verified: false\n    rate: 0", ["rate", "= 0:"]),
        ("    verified: false", "    verified: false\n    max_byte: 5", ["max_byte"]),
        ("    verified: false", "    verified: false\n    kinds: [exe]", ["kinds.0", "'exe'"]),
        ("    links: '/sheshim/\\d+'", "    follow: page", ["follow without links"]),
        ("    verified: false", "", ["verified"]),
        ("contact: mailto:redaksia@example.org", 'contact: "a@b\\r\\nX: y"', ["contact"]),
        ("contact: mailto:redaksia@example.org", "", ["contact"]),
        ("auliekol", "../auliekol", ["id", "../auliekol"]),
        ("sources:", "sources: [", ["is not YAML"]),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, named: list[str]) -> None:
    assert old in GOOD
    with pytest.raises(DeclarationError) as caught:
        load_declaration(write(tmp_path, GOOD.replace(old, new)))
    for word in ["sources.yml", *named]:
        assert word in str(caught.value)


def test_an_id_stands_once(tmp_path: Path) -> None:
    again = GOOD + GOOD[GOOD.index("  - id") :]
    with pytest.raises(DeclarationError, match="'auliekol' stands twice"):
        load_declaration(write(tmp_path, again))


def test_the_example_is_declared_right_and_claims_nothing() -> None:
    declaration = load_declaration(EXAMPLE)
    regions = load_pack(None).region_by_id
    assert declaration.sources
    for source in declaration.sources:
        assert not source.verified
        assert source.region_id is None or source.region_id in regions


def test_a_missing_declaration_ends_the_command_with_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert main(["fetch", "--sources", str(tmp_path / "жоқ.yml"), "--archive", str(tmp_path / "a")]) == 1
    assert not (tmp_path / "a").exists()


def test_a_call_without_its_words_ends_with_two(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fetch", "--sources", str(tmp_path)])
    assert ended.value.code == 2
