"""Findings in words: three languages, the edition named, never an accusation."""

import re
from pathlib import Path

import pytest
import yaml

import models.rules
from models.reference import DEFAULT_DIRECTORY, PackEntryError
from models.rules import load_rules, word_finding
from models.rules.book import RuleBook
from tests.models.rules.cases import BOOK, associations, commission, judge, seat
from tests.models.rules.test_organisation import JUNE, school

FORBIDDEN = re.compile(r"violat|captured|satellite|loyal|наруш|бұз", re.IGNORECASE)


def reported():
    """List a mismatch for every rule."""
    from datetime import date

    two = commission("PEC", (seat(1, "amanat"), seat(2, "amanat")))
    nine = commission("PEC", tuple(seat(number, "npk") for number in range(9)))
    early = commission("PEC", (seat(1, "respublica", on=date(2022, 1, 1)),))
    gap = commission("DEC", associations(5), term_start=date(2019, 1, 1))
    yield "SYS-1", gap, date(2019, 2, 1)
    for level in ("TEC", "DEC", "PEC"):
        yield f"SIZE-{level}", commission(level, associations(6)), date(2024, 2, 1)
    yield "NOM-2", two, date(2024, 2, 1)
    yield "NOM-5", nine, date(2024, 2, 1)
    yield "NOM-6", early, date(2024, 2, 1)
    yield "ORG-1", commission("PEC", school(3, 2)), JUNE


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(("rule_id", "facts", "day"), list(reported()))
def test_mismatch_in_words(rule_id, facts, day, language):
    import json

    status, detail, _ = judge(rule_id, facts, day)
    assert status == "breach"
    sentence = word_finding(BOOK, rule_id, status, json.dumps(detail), language)
    opening = {"kk": "сәйкес келмейтін сияқты", "ru": "По-видимому, не соответствует ст.", "en": "Appears not to match"}
    assert opening[language] in sentence
    assert "2026-06-30" in sentence
    assert "{" not in sentence
    assert "None" not in sentence
    assert not FORBIDDEN.search(sentence)


def test_numbers_names_and_reasons_are_shown():
    detail = '{"parties": {"auyl": 2}, "reasons": ["party_merged"]}'
    sentence = word_finding(BOOK, "NOM-2", "flag", detail, "ru", {"auyl": "«Ауыл»"})
    assert "(«Ауыл» — 2)" in sentence
    assert sentence.endswith("Партии позже объединились, поэтому это только отметка.")


@pytest.mark.parametrize("status", ["pass", "unknown", "not_applicable"])
def test_other_answers_name_the_article(status):
    assert "19(9)" in word_finding(BOOK, "ORG-1", status, "{}", "kk")


def test_every_reason_in_the_code_has_words():
    code = "\n".join(path.read_text(encoding="utf-8") for path in Path(models.rules.__path__[0]).glob("*.py"))
    used = {word for word in re.findall(r'"([a-z]+(?:_[a-z]+)*)"', code) if word in BOOK.reasons}
    assert used == set(BOOK.reasons)
    produced = set(re.findall(r'reason="([a-z_]+)"', code)) | set(
        re.findall(r'Verdict\("(?:unknown|fail|not_applicable)", [^,()]+, "([a-z_]+)"', code)
    )
    assert {"no_formation_read", "registered_parties_unknown", "special_precinct"} <= produced <= set(BOOK.reasons)


def test_rules_have_all_names_and_sources():
    for rule in BOOK.rules:
        assert None not in (rule.names.kk, rule.names.ru, rule.names.en)
        assert rule.source
        assert not FORBIDDEN.search(rule.texts.kk + rule.texts.ru + rule.texts.en)


def load_changed(tmp_path, change):
    content = yaml.safe_load((DEFAULT_DIRECTORY / "rules.yml").read_text(encoding="utf-8"))
    change(content)
    (tmp_path / "rules.yml").write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return load_rules(tmp_path)


def test_confirmed_before_valid_is_refused(tmp_path):
    with pytest.raises(PackEntryError, match="confirmed_from"):
        load_changed(tmp_path, lambda content: content["rules"][0].update(confirmed_from="1990-01-01"))


def test_rule_twice_is_refused(tmp_path):
    with pytest.raises(PackEntryError, match="twice"):
        load_changed(tmp_path, lambda content: content["rules"].append(content["rules"][0]))


def test_rules_without_an_edition_are_refused(tmp_path):
    with pytest.raises(PackEntryError, match="edition"):
        load_changed(tmp_path, lambda content: content.update(edition=None))


def test_parameters_are_typed():
    rule = BOOK.rule("SIZE-TEC")
    assert rule.sizes("sizes") == (7,)
    with pytest.raises(TypeError, match="SIZE-TEC"):
        rule.day("sizes")
    with pytest.raises(TypeError, match="SIZE-TEC"):
        rule.number("sizes")
    with pytest.raises(TypeError, match="ORG-1"):
        BOOK.rule("ORG-1").sizes("largest_share")
    with pytest.raises(KeyError):
        BOOK.rule("SIZE-MOON")
    assert isinstance(BOOK, RuleBook)
