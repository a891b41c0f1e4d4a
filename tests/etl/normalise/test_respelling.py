from __future__ import annotations

import pytest

from etl.normalise.employers import code_employer
from etl.normalise.nominators import code_nominator
from etl.normalise.respelling import build_vocabulary, read_digits, respell
from models.reference import load_pack

PACK = load_pack()
WORDS = build_vocabulary(["школ{а,ы}", "бөлім*", "білім*", "комисси*", "избирательн*", "отдел"])


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("шкопа", "школа"),
        ("избиратепьной комнссией", "избирательнои комиссиеи"),
        ("избирательнаякомиссия", "избирательная комиссия"),
        ("бел1мі", "болими"),  # е stands for ө more often than for і
        ("школа комиссия отдел", "школа комиссия отдел"),
        ("Шалқар", "Шалқар"),
        ("село", "село"),
    ],
)
def test_word_becomes_the_one_it_is_near(garbled: str, meant: str) -> None:
    assert respell(garbled, WORDS) == meant


def test_text_without_garbled_words_is_returned_as_printed() -> None:
    printed = "Избирательная Комиссия № 5 «Родник»"
    assert respell(printed, WORDS) == printed


def test_names_are_left_alone_where_they_are_asked_for() -> None:
    assert respell("КГУ «Шкопа»", WORDS, keep_names=True) == "КГУ «Шкопа»"
    assert respell("Шкопа", WORDS, keep_names=True) == "Шкопа"
    assert respell("шкопа № 5", WORDS, keep_names=True) == "школа № 5"


def test_digits_inside_a_word_are_read_as_letters() -> None:
    assert read_digits("бирл1к") == "бирлик"
    assert read_digits("сш 10") == "сш 10"


@pytest.mark.parametrize(
    ("printed", "kind", "party_id"),
    [
        ("районныйфилиал партии «AMANAT»", "party", "amanat"),
        ("Политической партии «Бірл1к»", "party", "adal"),
        ("Жалпыулттык социал-демократиялык партиясыньщ филиалы", "party", "osdp"),
        ("Демократической партии Казахстана «Ак жоп»", "party", "akzhol"),
        ("областным филиалом Народпой партии Казахстана", "party", "npk"),
        ("«Кезрибіса» партиясының филиалы", "party", "respublica"),
        ("партия «Кереке»", "party", None),
        ("профоюзом работников культуры", "association", None),
        ("избиратепьной комиссией", "higher_commission", None),
        ("трудовой коплектив КГУ «СШ № 5»", "workplace_collective", None),
    ],
)
def test_nominator_out_of_recognised_text(printed: str, kind: str, party_id: str | None) -> None:
    coded = code_nominator(printed, PACK)
    assert (coded.kind, coded.party_id) == (kind, party_id)


@pytest.mark.parametrize(
    ("printed", "sector"),
    [
        ("КГУ «Общеобразовательная шкопа № 5»", "education"),
        ("«Теректі ауылдык округі әк1мінін аппараты» ММ", "local_executive"),
        ("КГП на ПХВ «Районная б0льница»", "health"),
        ("«Аудандык мэдениет уйі» МКҚК", "culture_sport"),
        ("временно не раб0тает", "unemployed"),
    ],
)
def test_employer_out_of_recognised_text_is_less_certain(printed: str, sector: str) -> None:
    coded = code_employer(printed, PACK)
    assert coded.sector == sector
    assert coded.printed == printed
    assert coded.confidence < 0.9


def test_own_names_of_bodies_are_not_respelt() -> None:
    for printed in ("КГУ «Родник»", "Шкода", "ТОО «Шкода»", "Национальная академия наук"):
        assert code_employer(printed, PACK).sector == "unknown"
