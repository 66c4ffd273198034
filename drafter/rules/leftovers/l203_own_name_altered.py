"""机关自己的名称写错了字、漏了字：标题是“××生态示范区发展服务局”，正文写成“××生态区发展服务局”。

本地的名称把“县”“区”“旗”或“乡”“镇”写混的（标题是云溪区，正文写云溪县）也报，写“原云溪县”的不报。
省略“人民”“和”一类通行的简称不报。改法：与标题、公章上的名称核对，改成一致。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.leftovers.names import core, places

_LEAST = 7
_HEAD, _TAIL = 2, 2
_UNITS = (
    (re.compile("(?P<stem>[\u4e00-\u9fa5]{2,4})(?P<kind>[县区旗])$"), "[县区旗](?![级志域划位内])"),
    (re.compile("(?P<stem>[\u4e00-\u9fa5]{2,5})(?P<kind>[乡镇])$"), "[乡镇](?![村级域区街])"),
)
_USUAL = frozenset(
    {"人民", "和", "省", "市", "县", "区", "人民政府", "办公", "管理", "监督", "办事处", "自治", "人", "民"}
)


def check(facts: Facts) -> Iterator[Finding]:
    """Stretches that are the name of the agency or of its place but for a character or two."""
    yield from _another_kind(facts)
    yield from _altered(facts)


def _another_kind(facts: Facts) -> Iterator[Finding]:
    """The county or town of the agency, called a district or a village."""
    for unit, kinds in _UNITS:
        found = [m for name in (*places(facts.agency), core(facts.agency)) if (m := unit.search(name))]
        if found:
            yield from _called(facts, found[-1]["stem"], found[-1]["kind"], kinds)


def _called(facts: Facts, stem: str, kind: str, kinds: str) -> Iterator[Finding]:
    pattern = re.compile(rf"{stem}(?!{kind}){kinds}")
    title = (Related("标题里的名称", facts.report.agency_span),) if facts.report.agency_span else ()
    for view in facts.prose.views:
        for found in pattern.finditer(view.text):
            before = view.text[max(found.start() - 3, 0) : found.start()]
            if "原" in before or re.search(r"[撤改设]", before) or stem + found.group()[-1] in facts.agency:
                continue
            span, right = view.span(*found.span()), stem + kind
            fix = Fix(f"改为“{right}”", (Edit(span, right),), Safety.UNSAFE)
            message = f"本地名称写作“{found.group()}”，标题是“{right}”"
            yield Finding(span, message, title, expected=right, actual=found.group(), fix=fix)


def _altered(facts: Facts) -> Iterator[Finding]:
    """Stretches that begin and end as the agency's name does and differ by a character or two."""
    name = facts.agency
    if len(name) < _LEAST:
        return
    head, tail = re.escape(name[:_HEAD]), re.escape(name[-_TAIL:])
    body = len(name) - _HEAD - _TAIL
    pattern = re.compile(rf"(?={head}([\u4e00-\u9fa5]{{{max(body - 2, 1)},{body + 1}}}?){tail})")
    title = (Related("标题里的名称", facts.report.agency_span),) if facts.report.agency_span else ()
    for view in facts.prose.views:
        for found in pattern.finditer(view.text):
            written = name[:_HEAD] + found[1] + name[-_TAIL:]
            if written == name or not _slip(name, written):
                continue
            span = view.span(found.start(), found.start() + len(written))
            yield Finding(
                span,
                f"机关名称写作“{written}”，标题是“{name}”",
                title,
                expected=name,
                actual=written,
                fix=Fix(f"改为“{name}”", (Edit(span, name),), Safety.UNSAFE),
            )


def _slip(name: str, written: str) -> bool:
    """One character wrong or added, or up to two left out together that no short form leaves out."""
    start = next((i for i, (a, b) in enumerate(zip(name, written, strict=False)) if a != b), len(written))
    rest = len(name) - start
    end = next((i for i in range(min(rest, len(written) - start)) if name[-1 - i] != written[-1 - i]), None)
    if end is None:
        end = min(rest, len(written) - start)
    lost, put = name[start : len(name) - end], written[start : len(written) - end]
    if not put:
        return 0 < len(lost) <= 2 and lost not in _USUAL
    return len(put) == 1 and len(lost) <= 1


RULE = Rule(
    code="L203",
    name="own-name-altered",
    severity=Severity.WARNING,
    summary="机关名称与标题一致",
    basis=("国办公开办函〔2021〕30号",),
    needs=("agency", "sections"),
    check=check,
    reach="paragraph",
    examples=(
        Bad(
            preamble="根据《条例》编制本报告。如有疑问，请与⟦云溪生态区发展服务局⟧办公室联系。",
            title="云溪生态示范区发展服务局2024年政府信息公开工作年度报告",
        ),
        Bad(sections={"overview": "2024年，⟦云溪县青右镇人民政府⟧认真做好公开工作。"}),
        Bad(
            sections={"overview": "2024年，⟦云溪县⟧融媒体中心协助做好巡检。"},
            title="白鹭市云溪区人民政府2024年政府信息公开工作年度报告",
        ),
        Bad(sections={"overview": "2024年，⟦青石乡⟧纪委开展监督检查2次。"}),
        Good(
            sections={"overview": "2024年，公开原云溪县的档案12件，云溪区级网站改版，云溪市民中心开放。"},
            title="云溪区人民政府2024年政府信息公开工作年度报告",
        ),
        Good(sections={"overview": "2024年，云溪县青石镇人民政府认真做好公开工作，云溪县青石镇政府专栏更新及时。"}),
        Good(
            sections={"overview": "2024年，云溪县人力资源社会保障局认真做好公开工作。"},
            title="云溪县人力资源和社会保障局2024年政府信息公开工作年度报告",
        ),
    ),
)
