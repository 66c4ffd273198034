"""一个部分的大半文字与上年报告相同（年份、数字、序号不计，各机关通用的套话不计）。

第五部分“存在的主要问题及改进情况”最不该照搬：上年说要改进的，今年应写改得怎样，再写今年的问题。
请逐句核对，改写没有变化的部分。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.pieces import pieces
from drafter.model.report import Section
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule, Sample
from drafter.rules.duplication.carried import Carried, carried, common_spans, substance

# Share of a section's own characters that is last year's, and how many such characters there must be.
_LIMITS = {"problems": (0.6, 40, Severity.WARNING), "overview": (0.8, 200, Severity.INFO)}
_NAMES = {"problems": "第五部分", "overview": "第一部分"}


def check(facts: Facts) -> Iterator[Finding]:
    """Sections most of whose own wording is last year's."""
    previous = facts.previous
    year = previous.report.year if previous else None
    if previous is None or year is None or (facts.year is not None and year >= facts.year):
        return
    found = list(carried(facts, previous))
    common = common_spans(facts)
    for kind, (share, least, severity) in _LIMITS.items():
        section = facts.report.section(kind)
        if section is None:
            continue
        same = [c for c in found if c.sentence.section == kind]
        kept = sum(substance(c.text) for c in same)
        total = _own(facts.text, section, common)
        if kept >= least and kept >= share * total:
            yield Finding(
                section.heading,
                f"{_NAMES[kind]}有 {kept / total:.0%} 的文字与 {year} 年报告相同（{len(same)} 句）；请逐句核对改写",
                tuple(_places(same, year, previous.origin)),
                actual=round(kept / total, 2),
                severity=severity,
            )


def _own(text: str, section: Section, common: tuple[Span, ...]) -> int:
    spans = (s for s in pieces(text, section.body) if not any(s.overlaps(c) for c in common))
    return sum(substance(s.of(text)) for s in spans)


def _places(same: list[Carried], year: int, origin: str) -> Iterator[Related]:
    for one in same[:5]:
        yield Related("未变的句子", one.sentence.span)
        yield Related(f"{year} 年报告", one.before, origin)


RULE = Rule(
    code="D103",
    name="section-unchanged",
    severity=Severity.WARNING,
    summary="一个部分大半照搬上年报告",
    basis=("国办公开办函〔2021〕30号",),
    needs=("previous", "sentences"),
    check=check,
    examples=(
        Bad(
            sections={
                "problems": "一是村级公开栏更换不勤，老人看不清小字。二是新文书不熟悉补正期限，答复多走一道程序。"
                "2025年，将给公开栏编号建档，安排文书到县里跟班十天。"
            },
            lines={"五、存在的主要问题及改进情况": "⟦五、存在的主要问题及改进情况⟧"},
            previous=Sample(
                year=2023,
                sections={
                    "overview": "全年发布信息98条。",
                    "problems": "一是村级公开栏更换不勤，老人看不清小字。二是新文书不熟悉补正期限，答复多走一道程序。"
                    "2024年，将给公开栏编号建档，安排文书到县里跟班十天。",
                },
            ),
        ),
        Good(
            sections={
                "problems": "一是网页附件常有缺漏，群众下载后打不开。二是统计口径交接不清，数字前后核对费时。"
                "2025年，将把附件校验设为必经步骤，写好口径交接单。"
            },
            previous=Sample(
                year=2023,
                sections={
                    "overview": "全年发布信息98条。",
                    "problems": "一是村级公开栏更换不勤，老人看不清小字。二是新文书不熟悉补正期限，答复多走一道程序。"
                    "2024年，将给公开栏编号建档，安排文书到县里跟班十天。",
                },
            ),
        ),
    ),
)
