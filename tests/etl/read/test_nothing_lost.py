"""Documents put together by chance: every word comes out once, in cells that do not overlap."""

from __future__ import annotations

import csv
import io
import random
import re
import zipfile

import pytest

from etl.read import read_document
from etl.records import Block, Document, Paragraph, Table
from tests.etl.read.docx_files import NAMESPACES

INLINE = ("b", "i", "font", "span", "a href=1", "del", "u", "strong")
BLOCKS = ("p", "div", "h1", "h3", "center", "blockquote", "ul", "ol", "pre", "section", "nav", "footer", "article") + (
    "form", "td", "tr", "li", "header", "fieldset", "dl", "table", "table",
)  # fmt: skip
CLASSES = ("", "", " class=menu", " id=content", " class=sidebar", " style=font-weight:bold")


class Page:
    """A page with numbered words, tags that are often left open, and tables in tables."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = 0
        self.html = self.make(5)

    def word(self) -> str:
        self.words += 1
        return f"w{self.words}x"

    def make(self, depth: int) -> str:
        return "".join(self.make_one(depth) for _ in range(self.chance.randint(1, 4)))

    def make_one(self, depth: int) -> str:
        kind = self.chance.random()
        if depth <= 0 or kind < 0.3:
            return self.word() + self.chance.choice((" ", "\n", "<br>", "&nbsp;", "<!-- c -->"))
        if kind < 0.5:
            tag = self.chance.choice(INLINE)
            return f"<{tag}>{self.make(depth - 1)}{self.close(tag.split()[0])}"
        tag = self.chance.choice(BLOCKS)
        if tag == "table":
            rows = "".join(self.make_row(depth - 2) for _ in range(self.chance.randint(1, 5)))
            return f"<table{self.chance.choice(('', ' border=1'))}>{rows}{self.close(tag)}"
        return f"<{tag}{self.chance.choice(CLASSES)}>{self.make(depth - 1)}{self.close(tag)}"

    def make_row(self, depth: int) -> str:
        cells = "".join(
            f"<{self.chance.choice(('td', 'td', 'th'))}{self.chance.choice(('', ' colspan=2', ' rowspan=2'))}>"
            f"{self.make(depth)}{self.close('td')}"
            for _ in range(self.chance.randint(1, 4))
        )
        stray = self.make(depth) if self.chance.random() < 0.1 else ""
        return f"{self.chance.choice(('<tr>', '<tr>', '<tr>', ''))}{cells}{self.close('tr')}{stray}"

    def close(self, tag: str) -> str:
        return f"</{tag}>" if self.chance.random() < 0.85 else ""


class Word:
    """A Word file with numbered words, tracked changes, text boxes, and tables in tables."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = 0
        self.deleted: set[str] = set()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            body = self.make(4, deleted=False)
            package.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        self.data = buffer.getvalue()

    def make(self, depth: int, *, deleted: bool) -> str:
        made = ""
        for _ in range(self.chance.randint(1, 4)):
            kind = self.chance.random()
            if kind < 0.75 or depth <= 0:
                mark = self.chance.choice(("",) * 8 + ("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",))
                runs = "".join(self.make_run(depth, deleted=deleted) for _ in range(self.chance.randint(0, 4)))
                made += f"<w:p>{mark}{runs}</w:p>"
            elif kind < 0.92:
                rows = "".join(self.make_row(depth - 1, deleted=deleted) for _ in range(self.chance.randint(1, 4)))
                made += f"<w:tbl>{rows}</w:tbl>"
            else:
                made += f"<w:sdt><w:sdtContent>{self.make(depth - 1, deleted=deleted)}</w:sdtContent></w:sdt>"
        return made

    def make_row(self, depth: int, *, deleted: bool) -> str:
        cells = ""
        for _ in range(self.chance.randint(1, 4)):
            merge = self.chance.choice(("", "", "", "<w:vMerge w:val='restart'/>"))
            span = f"<w:gridSpan w:val='{self.chance.choice((1, 1, 2))}'/>"
            cells += f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{self.make(depth, deleted=deleted)}</w:tc>"
        return f"<w:tr>{cells}</w:tr>"

    def make_run(self, depth: int, *, deleted: bool) -> str:
        kind = self.chance.random()
        if kind < 0.65:
            self.words += 1
            word = f"w{self.words}x"
            self.deleted |= {word} if deleted else set()
            return f"<w:r><w:rPr>{self.chance.choice(('', '<w:b/>', '<w:strike/>'))}</w:rPr><w:t>{word} </w:t></w:r>"
        if kind < 0.75:
            return f"<w:del>{self.make_run(depth, deleted=True)}</w:del>"
        if kind < 0.9 or depth <= 0:
            return f"<w:ins>{self.make_run(depth, deleted=deleted)}</w:ins>"
        box = self.make(depth - 1, deleted=deleted)
        return f"<w:r><w:pict><v:textbox><w:txbxContent>{box}</w:txbxContent></v:textbox></w:pict></w:r>"


def words_of(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return re.findall(r"w\d+x", block.text)
    words = re.findall(r"w\d+x", block.title or "")
    for row in block.rows:
        for cell in row.cells:
            inner = [word for one in cell.blocks for word in words_of(one)]
            words += inner if cell.blocks else re.findall(r"w\d+x", cell.text)
    return words


def tables_of(block: Block) -> list[Table]:
    if isinstance(block, Paragraph):
        return []
    inner = [one for row in block.rows for cell in row.cells for one in cell.blocks]
    return [block, *(table for one in inner for table in tables_of(one))]


def check(document: Document, expected: set[str]) -> None:
    words = [word for block in document.blocks for word in words_of(block)]
    assert sorted(words) == sorted(expected)
    tables = [table for block in document.blocks for table in tables_of(block)]
    assert len({table.locator.table for table in tables}) == len(tables)
    for table in tables:
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(table.rows):
            for cell in row.cells:
                places = {(number, cell.column + step) for step in range(cell.colspan)}
                assert not places & taken
                taken |= places
                assert cell.column + cell.colspan <= table.width


@pytest.mark.parametrize("start", range(0, 200, 20))
def test_web_pages(start: int) -> None:
    for seed in range(start, start + 20):
        page = Page(seed)
        document = read_document("a.html", f"<html><body>{page.html}</body></html>".encode())
        check(document, {f"w{number}x" for number in range(1, page.words + 1)})


@pytest.mark.parametrize("start", range(0, 100, 20))
def test_word_files(start: int) -> None:
    for seed in range(start, start + 20):
        word = Word(seed)
        document = read_document("a.docx", word.data)
        check(document, {f"w{number}x" for number in range(1, word.words + 1)} - word.deleted)


PIECES = ("Ким", "А.", "", ";", '"', "'", "№ 5", "а\nб", ",", "  ", "|", "\t", "«Ә»")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimited_tables(delimiter: str) -> None:
    for seed in range(100):
        chance = random.Random(seed)
        width = chance.randint(2, 6)
        rows = [
            ["".join(chance.choices(PIECES, k=2)) + chance.choice(("", "сөз", "12")) for _ in range(width)]
            for _ in range(chance.randint(4, 12))
        ]
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
        document = read_document("a.csv", text.getvalue().encode(chance.choice(("utf-8-sig", "utf-16"))))
        [table] = document.blocks
        assert isinstance(table, Table)
        expected = [[cell.strip() for cell in row if cell.strip()] for row in rows]
        assert [[cell.text for cell in row.cells] for row in table.rows] == [row for row in expected if row]
