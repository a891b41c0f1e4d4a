from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from etl.normalise.nominators import code_nominator, looks_like_nominator, strip_nominator_words
from models.reference import load_pack

PACK = load_pack()
RUSSIA = load_pack(Path(__file__).parents[3] / "data" / "reference" / "ru")
TABLE = Path(__file__).parents[2] / "fixtures" / "nominator_phrases.psv"
LINES = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if line and line[0] != "#"]


@pytest.mark.parametrize(("printed", "kind", "party_id"), LINES)
def test_kind_and_lineage_of_a_printed_nominator(printed: str, kind: str, party_id: str) -> None:
    coded = code_nominator(printed, PACK)
    assert (coded.kind, coded.party_id or "") == (kind, party_id)


@pytest.mark.parametrize(
    ("printed", "day", "party_id"),
    [
        ("КХП", dt.date(2024, 1, 12), "npk"),
        ("ҚКП", dt.date(2012, 1, 12), "cpk"),
        ("филиал КПК", dt.date(2012, 1, 12), "cpk"),
        ("Ауыл", dt.date(2024, 1, 12), "auyl"),
        ("ДПК", dt.date(2019, 1, 12), "akzhol"),
        ("ДПК", dt.date(2005, 1, 12), "adilet"),
        ("«Бірлік»", dt.date(2019, 1, 12), "adal"),
        ("«Әділет» демократиялық партиясы", dt.date(2011, 1, 12), "adilet"),
        ("партия «Отан»", dt.date(2004, 1, 12), "amanat"),
        ("Партия патриотов Казахстана", dt.date(2014, 1, 12), "patriots"),
    ],
)
def test_colliding_short_forms_are_told_apart_by_the_day(printed: str, day: dt.date, party_id: str) -> None:
    assert code_nominator(printed, PACK, on=day).party_id == party_id


def test_short_form_of_no_party_of_the_day_names_a_party_but_not_which() -> None:
    coded = code_nominator("ДПК", PACK, on=dt.date(2010, 1, 12))
    assert (coded.kind, coded.party_id) == ("party", None)


def test_bare_name_of_a_party_that_was_gone_is_not_read_as_the_party() -> None:
    assert code_nominator("«Бірлік»", PACK, on=dt.date(2024, 1, 12)).party_id is None
    assert code_nominator("«Асар»", PACK, on=dt.date(2024, 1, 12)).party_id is None
    assert code_nominator("ауыл", PACK).party_id is None


def test_renamed_party_keeps_its_lineage_and_the_name_of_the_day() -> None:
    before = code_nominator("«Nur Otan» партиясы", PACK, on=dt.date(2019, 1, 12), language="kk")
    after = code_nominator("«AMANAT» партиясы", PACK, on=dt.date(2024, 1, 12), language="kk")
    assert before.party_id == after.party_id == "amanat"
    assert (before.name, after.name) == ("«Нұр Отан» партиясы", "«AMANAT» партиясы")
    late = code_nominator("политическая партия «ADAL»", PACK, on=dt.date(2024, 1, 12))
    assert (late.party_id, late.notes) == ("adal", ("name not in force on the day",))


def test_misspelt_party_is_found_with_less_confidence() -> None:
    exact, misspelt = code_nominator("партия «Нур Отан»", PACK), code_nominator("партия «Нур Отон»", PACK)
    assert exact.party_id == misspelt.party_id == "amanat"
    assert misspelt.confidence < exact.confidence
    assert "misspelt" in misspelt.notes


