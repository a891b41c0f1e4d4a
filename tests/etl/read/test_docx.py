from __future__ import annotations

import base64
import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.shared import Pt

from etl.read import read_document
from tests.etl.read.blocks import codes, furniture, outline, tables, texts
from tests.etl.read.docx_files import (
    NAMESPACES,
    RELATIONS,
    add_part,
    change_part,
    paragraph,
    read_body,
    read_word,
    to_bytes,
)

RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def test_headings_bold_and_running_text() -> None:
    word = docx.Document()
    word.add_heading("Шешім", 1)
    word.add_paragraph().add_run("Қосымша").bold = True
    mixed = word.add_paragraph("УИК ")
    mixed.add_run("№ 5").bold = True
    word.add_paragraph("   ")
    word.add_paragraph("Оспанова Сәния")
    document = read_word(word)
    assert [(p.text, p.kind, p.bold) for p in document.paragraphs()] == [
        ("Шешім", "heading", True),
        ("Қосымша", "text", True),
        ("УИК № 5", "text", False),
        ("Оспанова Сәния", "text", False),
    ]
    assert [p.locator.paragraph for p in document.paragraphs()] == [1, 2, 3, 4]


def test_a_switch_can_be_turned_off_again() -> None:
    on, off = "<w:b/><w:strike/>", "<w:b w:val='0'/><w:strike w:val='false'/>"
    document = read_body(paragraph("бар", run=on) + paragraph("жоқ", run=off))
    assert [(p.bold, p.struck) for p in document.paragraphs()] == [(True, ((0, 3),)), (False, ())]


def test_breaks_tabs_hyphens_and_symbols() -> None:
    document = read_body(
        "<w:p><w:r><w:t>а</w:t><w:br/><w:t>б</w:t><w:tab/><w:t>в</w:t><w:noBreakHyphen/><w:t>г</w:t><w:softHyphen/>"
        "<w:sym w:font='Times New Roman' w:char='2116'/><w:sym w:font='Symbol' w:char='F0B7'/><w:t> 5</w:t>"
        "<w:cr/><w:t>д </w:t></w:r></w:p>"
    )
    assert texts(document) == ["а\nб\tв\u2011г\u00ad№• 5\nд"]


def test_tracked_changes_show_the_new_text() -> None:
    document = read_body(
        "<w:p>" + RUN.format("Хатшы: ") + f"<w:del>{RUN.format('Ескі').replace('w:t', 'w:delText')}</w:del>"
        f"<w:ins>{RUN.format('Жаңа')}</w:ins><w:moveFrom>{RUN.format('кетті')}</w:moveFrom>"
        f"<w:moveTo>{RUN.format(' келді')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{RUN.format('бірге ')}</w:p><w:p>{RUN.format('қосылды')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>{RUN.format('жойылды')}</w:del></w:p><w:p>{RUN.format('соңы')}</w:p>"
    )
    assert texts(document) == ["Хатшы: Жаңа келді", "бірге қосылды", "соңы"]


def test_struck_and_hidden_runs() -> None:
    document = read_body(
        "<w:p>" + RUN.format("1) ") + "<w:r><w:rPr><w:strike/></w:rPr><w:t>Ли А.</w:t></w:r>"
        "<w:r><w:rPr><w:dstrike/></w:rPr><w:t> (мүше)</w:t></w:r>" + RUN.format(" Ким Б.")
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>жасырын</w:t></w:r></w:p>"
    )  # fmt: skip
    [found] = document.paragraphs()
    assert (found.text, found.struck) == ("1) Ли А. (мүше) Ким Б.", ((3, 15),))


def test_fields_show_their_result_and_links_their_text() -> None:
    field = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    document = read_body(
        "<w:p>" + field.format("begin") + "<w:r><w:instrText>PAGEREF 5</w:instrText></w:r>"
        "<w:r><w:t>код</w:t></w:r>" + field.format("separate") + RUN.format("нәтиже") + field.format("end")
        + f"<w:hyperlink>{RUN.format(' сілтеме')}</w:hyperlink>"
        f"<w:fldSimple w:instr='DATE'>{RUN.format(' 2024')}</w:fldSimple>"
        f"<w:smartTag>{RUN.format(' белгі')}</w:smartTag></w:p>"
    )  # fmt: skip
    assert texts(document) == ["нәтиже сілтеме 2024 белгі"]


def test_content_controls_around_and_inside_paragraphs() -> None:
    document = read_body(
        f"<w:sdt><w:sdtPr><w:alias w:val='жоқ'/></w:sdtPr><w:sdtContent>{paragraph('блок')}</w:sdtContent></w:sdt>"
        f"<w:p><w:sdt><w:sdtContent>{RUN.format('жолда')}</w:sdtContent></w:sdt></w:p>"
        f"<w:customXml>{paragraph('өз')}</w:customXml>"
    )
    assert texts(document) == ["блок", "жолда", "өз"]


def test_a_text_box_is_read_once_after_its_anchor() -> None:
    box = f"<w:txbxContent>{paragraph('Қосымша')}{paragraph('№ 5 шешімге')}</w:txbxContent>"
    document = read_body(
        "<w:p>" + RUN.format("Тірек") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    )
    assert texts(document) == ["Тірек", "Қосымша", "№ 5 шешімге", "Қосымша", "№ 5 шешімге"]
    assert [p.locator.paragraph for p in document.paragraphs()] == [1, 2, 3, 4, 5]


