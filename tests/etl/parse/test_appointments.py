"""Commissions that a higher commission fills until the council elects: appointed, not elected."""

from reading import brief, read

KAZAKH = (
    "<p>ҚАУЛЫ</p><p>Темір аудандық аумақтық сайлау комиссиясының 2023 жылғы 3 наурыздағы № 4/11 қаулысы</p>"
    "<p>комиссия ҚАУЛЫ ЕТЕДІ:</p>"
    "<p>1. Шығып қалған мүшелердің орнына мәслихат жаңа мүше сайлағанға дейін мыналар тағайындалсын:</p>"
    "<table><tr><th>Комиссия</th><th>Кім тағайындалды</th><th>Кім ұсынды</th></tr>"
    "<tr><td>№ 6 учаскелік сайлау комиссиясы</td><td>Ким Юлия Денисқызы</td><td>«Ауыл» партиясы</td></tr>"
    "<tr><td>№ 7 учаскелік сайлау комиссиясы</td><td>Жүнісов Әділет Маратұлы</td><td></td></tr></table>"
)
RUSSIAN = (
    "<p>ПОСТАНОВЛЕНИЕ</p><p>Темирской районной территориальной избирательной комиссии</p>"
    "<p>от 3 марта 2023 года № 4/11</p><p>комиссия ПОСТАНОВЛЯЕТ:</p>"
    "<p>1. Назначить до избрания нового члена:</p>"
    "<table><tr><th>Комиссия</th><th>Назначен</th><th>Кем предложен</th></tr>"
    "<tr><td>Участковая избирательная комиссия № 6</td><td>Ким Юлия Денисовна</td><td>партия «Ауыл»</td></tr>"
    "<tr><td>Участковая избирательная комиссия № 7</td><td>Жунусов Адилет Маратович</td><td></td></tr></table>"
)


def test_a_kazakh_table_of_people_a_higher_commission_appointed():
    parsed = read(KAZAKH, "list.html")
    assert [brief(s)[:4] for s in parsed.statements] == [
        ("appointed", 6, "Ким", "Юлия"),
        ("appointed", 7, "Жүнісов", "Әділет"),
    ]
    assert [a.kind for a in parsed.acts] == ["replacement"]


def test_a_russian_table_of_people_a_higher_commission_appointed():
    parsed = read(RUSSIAN, "list.html")
    assert [brief(s)[:4] for s in parsed.statements] == [
        ("appointed", 6, "Ким", "Юлия"),
        ("appointed", 7, "Жунусов", "Адилет"),
    ]
    assert [a.kind for a in parsed.acts] == ["replacement"]


def test_the_same_table_of_a_council_elects():
    council = RUSSIAN.replace(
        "Темирской районной территориальной избирательной комиссии", "Темирского районного маслихата"
    ).replace("Назначить до избрания нового члена", "Избрать вместо выбывших")
    parsed = read(council.replace("<th>Назначен</th>", "<th>Избран</th>"), "list.html")
    assert {s.action for s in parsed.statements} == {"elected"}
