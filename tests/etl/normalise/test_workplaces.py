from __future__ import annotations

from pathlib import Path

import pytest

from etl.normalise.workplaces import classify_segments, split_segments, split_workplace
from models.reference import load_pack

PACK = load_pack()
TABLE = Path(__file__).parents[2] / "fixtures" / "workplace_phrases.psv"
LINES = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:] if line and line[0] != "#"]


@pytest.mark.parametrize(("printed", "employer", "job"), LINES)
def test_employer_and_job_of_one_phrase(printed: str, employer: str, job: str) -> None:
    found = split_workplace(printed, PACK)
    assert (found.employer_as_printed or "", found.job_title or "") == (employer, job)


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("пенсионерка", "pensioner"),
        ("үй шаруасында", "unemployed"),
        ("жеке кәсіпкер", "self_employed"),
        ("студент", "student"),
    ],
)
def test_status_stands_in_place_of_an_employer(printed: str, status: str) -> None:
    found = split_workplace(printed, PACK)
    assert (found.employer_as_printed, found.job_title, found.status) == (printed, None, status)


def test_employer_keeps_its_print_with_latin_letters_and_the_job_is_repaired() -> None:
    found = split_workplace("«Көктерек жалпы бiлiм беретiн мектебi» КММ кiтапханашысы", PACK)
    assert found.employer_as_printed == "«Көктерек жалпы бiлiм беретiн мектебi» КММ"
    assert found.job_title == "кітапханашы"


def test_party_office_is_an_employer_with_a_job() -> None:
    found = split_workplace("«AMANAT» партиясының Теректі аудандық филиалы бас маманы", PACK)
    assert found.employer_as_printed == "«AMANAT» партиясының Теректі аудандық филиалы"
    assert found.job_title == "бас маман"
    found = split_workplace("юрист Теректинского районного филиала партии «AMANAT»", PACK)
    assert (found.employer_as_printed, found.job_title) == ("Теректинского районного филиала партии «AMANAT»", "юрист")


def test_nothing_printed_is_nothing_found() -> None:
    for printed in ("", " ", "—", "-"):
        found = split_workplace(printed, PACK)
        assert (found.employer_as_printed, found.job_title, found.status) == (None, None, None)


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("учитель, КГУ «СШ № 5», ОСДП", ["учитель", "КГУ «СШ № 5»", "ОСДП"]),
        ("ГККП «Ясли-сад «Айгөлек», воспитатель", ["ГККП «Ясли-сад «Айгөлек»", "воспитатель"]),
        ("ГККП «Дом, где тепло», методист", ["ГККП «Дом, где тепло»", "методист"]),
        ("КГУ «Отдел «Культура, спорт» района», инспектор", ["КГУ «Отдел «Культура, спорт» района»", "инспектор"]),
        ('ГККП "Детский сад "Айгөлек", воспитатель', ['ГККП "Детский сад "Айгөлек"', "воспитатель"]),
        ('ОО "Союз, братство", юрист', ['ОО "Союз, братство"', "юрист"]),
        ("Сапарова Динара (секретарь, 1980 г.р.), учитель;", ["Сапарова Динара (секретарь, 1980 г.р.)", "учитель"]),
        ("(незакрытая скобка, учитель", ["(незакрытая скобка", "учитель"]),
        ("«незакрытая кавычка, учитель, пенсионер", ["«незакрытая кавычка", "учитель", "пенсионер"]),
        ("стаж 2,5 года, учитель", ["стаж 2,5 года", "учитель"]),
        (" ; , учитель ,, ", ["учитель"]),
        ("", []),
    ],
)
def test_line_is_cut_outside_quotes_and_brackets(line: str, pieces: list[str]) -> None:
    assert split_segments(line) == pieces


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        (
            "комиссия төрағасы, «Көктем» бөбекжай-бақшасы МКҚК мейіргері, «Ауыл» партиясының аудандық филиалы ұсынған",
            "role workplace nominator",
        ),
        (
            "1985 г.р., образование высшее, учитель, КГУ «СШ № 4», заместитель директора, выдвинут ОО «Мейірім»",
            "birth education profession employer job nominator",
        ),
        (
            "комиссия мүшесі, 1965 жылы туған, білімі жоғары, заңгер, «Заң» ЖШС, заңгер; ұсынған: ЖСДП",
            "role birth education profession employer job nominator",
        ),
        ("учителя математики КГУ «Детский сад «Айгөлек», выдвинутую ОФ «Мейірім»", "workplace nominator"),
        ("председатель, пенсионер, от партии «AMANAT»", "role status nominator"),
        ("секретарь, ГККП «Ясли-сад «Айгөлек», воспитатель, НДПП «Ауыл»", "role employer job nominator"),
        ("Теректинский районный филиал партии «AMANAT», выдвинута ОО «Мейірім»", "employer nominator"),
        ("ул. Абая, 5, мұғалім", "address unknown job"),
    ],
)
def test_pieces_of_a_line_are_told_apart(line: str, kinds: str) -> None:
    found = classify_segments(split_segments(line), PACK)
    assert " ".join(segment.kind for segment in found) == kinds
    assert all((segment.score > 0) == (segment.kind != "unknown") for segment in found)
