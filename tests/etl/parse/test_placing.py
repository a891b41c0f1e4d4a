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
