from __future__ import annotations

import pytest

from etl.normalise.alphabet import (
    clean_text,
    fold,
    force_cyrillic,
    is_garbled,
    language_of,
    latin_to_cyrillic,
    plain,
    repair_homoglyphs,
    repair_old_kazakh_font,
    repair_roman,
)


def test_clean_text_drops_the_invisible_and_keeps_lines() -> None:
    assert (
        clean_text("Остр\u00adовский\u00a0\u200b Вадим \r\n  учитель\u2028школа ") == "Островский Вадим\nучитель\nшкола"
    )
    assert clean_text("и\u0306") == "й"


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        ("шешiмiмен", "шешімімен"),
        ("бiр мүшелерi", "бір мүшелері"),
        ("Аcанову", "Асанову"),
        ("Ұзақoвa Бaғилa Еpжiгiтқызы", "Ұзақова Бағила Ержігітқызы"),
        ("IЗТIЛЕУОВ", "ІЗТІЛЕУОВ"),
        ("Omarқyzy", "Omarqyzy"),
        ("sheshіmіne", "sheshimine"),
        ("VІІ", "VII"),
        ("ə в слове мəслихат", "ə в слове мәслихат"),
        ("AMANAT", "AMANAT"),
        ("партия «Respublica»", "партия «Respublica»"),
        ("Nur Otan", "Nur Otan"),
        ("IT-отдел", "IT-отдел"),
        ("COVID және PCR", "COVID және PCR"),
        ("", ""),
    ],
)
def test_repair_homoglyphs(printed: str, repaired: str) -> None:
    assert repair_homoglyphs(printed) == repaired
    assert repair_homoglyphs(repaired) == repaired


def test_force_cyrillic_only_where_every_letter_has_a_twin() -> None:
    assert force_cyrillic("Acem") == "Acem"  # m has no Cyrillic twin
    assert force_cyrillic("Poxa") == "Роха"


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        ("м‰шелерi", "мүшелері"),
        ("жалпы саныныњ", "жалпы санының"),
        ("ќатысќан", "қатысқан"),
        ("Ќазаќстан Республикасыныѕ Ўлттыќ Банкі", "Қазақстан Республикасының Ұлттық Банкі"),
        ("сјйкес", "сәйкес"),
        ("ѓылыми", "ғылыми"),
        ("обычный текст №5 ± 3", "обычный текст №5 ± 3"),
        ("мүшелері", "мүшелері"),
    ],
)
def test_repair_old_kazakh_font(printed: str, repaired: str) -> None:
    assert repair_old_kazakh_font(printed) == repaired


@pytest.mark.parametrize(
    ("printed", "repaired"),
    [
        ("№ 1-6/VІІ", "№ 1-6/VII"),
        ("кезектен тыс ХХҮІ сессия", "кезектен тыс XXVI сессия"),
        ("ҮІІ шақырылған", "VII шақырылған"),
        ("54-VІII", "54-VIII"),
        ("N С-10/1", "N С-10/1"),
        ("С-26/3", "С-26/3"),
        ("сессия XXI", "сессия XXI"),
        ("Хан Үміт", "Хан Үміт"),
    ],
)
def test_repair_roman(printed: str, repaired: str) -> None:
    assert repair_roman(printed) == repaired


def test_fold_makes_one_key_of_many_prints() -> None:
    assert fold("Партия  «Ақ жол» – ФИЛИАЛЫ") == fold('партия "Ақ жол" - филиалы')
    assert fold("Семёнова") == fold("СЕМЕНОВА")
    assert fold("мүшелерi") == fold("мүшелері")


def test_plain_gives_the_russian_neighbours() -> None:
    assert plain("Қажымұқан Сәния Өтеғали Һашім Іңкәр") == "Кажымукан Сания Отегали Хашим Инкар"


def test_latin_to_cyrillic_reads_both_latin_alphabets() -> None:
    assert latin_to_cyrillic("Serikqyzy") == "серикқызы"
    assert latin_to_cyrillic("Shaımerden") == "шаымерден"
    assert latin_to_cyrillic("Ġ") == "ġ"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Об избрании членов участковых избирательных комиссий", "ru"),
        ("Учаскелік сайлау комиссияларының мүшелерін сайлау туралы", "kk"),
        ("аудандык маслихатынын шешими туралы", "kk"),
        ("Ахметов Марат Серикович", "unknown"),
        ("Қажымұқан Ерлан", "kk"),
        ("12.05.2024 № 5", "unknown"),
        ("", "unknown"),
        (
            "Об избрании членов избирательной комиссии\nУчаскелік сайлау комиссиясының мүшелерін сайлау туралы",
            "mixed",
        ),
        ("Избрать членом комиссии Жүнісову Айгүл Серікқызы, учителя школы имени Қажымұқана", "ru"),
    ],
)
def test_language_of(text: str, language: str) -> None:
    assert language_of(text) == language


def test_is_garbled() -> None:
    assert is_garbled("Сsйт") and is_garbled("Крпвнг") and is_garbled("Ааааев")
    assert not is_garbled("Ахметов") and not is_garbled("AMANAT") and not is_garbled("СШ")
