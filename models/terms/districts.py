"""Formations of a whole district: the sign that all its commissions of a level were formed anew."""

import networkx as nx
import numpy as np
import pandas as pd

from models.terms.days import SPAN, Days, Numbers, pack_keys
from models.terms.starts import Listings


def find_district_groups(seats: pd.DataFrame, commissions: Numbers, days: Days) -> Numbers:
    """Give each commission a number for its district and level, -1 where either is not known.

    The region belongs to the district's identity, because several regions have districts of one name. Where a
    commission stands under two regions (the oblasts created in 2022), both are the same district.

    Args:
        seats: rows with `region_id, district, level`.
        commissions: code of the commission of each row.
        days: day of each row.

    Returns:
        One number per commission code.
    """
    count = int(commissions.max(initial=-1)) + 1
    places = pd.DataFrame(
        {
            "commission": commissions,
            "day": days,
            "region": seats["region_id"].fillna("").to_numpy(),
            "district": seats["district"].to_numpy(),
            "level": seats["level"].to_numpy(),
        }
    )
    places = places.loc[places["commission"].ge(0)].dropna(subset=["district", "level"])
    if places.empty:
        return np.full(count, -1, dtype=np.int64)
    root = _join_regions(places.drop_duplicates(["commission", "region", "district"]))
    latest = places.sort_values(["commission", "day"], na_position="first", kind="stable").drop_duplicates(
        "commission", keep="last"
    )
    keys = [
        (root[(region, district)], district, level)
        for region, district, level in zip(latest["region"], latest["district"], latest["level"], strict=True)
    ]
    numbers = {key: number for number, key in enumerate(sorted(set(keys)))}
    groups = np.full(count, -1, dtype=np.int64)
    groups[latest["commission"].to_numpy(dtype=np.int64)] = [numbers[key] for key in keys]
    return groups


def find_district_formations(listings: Listings, groups: Numbers, commissions: Numbers, days: Days) -> Numbers:
    """Find the days on which at least half of a district's commissions known by then were formed.

    Args:
        listings: the lists of `find_listings`.
        groups: number of the district and level of each commission code.
        commissions: code of the commission of each row.
        days: day of each row.

    Returns:
        Sorted keys of group and day.
    """
    rows = pd.DataFrame({"commission": commissions, "day": days}).dropna()
    seen = rows.loc[rows["commission"].ge(0)].groupby("commission")["day"].min()
    first_days = seen.to_numpy().astype("datetime64[D]")
    known = np.sort(pack_keys(groups[seen.index.to_numpy(dtype=np.int64)], first_days))
    formed = np.sort(pack_keys(groups[listings.commissions], listings.days))
    keys, covered = np.unique(formed[formed >= 0], return_counts=True)
    starts = np.searchsorted(known, keys - keys % SPAN, side="left")
    total = np.searchsorted(known, keys, side="right") - starts
    return keys[2 * covered >= total]


def _join_regions(places: pd.DataFrame) -> dict[tuple[str, str], str]:
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(zip(places["region"], places["district"], strict=True))
    moved = places.loc[places.duplicated(["commission", "district"], keep=False)]
    for (_, district), regions in moved.groupby(["commission", "district"])["region"]:
        nx.add_path(graph, [(region, district) for region in regions])
    return {node: min(member)[0] for member in nx.connected_components(graph) for node in member}
