import datetime
import time
from collections.abc import Iterator

import pytest

from etl.normalise.places import find_district, find_districts, find_region, region_of
from models.reference import DEFAULT_DIRECTORY, Pack, load_pack
from models.reference.entries import Names
from models.reference.places import District

LATE = datetime.date(2024, 10, 1)


@pytest.fixture(scope="module")
def kz() -> Pack:
    return load_pack()


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def kazakh_forms(name: str, kind: str) -> Iterator[str]:
    stem = name.removesuffix(" ауданы").removesuffix(" қаласы")
    adjective = "қалалық" if kind == "city" else "аудандық"
    genitive = "қаласының" if kind == "city" else "ауданының"
    yield name
    yield f"{stem} {genitive} аумағында"
    yield f"{stem} {adjective} мәслихаты"
    yield f"{stem} {adjective} мәслихатының шешімі"
    yield f"{stem} {adjective} аумақтық сайлау комиссиясы"
    yield f"{stem} {adjective} мәслихаты".upper()
    yield f"{stem} {adjective} мәслихаты".replace("і", "i")  # Latin i


def russian_forms(name: str, kind: str) -> Iterator[str]:
    yield name
    if kind == "city":
        stem = name.removeprefix("город ")
        yield f"маслихат г.{stem}"
        yield f"г. {stem}"
        yield f"по городу {stem}"
        yield f"ГОРОД {stem.upper()}"
    elif name.endswith("ский район"):
        stem = name.removesuffix("ий район")
        yield f"{stem}ий районный маслихат"
        yield f"Решение {stem}ого районного маслихата"
        yield f"на территории {stem}ого района"
        yield f"в {stem}ом районе"
        yield f"{stem}ая районная территориальная избирательная комиссия"
        yield f"{stem}ой районной территориальной избирательной комиссии"
        yield f"маслихат {stem}ого р-на"
        yield f"{stem}ий районный маслихат".upper()
        yield f"{stem}ого района".replace("о", "o").replace("а", "a")  # Latin o and a
    else:
        stem = name.removeprefix("район ")
        yield f"маслихат района {stem}"
        yield f"в районе {stem}"
        yield f"аппарат акима р-на {stem}"


def days_of(district: District) -> Iterator[tuple[Names, datetime.date]]:
    """Each name of a district with a day on which it was official."""
    alive = LATE if district.region_on(LATE) else datetime.date(2018, 1, 1)
    yield district.names, alive
    for former in district.former_names:
        assert former.valid_to
        yield former, former.valid_to - datetime.timedelta(days=1)


def test_every_district_is_found_in_every_form(kz: Pack) -> None:
    missed = []
    for district in kz.districts:
        for names, on in days_of(district):
            region = district.region_on(on)
            assert names.kk and names.ru
            forms = [*kazakh_forms(names.kk, district.kind), *russian_forms(names.ru, district.kind)]
            for form in forms:
                match = find_district(form, kz, region, on)
                if not match or (match.district_id, match.region_id) != (district.district_id, region):
                    missed.append((district.district_id, form, match))
    assert not missed, missed[:10]


def test_every_alias_is_found(kz: Pack) -> None:
    for district in kz.districts:
        on = LATE if district.region_on(LATE) else datetime.date(2018, 1, 1)
        for alias in district.aliases:
            match = find_district(alias, kz, district.region_on(on), on)
            assert match and match.district_id == district.district_id, alias


def test_without_a_region_the_district_is_always_among_the_candidates(kz: Pack) -> None:
    for district in kz.districts:
        on = LATE if district.region_on(LATE) else datetime.date(2018, 1, 1)
        for name in (district.names.kk, district.names.ru):
            match = find_district(name or "", kz, on=on)
            assert match and district.district_id in match.candidates
            assert match.district_id in (None, *match.candidates)


