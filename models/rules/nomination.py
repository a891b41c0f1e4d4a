"""Who may nominate how many (art. 10(3)), judged on the day of election."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from models.rules.book import Rule
from models.rules.facts import Commission, PartyFacts, Seat
from models.rules.verdict import Verdict

LONGEST_TERM: Final = timedelta(days=5 * 366)
"""Somebody on an undated list was elected at most one term before its day."""


def judge_single_nominee(rule: Rule, commission: Commission, as_of: date, parties: PartyFacts) -> Verdict:
    """NOM-2: at most one member per party.

    Judged on the day the later of two members was elected. Two parties that merged count together only as a flag.

    Args:
        rule: parameter `nominees_per_party`.
        commission: the commission.
        as_of: the day asked for, up to which mergers count.
        parties: for mergers.
    """
    most = int(rule.number("nominees_per_party"))
    nominees = _group_by_party(commission.seats)
    too_many = {party: seats for party, seats in nominees.items() if len(seats) > most}
    if too_many:
        return _report_repeats(commission, too_many)
    unknown = commission.unread + sum(1 for seat in commission.seats if not seat.nominator_known)
    judged_on = _latest(commission.seats)
    merged = _group_merged(nominees, as_of, parties)
    together = {party: seats for party, seats in merged.items() if len(seats) > most}
    if together:
        seats = [seat for group in together.values() for seat in group]
        detail = {"parties": _count(together), "unknown": unknown}
        return Verdict("fail", _latest(seats), "party_merged", detail, _ids(seats), flag_only=True)
    largest = max((len(seats) for seats in nominees.values()), default=0)
    if unknown and largest + unknown > most:
        return Verdict("unknown", judged_on, "nominators_unknown", {"unknown": unknown})
    return Verdict("pass", judged_on, detail={"unknown": unknown, "parties": _count(nominees)})


def judge_party_seats(rule: Rule, commission: Commission, as_of: date, parties: PartyFacts) -> Verdict:
    """NOM-5: no more party-nominated members than registered parties.

    A party counts if it was registered on the day any of these members was elected, so that a merger in mid-term
    makes no breach.

    Args:
        rule: the rule.
        commission: the commission.
        as_of: not used.
        parties: for the parties registered on a day.
    """
    nominated = [seat for seat in commission.seats if seat.nominator_kind == "party"]
    unknown = commission.unread + sum(1 for seat in commission.seats if seat.nominator_kind in (None, "unknown"))
    judged_on = _latest(nominated or commission.seats)
    detail: dict[str, object] = {"seats": len(nominated), "unknown": unknown}
    if not nominated and not unknown:
        return Verdict("pass", judged_on, detail=detail)
    possible = [seat for seat in commission.seats if seat.nominator_kind in (None, "unknown", "party")]
    days = {seat.elected_on for seat in possible}
    lists = [parties.registered_on(day) if day else None for day in sorted(days, key=lambda day: day or date.min)]
    registered = {party for found in lists if found is not None for party in found}
    detail["registered"] = len(registered)
    if len(nominated) + unknown <= len(registered):
        return Verdict("pass", judged_on, detail=detail)
    if None in days:
        return Verdict("unknown", judged_on, "undated_list", detail)
    if any(found is None for found in lists):
        return Verdict("unknown", judged_on, "registered_parties_unknown", detail)
    if len(nominated) <= len(registered):
        return Verdict("unknown", judged_on, "nominators_unknown", detail)
    doubt = _find_doubt(commission, nominated)
    if doubt:
        return Verdict("unknown", judged_on, doubt, detail)
    return Verdict("fail", judged_on, detail=detail, evidence=_ids(nominated))


def judge_registration(rule: Rule, commission: Commission, as_of: date, parties: PartyFacts) -> Verdict:
    """NOM-6: a party has not nominated before it was registered.

    Args:
        rule: the rule.
        commission: the commission.
        as_of: not used.
        parties: for days of registration.
    """
    answers: dict[str, list[Seat]] = defaultdict(list)
    for seat in commission.seats:
        answers[_compare_registration(seat, parties)].append(seat)
    early = answers["early"]
    if early:
        detail = {"parties": _count(_group_by_party(early))}
        return Verdict("fail", min(seat.listed_on or as_of for seat in early), None, detail, _ids(early))
    judged_on = _latest(commission.seats)
    for reason in ("registration_unknown", "undated_list"):
        if answers[reason]:
            return Verdict("unknown", judged_on, reason, {"parties": _count(_group_by_party(answers[reason]))})
    unknown = commission.unread + len(answers["nominators_unknown"])
    if unknown:
        return Verdict("unknown", judged_on, "nominators_unknown", {"unknown": unknown})
    return Verdict("pass", judged_on)


def _compare_registration(seat: Seat, parties: PartyFacts) -> str:
    if not seat.nominator_known:
        return "nominators_unknown"
    if seat.party_id is None:
        return "fine"
    since, latest = parties.registered_since.get(seat.party_id), seat.elected_on or seat.listed_on
    if since is None:
        on = parties.registered_on(seat.elected_on) if seat.elected_on else None
        return "fine" if on is not None and seat.party_id in on else "registration_unknown"
    if latest is None:
        return "undated_list"
    if latest < since:
        return "early"
    if seat.elected_on is None and latest - LONGEST_TERM < since:
        return "undated_list"
    return "fine"


def _report_repeats(commission: Commission, too_many: dict[str, list[Seat]]) -> Verdict:
    seats = [seat for group in too_many.values() for seat in group]
    detail = {"parties": _count(too_many)}
    judged_on = max(filter(None, (_second(group) for group in too_many.values())), default=None)
    # Two names in one act are certain, whatever else is unclear.
    together = any(most > 1 for group in too_many.values() for most in _count_by_decision(group))
    doubt = None if together else _find_doubt(commission, seats)
    if doubt:
        return Verdict("unknown", judged_on, doubt, detail, _ids(seats))
    return Verdict("fail", judged_on, None, detail, _ids(seats))


def _find_doubt(commission: Commission, seats: Iterable[Seat]) -> str | None:
    """Say why the seats may not all be held at once: somebody left unnamed, or one list printed twice."""
    if commission.uncertain_ends:
        return "ends_unclear"
    if commission.lists_read > 1 and len({seat.decision_id for seat in seats}) > 1:
        return "several_lists"
    return None


def _count_by_decision(seats: Iterable[Seat]) -> list[int]:
    return list(Counter(seat.decision_id for seat in seats if seat.decision_id).values())


def _second(seats: list[Seat]) -> date | None:
    """Give the day on which the second of the members came: from then on there were two."""
    days = sorted(seat.listed_on for seat in seats if seat.listed_on)
    return days[1] if len(days) > 1 else None


def _group_by_party(seats: Iterable[Seat]) -> dict[str, list[Seat]]:
    groups: dict[str, list[Seat]] = defaultdict(list)
    for seat in seats:
        if seat.party_id is not None:
            groups[seat.party_id].append(seat)
    return dict(groups)


def _group_merged(nominees: dict[str, list[Seat]], as_of: date, parties: PartyFacts) -> dict[str, list[Seat]]:
    groups: dict[str, list[Seat]] = defaultdict(list)
    for party, seats in nominees.items():
        groups[parties.successor(party, as_of)].extend(seats)
    return dict(groups)


def _count(groups: dict[str, list[Seat]]) -> dict[str, int]:
    return {party: len(seats) for party, seats in sorted(groups.items())}


def _latest(seats: Iterable[Seat]) -> date | None:
    return max((seat.listed_on for seat in seats if seat.listed_on), default=None)


def _ids(seats: Iterable[Seat]) -> list[str]:
    return [seat.seat_id for seat in seats]
