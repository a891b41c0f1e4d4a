from __future__ import annotations

from etl.records import Paragraph
from tests.etl.read.blocks import codes, content, outline, read_page, tables, texts


def paragraphs(html: str) -> list[Paragraph]:
    return list(read_page(html).paragraphs())


def test_blocks_follow_the_order_of_reading_and_are_numbered_from_one() -> None:
    document = read_page("<h1>Шешім</h1><p>Бірінші</p><div>Екінші<p>Үшінші</p>Төртінші</div>")
    assert texts(document) == ["Шешім", "Бірінші", "Екінші", "Үшінші", "Төртінші"]
    assert [p.locator.paragraph for p in document.paragraphs()] == [1, 2, 3, 4, 5]
    assert [p.kind for p in document.paragraphs()] == ["heading", "text", "text", "text", "text"]


def test_white_space_is_one_space_but_nbsp_and_soft_hyphens_stay() -> None:
    [paragraph] = paragraphs("<p>\n  №&nbsp;7   Қосты\n\tнай&shy;ский &laquo;Ақ жол&raquo; &#1178;  </p>")
    assert paragraph.text == "№\u00a07 Қосты най\u00adский «Ақ жол» Қ"


def test_white_space_between_inline_elements_is_kept_once() -> None:
    [paragraph] = paragraphs("<p><b>Оспанова </b> <i>Сәния</i><span>ның</span></p>")
    assert paragraph.text == "Оспанова Сәнияның"


def test_a_line_break_is_a_newline_and_a_blank_line_ends_the_paragraph() -> None:
    document = read_page("<p>бірінші<br>екінші <br/> үшінші<br><br>төртінші<br>&nbsp;<br>бесінші</p>")
    assert texts(document) == ["бірінші\nекінші\nүшінші", "төртінші", "бесінші"]


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    assert texts(read_page("<pre>Төраға     А. Оспан\nХатшы      Б. Серік\n\nСоңы</pre>")) == [
        "Төраға     А. Оспан\nХатшы      Б. Серік",
        "Соңы",
    ]


def test_wholly_bold_paragraphs_are_marked_however_it_is_said() -> None:
    found = paragraphs(
        "<style>.h{font-weight:bold} @media print {.n{font-weight:bold}}</style><p><b>УИК</b> <strong>№ 5</strong></p>"
        "<p><b>УИК</b> № 5</p><p style='font-weight:700'>УИК</p><p class=h>УИК</p><p class=n>УИК</p>"
        "<p><b>А<span style='font-weight:normal'>б</span></b></p><h2>УИК</h2>"
    )
    assert [p.bold for p in found] == [True, False, True, True, False, False, False]


def test_struck_text_is_kept_and_its_place_is_told() -> None:
    found = paragraphs(
        "<style>.old{text-decoration: line-through}</style>"
        "<p>1) <del>Ахметова А.А.</del> Серікова Б.Б.</p><p><s>бәрі</s></p><p>а <strike>б</strike> <s>в</s> г</p>"
        "<p>д <span class=old>е</span></p><p>ж<u style='text-decoration:underline'>з</u></p>"
    )
    struck = [[p.text[start:end] for start, end in p.struck] for p in found]
    assert struck == [["Ахметова А.А."], ["бәрі"], ["б в"], ["е"], []]


def test_automatic_numbers_of_lists() -> None:
    document = read_page(
        "<ol start=3><li>үш<li value=10>он<li>он бір</ol><ol type=a><li>а</ol><ol type=I start=4><li>төрт</ol>"
        "<ol reversed><li>екі<li>бір</ol><ul><li>нүкте</ul><ul style='list-style:none'><li>жоқ</ul>"
    )
    assert [(p.kind, p.marker) for p in document.paragraphs()] == [
        ("item", "3."), ("item", "10."), ("item", "11."), ("item", "a."), ("item", "IV."),
        ("item", "2."), ("item", "1."), ("item", "•"), ("item", None),
    ]  # fmt: skip


def test_nested_lists_go_on_counting_and_a_second_paragraph_has_no_marker() -> None:
    document = read_page("<ol><li><p>бір</p><p>жалғасы</p><ul><li>ішкі</ul><li>екі<br><br>тағы</ol><p>соңы</p>")
    assert [(p.text, p.kind, p.marker) for p in document.paragraphs()] == [
        ("бір", "item", "1."),
        ("жалғасы", "item", None),
        ("ішкі", "item", "•"),
        ("екі", "item", "2."),
        ("тағы", "item", None),
        ("соңы", "text", None),
    ]


