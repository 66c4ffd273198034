"""Rules as a list and as pages."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.render.summary import LEVEL_NAMES
from drafter.render.width import width
from drafter.rules.base import Bad, Rule, Sample

FAMILIES = {
    "F": "格式",
    "T2": "表二",
    "T3": "表三",
    "T4": "表四",
    "C": "叙述与表格",
    "Y": "与上年衔接",
    "L": "沿用残留",
    "W": "用字用词",
    "S": "规范说法",
    "D": "重复雷同",
    "X": "设置",
}


def rules_text(rules: Sequence[Rule]) -> str:
    """One line a rule."""
    pad = max((width(r.name) for r in rules), default=0)
    lines = [f"{r.code}  {LEVEL_NAMES[r.severity]}  {r.name}{' ' * (pad - width(r.name))}  {r.summary}" for r in rules]
    return "\n".join([*lines, f"共 {len(rules)} 条；drafter explain 代码 看说明。"]) + "\n"


def rules_markdown(rules: Sequence[Rule]) -> str:
    """A table a family."""
    parts = ["# 规则\n\n本页由 `drafter rules --output-format markdown` 生成。\n"]
    for prefix, title in FAMILIES.items():
        family = [r for r in rules if r.code.startswith(prefix)]
        if not family:
            continue
        rows = [
            f"| {r.code} | {r.name} | {LEVEL_NAMES[r.severity]} | {r.summary} | {'；'.join(r.basis)} |" for r in family
        ]
        head = f"\n## {prefix} {title}\n\n| 代码 | 名称 | 级别 | 查什么 | 依据 |\n|---|---|---|---|---|\n"
        parts.append(head + "\n".join(rows) + "\n")
    return "".join(parts)


def rule_text(rule: Rule, page: str) -> str:
    """A rule's page for the terminal."""
    parts = [
        f"{rule.code} {rule.name}（{LEVEL_NAMES[rule.severity]}）",
        rule.summary,
        "",
        page,
        "",
        f"依据：{'；'.join(rule.basis)}",
        "",
    ]
    parts += [f"{'错' if isinstance(s, Bad) else '对'}：{example_text(s)}" for s in rule.examples]
    parts += ["", "怎样不报：", f"  在这段文字上面加一行 【drafter:忽略 {rule.code} 原因：……】；"]
    parts += [f'  或在 drafter.toml 写 ignore = ["{rule.code}"]；Word 里给这处加批注 drafter:忽略 {rule.code} 原因。']
    return "\n".join(parts) + "\n"


def example_text(sample: Sample) -> str:
    """The part of an example that matters."""
    if sample.text:
        return sample.text.strip()
    bits = [sample.title, sample.preamble, *sample.sections.values()]
    bits += [f"{new or '（删去）'}" for new in sample.lines.values()]
    bits += [f"{address} = {value or '（空白）'}" for address, value in sample.cells.items()]
    if sample.previous is not None:
        bits.append(f"［上年：{example_text(sample.previous)}］")
    shown = "；".join(b.strip() for b in bits if b)
    return shown or "（完整、无误的报告）"
