"""Formation acts as text: lists under headings, prose, accusative lists, roles by group, newspaper prose."""

from __future__ import annotations

from etl.demo.blocks import Block, Para
from etl.demo.draft import Draft
from etl.demo.inflect_ru import decline_body
from etl.demo.layouts_table import head_of, place_line
from etl.demo.records import Commission, Entry, Roster

PARTICIPLE = {"f": "выдвинутую", "m": "выдвинутого"}
_PROPOSED = {"f": "предложена", "m": "предложен"}


def commission_genitive(draft: Draft, commission: Commission) -> str:
    """Name a commission in the genitive: «участковой избирательной комиссии № 5», «… сайлау комиссиясының»."""
    name = draft.commission_name(commission)
    if draft.tongue == "kk":
        return name + "ның"
    return decline_body(name)


def lay_list(draft: Draft) -> list[Block]:
    """A list under the heading of each commission: name, dash, post, workplace, nominator."""
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        blocks += [Para(head_of(draft, roster, "station"), "heading"), Para(place_line(draft, roster))]
        for position, entry in enumerate(roster.entries, 1):
            is_last = position == len(roster.entries) and not roster.vacancies
            blocks.append(Para(_list_item(draft, entry) + ("." if is_last else ";"), "item"))
        for _ in range(roster.vacancies):
            blocks.append(Para(draft.vacancy(), "item"))
    return blocks


def _list_item(draft: Draft, entry: Entry) -> str:
    printer = draft.printer
    name = printer.name(entry.person, entry.surname)
    in_genitive = draft.dice.random() < 0.5
    nominator = printer.nominator(entry.nominator, "gen" if in_genitive else "nom")
    draft.add(
        entry, name, role=entry.role, nominator=nominator, employer=printer.employer(entry), job=printer.job(entry)
    )
    if in_genitive:
        proposed = draft.say("list.proposed_by", nominator_gen=nominator)
    else:
        proposed = draft.say("list.proposed", nominator=nominator, verb=_PROPOSED[entry.person.gender])
    return f"{name.text} – {printer.role(entry)}, {printer.work(entry, 'job_first')}, {proposed}"


def lay_accusative(draft: Draft) -> list[Block]:
    """Russian only: «избрать в состав … 7 человек:» and names in the accusative by name; no posts in the commission."""
    blocks: list[Block] = []
    printer = draft.printer
    draft.sorts_by_name = True
    for number, roster in enumerate(draft.act.rosters, 1):
        commission = roster.commission
        target = commission_genitive(draft, commission)
        if commission.level == "PEC":
            target = draft.say("list.station_gen", n=commission.number, place=commission.settlement.label("ru"))
        blocks.append(Para(draft.say("point.elect_people", n=number, commission=target, size=roster.declared)))
        members = draft.members(roster)
        for position, entry in enumerate(members, 1):
            name = printer.name(entry.person, entry.surname, "acc")
            by_proposal = draft.dice.random() < 0.35
            nominator = printer.nominator(entry.nominator, "gen" if by_proposal else "ins")
            employer, job = printer.employer(entry, "acc"), printer.job(entry)
            draft.add(entry, name, nominator=nominator, employer=employer, job=job)
            verb = "по предложению" if by_proposal else PARTICIPLE[entry.person.gender]
            end = "." if position == roster.declared else ";"
            work = printer.work(entry, "job_first", "acc")
            blocks.append(Para(f"{position}) {name.text}, {work}, {verb} {nominator}{end}"))
        for extra in range(roster.vacancies):
            blocks.append(Para(f"{len(members) + extra + 1}) {draft.vacancy()}."))
    return blocks


def lay_prose(draft: Draft) -> list[Block]:
    """One paragraph per commission: officers by post, then the other members with commas; nominators in brackets."""
    printer = draft.printer
    printer.nominator_style = "short"
    printer.order = draft.dice.choice(["surname", "surname", "given"])
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        officers: list[str] = []
        members: list[str] = []
        for entry in roster.entries:
            name, nominator = printer.name(entry.person, entry.surname), printer.nominator(entry.nominator)
            draft.add(entry, name, role=entry.role, nominator=nominator)
            text = f"{name.text} ({nominator})"
            if entry.role == "member":
                members.append(text)
            else:
                officers.append(f"{printer.role(entry, 'short')} – {text}")
        members += [draft.vacancy() for _ in range(roster.vacancies)]
        size = draft.say("list.size", n=roster.declared)
        blocks.append(Para(f"{head_of(draft, roster)} {size}: {_join_groups(draft, officers, members)}."))
    return blocks


def _join_groups(draft: Draft, officers: list[str], members: list[str]) -> str:
    return "; ".join([*officers, f"{draft.say('list.members')}: {', '.join(members)}"])


def lay_role_groups(draft: Draft) -> list[Block]:
    """Lines «Председатель: …», «Заместитель председателя: …», «Секретарь: …», then one line per member."""
    blocks: list[Block] = []
    members_word = draft.say("list.members")
    for roster in draft.act.rosters:
        blocks.append(Para(f"{head_of(draft, roster)} ({place_line(draft, roster, declared=True)})", "heading"))
        officers = [entry for entry in roster.entries if entry.role != "member"]
        for entry in officers:
            role = draft.printer.role(entry, "short")
            blocks.append(Para(f"{role[0].upper() + role[1:]}: {_group_line(draft, entry)}"))
        blocks.append(Para(f"{members_word[0].upper() + members_word[1:]}:"))
        for entry in roster.entries:
            if entry.role == "member":
                blocks.append(Para(f"- {_group_line(draft, entry)}"))
        blocks += [Para(f"- {draft.vacancy()}") for _ in range(roster.vacancies)]
    return blocks


def _group_line(draft: Draft, entry: Entry) -> str:
    printer = draft.printer
    name, nominator = printer.name(entry.person, entry.surname), printer.nominator(entry.nominator)
    employer, job = printer.employer(entry), printer.job(entry)
    draft.add(entry, name, role=entry.role, nominator=nominator, employer=employer, job=job)
    return f"{name.text}, {printer.work(entry)} ({nominator})"


def lay_newspaper(draft: Draft) -> list[Block]:
    """Newspaper prose: initials and posts; no nominator and no workplace."""
    draft.printer.initials = draft.dice.choice(["after", "before"])
    return [Para(_newspaper_paragraph(draft, roster)) for roster in draft.act.rosters]


def _newspaper_paragraph(draft: Draft, roster: Roster) -> str:
    printer = draft.printer
    officers: list[str] = []
    members: list[str] = []
    for entry in roster.entries:
        name = printer.name(entry.person, entry.surname)
        draft.add(entry, name, role=entry.role)
        if entry.role == "member":
            members.append(name.text)
        else:
            officers.append(f"{printer.role(entry, 'short')} – {name.text}")
    members += [draft.vacancy() for _ in range(roster.vacancies)]
    line = (
        f"{head_of(draft, roster, 'station')} ({place_line(draft, roster)}). {_join_groups(draft, officers, members)}"
    )
    return line if line.endswith(".") else line + "."