def test_definition_lists_are_paragraphs() -> None:
    assert texts(read_page("<dl><dt>Төраға<dd>Оспанова С.<dt>Хатшы<dd>Ким А.</dl>")) == [
        "Төраға",
        "Оспанова С.",
        "Хатшы",
        "Ким А.",
    ]


def test_scripts_styles_and_form_fields_are_not_text() -> None:
    html = (
        "<title>Тақырып</title><script>var a='мүше'</script><style>p{}</style><noscript>жоқ</noscript>"
        "<p>бар</p><textarea>өріс</textarea><select><option>таңдау</option></select><!-- түсініктеме --> соңы"
    )
    document = read_page(html)
    assert texts(document) == ["бар", "соңы"]
    assert document.title == "Тақырып"


def test_text_around_comments_is_not_lost() -> None:
    assert texts(read_page("<p>а<!-- x -->б<?php echo 1 ?>в</p>")) == ["абв"]


def test_hidden_text_is_left_out_and_said() -> None:
    hidden = "Жасырын мәтін " * 5
    document = read_page(f"<p>бар</p><div style='display: none'>{hidden}</div><p hidden>және</p>")
    assert texts(document) == ["бар"]
    assert codes(document) == ["hidden_text"]


def test_closed_accordions_are_content() -> None:
    html = "<h3>УИК № 5</h3><div class='accordion-body' style='display:none'><p>Оспанова Сәния – төраға</p></div>"
    assert texts(read_page(html)) == ["УИК № 5", "Оспанова Сәния – төраға"]


def test_old_markup_with_capitals_fonts_and_unclosed_paragraphs() -> None:
    html = (
        "<HTML><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=4><B>РЕШЕНИЕ</B></FONT></CENTER>"
        "<P ALIGN=justify><FONT FACE=Arial>1. Избрать:<P>Оспанову С.К.<BR>Кима А.В.</FONT></BODY></HTML>"
    )
    document = read_page(html)
    assert texts(document) == ["РЕШЕНИЕ", "1. Избрать:", "Оспанову С.К.\nКима А.В."]
    assert [p.bold for p in document.paragraphs()] == [True, False, False]


def test_fonts_that_are_never_closed_lose_nothing() -> None:
    lines = [f"жол {number}" for number in range(5000)]
    document = read_page("<body>" + "".join(f"<font size=2><p>{line}" for line in lines))
    assert texts(document) == lines


def test_numbers_of_lists_saved_by_word() -> None:
    html = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><body><!--[if gte mso 9]><xml>жоқ</xml><![endif]-->"
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
        "1)<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>Оспанова Сәния<o:p></o:p></p>"
        "<p><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Ким</p></body></html>"
    )
    assert [(p.text, p.kind, p.marker) for p in read_page(html).paragraphs()] == [
        ("Оспанова Сәния", "item", "1)"),
        ("Ким", "item", "•"),
    ]


def test_web_archive() -> None:
    archive = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=XX\r\n\r\n--XX\r\n"
        b"Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<p>=D0=E5=F8=E5=ED=E8=E5</p>\r\n--XX\r\nContent-Type: image/png\r\n\r\nxx\r\n--XX--\r\n"
    )
    document = read_page(archive, "page.mht")
    assert (document.format, texts(document)) == ("html", ["Решение"])


def test_a_table_stands_between_the_paragraphs_around_it() -> None:
    html = "<p>а</p><table><tr><th>№</th><th>ФИО</th></tr><tr><td>1</td><td>Ким А.</td></tr></table><p>б</p>"
    assert outline(read_page(html).blocks) == ["а", "#1", "б"]


def test_cells_of_a_table_do_not_count_as_paragraphs_of_the_page() -> None:
    html = "<p>а</p><table><tr><th>№<th>ФИО<tr><td>1<td><p>Ким<p>А.</table><p>б</p>"
    document = read_page(html)
    assert [p.locator.to_json() for p in document.paragraphs()] == ['{"paragraph": 1}', '{"paragraph": 2}']
    [table] = tables(document)
    inner = table.rows[1].cells[1].blocks[1]
    assert inner.locator.to_json() == '{"paragraph": 2, "table": 1, "row": 2, "cell": 2}'


def test_text_of_an_empty_or_broken_page_is_an_issue() -> None:
    assert codes(read_page("<html><body></body></html>")) == ["empty_document"]
    assert content(read_page("<p>бар <<< <b>емес</p></div></td>соңы")) == ["бар <<< емес", "соңы"]
