"""A batch of reports as text, JSON and a web page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from typing import Any

from drafter import __version__
from drafter.model.audit import Alike, Audit
from drafter.model.lines import LineIndex
from drafter.model.result import Failure, Outcome, Result
from drafter.render.json import file_object, number
from drafter.render.summary import claim_counts, counts
from drafter.render.width import width

_FEW = 3
"""So many pairs that hang together are told one by one; of more the reader sees no shape."""


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the table: counts of findings, of contradicted claims, of what was not read; figures by address."""

    name: str
    agency: str
    year: int | None
    errors: int
    warnings: int
    contradicted: int
    unread: int
    figures: tuple[Decimal | None, ...]
    failure: str = ""


HEADS = ("机关", "年度", "错误", "警告", "矛盾叙述", "未读出")


def rows_of(audit: Audit) -> list[Row]:
    """One row a report, in the order of the batch."""
    return [_row(outcome, [a for a, _ in audit.figures]) for outcome in audit.outcomes]


def _row(outcome: Outcome, addresses: list[str]) -> Row:
    if isinstance(outcome, Failure):
        return Row(outcome.name, "", None, 0, 0, 0, 0, (None,) * len(addresses), outcome.message)
    found, report = counts([outcome]), outcome.report
    cells = {c.address: c for t in report.tables for c in t.cells} if report else {}
    unread = sum(c.state == "unread" for c in cells.values()) + (3 - len(report.tables) if report else 3)
    values = tuple(cells[a].value if a in cells else None for a in addresses)
    contradicted = claim_counts([outcome])["contradicted"]
    agency, year = (report.agency, report.year) if report else ("", None)
    return Row(outcome.document.name, agency, year, found["error"], found["warning"], contradicted, unread, values)


def render_text(audit: Audit, *, quiet: bool = False) -> str:
    """A table for people, then what the comparison found."""
    lines = [] if quiet else [*_table(audit), *findings(audit)]
    return "\n".join([*lines, _conclusion(audit)]) + "\n"


def _table(audit: Audit) -> Iterator[str]:
    short = [
        name.split("“")[-1].rstrip("”").removesuffix("·总计").removesuffix("·处理决定") for _, name in audit.figures
    ]
    grid = [[*HEADS, *short]]
    for row in rows_of(audit):
        figures = ["" if v is None else str(number(v)) for v in row.figures]
        head = [row.agency or row.name, str(row.year or "")]
        if row.failure:
            grid.append([*head, "未能检查"])
            continue
        grid.append([*head, *map(str, (row.errors, row.warnings, row.contradicted, row.unread)), *figures])
    widths = [max(width(r[i]) for r in grid if i < len(r)) for i in range(len(grid[0]))]
    for fields in grid:
        padded = (f + " " * (w - width(f)) for f, w in zip(fields, widths, strict=False))
        yield "  ".join(padded).rstrip()
    yield ""


def findings(audit: Audit) -> Iterator[str]:
    """What comparing the reports found, a line each."""
    names = [_name(o) for o in audit.outcomes]
    yield from (f"未能检查 {row.name}：{row.failure}" for row in rows_of(audit) if row.failure)
    yield from (f"没有收到：{name}" for name in audit.missing)
    yield from (f"不在名单上：{names[i]}（{_file(audit.outcomes[i])}）" for i in audit.unexpected)
    for places in audit.doubled:
        yield f"同一机关同一年度有 {len(places)} 份：{'、'.join(_file(audit.outcomes[i]) for i in places)}"
    for i in audit.other_years:
        yield f"年度不同：{names[i]}（{_file(audit.outcomes[i])}）；多数报告是 {audit.year} 年度的"
    for pairs in _groups(audit.alike):
        yield f"第五部分雷同：{_alike(pairs, names)}"
    for copy in audit.copies:
        yield f"  “{copy.passages[0].text}”（相似度 {copy.score:.0f}）"
        yield from (f"    {_file(audit.outcomes[p.report])}:{p.line}" for p in copy.passages)


def _groups(alike: Sequence[Alike]) -> list[list[Alike]]:
    """Pairs that hang together: many copies of one text are told once, a few pairs one by one."""
    groups: list[tuple[set[int], list[Alike]]] = []
    for pair in alike:
        members, pairs = {pair.first, pair.second}, [pair]
        for group in [g for g in groups if members & g[0]]:
            groups.remove(group)
            members, pairs = group[0] | members, group[1] + pairs
        groups.append((members, pairs))
    return [part for _, pairs in groups for part in ([pairs] if len(pairs) > _FEW else [[p] for p in pairs])]


