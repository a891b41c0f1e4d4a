import pytest

from etl.parse.commissions import find_commissions
from etl.parse.headings import find_declared, find_settlement, find_voters


@pytest.mark.parametrize(
    ("text", "level", "number", "name"),
    [
        ("Участковая избирательная комиссия № 14", "PEC", 14, "участковая избирательная комиссия № 14"),
        (
            "в состав участковой избирательной комиссии избирательного участка №551",
            "PEC",
            551,
            "участковая избирательная комиссия № 551",
        ),
        ("УИК No 378", "PEC", 378, "участковая избирательная комиссия № 378"),
        ("Избирательный участок N 52, село Аксу", "PEC", 52, "участковая избирательная комиссия № 52"),
        ("521-й избирательный участок", "PEC", 521, "участковая избирательная комиссия № 521"),
        ("№ 52 учаскелік сайлау комиссиясы", "PEC", 52, "№ 52 учаскелік сайлау комиссиясы"),
        ("№143 учаскелік референдум комисиясы", "PEC", 143, "№ 143 учаскелік сайлау комиссиясы"),
        ("№ 206 сайлау учаскесінде", "PEC", 206, "№ 206 учаскелік сайлау комиссиясы"),
        ("Окружная избирательная комиссия избирательного округа № 4", "DEC", 4, "окружная избирательная комиссия № 4"),
        ("№ 4 сайлау округінің округтік сайлау комиссиясы", "DEC", 4, "№ 4 округтік сайлау комиссиясы"),
    ],
)
def test_numbered_commissions_are_found_in_their_printed_forms(text, level, number, name):
    (mention,) = find_commissions(text)
    assert (mention.level, mention.number, mention.name) == (level, number, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Избрать Акжарскую районную территориальную избирательную комиссию",
            "Акжарская районная территориальная избирательная комиссия",
        ),
        (
            "член Акжарской районной территориальной избирательной комиссии",
            "Акжарская районная территориальная избирательная комиссия",
        ),
        ("Темір аудандық аумақтық сайлау комиссиясының құрамы", "Темір аудандық аумақтық сайлау комиссиясы"),
        ("Балқаш қалалық аумақтық сайлау комиссиясы", "Балқаш қалалық аумақтық сайлау комиссиясы"),
    ],
)
def test_territorial_commissions_are_named_in_the_nominative(text, name):
    (mention,) = find_commissions(text)
    assert (mention.level, mention.number, mention.name) == ("TEC", None, name)


@pytest.mark.parametrize(
    "text",
    [
        "решение от 5 мая 2021 года № 12/3",
        "учаскелік сайлау комиссияларының құрамы",
        "средняя школа № 5",
        "Центральная избирательная комиссия",
        "Орталық сайлау комиссиясы",
        "избирательные участки № 12-18",
    ],
)
def test_other_numbers_and_bodies_are_no_commissions(text):
    assert find_commissions(text) == []


def test_several_commissions_come_in_order():
    found = find_commissions("УИК № 7, УИК № 3 и участковая избирательная комиссия № 5")
    assert [mention.number for mention in found] == [7, 3, 5]


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("в количестве 7 человек", 7),
        ("(5 адам): төраға", 5),
        ("Количество членов комиссии: 9", 9),
        ("в составе семи человек", 7),
        ("бес адамнан", 5),
        ("Всего: 7 человек", 7),
        ("2021 жыл", None),
        ("село Аксу (3)", None),
        ("членов 40 человек", None),
    ],
)
def test_announced_sizes(text, declared):
    assert find_declared(text) == declared


def test_voters_and_settlement():
    assert find_voters("число избирателей – 1 250") == 1250
    assert find_voters("сайлаушылар саны: 812") == 812
    assert find_voters("избирательная комиссия") is None
    assert find_settlement("(село Долонь)") == "село Долонь"
    assert find_settlement("Аққұм ауылы, мектеп") == "Аққұм ауылы"