def test_every_region_is_found_in_every_form(kz: Pack) -> None:
    for region in kz.regions:
        assert region.names.kk and region.names.ru
        forms = [region.names.kk, region.names.ru, region.names.ru.upper(), *region.aliases, *region.abbreviations]
        if region.kind == "oblast":
            stem = region.names.kk.removesuffix(" облысы")
            forms += [f"{stem} облысының әкімдігі", f"{stem} облыстық мәслихаты"]
            if region.names.ru.endswith("ская область"):
                stem = region.names.ru.removesuffix("ая область")
                forms += [f"{stem}ой области", f"{stem}ий областной маслихат", f"{stem}ую обл."]
        for form in forms:
            match = find_region(form, kz, LATE)
            assert match and match.region_id == region.region_id, form


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Решение Аулиекольского районного маслихата Костанайской области", "KZ-39"),
        ("маслихат области Жетысу", "KZ-33"),
        ("Южно-Казахстанская область", "KZ-61"),
        ("Оңтүстік Қазақстан облысы", "KZ-61"),
        ("ЗКО, Сырымский район", "KZ-27"),
        ("БҚО", "KZ-27"),
        ("г.Нур-Султан", "KZ-71"),
        ("Нұр-Сұлтан қаласының мәслихаты", "KZ-71"),
        ("Маслихат города Астаны", "KZ-71"),
        ("Алматинской области", "KZ-19"),
        ("города Алматы", "KZ-75"),
        ("Алматы қаласы", "KZ-75"),
        ("Алматы облысы", "KZ-19"),
        ("Алматы", "KZ-75"),
        ("на территории области", None),
        ("Самарская область", None),
        ("бко", None),  # not in capitals
        ("", None),
    ],
)
def test_regions(kz: Pack, text: str, region: str | None) -> None:
    match = find_region(text, kz)
    assert (match.region_id if match else None) == region


@pytest.mark.parametrize(
    ("text", "region", "on", "district", "found_region"),
    [
        # one name in several regions
        ("Жамбылский район", "KZ-31", None, "kz-31-zhambyl", "KZ-31"),
        ("Жамбылского района Алматинской области", None, None, "kz-19-zhambyl", "KZ-19"),
        ("Солтүстік Қазақстан облысы Жамбыл ауданы", None, None, "kz-59-zhambyl", "KZ-59"),
        ("Жамбыл облысы Жамбыл ауданы", None, None, "kz-31-zhambyl", "KZ-31"),
        ("Абайский район области Абай", None, "2023-01-17", "kz-63-abai", "KZ-10"),
        ("Абайского района Карагандинской области", None, "2023-01-17", "kz-35-abai", "KZ-35"),
        ("Абайского района города Шымкент", None, "2023-01-17", "kz-61-shymkent-abai", "KZ-79"),
        ("Шымкент қаласының Абай ауданы", None, "2023-01-17", "kz-61-shymkent-abai", "KZ-79"),
        ("Есильский район города Нур-Султан", None, "2020-01-10", "kz-71-esil", "KZ-71"),
        ("Есіл ауданы", "KZ-11", None, "kz-11-esil", "KZ-11"),
        ("Актогайский район", "KZ-55", None, "kz-55-aqtogai", "KZ-55"),
        ("район Алматы города Актобе", None, "2020-01-01", "kz-15-aqtobe-almaty", "KZ-15"),
        ("район Алматы города Астаны", None, "2023-01-01", "kz-71-almaty", "KZ-71"),
        # cities and rayons of one name
        ("Балқаш қаласы", None, None, "kz-35-balqash", "KZ-35"),
        ("Балқаш ауданы", None, None, "kz-19-balqash", "KZ-19"),
        ("Балхашский городской маслихат", None, None, "kz-35-balqash", "KZ-35"),
        ("город Аксу", None, None, "kz-55-aqsu", "KZ-55"),
        ("Аксуский район", None, "2019-01-29", "kz-19-aqsu", "KZ-19"),
        ("Костанайского района Костанайской области", None, None, "kz-39-qostanai-rayon", "KZ-39"),
        ("города Костаная Костанайской области", None, None, "kz-39-qostanai", "KZ-39"),
        ("города Рудного Костанайской области", None, None, "kz-39-rudny", "KZ-39"),
        ("Рудненского городского маслихата", None, None, "kz-39-rudny", "KZ-39"),
        # the region of the day
        ("Бескарагайский район", None, "2020-09-18", "kz-63-besqaragai", "KZ-63"),
        ("Бескарагайский район", None, "2024-01-24", "kz-63-besqaragai", "KZ-10"),
        ("Жаңаарқа ауданы", None, "2019-02-01", "kz-35-zhanaarqa", "KZ-35"),
        ("Жаңаарқа ауданы", None, None, "kz-35-zhanaarqa", "KZ-62"),
        ("Шымкентский городской маслихат", None, "2017-01-01", "kz-61-shymkent", "KZ-61"),
        # old names, also after the renaming
        ("Тарановский район", None, "2019-01-20", "kz-39-beiimbet-mailin", "KZ-39"),
        ("Тарановский район", None, "2024-01-20", "kz-39-beiimbet-mailin", "KZ-39"),
        ("Капшагайский городской маслихат", None, "2021-01-01", "kz-19-qonaev", "KZ-19"),
        ("Зеленов ауданы", None, "2018-01-01", "kz-27-baiterek", "KZ-27"),
        # irregular adjectives and names of persons
        ("Т.Рысқұлов аудандық мәслихаты", None, None, "kz-31-turar-rysqulov", "KZ-31"),
        ("маслихат района им. Т. Рыскулова", None, None, "kz-31-turar-rysqulov", "KZ-31"),
        ("Ғ.Мүсірепов атындағы ауданы", None, None, "kz-59-gabit-musirepov", "KZ-59"),
        ("маслихат района Шал акына Северо-Казахстанской области", None, None, "kz-59-shal-aqyn", "KZ-59"),
        ("Катон-Карагайского района", None, None, "kz-63-katonqaragai", "KZ-63"),
        ("Катонқарағай ауданының", None, None, "kz-63-katonqaragai", "KZ-63"),
        ("Катонкарагайский район", None, None, "kz-63-katonqaragai", "KZ-63"),
        ("города Усть-Каменогорска", None, None, "kz-63-oskemen", "KZ-63"),
        ("Усть-Каменогорский городской маслихат", None, None, "kz-63-oskemen", "KZ-63"),
        ("Шарбактинского района", None, None, "kz-55-sharbaqty", "KZ-55"),
        ("Фёдоровский район", None, None, "kz-39-fedorov", "KZ-39"),
        ("города Экибастуза", None, None, "kz-55-ekibastuz", "KZ-55"),
        # adjectives made from the Kazakh name
        ("Созакского района", None, None, "kz-61-sozaq", "KZ-61"),
        ("Ыргызского района", None, None, "kz-15-yrgyz", "KZ-15"),
        # Latin spelling of 2018 to 2021
        ("Áýlıekól aýdany", None, None, "kz-39-auliekol", "KZ-39"),
        ("Jalaǵash aýdandyq máslıhaty", None, None, "kz-43-zhalagash", "KZ-43"),
        # a year is no city
        ("от 10 января 2019 г. Костанайский районный маслихат", None, None, "kz-39-qostanai-rayon", "KZ-39"),
    ],
)
def test_districts(kz: Pack, text: str, region: str | None, on: str | None, district: str, found_region: str) -> None:
    match = find_district(text, kz, region, day(on))
    assert match
    assert (match.district_id, match.region_id) == (district, found_region)
    assert match.exact


