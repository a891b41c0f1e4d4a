"""Documents that name no members: notices about vacancies, decisions on borders, budget commissions."""

from __future__ import annotations

from datetime import timedelta

from etl.demo.blocks import Block, Para, Table
from etl.demo.draft import Draft
from etl.demo.wording import issuer, print_date


def lay_notice(draft: Draft) -> list[Block]:
    """A call for nominations: vacancies per commission, rules, dates; zero seats."""
    act = draft.act
    end = act.decided_on + timedelta(days=16)
    commissions = [roster.commission for roster in act.rosters]
    if draft.tongue == "kk":
        lines: list[Block] = [Para("ХАБАРЛАМА", "title"), Para(f"{issuer(act, 'kk')} шығып қалған сайлау комиссиялары мүшелерінің орнына жаңа мүшелер сайлау туралы хабарлайды", "heading"),
                              Para("«Қазақстан Республикасындағы сайлау туралы» Конституциялық заңның 10, 19-баптарына сәйкес саяси партиялардан ұсыныстар қабылданады:")]  # fmt: skip
        lines += [Para(f"{draft.commission_name(c)} – {draft.dice.randint(1, 2)}", "item") for c in commissions]
        lines += [Para("Әрбір саяси партия тиісті сайлау комиссиясының құрамына бір кандидатура ұсынуға құқылы. Саяси партиялар осы саяси партияның мүшелері болып табылмайтын кандидатураларды ұсына алады."),
                  Para(f"Құжаттар {print_date(act.decided_on, 'kk')} – {print_date(end, 'kk')} аралығында қабылданады. Телефон: 8 (7{draft.dice.randint(1200, 2999)}) 2-15-40.")]  # fmt: skip
        return lines
    lines = [Para("СООБЩЕНИЕ", "title"), Para(f"{issuer(act, 'ru', 'gen')} об избрании новых членов избирательных комиссий вместо выбывших", "heading"),
             Para(f"В соответствии со статьями 10, 19 Конституционного закона Республики Казахстан «О выборах в Республике Казахстан» {issuer(act, 'ru')} объявляет о приёме предложений политических партий:")]  # fmt: skip
    for commission in commissions:
        count = draft.dice.randint(1, 2)
        lines.append(
            Para(f"{draft.commission_name(commission)} – {count} {'вакансия' if count == 1 else 'вакансии'}", "item")
        )
    lines += [Para("Каждая политическая партия вправе представить одну кандидатуру в состав соответствующей избирательной комиссии. Политическая партия вправе предлагать кандидатуры, не являющиеся членами данной политической партии."),
              Para(f"Документы принимаются с {print_date(act.decided_on, 'ru')} по {print_date(end, 'ru')}. Телефон: 8 (7{draft.dice.randint(1200, 2999)}) 2-15-40.")]  # fmt: skip
    return lines


def lay_borders(draft: Draft) -> list[Block]:
    """An akim's decision on polling stations: numbers, places, streets named after people; zero seats."""
    act = draft.act
    kazakh = draft.tongue == "kk"
    unit = act.unit
    if kazakh:
        blocks: list[Block] = [Para("Сайлау учаскелерін құру туралы", "heading"),
                               Para(f"{unit.name.kk} әкімінің {print_date(act.decided_on, 'kk', 'attribute')} № {act.number} шешімі", "centre"),
                               Para("1. Сайлау учаскелері қосымшаға сәйкес құрылсын.")]  # fmt: skip
    else:
        blocks = [Para("Об образовании избирательных участков", "heading"),
                  Para(f"Решение акима {unit.case_ru('gen')} от {print_date(act.decided_on, 'ru')} № {act.number}", "centre"),
                  Para("1. Образовать избирательные участки согласно приложению.")]  # fmt: skip
    streets = draft.data.world["streets"]
    for roster in act.rosters:
        commission = roster.commission
        chosen = ", ".join(draft.dice.sample(streets, 3))
        if kazakh:
            blocks += [
                Para(f"№ {commission.number} сайлау учаскесі", "heading"),
                Para(f"Орталығы: {commission.settlement.label('kk')}, {commission.venue.kk}."),
                Para(f"Шекарасы: {chosen} көшелері."),
            ]
        else:
            blocks += [
                Para(f"Избирательный участок № {commission.number}", "heading"),
                Para(f"Местонахождение: {commission.settlement.label('ru')}, {commission.venue.ru}."),
                Para(f"Границы: улицы {chosen}."),
            ]
    return blocks


def lay_budget(draft: Draft) -> list[Block]:
    """A budget commission with chair, secretary and members: no election commission; zero seats."""
    act = draft.act
    people = [entry for roster in act.rosters for entry in roster.entries][:6]
    kazakh = draft.tongue == "kk"
    roles = ("chair", "deputy_chair", "secretary", "member", "member", "member")
    unit = act.unit
    title = (
        f"{unit.genitive_kk} бюджет комиссиясының құрамы туралы"
        if kazakh
        else f"О составе бюджетной комиссии {unit.case_ru('gen')}"
    )
    number = f"{unit.name.kk} әкімдігінің {print_date(act.decided_on, 'kk', 'attribute')} № {act.number} қаулысы" if kazakh else (
        f"Постановление акимата {unit.case_ru('gen')} от {print_date(act.decided_on, 'ru')} № {act.number}")  # fmt: skip
    table = Table()
    table.add(
        "№",
        "Т.А.Ә." if kazakh else "Ф.И.О.",
        "Лауазымы" if kazakh else "Должность",
        "Комиссияда" if kazakh else "В комиссии",
    )
    jobs = ("аудан әкімі", "әкімнің орынбасары", "бас маман", "бөлім басшысы", "бөлім басшысы", "бөлім басшысы") if kazakh else (
        "аким", "заместитель акима", "главный специалист", "руководитель отдела", "руководитель отдела", "руководитель отдела")  # fmt: skip
    for position, (entry, role, job) in enumerate(zip(people, roles, jobs, strict=False), 1):
        table.add(str(position), draft.printer.name(entry.person, entry.surname).text, job, draft.printer.role(role))
    point = "1. Бюджет комиссиясының құрамы бекітілсін:" if kazakh else "1. Утвердить состав бюджетной комиссии:"
    return [Para(title, "heading"), Para(number, "centre"), Para(point), table]
