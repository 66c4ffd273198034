"""Web pages (.html). Raw offsets count code points of the decoded source, its byte order mark left out; the part is ``.

Nothing a page refers to is fetched; scripts are not run.
"""

from __future__ import annotations

import codecs
import re

from drafter.model.document import Document, Note
from drafter.model.problem import UnreadableInput
from drafter.read.decode import decode
from drafter.read.flow import lay_out
from drafter.read.limits import MAX_PAGE, check_size
from drafter.read.web.article import find_article
from drafter.read.web.body import Walker
from drafter.read.web.tree import build

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_AS_BROWSERS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030"}
_NO_CHARSETS = frozenset({"utf-16", "utf-7", "idna", "punycode", "raw-unicode-escape", "unicode-escape"})
_NOTED = 20


def read_html(data: bytes, name: str) -> Document:
    """Read a web page: the article and its title; menus and footers are left out and noted.

    Raises UnreadableInput when it is too large, in no known encoding, or has no words.
    """
    check_size(data, MAX_PAGE)
    source, encoding = _decoded(data)
    root = build(source)
    article = find_article(root, source)
    walker = Walker(source)
    title = article.title.children if article.title else ()
    items = [*walker.items(title, "title"), *walker.items(article.node.children, article.node.tag)]
    text, blocks = lay_out(items)
    if not blocks:
        raise UnreadableInput(
            "no_text", f"{name} 里没有正文文字（网页可能由脚本生成）。请在浏览器中打开后复制文字，或另存为完整网页。"
        )
    return Document(name, text, blocks, "html", encoding, tuple(_notes(article.outside, walker.pictures)))


def _decoded(data: bytes) -> tuple[str, str]:
    """By byte order mark, else by what the page declares, else as any text file.

    Pages that declare GB2312 are at times saved as UTF-8; Chinese in GBK is hardly ever valid UTF-8, so that is tried.
    """
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = declared[1].decode("ascii").lower()
        for encoding in ("utf-8", _AS_BROWSERS.get(name, name)):
            try:
                if codecs.lookup(encoding).name not in _NO_CHARSETS:
                    return data.decode(encoding), encoding
            except (LookupError, UnicodeError, ValueError):
                continue
    return decode(data)


def _notes(outside: int, pictures: int) -> list[Note]:
    notes = []
    if outside >= _NOTED:
        notes.append(Note(f"网页上正文以外的文字（导航、页脚等，约 {outside} 字）没有检查"))
    if pictures:
        notes.append(Note(f"正文里有 {pictures} 张图片，图片里的文字没有检查"))
    return notes
