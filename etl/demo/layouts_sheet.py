"""Formation acts as workbooks and CSV files."""

from __future__ import annotations

from datetime import date

from etl.demo.blocks import Sheet
from etl.demo.draft import Draft
from etl.demo.layouts_table import head_of, place_line
from etl.demo.records import Entry
from etl.demo.wording import issuer, print_date, print_title, region_of


def _word(draft: Draft, kk: str, ru: str) -> str:
    return kk if draft.tongue == "kk" else ru


def cite_act(draft: Draft) -> str:
    """Cite the act in one line, such as «решение … маслихата … от 17 января 2024 года № 88/14»."""
    act = draft.act
    if draft.tongue == "kk":
        return f"{region_of(act, 'kk')} {issuer(act, 'kk', 'gen')} {print_date(act.decided_on, 'kk', 'attribute')} № {act.number} шешімі".strip()
    return f"решение {issuer(act, 'ru', 'gen')} {region_of(act, 'ru')} от {print_date(act.decided_on, 'ru')} № {act.number}".replace(
        "  ", " "
    )


def _role(draft: Draft, entry: Entry) -> str:
    role = draft.printer.role(entry.role, "short")
    return role[0].upper() + role[1:] if draft.tongue == "ru" else role


def lay_flat_sheet(draft: Draft) -> list[Sheet]:
    """One sheet: title rows, then one row per member with separate parts of the name."""
    printer = draft.printer
    sheet = Sheet(_word(draft, "УСК", "УИК"), widths=[6, 12, 20, 16, 20, 12, 22, 45, 45, 28])
    sheet.rows = [[print_title(draft.act, draft.tongue)], [f"({cite_act(draft)})"], []]
    sheet.merged = [(1, 1, 10), (2, 1, 10)]
    kk = [
        "р/с №",
        "Учаске №",
        "Тегі",
        "Аты",
        "Әкесінің аты",
        "Туған жылы",
        "Комиссиядағы лауазымы",
        "Кім ұсынды",
        "Жұмыс орны",
        "Лауазымы",
    ]
    ru = [
        "№ п/п",
        "№ участка",
        "Фамилия",
        "Имя",
        "Отчество",
        "Год рождения",
        "Статус в комиссии",
        "Кем предложен",
        "Место работы",
        "Должность",
    ]
    sheet.rows.append(list(kk if draft.tongue == "kk" else ru))
    number = 0
    for roster in draft.act.rosters:
        commission = roster.commission
        label: str | int = (
            commission.number if commission.level == "PEC" and commission.number else head_of(draft, roster)
        )
        for entry in roster.entries:
            number += 1
            name = printer.name(entry.person, entry.surname)
            nominator, employer, job = printer.nominator(entry.nominator), printer.employer(entry), printer.job(entry)
            draft.add(entry, name, role=entry.role, nominator=nominator, employer=employer, job=job, year=True)
            sheet.rows.append(
                [
                    number,
                    label,
                    name.surname,
                    name.given,
                    name.patronymic,
                    entry.person.birth_year,
                    _role(draft, entry),
                    nominator,
                    employer,
                    job or None,
                ]
            )
        for _ in range(roster.vacancies):
            number += 1
            sheet.rows.append([number, label, draft.vacancy()])
    return [sheet]


def lay_sheet_per_commission(draft: Draft) -> list[Sheet]:
    """One sheet per commission with the number in the title and in the heading."""
    printer = draft.printer
    sheets = []
    for roster in draft.act.rosters:
        commission = roster.commission
        short = {"PEC": ("УСК", "УИК"), "DEC": ("ОСК", "ОИК"), "TEC": ("АСК", "ТИК")}[commission.level][
            0 if draft.tongue == "kk" else 1
        ]
        sheet = Sheet(f"{short} {commission.number}" if commission.number else short, widths=[5, 38, 26, 60, 50])
        cite = cite_act(draft)
        sheet.rows = [[head_of(draft, roster)], [place_line(draft, roster)], [cite[0].upper() + cite[1:]], []]
        sheet.merged = [(1, 1, 5), (2, 1, 5), (3, 1, 5)]
        kk = ["№", "Тегі, аты, әкесінің аты", "Комиссиядағы лауазымы", "Жұмыс орны мен лауазымы", "Кім ұсынды"]
        ru = ["№", "Фамилия, имя, отчество", "Должность в комиссии", "Место работы и должность", "Кем выдвинут"]
        sheet.rows.append(list(kk if draft.tongue == "kk" else ru))
        for number, entry in enumerate(roster.entries, 1):
            name = printer.name(entry.person, entry.surname)
            work = printer.work(entry, "job_first" if number % 2 else "employer_first")
            nominator = printer.nominator(entry.nominator)
            draft.add(
                entry,
                name,
                role=entry.role,
                nominator=nominator,
                employer=printer.employer(entry),
                job=printer.job(entry),
            )
            sheet.rows.append([number, name.text, printer.role(entry.role, "short"), work, nominator])
        for extra in range(roster.vacancies):
            sheet.rows.append([len(roster.entries) + extra + 1, draft.vacancy()])
        sheets.append(sheet)
    return sheets


