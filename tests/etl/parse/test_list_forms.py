"""Forms of lists: legends, ticks, turned tables, groups of columns, pairs, sites, minutes, wrapped columns."""

import datetime as dt

import pytest
from reading import HEAD_KK, HEAD_RU, brief, briefs, codes, read

from etl.parse.bodies import name_body
from etl.parse.headings import find_venue
from etl.parse.worded_dates import put_into_figures

HEAD = "<p>Решение Айтекебийского районного маслихата Актюбинской области от 24 января 2024 года № 15-3</p>"


def table(*rows, before=""):
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"{HEAD}{before}<table border=1>{body}</table>"


def test_letters_of_a_legend_below_the_table_are_nominators():
    html = table(
        ("Участок №", "Ф.И.О.", "Код"),
        ("12", "Оразбекова Маржан Ильясовна", "А"),
        ("12", "Дик Юлиан", "С"),
        ("12", "Сейтбек Ұлболсын", "А"),
    )
    html += "<p>Коды: А – партия «AMANAT», С – ОО «Союз матерей».</p>"
    parsed = read(html, "a.html")
    assert [s.nominator_as_printed for s in parsed.statements] == [
        "партия «AMANAT»",
        "ОО «Союз матерей»",
        "партия «AMANAT»",
    ]
    assert len(parsed.statements) == 3


def test_asterisks_below_a_list_are_posts():
    text = HEAD_RU + (
        "Избирательный участок № 7\nМаханова Сандуғаш Ерікқызы*\nГросс Артур Карлович**\nЛи Вера\n* председатель\n** секретарь\n"
    )
    assert briefs(text) == [
        ("elected", 7, "Маханова", "Сандуғаш", "chair"),
        ("elected", 7, "Гросс", "Артур", "secretary"),
        ("elected", 7, "Ли", "Вера", "member"),
    ]


def test_an_ordinary_line_with_dashes_is_no_legend():
    text = HEAD_RU + "УИК № 7: А. Маханова – председатель, Б. Дик – секретарь, В. Ли – член комиссии.\n"
    assert [b[4] for b in briefs(text)] == ["chair", "secretary", "member"]


def test_ticks_below_posts():
    html = table(
        ("№ УИК", "Ф.И.О.", "Председатель", "Секретарь", "Кем выдвинут"),
        ("5", "Маханова Сандуғаш Ерікқызы", "+", "", "НПК"),
        ("5", "Гросс Артур Карлович", "", "+", "ОСДП"),
        ("5", "Есимхан Назым", "", "", "Ауыл"),
    )
    assert [(b[2], b[4]) for b in briefs(html, "a.html")] == [
        ("Маханова", "chair"),
        ("Гросс", "secretary"),
        ("Есимхан", "member"),
    ]


def test_a_table_turned_on_its_side():
    html = table(
        ("Ф.И.О.", "Маханова Сандуғаш Ерікқызы", "Гросс Артур Карлович"),
        ("Должность в комиссии", "председатель", "секретарь"),
        ("Кем выдвинут", "НПК", "ОСДП"),
        ("Год рождения", "1971", "1990"),
        before="<h4>УИК № 311</h4>",
    )
    parsed = read(html, "a.html")
    assert [
        (s.commission.number, s.surname, s.role, s.nominator_as_printed, s.birth_year) for s in parsed.statements
    ] == [
        (311, "Маханова", "chair", "НПК", 1971),
        (311, "Гросс", "secretary", "ОСДП", 1990),
    ]


def test_a_group_of_columns_for_each_post():
    html = (
        HEAD
        + "<table border=1><tr><td rowspan=2>№ УИК</td><td colspan=2>Председатель</td><td colspan=2>Секретарь</td></tr>"
        "<tr><td>Ф.И.О.</td><td>Кем выдвинут</td><td>Ф.И.О.</td><td>Кем выдвинут</td></tr>"
        "<tr><td>51</td><td>Маханова Сандуғаш</td><td>НПК</td><td>Гросс Артур Карлович</td><td>ОСДП</td></tr></table>"
    )
    parsed = read(html, "a.html")
    assert [(s.commission.number, s.surname, s.role, s.nominator_as_printed) for s in parsed.statements] == [
        (51, "Маханова", "chair", "НПК"),
        (51, "Гросс", "secretary", "ОСДП"),
    ]


def test_latin_headings_of_open_data():
    csv = "uik;fio;rol;vydvinut\n91;Маханова Сандуғаш Ерікқызы;PREDSEDATEL;НПК\n91;Дик Юлиан;ZAM;ОСДП\n91;Есимхан Назым;CHLEN;Ауыл\n"
    assert [b[1:] for b in briefs(csv, "a.csv")] == [
        (91, "Маханова", "Сандуғаш", "chair"),
        (91, "Дик", "Юлиан", "deputy_chair"),
        (91, "Есимхан", "Назым", "member"),
    ]


