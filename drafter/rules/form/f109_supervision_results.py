"""各级人民政府（含乡镇）的年度报告，还要写明工作考核、社会评议和责任追究结果，通常写在“监督保障”里。

没有发生责任追究的，写“未发生责任追究的情形”。开发区一类的管委会不是人民政府，不查。改法：补写缺少的一项。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import LAW_50, words

_RESULTS = {
    "工作考核": re.compile(r"考核|考评|绩效|考查"),
    "社会评议": re.compile(r"评议|满意度|评价|群众意见|评估|监督员"),
    "责任追究": re.compile(r"追究|追责|问责|约谈|通报批评|处分|移送"),
}

_COMMITTEE = re.compile("(?:管委会|管理委员会|[试实]验区|开发区|示范区|合作区|新区|园区)$")
_MOST = 2


def check(facts: Facts) -> Iterator[Finding]:
    """One finding where section one of a government's report says nothing of most of the results."""
    section = facts.report.section("overview")
    if section is None or facts.report.kind not in ("government", "township") or _COMMITTEE.search(facts.agency):
        return
    own = [told for line, told in facts.prose.lines if section.body.contains(line)]
    if sum(any(_names(line, name) for line in own) for name in _RESULTS) > len(_RESULTS) - _MOST:
        return  # as in most reports; a line that ends within the word is looked at below
    body = words(facts, section.body)
    missing = [name for name, pattern in _RESULTS.items() if not pattern.search(body)]
    part = next((p for p in section.subsections if p.kind == "supervision"), None)
    if (part or "监督" in body) and len(missing) >= _MOST:
        names = "、".join(f"“{name}”" for name in missing)
        span = part.heading if part else section.title
        yield Finding(span, f"人民政府的年度报告要写明考核、评议和责任追究结果，第一部分没有写{names}")


@lru_cache(maxsize=1024)
def _names(line: str, result: str) -> bool:
    return _RESULTS[result].search(line) is not None


RULE = Rule(
    code="F109",
    name="supervision-results",
    severity=Severity.INFO,
    summary="人民政府要写明考核、评议、责任追究结果",
    basis=(LAW_50, "《中华人民共和国政府信息公开条例》第四十六条"),
    needs=("section.overview",),
    check=check,
    examples=(
        Bad(lines={"（五）监督保障。": "⟦（五）监督保障⟧。", "开展社会评议1次，未发生责任追究的情形": "开展培训1次"}),
        Good(),
        Good(
            title="云溪经济开发区管理委员会2024年政府信息公开工作年度报告",
            lines={"开展社会评议1次，未发生责任追究的情形": "开展培训1次"},
        ),
        Good(lines={"开展社会评议1次，未发生责任追究的情形": "约谈发布迟缓的单位1家"}),
        Good(
            title="云溪县水利局2024年政府信息公开工作年度报告",
            lines={"开展社会评议1次，未发生责任追究的情形": "开展培训1次"},
        ),
    ),
)
