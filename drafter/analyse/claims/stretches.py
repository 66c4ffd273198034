"""Stretches of a sentence: where they end and which words belong to a figure."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.analyse.claims.features import features
from drafter.analyse.claims.lexer import Node

CUTS = frozenset("，,；;。！？!?：:")
OPEN, CLOSE = "（(【[", "）)】]"
COUNTED = ("quantity", "bare")
RATED = ("change", "share", "rate", "percent")


def bare_counts(nodes: Sequence[Node], at: int, pending: Sequence[Node]) -> bool:
    """Whether a number without measure word counts: behind 为, 数 or a colon, and before punctuation.

    `pending` are the words of the clause before, which a colon may end.
    """
    after = nodes[at + 1] if at + 1 < len(nodes) else None
    if not at or (after is not None and after.kind != "punct"):
        return False
    before = nodes[at - 1]
    if before.sense("RATE") or (at > 1 and nodes[at - 2].sense("RATE") and before.sense("COPULA")):
        return False
    if before.kind == "punct":
        return before.text in "：:" and features(pending).any
    listed = before.sense("ROW", "COL", "RES") is not None and before.text != "公开"
    if listed and (after is None or after.text not in OPEN):
        return True
    return before.sense("COPULA", "SUM") is not None or before.text.endswith(("数", "量", "为", "数量"))


def side_by_side(words: Sequence[Node], subjects: list[Node]) -> bool:
    """Whether the subjects are a list: only 、 or 和 stands between them."""
    places = [i for i, n in enumerate(words) if n in subjects]
    between = [words[i] for i in range(places[0], places[-1]) if i not in places]
    return all(n.text == "、" or n.sense("AND") or n.sense("FILL") for n in between) and bool(between)


def continues(nodes: Sequence[Node]) -> bool:
    """Whether a sentence goes on with the list of the one before: it begins with 其中."""
    head = next((n for n in nodes if n.kind != "punct"), None)
    return head is not None and head.sense("AMONG") is not None


def clause_end(nodes: list[Node], at: int) -> tuple[int, bool]:
    """Where the words behind a figure end, and whether another figure ends them."""
    for i in range(at, len(nodes)):
        node = nodes[i]
        if node.kind == "punct":
            return i, False
        if node.kind in COUNTED + RATED:
            return i, True
    return len(nodes), False


def words_of(before: list[Node], after: list[Node]) -> tuple[bool, list[Node]]:
    """The words that tell what a figure counts, and whether those behind it are needed."""
    if not after:
        return False, before
    second = features(after)
    # 有10件来自自然人: 有 tells nothing where a column does.
    first = features([n for n in before if n.text != "有"] if second.columns else before)
    named = bool(second.domains or second.weak)
    if "all" in second.flags and first.any:
        return False, before
    if not first.aspect and (second.aspect or named or second.noise):
        return True, [*before, *after]
    if not first.domains and not first.weak and not first.rows and (named or second.noise == "strong"):
        return True, [*before, *after]
    if not first.rows and not first.columns and not first.results and second.rows and not second.acts:
        return True, [*before, *after]
    return False, before


def moves_to(nodes: Sequence[Node]) -> bool:
    """Whether the words between two figures are 增加到, 降至 or the like."""
    return len(nodes) == 2 and nodes[0].sense("MOVE") is not None and nodes[1].text in ("到", "至", "为", "成")


def dealt_out(after: Sequence[Node], end: Sequence[Node]) -> bool:
    """其余21件分别作出不予公开、无法提供: whether words behind a figure deal it out without saying how."""
    return any(n.sense("RESP") for n in after) and any(n.text == "、" for n in end)


def dealt(nodes: list[Node]) -> list[list[Node]]:
    """行政复议、行政诉讼分别为 as one list of words for each of the figures that follow."""
    if not any(n.sense("RESP") for n in nodes):
        return []
    for tag in ("COL", "CHAN", "ROW", "RES", "DOC", "ACT", "DOM"):
        subjects = [n for n in nodes if n.sense(tag)]
        if len(subjects) < 2:
            continue
        shared = [n for n in nodes if n not in subjects and not n.sense("RESP") and n.text != "、"]
        return [[*shared, subject] for subject in subjects]
    return []