def test_surname_before_a_comma_and_a_nominator_before_its_people():
    text = HEAD_RU + (
        "Избрать в участковую избирательную комиссию № 17:\nот партии «Ауыл» - Юдина, Михаила Аркадьевича; Гросса, Артура Карловича;\n"
        "от НПК - Есимхан, Назым.\nУтвердить председателем комиссии № 17 Юдина М.А.\n"
    )
    parsed = read(text)
    assert [(s.surname, s.given_name, s.role, s.nominator_as_printed) for s in parsed.statements] == [
        ("Юдин", "Михаил", "chair", "партии «Ауыл»"),
        ("Гросс", "Артур", "member", "партии «Ауыл»"),
        ("Есимхан", "Назым", "member", "НПК"),
    ]


def test_kazakh_converb_releases_and_elects_in_one_sentence():
    text = HEAD_KK + (
        "№ 12 учаскелік сайлау комиссиясының хатшысы Маханова Сандуғаш Ерікқызының өкілеттігі тоқтатылып, "
        "орнына Әлжан Ерасыл хатшы болып сайлансын.\n"
    )
    assert briefs(text) == [
        ("released", 12, "Маханова", "Сандуғаш", "secretary"),
        ("elected", 12, "Әлжан", "Ерасыл", "secretary"),
    ]


def test_nobody_is_appointed_where_the_verb_is_negated():
    text = HEAD_KK + (
        "№ 12 учаскелік сайлау комиссиясының төрағасы Маханова Сандуғаш босатылып, оның орнына Әлжан Ерасыл тағайындалған жоқ.\n"
    )
    parsed = read(text)
    assert [brief(s)[:3] for s in parsed.statements] == [("released", 12, "Маханова")]
    assert "vacant_seat" in codes(parsed)


def test_pairs_parted_by_a_dash():
    text = HEAD_KK + (
        "Учаскелік сайлау комиссияларында ауыстырулар жасалсын (шығады – енеді):\n"
        "№ 140: Маханова Сандуғаш – Әлжан Ерасыл («AMANAT» партиясы);\n№ 141: Есимхан Назым – бос орын.\n"
    )
    parsed = read(text)
    assert [brief(s)[:3] for s in parsed.statements] == [
        ("released", 140, "Маханова"),
        ("elected", 140, "Әлжан"),
        ("released", 141, "Есимхан"),
    ]
    assert "vacant_seat" in codes(parsed)


def test_instead_of_a_misprint_the_new_surname_is_read():
    text = HEAD_RU + (
        "В составе участковой избирательной комиссии № 5 вместо «Маханова Сандуғаш Ерікқызы» читать «Маханова-Гросс Сандуғаш Ерікқызы».\n"
    )
    [statement] = read(text).statements
    assert (statement.action, statement.surname) == ("renamed", "Маханова-Гросс")


def test_those_present_at_a_sitting_are_no_members():
    text = (
        "ПРОТОКОЛ № 9\nзаседания Айтекебийской районной территориальной избирательной комиссии Актюбинской области\n6 марта 2023 года\n"
        "Председательствовал: председатель комиссии Маханов Р.Т.\nПрисутствовали: члены комиссии Вовк Л.Н., Есимханова А.С.\n"
        "РЕШИЛИ:\n1. Назначить до избрания маслихатом:\n"
        "секретарем участковой избирательной комиссии № 140 - Гросса Артура Карловича.\n"
    )
    parsed = read(text)
    assert [brief(s) for s in parsed.statements] == [("appointed", 140, "Гросс", "Артур", "secretary")]
    assert (parsed.acts[0].number, parsed.acts[0].decided_on) == ("9", dt.date(2023, 3, 6))


@pytest.mark.parametrize(
    "title",
    [
        "Список лиц, зачисленных в кадровый резерв участковых избирательных комиссий",
        "Сайлау учаскелерінде аккредиттелген байқаушылардың тізімі",
        "О регистрации кандидатов в акимы сельских округов",
    ],
)
def test_reserves_observers_and_candidates_are_no_members(title):
    html = table(
        ("№ участка", "Ф.И.О.", "Кем предложен"),
        ("120", "Маханова Сандуғаш Ерікқызы", "НПК"),
        before=f"<h2>{title}</h2>",
    )
    parsed = read(html, "a.html")
    assert (parsed.statements, parsed.acts[0].kind) == ((), "other")


