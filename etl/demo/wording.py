"""Titles, preambles, points and signatures of acts, in both languages, in the shapes of real acts."""

from __future__ import annotations

from datetime import date
from random import Random

from etl.demo.blocks import Block, Para, Table
from etl.demo.inflect_kk import add_locative_adjective
from etl.demo.people import russify
from etl.demo.records import Act

TITLED = ("formation", "replacement", "release", "surname_change", "appointment")
MONTHS_KK = (
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
)
MONTHS_RU = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_SIGNERS = ("Омаров", "Сапаров", "Касымов", "Ниязов", "Букеев", "Токтаров", "Жакенов", "Оспанов")


def print_date(day: date, language: str, form: str = "plain") -> str:
    """Print a date.

    Args:
        day: the day
        language: kk or ru
        form: plain («2024 жылғы 19 қаңтар», «19 января 2024 года») or attribute («2024 жылғы 19 қаңтардағы»)
    """
    if language == "ru":
        return f"{day.day} {MONTHS_RU[day.month - 1]} {day.year} года"
    month = MONTHS_KK[day.month - 1]
    return f"{day.year} жылғы {day.day} {add_locative_adjective(month) if form == 'attribute' else month}"


def _covers(act: Act, language: str) -> str:
    """Name the commissions an act is about, in the genitive plural (Russian) or as a stem (Kazakh)."""
    words = {
        "TEC": ("аумақтық", "территориальной"),
        "DEC": ("округтік", "окружных"),
        "PEC": ("учаскелік", "участковых"),
    }
    names = [words[level][0 if language == "kk" else 1] for level in act.levels]
    return (" және " if language == "kk" else " и ").join(names)


def _only_territorial(act: Act) -> bool:
    return act.levels == ("TEC",)


def print_title(act: Act, language: str) -> str:
    """Give the title of an act."""
    place_ru = act.unit.case_ru("gen")
    covers = _covers(act, language)
    if language == "kk":
        head = f"{act.unit.genitive_kk} {covers} сайлау комиссия{'сының' if _only_territorial(act) else 'ларының'}"
        return {
            "formation": f"{head} құрамын сайлау туралы",
            "replacement": f"{head} құрамына өзгерістер енгізу туралы",
            "release": f"{head} мүшелерін міндеттерінен босату туралы",
            "surname_change": f"{head} мүшелерінің тектерінің өзгеруі туралы",
            "appointment": f"{head} бос орындарына мүшелер тағайындау туралы",
        }[act.kind]
    noun = "избирательной комиссии" if _only_territorial(act) else "избирательных комиссий"
    return {
        "formation": f"Об избрании {'состава' if _only_territorial(act) else 'составов'} {covers} {noun} {place_ru}",
        "replacement": f"О внесении изменений в составы {covers} {noun} {place_ru}",
        "release": f"Об освобождении от обязанностей членов {covers} {noun} {place_ru}",
        "surname_change": f"О внесении изменений в связи со сменой фамилий членов {covers} {noun} {place_ru}",
        "appointment": f"О назначении членов {covers} {noun} {place_ru} на вакантные места",
    }[act.kind]


def issuer(act: Act, language: str, case: str = "nom") -> str:
    """Name the body that took the act: the maslikhat, or the commission above for appointments."""
    if act.kind == "appointment":
        noun = "аумақтық сайлау комиссиясы" if language == "kk" else "территориальная избирательная комиссия"
        if language == "kk":
            return act.unit.body_kk(noun, case if case != "nom" else None)
        adjective = act.unit.adjective_ru
        if adjective is None:
            words = "территориальной избирательной комиссии" if case == "gen" else noun
            return f"{words} {act.unit.case_ru('gen')}"
        feminine = [w[:-2] + ("ой" if case == "gen" else "ая") for w in adjective.split(" ")]
        words = "территориальной избирательной комиссии" if case == "gen" else noun
        return " ".join([*feminine, words])
    if language == "kk":
        return act.issuer_unit.body_kk("мәслихаты", case if case != "nom" else None)
    return act.issuer_unit.body_ru("маслихат", case)


def region_of(act: Act, language: str) -> str:
    """Name the region of a district's act in the genitive (Russian) or nominative (Kazakh); empty for a region's own act."""
    if act.issuer_unit.kind in ("region", "republic_city"):
        return ""
    return act.region.name.kk if language == "kk" else act.region.case_ru("gen")


