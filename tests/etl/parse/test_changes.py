from reading import HEAD_KK, HEAD_RU, brief, briefs, read


def test_vacated_seats_and_those_who_fill_them_in_two_points():
    text = HEAD_RU + (
        "О внесении изменений в составы комиссий\n1. Вывести из состава:\n"
        "участковой избирательной комиссии № 5 – Ким Юлию Денисовну, члена комиссии, в связи с переездом;\n"
        "2. Избрать вместо выбывших:\n"
        "участковой избирательной комиссии № 5 – Айтказину Бибинур Ескендировну, по предложению партии «Ауыл»;\n"
    )
    parsed = read(text)
    assert [brief(s) for s in parsed.statements] == [
        ("released", 5, "Ким", "Юлия", "member"),
        ("elected", 5, "Айтказина", "Бибинур", "unknown"),
    ]
    assert parsed.acts[0].kind == "replacement"
    assert parsed.statements[0].nominator_as_printed is None


def test_one_sentence_releases_and_elects():
    text = HEAD_RU + (
        "1. вывести из состава участковой избирательной комиссии № 5 председателя комиссии Муканову Айгуль Сериковну, "
        "избрать вместо выбывшей на оставшийся срок полномочий Жумабаева Касыма Адильбековича председателем комиссии;\n"
    )
    parsed = read(text)
    assert [brief(s) for s in parsed.statements] == [
        ("released", 5, "Муканова", "Айгуль", "chair"),
        ("elected", 5, "Жумабаев", "Касым", "chair"),
    ]
    assert parsed.statements[1].replaces == 0


def test_kazakh_instead_of():
    text = HEAD_KK + (
        "1. № 101 учаскелік сайлау комиссиясының мүшесі Тілеубаева Жадыра Жандосқызының орнына «AMANAT» партиясының ұсынысы бойынша "
        "«Балқұдық мектебі» КММ мұғалімі Сатыбалдина Бибігүл Манарбековна сайлансын;\n"
    )
    parsed = read(text)
    gone, come = parsed.statements
    assert brief(gone) == ("released", 101, "Тілеубаева", "Жадыра", "member")
    assert brief(come) == ("elected", 101, "Сатыбалдина", "Бибігүл", "unknown")
    assert "AMANAT" in come.nominator_as_printed
    assert (come.employer_as_printed, come.job_title) == ("«Балқұдық мектебі» КММ", "мұғалім")


def test_changes_of_surname_in_three_wordings():
    text = HEAD_RU + (
        "1) в составе УИК № 1 (член комиссии) слова «Горшкова Любовь Александровна» заменить словами «Алимжанова Любовь Александровна»;\n"
        "2) изменить фамилию секретаря УИК № 2 Мухиной Оксаны Евгеньевны на «Сарсенбаева»;\n"
        "3) члена УИК № 3 Рогову Галину Владимировну считать Сатыбалдиной Галиной Владимировной в связи со сменой фамилии;\n"
    )
    parsed = read(text)
    assert [brief(s) for s in parsed.statements] == [
        ("renamed", 1, "Алимжанова", "Любовь", "member"),
        ("renamed", 2, "Сарсенбаева", "Оксана", "secretary"),
        ("renamed", 3, "Сатыбалдина", "Галина", "member"),
    ]
    assert [s.old_surname for s in parsed.statements] == ["Горшкова", "Мухина", "Рогова"]
    assert parsed.acts[0].kind == "surname_change"


def test_other_words_for_another_person_are_no_change_of_surname():
    found = briefs(
        HEAD_RU
        + "1) в строке «УИК № 7» слова «Касымова Райхан Маратовна – секретарь» заменить словами «Ли Виолетта Андреевна – секретарь»;\n"
    )
    assert [row[0] for row in found] == ["released", "elected"]
    assert {row[4] for row in found} == {"secretary"}


def test_releases_alone():
    parsed = read(
        HEAD_RU
        + "1. Освободить от обязанностей членов участковых избирательных комиссий:\nИсабекову Индиру Куанышевну – избирательный участок № 2;\n"
    )
    assert [brief(s) for s in parsed.statements] == [("released", 2, "Исабекова", "Индира", "member")]
    assert parsed.acts[0].kind == "release"


def test_a_higher_commission_appoints():
    text = (
        "ПОСТАНОВЛЕНИЕ\nТемирской районной территориальной избирательной комиссии\nот 3 марта 2023 года № 4/11\n"
        "ПОСТАНОВЛЯЕТ:\n1. Назначить до избрания маслихатом:\nчленом участковой избирательной комиссии № 6 Ким Юлию Денисовну.\n"
    )
    parsed = read(text)
    assert [brief(s)[:3] for s in parsed.statements] == [("appointed", 6, "Ким")]
    assert parsed.acts[0].kind == "replacement"
