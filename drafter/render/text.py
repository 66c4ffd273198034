"""Findings for people: the line, a caret, the other place, what it rests on, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import click

from drafter.model.diagnostic import Diagnostic, Fix, Safety, Severity
from drafter.model.lines import LineIndex
from drafter.model.result import Failure, Outcome, Result, Suppressed
from drafter.model.span import Span
from drafter.render.summary import LEVEL_NAMES, checked_line, counts, skipped_lines
from drafter.render.width import width, window

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_VERDICTS = {"holds": "一致", "contradicted": "矛盾", "unchecked": "未核对"}
_RELATIONS = {"eq": "＝", "ge": "≥", "le": "≤", "about": "≈", "none": "＝", "all": "全部"}
_MOST = 76
_BREAKS = frozenset(map(chr, (*range(32), 127, 133, 8232, 8233)))


@dataclass(frozen=True, slots=True)
class Style:
    """How much to show. `suppressed` lists baselined and silenced findings too."""

    concise: bool = False
    color: bool = False
    claims: bool = False
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False
    suppressed: bool = False


def render(outcomes: Sequence[Outcome], style: Style) -> str:
    """All outcomes as text; ends with a line break."""
    lines: list[str] = []
    for outcome in outcomes:
        lines += list(_failure(outcome, style) if isinstance(outcome, Failure) else _result(outcome, style))
    if style.statistics:
        lines += _statistics(outcomes)
    if len(outcomes) > 1 and not style.concise:
        lines.append(_total(outcomes))
    return "\n".join(lines) + "\n" if lines else ""


def _failure(failure: Failure, style: Style) -> Iterator[str]:
    words = " ".join(failure.message.split("\n"))
    yield f"{_name(failure.name)}: {_paint('读不出', 'red', style)} {words}"


def _result(result: Result, style: Style) -> Iterator[str]:
    index = LineIndex(result.document.text)
    if not style.quiet:
        shown = list(result.diagnostics)
        if style.suppressed:
            shown += [_marked(s) for s in result.suppressed]
        for diagnostic in shown:
            yield from (
                _concise(result, diagnostic, index, style) if style.concise else _full(result, diagnostic, index, style)
            )
    for crash in result.crashed:
        head = _paint("规则出错", "red", style)
        yield f"{_name(result.document.name)}: {head} {crash}（请报告给开发者；其他规则已照常检查）"
    if style.claims and result.claims:
        yield from _claims(result, index)
    if not style.concise:
        yield f"{_name(result.document.name)}：{_verdict(result)}{checked_line(result)}"
        if not style.quiet:
            yield from _unchecked(result, style)
            yield ""


def _name(name: str) -> str:
    """A file's name on one line, whatever it holds: programs read these lines too."""
    return "".join("\ufffd" if c in _BREAKS else c for c in name)


def _marked(suppressed: Suppressed) -> Diagnostic:
    """A finding that was asked not to be shown, with the reason in its message."""
    why = "文中忽略" if suppressed.by == "silencer" else "清单已有"
    message = f"［{why}：{suppressed.reason}］{suppressed.diagnostic.message}"
    return replace(suppressed.diagnostic, message=message)


def _unchecked(result: Result, style: Style) -> Iterator[str]:
    lines = skipped_lines(result)
    if lines:
        yield from (f"  {line}" for line in lines)
    if result.suppressed:
        yield f"  已按要求不报 {len(result.suppressed)} 处（--show-baselined 可列出）"


def _verdict(result: Result) -> str:
    found = counts([result])
    parts = [f"{found[s.value]} 处{LEVEL_NAMES[s]}" for s in Severity if found[s.value]]
    return ("、".join(parts) if parts else "没有发现问题") + "。"


def _concise(result: Result, d: Diagnostic, index: LineIndex, style: Style) -> Iterator[str]:
    at = index.locate(d.span.start)
    yield f"{_name(result.document.name)}:{at.line}:{at.column}: {d.severity.value} {d.code} {d.message}"


def _full(result: Result, d: Diagnostic, index: LineIndex, style: Style) -> Iterator[str]:
    at = index.locate(d.span.start)
    level = _paint(LEVEL_NAMES[d.severity], _COLORS[d.severity], style)
    yield f"{_name(result.document.name)}:{at.line}:{at.column}: {level} {d.code} {d.message}"
    yield from _source(result.document.text, d.span, index, "^")
    for related in d.related:
        if related.origin:
            yield f"  {related.origin}：{related.message}"
        elif related.span is not None:
            yield from _source(result.document.text, related.span, index, "-", related.message)
        else:
            yield f"  {related.message}"
    if d.fix is not None:
        yield f"  改法：{fix_line(d.fix)}"
    if d.basis and (style.verbose or d.severity is Severity.ERROR):
        yield f"  依据：{'；'.join(d.basis)}（drafter explain {d.code}）"
    yield ""


def fix_line(fix: Fix) -> str:
    """A fix in words, with how it can be applied."""
    how = {
        Safety.SAFE: "drafter fix 可自动改",
        Safety.UNSAFE: "drafter fix --unsafe-fixes",
        Safety.DISPLAY: "请核实后手工改",
    }
    return f"{fix.title}（{how[fix.safety]}）"


def _source(text: str, span: Span, index: LineIndex, mark: str, note: str = "") -> Iterator[str]:
    at = index.locate(span.start)
    start, end = index.line_span(at.line)
    line = text[start:end].replace("\t", " ").replace("\u3000", " ")
    shown, a, b = window(line, span.start - start, min(max(span.end, span.start), end) - start, _MOST)
    yield f"{at.line:>6} | {shown.rstrip()}"
    caret = mark * max(width(shown[a:b]), 1)
    yield f"       | {' ' * width(shown[:a])}{caret}{' ' + note if note else ''}"


def _claims(result: Result, index: LineIndex) -> Iterator[str]:
    yield "核对的叙述："
    for claim in result.claims:
        at = index.locate(claim.span.start)
        value = "" if claim.value is None else f" {_RELATIONS.get(claim.relation, '')} {claim.value}"
        found = "" if claim.found is None else f"，表中 {claim.found}"
        why = f"（{claim.why}）" if claim.why else ""
        words = " ".join(claim.text.split())
        cells = claim.cell.split("+")
        name = result.form.sum_name(cells) if result.form else claim.cell
        meant = f" → {name}{value}{found}" if claim.cell else ""
        yield f"  {at.line}:{at.column} [{_VERDICTS[claim.verdict]}] {words}{meant}{why}"


def _statistics(outcomes: Sequence[Outcome]) -> list[str]:
    found = Counter((d.code, d.name, d.severity) for o in outcomes if isinstance(o, Result) for d in o.diagnostics)
    rows = sorted(found.items(), key=lambda item: (-item[1], item[0][0]))
    return [f"{count:>5}  {code}  {LEVEL_NAMES[severity]}  {name}" for (code, name, severity), count in rows]


def _total(outcomes: Sequence[Outcome]) -> str:
    found = counts(outcomes)
    failed = sum(isinstance(o, Failure) for o in outcomes)
    words = "、".join(f"{found[s.value]} 处{LEVEL_NAMES[s]}" for s in Severity)
    return f"共 {len(outcomes)} 个文件：{words}" + (f"，{failed} 个读不出" if failed else "") + "。"


def _paint(text: str, color: str, style: Style) -> str:
    return click.style(text, fg=color, bold=True) if style.color else text
