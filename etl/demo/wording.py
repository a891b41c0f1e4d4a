"""Heads, points, signatures and stamps of acts, in both languages, in the shapes of real acts."""

from __future__ import annotations

from datetime import date
from random import Random

from etl.demo.blocks import Block, Para
from etl.demo.data import DemoData
from etl.demo.inflect_kk import add_locative_adjective, add_possessive
from etl.demo.inflect_ru import decline_body
from etl.demo.places import name_territorial
from etl.demo.records import Act

MONTHS_KK = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip
MONTHS_RU = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_SIGNERS = ("Омаров", "Сапаров", "Касымов", "Ниязов", "Букеев", "Токтаров", "Жакенов", "Оспанов")
_COVERS = {"TEC": ("аумақтық", "территориальной"), "DEC": ("округтік", "окружных"), "PEC": ("учаскелік", "участковых")}
_CHAIR_SINCE = date(2023, 4, 10)  # decree No. 190: a maslikhat has a chair of its own


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


def name_issuer(act: Act, language: str, case: str = "nom") -> str:
    """Name the body that took the act: the maslikhat, or the commission above for appointments.

    Args:
        act: the act
        language: kk or ru
        case: nom or gen
    """
    if language == "kk":
        noun = "аумақтық сайлау комиссиясы" if act.kind == "appointment" else "мәслихаты"
        unit = act.unit if act.kind == "appointment" else act.issuer_unit
        return unit.body_kk(noun, "gen" if case == "gen" else None)
    if act.kind != "appointment":
        return act.issuer_unit.body_ru("маслихат", case)
    name = name_territorial(act.unit, "ru")
    return name if case == "nom" else decline_body(name, case)


def fill_slots(act: Act, language: str) -> dict[str, str]:
    """Give the slots that titles, heads and points of an act may use."""
    alone = act.levels == ("TEC",)
    kazakh = language == "kk"
    own_region = act.issuer_unit.kind in ("region", "republic_city")
    kind = "kind_higher" if act.kind == "appointment" else "kind"
    slots = {
        "issuer": name_issuer(act, language),
        "issuer_gen": name_issuer(act, language, "gen"),
        "unit": act.unit.name.kk if kazakh else act.unit.name.ru,
        "unit_gen": act.unit.genitive_kk if kazakh else act.unit.case_ru("gen"),
        "region": "" if own_region else (act.region.name.kk if kazakh else act.region.case_ru("gen")),
        "covers": (" және " if kazakh else " и ").join(_COVERS[level][0 if kazakh else 1] for level in act.levels),
        "commissions": ("комиссиясының" if alone else "комиссияларының")
        if kazakh
        else ("избирательной комиссии" if alone else "избирательных комиссий"),
        "composition": "состава" if alone else "составов",
        "composition_acc": "состав" if alone else "составы",
        "date": print_date(act.decided_on, language),
        "date_attribute": print_date(act.decided_on, language, "attribute"),
        "number": act.number,
        "kind_key": kind,
    }
    if act.earlier:
        day, number = act.earlier
        slots["earlier_number"] = number
        slots["earlier_date"] = print_date(day, language, "attribute" if kazakh else "plain")
    return slots


def print_title(data: DemoData, act: Act, language: str) -> str:
    """Give the title of an act; changes of surname name the decision they change."""
    key = "earlier" if act.kind == "surname_change" and act.earlier else act.kind
    return data.say(f"title.{key}", language, **fill_slots(act, language))


def cite_act(data: DemoData, act: Act, language: str) -> str:
    """Cite the act in one line, such as «решение … маслихата … от 17 января 2024 года № 88/14»."""
    return data.say("sheet.cite", language, **fill_slots(act, language))


def open_act(data: DemoData, act: Act, language: str, style: int, *, has_own_title: bool = False) -> list[Block]:
    """Write the head of an act: body, kind, date, number, title, preamble.

    Args:
        data: sentences
        act: the act
        language: kk or ru
        style: which of four shapes of heads (and of the preambles)
        has_own_title: the page prints the title already
    """
    slots = fill_slots(act, language)
    kind = data.say(f"head.{slots['kind_key']}", language)
    if language == "kk":
        possessed = add_possessive(kind.lower())
        body = f"{slots['region']} {slots['issuer_gen']}".strip()
    else:
        possessed = ""
        body = f"{slots['issuer_gen']} {slots['region']}".strip()
    full = data.say("head.full", language, **slots, kind=kind.capitalize(), kind_possessed=possessed)
    number = data.say("head.date_number", language, **slots)
    wide = data.say(
        "head.date_number_place", language, **slots, place=act.place.kk if language == "kk" else act.place.ru
    )
    lines = (slots["region"], slots["issuer"]) if language == "kk" else (slots["issuer"], slots["region"])
    capitals: list[Block] = [Para(line.upper(), "title") for line in lines if line]
    heads: list[list[Block]] = [
        [*capitals, Para(kind, "title"), Para(number, "centre")],
        [Para(kind, "title"), Para(body, "title"), Para(number, "centre")],
        [Para(full, "title")],
        [Para(kind, "title"), Para(body, "centre"), Para(wide)],
    ]
    if act.kind == "appointment":
        verb = data.say("verb.resolves", language)
    else:
        verb = data.say(f"verb.decides_{style % 3}", language)
    law = "law_change" if act.kind != "formation" else ("law_formation", "law_proposals")[style % 2]
    preamble = data.say(f"preamble.{law}", language, issuer=slots["issuer"], verb=verb)
    title = [] if has_own_title else [Para(print_title(data, act, language), "heading")]
    return [*heads[style % len(heads)], *title, Para(preamble)]


def close_act(data: DemoData, act: Act, language: str, first: int, dice: Random) -> list[Block]:
    """Write the last points and the signatures; names of signatories and of other bodies are no members.

    Args:
        data: sentences
        act: the act
        language: kk or ru
        first: number of the first point to write
        dice: draws the signatories and which optional points stand there
    """
    slots = fill_slots(act, language)
    signer, second = dice.sample(_SIGNERS, 2)
    letters = dice.sample("АБЕКМНС", 2)
    points: list[str] = []
    optional = act.kind == "formation"
    if optional and act.earlier and dice.random() < 0.5:
        points.append("cancel")
    if optional and dice.random() < 0.3:
        points.append("control")
    points.append("force_higher" if act.kind == "appointment" else "force")
    blocks: list[Block] = [
        Para(data.say(f"point.{point}", language, **slots, n=first + place, name=f"{second} {letters[1]}."))
        for place, point in enumerate(points)
    ]
    if act.kind == "appointment":
        posts = ["chair_higher"]
    elif act.decided_on >= _CHAIR_SINCE:
        posts = ["chair"]
    else:
        posts = ["chair_session", "secretary"]
    for post, letter, name in zip(posts, letters, (signer, second), strict=False):
        blocks.append(Para(f"{data.say(f'sign.{post}', language, **slots)}\t{letter}. {name}", "sign"))
    return blocks


def stamp_annex(data: DemoData, act: Act, language: str) -> list[Block]:
    """Write the annex stamp: four short lines on the right."""
    slots = fill_slots(act, language)
    return [Para(data.say(f"stamp.line_{line}", language, **slots), "right") for line in range(4)]
