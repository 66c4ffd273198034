"""Readings that the wording leaves open beside the likeliest one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.analyse.claims.features import Features
from drafter.analyse.claims.meaning import ORGANISATION, Meaning

_SWAPPED = {"carried_in": "carried_out", "carried_out": "carried_in"}
_IN_HAND = re.compile("待办|在办|待处理|待答复|待办理")
_AT_LAST = re.compile("[尚仍]|目前|截[至止]|末|底|剩|还有|正在|中$|[结转]")
_ALL_YEAR = re.compile("[全年]年|共|累计|合计")
_SUITS = frozenset({"litigation_direct", "litigation_after"})

Reading = tuple[str, ...]


def either_year(f: Features, found: Sequence[Meaning]) -> list[Meaning]:
    """结转 that does not say from or to which year may be either."""
    bare = any(s.value == "carried" for n in f.nodes for s in n.senses if s.tag == "ROW")
    if not bare or f.years or f.prior:
        return list(found)
    return [_with(m, [tuple(_swapped(c) for c in m.cells)]) if m.row in _SWAPPED else m for m in found]


def in_hand(f: Features, found: Sequence[Meaning], seen: Sequence[str]) -> list[Meaning]:
    """待办 is what is left at the end of the year, or all that there was to do: 加上结转2件，待办申请共42件.

    `seen` are the rows told before.
    """
    words = "".join(n.text for n in f.nodes)
    late = "total" in seen or _AT_LAST.search(words) or not _IN_HAND.search(words)
    if late or not ({"sum", "adding"} & f.flags or "carried_in" in seen or _ALL_YEAR.search(words)):
        return list(found)
    return [_all_there_was(m) for m in found]


def _all_there_was(meaning: Meaning) -> Meaning:
    both = tuple(f"requests.{row}.{meaning.column}" for row in ("new", "carried_in"))
    readings = (both, (f"requests.total.{meaning.column}",), *meaning.readings)
    return replace(meaning, cells=both, readings=readings, row="new+carried_in")


def _swapped(cell: str) -> str:
    table, row, column = cell.split(".")
    return f"{table}.{_SWAPPED[row]}.{column}"


def rest_of_applicants(meaning: Meaning, told: Sequence[str]) -> Meaning:
    """法人或其他组织 and 其他组织 behind the columns `told`: also the organisations left, or the last column."""
    if meaning.column not in ("organisation", "others") or not told:
        return meaning
    rows = dict.fromkeys(tuple(dict.fromkeys(a.split(".")[1] for a in r)) for r in meaning.readings)
    left = tuple(c for c in ORGANISATION if c not in told)
    columns = [c for c in (left, ("other",), ORGANISATION) if c]
    return _with(meaning, [tuple(f"requests.{row}.{c}" for row in r for c in cs) for r in rows for cs in columns])


def of_all_kinds(meaning: Meaning, kinds: Sequence[str]) -> Meaning:
    """目前尚有2件未审结 behind several `kinds` of case: of the last kind, or of the last ones together."""
    columns = dict.fromkeys(c.rsplit(".", 1)[1] for c in meaning.cells)
    more: list[Reading] = []
    for at in range(len(kinds) - 2, -1, -1):
        several = [k for k in kinds[at:] if k != "litigation" or not _SUITS & set(kinds[at:])]
        more.append(tuple(f"review.{k}.{c}" for k in several for c in columns))
    return _with(meaning, more)


def _with(meaning: Meaning, more: Sequence[Reading]) -> Meaning:
    return replace(meaning, readings=tuple(dict.fromkeys((*meaning.readings, *more))))
