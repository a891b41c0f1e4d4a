from reading import briefs, codes, read

HEAD = "<p>Решение Айтекебийского районного маслихата Актюбинской области от 24 января 2024 года № 15-3</p>"


def table(*rows):
    return (
        HEAD
        + "<table border=1>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
        + "</table>"
    )


def test_commission_heading_rows_and_a_repeated_heading():
    head = ("№", "Ф.И.О.", "Должность в комиссии", "Кем предложен")
    html = table(
        head,
        ("УИК № 1",),
        ("1", "Ахметова Сауле Бериковна", "председатель", "ОСДП"),
        head,
        ("УИК № 2",),
        ("1", "Ким Виктор", "секретарь", "НПК"),
    )
    assert briefs(html, "a.html") == [
        ("elected", 1, "Ахметова", "Сауле", "chair"),
        ("elected", 2, "Ким", "Виктор", "secretary"),
    ]


def test_posts_as_columns():
    html = table(
        ("№ избирательного участка", "Председатель", "Секретарь", "Члены комиссии"),
        ("402", "Ахметова Сауле Бериковна", "вакантно", "Ли Вера Олеговна<br>Ким Виктор Андреевич"),
    )
    parsed = read(html, "a.html")
    assert [(s.commission.number, s.surname, s.role) for s in parsed.statements] == [
        (402, "Ахметова", "chair"),
        (402, "Ли", "member"),
        (402, "Ким", "member"),
    ]
    assert "vacant_seat" in codes(parsed)


def test_precincts_as_columns():
    html = table(
        ("Должность", "Участок № 601", "Участок № 602"),
        ("Председатель", "Ахметова Сауле Бериковна", "Ли Вера Олеговна"),
        ("Секретарь", "Ким Виктор Андреевич", "Оспанов Ерлан Бекович"),
    )
    assert sorted((row[1], row[2]) for row in briefs(html, "a.html")) == [
        (601, "Ахметова"),
        (601, "Ким"),
        (602, "Ли"),
        (602, "Оспанов"),
    ]


def test_two_people_in_a_row():
    html = table(
        ("УИК № 5",),
        ("№", "Ф.И.О.", "Должность в комиссии", "№", "Ф.И.О.", "Должность в комиссии"),
        ("1", "Ахметова Сауле Бериковна", "председатель", "2", "Ким Виктор Андреевич", "член комиссии"),
    )
    assert [(row[2], row[4]) for row in briefs(html, "a.html")] == [("Ахметова", "chair"), ("Ким", "member")]


def test_two_languages_in_a_cell_give_each_person_once():
    html = table(
        ("Учаске / Участок", "Аты-жөні / Ф.И.О.", "Лауазымы / Должность", "Ұсынған / Кем предложен"),
        (
            "№ 701",
            "Қасымова Рәшия Төкенқызы / Касымова Рашия Токеновна",
            "төраға / председатель",
            "«AMANAT» партиясы / партия «AMANAT»",
        ),
        ("№ 701", "Ғабдолла Мадина / Габдолла Мадина", "хатшы / секретарь", "«Ауыл» партиясы / партия «Ауыл»"),
    )
    assert [(row[2], row[4]) for row in briefs(html, "a.html")] == [("Қасымова", "chair"), ("Ғабдолла", "secretary")]


def test_a_heading_nobody_knows_is_told_by_its_cells_or_said():
    html = table(
        ("УИК", "Ф.И.О.", "Кто он здесь", "Знак зодиака"),
        ("№ 7", "Ахметова Сауле Бериковна", "председатель", "лев"),
        ("№ 7", "Ким Виктор Андреевич", "секретарь", "рак"),
    )
    parsed = read(html, "a.html")
    assert [s.role for s in parsed.statements] == ["chair", "secretary"]
    assert "unknown_column" in codes(parsed)


def test_a_side_car_names_a_column():
    html = table(("УИК", "Персона", "Х"), ("№ 7", "Ахметова Сауле Бериковна", "партия «Ауыл»"))
    parsed = read(html, "a.html", columns=(("Персона", "name"), ("Х", "nominator")))
    assert parsed.statements[0].nominator_as_printed == "партия «Ауыл»"


def test_a_table_of_replacements():
    html = table(
        ("Комиссия", "Кто выбыл (Ф.И.О., причина)", "Кто избран", "Кем предложен"),
        ("УИК № 3", "Ким Виктор Андреевич – переезд", "Ли Вера Олеговна", "партия «Ауыл»"),
    )
    parsed = read(html, "a.html")
    assert [(s.action, s.surname) for s in parsed.statements] == [("released", "Ким"), ("elected", "Ли")]
    assert parsed.statements[1].replaces == 0
    assert parsed.statements[0].nominator_as_printed is None


def test_notices_and_other_subjects_give_no_people():
    notice = "<h1>СООБЩЕНИЕ</h1><p>Маслихат объявляет о приёме предложений по кандидатурам в УИК № 5. Контакт: Ким Виктор Андреевич.</p>"
    other = table(("№", "Ф.И.О.", "В комиссии"), ("1", "Ким Виктор Андреевич", "председатель комиссии")).replace(
        "15-3", "15-3 «О бюджетной комиссии»"
    )
    assert briefs(notice, "a.html") == []
    assert briefs(other, "b.html") == []
    assert "left_out_notice" in codes(read(notice, "a.html"))


def test_a_row_that_only_repeats_the_one_above_by_signs_is_not_lost():
    rows = (
        "<tr><td>Ким Юлия Денисовна</td><td>партия «Ауыл»</td></tr>"
        "<tr><td colspan='2'>– // –</td></tr><tr><td colspan='2'>–</td></tr><tr><td colspan='2'>__________</td></tr>"
    )
    parsed = read(
        f"<p>Участковая избирательная комиссия № 5</p><table><tr><th>Ф.И.О.</th><th>Кем предложен</th></tr>{rows}</table>",
        "list.html",
    )
    assert [s.surname for s in parsed.statements] == ["Ким"]
    # The repeated row asks for an eye, a dash is a seat left empty, a drawn line is nothing.
    assert [(i.code, i.text) for i in parsed.issues] == [("unread_line", "– // –"), ("vacant_seat", "–")]
    assert len(parsed.vacancies) == 1
