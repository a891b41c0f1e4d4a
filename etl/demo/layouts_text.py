"""Formation acts as text: lists under headings, prose, accusative lists, roles by group."""

from __future__ import annotations

from etl.demo.blocks import Block, Para
from etl.demo.draft import Draft
from etl.demo.layouts_table import head_of, place_line
from etl.demo.printer import PrintedName
from etl.demo.records import Entry, Roster

_PARTICIPLE = {"f": "выдвинутую", "m": "выдвинутого"}


def lay_list(draft: Draft) -> list[Block]:
    """A list under the heading of each commission: name, dash, post, workplace, nominator."""
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        blocks += [Para(head_of(draft, roster, "station"), "heading"), Para(place_line(draft, roster))]
        for position, entry in enumerate(roster.entries):
            last = position == len(roster.entries) - 1 and not roster.vacancies
            blocks.append(Para(_list_item(draft, entry) + ("." if last else ";"), "item"))
        for _ in range(roster.vacancies):
            blocks.append(Para(draft.vacancy(), "item"))
    return blocks


def _list_item(draft: Draft, entry: Entry) -> str:
    printer = draft.printer
    name = printer.name(entry.person, entry.surname)
    case = "gen" if draft.dice.random() < 0.5 else "nom"
    nominator = printer.nominator(entry.nominator, case)
    job_first = printer.work(entry, "job_first")
    draft.add(
        entry, name, role=entry.role, nominator=nominator, employer=printer.employer(entry), job=printer.job(entry)
    )
    if draft.tongue == "kk":
        proposed = f"{nominator} ұсынысы бойынша" if case == "gen" else f"{nominator} ұсынған"
    elif case == "gen":
        proposed = f"по предложению: {nominator}"
    else:
        proposed = f"{'предложена' if entry.person.gender == 'f' else 'предложен'}: {nominator}"
    return f"{name.text} – {printer.role(entry.role)}, {job_first}, {proposed}"


def lay_accusative(draft: Draft) -> list[Block]:
    """Russian only: «избрать в состав … 7 человек:» and names in the accusative; no posts in the commission."""
    blocks: list[Block] = []
    printer = draft.printer
    for number, roster in enumerate(draft.act.rosters, 1):
        commission = roster.commission
        if commission.level == "PEC":
            target = f"участковой избирательной комиссии избирательного участка № {commission.number} ({commission.settlement.label('ru')})"
        else:
            target = _genitive_commission(draft, roster)
        blocks.append(Para(f"{number}. Избрать в состав {target} {roster.declared} человек:"))
        for position, entry in enumerate(roster.entries, 1):
            name = printer.name(entry.person, entry.surname, "acc")
            by_proposal = draft.dice.random() < 0.35
            nominator = printer.nominator(entry.nominator, "gen" if by_proposal else "ins")
            draft.add(entry, name, nominator=nominator, employer=printer.employer(entry, "acc"), job=printer.job(entry))
            proposed = (
                f"по предложению {nominator}" if by_proposal else f"{_PARTICIPLE[entry.person.gender]} {nominator}"
            )
            end = "." if position == len(roster.entries) else ";"
            blocks.append(Para(f"{position}) {name.text}, {printer.work(entry, 'job_first', 'acc')}, {proposed}{end}"))
        for _ in range(roster.vacancies):
            blocks.append(Para(f"{roster.declared}) {draft.vacancy()}"))
    return blocks


def _genitive_commission(draft: Draft, roster: Roster) -> str:
    commission = roster.commission
    if commission.level == "DEC":
        return f"окружной избирательной комиссии № {commission.number}"
    words = draft.commission_name(commission).split(" ")
    genitive = [w[:-2] + "ой" if w.endswith("ая") else w[:-1] + "и" if w == "комиссия" else w for w in words]
    return " ".join(genitive)


def lay_prose(draft: Draft) -> list[Block]:
    """One paragraph per commission: officers by post, then the other members with commas; nominators in brackets."""
    printer = draft.printer
    printer.nominator_style = "short"
    blocks: list[Block] = []
    kazakh = draft.tongue == "kk"
    for roster in draft.act.rosters:
        officers, members = [], []
        for entry in roster.entries:
            name, nominator = _name_with_nominator(draft, entry)
            if entry.role == "member":
                members.append(f"{name.text} ({nominator})")
            else:
                officers.append(f"{printer.role(entry.role, 'short')} – {name.text} ({nominator})")
        size = f"({roster.declared} адам)" if kazakh else f"(в составе {roster.declared} человек)"
        rest = f"{'комиссия мүшелері' if kazakh else 'члены комиссии'}: {', '.join(members)}"
        text = f"{head_of(draft, roster)} {size}: {'; '.join([*officers, rest])}"
        for _ in range(roster.vacancies):
            text += f"; {draft.vacancy()}"
        blocks.append(Para(text + "."))
    return blocks


def _name_with_nominator(draft: Draft, entry: Entry) -> tuple[PrintedName, str]:
    name = draft.printer.name(entry.person, entry.surname)
    nominator = draft.printer.nominator(entry.nominator)
    draft.add(entry, name, role=entry.role, nominator=nominator)
    return name, nominator


def lay_role_groups(draft: Draft) -> list[Block]:
    """Lines «Председатель: …», «Заместитель председателя: …», «Секретарь: …», then one line per member."""
    printer = draft.printer
    blocks: list[Block] = []
    kazakh = draft.tongue == "kk"
    for roster in draft.act.rosters:
        blocks.append(Para(f"{head_of(draft, roster)} ({place_line(draft, roster, declared=True)})", "heading"))
        opened = False
        for entry in roster.entries:
            name = printer.name(entry.person, entry.surname)
            work = printer.work(entry, "employer_first")
            nominator = printer.nominator(entry.nominator)
            draft.add(
                entry,
                name,
                role=entry.role,
                nominator=nominator,
                employer=printer.employer(entry),
                job=printer.job(entry),
            )
            line = f"{name.text}, {work} ({nominator})"
            if entry.role != "member":
                role = printer.role(entry.role, "short")
                blocks.append(Para(f"{role[0].upper() + role[1:]}: {line}"))
                continue
            if not opened:
                blocks.append(Para("Комиссия мүшелері:" if kazakh else "Члены комиссии:"))
                opened = True
            blocks.append(Para(f"- {line}"))
        for _ in range(roster.vacancies):
            blocks.append(Para(f"- {draft.vacancy()}"))
    return blocks


def lay_newspaper(draft: Draft) -> list[Block]:
    """Newspaper prose: initials, posts, no nominator and no workplace."""
    printer = draft.printer
    printer.initials = draft.dice.choice(["after", "before"])
    blocks: list[Block] = []
    kazakh = draft.tongue == "kk"
    for roster in draft.act.rosters:
        officers, members = [], []
        for entry in roster.entries:
            name = printer.name(entry.person, entry.surname)
            draft.add(entry, name, role=entry.role)
            if entry.role == "member":
                members.append(name.text)
            else:
                officers.append(f"{printer.role(entry.role, 'short')} – {name.text}")
        for _ in range(roster.vacancies):
            members.append(draft.vacancy())
        rest = f"{'комиссия мүшелері' if kazakh else 'члены комиссии'}: {', '.join(members)}"
        blocks.append(
            Para(f"{head_of(draft, roster, 'station')} ({place_line(draft, roster)}). {'; '.join([*officers, rest])}.")
        )
    return blocks
