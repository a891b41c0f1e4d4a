"""Workbooks written part by part, so that the same sheets give the same bytes."""

from __future__ import annotations

from etl.demo.blocks import Sheet
from etl.demo.packing import escape_text, pack_parts

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def _column(number: int) -> str:
    return chr(64 + number)


def _cell(row: int, column: int, value: str | int | None) -> str:
    if value is None or value == "":
        return ""
    place = f"{_column(column)}{row}"
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape_text(value)}</t></is></c>'


def _sheet(sheet: Sheet) -> str:
    rows = []
    for number, values in enumerate(sheet.rows, 1):
        cells = "".join(_cell(number, column, value) for column, value in enumerate(values, 1))
        if cells:
            rows.append(f'<row r="{number}">{cells}</row>')
    widths = "".join(f'<col min="{i}" max="{i}" width="{w}" customWidth="1"/>' for i, w in enumerate(sheet.widths, 1))
    columns = f"<cols>{widths}</cols>" if widths else ""
    merged = "".join(
        f'<mergeCell ref="{_column(first)}{row}:{_column(last)}{row}"/>' for row, first, last in sheet.merged
    )
    merges = f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>' if merged else ""
    return f'{_XML}<worksheet xmlns="{_MAIN}">{columns}<sheetData>{"".join(rows)}</sheetData>{merges}</worksheet>'


def render_xlsx(sheets: list[Sheet]) -> bytes:
    """Write sheets as a workbook.

    Args:
        sheets: at least one; a title longer than a sheet's name may be is cut
    """
    numbers = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{overrides}</Types>'
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    links += f'<Relationship Id="rId{len(sheets) + 1}" Type="{_REL}/styles" Target="styles.xml"/>'
    names = "".join(
        f'<sheet name="{escape_text(s.title[:31])}" sheetId="{n}" r:id="rId{n}"/>' for n, s in enumerate(sheets, 1)
    )
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    root = f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "[Content_Types].xml": _XML + types,
        "_rels/.rels": f'{_XML}<Relationships xmlns="{relations}">{root}</Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{names}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{relations}">{links}</Relationships>',
        "xl/styles.xml": _XML + _STYLES,
    }
    for number, sheet in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _sheet(sheet)
    return pack_parts(parts)
