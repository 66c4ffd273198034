"""标题里的文种写“政府信息公开工作年度报告”：不脱“工作”，不加“的”，不写“政务公开”“年报”。

改法：照写。“2024年度政府信息公开工作年度报告”里“年度”重复，写“2024年政府信息公开工作年度报告”即可。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.view import squeezed
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_49

_KIND = "政府信息公开工作年度报告"
_OF_SCHOOLS, _SCHOOL = "信息公开工作年度报告", re.compile("(?:大学|学院|学校)$")
"""《高等学校信息公开办法》 calls theirs so."""
_YEAR = re.compile(r"年?(?P<twice>度)?")


def check(facts: Facts) -> Iterator[Finding]:
    """The words behind year and agency where they are not the name of the report; 年度 said twice."""
    report = facts.report
    if report.title is None or report.year_span is None or report.year_span.end > report.title.end:
        return
    start = report.year_span.end
    if report.agency_span and report.title.contains(report.agency_span):
        start = max(start, report.agency_span.end)
    view = squeezed(facts.text[start : report.title.end], start)
    lead = _YEAR.match(view.text)
    at = lead.end() if lead else 0
    written = view.text[at:]
    if written.endswith(_OF_SCHOOLS) and _SCHOOL.search(facts.agency):
        return
    if written and not written.endswith(_KIND):
        span = view.span(at, len(view.text))
        fix = Fix(f"改为“{_KIND}”", (Edit(span, _KIND),), Safety.UNSAFE)
        yield Finding(span, f"标题写作“{written}”，应为“{_KIND}”{_why(written)}", expected=_KIND, fix=fix)
    elif lead and lead.group("twice") and written == _KIND:
        span = view.span(*lead.span("twice"))
        fix = Fix("删去“度”", (Edit(span, ""),), Safety.UNSAFE)
        yield Finding(span, "标题里“年度”重复，写“年”即可", fix=fix, severity=Severity.INFO)


def _why(words: str) -> str:
    if words == _KIND.replace("工作", ""):
        return "（脱“工作”二字）"
    if "政务" in words:
        return "（条例的用语是“政府信息公开”）"
    return ""


RULE = Rule(
    code="F202",
    name="title-wording",
    severity=Severity.WARNING,
    summary="标题的文种写“政府信息公开工作年度报告”",
    basis=(LAW_49, "《中华人民共和国政府信息公开条例》第五十条"),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(title="青石镇人民政府2024年⟦政府信息公开年度报告⟧"),
        Bad(title="青石镇人民政府2024年⟦政务公开工作年度报告⟧"),
        Bad(title="青石镇人民政府2024年⟦度⟧政府信息公开工作年度报告"),
        Good(title="云溪师范学院2024年信息公开工作年度报告"),
        Good(),
        Good(title="2024年青石镇人民政府政府信息公开工作年度报告"),
        Good(title="云溪县2024年度全县政府信息公开工作年度报告"),
        Good(title="青石镇人民政府 2024 年\n政府信息公开工作年度报告"),
    ),
)
