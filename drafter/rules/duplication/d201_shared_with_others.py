"""一段少见的文字与别的机关的报告相同或只改了几个字。

法定表述和各机关通用的套话不算：按有多少机关在用来分，不靠名单。第五部分“存在的主要问题及改进情况”照搬别处最要紧。
请改写成本机关自己的情况；两处本来同源（合署办公、联合发文）的可以不改。
相似度的界限用配置项 similarity.threshold 调。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Echo, Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.duplication.carried import substance

# A wording of more than three agencies is on the way to being common; measured on the sample corpus (docs/corpus.md).
_RARE = 3
_LEAST = 16
# What stands here is laid down: the basis of the report, the statement on fees.
_FORMAL = ("preamble", "other")


def check(facts: Facts) -> Iterator[Finding]:
    """Runs of neighbouring sentences that stand in the same report of another agency."""
    order = {s.span: i for i, s in enumerate(facts.sentences)}
    sections = {s.span: s.section for s in facts.sentences}
    shared = [e for e in _nearest(facts) if sections.get(e.span) not in _FORMAL]
    numbered = [(order.get(e.span, 0) - i, e) for i, e in enumerate(shared)]
    for _, run in groupby(numbered, key=lambda pair: (pair[0], pair[1].agency, pair[1].year)):
        echoes = [e for _, e in run]
        span = echoes[0].span.cover(echoes[-1].span)
        yield _finding(facts, span, echoes, sections[echoes[0].span])


def _nearest(facts: Facts) -> Iterator[Echo]:
    """For every sentence the nearest rare wording of another agency, when it is near enough."""
    best: dict[Span, Echo] = {}
    own = {e.span for e in facts.echoes if e.same_agency and e.score >= facts.config.similarity_threshold}
    for echo in facts.echoes:
        if echo.same_agency or echo.agencies > _RARE or echo.score < facts.config.similarity_threshold:
            continue
        if echo.span in own or substance(echo.span.of(facts.text)) < _LEAST:
            continue
        if echo.span not in best or echo.score > best[echo.span].score:
            best[echo.span] = echo
    yield from (best[span] for span in sorted(best))


def _finding(facts: Facts, span: Span, echoes: list[Echo], section: str) -> Finding:
    first = echoes[0]
    score = sum(e.score for e in echoes) / len(echoes)
    which = f"这 {len(echoes)} 句" if len(echoes) > 1 else "这句话"
    return Finding(
        span,
        f"{which}与{first.agency} {first.year} 年报告相似 {score:.0f}%；请改写成本机关的情况",
        tuple(Related(f"{e.agency} {e.year} 年：{e.text}", origin=f"{e.agency}{e.year}年报告") for e in echoes),
        actual=round(score),
        severity=Severity.WARNING if section == "problems" else Severity.INFO,
    )


RULE = Rule(
    code="D201",
    name="shared-with-others",
    severity=Severity.WARNING,
    summary="少见的文字与别的机关的报告相同",
    basis=("国办公开办函〔2021〕30号",),
    needs=("corpus", "sentences"),
    check=check,
    examples=(
        Bad(sections={"problems": "⟦渡口候船室的触摸屏常年黑着，来往渔民查不到休渔补助名单。⟧2025年加以改进。"}),
        Good(sections={"problems": "部分村公开栏由会计兼管，换人之后密码无人知晓，内容停在春天。2025年加以改进。"}),
    ),
)
