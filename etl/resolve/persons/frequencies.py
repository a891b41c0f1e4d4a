"""How common a name is where it stands: the rarer, the more an agreement says."""

from __future__ import annotations

import pandas as pd

UNSEEN = {"surname": 1 / 1000, "given": 1 / 250, "patronymic": 1 / 250}
"""Frequency a name counts with before it is seen: a rather common one, so that few documents give no certainty."""
BEFORE = {"country": 500.0, "region": 300.0}
"""Weight of that opinion, and of the country's frequency in a region, in mentions."""


def count_frequencies(mentions: pd.DataFrame, part: str) -> pd.DataFrame:
    """Estimate how frequent each name part is in its region and group, drawn to the country and that to `UNSEEN`.

    One mention of the name is left out of the count: the one that asks.

    Args:
        mentions: see `make_mentions`.
        part: surname, given or patronymic.

    Returns:
        `<part>_term, tf_<part>_term`, as Splink's tables of term frequencies.
    """
    term = f"{part}_term"
    known = mentions.loc[mentions[term].notna(), term].astype("str")
    counts = known.value_counts().rename("count").rename_axis(term).sort_index().reset_index()
    where = counts[term].str.split("|", n=2, expand=True).reindex(columns=range(3))
    everywhere = counts.groupby([where[1], where[2]])["count"].transform("sum")
    in_group = counts.groupby(where[1])["count"].transform("sum")
    country = (everywhere - 1 + BEFORE["country"] * UNSEEN[part]) / (in_group + BEFORE["country"])
    here = counts.groupby([where[0], where[1]])["count"].transform("sum")
    counts[f"tf_{term}"] = (counts["count"] - 1 + BEFORE["region"] * country) / (here + BEFORE["region"])
    return counts[[term, f"tf_{term}"]]
