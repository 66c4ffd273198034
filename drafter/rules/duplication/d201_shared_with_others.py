"""一段少见的文字与别的机关的报告相同或只改了几个字。

法定表述和各机关通用的套话不算：按有多少机关在用来分，不靠名单。第五部分“存在的主要问题及改进情况”照搬别处最要紧。
请改写成本机关自己的情况；两处本来同源（合署办公、联合发文）的可以不改。
相似度的界限用配置项 similarity.threshold 调。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Echo, Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.duplication.carried import figures, substance

# A wording of more than three agencies is on the way to being common; measured on the sample corpus (docs/corpus.md).
_RARE = 3
_LEAST = 16
# What stands here is laid down: the basis of the report, the statement on fees.
_FORMAL = ("preamble", "other")


def check(facts: Facts) -> Iterator[Finding]:
    """Runs of neighbouring passages that stand in the same report of another agency."""
    run: list[Echo] = []
    for echo in _nearest(facts):
        if run and not (_source(run[0]) == _source(echo) and _adjoin(facts.text, run[-1].span, echo.span)):
            yield _finding(facts, run)
            run = []
        run.append(echo)
    if run:
        yield _finding(facts, run)


def _source(echo: Echo) -> tuple[str, int | None]:
    return echo.agency, echo.year


def _adjoin(text: str, first: Span, second: Span) -> bool:
    return not text[first.end : second.start].strip() and text[first.end : second.start].count("\n") < 2


def _nearest(facts: Facts) -> Iterator[Echo]:
    """For every passage the nearest rare wording of another agency, when it is near enough."""
    formal = [s.span for s in facts.sentences if s.section in _FORMAL]
    best: dict[Span, Echo] = {}
    own = {e.span for e in facts.echoes if e.same_agency and e.score >= facts.config.similarity_threshold}
    for echo in facts.echoes:
        if echo.same_agency or echo.agencies > _RARE or echo.score < facts.config.similarity_threshold:
            continue
        if echo.span in own or any(echo.span.overlaps(span) for span in formal):
            continue
        if not _telling(echo.span.of(facts.text)):
            continue
        if echo.span not in best or echo.score > best[echo.span].score:
            best[echo.span] = echo
    yield from (best[span] for span in sorted(best))


def _telling(text: str) -> bool:
    """Whether a passage says enough of its own: statistics are worded alike because the tables are."""
    return substance(text) >= _LEAST * max(1, figures(text))


def _finding(facts: Facts, echoes: list[Echo]) -> Finding:
    first = echoes[0]
    span = first.span.cover(echoes[-1].span)
    score = sum(e.score for e in echoes) / len(echoes)
    which = f"这 {len(echoes)} 句" if len(echoes) > 1 else "这句话"
    problems = any(s.section == "problems" and s.span.overlaps(span) for s in facts.sentences)
    return Finding(
        span,
        f"{which}与{first.agency} {first.year} 年报告相似 {score:.0f}%；请改写成本机关的情况",
        tuple(Related(f"{e.agency} {e.year} 年：{e.text}", origin=f"{e.agency}{e.year}年报告") for e in echoes),
        actual=round(score),
        severity=Severity.WARNING if problems else Severity.INFO,
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
