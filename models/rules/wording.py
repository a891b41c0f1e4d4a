"""A finding in words: "appears not to match", with the edition and the reasons, never "violated"."""

import json
from collections.abc import Mapping

from models.rules.book import RuleBook


def word_finding(
    book: RuleBook, rule_id: str, status: str, detail: str, language: str, names: Mapping[str, str] | None = None
) -> str:
    """Say a finding in a sentence, followed by its reasons.

    Args:
        book: the rules.
        rule_id: the rule.
        status: `pass`, `breach`, `flag`, `unknown` or `not_applicable`.
        detail: the finding's JSON.
        language: `kk`, `ru` or `en`.
        names: names of parties by lineage id; ids are shown where there is none.

    Raises:
        KeyError: a rule, status, reason or language that the book does not have.
    """
    rule, numbers = book.rule(rule_id), json.loads(detail)
    sentence = rule.texts if status in ("breach", "flag") else book.statuses[status]
    values = {key: _write(value, names or {}) for key, value in numbers.items()}
    edition = book.edition.date.isoformat() if book.edition else ""
    values |= {"article": rule.article, "edition": edition}
    reasons = [book.reasons[reason].get(language) for reason in numbers.get("reasons", ())]
    return " ".join([sentence.get(language).format_map(values), *reasons])


def _write(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{names.get(key, key)} — {number}" for key, number in value.items())
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value)
