"""Sizes of commissions as formed (arts. 13, 15-1, 17). A later vacancy is no breach."""

from datetime import date

from models.rules.book import Rule
from models.rules.facts import Commission, PartyFacts
from models.rules.verdict import Verdict


def judge_size(rule: Rule, commission: Commission, as_of: date, parties: PartyFacts) -> Verdict:
    """SIZE-TEC, SIZE-DEC, SIZE-PEC: the number of members with which the commission was formed.

    The declared size counts if the document gives one, else the members listed. Where the documents leave several
    sizes possible, the answer is given only if it is the same for all of them.

    Args:
        rule: parameters `sizes`, or `voters_limit, sizes_small, sizes_large`.
        commission: the commission.
        as_of: not used, the day judged is the day of formation.
        parties: not used.
    """
    formed_on = commission.term_start
    if formed_on is None or (commission.seats_declared is None and not commission.seats_read):
        return Verdict("unknown", reason="no_formation_read")
    if "absent_from" in rule.parameters and rule.day("absent_from") <= formed_on <= rule.day("absent_to"):
        return Verdict("not_applicable", formed_on, "level_absent")
    allowed, partial = _allowed_sizes(rule, commission)
    sizes, doubt = _possible_sizes(commission, max(allowed))
    fitting = [size in allowed for size in sizes]
    detail = {
        "seats": commission.seats_declared if commission.seats_declared is not None else commission.seats_read,
        "declared": commission.seats_declared,
        "read": commission.seats_read,
        "voters": commission.registered_voters,
        "allowed": sorted(allowed),
    }
    evidence = [seat.seat_id for seat in commission.seats]
    if all(fitting):
        return Verdict("pass", formed_on, "voters_unknown" if partial else None, detail, evidence)
    if any(fitting):
        return Verdict("unknown", formed_on, doubt, detail, evidence)
    return Verdict("fail", formed_on, "voters_unknown" if partial else None, detail, evidence)


def _allowed_sizes(rule: Rule, commission: Commission) -> tuple[set[int], bool]:
    """List the sizes allowed, and tell whether only part of the rule could be tested."""
    if "sizes" in rule.parameters:
        return set(rule.sizes("sizes")), False
    small, large = set(rule.sizes("sizes_small")), set(rule.sizes("sizes_large"))
    voters = commission.registered_voters
    if voters is None:
        return small | large, True
    return (small if voters <= rule.number("voters_limit") else large), False


def _possible_sizes(commission: Commission, largest: int) -> tuple[list[int], str | None]:
    """List the sizes with which the commission may have been formed, and why there are several."""
    declared, read = commission.seats_declared, commission.seats_read or 0
    beyond = max(largest, read) + 1
    if commission.term_basis == "snapshot":
        # The list may already have vacancies: the size was at least what it shows.
        return list(range(read, beyond + 1)), "undated_list"
    if declared is not None:
        return ([declared], None) if read <= declared else ([declared, read], "declared_and_read_differ")
    most = read + commission.lines_not_read
    if commission.lists_in_term > 1:
        return list(range(-(-read // commission.lists_in_term), most + 1)), "several_lists"
    return list(range(read, most + 1)), "lines_not_read"
