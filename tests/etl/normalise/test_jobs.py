from __future__ import annotations

import pytest

from etl.normalise.jobs import is_head_post, is_teaching_post, load_jobs, normalise_job, sector_of_job
from models.reference import load_pack

PACK = load_pack()


@pytest.mark.parametrize(
    ("printed", "nominative"),
    [
        ("учителя математики", "учитель математики"),
        ("учительницу начальных классов", "учительница начальных классов"),
        ("педагога-психолога", "педагог-психолог"),
        ("заведующую сельским клубом", "заведующая сельским клубом"),
        ("заведующего складом", "заведующий складом"),
        ("вожатую", "вожатая"),
        ("главного бухгалтера", "главный бухгалтер"),
        ("участковую медицинскую сестру", "участковая медицинская сестра"),
        ("врача общей практики", "врач общей практики"),
        ("техника", "техник"),
        ("мастера производственного обучения", "мастер производственного обучения"),
        ("тренера-преподавателя", "тренер-преподаватель"),
        ("исполняющую обязанности директора", "исполняющая обязанности директора"),
        ("и.о. директора", "и.о. директора"),
        ("учителем русского языка и литературы", "учитель русского языка и литературы"),
        ("главу крестьянского хозяйства", "глава крестьянского хозяйства"),
        ("полицейского", "полицейский"),
        ("рабочего", "рабочий"),
        ("директор", "директор"),
        ("медицинская сестра", "медицинская сестра"),
        ("ГЛАВНЫЙ СПЕЦИАЛИСТ", "главный специалист"),
        ("Учитель химии", "учитель химии"),
        ("IT-специалист", "IT-специалист"),
    ],
)
def test_russian_title_is_put_into_the_nominative(printed: str, nominative: str) -> None:
    assert normalise_job(printed, "ru", PACK) == nominative


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("мұғалімі", "мұғалім"),
        ("мұғалімін", "мұғалім"),
        ("мұғалiмi", "мұғалім"),
        ("бас маманы", "бас маман"),
        ("меңгерушісі", "меңгеруші"),
        ("бастығы", "бастық"),
        ("педагогы", "педагог"),
        ("механигі", "механик"),
        ("хирургі", "хирург"),
        ("іс жүргізушісі", "іс жүргізуші"),
        ("еден жуушысы", "еден жуушы"),
        ("көркемдік жетекшісі", "көркемдік жетекші"),
        ("учаскелік мейіргері", "учаскелік мейіргер"),
        ("әлеуметтік жұмыс жөніндегі консультанты", "әлеуметтік жұмыс жөніндегі консультант"),
        # a noun before the post makes one title of both: its possessive is the title's own
        ("химия пәнінің мұғалімі", "химия пәнінің мұғалімі"),
        ("бастауыш сынып мұғалімі", "бастауыш сынып мұғалімі"),
        ("шаруашылық меңгерушісі", "шаруашылық меңгерушісі"),
        ("байланыс бөлімшесінің бастығы", "байланыс бөлімшесінің бастығы"),
        ("қожалық басшысы", "қожалық басшысы"),
        # the possessive of the director points to the employer, the one of the deputy to the director
        ("директорының оқу ісі жөніндегі орынбасары", "директордың оқу ісі жөніндегі орынбасары"),
        ("меңгерушісінің орынбасары", "меңгерушінің орынбасары"),
        ("басшысының орынбасары", "басшының орынбасары"),
        ("маман", "маман"),
        ("есепші", "есепші"),
    ],
)
def test_kazakh_title_loses_the_possessive_its_employer_gave_it(printed: str, bare: str) -> None:
    assert normalise_job(printed, "kk", PACK) == bare
    assert normalise_job(bare, "kk", PACK) == bare


@pytest.mark.parametrize(
    "title",
    [
        "учитель",
        "учителя физики",
        "учительница",
        "преподаватель",
        "мұғалімі",
        "аға оқытушы",
        "химия пәнінің мұғалімі",
        "мұғалім-дефектолог",
    ],
)
def test_teaching_posts(title: str) -> None:
    assert is_teaching_post(title, PACK)


@pytest.mark.parametrize(
    "title", ["директор", "педагог-психолог", "библиотекарь", "тәрбиеші", "лаборант", "помощник воспитателя", ""]
)
def test_other_posts_of_a_school_do_not_teach(title: str) -> None:
    assert not is_teaching_post(title, PACK)


@pytest.mark.parametrize(
    "title",
    [
        "директор",
        "директора",
        "директоры",
        "заведующую",
        "меңгерушісі",
        "бас дәрігері",
        "и.о. директора",
        "аким села",
        "глава КХ",
    ],
)
def test_heads_of_an_employer(title: str) -> None:
    assert is_head_post(title, PACK)


@pytest.mark.parametrize(
    "title",
    [
        "заместитель директора",
        "директордың орынбасары",
        "заведующая складом",
        "кітапхана меңгерушісі",
        "начальник отделения связи",
        "учитель",
        "",
    ],
)
def test_deputies_and_heads_of_a_part_are_no_heads(title: str) -> None:
    assert not is_head_post(title, PACK)


def test_head_of_a_department_heads_the_employer_only_where_that_is_the_department() -> None:
    assert is_head_post("руководитель отдела", PACK, employer_type="department")
    assert is_head_post("бөлім басшысы", PACK, employer_type="department")
    assert not is_head_post("руководитель отдела", PACK, employer_type="akim_office")


def test_bare_title_tells_the_field_where_it_can() -> None:
    assert sector_of_job("фельдшера", PACK) == "health"
    assert sector_of_job("мал дәрігері", PACK) == "agriculture"
    assert sector_of_job("водитель", PACK) is None


def test_words_of_a_pack_are_compiled_once() -> None:
    assert load_jobs(PACK) is load_jobs(PACK)
