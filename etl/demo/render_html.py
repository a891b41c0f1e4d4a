"""Web pages: the act in the page of a law base, a news page, an old table layout, or a commission's site."""

from __future__ import annotations

from html import escape

from etl.demo.blocks import Block, Para, Table
from etl.demo.data import DemoData

_CENTRED = {"title": "center", "centre": "center", "heading": "center", "right": "right"}
_STYLE = "table.doc{border-collapse:collapse}.t,.c{text-align:center}.r{text-align:right}"


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _paragraph(para: Para, page: str) -> str:
    text = (
        _text(para.text)
        .replace("\t", " &nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ")
        .replace(" " * 20, " &nbsp;&nbsp;&nbsp;&nbsp; ")
    )
    if page == "old":
        bold = ("<B>", "</B>") if para.kind in ("title", "heading") else ("", "")
        align = _CENTRED.get(para.kind, "justify")
        return f'<P align={align}><FONT face="Times New Roman" size=3>{bold[0]}{text}{bold[1]}</FONT></P>'
    if para.kind == "title":
        return f'<p class="t"><b>{text}</b></p>'
    if para.kind == "heading":
        return f"<h3>{text}</h3>" if page == "law" else f"<p><strong>{text}</strong></p>"
    if para.kind in ("centre", "right"):
        return f'<p class="{para.kind[0]}">{text}</p>'
    return f"<p>{text}</p>"


def _table(table: Table) -> str:
    rows = []
    for row in table.rows:
        cells = []
        for cell in row:
            across = f' colspan="{cell.across}"' if cell.across > 1 else ""
            down = f' rowspan="{cell.down}"' if cell.down > 1 else ""
            cells.append(f"<td{across}{down}>{_text(cell.text)}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table class="doc" border="{int(table.has_rules)}">{"".join(rows)}</table>'


def _body(blocks: list[Block], page: str) -> str:
    pieces: list[str] = []
    items: list[str] = []

    def flush() -> None:
        if items:
            pieces.append("<ol>" + "".join(f"<li>{_text(item)}</li>" for item in items) + "</ol>")
            items.clear()

    for block in blocks:
        if isinstance(block, Para) and block.kind == "item" and page != "old":
            items.append(block.text)
            continue
        flush()
        pieces.append(_paragraph(block, page) if isinstance(block, Para) else _table(block))
    flush()
    return "\n".join(pieces)


def render_html(data: DemoData, blocks: list[Block], page: str, language: str, title: str) -> bytes:
    """Write blocks as a web page.

    Args:
        data: words of menus and the like
        blocks: the act
        page: law, news, old (nested tables, windows-1251 without a declaration; no Kazakh letters) or site
        language: kk, ru or mixed
        title: the title of the page
    """
    tongue = "ru" if language == "ru" else "kk"
    words = {key.partition(".")[2]: data.say(key, tongue) for key in data.texts if key.startswith("page.")}
    body = _body(blocks, page)
    if page == "old":
        return _wrap_old(body, title, words).encode("cp1251")
    wrap = {"law": _wrap_law, "news": _wrap_news, "site": _wrap_site}[page]
    head = f'<head><meta charset="utf-8"><title>{_text(title)}</title>\n<style>{_STYLE}</style></head>'
    html = f'<!DOCTYPE html>\n<html lang="{tongue}">{head}\n{wrap(body, title, words)}</html>\n'
    return html.encode("utf-8")


def _wrap_law(body: str, title: str, words: dict[str, str]) -> str:
    top = f'<div id="top"><a href="/">{words["base"]}</a> | <a href="/search">{words["search"]}</a></div>'
    return f'<body>{top}\n<div class="doc-text"><article>\n{body}\n</article></div></body>'


def _wrap_news(body: str, title: str, words: dict[str, str]) -> str:
    links = "".join(f'<li><a href="#">{item}</a></li>' for item in words["menu"].split("|"))
    top = (
        f'<div class="hdr"><span>ҚАЗ</span> <span>РУС</span> <form><input placeholder="{words["search"]}"></form></div>'
    )
    meta = f'<div class="meta"><span>{words["views"]}: 318</span></div>'
    aside = (
        f'<aside class="side"><h4>{words["more"]}</h4><ul><li><a href="#">{words["other_news"]}</a></li></ul></aside>'
    )
    return (
        f'<body>{top}<nav class="menu"><ul>{links}</ul></nav>\n<main><h1>{_text(title)}</h1>{meta}\n'
        f'<div class="article-body">{body}</div></main>\n{aside}<footer>© {words["footer"]}</footer></body>'
    )


def _wrap_site(body: str, title: str, words: dict[str, str]) -> str:
    tabs = "".join(f"<li>{item}</li>" for item in words["tabs"].split("|"))
    return f'<body><ul class="tabs">{tabs}</ul>\n<div class="content">{body}</div></body>'


def _wrap_old(body: str, title: str, words: dict[str, str]) -> str:
    items = enumerate(words["menu"].split("|"))
    menu = "<BR>".join(f'<A href="p{number}.htm">{item}</A>' for number, item in items)
    left = f"<TD width=180 valign=top bgcolor=#dde6f2><FONT size=2>{menu}<BR><BR>Посетителей сегодня: 14</FONT></TD>"
    middle = (
        f'<TD width=640 valign=top><TABLE width="100%" border=0 cellpadding=8><TR><TD>\n{body}\n</TD></TR></TABLE></TD>'
    )
    news = "<B>Погода</B><BR>+19..+21<BR><B>Курс</B><BR>USD 428,10"
    right = f"<TD width=160 valign=top bgcolor=#dde6f2><FONT size=2>{news}</FONT></TD>"
    table = f"<TABLE width=980 border=0 align=center><TR>{left}\n{middle}\n{right}</TR></TABLE>"
    return f"<HTML><HEAD><TITLE>{escape(title)}</TITLE></HEAD><BODY bgcolor=#ffffff>\n{table}</BODY></HTML>\n"
