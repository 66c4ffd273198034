"""The list of findings, the ledger of claims, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from drafter.model.claim import Claim
from drafter.model.diagnostic import Diagnostic, Related
from drafter.model.lines import LineIndex
from drafter.model.result import Result
from drafter.render.summary import LEVEL_NAMES, skipped_lines
from drafter.render.text import fix_line

_VERDICTS = {"contradicted": "矛盾", "unchecked": "未能核对", "holds": "一致"}
_RELATIONS = {"eq": "＝", "ge": "≥", "le": "≤", "about": "≈", "none": "＝", "all": "全部"}
_SECTIONS = {
    "overview": "一、总体情况", "disclosure": "二、主动公开", "requests": "三、申请情况", "review": "四、复议诉讼",
    "problems": "五、问题及改进", "other": "六、其他事项", "": "",
}  # fmt: skip


def findings_html(result: Result, prefix: str) -> str:
    """The findings in order, each with its other places, remedy and authority."""
    if not result.diagnostics:
        return '<p class="none">没有发现问题。</p>'
    index = LineIndex(result.document.text)
    items = (_finding(d, f"{prefix}-{n}", index, result) for n, d in enumerate(result.diagnostics, 1))
    return f'<ol class="findings">{"".join(items)}</ol>'


def _finding(d: Diagnostic, key: str, index: LineIndex, result: Result) -> str:
    at = index.locate(d.span.start)
    place = f"{_SECTIONS.get(d.section, '')} 第 {at.line} 行".strip()
    parts = [
        f'<a class="where" href="#m{key}">{escape(place)}</a>',
        f'<b class="code">{escape(d.code)}</b> <span class="level">{LEVEL_NAMES[d.severity]}</span>',
        f'<p class="message">{escape(d.message)}</p>',
    ]
    if words := " ".join(d.span.of(result.document.text).split()):
        parts.append(f'<p class="quote">{escape(words[:120])}</p>')
    parts += [f'<p class="other">另见：{_related(related, index, result)}</p>' for related in d.related]
    if d.fix is not None:
        parts.append(f'<p class="fix">改法：{escape(fix_line(d.fix))}</p>')
    if d.basis:
        parts.append(f'<p class="basis">依据：{escape("；".join(d.basis))}</p>')
    words = escape(f"{d.code} {d.name} {d.message}".lower())
    return f'<li id="d{key}" class="{d.severity.value}" data-words="{words}">{"".join(parts)}</li>'


def _related(related: Related, index: LineIndex, result: Result) -> str:
    if related.origin:
        return f"{escape(related.message)}（{escape(related.origin)}）"
    if related.span is None:
        return escape(related.message)
    words = " ".join(related.span.of(result.document.text).split())[:60]
    quoted = f"：“{escape(words)}”" if words else ""
    return f"{escape(related.message)}{quoted}（第 {index.locate(related.span.start).line} 行）"


def claims_html(result: Result, names: Mapping[str, str]) -> str:
    """Every statement about figures with what the tables say; contradictions first. `names` name cells by address."""
    if not result.claims:
        return ""
    index = LineIndex(result.document.text)
    order = list(_VERDICTS)
    claims = sorted(result.claims, key=lambda claim: (order.index(claim.verdict), claim.span))
    rows = "".join(_claim(claim, index, names) for claim in claims)
    heads = "".join(f"<th>{head}</th>" for head in ("结论", "叙述和对应的格", "叙述说", "表中是", "行"))
    return (
        f"<details open><summary>叙述核对 {len(claims)} 处</summary>"
        f'<div class="scroll"><table class="claims"><tr>{heads}</tr>{rows}</table></div></details>'
    )


def _claim(claim: Claim, index: LineIndex, names: Mapping[str, str]) -> str:
    said = "" if claim.value is None else f"{_RELATIONS.get(claim.relation, '')} {claim.value}"
    found = "" if claim.found is None else str(claim.found)
    below = "；".join(filter(None, (names.get(claim.cell, claim.cell), claim.why)))
    words = f"{escape(' '.join(claim.text.split()))}<small>{escape(below)}</small>"
    return (
        f'<tr class="{claim.verdict}"><td>{_VERDICTS[claim.verdict]}</td><td>{words}</td><td>{escape(said)}</td>'
        f"<td>{escape(found)}</td><td>{index.locate(claim.span.start).line}</td></tr>"
    )


def unchecked_html(result: Result) -> str:
    """What was not checked and why, rules that broke, findings kept silent."""
    lines = [*(f"规则出错：{crash}" for crash in result.crashed), *skipped_lines(result), *_silenced(result)]
    if not lines:
        return ""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<details><summary>没有检查的和不报的（{len(lines)} 项）</summary><ul>{items}</ul></details>"


def _silenced(result: Result) -> Iterator[str]:
    for kept in result.suppressed:
        reason = f"（{kept.reason}）" if kept.reason else ""
        yield f"已按要求不报 {kept.diagnostic.code}：{kept.diagnostic.message}{reason}"
