"""Formation acts as tables: heading rows, one table per commission, merged commission cell, status table, roles beside names."""

from __future__ import annotations

from dataclasses import dataclass

from etl.demo.blocks import Block, Cell, Para, Table
from etl.demo.draft import Draft
from etl.demo.records import Entry, Roster

HEADERS = {
    "number": ("№", "№"),
    "name": ("Тегі, аты, әкесінің аты", "Фамилия, имя, отчество"),
    "year": ("Туған жылы", "Год рожд."),
    "education": ("Білімі", "Образование"),
    "role": ("Комиссиядағы лауазымы", "Должность в комиссии"),
    "nominator": ("Кім ұсынды", "Кем предложен"),
    "work": ("Жұмыс орны, лауазымы", "Место работы, занимаемая должность"),
    "commission": ("Сайлау учаскесінің №", "№ избирательного участка"),
    "status": ("Комиссиядағы мәртебесі", "Статус"),
    "proposed": ("Құрамға кім ұсынды", "Кем предложен в состав комиссии"),
}


def header(draft: Draft, column: str) -> str:
    """Give the heading of a column in the document's language."""
    return HEADERS[column][0 if draft.tongue == "kk" else 1]


def head_of(draft: Draft, roster: Roster, form: str = "commission") -> str:
    """Write the heading of one commission.

    Args:
        draft: the document
        roster: the commission's list
        form: commission («участковая избирательная комиссия № 5») or station («избирательный участок № 5»)
    """
    commission = roster.commission
    if form == "station" and commission.level == "PEC":
        if draft.tongue == "kk":
            return f"№ {commission.number} сайлау учаскесі"
        return f"Избирательный участок № {commission.number}"
    name = draft.commission_name(commission)
    return name[0].upper() + name[1:]


def place_line(draft: Draft, roster: Roster, *, declared: bool = False, voters: bool = False) -> str:
    """Write where the commission sits; optionally its declared size and the number of voters."""
    commission = roster.commission
    venue = commission.venue.kk if draft.tongue == "kk" else commission.venue.ru
    parts = [f"{commission.settlement.label(draft.tongue)}, {venue}"]
    if voters and commission.voters:
        parts.append(
            f"сайлаушылар саны – {commission.voters}"
            if draft.tongue == "kk"
            else f"число избирателей – {commission.voters}"
        )
    if declared:
        parts.append(
            f"комиссия құрамы – {roster.declared} адам"
            if draft.tongue == "kk"
            else f"в составе {roster.declared} человек"
        )
    return "; ".join(parts)


@dataclass
class Line:
    """The printed cells of one member."""

    name: str
    role: str
    nominator: str
    work: str
    year: str
    education: str


def print_line(draft: Draft, entry: Entry, columns: tuple[str, ...], work_form: str = "employer_first") -> Line:
    """Print one member for a table and record the truth.

    Args:
        draft: the document
        entry: the member
        columns: which of name, role, nominator, work, year, education the table has
        work_form: as in Printer.work
    """
    printer = draft.printer
    name = printer.name(entry.person, entry.surname)
    has = set(columns)
    nominator = printer.nominator(entry.nominator) if has & {"nominator", "proposed"} else ""
    work = printer.work(entry, work_form) if "work" in has else ""
    shows_role = bool(has & {"role", "status"})
    draft.add(
        entry, name, role=entry.role if shows_role else "unknown", nominator=nominator,
        employer=printer.employer(entry) if work else "", job=printer.job(entry) if work else "",
        year="year" in has, education="education" in has,
    )  # fmt: skip
    role = printer.role(entry.role) if shows_role else ""
    return Line(name.text, role, nominator, work, str(entry.person.birth_year), draft.education(entry))


def _cells(draft: Draft, line: Line, columns: tuple[str, ...], number: int) -> list[str]:
    values = {
        "number": str(number), "name": line.name, "role": line.role, "status": line.role, "nominator": line.nominator,
        "proposed": line.nominator, "work": line.work, "year": line.year, "education": line.education,
    }  # fmt: skip
    return [values[column] for column in columns]


def _vacant(draft: Draft, columns: tuple[str, ...], number: int) -> list[str]:
    text = draft.vacancy()
    return [str(number) if column == "number" else text if column == "name" else "" for column in columns]