def test_wrapped_cells_of_columns_set_with_spaces():
    text = HEAD_KK + (
        "\n №   Т.А.Ә.                    Міндеті      Кім ұсынды\n\n № 260 сайлау учаскесі (Қобда ауылы)\n\n"
        " 1   Маханова Сандуғаш         төрайым      «AMANAT»\n     Ерікқызы                               партиясы\n"
        " 2   Әлжан Ерасыл              хатшы        ОСДП\n 3   Гросс Артур               мүше         ҚХП\n"
    )
    parsed = read(text)
    assert [(s.surname, s.patronymic, s.role, s.nominator_as_printed) for s in parsed.statements] == [
        ("Маханова", "Ерікқызы", "chair", "«AMANAT» партиясы"),
        ("Әлжан", None, "secretary", "ОСДП"),
        ("Гросс", None, "member", "ҚХП"),
    ]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("екі мың жиырма төртінші жылғы он жетінші қаңтардағы", "2024 жылғы 17 қаңтардағы"),
        ("двадцать третьего января две тысячи двадцать четвёртого года", "23 января 2024 года"),
        ("тысяча девятьсот девяносто пятого года", "1995 года"),
        ("екі мың адам", "2000 адам"),
        ("пятая школа", "пятая школа"),
    ],
)
def test_days_in_words(words, figures):
    assert put_into_figures(words) == figures


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (
            ["решением Майского районного маслихата Павлодарской области"],
            "Майский районный маслихат Павлодарской области",
        ),
        (["КОСТАНАЙСКИЙ РАЙОННЫЙ МАСЛИХАТ"], "Костанайский районный маслихат"),
        (["Жамбыл облысы", "Мойынқұм аудандық мәслихатының"], "Жамбыл облысы Мойынқұм аудандық мәслихаты"),
        (["ХАБАРЛАМА", "Төле би аудандық мәслихаты"], "Төле би аудандық мәслихаты"),
        (["решение маслихата города Алматы № 5"], "маслихат города Алматы"),
        (["Районная газета"], None),
    ],
)
def test_body_in_the_nominative(lines, name):
    assert name_body(lines, None) == name


def test_venue_without_its_label():
    assert find_venue("Адрес комиссии: с. Ақжар, школа № 3") == "с. Ақжар, школа № 3"
    assert (
        find_venue("Орналасқан жері: Ақжар ауылы, мәдениет үйі. Шекарасы: Ақжар ауылы") == "Ақжар ауылы, мәдениет үйі"
    )


def test_an_act_that_changes_another_keeps_its_own_number():
    text = (
        "Жамбыл облысы Шу аудандық мәслихатының шешімі\n2024 жылғы 14 маусым № 21-4\n"
        "Шу аудандық мәслихаты ШЕШТІ:\n"
        "1. Шу аудандық мәслихатының 2024 жылғы 16 қаңтардағы № 13-3 шешіміне өзгеріс енгізілсін: № 420 сайлау учаскесінің құрамы:\n"
        "Маханова Сандуғаш Ерікқызы – төрайым;\nӘлжан Ерасыл – хатшы.\n"
    )
    parsed = read(text)
    assert [(a.number, a.decided_on) for a in parsed.acts] == [("21-4", dt.date(2024, 6, 14))]
    assert [s.commission.number for s in parsed.statements] == [420, 420]


def test_the_day_a_page_was_put_up_is_not_that_of_its_act():
    html = (
        "<h2>Талас аудандық мәслихатының 2024 жылғы 24 қаңтардағы № 13-2 шешімі: учаскелік комиссиялар құрамы туралы</h2>"
        "<p>Жарияланды: 26.01.2024</p><p>№ 255 сайлау учаскесі</p><p>Төраға – Маханова Сандуғаш Ерікқызы</p>"
    )
    parsed = read(html, "a.html")
    assert (parsed.acts[0].number, parsed.acts[0].decided_on) == ("13-2", dt.date(2024, 1, 24))


def test_who_came_instead_of_one_who_left_is_no_second_column_of_leavers():
    html = table(
        ("№ УИК", "Выведен(а)", "Введен(а) вместо выбывшего", "Должность"),
        ("15", "Гросс А.К.", "Маханова Сандуғаш Ерікқызы", "член комиссии"),
    )
    assert [b[:3] for b in briefs(html, "a.html")] == [("released", 15, "Гросс"), ("elected", 15, "Маханова")]


def test_lines_of_keys_and_values():
    text = HEAD_KK + (
        "№ 12 учаскелік сайлау комиссиясы\nАты-жөні: Маханова Сандуғаш Ерікқызы\nТуған жылы: 1969\nҰсынған: «Ауыл» партиясы\n"
        "Лауазымы: төрайымның орынбасары\nАты-жөні: Әлжан Ерасыл\nЛауазымы: хатшы\n"
    )
    parsed = read(text)
    assert [(s.surname, s.role, s.birth_year) for s in parsed.statements] == [
        ("Маханова", "deputy_chair", 1969),
        ("Әлжан", "secretary", None),
    ]


def test_a_commission_behind_its_people():
    text = HEAD_RU + (
        "Избраны:\nМаханова Алия (председатель), Гросс Артур Карлович (секретарь) - в участковую избирательную комиссию № 3;\n"
        "Есимханова Назым (председатель), Дик Юлиан (секретарь) - в участковую избирательную комиссию № 4.\n"
    )
    assert [b[1:3] for b in briefs(text)] == [(3, "Маханова"), (3, "Гросс"), (4, "Есимханова"), (4, "Дик")]


def test_each_kazakh_post_before_its_name():
    text = HEAD_KK + (
        "2. № 13 учаскелік сайлау комиссиясының төрағасы болып Махан Сәуле, хатшысы болып Әлжан Ерасыл, "
        "мүшесі болып Югай Валерия сайлансын.\n"
    )
    assert [(b[2], b[4]) for b in briefs(text)] == [("Махан", "chair"), ("Әлжан", "secretary"), ("Югай", "member")]
