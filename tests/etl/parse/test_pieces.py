from etl.parse.line import Line
from etl.parse.pieces import cut_pieces


def cut(text):
    return [(piece.text, piece.bracketed) for piece in cut_pieces(text, 0, len(text))]


def test_commas_inside_quotes_do_not_cut():
    assert cut("– председатель, КГУ «Школа, лицей», учитель") == [
        ("председатель", False),
        ("КГУ «Школа, лицей»", False),
        ("учитель", False),
    ]


def test_one_closing_quote_ends_nested_quotes():
    assert cut("ГККП «Ясли-сад «Балбөбек», няня") == [("ГККП «Ясли-сад «Балбөбек»", False), ("няня", False)]


def test_brackets_are_their_own_pieces():
    assert cut("(председатель, от партии «Ауыл») село") == [
        ("председатель", True),
        ("от партии «Ауыл»", True),
        ("село", False),
    ]


def test_hyphens_inside_words_do_not_cut():
    assert cut("педагог-психолог - учитель") == [("педагог-психолог", False), ("учитель", False)]


def test_a_line_quotes_the_print_and_means_the_repaired_text():
    printed = "Бес\u00adкара\u00a0 гай i Aбaй"
    line = Line.of(printed)
    assert line.text.startswith("Бескара гай")
    assert line.quote(0, len(line.text)) == "Бес\u00adкара гай i Aбaй"


def test_look_alikes_are_repaired_in_place():
    line = Line.of("Жaндос Санжаpұлы")
    assert line.text == "Жандос Санжарұлы"
    assert line.quote(0, 6) == "Жaндос"
