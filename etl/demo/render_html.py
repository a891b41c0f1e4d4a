"""Web pages: the act in the page of a law base, a news page, an old table layout, or a commission's site."""

from __future__ import annotations

from html import escape

from etl.demo.blocks import Block, Para, Table
from etl.demo.wording import legacy

SHELLS = ("law", "news", "old", "site")
_MENU_KK = ("Басты бет", "Мәслихат туралы", "Депутаттар", "Тұрақты комиссиялар", "Шешімдер", "Байланыстар")
_MENU_RU = ("Главная", "О маслихате", "Депутаты", "Постоянные комиссии", "Решения", "Контакты")


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _paragraph(para: Para, shell: str) -> str:
    text = _text(para.text).replace("\t", " &nbsp;&nbsp;&nbsp;&nbsp;&nbsp; ")
    if shell == "old":
        align = {"title": "center", "centre": "center", "heading": "center", "right": "right"}.get(para.kind, "justify")
        bold = ("<B>", "</B>") if para.kind in ("title", "heading") else ("", "")
        return f'<P align={align}><FONT face="Times New Roman" size=3>{bold[0]}{text}{bold[1]}</FONT></P>'
    if para.kind == "title":
        return f'<p class="t"><b>{text}</b></p>'
    if para.kind == "heading":
        return f"<h3>{text}</h3>" if shell == "law" else f"<p><strong>{text}</strong></p>"
    if para.kind in ("centre", "right"):
        return f'<p class="{"c" if para.kind == "centre" else "r"}">{text}</p>'
    return f"<p>{text}</p>"


def _table(table: Table) -> str:
    rows = []
    for row in table.rows:
        cells = []
        for cell in row:
            span = (f' colspan="{cell.across}"' if cell.across > 1 else "") + (
                f' rowspan="{cell.down}"' if cell.down > 1 else ""
            )
            cells.append(f"<td{span}>{_text(cell.text)}</td>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table class="doc" border="{1 if table.has_rules else 0}">{"".join(rows)}</table>'


def _body(blocks: list[Block], shell: str) -> str:
    pieces: list[str] = []
    items: list[str] = []

    def flush() -> None:
        if items:
            pieces.append("<ol>" + "".join(f"<li>{_text(item)}</li>" for item in items) + "</ol>")
            items.clear()

    for block in blocks:
        if isinstance(block, Para) and block.kind == "item" and shell != "old":
            items.append(block.text)
            continue
        flush()
        pieces.append(_paragraph(block, shell) if isinstance(block, Para) else _table(block))
    flush()
    return "\n".join(pieces)


def render_html(blocks: list[Block], shell: str, language: str, title: str) -> bytes:
    """Write blocks as a web page.

    Args:
        blocks: the act
        shell: law, news, old (windows-1251, no Kazakh letters) or site
        language: kk, ru or mixed
        title: the title of the page
    """
    kazakh = language != "ru"
    if shell == "old":
        return _render_old([legacy(block) for block in blocks], title)
    menu = _MENU_KK if kazakh else _MENU_RU
    body = _body(blocks, shell)
    lang = "kk" if kazakh else "ru"
    head = f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{_text(title)}</title>\n<style>table.doc{{border-collapse:collapse}}.t,.c{{text-align:center}}.r{{text-align:right}}</style></head>'
    if shell == "law":
        nav = "Нормативтік актілер базасы" if kazakh else "База нормативных актов"
        page = f'<body><div id="top"><a href="/">{nav}</a> | <a href="/search">{"Іздеу" if kazakh else "Поиск"}</a></div>\n<div class="doc-text"><article>\n{body}\n</article></div></body></html>'
    elif shell == "news":
        links = "".join(f'<li><a href="#">{item}</a></li>' for item in menu)
        more = "Тағы оқыңыз" if kazakh else "Читайте также"
        other = "Аудан бюджеті талқыланды" if kazakh else "Обсуждён бюджет района"
        page = (
            f'<body><div class="hdr"><span>ҚАЗ</span> <span>РУС</span> <form><input placeholder="{"Іздеу" if kazakh else "Поиск"}"></form></div>'
            f'<nav class="menu"><ul>{links}</ul></nav>\n<main><h1>{_text(title)}</h1><div class="meta"><span>{"Қаралды" if kazakh else "Просмотров"}: 318</span></div>\n'
            f'<div class="article-body">{body}</div></main>\n<aside class="side"><h4>{more}</h4><ul><li><a href="#">{other}</a></li></ul></aside>'
            f"<footer>© {'Мәслихат' if kazakh else 'Маслихат'}, 2024</footer></body></html>"
        )
    else:
        tabs = "".join(
            f"<li>{item}</li>"
            for item in (("Комиссия туралы", "Құрамы", "Шешімдер") if kazakh else ("О комиссии", "Состав", "Решения"))
        )
        page = f'<body><ul class="tabs">{tabs}</ul>\n<div class="content">{body}</div></body></html>'
    return f"{head}\n{page}\n".encode()


def _render_old(blocks: list[Block], title: str) -> bytes:
    """An old page: nested layout tables, FONT tags, windows-1251 without a declaration."""
    body = _body(blocks, "old")
    menu = "<BR>".join(f'<A href="p{number}.htm">{item}</A>' for number, item in enumerate(_MENU_RU))
    page = (
        f"<HTML><HEAD><TITLE>{escape(title)}</TITLE></HEAD><BODY bgcolor=#ffffff>\n<TABLE width=980 border=0 align=center>"
        f"<TR><TD width=180 valign=top bgcolor=#dde6f2><FONT size=2>{menu}<BR><BR>Посетителей сегодня: 14</FONT></TD>\n"
        f'<TD width=640 valign=top><TABLE width="100%" border=0 cellpadding=8><TR><TD>\n{body}\n</TD></TR></TABLE></TD>'
        "<TD width=160 valign=top bgcolor=#dde6f2><FONT size=2><B>Погода</B><BR>+19..+21<BR><B>Курс</B><BR>USD 428,10</FONT></TD></TR></TABLE></BODY></HTML>"
    )
    return page.encode("cp1251")