@pytest.mark.parametrize(
    ("text", "on", "candidates"),
    [
        ("Жамбылский район", None, {"kz-19-zhambyl", "kz-31-zhambyl", "kz-59-zhambyl"}),
        ("Абай ауданы", "2023-01-01", {"kz-63-abai", "kz-35-abai", "kz-61-shymkent-abai"}),
        ("Есильский район", "2019-01-01", {"kz-11-esil", "kz-59-esil", "kz-71-esil"}),
        ("Ақтоғай ауданы", None, {"kz-35-aqtogai", "kz-55-aqtogai"}),
    ],
)
def test_a_name_that_nothing_decides_stays_open(kz: Pack, text: str, on: str | None, candidates: set[str]) -> None:
    match = find_district(text, kz, on=day(on))
    assert match
    assert match.district_id is None
    assert match.region_id is None
    assert set(match.candidates) == candidates


def test_the_day_can_decide(kz: Pack) -> None:
    """The district Nura of Astana does not exist in 2019."""
    match = find_district("Нұра ауданы", kz, on=day("2019-01-28"))
    assert match
    assert match.candidates == ("kz-35-nura",)
    assert match.district_id == "kz-35-nura"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Жумабаева",  # a surname
        "Абай",
        "М. Әуезов атындағы аудандық мәдениет үйі",
        "Абай атындағы аудандық кітапхана",
        "Қ. Сәтбаев атындағы мектеп",
        "на территории района и города областного значения",
        "аппарат акима сельского округа района",
        "отдел образования микрорайона",
        "улица Алматинская",
        "города Алматы",  # a region, not a district
        "Шымкент қалалық мәслихаты",  # a region since 2018
        "ауданы бойынша барлығы",
    ],
)
def test_no_district(kz: Pack, text: str) -> None:
    assert find_district(text, kz, on=LATE) is None


