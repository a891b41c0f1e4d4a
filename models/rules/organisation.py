"""No more than half of a commission from one organisation (art. 19(9)), on the day asked for."""

from collections import Counter
from datetime import date
from typing import Final

from models.measures.blocs import STATUS_BLOCS
from models.rules.book import Rule
from models.rules.facts import Commission, PartyFacts
from models.rules.verdict import Verdict

OWN_BODY: Final = "election_body"


def judge_organisation(rule: Rule, commission: Commission, as_of: date, parties: PartyFacts) -> Verdict:
    """ORG-1: 2 * seats of the largest employer <= n, over the seats filled on the day.

    Precincts of art. 23(3) are exempt. People without an employer have no organisation; professional members of
    commissions are employed by the election body itself (art. 19(3)), which the rule cannot mean. Members whose
    employer is not known make the answer unknown when they could tip it.

    Args:
        rule: parameter `largest_share`.
        commission: the commission.
        as_of: the day judged.
        parties: not used.
    """
    if commission.is_special:
        return Verdict("not_applicable", as_of, "special_precinct")
    employed = [seat for seat in commission.seats if seat.employer_sector != OWN_BODY]
    unknown = commission.unread + sum(1 for seat in employed if seat.employer_bloc is None)
    places = Counter(seat.employer_bloc for seat in employed if seat.employer_bloc not in (None, *STATUS_BLOCS))
    largest, most = max(places.items(), key=lambda item: (item[1], str(item[0])), default=(None, 0))
    share, seats = rule.number("largest_share"), commission.n
    detail = {"seats": seats, "most": most, "unknown": unknown}
    if most > share * seats:
        left = commission.uncertain_ends
        if left and most - left <= share * (seats - left):
            return Verdict("unknown", as_of, "ends_unclear", detail)
        if commission.lists_read > 1:
            return Verdict("unknown", as_of, "several_lists", detail)
        evidence = [seat.seat_id for seat in employed if seat.employer_bloc == largest]
        doubtful = commission.is_special is None and commission.level == "PEC"
        return Verdict("fail", as_of, "special_unknown" if doubtful else None, detail, evidence, flag_only=doubtful)
    if most + unknown > share * seats:
        return Verdict("unknown", as_of, "employers_unknown", detail)
    return Verdict("pass", as_of, detail=detail)
