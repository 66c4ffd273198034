"""Figures that the words around them set apart from every cell: bases of comparison, some of a set, new and done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.analyse.claims.features import Features, features
from drafter.analyse.claims.lexer import Node
from drafter.data.marks import claim_marks

_MARKS = claim_marks()
_AMONG = re.compile("^(?:[之当其]?中|里面?|之内)$")
_WITH_AMONG = re.compile("^(?:[之当]?中|里面?)(?:共?有|尚有|还有|仅有|只有)$")
_TO = re.compile("^(?:针?对|就|将|把|对其中)$")
_YEARS_ALONE = re.compile(
    "(?:自|从|截至|截止)?(?:20[0-9]{2}年度?(?:[、和至到及与—-]|底|末)*)+(?:以来|至今|间|期间|起|这?[两二三四五]年间?)*"
)
_HAVE = frozenset({"有", "共有", "尚有", "还有", "仅有", "只有", "约有", "共", "仅", "就", "已", "已有"})
_DONE = frozenset({"finish", "answer"})


def set_apart(found: Features, own: Features) -> bool:
    """Whether the words of a figure (`found`, of them `own` beside it) say that it is no figure of this year's table,
    as what is meant or supposed is: 计划制定3件."""
    return (
        is_base(own)
        or marked(own.words, "meant", "merged", "sampled", "above", "fallen_due")
        or ("requests" in found.domains and marked(own.words, "referred"))
    )


def partial(found: Features, before: Sequence[Node], after: Sequence[Node]) -> bool:
    """Whether a figure is of some of those that a table counts. `before` and `after` are the words beside it."""
    return new_and_done(found) or is_object(before, after) or in_the_name_of(found)


def marked(words: str, *names: str) -> bool:
    """Whether words hold one of the marks of lexicons/claims/marks.toml."""
    return any(_MARKS[name].search(words) for name in names)


def excepting(sentence: str) -> bool:
    """Whether a sentence leaves some out before it says 未 or 均 of the others: 除结转1件外，均已办结."""
    return _MARKS["except"].search(sentence) is not None


def qualified(nodes: Sequence[Node]) -> bool:
    """Whether 未收到…的申请 denies only requests of some sort: 未收到需收费的申请, but not 未收到任何形式的申请."""
    at = next((i for i in range(len(nodes) - 1, -1, -1) if nodes[i].sense("DOM")), 0)
    if not at or nodes[at - 1].text != "的":
        return False
    if len([n for n in nodes[:at] if n.sense("CHAN")]) == 1:
        return True  # 通过电子邮件提交的, but not 通过信函、网络等形式提出的
    return any(
        n.sense("NOISE", "ROW", "DOC") is not None
        or (n.kind == "word" and n.note == "W" and _MARKS["plain"].search(n.text) is None)
        for n in nodes[:at]
    )


def left_out(nodes: Sequence[Node], words: str) -> list[tuple[int, int]]:
    """Stretches of a sentence, by offsets, that say of their figures that the report leaves them out. `words` are the
    nodes as one string."""
    if not marked(words, "left_out"):
        return []
    found: list[tuple[int, int]] = []
    start = 0
    for i, node in enumerate(nodes):
        if i == len(nodes) - 1 or node.text in "；;。":
            if marked("".join(n.text for n in nodes[start : i + 1]), "left_out"):
                found.append((nodes[start].start, node.end))
            start = i + 1
    return found


def is_base(found: Features) -> bool:
    """Whether a figure is what another one is compared with, or by how much they differ: 比2023年的45件少7件.

    与上年相比 ends a comparison, and what follows is a figure of its own.
    """
    last = next((n for n in reversed(found.nodes) if n.sense("COMPARE")), None)
    return last is not None and _MARKS["levels"].search(last.text) is None


def some_of(before: Sequence[Node], pending: Sequence[Node]) -> bool:
    """Whether a figure is of some out of a set: 申请中有8件. `before` are the words beside it, `pending` those of the
    clauses before."""
    words = before if any(n.kind in ("term", "word") and n.text not in _HAVE for n in before) else pending
    return ends_among(words)


def tells_which(after: Sequence[Node]) -> bool:
    """Whether the words behind a figure tell by outcome, applicant or way which of a set they are.

    申请中有8件涉及征地 is by a mark that the tables lack.
    """
    own = features(after)
    return bool(own.rows or own.columns or own.results or own.channels) and not own.noise


def ends_among(nodes: Sequence[Node]) -> bool:
    """Whether words name a set out of which some are told next: 申请中, 行政复议案件中有."""
    spoken = [n for n in nodes if n.kind in ("term", "word")]
    while spoken and spoken[-1].text in _HAVE:
        spoken.pop()
    if not spoken:
        return False
    return (_AMONG.search(spoken[-1].text) or _WITH_AMONG.search(spoken[-1].text)) is not None and len(spoken) > 1


def is_object(before: Sequence[Node], after: Sequence[Node]) -> bool:
    """Whether a figure is of those to which some step was done: 对6件申请延期答复, but 对6件申请作出答复."""
    if not before or _TO.search(before[-1].text) is None:
        return False
    own = features(after)
    return bool(own.rows) or not set(own.acts) & _DONE or own.foreign or bool(own.noise)


def in_the_name_of(found: Features) -> bool:
    """Whether a figure is of a group within a kind of applicant: 高校师生以个人名义申请4件."""
    return bool(found.columns) and marked(found.words, "in_the_name")


def of_others(found: Features) -> bool:
    """Whether a figure is of what is done for others: 指导乡镇答复9件, 代理诉讼19件."""
    return marked(found.words, "for_others")


def other_years(nodes: Sequence[Node], year: int | None) -> bool:
    """Whether a clause names years alone, and not just the one reported on: 2019年至今, 2022年、2023年、2024年."""
    years = {int(n.value) for n in nodes if n.kind == "year" and n.value is not None}
    return bool(years - {year}) and _YEARS_ALONE.fullmatch("".join(n.text for n in nodes)) is not None


def new_and_done(found: Features) -> bool:
    """Whether a figure is of those that both came in and were done with: 当年新收办结35件, 结转的办结2件.

    收到并答复15件 is said of all where nothing more is told.
    """
    done = _DONE & set(found.acts)
    kept = {"carried_in", "carried"} | ({"carried_out"} if any(n.text.startswith("已") for n in found.nodes) else set())
    if not done or set(found.rows) - kept or {"each", "respectively", "all"} & found.flags:
        return False
    return "new" in found.acts or bool(found.rows)
