"""The same report as text, Word and web page: the same cells, the same findings on the same words, the same fixes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.result import Result
from drafter.read.open import read_document
from drafter.workspace.mend import mend
from tests.support import make_docx as word
from tests.support import make_html as web

_TABLES_AFTER = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)

VARIANTS = {
    "as it should be": compose(2024),
    "sums that do not add up": compose(2024, cells={"requests.new.total": "9", "review.reconsideration.total": "3"}),
    "a claim that the table does not bear out": compose(2024).replace("予以公开3件", "予以公开4件"),
    "half-width marks and a missing stop": compose(2024).replace("，", ",", 3).replace("。\n", "\n", 1),
    "a wrong label": compose(2024).replace("本年废止件数", "本年度止件数", 1),
    "a wrong heading": compose(2024).replace("五、存在的主要问题及改进情况", "五、存在的问题及整改情况"),
    "blanks and dashes in cells": compose(2024, cells={"requests.new.research": "", "requests.new.legal": "—"}),
    "rare characters": compose(2024).replace("。\n", "𠮷😀。\n", 2),
}


def blocks(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Runs of lines with whether they are a table's."""
    in_table = False
    marked = []
    for line in text.splitlines():
        if line in _TABLES_AFTER:
            in_table = True
            marked.append((False, line))
            continue
        in_table = in_table and not line.startswith("五、")
        marked.append((in_table, line))
    for is_table, group in groupby(marked, key=lambda pair: pair[0]):
        yield is_table, [line for _, line in group]


def as_docx(text: str) -> bytes:
    body = ""
    for is_table, lines in blocks(text):
        if not is_table:
            body += "".join(word.para(line[:5], line[5:]) for line in lines)
            continue
        width = max(line.count("\t") + 1 for line in lines)
        body += word.table([_spread(line, width) for line in lines])
    return word.package(body)


def _spread(line: str, width: int) -> list[str]:
    cells = line.split("\t")
    return [*(word.cell(c) for c in cells[:-1]), word.cell(cells[-1], span=width - len(cells) + 1)]


def as_html(text: str) -> bytes:
    body = ""
    for is_table, lines in blocks(text):
        if not is_table:
            body += "".join(web.para(line) for line in lines)
            continue
        width = max(line.count("\t") + 1 for line in lines)
        rows = []
        for line in lines:
            cells = line.split("\t")
            rows.append([*cells[:-1], f'<td colspan="{width - len(cells) + 1}">{cells[-1]}</td>'])
        body += web.table(rows)
    return web.page(f"<div>{body}</div>")


def checked(data: bytes, name: str) -> Result:
    return check(read_document(data, name), Resources(), Config(ignore=("F207",)))


def findings(result: Result) -> list[tuple[str, ...]]:
    text = result.document.text
    return [
        (
            d.code,
            d.message,
            d.section,
            d.cell,
            "".join(d.span.of(text).split()),
            *("".join(r.span.of(text).split()) for r in d.related if r.span),
        )
        for d in result.diagnostics
    ]


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_same_findings_in_every_container(variant: str) -> None:
    text = VARIANTS[variant]
    plain = checked(text.encode(), "稿.txt")
    assert plain.diagnostics or variant in ("as it should be", "rare characters")
    for data, name in ((as_docx(text), "稿.docx"), (as_html(text), "稿.html")):
        other = checked(data, name)
        assert other.report is not None
        assert plain.report is not None
        assert [t.values() for t in other.report.tables] == [t.values() for t in plain.report.tables]
        assert findings(other) == findings(plain)
        assert [(c.cell, c.value, c.verdict) for c in other.claims] == [
            (c.cell, c.value, c.verdict) for c in plain.claims
        ]


def test_fixing_word_gives_what_fixing_text_gives() -> None:
    text = VARIANTS["half-width marks and a missing stop"]
    plain = mend(text.encode(), lambda data: checked(data, "稿.txt"), unsafe=True)
    fixed = mend(as_docx(text), lambda data: checked(data, "稿.docx"), unsafe=True)
    assert plain.applied
    assert fixed.after.document.text.split() == plain.after.document.text.split()


def test_an_old_document_is_read_by_way_of_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for LibreOffice that hands back a file made beforehand."""
    (tmp_path / "made.docx").write_bytes(as_docx(VARIANTS["as it should be"]))
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\nwhile [ "$1" != "--outdir" ]; do shift; done\n/bin/mkdir -p "$2"\n/bin/cp "{tmp_path}/made.docx" "$2/input.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    result = checked(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "稿.doc")
    assert result.document.container == "doc"
    assert "LibreOffice" in result.document.notes[0].message
