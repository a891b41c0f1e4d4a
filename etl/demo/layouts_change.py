"""Acts between formations: replacements, releases, changes of surname, appointments by the commission above."""

from __future__ import annotations

from etl.demo.blocks import Block, Para, Table
from etl.demo.draft import Draft
from etl.demo.inflect_ru import decline_phrase
from etl.demo.printer import GROUNDS
from etl.demo.records import Act, Commission, Entry
from etl.demo.wording import issuer, print_date

_ROLE_ACC = {
    "chair": "председателя комиссии",
    "deputy_chair": "заместителя председателя комиссии",
    "secretary": "секретаря комиссии",
    "member": "члена комиссии",
}
_ROLE_KK = {"chair": "төрағасы", "deputy_chair": "төрағасының орынбасары", "secretary": "хатшысы", "member": "мүшесі"}
_PARTICIPLE = {"f": "выдвинутую", "m": "выдвинутого"}


def commission_genitive(draft: Draft, commission: Commission) -> str:
    """Name a commission in the genitive: «участковой избирательной комиссии № 5», «№ 5 учаскелік сайлау комиссиясының»."""
    name = draft.commission_name(commission)
    if draft.tongue == "kk":
        return name + "ның"
    words = [w[:-2] + "ой" if w.endswith("ая") else "комиссии" if w == "комиссия" else w for w in name.split(" ")]
    return " ".join(words)


def pairs_of(act: Act) -> list[tuple[Entry, Entry | None]]:
    """Pair each released member with the one elected instead."""
    successor = {id(entry.replaces): entry for entry in act.entries if entry.replaces}
    return [(entry, successor.get(id(entry))) for entry in act.entries if entry.action == "released"]


def _ground(draft: Draft, entry: Entry) -> str:
    return GROUNDS[entry.ground or "own_request"][0 if draft.tongue == "kk" else 1]


def lay_replacement_table(draft: Draft) -> list[Block]:
    """Commission, who left and why, who was elected, workplace, nominator; no posts."""
    kazakh = draft.tongue == "kk"
    printer = draft.printer
    table = Table()
    if kazakh:
        table.add(
            "Р/с №",
            "Сайлау комиссиясы",
            "Кім шықты (Т.А.Ә., себебі)",
            "Кім сайланды (Т.А.Ә.)",
            "Жұмыс орны, лауазымы",
            "Ұсынған ұйым",
        )
    else:
        table.add(
            "№ п/п",
            "Избирательная комиссия",
            "Кто выбыл (Ф.И.О., причина)",
            "Кто избран (Ф.И.О.)",
            "Место работы, должность",
            "Кем предложен",
        )
    for number, (released, elected) in enumerate(pairs_of(draft.act), 1):
        old = printer.name(released.person, released.surname)
        draft.add(released, old)
        commission = draft.commission_name(released.commission)
        left = f"{old.text} – {_ground(draft, released)}"
        if elected is None:
            table.add(str(number), commission, left, draft.vacancy(), "", "")
            continue
        new = printer.name(elected.person, elected.surname)
        work, nominator = printer.work(elected), printer.nominator(elected.nominator)
        draft.add(elected, new, nominator=nominator, employer=printer.employer(elected), job=printer.job(elected))
        table.add(str(number), commission[0].upper() + commission[1:], left, new.text, work, nominator)
    lead = (
        "1. Сайлау комиссияларының құрамынан шыққан мүшелердің орнына қалған мерзімге жаңа мүшелер сайлансын:"
        if kazakh
        else "1. Избрать вместо выбывших членов избирательных комиссий на оставшийся срок полномочий:"
    )
    return [Para(lead), table]


