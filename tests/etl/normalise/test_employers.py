from __future__ import annotations

from pathlib import Path

import pytest

from etl.normalise.employers import code_employer, find_status
from models.reference import load_pack

PACK = load_pack()
TABLE = Path(__file__).parents[2] / "fixtures" / "employer_phrases.psv"
LINES = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if line and line[0] != "#"]


@pytest.mark.parametrize(("printed", "kind", "sector", "ownership"), LINES)
def test_type_sector_and_ownership_of_a_printed_employer(printed: str, kind: str, sector: str, ownership: str) -> None:
    coded = code_employer(printed, PACK)
    assert (coded.type, coded.sector, coded.ownership) == (kind, sector, ownership)


@pytest.mark.parametrize(
    "spellings",
    [
        "КГУ «СШ № 5» = Средняя школа №5 = «№ 5 ЖОББМ» КММ = СОШ N5 = средней школы № 5 = СШ-5",
        "СШ № 5 = № 5 жалпы білім беретін мектебі",
        "«Балапан» балабақшасы КМҚК = КГКП «Детский сад «Балапан» = ясли-сад «Балапан»",
        "д/с «Балапан» = «Балапан» бөбекжай-бақшасы МКҚК",
        "КГУ «Общеобразовательная школа имени Абая» = «Абай атындағы жалпы білім беретін мектебі» КММ = СШ им. Абая",
        "ОШ имени Ч. Валиханова = «Ш. Уәлиханов атындағы жалпы білім беретін мектебі» КММ",
        "СШ им. К. Сатпаева = «Қ. Сәтбаев атындағы орта мектеп»",
        "ОШ имени А. Байтурсынова = А. Байтұрсынұлы атындағы мектебі",
        "КГУ «Средняя школа № 2 села Коктал» = «Көктал ауылының № 2 орта мектебі» КММ",
        "КГУ «Школа-гимназия № 4 имени М. Ауэзова» = «М. Әуезов атындағы № 4 мектеп-гимназия» КММ",
        "ГУ «Аппарат акима Жанажолского сельского округа» = «Жаңажол ауылдық округі әкімінің аппараты» ММ",
        "Теректинский районный Дом культуры = «Теректі аудандық мәдениет үйі» МКҚК",
        "КГП на ПХВ «Теректинская районная больница» = «Теректі аудандық ауруханасы» ШЖҚ КМК",
        "ГУ «Отдел финансов города Балхаша» = «Балқаш қаласының қаржы бөлімі» ММ",
        "ГУ «Отдел полиции Теректинского района» = «Теректі ауданының полиция бөлімі» ММ",
        "КГКП «Нуринский сельскохозяйственный колледж» = «Нұра ауыл шаруашылығы колледжі» КМҚК",
        "АО «Казпочта» = «Қазпошта» АҚ = отделение почтовой связи",
        "АО «Народный Банк Казахстана» = «Қазақстан Халық Банкі» АҚ",
        "КГУ «Центр занятости населения» = «Халықты жұмыспен қамту орталығы» КММ",
        "ОО «Совет женщин» = «Әйелдер кеңесі» ҚБ",
        "ТОО «Агро-Теректы» = «Агро-Теректі» ЖШС",
        "ИП «Шапағат» = «Шапағат» ЖК",
    ],
)
def test_one_body_has_one_key_under_its_spellings_in_both_languages(spellings: str) -> None:
    keys = {code_employer(spelling, PACK).key for spelling in spellings.split(" = ")}
    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("СШ № 5", "СШ № 15"),
        ("СШ № 5", "Школа-лицей № 5"),
        ("СШ № 5", "детский сад № 5"),
        ("СШ № 1 села Урнек", "СШ № 1 села Нура"),
        ("ИП «Арай»", "КХ «Арай»"),
        ("ИП «Арай»", "ТОО «Арай»"),
        ("Районная больница", "Городская больница"),
        ("КГКП «Перинатальный центр»", "КГКП «Областная больница»"),
        ("Отдел финансов", "Отдел образования"),
        ("Аппарат акима Аватского сельского округа", "Аппарат акима Школьного сельского округа"),
        ("ОО «Совет ветеранов»", "ОО «Общество инвалидов»"),
    ],
)
def test_two_bodies_have_two_keys(one: str, other: str) -> None:
    keys = [code_employer(text, PACK).key for text in (one, other)]
    assert None not in keys
    assert keys[0] != keys[1]


@pytest.mark.parametrize(
    "printed", ["средняя школа", "ауылдық клуб", "детский сад", "учитель", "пенсионер", "водитель"]
)
def test_what_names_no_body_has_neither_name_nor_key(printed: str) -> None:
    coded = code_employer(printed, PACK)
    assert coded.name is None
    assert coded.key is None


def test_school_of_a_department_keeps_both_names_and_its_number() -> None:
    russian = code_employer("КГУ «Школа № 12 отдела образования Теректинского района»", PACK)
    assert (russian.school_number, russian.parent_name) == (12, "отдела образования Теректинского района")
    kazakh = code_employer("«Теректі ауданы білім бөлімінің № 12 мектебі» КММ", PACK)
    assert (kazakh.school_number, kazakh.parent_name) == (12, "Теректі ауданы білім бөлімінің")
    assert russian.key == kazakh.key


def test_department_alone_is_no_parent_of_itself() -> None:
    coded = code_employer("отдела образования Теректинского района", PACK)
    assert (coded.type, coded.parent_name) == ("department", None)


def test_print_is_kept_and_the_name_is_nominative_without_form() -> None:
    assert code_employer("средней школы № 3", PACK).name == "средняя школа № 3"
    coded = code_employer("КГУ «Средняя школа № 3»", PACK)
    assert (coded.printed, coded.name) == ("КГУ «Средняя школа № 3»", "Средняя школа № 3")


def test_look_alike_latin_letters_change_nothing() -> None:
    assert code_employer("«Орлы жалпы бiлiм беретiн мектебi» КММ", PACK) .key == code_employer(
        "«Орлы жалпы білім беретін мектебі» КММ", PACK
    ).key  # fmt: skip


def test_settlement_is_told_apart_from_the_district() -> None:
    assert code_employer("СШ № 1 села Коктерек", PACK).place == "Коктерек"
    assert code_employer("«Көктерек ауылының № 1 орта мектебі» КММ", PACK).place == "Көктерек"


def test_address_behind_an_employer_is_no_part_of_it() -> None:
    bare = code_employer("Коктерекская ОШ", PACK)
    for printed in ("Коктерекская ОШ, ул. Мира, 5", "Коктерекская ОШ (ул. Мира 5)", "Коктерекская ОШ, Абай көшесі 5"):
        coded = code_employer(printed, PACK)
        assert (coded.key, coded.school_number) == (bare.key, None)


def test_status_is_found_only_where_the_text_is_one() -> None:
    found = find_status("пенсионерку", PACK)
    assert found is not None and found.code == "pensioner"
    assert find_status("ИП «Пенсионер»", PACK) is None
    assert find_status("ОО «Союз пенсионеров»", PACK) is None
    assert find_status("Кәсіпкерлік бөлімі", PACK) is None


def test_district_called_after_oil_is_not_an_oil_firm() -> None:
    assert code_employer("«Мұнайлы Жарық» ЖШС", PACK).sector == "utilities_transport"


def test_empty_print_is_unknown_in_everything() -> None:
    for printed in ("", "-", "—", "№"):
        coded = code_employer(printed, PACK)
        assert (coded.type, coded.sector, coded.ownership, coded.key) == ("unknown", "unknown", "unknown", None)
