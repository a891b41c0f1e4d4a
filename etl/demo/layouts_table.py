"""Formation acts as tables: heading rows, one table per commission, merged cells, status table, roles beside names."""

from __future__ import annotations

from datetime import date

from etl.demo.blocks import Block, Cell, Para, Table
from etl.demo.draft import Draft
from etl.demo.records import Entry, Roster


def head_of(draft: Draft, roster: Roster, form: str = "commission") -> str:
    """Write the heading of one commission.

    Args:
        draft: the document
        roster: the commission's list
        form: commission («Участковая избирательная комиссия № 5») or station («Избирательный участок № 5»)
    """
    commission = roster.commission
    if form == "station" and commission.level == "PEC":
        return draft.say("list.station", n=commission.number)
    name = draft.commission_name(commission)
    return name[0].upper() + name[1:]


def place_line(draft: Draft, roster: Roster, *, declared: bool = False, voters: bool = False) -> str:
    """Write where the commission sits; optionally the number of voters and the declared size."""
    commission = roster.commission
    venue = commission.venue.kk if draft.tongue == "kk" else commission.venue.ru
    parts = [f"{commission.settlement.label(draft.tongue)}, {venue}"]
    if voters and commission.voters:
        parts.append(draft.say("list.voters", n=commission.voters))
    if declared:
        parts.append(draft.say("list.declared", n=roster.declared))
    return "; ".join(parts)


def invent_private(draft: Draft, entry: Entry) -> tuple[str, str, str]:
    """Give birth date, home address and telephone of a member and list them as private."""
    month, day = entry.person.birth_day
    born = date(entry.person.birth_year, month, day).strftime("%d.%m.%Y")
    settlement = entry.commission.settlement
    address = draft.say(
        "sheet.address",
        place=settlement.label(draft.tongue),
        street=draft.dice.choice(draft.data.world["streets"]),
        house=draft.dice.randint(1, 140),
        flat=draft.dice.randint(1, 99),
    )
    draft.private += [born, address, entry.person.phone]
    return born, address, entry.person.phone


def print_cells(
    draft: Draft, entry: Entry, columns: tuple[str, ...], number: int, work: str = "employer_first"
) -> list[str]:
    """Print one member as the cells of a table and record the truth.

    Args:
        draft: the document
        entry: the member
        columns: keys of `column` in demo_texts.yml
        number: of the row inside the commission
        work: form of workplace and post, as in Printer.work
    """
    printer = draft.printer
    has = set(columns)
    name = printer.name(entry.person, entry.surname)
    shows_role = bool(has & {"role", "status"})
    nominator = printer.nominator(entry.nominator) if has & {"nominator", "proposed"} else ""
    draft.add(
        entry,
        name,
        role=entry.role if shows_role else "unknown",
        nominator=nominator,
        employer=printer.employer(entry) if "work" in has else "",
        job=printer.job(entry) if "work" in has else "",
        year=bool(has & {"year", "born"}),
        education="education" in has,
    )
    born, address, phone = invent_private(draft, entry) if "born" in has else ("", "", "")
    role = printer.role(entry) if shows_role else ""
    values = {
        "number": str(number), "name": name.text, "role": role, "status": role, "nominator": nominator,
        "proposed": nominator, "work": printer.work(entry, work), "year": str(entry.person.birth_year),
        "education": draft.education(entry), "born": born, "address": address, "phone": phone,
    }  # fmt: skip
    return [values[column] for column in columns]


def _member_rows(
    draft: Draft, roster: Roster, columns: tuple[str, ...], work: str = "employer_first"
) -> list[list[str]]:
    members = draft.members(roster)
    rows = [print_cells(draft, entry, columns, number, work) for number, entry in enumerate(members, 1)]
    for extra in range(roster.vacancies):
        number, text = str(len(members) + extra + 1), draft.vacancy()
        rows.append([number if column == "number" else text if column == "name" else "" for column in columns])
    return rows


def _headed(draft: Draft, columns: tuple[str, ...]) -> Table:
    table = Table()
    table.add(*(draft.say(f"column.{column}") for column in columns))
    return table