def lay_replacement_pairs(draft: Draft) -> list[Block]:
    """One sentence per pair: who leaves, who is elected instead."""
    kazakh = draft.tongue == "kk"
    printer = draft.printer
    lead = (
        "1. Сайлау комиссияларының құрамына мынадай өзгерістер енгізілсін:"
        if kazakh
        else "1. Внести в составы избирательных комиссий следующие изменения:"
    )
    blocks: list[Block] = [Para(lead)]
    for number, (released, elected) in enumerate(pairs_of(draft.act), 1):
        old = printer.name(released.person, released.surname, "gen" if kazakh else "acc")
        draft.add(released, old, role=released.role)
        if elected is None:
            continue
        if kazakh:
            nominator = printer.nominator(elected.nominator, "gen")
            new = printer.name(elected.person, elected.surname)
            work = printer.work(elected, "job_first")
            text = f"{commission_genitive(draft, released.commission)} {_ROLE_KK[released.role]} {old.text} орнына {nominator} ұсынысы бойынша {work} {new.text} сайлансын"
        else:
            nominator = printer.nominator(elected.nominator, "ins")
            new = printer.name(elected.person, elected.surname, "acc")
            work = printer.work(elected, "job_first", "acc")
            text = (
                f"вывести из состава {commission_genitive(draft, released.commission)} {_ROLE_ACC[released.role]} {old.text} {_ground(draft, released)}; "
                f"избрать в состав комиссии {new.text}, {work}, {_PARTICIPLE[elected.person.gender]} {nominator}"
            )
        draft.add(
            elected, new, nominator=nominator, employer=printer.employer(elected, "acc"), job=printer.job(elected)
        )
        blocks.append(Para(f"{number}) {text};"))
    return blocks


def lay_two_lists(draft: Draft) -> list[Block]:
    """A list of those released and a list of those elected."""
    kazakh = draft.tongue == "kk"
    printer = draft.printer
    pairs = pairs_of(draft.act)
    blocks: list[Block] = [Para("1. Мыналар комиссия құрамынан шығарылсын:" if kazakh else "1. Вывести из состава:")]
    for released, _ in pairs:
        old = printer.name(released.person, released.surname, "nom" if kazakh else "acc")
        draft.add(released, old, role=released.role)
        if kazakh:
            text = f"{draft.commission_name(released.commission)} – {old.text}, {printer.role(released.role)}, {_ground(draft, released)};"
        else:
            text = f"{commission_genitive(draft, released.commission)} – {old.text}, {_ROLE_ACC[released.role]}, {_ground(draft, released)};"
        blocks.append(Para(text))
    lead = (
        "2. Шығып қалғандардың орнына қалған мерзімге мыналар сайлансын:"
        if kazakh
        else "2. Избрать вместо выбывших на оставшийся срок полномочий и ввести в состав:"
    )
    blocks.append(Para(lead))
    for released, elected in pairs:
        where = (
            draft.commission_name(released.commission) if kazakh else commission_genitive(draft, released.commission)
        )
        if elected is None:
            blocks.append(Para(f"{where} – {draft.vacancy()};"))
            continue
        new = printer.name(elected.person, elected.surname, "nom" if kazakh else "acc")
        nominator = printer.nominator(elected.nominator, "gen")
        work = printer.work(elected, "job_first", "acc")
        draft.add(
            elected, new, nominator=nominator, employer=printer.employer(elected, "acc"), job=printer.job(elected)
        )
        proposed = f"{nominator} ұсынысы бойынша" if kazakh else f"по предложению {nominator}"
        blocks.append(Para(f"{where} – {new.text}, {work}, {proposed};"))
    return blocks


def lay_release(draft: Draft) -> list[Block]:
    """Members released on their own request or for another ground, nobody elected."""
    kazakh = draft.tongue == "kk"
    printer = draft.printer
    lead = (
        "1. Мына комиссия мүшелері міндеттерінен босатылсын:"
        if kazakh
        else "1. Освободить от обязанностей членов избирательных комиссий:"
    )
    blocks: list[Block] = [Para(lead)]
    for entry in draft.act.entries:
        name = printer.name(entry.person, entry.surname, "nom" if kazakh else "acc")
        draft.add(entry, name, role=entry.role)
        if kazakh:
            text = f"{name.text} – {commission_genitive(draft, entry.commission)} {_ROLE_KK[entry.role]}, {_ground(draft, entry)};"
        else:
            text = f"{name.text}, {_ROLE_ACC[entry.role]}, – {draft.commission_name(entry.commission)}, {_ground(draft, entry)};"
        blocks.append(Para(text))
    return blocks


