"""One key for one word of a name, whatever alphabet it is written in."""

import pytest

from etl.resolve.names import spell_key


@pytest.mark.parametrize(
    "spellings",
    [
        "Шыңғыс Шынгыс Shyńǵys Shyn'g'ys Shyngys Şyñğys Shynghys",
        "Жұмабек Джумабек Zhumabek Jumabek Dzhumabek Jūmabek",
        "Қайрат Кайрат Kairat Qairat Kayrat Qaırat",
        "Әлия Алия Aliya Aliia Äliya Álıa",
        "Ерлан Yerlan Erlan",
        "Дүйсенбаев Дюсенбаев Dyusenbayev",
        "Сейітов Сейтов Сеитов Seitov",
        "Нұрмағамбет Нурмаганбет Nurmagambet",
        "Қайролла Кайрулла Qaırolla",
        "Әбдірахман Абдрахман Абдурахман",
        "Бақыт Бахыт Baqyt Bakhyt",
        "Тілеубаева Тлеубаева Tleubayeva",
        "Жүнісов Жунусов",
        "Олег Оллег",
        "Өтеш Утеш",
        "Людмила Lyudmila Liudmila",
        "Александр Alexandr Aleksandr",
        "Нұрлан НҰРЛАН Нур\u00adлан Нyрлан",  # capitals, soft hyphen, a Latin y
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({spell_key(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize(
    "pair",
    [
        "Марат Мұрат",
        "Хасенов Касенов",
        "Әлия Ғалия",
        "Айгүл Айнұр",
        "Дана Дания",
        "Асыл Әсел",
        "Ержан Ерлан",
        "Гүлнар Гүлмира",
    ],
)
def test_names_that_differ_have_different_keys(pair: str) -> None:
    one, other = pair.split()
    assert spell_key(one) != spell_key(other)


def test_an_empty_word_has_an_empty_key() -> None:
    assert spell_key("") == "" == spell_key(" – ")