def _alike(pairs: Sequence[Alike], names: Sequence[str]) -> str:
    most = max(pairs, key=lambda p: p.shared / p.of)
    share = f"{most.of} 句中有 {most.shared} 句相同或相近"
    if len(pairs) == 1:
        return f"{names[most.first]} 与 {names[most.second]}，{share}"
    places = sorted({i for p in pairs for i in (p.first, p.second)})
    return f"{'、'.join(names[i] for i in places)}（{len(places)} 份，{len(pairs)} 对；最多的一对 {share}）"


def _name(outcome: Outcome) -> str:
    return (outcome.report.agency if isinstance(outcome, Result) and outcome.report else "") or _file(outcome)


def _file(outcome: Outcome) -> str:
    return outcome.document.name if isinstance(outcome, Result) else outcome.name


def _conclusion(audit: Audit) -> str:
    found = counts(audit.outcomes)
    failed = sum(isinstance(o, Failure) for o in audit.outcomes)
    parts = [f"{len(audit.outcomes)} 份报告：{found['error']} 处错误，{found['warning']} 处警告"]
    for amount, words in (
        (failed, "份未能检查"),
        (len(audit.missing), "个机关没有报告"),
        (len(audit.alike), "对报告第五部分有雷同"),
    ):
        if amount:
            parts.append(f"{amount} {words}")
    return "；".join(parts) + "。逐份细看：drafter check 文件"


def render_json(audit: Audit) -> str:
    """One object: the files as `check` gives them, and the comparison."""
    names = [_file(o) for o in audit.outcomes]
    data: dict[str, Any] = {
        "schema_version": 1,
        "tool": {"name": "drafter", "version": __version__},
        "column_unit": "codepoint",
        "year": audit.year,
        "files": [file_object(o) for o in audit.outcomes],
        "missing": list(audit.missing),
        "unexpected": [names[i] for i in audit.unexpected],
        "doubled": [[names[i] for i in places] for places in audit.doubled],
        "other_years": [names[i] for i in audit.other_years],
        "alike": [{"files": [names[p.first], names[p.second]], "shared": p.shared, "of": p.of} for p in audit.alike],
        "copies": [
            {
                "score": round(c.score, 1),
                "passages": [{"path": names[p.report], "line": p.line, "text": p.text} for p in c.passages],
            }
            for c in audit.copies
        ],
        "summary": {"files": len(names), **counts(audit.outcomes), "claims": claim_counts(audit.outcomes)},
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def diagnostics_of(outcome: Outcome) -> Iterator[tuple[str, int, str, str, str]]:
    """File, line, severity, code and message of every finding."""
    if isinstance(outcome, Result):
        index = LineIndex(outcome.document.text)
        for d in outcome.diagnostics:
            yield outcome.document.name, index.locate(d.span.start).line, d.severity.value, d.code, d.message


def render_html(audit: Audit) -> str:
    """A page of its own: nothing is loaded from anywhere."""
    heads = "".join(f"<th>{escape(h)}</th>" for h in (*HEADS, *(name for _, name in audit.figures), "文件"))
    body = "".join(_html_row(row) for row in rows_of(audit))
    compared = "".join(f"<li>{escape(line.strip())}</li>" for line in findings(audit))
    details = "".join(_html_details(o) for o in audit.outcomes)
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>成批审核</title><style>'
        "body{font-family:sans-serif;margin:2em}table{border-collapse:collapse}"
        "td,th{border:1px solid #999;padding:.2em .5em;text-align:right}td:first-child,th:first-child{text-align:left}"
        ".error{background:#fdd}.warning{background:#ffd}</style></head><body>"
        f"<h1>政府信息公开工作年度报告成批审核</h1><p>{escape(_conclusion(audit))}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
        f"<h2>互相比对</h2><ul>{compared or '<li>没有发现。</li>'}</ul><h2>逐份问题</h2>{details}</body></html>\n"
    )


def _html_row(row: Row) -> str:
    if row.failure:
        return (
            f'<tr class="error"><td>{escape(row.name)}</td><td colspan="99">未能检查：{escape(row.failure)}</td></tr>'
        )
    level = "error" if row.errors else "warning" if row.warnings else ""
    values: list[object] = [
        row.agency or row.name,
        row.year or "",
        row.errors,
        row.warnings,
        row.contradicted,
        row.unread,
    ]
    values += ["" if v is None else number(v) for v in row.figures]
    fields = "".join(f"<td>{escape(str(v))}</td>" for v in (*values, row.name))
    return f'<tr class="{level}">{fields}</tr>'


def _html_details(outcome: Outcome) -> str:
    lines = "".join(
        f'<li class="{level}">第 {line} 行 {escape(code)}：{escape(message)}</li>'
        for _, line, level, code, message in diagnostics_of(outcome)
    )
    return f"<details><summary>{escape(_name(outcome))}</summary><ol>{lines}</ol></details>" if lines else ""
