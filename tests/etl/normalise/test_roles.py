from __future__ import annotations

from pathlib import Path

import pytest

from etl.normalise.roles import RoleMatch, find_role, find_roles, parse_role

TABLE = Path(__file__).parents[2] / "fixtures" / "role_phrases.psv"
LINES = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if line and line[0] != "#"]


@pytest.mark.parametrize(("text", "code"), [(text, code) for text, code, where in LINES if where == "cell"])
def test_cell_holds_a_post_of_the_commission_or_none(text: str, code: str) -> None:
    assert parse_role(text) == (code or None)


@pytest.mark.parametrize(("text", "code"), [(text, code) for text, code, where in LINES if where == "text"])
def test_post_in_running_text(text: str, code: str) -> None:
    found = find_role(text)
    assert (found.code if found else None) == (code or None)


def test_deputy_wins_over_the_chair_inside_it_and_keeps_its_place() -> None:
    text = "избрать заместителем председателя Ахметова"
    assert find_role(text) == RoleMatch("deputy_chair", text.index("зам"), text.index(" Ахметова"))


def test_all_posts_of_a_line_come_in_order() -> None:
    text = "төраға – Ахметов, төрағаның орынбасары – Сапарова, хатшы – Ким, мүшелері: Абай"
    assert [role.code for role in find_roles(text)] == ["chair", "deputy_chair", "secretary", "member"]


def test_without_strictness_the_words_around_do_not_count() -> None:
    assert find_role("секретарь суда") is None
    loose = find_role("секретарь суда", strict=False)
    assert loose is not None and loose.code == "secretary"


def test_phrases_of_a_pack_come_first() -> None:
    assert find_role("голова комісії") is None
    found = find_role("голова комісії", extra={"chair": ["голова"]})
    assert found == RoleMatch("chair", 0, len("голова"))
    assert (
        parse_role("заступник голови", extra={"deputy_chair": ["заступник голови"], "chair": ["голови"]})
        == "deputy_chair"
    )
