"""同一段或相邻的段落里，同一句话、同一个分句写了两遍，多是粘贴时留下的。

请删去一处。
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.prose import cut
from drafter.model.span import Span
from drafter.model.view import bare, squeezed
from drafter.rules.base import Bad, Finding, Good, Rule

_HAN = "一-龥"
_CLAUSE_TWICE = re.compile(rf"(?<![^，。；：、！？])([{_HAN}0-9“”《》〔〕（）、]{{6,60}})[，；。]\1(?=[，。；]|$)")
_MARKS = re.compile(rf"[^{_HAN}0-9A-Za-z]")
_SHORTEST = 14
"""Characters of a sentence below which saying it twice is no sign of a slip."""
_NEAR = 2
"""Paragraphs within which the same sentence is a slip of pasting; what is farther off is another rule's."""


def check(facts: Facts) -> Iterator[Finding]:
    """Clauses said twice in a row, and sentences said again in the same paragraph or one of the next two."""
    lines = facts.prose.lines
    clauses = [(a.shifted(at.start), b.shifted(at.start)) for at, line in lines for a, b in _twice(line)]
    for first, again in clauses:
        yield _finding(again, f"“{bare(again.of(facts.text))[:20]}”连着写了两遍，请删去一处", first)
    for first, again in _sentences(lines):
        if not any(again.overlaps(clause) for _, clause in clauses):
            yield _finding(again, "这句话在上文刚写过，请删去一处", first)


def _finding(span: Span, message: str, before: Span) -> Finding:
    return Finding(span, message, (Related("前文", before),))


@lru_cache(maxsize=512)
def _twice(paragraph: str) -> tuple[tuple[Span, Span], ...]:
    """Both places of every clause of a paragraph that stands twice in a row."""
    view = squeezed(paragraph)
    found = ((m.span(1), (m.end() - len(m[1]), m.end())) for m in _CLAUSE_TWICE.finditer(view.text))
    return tuple((view.span(*first), view.span(*again)) for first, again in found)


def _sentences(lines: Iterable[tuple[Span, str]]) -> Iterator[tuple[Span, Span]]:
    told = [(at.start, _statements(line)) for at, line in lines]
    every = [words for _, statements in told for _, _, words in statements]
    if len(set(every)) == len(every):  # as nearly always
        return
    seen: dict[str, tuple[int, int, int]] = {}
    for number, (at, statements) in enumerate(told):
        for start, end, words in statements:
            before = seen.get(words)
            if before and number - before[0] <= _NEAR:
                yield Span(*before[1:]), Span(at + start, at + end)
            seen[words] = (number, at + start, at + end)


@lru_cache(maxsize=512)
def _statements(paragraph: str) -> tuple[tuple[int, int, str], ...]:
    """Where the statements of a paragraph stand that are long enough, and their words; titles and notes may well stand
    twice."""
    every = ((start, end, _words(paragraph[start:end])) for start, end in cut(paragraph))
    return tuple(found for found in every if found[2])


def _words(sentence: str) -> str:
    if len(sentence) < _SHORTEST or sentence[-1] not in "。；！？" or sentence[0] in "（(":
        return ""
    words = _MARKS.sub("", bare(sentence))
    return words if len(words) >= _SHORTEST else ""


RULE = Rule(
    code="W302",
    name="repeated-sentence",
    severity=Severity.WARNING,
    summary="同一句话写了两遍",
    basis=("校对通则",),
    needs=("sentences",),
    check=check,
    examples=(
        Bad(text="加强组织领导，完善公开工作机制和制度。⟦加强组织领导，完善公开工作机制和制度。⟧"),
        Bad(text="公开、透明，方便群众查询办理，⟦方便群众查询办理⟧。"),
        Bad(text="加强组织领导，完善公开工作机制和制度。\n开展培训2次。\n⟦加强组织领导，完善公开工作机制和制度。⟧"),
        Good(
            text="加强组织领导，完善公开工作机制和制度。\n开展培训2次。\n更新目录3次。\n加强组织领导，完善公开工作机制和制度。"
        ),
        Good(
            text="做好教育公开。（县教育局、县民政局、县农业农村局等单位负责。）做好民政公开。（县教育局、县民政局、县农业农村局等单位负责。）"
        ),
        Good(text="关于做好云溪县政府信息公开工作的通知\n关于做好云溪县政府信息公开工作的通知\n做好公开工作。"),
        Good(text="加强组织领导，完善公开工作机制和制度。加强业务培训，提升公开工作能力和水平。"),
    ),
)
