"""All rules of a pack on many commissions on one day, as the rows of the table `findings`."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from datetime import date
from typing import Final

import pandas as pd

from models.rules.book import Rule, RuleBook
from models.rules.facts import Commission, PartyFacts, list_commissions
from models.rules.nomination import judge_party_seats, judge_registration, judge_single_nominee
from models.rules.organisation import judge_organisation
from models.rules.size import judge_size
from models.rules.system import judge_level
from models.rules.verdict import Finding, Verdict, conclude

Judge = Callable[[Rule, Commission, date, PartyFacts], Verdict]

JUDGES: Final[dict[str, Judge]] = {
    "SYS-1": judge_level,
    "SIZE-TEC": judge_size,
    "SIZE-DEC": judge_size,
    "SIZE-PEC": judge_size,
    "NOM-2": judge_single_nominee,
    "NOM-5": judge_party_seats,
    "NOM-6": judge_registration,
    "ORG-1": judge_organisation,
}
FINDING_COLUMNS: Final = tuple(field.name for field in fields(Finding))


def evaluate_rules(
    book: RuleBook, commissions: pd.DataFrame, seats: pd.DataFrame, as_of: date, parties: PartyFacts
) -> pd.DataFrame:
    """Judge commissions on a day.

    Args:
        book: the rules of the country (`load_rules`).
        commissions: one row per commission with the columns of `COMMISSION_FACTS`: `commission_sizes` joined with
            the terms and with level and `is_special`. A column that is not there is not known.
        seats: the seats held on the day with the columns of `SEAT_FACTS` (`composition` with blocs).
        as_of: the day.
        parties: what is known about parties (`read_parties`).

    Returns:
        One row per rule and commission with the columns of the table `findings`; `detail` and `evidence` are JSON.

    Raises:
        KeyError: the book has a rule that the program cannot judge.
    """
    found: list[Finding] = []
    for commission in list_commissions(commissions, seats):
        found.extend(judge_commission(book, commission, as_of, parties))
    return pd.DataFrame({name: [getattr(finding, name) for finding in found] for name in FINDING_COLUMNS})


def judge_commission(book: RuleBook, commission: Commission, as_of: date, parties: PartyFacts) -> Iterable[Finding]:
    """Apply every rule to one commission.

    Args:
        book: the rules.
        commission: the commission on the day.
        as_of: the day.
        parties: what is known about parties.

    Raises:
        KeyError: the book has a rule that the program cannot judge.
    """
    for rule in book.rules:
        yield conclude(book, rule, commission.commission_id, as_of, _judge(rule, commission, as_of, parties))


def _judge(rule: Rule, commission: Commission, as_of: date, parties: PartyFacts) -> Verdict:
    judge = JUDGES[rule.rule_id]
    if commission.level is None:
        return Verdict("unknown", reason="level_unknown")
    if commission.level not in rule.levels:
        return Verdict("not_applicable", reason="level", detail={"level": commission.level})
    return judge(rule, commission, as_of, parties)