def lay_surname_change(draft: Draft) -> list[Block]:
    """Changes of surname in three wordings."""
    kazakh = draft.tongue == "kk"
    lead = "1. Мынадай өзгерістер енгізілсін:" if kazakh else "1. Внести в указанное решение следующие изменения:"
    blocks: list[Block] = [Para(lead)]
    for number, entry in enumerate(draft.act.entries, 1):
        assert entry.old_surname is not None
        text = _say_surname_change_kk(draft, entry) if kazakh else _say_surname_change_ru(draft, entry, number % 3)
        blocks.append(Para(f"{number}) {text};"))
    return blocks


def _say_surname_change_kk(draft: Draft, entry: Entry) -> str:
    printer = draft.printer
    assert entry.old_surname is not None
    old, new = printer.name(entry.person, entry.old_surname), printer.name(entry.person, entry.surname)
    draft.add(entry, new, role=entry.role)
    where = f"{commission_genitive(draft, entry.commission)} ({printer.role(entry.role)}) құрамында"
    return f"{where} «{old.text}» деген сөздер «{new.text}» деген сөздермен ауыстырылсын"


def _say_surname_change_ru(draft: Draft, entry: Entry, wording: int) -> str:
    printer = draft.printer
    assert entry.old_surname is not None
    commission = commission_genitive(draft, entry.commission)
    if wording == 1:
        old, new = printer.name(entry.person, entry.old_surname), printer.name(entry.person, entry.surname)
        draft.add(entry, new, role=entry.role)
        return f"в составе {commission} ({printer.role(entry.role)}) слова «{old.text}» заменить словами «{new.text}»"
    if wording == 2:
        old = printer.name(entry.person, entry.old_surname, "acc")
        new = printer.name(entry.person, entry.surname, "ins")
        draft.add(entry, new, role=entry.role)
        role = _ROLE_ACC[entry.role].removesuffix(" комиссии")
        return f"{role} {commission} {old.text} считать {new.text} в связи со сменой фамилии"
    old = printer.name(entry.person, entry.old_surname, "gen")
    new = printer.name(entry.person, entry.surname)
    role = decline_phrase(printer.role(entry.role, "short").split(" ")[0], "gen", animate=True)
    alone = type(new)(new.surname, new.surname, new.given, new.patronymic)
    draft.add(entry, alone, role=entry.role)
    tail = " председателя" if entry.role == "deputy_chair" else ""
    return f"изменить фамилию {role}{tail} {commission} {old.text} на «{new.surname}» на основании свидетельства о заключении брака"


def lay_appointment(draft: Draft) -> list[Block]:
    """The commission above appoints to vacancies until the maslikhat elects."""
    kazakh = draft.tongue == "kk"
    printer = draft.printer
    lead = (
        "1. Мәслихат сайлағанға дейін бос орындарға мыналар тағайындалсын:"
        if kazakh
        else "1. Назначить до избрания маслихатом на вакантные места членами избирательных комиссий:"
    )
    blocks: list[Block] = [Para(lead)]
    for number, entry in enumerate(draft.act.entries, 1):
        name = printer.name(entry.person, entry.surname, "nom" if kazakh else "acc")
        work = printer.work(entry, "job_first", "acc")
        draft.add(entry, name, role=entry.role, employer=printer.employer(entry, "acc"), job=printer.job(entry))
        if kazakh:
            text = f"{number}) {draft.commission_name(entry.commission)} – {name.text}, {work} ({printer.role(entry.role)});"
        else:
            text = f"{number}) в состав {commission_genitive(draft, entry.commission)} – {name.text}, {work} ({printer.role(entry.role)});"
        blocks.append(Para(text))
    return blocks


def refer_to_earlier(draft: Draft, act: Act) -> Para:
    """Name the formation act that is changed; its number and date are not those of this act."""
    assert act.earlier is not None
    day, number = act.earlier
    if draft.tongue == "kk":
        text = f"{issuer(act, 'kk', 'gen')} {print_date(day, 'kk', 'attribute')} № {number} шешіміне өзгерістер туралы."
    else:
        text = f"О решении {act.unit.body_ru('маслихат', 'gen')} от {print_date(day, 'ru')} № {number}."
    return Para(text)
