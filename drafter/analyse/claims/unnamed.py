"""Figures that no noun names: the rest of a list, the sum of what was told before."""

from __future__ import annotations

from drafter.analyse.claims.features import Features, features
from drafter.analyse.claims.interpret import Context
from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.meaning import Meaning, Parent, of_requests
from drafter.data.claims import Sense

_ASKED = Node("term", 0, 0, "", (Sense("DOM", "requests", "strong"),))


def unnamed(found: Features, context: Context, part: bool) -> list[Meaning] | None:
    """共13件 behind what came in and what was carried in; 其他2件 at the end of a list. None where neither is said.

    `part` says that a list of parts is open.
    """
    if "rest" in found.flags and not found.foreign:
        return _others(context)
    if (
        "sum" in found.flags
        and not found.foreign
        and {"new", "carried_in"} <= set(context.seen)
        and "total" not in context.seen
    ):
        cells = ("requests.new.total", "requests.carried_in.total")
        readings = (cells, ("requests.total.total",), ("requests.new.total",))
        return [Meaning("requests", cells, readings, "new+carried_in")]
    if "sum" in found.flags and not found.foreign and context.last_kind == "channels" and not part:
        return of_requests(features([_ASKED]), Parent(), False)
    return None


def _others(context: Context) -> list[Meaning]:
    kind = context.last_kind
    if kind == "columns" and context.main.row:
        cell = f"requests.{context.main.row}.other"
        return [Meaning("requests", (cell,), ((cell,),), context.main.row, "others")] if "+" not in cell else []
    if kind == "rows" and "." in (context.seen[-1] if context.seen else ""):
        return []  # 不予公开的9件里，案卷4件，其他5件
    if kind == "rows":
        cell = "requests.other.total"
        return [Meaning("requests", (cell,), ((cell,),), "other", soft=True)]
    if kind == "results" and context.reviews:
        cells = tuple(f"review.{k}.other" for k in context.reviews)
        return [Meaning("review", cells, (cells,), "+".join(context.reviews), "other", soft=True)]
    if kind == "channels":
        return [Meaning("requests", topic="channel.other")]
    return []
