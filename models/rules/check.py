"""Rules on the tables of a build: gathers what the rules need and judges one day."""

from datetime import date
from typing import Final

import pandas as pd

from models.reference import Pack
from models.rules.book import load_rules
from models.rules.evaluate import evaluate_rules
from models.rules.facts import read_parties
from models.terms import term_starts
from models.terms.days import to_days

_KEYS: Final = ["commission_id", "term_start"]
_SIZE_COLUMNS: Final = ["commission_id", "term_start", "n", "unread", "uncertain_ends", "lists_read"]


def check_rules(
    pack: Pack,
    seats: pd.DataFrame,
    held: pd.DataFrame,
    sizes: pd.DataFrame,
    terms: pd.DataFrame,
    commissions: pd.DataFrame,
    as_of: date,
) -> pd.DataFrame:
    """Judge the commissions that have a size on a day.

    Args:
        pack: the reference pack, for its rules and parties.
        seats: all statements, with the columns of `models.terms.SEAT_COLUMNS`.
        held: the seats held on the day (`composition`) with blocs.
        sizes: sizes on the day (`commission_sizes`).
        terms: `commission_id, term_start, seats_declared`, and `vacancies`, `registered_voters` if there.
        commissions: `commission_id, level, is_special`.
        as_of: the day.

    Returns:
        Rows of the table `findings`.

    Raises:
        models.reference.PackError: the pack has no usable `rules.yml`.
    """
    book = load_rules(pack.directory)
    wanted = seats.loc[seats["commission_id"].isin(sizes["commission_id"])]
    formed = term_starts(wanted)[[*_KEYS, "term_basis", "seats_read", "lists_read"]]
    declared = terms.reindex(columns=[*_KEYS, "seats_declared", "vacancies", "registered_voters"])
    facts = sizes[_SIZE_COLUMNS].assign(term_start=to_days(sizes["term_start"]))
    facts = facts.merge(formed.rename(columns={"lists_read": "lists_in_term"}), on=_KEYS, how="left")
    facts = facts.merge(
        declared.rename(columns={"vacancies": "lines_not_read"}).assign(term_start=to_days(declared["term_start"])),
        on=_KEYS,
        how="left",
    )
    located = commissions.reindex(columns=["commission_id", "level", "is_special"]).drop_duplicates("commission_id")
    facts = facts.merge(located, on="commission_id", how="left").drop_duplicates("commission_id")
    return evaluate_rules(book, facts, held, as_of, read_parties(pack))
