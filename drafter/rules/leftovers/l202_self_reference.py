"""自称与机关类型不符：局的报告里写“我镇”，镇的报告里写“我局”，街道的报告里写“我乡”。

多半是借用别的单位的稿子留下的。部门、乡镇提到所在的“我县”“我区”“我市”不报。改法：改成与本机关相符的自称，全文统一。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule

_SELF = re.compile(
    r"(?<![自你忘“‘])我(?:(?P<town>镇)(?!静)|(?P<village>乡)(?!愁|亲)|(?P<street>街道)|(?P<office>局)(?![限面势部长])|(?P<board>厅)|(?P<committee>委)(?![托屈会员]))"
)
_OWN = {"town": "镇", "village": "乡", "street": "街道", "office": "局", "board": "厅", "committee": "委"}
_ENDINGS: tuple[tuple[re.Pattern[str], str, set[str]], ...] = (
    (re.compile(r"镇(?:人民政府)?$"), "我镇", {"town"}),
    (re.compile(r"(?:乡|苏木)(?:人民政府)?$"), "我乡", {"village"}),
    (re.compile(r"街道(?:办事处|办)?$"), "我街道", {"street"}),
    (re.compile(r"局$"), "我局", {"office"}),
    (re.compile(r"厅$"), "我厅", {"board"}),
    (re.compile(r"委员会$|委$"), "我委", {"committee"}),
    (re.compile(r"海关$"), "我关", set()),
    (re.compile(r"(?:办公室|办公厅)$"), "我办", set()),
    (re.compile(r"中心$"), "我中心", set()),
    (re.compile(r"(?:省|市|县|区|旗|州)(?:人民政府)?$"), "", set()),
)


def check(facts: Facts) -> Iterator[Finding]:
    """我镇 and the like that the agency's name does not bear out."""
    fitting = next(((word, own) for pattern, word, own in _ENDINGS if pattern.search(facts.agency)), None)
    if fitting is None:
        return
    word, own = fitting
    title = (Related("报告的机关", facts.report.agency_span),) if facts.report.agency_span else ()
    for view in facts.prose.views:
        for found in _SELF.finditer(view.text):
            kind = found.lastgroup or ""
            if kind in own or (
                kind == "committee" and "党委" in view.text[max(found.start() - 8, 0) : found.end() + 8]
            ):
                continue
            span = view.span(found.start(), found.end())
            fix = Fix(f"改为“{word}”", (Edit(span, word),), Safety.DISPLAY) if word else None
            yield Finding(
                span,
                f"报告是{facts.agency}的，这里自称“{found.group()}”",
                title,
                expected=word or None,
                actual=found.group(),
                fix=fix,
                severity=Severity.WARNING if kind == "committee" else None,
            )


RULE = Rule(
    code="L202",
    name="self-reference",
    severity=Severity.ERROR,
    summary="自称与机关类型一致",
    basis=("国办公开办函〔2021〕30号",),
    needs=("agency", "sections"),
    check=check,
    reach="paragraph",
    sign=re.compile("我"),
    examples=(
        Bad(sections={"overview": "2024年，⟦我局⟧公开信息126条。"}),
        Bad(
            sections={"overview": "2024年，⟦我镇⟧公开信息126条，我局按时更新。"},
            title="云溪县教育局2024年政府信息公开工作年度报告",
        ),
        Bad(
            sections={"problems": "主要问题：更新偏慢。2025年，⟦我局⟧将加强督促。"},
            title="海东省生态环境厅2024年政府信息公开工作年度报告",
        ),
        Bad(
            sections={"overview": "2024年，⟦我局⟧公开信息126条，我关按时更新。"},
            title="中华人民共和国云溪海关2024年政府信息公开工作年度报告",
        ),
        Good(sections={"overview": "2024年，我镇公开信息126条，我县统一部署，打破自我局限。"}),
        Good(
            sections={"overview": "2024年，我局公开信息126条，在我县、我市统一平台发布。"},
            title="云溪县教育局2024年政府信息公开工作年度报告",
        ),
    ),
)
