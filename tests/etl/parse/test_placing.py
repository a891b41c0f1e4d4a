import pytest
from reading import codes, read

from etl.parse.placing import place_commission
from etl.records import Act, CommissionRef, Parsed, SideCar
from models.reference import load_pack

PARSED = Parsed("a.txt", "0" * 64, "txt", 1, "ru", SideCar(), (), ())
ACT = Act(0, "formation", region_id="KZ-63")


def place(name, act=ACT):
    return place_commission(CommissionRef("TEC", None, name), act, PARSED, None, load_pack())


def test_a_district_commission_is_not_its_regions():
    district = place("Глубоковская районная территориальная избирательная комиссия Восточно-Казахстанской области")
    region = place("Восточно-Казахстанская областная территориальная избирательная комиссия")
    assert district.district_id == "kz-63-glubokoe"
    assert (region.region_id, region.district_id) == ("KZ-63", None)
    assert district.scope != region.scope


def test_a_district_nobody_knows_is_not_taken_for_the_region():
    unknown = place("Выдуманская районная территориальная избирательная комиссия")
    assert unknown.extra


FIRST = (
    "Решение Абайского районного маслихата области Абай от 15 августа 2025 года № 31/20\n"
    "О внесении изменений в составы участковых избирательных комиссий Абайского района\n"
    "Абайский районный маслихат РЕШИЛ:\n"
    "1. Избрать в состав участковой избирательной комиссии № 640 Давыдову Евгению Игоревну.\n"
    "Председатель Абайского районного маслихата Н. Касымов\n"
)
SECOND = (
    "от 15 августа 2025 года № 5/10\n"
    "О внесении изменений в решение Абайского районного маслихата\n"
    "Абайский районный маслихат РЕШИЛ:\n"
    "1. Избрать в состав участковой избирательной комиссии № 655 Исабекову Алию Мырзабеккызы.\n"
)


@pytest.mark.parametrize(
    "heading",
    [
        "АБАЙСКИЙ РАЙОННЫЙ МАСЛИХАТ\nОБЛАСТИ АБАЙ\nРЕШЕНИЕ\n",  # the region stands on a line of its own
        "АБАЙСКИЙ РАЙОННЫЙ МАСЛИХАТ\nРЕШЕНИЕ\n",  # only the first act of the body says the region
    ],
)
def test_a_second_act_of_the_same_body_is_of_the_same_place(heading):
    parsed = read(FIRST + heading + SECOND)
    assert [(a.number, a.region_id, a.district_id) for a in parsed.acts] == [
        ("31/20", "KZ-10", "kz-63-abai"),
        ("5/10", "KZ-10", "kz-63-abai"),
    ]
    assert "district_ambiguous" not in codes(parsed)


def test_a_second_act_of_another_body_keeps_its_own_place():
    other = "АБАЙСКИЙ РАЙОННЫЙ МАСЛИХАТ\nКАРАГАНДИНСКОЙ ОБЛАСТИ\nРЕШЕНИЕ\n"
    parsed = read(FIRST + other + SECOND)
    assert [(a.region_id, a.district_id) for a in parsed.acts] == [("KZ-10", "kz-63-abai"), ("KZ-35", "kz-35-abai")]