def lay_personal_sheet(draft: Draft) -> list[Sheet]:
    """Commission in a merged row; birth dates, telephones and home addresses stand beside the members (private data)."""
    printer = draft.printer
    place = draft.act.unit.stem_kk if draft.tongue == "kk" else draft.act.unit.name.ru
    sheet = Sheet(_word(draft, "Тізім", "Список"), widths=[5, 36, 12, 22, 55, 45, 36, 20])
    sheet.rows = [[print_title(draft.act, draft.tongue)], [cite_act(draft)], []]
    sheet.merged = [(1, 1, 8), (2, 1, 8)]
    kk = ["№", "Т.А.Ә.", "Туған күні", "Лауазымы", "Жұмыс орны, қызметі", "Кім ұсынды", "Мекенжайы", "Телефоны"]
    ru = [
        "№",
        "Ф.И.О.",
        "Дата рождения",
        "Должность в комиссии",
        "Место работы, должность",
        "Кем предложен",
        "Домашний адрес",
        "Телефон",
    ]
    sheet.rows.append(list(kk if draft.tongue == "kk" else ru))
    for roster in draft.act.rosters:
        sheet.rows.append([head_of(draft, roster)])
        sheet.merged.append((len(sheet.rows), 1, 8))
        for number, entry in enumerate(roster.entries, 1):
            name = printer.name(entry.person, entry.surname)
            work, nominator = printer.work(entry), printer.nominator(entry.nominator)
            draft.add(
                entry,
                name,
                role=entry.role,
                nominator=nominator,
                employer=printer.employer(entry),
                job=printer.job(entry),
                year=True,
            )
            born, address = _private(draft, entry, place)
            sheet.rows.append(
                [
                    number,
                    name.text,
                    born,
                    printer.role(entry.role, "short"),
                    work,
                    nominator,
                    address,
                    entry.person.phone,
                ]
            )
        for extra in range(roster.vacancies):
            sheet.rows.append([len(roster.entries) + extra + 1, draft.vacancy()])
    return [sheet]


def _private(draft: Draft, entry: Entry, place: str) -> tuple[str, str]:
    """Invent the private columns of one member and list them as private."""
    month, day = entry.person.birth_day
    born = date(entry.person.birth_year, month, day).strftime("%d.%m.%Y")
    street = draft.dice.choice(draft.data.world["streets"])
    house, flat = draft.dice.randint(1, 140), draft.dice.randint(1, 99)
    if draft.tongue == "kk":
        address = f"{place} қ., {street} көшесі, {house}-үй, {flat}-пәтер"
    else:
        address = f"{place}, ул. {street}, {house}, кв. {flat}"
    draft.private += [born, address, entry.person.phone]
    return born, address


def lay_csv_plain(draft: Draft) -> list[Sheet]:
    """CSV with a title line; the act stands in the first column of every row."""
    printer = draft.printer
    kk = [
        "Шешім",
        "Сайлау комиссиясы",
        "Тегі",
        "Аты",
        "Әкесінің аты",
        "Туған жылы",
        "Комиссиядағы қызметі",
        "Ұсынған",
        "Жұмыс орны",
        "Лауазымы",
    ]
    ru = [
        "Решение",
        "Комиссия",
        "Фамилия",
        "Имя",
        "Отчество",
        "Год рождения",
        "Статус",
        "Кем предложен",
        "Место работы",
        "Должность",
    ]
    sheet = Sheet("", [list(kk if draft.tongue == "kk" else ru)])
    cite = cite_act(draft)
    for roster in draft.act.rosters:
        label = head_of(draft, roster)
        for entry in roster.entries:
            name = printer.name(entry.person, entry.surname)
            nominator, employer, job = printer.nominator(entry.nominator), printer.employer(entry), printer.job(entry)
            draft.add(entry, name, role=entry.role, nominator=nominator, employer=employer, job=job, year=True)
            row = [
                cite,
                label,
                name.surname,
                name.given,
                name.patronymic or "",
                entry.person.birth_year,
                printer.role(entry.role, "short"),
                nominator,
                employer,
                job,
            ]
            sheet.rows.append(list(row))
        for _ in range(roster.vacancies):
            sheet.rows.append([cite, label, draft.vacancy(), "", "", "", "", "", "", ""])
    return [sheet]


def lay_csv_snapshot(draft: Draft) -> list[Sheet]:
    """CSV without any act: a list as it stands on a day that only the side-car gives."""
    printer = draft.printer
    draft.has_number = False
    title = _word(draft, "Учаскелік сайлау комиссиялары мүшелерінің тізімі", "Список членов избирательных комиссий")
    kk = ["Комиссия", "Т.А.Ә.", "Қызметі", "Кім ұсынды", "Жұмыс орны", "Лауазымы"]
    ru = ["Комиссия", "ФИО", "Статус", "Кем выдвинут", "Место работы", "Должность"]
    sheet = Sheet("", [[title, "", "", "", "", ""], list(kk if draft.tongue == "kk" else ru)])
    for roster in draft.act.rosters:
        label = head_of(draft, roster)
        for entry in roster.entries:
            name = printer.name(entry.person, entry.surname)
            nominator, employer, job = printer.nominator(entry.nominator), printer.employer(entry), printer.job(entry)
            draft.add(entry, name, role=entry.role, nominator=nominator, employer=employer, job=job)
            sheet.rows.append([label, name.text, printer.role(entry.role, "short"), nominator, employer, job])
        for _ in range(roster.vacancies):
            sheet.rows.append([label, draft.vacancy(), "", "", "", ""])
    return [sheet]
