"""Titles announce what an act does; its points do it."""

import pytest
from reading import HEAD_KK, HEAD_RU, brief, codes, read

PEC = "участковой избирательной комиссии № 5"


@pytest.mark.parametrize(
    "title",
    [
        f"О включении Сидоровой Галины Петровны в состав {PEC}",
        f"Об избрании Сидоровой Галины Петровны в состав {PEC}",
        f"О внесении изменений в решение от 5 мая 2021 года № 12-3 «О включении Сидоровой Галины Петровны в состав {PEC}»",
    ],
)
def test_a_title_elects_nobody(title):
    parsed = read(f"{HEAD_RU}{title}\nМаслихат РЕШИЛ:\n1. Избрать в состав {PEC} Ким Юлию Денисовну.\n")
    assert [brief(s)[:4] for s in parsed.statements] == [("elected", 5, "Ким", "Юлия")]
    assert "title_only" not in codes(parsed)


def test_the_commission_of_a_title_is_that_of_the_points():
    title = f"Об освобождении от обязанностей члена {PEC} Сидоровой Галины Петровны"
    parsed = read(f"{HEAD_RU}{title}\nМаслихат РЕШИЛ:\n1. Освободить Сидорову Галину Петровну от обязанностей.\n")
    assert [brief(s)[:4] for s in parsed.statements] == [("released", 5, "Сидорова", "Галина")]


def test_a_kazakh_title_elects_nobody():
    commission = "№ 5 учаскелік сайлау комиссиясының құрамына"
    parsed = read(
        f"{HEAD_KK}Сидорова Ғалина Әділқызын {commission} енгізу туралы\nмәслихат ШЕШТІ:\n"
        f"1. {commission} Ким Юлия Денисқызы енгізілсін.\n"
    )
    assert [brief(s)[:4] for s in parsed.statements] == [("elected", 5, "Ким", "Юлия")]


def test_an_act_of_a_title_alone_is_an_issue():
    parsed = read(f"{HEAD_RU}О включении Сидоровой Галины Петровны в состав {PEC}\n")
    assert parsed.statements == ()
    assert "title_only" in codes(parsed)


def test_people_in_a_point_without_any_commission_are_an_issue():
    parsed = read(
        f"{HEAD_RU}О внесении изменений в составы участковых избирательных комиссий\nМаслихат РЕШИЛ:\n1. Вывести из состава Сидорову Галину Петровну.\n"
    )
    assert parsed.statements == ()
    assert "no_commission" in codes(parsed)
