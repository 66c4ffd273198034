"""Files made to exhaust, mislead or reach out of a reader. Each is built when asked for."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from tests.support import make_docx as word
from tests.support import make_pdf as paper

Build = Callable[[], bytes]
BODY = word.para("正文")


def _document(xml: str | bytes, **parts: str) -> bytes:
    """A package whose main part is `xml`."""
    content = xml.encode() if isinstance(xml, str) else xml
    return word.package(BODY, parts, {"word/document.xml": content})


def _body(inside: str, head: str = "") -> bytes:
    return _document(f"{head}<w:document {word.NAMES}><w:body>{inside}</w:body></w:document>")


def _external(target: str) -> bytes:
    link = f'<Relationship Id="rId1" Type="{word.R}/attachedTemplate" Target="{target}" TargetMode="External"/>'
    link += f'<Relationship Id="rId2" Type="{word.R}/styles" Target="{target}"/>'
    links = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link}</Relationships>'
    )
    return word.package(BODY, {}, {"word/_rels/document.xml.rels": links.encode()})


def _lying_sizes() -> bytes:
    """The directory says that the main part has ten bytes."""
    data = bytearray(_body(BODY * 20_000))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    return bytes(data).replace(struct.pack("<L", size), struct.pack("<L", 10))


def _flagged_encrypted() -> bytes:
    data = bytearray(word.package(BODY))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def _flipped() -> bytes:
    data = bytearray(word.package(BODY * 50))
    for at in range(60, len(data), 97):
        data[at] ^= 0x55
    return bytes(data)


def _laughs(name: str) -> str:
    rows = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    return f'<!DOCTYPE {name} [<!ENTITY l0 "哈">{rows}]>'


def _nested_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + BODY + "</w:tc></w:tr></w:tbl>" * depth


NUMBERING = word.part(
    "numbering",
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="999999999999"/><w:numFmt w:val="lowerRoman"/>'
    f'<w:lvlText w:val="{"%1" * 500}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
)
STYLES = word.part(
    "styles",
    "".join(
        f'<w:style w:styleId="s{i}"><w:name w:val="x"/><w:basedOn w:val="s{(i + 1) % 300}"/></w:style>'
        for i in range(300)
    ),
)

DOCX: dict[str, Build] = {
    "bomb": lambda: _document(b" " * 40_000_000),
    "largest part that is read": lambda: _body(word.para("公开" * 2_000_000)),
    "five thousand members": lambda: word.package(BODY, {}, {f"m{i}": b"" for i in range(5000)}),
    "sizes that lie": _lying_sizes,
    "bomb as picture": lambda: word.package(BODY, {}, {"word/media/a.png": b"\0" * 40_000_000}),
    "external entity": lambda: _document(
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {word.NAMES}><w:body>{word.para("<w:r><w:t>&x;</w:t></w:r>")}</w:body></w:document>'
    ),
    "entity bomb": lambda: _document(f"{_laughs('w')}<w:document {word.NAMES}><w:body><w:p>&l11;</w:p></w:body></w:document>"),
    "external subset": lambda: _body(BODY, '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">'),
    "external entity in styles": lambda: word.package(
        BODY, {"styles": f'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:styles {word.NAMES}>&x;</w:styles>'}
    ),
    "entity bomb in comments": lambda: word.package(BODY, {"comments": f"{_laughs('c')}<w:comments {word.NAMES}>&l11;</w:comments>"}),
    "external template": lambda: _external("http://127.0.0.1:9/t.dotm"),
    "link out of the package": lambda: _external("../../../../etc/passwd"),
    "member names that climb": lambda: word.package(BODY, {}, {"../../evil.txt": b"x", "/tmp/evil.txt": b"x"}),
    "hundred thousand levels": lambda: _body("<w:p>" * 100_000 + "</w:p>" * 100_000),
    "tables in tables": lambda: _body(_nested_tables(50)),
    "tables in tables without end": lambda: _body(_nested_tables(20_000)),
    "table of ninety thousand cells": lambda: _body(word.table([["1"] * 300] * 300)),
    "half a million paragraphs": lambda: _body("<w:p/>" * 500_000),
    "element with many attributes": lambda: _body("<w:p " + " ".join(f'a{i}="1"' for i in range(50_000)) + "/>"),
    "locked with a password": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "old container with nothing in it": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5000,
    "spreadsheet by another name": lambda: word.zipped(
        {"_rels/.rels": word._links(f'<Relationship Id="a" Type="{word.R}/officeDocument" Target="xl/workbook.xml"/>').encode(), "xl/workbook.xml": b"<a/>"}
    ),
    "any zip by another name": lambda: word.zipped({"a.txt": "正文".encode()}),
    "page by another name": lambda: "<html><p>一、总体情况</p></html>".encode(),
    "pdf by another name": lambda: paper.pdf(paper.Page().words("正文" * 20, 80, 100)),
    "cut in half": lambda: word.package(BODY * 100)[:900],
    "bytes flipped": _flipped,
    "flagged as encrypted": _flagged_encrypted,
    "numbers beyond measure": lambda: word.package(word.para("甲", properties='<w:numPr><w:numId w:val="1"/></w:numPr>') * 200, {"numbering": NUMBERING}),
    "styles in a ring": lambda: word.package(word.para("甲", properties='<w:pStyle w:val="s5"/>'), {"styles": STYLES}),
    "spans beyond measure": lambda: _body(word.table([[word.cell("甲", span=1_000_000_000)] * 20] * 50)),
    "merged with nothing above": lambda: _body(word.table([[word.cell("甲", merge="continue")] * 3] * 3)),
    "sixteen bits a character": lambda: _document(f"<w:document {word.NAMES}><w:body>{BODY}</w:body></w:document>".encode("utf-16")),
    "broken characters": lambda: _document(b"<w:document>\xff\xfe\xc0\x80</w:document>"),
    "unclosed ranges": lambda: word.package(word.para("甲", '<w:commentRangeStart w:id="1"/>', "乙"), {"comments": word.part("comments", f'<w:comment w:id="1">{word.para("drafter:忽略 W101")}</w:comment>')}),
}  # fmt: skip


def _html(body: str, head: str = '<meta charset="utf-8">') -> Build:
    return lambda: f"<!DOCTYPE html><html><head>{head}</head><body><p>正文</p>{body}</body></html>".encode()


HTML: dict[str, Build] = {
    "a million open elements": _html("<div>" * 500_000),
    "quotes never closed": _html("<a href='" * 400_000),
    "one quote never closed": _html("<a title=\"" + "x<b>" * 700_000),
    "spans beyond measure": _html("<table>" + '<tr><td colspan="999999999" rowspan="999999999">1</td></tr>' * 2000 + "</table>"),
    "a hundred thousand rows": _html("<table>" + "<tr><td>1<td>2" * 100_000 + "</table>"),
    "tables in tables": _html("<table><tr><td>" * 30_000),
    "references to nothing": _html("&#1114112;&#0;&#xd800;&nosuch;" * 100_000),
    "external entity": lambda: '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>正文&x;</p></body></html>'.encode(),
    "things to fetch": _html('<img src="http://127.0.0.1:9/a"><iframe src="file:///etc/passwd"></iframe><link rel=stylesheet href="http://127.0.0.1:9/b">'),
    "comments never closed": _html("<!-- " * 500_000),
    "titles never closed": _html("<title>" * 300_000),
    "end tags for nothing": _html("<p><b>" * 100 + "</i></table></td>" * 200_000),
    "an encoding that runs code": lambda: b'<html><head><meta charset="unicode_escape"></head><p>\\u4e00 text</p></html>',
    "an encoding that unpacks": lambda: b'<html><head><meta charset="zlib_codec"></head><p>text text</p></html>',
    "nine megabytes": _html("公" * 3_000_000),
    "lists in lists": _html("<ol><li>" * 100_000 + "甲"),
}  # fmt: skip


def _objects(*objects: bytes, trailer: str = "") -> bytes:
    tree = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    return paper.assemble([*tree, *objects], trailer)


def _page(extra: str = "") -> bytes:
    return f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << {extra} >> >>".encode()


def _forms() -> bytes:
    forms = [
        paper.stream(
            f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A {6 + i} 0 R >> >>",
            b"/A Do " * 30,
        )
        for i in range(20)
    ]
    return _objects(_page("/XObject << /A 5 0 R >>"), paper.stream("", b"/A Do " * 30), *forms)


def _many_pages() -> bytes:
    kids = " ".join("3 0 R" for _ in range(50_000))
    tree = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count 50000 >>".encode()]
    return paper.assemble([*tree, _page(), paper.stream("", b"q Q " * 1000)])


def _dense_rulings() -> bytes:
    page = paper.Page().words("正文" * 20, 80, 20)
    for i in range(700):
        page.line(10, 10 + i, 590, 10 + i).line(10 + i * 0.8, 10, 10 + i * 0.8, 790)
    return paper.pdf(page)


def _good_pdf() -> bytes:
    return paper.pdf(paper.Page().words("正文" * 20, 80, 100))


PDF: dict[str, Build] = {
    "stream that unpacks without end": lambda: _objects(_page(), paper.stream("", b"0 " * 32_000_000)),
    "packed twice": lambda: _objects(_page(), b"<< /Filter [/FlateDecode /FlateDecode] /Length 1 >>\nstream\n" + zlib.compress(zlib.compress(b"0 " * 32_000_000, 1), 1) + b"\nendstream"),
    "forms drawn over and over": _forms,
    "a million strokes": lambda: _objects(_page(), paper.stream("", b"0 0 m 9 9 l S " * 1_000_000)),
    "fifty thousand pages": _many_pages,
    "rulings beyond measure": _dense_rulings,
    "pages in a ring": lambda: paper.assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]),
    "tables of contents in a ring": lambda: _good_pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"),
    "locked with a password": lambda: _objects(_page(), paper.stream("", b""), trailer=f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"),
    "cut in half": lambda: _good_pdf()[: len(_good_pdf()) // 2],
    "actions to run": lambda: _good_pdf().replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch /F (calc.exe) >> /AA << /O << /S /URI /URI (http://127.0.0.1:9/) >> >>"),
    "brackets in brackets": lambda: _objects(b"[" * 200_000, paper.stream("", b"")),
    "picture by another name": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 5000,
    "no pages": lambda: paper.assemble([b"<< /Type /Catalog >>"]),
}  # fmt: skip

TEXT: dict[str, Build] = {
    "zeros": lambda: b"\0" * 100_000,
    "noise": lambda: bytes((i * 7919) % 251 for i in range(200_000)),
    "one endless line": lambda: "公开".encode() * 3_000_000,
    "thirty megabytes": lambda: b"a\n" * 15_000_000,
}

FILES: dict[str, tuple[str, Build]] = {
    f"{suffix}: {name}": (f"稿.{suffix}", build)
    for suffix, files in (("docx", DOCX), ("html", HTML), ("pdf", PDF), ("txt", TEXT))
    for name, build in files.items()
}
