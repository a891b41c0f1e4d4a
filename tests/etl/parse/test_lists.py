from reading import HEAD_KK, HEAD_RU, briefs, codes, read


def test_a_list_with_posts_makes_the_others_members():
    text = HEAD_RU + (
        "Избрать участковую избирательную комиссию № 12 в составе:\n"
        "1) Ахметова Сауле Бериковна – председатель, учитель КГУ «Средняя школа № 4», партия «AMANAT»;\n"
        "2) Ким Виктор Андреевич, пенсионер, выдвинут районным филиалом партии «Ауыл».\n"
    )
    parsed = read(text)
    chair, member = parsed.statements
    assert (chair.role, member.role) == ("chair", "member")
    assert (chair.employer_as_printed, chair.job_title) == ("КГУ «Средняя школа № 4»", "учитель")
    assert member.employer_as_printed == "пенсионер"
    assert "Ауыл" in member.nominator_as_printed
    assert parsed.acts[0].number == "15-3"
    assert parsed.acts[0].region_id == "KZ-15"


def test_a_list_without_any_post_leaves_the_role_open():
    found = briefs(HEAD_RU + "УИК № 3:\n- Ахметова Сауле Бериковна;\n- Ким Виктор Андреевич.\n")
    assert [row[4] for row in found] == ["unknown", "unknown"]


def test_kazakh_prose_with_posts_before_the_names():
    text = HEAD_KK + (
        "№ 7 учаскелік сайлау комиссиясы (5 адам): төраға – Қасымова Әлия Бекқызы («AMANAT» партиясы); "
        "хатшы – Өмірзақов Ерлан («Ауыл» ХДПП); комиссия мүшелері: Ли Вера, Нұрғали Дәурен Асқарұлы.\n"
    )
    parsed = read(text)
    assert [(s.surname, s.role) for s in parsed.statements] == [
        ("Қасымова", "chair"),
        ("Өмірзақов", "secretary"),
        ("Ли", "member"),
        ("Нұрғали", "member"),
    ]
    assert parsed.commissions[0][1].declared == 5
    assert "size_differs" in codes(parsed)


def test_posts_below_the_names_belong_to_the_person_above():
    text = HEAD_RU + (
        "УИК № 9\nАхметова Сауле Бериковна\nпредседатель\nКГУ «Средняя школа № 4»\nКим Виктор Андреевич\nсекретарь\n"
    )
    found = read(text).statements
    assert [(s.surname, s.role) for s in found] == [("Ахметова", "chair"), ("Ким", "secretary")]
    assert found[0].employer_as_printed == "КГУ «Средняя школа № 4»"


def test_posts_above_the_names_are_sub_headings():
    text = (
        HEAD_RU
        + "УИК № 9\nПредседатель:\nАхметова Сауле Бериковна\nЧлены комиссии:\nКим Виктор Андреевич\nЛи Вера Олеговна\n"
    )
    assert [row[4] for row in briefs(text)] == ["chair", "member", "member"]


def test_vacancies_and_struck_or_damaged_lines_are_issues_and_no_people():
    text = HEAD_RU + (
        "УИК № 9:\n1) Ахметова Сауле Бериковна – председатель;\n2) вакансия;\n3) Ким В.А. (выбыл, не читать);\n4) Ж??б…ва Г|лн.\n"
    )
    parsed = read(text)
    assert [s.surname for s in parsed.statements] == ["Ахметова"]
    assert {"vacant_seat", "excluded_line", "unread_line"} <= set(codes(parsed))
    assert len(parsed.vacancies) == 1


def test_signatures_preambles_and_closing_points_name_no_members():
    text = HEAD_RU + (
        "По представлению председателя мандатной комиссии К. Оспанова маслихат РЕШИЛ:\n"
        "1. Избрать УИК № 9: Ахметова Сауле Бериковна – председатель.\n"
        "2. Контроль возложить на постоянную комиссию (председатель Касымов К.).\n"
        "Секретарь районного маслихата          А. Сапаров\n"
    )
    assert [row[2] for row in briefs(text)] == ["Ахметова"]


def test_people_grouped_by_nominator():
    text = (
        HEAD_RU
        + "УИК № 4\nОт партии «AMANAT»:\n- Ахметова Сауле Бериковна;\nОт общества инвалидов:\n- Ким Виктор Андреевич.\n"
    )
    found = read(text).statements
    assert "AMANAT" in found[0].nominator_as_printed
    assert "инвалидов" in found[1].nominator_as_printed


def test_an_advisory_representative_is_no_member():
    parsed = read(
        HEAD_RU
        + "УИК № 4:\n- Ахметова Сауле Бериковна – председатель;\n- Ким Виктор Андреевич – представитель с правом совещательного голоса.\n"
    )
    assert [s.surname for s in parsed.statements] == ["Ахметова"]
    assert "advisory_representative" in codes(parsed)


def test_two_words_follow_the_order_of_their_list():
    text = (
        HEAD_RU
        + "УИК № 4: председатель – Айгерим Ахметова, секретарь – Есим Сулеймен, члены: Ерлан Касымов, Гульнар Оспанова.\n"
    )
    assert [row[2] for row in briefs(text)] == ["Ахметова", "Сулеймен", "Касымов", "Оспанова"]


def test_personal_data_stay_out_of_snippets():
    text = (
        HEAD_RU
        + "УИК № 4:\n- Ахметова Сауле Бериковна, 12.03.1975 г.р., ул. Абая, 7, кв. 3, тел. 8 701 555 44 33 – председатель.\n"
    )
    (statement,) = read(text).statements
    assert statement.birth_year == 1975
    for private in ("12.03", "Абая, 7", "555"):
        assert private not in statement.snippet
