"""Does the law know commissions of this level? (arts. 10(2), 13(1), 15-1)"""

from datetime import date

from models.rules.book import Rule
from models.rules.facts import Commission, PartyFacts
from models.rules.verdict import Verdict


def judge_level(rule: Rule, commission: Commission, as_of: date, parties: PartyFacts) -> Verdict:
    """SYS-1: a district commission formed while the law knew none (July 2018 to the end of 2022).

    Judged on the day of formation: a commission formed before keeps its answer. An undated list only shows that the
    commission stood on its day, and the day in July 2018 is not established, so both give a flag at most.

    Args:
        rule: parameters `absent_level, absent_from, absent_surely_from, absent_to`.
        commission: the commission.
        as_of: the day asked for; used where the formation was not read.
        parties: not used.
    """
    formed_on = commission.term_start
    evidence = [seat.seat_id for seat in commission.seats]
    if commission.level != rule.parameters["absent_level"]:
        return Verdict("pass", formed_on or as_of, detail={"level": commission.level})
    if formed_on is None:
        return Verdict("unknown", reason="no_formation_read", detail={"level": commission.level})
    detail = {"level": commission.level}
    if not rule.day("absent_from") <= formed_on <= rule.day("absent_to"):
        return Verdict("pass", formed_on, detail=detail)
    if commission.term_basis == "snapshot":
        return Verdict("fail", formed_on, "undated_list", detail, evidence, flag_only=True)
    unclear = formed_on < rule.day("absent_surely_from")
    reason = "gap_start_unclear" if unclear else None
    return Verdict("fail", formed_on, reason, detail, evidence, flag_only=unclear)
