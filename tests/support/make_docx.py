"""Small Word packages, written by hand so that a test decides every run and property."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def text(words: str) -> str:
    """A `w:t`."""
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def run(words: str, properties: str = "") -> str:
    """A run; `properties` is the inside of its `w:rPr`."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{text(words)}</w:r>"


def para(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no XML becomes a plain run."""
    inside = "".join(r if r.startswith("<w:") else run(r) for r in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def cell(content: str = "", span: int = 1, merge: str = "") -> str:
    """A table cell; `merge` is `restart` or `continue`."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[merge]
    inside = content if content.startswith("<w:") else para(*([content] if content else []))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(rows: Iterable[Sequence[str]]) -> str:
    """A table of cells; a string that is no XML becomes a plain cell."""
    lines = ("".join(c if c.startswith("<w:tc>") else cell(c) for c in row) for row in rows)
    return "<w:tbl><w:tblPr/><w:tblGrid/>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


def part(tag: str, inside: str) -> str:
    """A whole XML part with root `w:tag`."""
    return f"{HEAD}<w:{tag} {NAMES}>{inside}</w:{tag}>"


def package(body: str, parts: Mapping[str, str] | None = None, extra: Mapping[str, bytes] | None = None) -> bytes:
    """A .docx. `parts` are further parts by relationship kind (`styles`, `numbering`, `comments`, `header`, `footnotes`);
    `extra` are members as they are."""
    parts = dict(parts or {})
    names = {kind: f"word/{kind}{'1' if kind in ('header', 'footer') else ''}.xml" for kind in parts}
    types = "".join(
        f'<Override PartName="/{name}" ContentType={quoteattr(_type(kind))}/>' for kind, name in names.items()
    )
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{R}/{kind}" Target="{name.removeprefix("word/")}"/>'
        for i, (kind, name) in enumerate(names.items(), 1)
    )
    members = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType={quoteattr(_type("document.main"))}/>{types}</Types>',
        "_rels/.rels": _links(f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": _links(links),
        "word/document.xml": part("document", f"<w:body>{body}<w:sectPr/></w:body>"),
        **{names[kind]: content for kind, content in parts.items()},
    }
    return zipped({**{name: content.encode() for name, content in members.items()}, **(extra or {})})


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip of members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _links(inside: str) -> str:
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def _type(kind: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