@pytest.mark.parametrize(
    "spellings",
    [
        "ОО «Совет ветеранов» = «Ардагерлер кеңесі» ҚБ = районный совет ветеранов",
        "совет ветеранов = ардагерлер кеңесінің ұсынысы бойынша",
        "ОФ «Шапағат» = «Шапагат» қоғамдық қоры = общественным фондом «Шапағат» = «Шапағат» ҚҚ-ның",
        "ОО «Союз молодёжи «Келешек» = «Келешек» жастар одағы ҚБ = общественного объединения «Союз молодёжи «Келешек»",
        "Профсоюз работников образования и науки = Білім және ғылым қызметкерлері кәсіподағының қалалық ұйымы",
        "«Жас Отан» жастар қанаты = молодёжное крыло «Жас Отан» при партии «Nur Otan»",
    ],
)
def test_one_association_has_one_key_under_its_spellings(spellings: str) -> None:
    coded = [code_nominator(spelling, PACK) for spelling in spellings.split(" = ")]
    assert {nominator.kind for nominator in coded} == {"association"}
    assert len({nominator.key for nominator in coded}) == 1


def test_two_associations_have_two_keys() -> None:
    keys = {code_nominator(f"ОО «{name}»", PACK).key for name in ("Шапағат", "Мейірім", "Отан-Ана", "Ауыл жастары")}
    assert len(keys) == 4


def test_branch_is_told_and_is_never_part_of_the_key() -> None:
    coded = code_nominator("«AMANAT» партиясының Теректі аудандық филиалы ұсынған", PACK)
    assert (coded.key, coded.branch) == ("amanat", "Теректі аудандық филиалы")
    coded = code_nominator('филиал партии "Нур Отан" Теректинского района', PACK)
    assert (coded.key, coded.branch) == ("amanat", "филиал Теректинского района")


def test_collective_keeps_the_key_of_its_employer() -> None:
    coded = code_nominator("трудовой коллектив КГУ «Средняя школа № 8»", PACK)
    assert (coded.kind, coded.key) == ("workplace_collective", "workplace_collective:school:8")


def test_printed_but_not_understood_keeps_the_text() -> None:
    coded = code_nominator("выдвинут аллея дружбы", PACK)
    assert (coded.kind, coded.key, coded.name) == ("unknown", None, "аллея дружбы")


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("выдвинутую районным филиалом партии «AMANAT»", "районным филиалом партии «AMANAT»"),
        ("по предложению ОФ «Шапағат»", "ОФ «Шапағат»"),
        ("предложена: ОСДП", "ОСДП"),
        ("ұсынған: «Ақ жол» ҚДП", "«Ақ жол» ҚДП"),
        ("«Ауыл» партиясының филиалының ұсынысы бойынша", "«Ауыл» партиясының филиалының"),
        ("Қазақстан Халық партиясы ұсынған)", "Қазақстан Халық партиясы"),
    ],
)
def test_words_around_a_nominator_are_stripped(printed: str, bare: str) -> None:
    assert strip_nominator_words(printed, PACK) == bare


def test_nominator_is_told_from_workplace_and_name() -> None:
    sure = ["выдвинута ОО «Мейірім»", "«AMANAT» партиясы ұсынған", "от партии «Байтақ»"]
    likely = ["НДПП «Ауыл»", "«Мейірім» қоғамдық бірлестігі", "аудандық аумақтық сайлау комиссиясы"]
    other = [
        "Аманат Серікұлы Сапаров",
        "Ақ жол ауылы",
        "КГУ «СШ № 5», учитель",
        "Сапарова Динара Маратовна",
        "зейнеткер",
        "1985 г.р.",
        "ТОО «Ауыл»",
    ]
    assert all(looks_like_nominator(text, PACK) >= 0.95 for text in sure)
    assert all(0.6 <= looks_like_nominator(text, PACK) < 0.95 for text in likely)
    assert all(looks_like_nominator(text, PACK) < 0.5 for text in other)


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Собрание избирателей по месту службы", "workplace_collective"),
        ("Собрание избирателей по месту жительства", "residents"),
        ("Представительный орган муниципального образования", "state_body"),
        ("Территориальная избирательная комиссия предыдущего состава", "higher_commission"),
        ("Региональная общественная организация инвалидов «Надежда»", "association"),
        ("Местное отделение политической партии «ЯБЛОКО»", "party"),
        ("ГБОУ школа № 7", "state_body"),
    ],
)
def test_second_pack_reads_another_country_with_the_same_code(printed: str, kind: str) -> None:
    assert code_nominator(printed, RUSSIA).kind == kind
