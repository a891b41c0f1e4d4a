"""Acts between formations: replacements, releases, changes of surname, appointments by the commission above."""

from __future__ import annotations

from etl.demo.blocks import Block, Para, Table
from etl.demo.draft import Draft
from etl.demo.layouts_text import PARTICIPLE, commission_genitive
from etl.demo.printer import PrintedName
from etl.demo.records import Act, Entry


def pair_entries(act: Act) -> list[tuple[Entry, Entry | None]]:
    """Pair each released member with the one elected instead."""
    successor = {id(entry.replaces): entry for entry in act.entries if entry.replaces}
    return [(entry, successor.get(id(entry))) for entry in act.entries if entry.action == "released"]


def _fill(draft: Draft, entry: Entry) -> dict[str, str]:
    """Give the slots that sentences about one member may use."""
    printer = draft.printer
    slots = {
        "commission": draft.commission_name(entry.commission),
        "commission_gen": commission_genitive(draft, entry.commission),
        "role": printer.role(entry),
        "role_possessed": printer.role(entry, "bare"),
        "ground": draft.say(f"ground.{entry.ground}") if entry.ground else "",
        "participle": PARTICIPLE[entry.person.gender],
    }
    if draft.tongue == "ru":
        slots["role_acc"] = printer.role_case(entry, "acc")
        slots["role_gen"] = printer.role_case(entry, "gen", "short").removesuffix(" комиссии")
        slots["role_bare_acc"] = printer.role_case(entry, "acc", "bare")
    return slots


def _elect(draft: Draft, entry: Entry, case: str, nominator_case: str) -> dict[str, str]:
    """Print the one elected and record the truth; gives the slots new, work, nominator."""
    printer = draft.printer
    new = printer.name(entry.person, entry.surname, case)
    nominator = printer.nominator(entry.nominator, nominator_case)
    employer, job = printer.employer(entry, case), printer.job(entry)
    draft.add(entry, new, nominator=nominator, employer=employer, job=job)
    return {"new": new.text, "nominator": nominator, "work": printer.work(entry, "job_first", case)}


def lay_replacement_table(draft: Draft) -> list[Block]:
    """Commission, who left and why, who was elected, workplace, nominator; no posts."""
    printer = draft.printer
    table = Table()
    columns = ("number", "commission", "released", "elected", "work", "nominator")
    table.add(*(draft.say(f"change.column_{column}") for column in columns))
    for number, (released, elected) in enumerate(pair_entries(draft.act), 1):
        old = printer.name(released.person, released.surname)
        draft.add(released, old)
        commission = draft.commission_name(released.commission)
        row = [str(number), commission[0].upper() + commission[1:]]
        row.append(f"{old.text} – {draft.say(f'ground.{released.ground}')}")
        if elected is None:
            table.add(*row, draft.vacancy(), "", "")
            continue
        slots = _elect(draft, elected, "nom", "nom")
        table.add(*row, slots["new"], printer.work(elected), slots["nominator"])
    return [Para(draft.say("point.replace")), table]


def lay_replacement_pairs(draft: Draft) -> list[Block]:
    """One sentence per pair: who leaves, who is elected instead."""
    kazakh = draft.tongue == "kk"
    blocks: list[Block] = [Para(draft.say("point.amend"))]
    for number, (released, elected) in enumerate(pair_entries(draft.act), 1):
        old = draft.printer.name(released.person, released.surname, "gen" if kazakh else "acc")
        draft.add(released, old, role=released.role)
        assert elected is not None  # a pair has two people; lone releases have an act of their own
        slots = _elect(draft, elected, "nom" if kazakh else "acc", "gen" if kazakh else "ins")
        gender = {"participle": PARTICIPLE[elected.person.gender]}
        text = draft.say("change.pair", **{**_fill(draft, released), **gender}, old=old.text, **slots)
        blocks.append(Para(f"{number}) {text};"))
    return blocks


def lay_two_lists(draft: Draft) -> list[Block]:
    """A list of those released and a list of those elected; sometimes one seat stays vacant."""
    kazakh = draft.tongue == "kk"
    case = "nom" if kazakh else "acc"
    pairs = pair_entries(draft.act)
    blocks: list[Block] = [Para(draft.say("point.withdraw"))]
    for released, _ in pairs:
        old = draft.printer.name(released.person, released.surname, case)
        draft.add(released, old, role=released.role)
        blocks.append(Para(draft.say("change.withdrawn", **_fill(draft, released), old=old.text) + ";"))
    blocks.append(Para(draft.say("point.elect_instead")))
    for released, elected in pairs:
        slots = _fill(draft, released)
        if elected is None:
            blocks.append(Para(draft.say("change.vacant", **slots, vacancy=draft.vacancy()) + ";"))
        else:
            blocks.append(Para(draft.say("change.elected", **slots, **_elect(draft, elected, case, "gen")) + ";"))
    return blocks


def lay_release(draft: Draft) -> list[Block]:
    """Members released on their own request or for another ground, nobody elected."""
    blocks: list[Block] = [Para(draft.say("point.release"))]
    for entry in draft.act.entries:
        name = draft.printer.name(entry.person, entry.surname, "nom" if draft.tongue == "kk" else "acc")
        draft.add(entry, name, role=entry.role)
        blocks.append(Para(draft.say("change.released", **_fill(draft, entry), old=name.text) + ";"))
    return blocks


def lay_surname_change(draft: Draft) -> list[Block]:
    """Changes of surname in three wordings."""
    blocks: list[Block] = [Para(draft.say("point.rename"))]
    for number, entry in enumerate(draft.act.entries, 1):
        blocks.append(Para(f"{number}) {_say_surname_change(draft, entry, number % 3)};"))
    return blocks


def _say_surname_change(draft: Draft, entry: Entry, wording: int) -> str:
    printer = draft.printer
    assert entry.old_surname is not None
    kazakh = draft.tongue == "kk"
    slots = {"surname": entry.surname.get(draft.tongue)}
    for case in ("gen",) if kazakh else ("gen", "acc"):
        slots[f"old_{case}"] = printer.name(entry.person, entry.old_surname, case).text
    slots["old"] = printer.name(entry.person, entry.old_surname).text
    new = printer.name(entry.person, entry.surname)
    slots["new"] = new.text
    only_surname = wording == (1 if kazakh else 0)
    if only_surname:
        new = PrintedName(new.surname, new.surname, new.given, new.patronymic)
    elif not kazakh and wording == 2:
        new = printer.name(entry.person, entry.surname, "ins")
        slots["new_ins"] = new.text
    draft.add(entry, new, role=entry.role)
    return draft.say(f"change.renamed_{wording}", **_fill(draft, entry), **slots)


def lay_appointment(draft: Draft) -> list[Block]:
    """The commission above appoints to vacancies until the maslikhat elects."""
    printer = draft.printer
    case = "nom" if draft.tongue == "kk" else "acc"
    blocks: list[Block] = [Para(draft.say("point.appoint"))]
    for number, entry in enumerate(draft.act.entries, 1):
        name = printer.name(entry.person, entry.surname, case)
        work = printer.work(entry, "job_first", case)
        draft.add(entry, name, role=entry.role, employer=printer.employer(entry, case), job=printer.job(entry))
        text = draft.say("change.appointed", **_fill(draft, entry), new=name.text, work=work)
        blocks.append(Para(f"{number}) {text};"))
    return blocks
