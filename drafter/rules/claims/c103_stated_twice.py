"""同一件事前后写了两个不同的数字，至少有一个是错的。

核对的是三张表里有的数字（收到、办结、各类结果、复议诉讼、规范性文件……）和主动公开信息的总条数。
改法：以台账为准统一前后。口径不同的，请写明各是什么口径。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.claim import Claim, Figure
from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import amount, number

_PUBLISHED = re.compile(
    r"(?:20\d\d年度?|全年|本年度?|年内|今年|[我本全][局镇乡县区市街道委办厅单位机关]{1,3}|共计?|累计|总计|合计|依法|已|政府)*"
    r"(主动公开(?:各类|各项)?(?:政府|政务)?信息)(?:总数|数量|共计?|累计|总计|合计|达到?|为)*"
)
_WHOLE = re.compile("全年|年度|年内|今年|20\\d\\d年|共|累计|总|合计")
_SOME = re.compile("通过|利用|依托|网站|平台|公众号|专栏|围绕|聚焦|领域|方面|其中|上年|去年|较")
_NEAR = 40


def check(facts: Facts) -> Iterator[Finding]:
    """Statements about one cell, and totals of published items, that name different figures."""
    yield from _claims(facts)
    yield from _published(facts)


def _claims(facts: Facts) -> Iterator[Finding]:
    first: dict[tuple[tuple[str, ...], ...], Claim] = {}
    for claim in facts.claims:
        if claim.relation not in ("eq", "none") or not claim.cell or claim.value is None:
            continue
        if claim.soft or claim.topic:
            continue
        known = first.setdefault(claim.readings, claim)
        listed = claim.span.start - known.span.end < _NEAR
        settled = "contradicted" in (known.verdict, claim.verdict) or claim.verdict == known.verdict == "holds"
        if known.value == claim.value or listed or settled:
            continue
        yield Finding(
            claim.number_span or claim.span,
            f"{facts.form.sum_name(claim.readings[0])}：前面写 {amount(known.value)}，这里写 {amount(claim.value)}",
            (Related(f"前面写 {amount(known.value)}", known.number_span or known.span),),
            claim.cell,
            expected=number(known.value),
            actual=number(claim.value),
        )


def _published(facts: Facts) -> Iterator[Finding]:
    known: Figure | None = None
    for figure in facts.survey.figures:
        if figure.unit != "条" or figure.relation != "eq" or not _is_published(figure.label):
            continue
        before = _before(facts, figure)
        if not _WHOLE.search(before) or _SOME.search(before):
            continue
        if known is None:
            known = figure
        elif known.value != figure.value:
            yield Finding(
                figure.number_span,
                f"主动公开信息的条数：前面写 {amount(known.value)}，这里写 {amount(figure.value)}",
                (Related(f"前面写 {amount(known.value)}", known.number_span),),
                expected=number(known.value),
                actual=number(figure.value),
                severity=Severity.WARNING,
            )


@lru_cache(maxsize=512)
def _is_published(label: str) -> bool:
    return _PUBLISHED.fullmatch(label) is not None


def _before(facts: Facts, figure: Figure) -> str:
    """The words of the figure's sentence before its number."""
    sentence = facts.prose.sentence_at(figure.number_span.start) or figure.span
    return facts.text[sentence.start : figure.number_span.start]


RULE = Rule(
    code="C103",
    name="stated-twice",
    severity=Severity.ERROR,
    summary="同一数字前后一致",
    basis=("国办公开办函〔2021〕30号",),
    needs=("claims",),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "2024年主动公开信息376条。村级公开栏及时更换。全年共主动公开政府信息⟦367⟧条。"}),
        Bad(
            sections={
                "overview": "2024年新收政府信息公开申请5件，均按《条例》规定的程序登记、审核、答复、归档。"
                "经办人员参加了县里组织的培训，"
                "熟悉了补正、征求第三方意见等环节的办理要求。全年新收政府信息公开申请⟦6⟧件。"
            },
            cells={"requests.new.total": "", "requests.new.natural": "", "requests.new.business": ""},
        ),
        Good(sections={"overview": "全年主动公开信息376条。全年主动公开信息376条，其中网站发布320条。"}),
        Good(sections={"overview": "县政府门户网站主动公开信息376条，政务新媒体主动公开信息120条。"}),
        Good(sections={"overview": "全年主动公开信息376条。围绕社会救助等事项，全年主动公开信息93条。"}),
    ),
)