def lay_heading_rows(draft: Draft) -> list[Block]:
    """One table; the commission stands in a row across all columns."""
    columns = ("number", "name", "role", "nominator", "work")
    table = _headed(draft, columns)
    with_place = draft.dice.random() < 0.5
    for roster in draft.act.rosters:
        text = head_of(draft, roster) + (f" ({place_line(draft, roster)})" if with_place else "")
        table.rows.append([Cell(text, across=len(columns))])
        for cells in _member_rows(draft, roster, columns):
            table.add(*cells)
    return [table]


def lay_table_per_commission(draft: Draft) -> list[Block]:
    """A heading and a table for each commission, with birth year, education, number of voters and size."""
    columns = ("number", "name", "year", "education", "work", "nominator", "role")
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        blocks.append(Para(head_of(draft, roster, "station"), "heading"))
        blocks.append(Para(place_line(draft, roster, declared=True, voters=True), "centre"))
        table = _headed(draft, columns)
        for cells in _member_rows(draft, roster, columns):
            table.add(*cells)
        blocks.append(table)
    return blocks


def lay_personal_table(draft: Draft) -> list[Block]:
    """One table with birth dates, home addresses and telephones beside the members (private data)."""
    columns = ("number", "name", "born", "role", "work", "nominator", "address", "phone")
    table = _headed(draft, columns)
    for roster in draft.act.rosters:
        table.rows.append([Cell(head_of(draft, roster), across=len(columns))])
        for cells in _member_rows(draft, roster, columns):
            table.add(*cells)
    draft.notes.append("birth dates, home addresses and telephones must not be kept")
    return [table]


def lay_merged_cell(draft: Draft) -> list[Block]:
    """One table; the number of the commission stands in a first cell that spans its rows."""
    columns = ("name", "role", "nominator", "work")
    table = _headed(draft, ("commission", *columns))
    for roster in draft.act.rosters:
        commission = roster.commission
        label = head_of(draft, roster)
        if commission.level == "PEC":
            label = f"№ {commission.number} {commission.settlement.label(draft.tongue)}"
        rows = _member_rows(draft, roster, columns, "job_first")
        for position, cells in enumerate(rows):
            plain = [Cell(text) for text in cells]
            table.rows.append([Cell(label, down=len(rows)), *plain] if position == 0 else plain)
    return [table]


def lay_status_table(draft: Draft) -> list[Block]:
    """A commission's own site: address and size as lines, then name in capitals, status, who proposed."""
    columns = ("number", "name", "status", "proposed")
    draft.printer.role_style = "short"
    draft.printer.capitals = "all"
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        blocks.append(Para(head_of(draft, roster), "heading"))
        blocks.append(Para(draft.say("list.address", place=place_line(draft, roster))))
        blocks.append(Para(draft.say("list.count", n=roster.declared)))
        table = _headed(draft, columns)
        for cells in _member_rows(draft, roster, columns):
            table.add(*cells)
        blocks.append(table)
    return blocks


def lay_roles_beside(draft: Draft) -> list[Block]:
    """A table without rules: posts on the left; surnames in capitals, nominator and workplace on the right."""
    printer = draft.printer
    printer.capitals = "surname"
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        blocks.append(Para(head_of(draft, roster), "heading"))
        blocks.append(Para(f"({roster.commission.settlement.label(draft.tongue)})", "centre"))
        table = Table(has_rules=False)
        for entry in roster.entries:
            name = printer.name(entry.person, entry.surname)
            nominator, work = printer.nominator(entry.nominator), printer.work(entry, "job_first")
            employer, job = printer.employer(entry), printer.job(entry)
            draft.add(entry, name, role=entry.role, nominator=nominator, employer=employer, job=job)
            role = printer.role(entry)
            table.add(role[0].upper() + role[1:], f"{name.text} ({nominator})\n{work}")
        for _ in range(roster.vacancies):
            member = draft.say("role.long_member")
            table.add(member[0].upper() + member[1:], draft.vacancy())
        blocks.append(table)
    return blocks
