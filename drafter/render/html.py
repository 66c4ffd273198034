"""One page for people who review on screen or paper: text with marks, findings, claims. Self-contained, no network.

All words are escaped, and a content policy lets the page run only its own script and fetch nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files
from types import MappingProxyType

from drafter.model.diagnostic import Severity
from drafter.model.result import Failure, Outcome, Result
from drafter.render.page.blocks import document_html
from drafter.render.page.lists import claims_html, findings_html, unchecked_html
from drafter.render.page.marks import Marker, marks_of
from drafter.render.summary import LEVEL_NAMES, checked_line, counts

_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""


def render(outcomes: Sequence[Outcome], names: Mapping[str, str] = MappingProxyType({})) -> str:
    """A page of all outcomes; what could not be read is said first. `names` are Chinese names of cells by address."""
    style, script = _asset("page.css"), _asset("page.js")
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    results = [outcome for outcome in outcomes if isinstance(outcome, Result)]
    parts = [_contents(results)] if len(results) > 1 else []
    parts += [_failure(failure) for failure in failures]
    parts += [_report(result, str(number), names) for number, result in enumerate(results, 1)]
    return _PAGE.format(
        title=escape(f"检查结果：{_name(results[0])}" if len(results) == 1 else f"检查结果：{len(outcomes)} 个文件"),
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
        style=style,
        script=script,
        body="\n".join(parts),
    )


def _asset(name: str) -> str:
    return (files("drafter.render.page") / name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _name(result: Result) -> str:
    report = result.report
    return f"{report.agency} {report.year} 年度" if report and report.agency and report.year else result.document.name


def _contents(results: Sequence[Result]) -> str:
    items = "".join(
        f'<li><a href="#r{n}">{escape(_name(r))}</a> {_badges(r)}<small>{escape(r.document.name)}</small></li>'
        for n, r in enumerate(results, 1)
    )
    return f'<nav class="contents"><h1>检查结果</h1><ol>{items}</ol></nav>'


def _failure(failure: Failure) -> str:
    return f'<section class="failure"><h2>{escape(failure.name)}</h2><p>读不出：{escape(failure.message)}</p></section>'


def _badges(result: Result) -> str:
    found = counts([result])
    shown = [(s, found[s.value]) for s in Severity if found[s.value]]
    if not shown:
        return '<span class="badge good">没有发现问题</span>'
    return "".join(f'<span class="badge {s.value}">{LEVEL_NAMES[s]} {count}</span>' for s, count in shown)


def _report(result: Result, key: str, names: Mapping[str, str]) -> str:
    document = result.document
    marker = Marker(document.text, marks_of(result.diagnostics, key))
    text = document_html(document, result.report, marker)
    return f"""<section class="report" id="r{key}">
<header><h2>{escape(_name(result))}</h2><p>{_badges(result)} {escape(checked_line(result))}</p>
<p class="file">{escape(document.name)}</p></header>
<div class="columns">
<article>{text}</article>
<aside>{_filters(result)}{findings_html(result, key)}{claims_html(result, names)}{unchecked_html(result)}</aside>
</div>
</section>"""


def _filters(result: Result) -> str:
    found = counts([result])
    boxes = "".join(
        f'<label><input type="checkbox" value="{s.value}" checked> {LEVEL_NAMES[s]} {found[s.value]}</label>'
        for s in Severity
        if found[s.value]
    )
    search = '<input type="search" placeholder="按编号或字词筛选" aria-label="按编号或字词筛选">'
    return f'<form class="filters">{boxes}{search}</form>' if boxes else ""
