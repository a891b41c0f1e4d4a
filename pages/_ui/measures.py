"""How measures are written, ordered, and counted over the commissions shown."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from models.language import MISSING
from models.schema import NOMINATOR_KINDS
from pages._ui.labels import label, name_party
from pages._ui.page import Page

HEADLINE = (
    "tied_share_max",
    "employer_share_max",
    "principal_share_max",
    "officer_same_bloc",
    "nominator_hhi_position",
)
"""The measures the method puts first."""

FURTHER = (
    "nominator_share_max",
    "nominator_hhi",
    "nominator_enp",
    "party_nominated_share",
    "public_sector_share",
    "education_share",
    "school_teacher_share",
    "women_share",
)
COMPLETENESS = ("completeness_nominator", "completeness_employer", "completeness_role")

_DIGITS = {
    "nominator_hhi": 2,
    "nominator_hhi_norm": 2,
    "employer_hhi": 2,
    "principal_hhi": 2,
    "nominator_enp": 1,
    "nominator_control_number": 0,
    "employer_control_number": 0,
    "principal_control_number": 0,
    "quorum_block_number": 0,
    "officer_same_bloc": 0,
    "vertical_same": 0,
    "vertical_parent": 0,
}
"""Measures that are no shares, with their digits after the decimal mark; every other is written as per cent."""


def is_share(metric: str) -> bool:
    """Tell whether a measure is written as per cent.

    Args:
        metric: measure id.
    """
    return metric not in _DIGITS and not metric.startswith("multi_tied_")


def write_value(page: Page, metric: str, value: float | None, *, pooled: bool = False) -> str:
    """Write one value of a measure.

    Args:
        page: the page being drawn.
        metric: measure id.
        value: the value, None where not known.
        pooled: a mean over several commissions, in which counts are no whole numbers.
    """
    if is_share(metric):
        return page.share(value)
    return page.number(value, _DIGITS.get(metric, 0) + pooled)


def write_bounds(page: Page, metric: str, lower: float | None, upper: float | None, *, pooled: bool = False) -> str:
    """Write the bounds of a measure.

    Args:
        page: the page being drawn.
        metric: measure id.
        lower: least value.
        upper: greatest value.
        pooled: means over several commissions.
    """
    share = is_share(metric)
    return page.bounds(lower, upper, share=share, digits=0 if share else _DIGITS.get(metric, 0) + pooled)


def write_measure(page: Page, metric: str, row: Mapping[str, Any], *, prefix: str = "", pooled: bool = False) -> str:
    """Write a measure with its bounds, or alone where they agree: 80 % (57–86 %).

    Args:
        page: the page being drawn.
        metric: measure id.
        row: a row with `value`, `lower`, `upper`.
        prefix: what stands before these names in the row.
        pooled: means over several commissions.
    """
    value = write_value(page, metric, row[f"{prefix}value"], pooled=pooled)
    bounds = write_bounds(page, metric, row[f"{prefix}lower"], row[f"{prefix}upper"], pooled=pooled)
    return value if bounds in (value, MISSING) else f"{value} ({bounds})"


def write_cell(page: Page, metric: str, row: Mapping[str, Any]) -> str:
    """Write a measure of a wide row, where its columns begin with its id.

    Args:
        page: the page being drawn.
        metric: measure id.
        row: a row with `<metric>_value`, `<metric>_lower`, `<metric>_upper`.
    """
    return write_measure(page, metric, row, prefix=f"{metric}_")


def name_measure(page: Page, metric: str, part: str = "name") -> str:
    """Give a measure's name, definition or caution; families by party or kind share a text.

    Args:
        page: the page being drawn.
        metric: measure id.
        part: `name`, `definition` or `caution`.
    """
    key = f"metric.{metric}.{part}"
    if page.catalogue.has(key):
        return page.t(key)
    for family in ("nominator_kind_share", "tied_share", "multi_tied"):
        rest = metric.removeprefix(f"{family}_")
        if rest != metric:
            kind = rest in NOMINATOR_KINDS
            words = label(page, "nominator_kind", rest) if kind else name_party(page, rest)
            return page.t(f"metric.{family}.{part}", what=words)
    return metric


def count_above(frame: pd.DataFrame, metric: str, limit: float) -> tuple[int, int]:
    """Count the commissions surely above a limit, and those that may be above it.

    Args:
        frame: commissions with `<metric>_lower` and `<metric>_upper`.
        metric: measure id.
        limit: the limit; equal is not above.
    """
    sure = frame[f"{metric}_lower"] > limit + 1e-9
    may = frame[f"{metric}_upper"] > limit + 1e-9
    return int(sure.sum()), int(may.sum())
