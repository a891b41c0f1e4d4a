"""Documents that name no members: notices about vacancies, decisions on borders, budget commissions."""

from __future__ import annotations

from datetime import timedelta

from etl.demo.blocks import Block, Para, Table
from etl.demo.draft import Draft
from etl.demo.wording import fill_slots, print_date


def lay_notice(draft: Draft) -> list[Block]:
    """A call for nominations: vacancies per commission, rules, dates; zero seats."""
    act = draft.act
    slots = fill_slots(act, draft.tongue)
    blocks: list[Block] = [
        Para(draft.say("notice.word"), "title"),
        Para(draft.say("notice.subject", **slots), "heading"),
        Para(draft.say("notice.call", **slots)),
    ]
    for roster in act.rosters:
        name = draft.commission_name(roster.commission)
        blocks.append(Para(draft.say("notice.vacancies", commission=name, n=draft.dice.randint(1, 2)), "item"))
    end = print_date(act.decided_on + timedelta(days=16), draft.tongue)
    blocks += [Para(draft.say("notice.rule")), Para(draft.say("notice.fallback"))]
    blocks.append(Para(draft.say("notice.dates", **slots, end=end, code=draft.dice.randint(1200, 2999))))
    return blocks


def lay_borders(draft: Draft) -> list[Block]:
    """An akim's decision on polling stations: numbers, places, streets named after people; zero seats."""
    slots = fill_slots(draft.act, draft.tongue)
    kazakh = draft.tongue == "kk"
    blocks: list[Block] = [
        Para(draft.say("borders.title"), "heading"),
        Para(draft.say("borders.number", **slots), "centre"),
        Para(draft.say("borders.point")),
    ]
    for roster in draft.act.rosters:
        commission = roster.commission
        streets = ", ".join(draft.dice.sample(draft.data.world["streets"], 3))
        place = commission.settlement.label(draft.tongue)
        venue = commission.venue.kk if kazakh else commission.venue.ru
        blocks.append(Para(draft.say("list.station", n=commission.number), "heading"))
        blocks.append(Para(draft.say("borders.centre", place=place, venue=venue)))
        blocks.append(Para(draft.say("borders.streets", streets=streets)))
    return blocks


def lay_budget(draft: Draft) -> list[Block]:
    """A budget commission with chair, secretary and members: no election commission; zero seats."""
    slots = fill_slots(draft.act, draft.tongue)
    people = [entry for roster in draft.act.rosters for entry in roster.entries][:6]
    roles = ("chair", "deputy_chair", "secretary", "member", "member", "member")
    table = Table()
    headings = [draft.say(f"column.{column}") for column in ("number", "name", "job")]
    table.add(*headings, draft.say("budget.column_inside"))
    for position, (entry, role) in enumerate(zip(people, roles, strict=False)):
        name = draft.printer.name(entry.person, entry.surname).text
        job = draft.say(f"budget.job_{min(position, 3)}")
        table.add(str(position + 1), name, job, draft.say(f"role.long_{role}"))
    return [
        Para(draft.say("budget.title", **slots), "heading"),
        Para(draft.say("budget.number", **slots), "centre"),
        Para(draft.say("budget.point")),
        table,
    ]