def test_headers_and_footers_are_furniture() -> None:
    word = docx.Document()
    word.add_paragraph("Мәтін")
    word.sections[0].header.paragraphs[0].text = "Мәслихат"
    word.sections[0].footer.paragraphs[0].text = "1-бет"
    document = read_word(word)
    assert outline(document.blocks) == ["Мәслихат", "Мәтін", "1-бет"]
    assert furniture(document) == ["Мәслихат", "1-бет"]


def test_footnotes_follow_the_text_with_their_number() -> None:
    word = docx.Document()
    word.element.body.insert(
        0, parse_xml(f"<w:p {NAMESPACES}>{RUN.format('Ким А.')}<w:r><w:footnoteReference w:id='7'/></w:r></w:p>")
    )
    notes = (
        f"<w:footnotes {NAMESPACES}><w:footnote w:type='separator' w:id='-1'>{paragraph('бөлгіш')}</w:footnote>"
        f"<w:footnote w:id='7'>{paragraph('уақытша')}</w:footnote></w:footnotes>"
    )
    data = add_part(to_bytes(word), "footnotes", "footnotes.xml", notes)
    document = read_document("a.docx", data)
    assert [(p.text, p.marker) for p in document.paragraphs()] == [("Ким А.", None), ("уақытша", "[1]")]


def test_a_document_that_is_one_embedded_web_page() -> None:
    word = docx.Document()
    chunk = f"<w:altChunk {NAMESPACES} xmlns:r='{RELATIONS}' r:id='rId99'/>"
    word.element.body.insert(0, parse_xml(chunk))
    data = add_part(to_bytes(word), "aFChunk", "page.html", "<p>Оспанова Сәния</p>")
    assert texts(read_document("a.docx", data)) == ["Оспанова Сәния"]


def test_an_embedded_document_beside_text_is_an_issue() -> None:
    word = docx.Document()
    word.add_paragraph("мәтін")
    word.element.body.insert(0, parse_xml(f"<w:altChunk {NAMESPACES} xmlns:r='{RELATIONS}' r:id='rId99'/>"))
    data = add_part(to_bytes(word), "aFChunk", "page.html", "<p>Оспанова Сәния</p>")
    assert codes(read_document("a.docx", data)) == ["embedded_part"]


def test_pictures_are_said_to_be_unread() -> None:
    word = docx.Document()
    word.add_paragraph("мәтін")
    pixel = io.BytesIO(base64.b64decode(b"R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="))
    word.add_picture(pixel)
    assert codes(read_word(word)) == ["pictures_not_read"]


def test_the_strict_variety_of_the_format() -> None:
    word = docx.Document()
    word.add_paragraph("мәтін")
    old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    new = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = change_part(to_bytes(word), "word/document.xml", lambda part: part.replace(old, new))
    assert texts(read_document("a.docx", data)) == ["мәтін"]


def test_title_of_the_file() -> None:
    word = docx.Document()
    word.core_properties.title = " Шешім  жобасы "
    word.add_paragraph("а")
    assert read_word(word).title == "Шешім жобасы"


def test_a_style_gives_bold_and_heading_to_styles_based_on_it() -> None:
    word = docx.Document()
    base = word.styles.add_style("Негіз", 1)
    base.font.bold = True
    base.font.size = Pt(12)
    child = word.styles.add_style("Бала", 1)
    child.base_style = base
    word.add_paragraph("мұра", style="Бала")
    heading = word.styles.add_style("Тарау", 1)
    heading.base_style = word.styles["Heading 2"]
    word.add_paragraph("тақырып", style="Тарау")
    assert [(p.kind, p.bold) for p in read_word(word).paragraphs()] == [("text", True), ("heading", True)]


def test_a_circle_of_styles_does_not_hang() -> None:
    word = docx.Document()
    first, second = word.styles.add_style("A1", 1), word.styles.add_style("B1", 1)
    first.base_style, second.base_style = second, first
    word.add_paragraph("а", style="A1")
    assert texts(read_word(word)) == ["а"]


def test_a_document_without_helping_parts_is_read() -> None:
    word = docx.Document()
    word.add_paragraph("мәтін")
    data = change_part(to_bytes(word), "word/styles.xml", lambda _: b"<broken")
    assert texts(read_document("a.docx", data)) == ["мәтін"]


@pytest.mark.parametrize(
    "change", [lambda _: b"<w:document", lambda part: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + part, lambda _: b"<x/>"]
)
def test_a_broken_main_part_is_an_issue(change: object) -> None:
    word = docx.Document()
    word.add_paragraph("мәтін")
    data = change_part(to_bytes(word), "word/document.xml", change)  # type: ignore[arg-type]
    assert codes(read_document("a.docx", data)) == ["unreadable_document"]


def test_an_empty_document_is_an_issue() -> None:
    document = read_word(docx.Document())
    assert (codes(document), document.blocks) == (["empty_document"], ())


def test_tables_and_paragraphs_in_order() -> None:
    word = docx.Document()
    word.add_paragraph("алды")
    word.add_table(1, 2).cell(0, 0).text = "ұяшық"
    word.add_paragraph("соңы")
    document = read_word(word)
    assert outline(document.blocks) == ["алды", "#1", "соңы"]
    assert tables(document)[0].width == 2
