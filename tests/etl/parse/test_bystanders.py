"""Names in a sentence of change that are nobody's seat: applicants, proposers, relatives, the other side of a quarrel."""

import pytest
from reading import HEAD_KK, HEAD_RU, brief, codes, read

from etl.parse.bystanders import find_bystanders
from etl.parse.slices import member_names

PEC = "участковой избирательной комиссии № 5"
PEC_KK = "№ 5 учаскелік сайлау комиссиясы"


def people(text, head=HEAD_RU):
    return [brief(s)[:4] for s in read(f"{head}1. {text}\n").statements]


@pytest.mark.parametrize(
    "text",
    [
        f"Вывести из состава {PEC} Ким Юлию Денисовну на основании личного заявления Мухтарова Е.Б.;",
        f"На основании личного заявления Мухтарова Е.Б. вывести из состава {PEC} Ким Юлию Денисовну;",
        f"По предложению Ибраева Асета вывести из состава {PEC} Ким Юлию Денисовну;",
        f"Вывести из состава {PEC} Ким Юлию Денисовну в связи с конфликтом с Жунусовым Маратом;",
        f"Вывести из состава {PEC} Ким Юлию Денисовну в связи с жалобой члена комиссии Жунусовой Анны Петровны;",
        f"Вывести из состава {PEC} Ким Юлию Денисовну (заявление Мухтарова Е.Б. от 5 мая);",
        f"Вывести из состава {PEC} Ким Юлию Денисовну, племянницу Оспановой Сауле;",
    ],
)
def test_who_is_only_named_in_a_ground_does_not_leave(text):
    assert people(text) == [("released", 5, "Ким", "Юлия")]


@pytest.mark.parametrize(
    "text",
    [
        f"{PEC_KK}ның құрамынан Мұхтаров Ерлан Болатұлының өтініші негізінде Ибраев Әсет Нұрланұлы шығарылсын;",
        f"{PEC_KK}ның құрамынан Жүнісов Маратпен жанжалына байланысты Ибраев Әсет Нұрланұлы шығарылсын;",
        f"{PEC_KK}ның құрамынан Ибраев Әсет Нұрланұлы Жүнісова Сәуленің шағымына байланысты шығарылсын;",
    ],
)
def test_a_kazakh_ground_names_nobody_who_leaves(text):
    assert people(text, HEAD_KK) == [("released", 5, "Ибраев", "Әсет")]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (f"Избрать в состав {PEC} племянницу Оспановой Сауле Кайратовны – Ким Юлию Денисовну;", HEAD_RU),
        (
            f"Избрать в состав {PEC} по предложению председателя комиссии Ибраева Асета Нурлановича Ким Юлию Денисовну;",
            HEAD_RU,
        ),
        (f"В связи со смертью Ибраева Асета Нурлановича избрать в состав {PEC} Ким Юлию Денисовну;", HEAD_RU),
        (f"{PEC_KK}ның құрамына төраға Жүнісов Марат Қайратұлының ұсынысымен Ким Юлия Денисқызы сайлансын;", HEAD_KK),
        (f"{PEC_KK}ның құрамына Оспанова Сәуле Қайратқызының жиені Ким Юлия Денисқызы сайлансын;", HEAD_KK),
        (f"Ибраев Әсет Нұрланұлының қайтыс болуына байланысты {PEC_KK}на Ким Юлия Денисқызы сайлансын;", HEAD_KK),
    ],
)
def test_neither_a_relative_nor_a_proposer_nor_the_dead_are_elected(text, head):
    parsed = read(f"{head}1. {text}\n")
    # The post of a proposer is not that of who is elected.
    assert [brief(s) for s in parsed.statements] == [("elected", 5, "Ким", "Юлия", "unknown")]
    assert "named_beside" in codes(parsed)


def test_a_relative_whose_own_name_is_not_said_is_an_issue():
    parsed = read(
        f"{HEAD_RU}1. Вывести из состава {PEC} Ким Юлию Денисовну; избрать племянницу Оспановой Сауле Кайратовны.\n"
    )
    assert [brief(s)[:3] for s in parsed.statements] == [("released", 5, "Ким")]
    assert {"named_beside", "unread_line"} <= set(codes(parsed))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Освободить на основании личного заявления Ибраева Асета от обязанностей члена {PEC};", ["released"]),
        (f"На основании заявления Ибраевой Анны Петровны вывести её из состава {PEC};", ["released"]),
        (f"Вывести из состава {PEC} по личному заявлению Ибраева Асета, избрать Ким Юлию;", ["released", "elected"]),
        (f"Вывести в связи с переездом Ибраева Асета Нурлановича из состава {PEC};", ["released"]),
        (f"Прекратить в связи с переездом полномочия Ибраевой Анны Петровны в {PEC};", ["released"]),
        (f"В связи с выбытием Ибраевой Анны Петровны избрать в состав {PEC} Ким Юлию;", ["released", "elected"]),
        (f"Избрать в {PEC} вместо выбывшей в связи с переездом Ибраевой Анны Ким Юлию;", ["released", "elected"]),
        (f"Избрать в состав {PEC} по предложению партии «Ауыл» Ибраева Асета Нурлановича;", ["elected"]),
        (f"Избрать в состав {PEC} старшую медицинскую сестру Ибраеву Анну Петровну;", ["elected"]),
    ],
)
def test_the_object_of_the_verb_stays_wherever_it_stands(text, expected):
    found = people(text)
    assert [row[0] for row in found] == expected
    assert found[0][2] in ("Ибраев", "Ибраева")


def test_who_leaves_on_ones_own_application_in_kazakh():
    own = f"{PEC_KK}ның мүшесі Ибраев Әсет Нұрланұлы өз өтініші бойынша шығарылсын, оның орнына Ким Юлия сайлансын;"
    theirs = f"{PEC_KK}ның мүшесі Ибраев Әсет Нұрланұлының өтініші бойынша өкілеттігі тоқтатылсын;"
    assert [row[:3] for row in people(own, HEAD_KK)] == [("released", 5, "Ибраев"), ("elected", 5, "Ким")]
    assert [row[:3] for row in people(theirs, HEAD_KK)] == [("released", 5, "Ибраев")]


def test_a_ground_is_kept_without_the_name_in_it():
    text = f"{HEAD_RU}1. Вывести из состава {PEC} Ким Юлию Денисовну в связи с жалобой Жунусова Марата на опоздания;\n"
    (gone,) = read(text).statements
    assert gone.release_ground == "в связи с жалобой на опоздания"
    assert "Жунусова Марата" in gone.snippet  # the source line stays as printed


def test_where_the_case_leaves_it_open_the_issue_is_a_warning():
    for text, sure in (
        ("Вывести Ким Юлию по жалобе Ибраева Асета", False),
        ("Вывести Ким Юлию по жалобе Ибраевой А.", True),
    ):
        (found,) = find_bystanders(text, member_names(text))
        assert (found.reason, found.sure) == ("application", sure)
