"""Blocs among officers: do some hold more posts than their seats would give them?"""

import pandas as pd

from models.measures.officers import POSTS


def over_representation(seats: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """Compare the posts a bloc holds with the posts its share of seats would give it.

    Ratio = its posts / sum over commissions of (posts_c * n_bc / n_c), over commissions in which every role is known;
    for all three posts and for chairs alone. A bloc's share counts against all seats of a commission, those of
    unknown bloc included.

    Args:
        seats: `commission_id, nominator_bloc, role` of the seats held.
        sizes: `commission_id, n`.

    Returns:
        Rows `office (officers|chair), bloc, posts, expected, ratio, commissions`, largest number of posts first.
    """
    roles = seats["role"].isin((*POSTS, "member"))
    known = roles.groupby(seats["commission_id"]).agg(["sum", "size"]).join(sizes.set_index("commission_id")["n"])
    complete = known.index[known["sum"].eq(known["size"]) & known["size"].eq(known["n"])]
    inside = seats.loc[seats["commission_id"].isin(complete)]
    frames = [_compare(inside, known["n"], POSTS, "officers"), _compare(inside, known["n"], POSTS[:1], "chair")]
    return pd.concat(frames, ignore_index=True)


def _compare(seats: pd.DataFrame, sizes: pd.Series, posts: tuple[str, ...], office: str) -> pd.DataFrame:
    holding = seats.loc[seats["role"].isin(posts)]
    per_commission = holding.groupby("commission_id").size()
    members = seats.loc[seats["commission_id"].isin(per_commission.index) & seats["nominator_bloc"].notna()]
    weight = members["commission_id"].map(per_commission / sizes)
    found = pd.DataFrame({"expected": weight.groupby(members["nominator_bloc"]).sum()})
    found["posts"] = holding.groupby("nominator_bloc").size().reindex(found.index, fill_value=0)
    found["ratio"] = found["posts"] / found["expected"]
    found = found.rename_axis("bloc").reset_index().assign(office=office, commissions=len(per_commission))
    found = found.sort_values(["posts", "expected", "bloc"], ascending=[False, False, True])
    return found[["office", "bloc", "posts", "expected", "ratio", "commissions"]]
