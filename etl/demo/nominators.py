"""Who proposed a member, and how documents print it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from etl.demo.data import DemoData
from etl.demo.places import Unit, make_feminine_adjective, name_territorial

_REGION_LEVEL = ("npk", "osdp", "baytaq")  # parties whose branches in districts are rare: printed as oblast branches


@dataclass(frozen=True)
class Nominator:
    """A proposing body: kind as in the data package, id of the party or association."""

    kind: str
    key: str

    @property
    def party_id(self) -> str | None:
        """Give the lineage of the party, None for all others."""
        return self.key if self.kind == "party" else None


HIGHER = Nominator("higher_commission", "higher")
RESIDENTS = Nominator("residents", "residents")


def print_nominator(
    data: DemoData, nominator: Nominator, language: str, style: str, day: date, unit: Unit, region: Unit
) -> str:
    """Give a nominator in the nominative as printed on a day.

    Args:
        data: wordings
        nominator: the proposing body
        language: kk or ru
        style: branch (long) or short
        day: decides which name of a party was in use
        unit: the district or city of the commission
        region: its region on that day
    """
    if nominator.kind == "party":
        entry = next(p for p in data.party_prints if p.party_id == nominator.key and p.valid_from <= day < p.valid_to)
        if style == "short":
            return entry.kk if language == "kk" else entry.ru
        level = region if nominator.key in _REGION_LEVEL else unit
        template = entry.kk_branch if language == "kk" else entry.ru_branch
        return template.format(unit_kk=level.word_kk, unit_ru=level.word_ru)
    if nominator.kind == "higher_commission":
        return _print_higher(language, style, unit, region)
    if nominator.kind == "residents":
        return "тұрғындар жиналысы" if language == "kk" else "собрание избирателей по месту жительства"
    entries = [*data.world["associations"], data.world["satellite"]]
    found = next(entry for entry in entries if entry["id"] == nominator.key)
    key = f"short_{language}" if style == "short" and f"short_{language}" in found else language
    return str(found[key]).format(unit_kk=unit.word_kk, unit_ru_f=make_feminine_adjective(unit.word_ru))


def _print_higher(language: str, style: str, unit: Unit, region: Unit) -> str:
    """The commission above: the district's for precincts, the region's for the district itself."""
    if style == "short":
        if language == "kk":
            return f"{unit.word_kk} аумақтық сайлау комиссиясы"
        return f"{make_feminine_adjective(unit.word_ru)} территориальная избирательная комиссия"
    return name_territorial(unit, language)