def test_what_the_text_says_wins_over_a_side_car(kz: Pack) -> None:
    match = find_district("Бескарагайский район", kz, "KZ-63", day("2024-01-24"))
    assert match
    assert (match.district_id, match.region_id, match.region_conflict) == ("kz-63-besqaragai", "KZ-10", True)
    printed = find_district("Жамбылского района Алматинской области", kz, "KZ-31")
    assert printed
    assert (printed.district_id, printed.region_conflict) == ("kz-19-zhambyl", True)


def test_a_region_the_pack_does_not_know_changes_nothing(kz: Pack) -> None:
    match = find_district("Шуский район", kz, "XX-1")
    assert match
    assert match.district_id == "kz-31-shu"


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("Аулиекольокого района", "kz-39-auliekol"),  # с read as о
        ("Әулнекөл ауданы", "kz-39-auliekol"),
        ("Енбекшикззахский район", "kz-19-enbekshiqazaq"),
    ],
)
def test_one_damaged_letter_is_forgiven_and_told(kz: Pack, text: str, district: str) -> None:
    match = find_district(text, kz)
    assert match
    assert match.district_id == district
    assert not match.exact


@pytest.mark.parametrize("text", ["шылого района", "Щуский район", "Тамирский район"])
def test_short_or_small_words_are_not_repaired(kz: Pack, text: str) -> None:
    assert find_district(text, kz) is None


def test_an_exact_name_beats_a_damaged_one(kz: Pack) -> None:
    match = find_district("Аулиекольокого района, Костанайский район", kz)
    assert match
    assert match.district_id == "kz-39-qostanai-rayon"


def test_all_districts_in_reading_order(kz: Pack) -> None:
    found = find_districts("Хромтауский район, Мәртөк ауданы және Темір ауданы", kz)
    assert [match.district_id for match in found] == ["kz-15-khromtau", "kz-15-martok", "kz-15-temir"]
    assert [match.start for match in found] == sorted(match.start for match in found)


def test_a_bare_name_counts_only_where_the_caller_says_so(kz: Pack) -> None:
    assert find_district("Балқаш", kz) is None
    match = find_district("Экибастуз", kz, bare_names=True)
    assert match
    assert match.district_id == "kz-55-ekibastuz"


def test_a_bare_name_may_be_a_city_or_a_rayon(kz: Pack) -> None:
    match = find_district("Қостанай", kz, bare_names=True)
    assert match
    assert match.district_id is None
    assert set(match.candidates) == {"kz-39-qostanai", "kz-39-qostanai-rayon"}


def test_a_bare_adjective_names_its_district(kz: Pack) -> None:
    match = find_district("Аулиекольский", kz)
    assert match
    assert match.district_id == "kz-39-auliekol"


@pytest.mark.parametrize(
    ("district", "on", "region"),
    [
        ("kz-63-semey", "2022-06-07", "KZ-63"),
        ("kz-63-semey", "2022-06-08", "KZ-10"),
        ("kz-63-semey", None, "KZ-10"),
        ("kz-63-aqsuat", "2022-06-06", None),
        ("kz-63-aqsuat", "2022-06-07", "KZ-63"),
        ("kz-61-shymkent", "2019-01-01", None),
    ],
)
def test_region_of_a_district(kz: Pack, district: str, on: str | None, region: str | None) -> None:
    assert region_of(district, kz, day(on)) == region


def test_region_of_an_unknown_district_is_an_error(kz: Pack) -> None:
    with pytest.raises(KeyError):
        region_of("kz-99-nowhere", kz)


def test_the_second_pack_has_a_city_and_no_districts() -> None:
    ru = load_pack(DEFAULT_DIRECTORY.parent / "ru")
    match = find_region("Территориальная избирательная комиссия № 1 города Санкт-Петербурга", ru)
    assert match
    assert match.region_id == "RU-SPE"
    assert find_district("Красносельский район", ru) is None


def test_a_thousand_different_lines_take_less_than_a_second(kz: Pack) -> None:
    find_district("Шуский район", kz)
    started = time.perf_counter()
    for number in range(1000):
        find_district(f"Решение {number} Аулиекольского районного маслихата Костанайской области", kz)
    assert time.perf_counter() - started < 1
