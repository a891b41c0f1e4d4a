"""The page on measures names each metric in a heading of its own."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[3] / "docs" / "measures.md"


def list_metric_ids() -> set[str]:
    """List the metric ids that have a heading in docs/measures.md."""
    headings = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("### ")]
    return {found for line in headings for found in re.findall(r"`([^`]+)`", line)}


def test_page_has_the_headline_metrics():
    headline = {"tied_share_max", "employer_share_max", "principal_share_max", "officer_same_bloc"}
    assert headline <= list_metric_ids()


def test_each_metric_says_what_it_does_not_mean():
    sections = PAGE.read_text(encoding="utf-8").split("\n### ")[1:]
    assert [part.splitlines()[0] for part in sections if "Does not mean" not in part] == []