def _member_rows(draft: Draft, roster: Roster, columns: tuple[str, ...], work_form: str) -> list[list[str]]:
    rows = []
    for number, entry in enumerate(roster.entries, 1):
        rows.append(_cells(draft, print_line(draft, entry, columns, work_form), columns, number))
    for extra in range(roster.vacancies):
        rows.append(_vacant(draft, columns, len(roster.entries) + extra + 1))
    return rows


def lay_heading_rows(draft: Draft) -> list[Block]:
    """One table; the commission stands in a row across all columns."""
    columns = ("number", "name", "role", "nominator", "work")
    table = Table()
    table.add(*(header(draft, column) for column in columns))
    for roster in draft.act.rosters:
        text = head_of(draft, roster)
        if draft.dice.random() < 0.5:
            text += f" ({place_line(draft, roster)})"
        table.rows.append([Cell(text, across=len(columns))])
        for cells in _member_rows(draft, roster, columns, "employer_first"):
            table.add(*cells)
    return [table]


def lay_table_per_commission(draft: Draft) -> list[Block]:
    """A heading and a table for each commission, with birth year and education."""
    columns = ("number", "name", "year", "education", "work", "nominator", "role")
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        blocks += [
            Para(head_of(draft, roster, "station"), "heading"),
            Para(place_line(draft, roster, declared=True, voters=True), "centre"),
        ]
        table = Table()
        table.add(*(header(draft, column) for column in columns))
        for cells in _member_rows(draft, roster, columns, "employer_first"):
            table.add(*cells)
        blocks.append(table)
    return blocks


def lay_merged_cell(draft: Draft) -> list[Block]:
    """One table; the number of the commission stands in a first cell that spans its rows."""
    columns = ("name", "role", "nominator", "work")
    table = Table()
    table.add(header(draft, "commission"), *(header(draft, column) for column in columns))
    for roster in draft.act.rosters:
        commission = roster.commission
        label = (
            head_of(draft, roster)
            if commission.level != "PEC"
            else f"№ {commission.number} {commission.settlement.label(draft.tongue)}"
        )
        rows = _member_rows(draft, roster, columns, "job_first")
        for position, cells in enumerate(rows):
            plain = [Cell(text) for text in cells]
            table.rows.append([Cell(label, down=len(rows)), *plain] if position == 0 else plain)
    return [table]


def lay_status_table(draft: Draft) -> list[Block]:
    """A commission's own site: address, term and size as lines, then name, status, who proposed."""
    columns = ("number", "name", "status", "proposed")
    draft.printer.role_style = "short"
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        kazakh = draft.tongue == "kk"
        place = place_line(draft, roster)
        blocks += [
            Para(head_of(draft, roster), "heading"),
            Para(f"Комиссияның мекенжайы: {place}" if kazakh else f"Адрес комиссии: {place}"),
            Para(
                f"Комиссия мүшелерінің саны: {roster.declared}"
                if kazakh
                else f"Количество членов комиссии: {roster.declared}"
            ),
        ]
        table = Table()
        table.add(*(header(draft, column) for column in columns))
        for cells in _member_rows(draft, roster, columns, "employer_first"):
            table.add(*cells)
        blocks.append(table)
    return blocks


def lay_roles_beside(draft: Draft) -> list[Block]:
    """A table without rules: posts on the left, surnames in capitals with nominator and workplace on the right."""
    printer = draft.printer
    printer.capitals = "surname"
    blocks: list[Block] = []
    for roster in draft.act.rosters:
        blocks += [
            Para(head_of(draft, roster), "heading"),
            Para(f"({roster.commission.settlement.label(draft.tongue)})", "centre"),
        ]
        table = Table(has_rules=False)
        for entry in roster.entries:
            name = printer.name(entry.person, entry.surname)
            nominator, work = printer.nominator(entry.nominator), printer.work(entry, "job_first")
            draft.add(
                entry,
                name,
                role=entry.role,
                nominator=nominator,
                employer=printer.employer(entry),
                job=printer.job(entry),
            )
            role = printer.role(entry.role)
            table.add(role[0].upper() + role[1:], f"{name.text} ({nominator})\n{work}")
        for _ in range(roster.vacancies):
            member = printer.role("member")
            table.add(member[0].upper() + member[1:], draft.vacancy())
        blocks.append(table)
    return blocks
