"""Word files written part by part: python-docx needs minutes for tables of this size."""

from __future__ import annotations

from etl.demo.blocks import Block, Cell, Para, Table
from etl.demo.packing import escape_text, pack_parts

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>simulator</dc:creator>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created></cp:coreProperties>'
)
_FONT = "Times New Roman"
_STYLES = (
    f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    f'<w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:cs="{_FONT}"/><w:sz w:val="24"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style></w:styles>'
)
_ALIGN = {"title": "center", "centre": "center", "heading": "center", "right": "right"}
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)


def _runs(text: str, bold: bool) -> str:
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    pieces = []
    for number, line in enumerate(text.split("\n")):
        if number:
            pieces.append(f"<w:r>{properties}<w:br/></w:r>")
        for place, part in enumerate(line.split("\t")):
            if place:
                pieces.append("<w:r><w:tab/></w:r>")
            pieces.append(f'<w:r>{properties}<w:t xml:space="preserve">{escape_text(part)}</w:t></w:r>')
    return "".join(pieces)


def _paragraph(para: Para) -> str:
    align = _ALIGN.get(para.kind)
    properties = f'<w:pPr><w:jc w:val="{align}"/></w:pPr>' if align else ""
    return f"<w:p>{properties}{_runs(para.text, para.kind in ('title', 'heading'))}</w:p>"


def _cell(cell: Cell, width: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    properties = f'<w:tcW w:w="{width * cell.across}" w:type="dxa"/>{span}{merge}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{_runs(cell.text, False)}</w:p></w:tc>"


def _table(table: Table) -> str:
    columns = sum(cell.across for cell in table.rows[0])
    width = 9600 // columns
    borders = f"<w:tblBorders>{_RULES}</w:tblBorders>" if table.has_rules else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _ in range(columns))
    rows: list[str] = []
    open_spans = 0  # rows still covered by the merged first cell
    for row in table.rows:
        cells = []
        if open_spans:
            cells.append(_cell(Cell(""), width, "<w:vMerge/>"))
            open_spans -= 1
        for cell in row:
            merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
            if cell.down > 1:
                open_spans = cell.down - 1
            cells.append(_cell(cell, width, merge))
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    properties = f'<w:tblPr><w:tblW w:w="9600" w:type="dxa"/>{borders}</w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def render_docx(blocks: list[Block]) -> bytes:
    """Write blocks as a Word file."""
    body = "".join(_paragraph(block) if isinstance(block, Para) else _table(block) + "<w:p/>" for block in blocks)
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    document = f"{_XML}<w:document {_W}><w:body>{body}{page}</w:body></w:document>"
    return pack_parts(
        {
            "[Content_Types].xml": _XML + _TYPES,
            "_rels/.rels": _XML + _RELATIONS,
            "docProps/core.xml": _XML + _CORE,
            "word/_rels/document.xml.rels": _XML + _DOCUMENT_RELATIONS,
            "word/document.xml": document,
            "word/styles.xml": _XML + _STYLES,
        }
    )