def open_act(act: Act, language: str, style: int, has_own_title: bool = False) -> list[Block]:
    """Write the head of an act: body, kind, date, number, title, preamble.

    Args:
        act: the act
        language: kk or ru
        style: which of the shapes of headings
        has_own_title: the page prints the title already
    """
    date_line = print_date(act.decided_on, language)
    title = print_title(act, language)
    if language == "kk":
        verb = "ШЕШТІ:" if style % 2 else "ШЕШІМ ҚАБЫЛДАДЫ:"
        if act.kind == "appointment":
            verb = "ҚАУЛЫ ЕТЕДІ:"
        kind = "ҚАУЛЫ" if act.kind == "appointment" else "ШЕШІМ"
        region = region_of(act, "kk")
        full = f"{region} {issuer(act, 'kk', 'gen')} {print_date(act.decided_on, 'kk', 'attribute')} № {act.number} {'қаулысы' if kind == 'ҚАУЛЫ' else 'шешімі'}".strip()
        heads: list[list[Block]] = [
            [
                Para(issuer(act, "kk").upper(), "title"),
                Para(kind, "title"),
                Para(f"{date_line}          № {act.number}", "centre"),
            ],
            [Para(full, "title")],
            [
                Para(kind, "title"),
                Para(f"{region} {issuer(act, 'kk', 'gen')}".strip(), "centre"),
                Para(f"{date_line} № {act.number}", "centre"),
            ],
        ]
        law = "«Қазақстан Республикасындағы сайлау туралы» Қазақстан Республикасы Конституциялық заңының 10-бабына"
        if act.kind != "formation":
            law = law.replace("10-бабына", "10, 19-баптарына")
        preamble = f"{law} сәйкес {issuer(act, 'kk')} {verb}"
    else:
        verb = "ПОСТАНОВЛЯЕТ:" if act.kind == "appointment" else "РЕШИЛ:"
        kind = "ПОСТАНОВЛЕНИЕ" if act.kind == "appointment" else "РЕШЕНИЕ"
        body = f"{issuer(act, 'ru', 'gen')} {region_of(act, 'ru')}".strip()
        heads = [
            [
                Para(f"{issuer(act, 'ru')} {region_of(act, 'ru')}".strip(), "title"),
                Para(kind, "title"),
                Para(f"от {date_line} № {act.number}", "centre"),
            ],
            [Para(kind, "title"), Para(body, "title"), Para(f"{date_line}          № {act.number}", "centre")],
            [Para(f"{kind.capitalize()} {body} от {date_line} № {act.number}", "title")],
        ]
        article = "со статьёй 10" if act.kind == "formation" else "со статьями 10, 19"
        preamble = f"В соответствии {article} Конституционного закона Республики Казахстан от 28 сентября 1995 года «О выборах в Республике Казахстан» {issuer(act, 'ru')} {verb}"
    head = heads[style % 3]
    return [*head, *([] if has_own_title else [Para(title, "heading")]), Para(preamble)]


def close_act(act: Act, language: str, number: int, dice: Random) -> list[Block]:
    """Write the last point and the signatures; names of signatories are no members."""
    day = act.decided_on
    signer, second = dice.sample(_SIGNERS, 2)
    letter, other = dice.choice("АБЕКМНС"), dice.choice("АБЕКМНС")
    after = day >= date(2023, 4, 10)  # decree No. 190: a maslikhat has a chair
    if language == "kk":
        point = Para(
            f"{number}. Осы {'қаулы' if act.kind == 'appointment' else 'шешім'} қабылданған күнінен бастап қолданысқа енгізіледі."
        )
        if act.kind == "appointment":
            return [point, Para(f"Комиссия төрағасы\t{letter}. {signer}", "sign")]
        if after:
            return [
                point,
                Para(f"{issuer(act, 'kk', 'gen')} төрағасы\t{letter}. {signer}", "sign"),
            ]
        return [
            point,
            Para(f"Сессия төрағасы\t{letter}. {signer}", "sign"),
            Para(f"Мәслихат хатшысы\t{other}. {second}", "sign"),
        ]
    point = Para(
        f"{number}. Настоящее {'постановление' if act.kind == 'appointment' else 'решение'} вводится в действие со дня его принятия."
    )
    if act.kind == "appointment":
        return [point, Para(f"Председатель комиссии\t{letter}. {signer}", "sign")]
    if after:
        return [point, Para(f"Председатель {act.issuer_unit.body_ru('маслихат', 'gen')}\t{letter}. {signer}", "sign")]
    return [
        point,
        Para(f"Председатель сессии\t{letter}. {signer}", "sign"),
        Para(f"Секретарь {act.issuer_unit.body_ru('маслихат', 'gen')}\t{other}. {second}", "sign"),
    ]


def stamp(act: Act, language: str) -> list[Block]:
    """Write the annex stamp: four short lines on the right."""
    if language == "kk":
        lines = [
            issuer(act, "kk", "gen"),
            print_date(act.decided_on, "kk", "attribute"),
            f"№ {act.number} шешіміне",
            "қосымша",
        ]
    else:
        lines = [
            "Приложение",
            "к решению",
            issuer(act, "ru", "gen"),
            f"от {print_date(act.decided_on, 'ru')} № {act.number}",
        ]
    return [Para(line, "right") for line in lines]


def elect_point(act: Act, language: str, annexed: bool) -> Para:
    """Write the point that elects the commissions, or refers to the annex."""
    covers = _covers(act, language)
    if language == "kk":
        if annexed:
            return Para(
                f"1. {act.unit.genitive_kk} {covers} сайлау комиссияларының құрамы осы шешімнің қосымшасына сәйкес бес жыл мерзімге сайлансын."
            )
        return Para(f"1. {act.unit.genitive_kk} {covers} сайлау комиссиялары мынадай құрамда сайлансын:")
    if annexed:
        return Para(
            f"1. Избрать составы {covers} избирательных комиссий {act.unit.case_ru('gen')} сроком на пять лет согласно приложению к настоящему решению."
        )
    return Para(f"1. Избрать составы {covers} избирательных комиссий {act.unit.case_ru('gen')} сроком на пять лет:")


def legacy(block: Block) -> Block:
    """Put Kazakh letters of a block into Russian ones, for old windows-1251 pages."""
    if isinstance(block, Para):
        return Para(russify(block.text), block.kind)
    table = Table(has_rules=block.has_rules)
    table.rows = [[type(cell)(russify(cell.text), cell.across, cell.down) for cell in row] for row in block.rows]
    return table
