"""Figures that the words around them set apart from every cell: bases of comparison, some of a set, new and done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.analyse.claims.features import Features, features
from drafter.analyse.claims.lexer import Node

_LEVELS = re.compile("(?:相比|对比|同比|环比|比较)$")
_AMONG = re.compile("^(?:[之当其]?中|里面?|之内)$")
_WITH_AMONG = re.compile("^(?:[之当]?中|里面?)(?:共?有|尚有|还有|仅有|只有)$")
_HAVE = frozenset({"有", "共有", "尚有", "还有", "仅有", "只有", "约有", "共", "仅", "就", "已", "已有"})
_DONE = frozenset({"finish", "answer"})


def is_base(found: Features) -> bool:
    """Whether a figure is what another one is compared with, or by how much they differ: 比2023年的45件少7件.

    与上年相比 ends a comparison, and what follows is a figure of its own.
    """
    last = next((n for n in reversed(found.nodes) if n.sense("COMPARE")), None)
    return last is not None and _LEVELS.search(last.text) is None


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


def new_and_done(found: Features) -> bool:
    """Whether a figure is of those that both came in and were done with: 当年新收办结35件, 结转的办结2件.

    收到并答复15件 is said of all where nothing more is told.
    """
    done = _DONE & set(found.acts)
    if not done or set(found.rows) - {"carried_in"} or {"each", "respectively", "all"} & found.flags:
        return False
    return "new" in found.acts or bool(found.rows)
