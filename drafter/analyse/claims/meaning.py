"""From features to cells: which address a figure speaks of, and which other readings the wording admits."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.analyse.claims.features import DECISIONS, DOCUMENTS, REVIEWS, Features

ORGANISATION = ("business", "research", "nonprofit", "legal", "other")
_COLUMNS = {"organisation": ORGANISATION, "others": ("other",)}
_RECEIVED = ("receive", "new", "accept", "occur")
_DONE = ("handle", "answer", "finish")
_OUTCOMES = ("granted", "partly_granted", "refused", "unavailable")
_OF_SUITS = re.compile("(?<!复议)诉|原告|判决|法院")
_DECIDED = ("upheld", "corrected", "other")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure counts. `cells` are added up; `readings` hold the alternatives, `cells` first; `row` and `column`
    are the coordinates that parts of the figure inherit; `topic` stands in for a cell; `soft` as in Claim."""

    domain: str
    cells: tuple[str, ...] = ()
    readings: tuple[tuple[str, ...], ...] = ()
    row: str = ""
    column: str = "total"
    topic: str = ""
    soft: bool = False

    @property
    def cell(self) -> str:
        """The likeliest reading as one word."""
        return "+".join(self.cells)


@dataclass(frozen=True, slots=True)
class Parent:
    """The figure whose parts are being told: table, row and column."""

    domain: str = ""
    row: str = ""
    column: str = "total"


def requests_cells(rows: tuple[str, ...], column: str) -> tuple[str, ...]:
    """Addresses of rows in a column; 法人或其他组织 is the sum of its five columns."""
    columns = tuple(c for name in column.split("+") for c in _COLUMNS.get(name, (name,)))
    return tuple(f"requests.{row}.{c}" for row in rows for c in columns)


def _requests(rows: list[tuple[str, ...]], column: str, soft: bool = False) -> Meaning:
    """A meaning in table three: the first of `rows` (each a tuple added up), the others as further readings."""
    readings = tuple(requests_cells(r, column) for r in rows)
    return Meaning("requests", readings[0], readings, "+".join(rows[0]), column, soft=soft)


def act_rows(act: str) -> list[tuple[str, ...]]:
    """The rows that 收到, 办理 … may mean, the likeliest first."""
    both = ("new", "carried_in")
    if act == "new":
        return [("new",)]
    if act in ("receive", "occur"):
        return [("new",), both]
    if act == "accept":
        return [("new",), both, ("total",)]
    if act == "due":
        return [both, ("total",)]
    if act == "handle":
        return [("total",), both, ("new",)]
    if act == "answer":
        return [("total",), _OUTCOMES, (*_OUTCOMES, "unprocessed"), (*_OUTCOMES, "other")]
    return [("total",)]


def of_requests(f: Features, parent: Parent, opens: bool) -> list[Meaning]:
    """Meanings in table three. `opens` says that a list of parts is open under `parent`."""
    column = f.columns[-1] if f.columns else "total"
    if f.acts and f.domains and not opens and all(n.text == "公民" for n in f.nodes if n.sense("COL")):
        column = "total"
    rows = [r for r in f.rows if r != "bare_granted" or parent.domain == "requests" or "among" in f.flags]
    rows = ["granted" if r == "bare_granted" else r for r in rows]
    if rows and not (rows == ["granted"] and "bare_granted" in f.rows and f.acts and not opens):
        inherited = parent.column if opens and column == "total" else column
        alternatives = [tuple(rows)]
        if rows == ["other.other"]:
            alternatives.append(("other",))
        if len(rows) > 1 and not f.shared:
            # 信息不存在无法提供1件 has two names for one outcome; 和 or 、 would join two.
            alternatives += [(r,) for r in rows]
        found = _requests(alternatives, inherited)
        if inherited != column:
            plain = _requests(alternatives, column)
            found = Meaning("requests", found.cells, found.readings + plain.readings, found.row, inherited, soft=True)
        return [found]
    if f.channels and not _whole_by_channel(f):
        return [Meaning("requests", row=parent.row, topic=f"channel.{f.channels[-1]}")]
    if column != "total":
        return [_by_column(f, parent, column)]
    return _by_act(f)


def _by_column(f: Features, parent: Parent, column: str) -> Meaning:
    acts = [a for a in f.acts if a in _RECEIVED + _DONE and a != "occur"]
    if parent.domain == "requests" and parent.row and not (f.domains and acts):
        first = tuple(parent.row.split("+"))
        # Applicants may be told of what came in, of what was dealt with or of both years together.
        wholes = [("new",), ("new", "carried_in"), ("total",)]
        return _requests([first, *(r for r in wholes if r != first and first in wholes)], column)
    return _requests(act_rows(acts[-1] if acts else "receive"), column)


def _by_act(f: Features) -> list[Meaning]:
    received = [a for a in f.acts if a in ("receive", "new", "accept")]
    done = [a for a in f.acts if a in _DONE]
    if "due" in f.acts:
        return [_requests(act_rows("due"), "total")]
    found = []
    if received:
        act = "new" if "new" in received else "accept" if "accept" in received else "receive"
        found.append(_requests(act_rows(act), "total"))
    if done and (not received or done[-1] != "handle"):
        act = "finish" if "finish" in done else done[-1]
        found.append(_requests(act_rows(act), "total", soft=act == "answer"))
    if len(found) > 1:
        # 收到并答复15件: of each, or of those that both hold for.
        readings = dict.fromkeys(r for m in found for r in m.readings)
        found = [replace(m, readings=(m.cells, *(r for r in readings if r != m.cells)), soft=True) for m in found]
    if not found and (f.domains or f.weak):
        found.append(_requests(act_rows("accept"), "total"))
    return found


def _whole_by_channel(f: Features) -> bool:
    """通过邮寄、网络等方式共收到…: the ways are told, the figure is the whole."""
    return (
        bool(f.domains or f.weak or f.acts)
        and (len(set(f.channels)) > 1 or "sum" in f.flags)
        and bool(f.acts or f.domains)
    )


def of_review(f: Features, last: tuple[str, ...], each: bool) -> list[Meaning]:
    """Meanings in table four. `last` are the kinds of case the sentence spoke of before."""
    kinds = tuple(d for d in f.domains if d in REVIEWS) or (last if _fits(f, last) else ())
    if not kinds:
        return []
    either: list[tuple[str, ...]] = [("upheld",), ("other",), ("upheld", "other")]
    columns = either if "upheld_or_other" in f.results else []
    plain = tuple(r for r in f.results if r != "upheld_or_other")
    if plain:
        columns = [plain]
    if not f.results:
        columns = [_DECIDED, ("total",)] if "finish" in f.acts else [("total",)]
    if each:
        return [_review((kind,), columns) for kind in kinds]
    return [_review(kinds, columns)]


def _fits(f: Features, kinds: tuple[str, ...]) -> bool:
    """Whether the words for how it ended suit the kinds of case: 撤诉 ends no 复议."""
    suits = any(n.sense("RES") and _OF_SUITS.search(n.text) for n in f.nodes)
    return not suits or any(k.startswith("litigation") for k in kinds)


def _review(kinds: tuple[str, ...], columns: list[tuple[str, ...]]) -> Meaning:
    readings = tuple(tuple(f"review.{kind}.{c}" for kind in kinds for c in column) for column in columns)
    return Meaning("review", readings[0], readings, "+".join(kinds), "+".join(columns[0]))


def of_documents(f: Features, last: tuple[str, ...], each: bool, lone: bool = False) -> list[Meaning]:
    """Meanings among 规章 and 规范性文件. Documents that were only cleaned or revised have no cell."""
    kinds = tuple(d for d in f.domains if d in DOCUMENTS) or last
    values = [v for v in ("valid", "repealed", "made", "published", "lapsed", "revised") if v in f.documents]
    if not kinds or not values:
        return []
    soft = False
    columns: tuple[str, ...]
    if values == ["lapsed"]:
        columns, soft = ("repealed",), True
    elif "valid" in values:
        columns = ("valid",)
    elif "repealed" in values or "made" in values:
        columns = tuple(v for v in ("made", "repealed") if v in values)
        if "revised" in values and "repealed" not in values:
            soft = True
    elif "published" in values and "revised" not in values:
        columns, soft = ("made",), True
    else:
        return []
    alternatives: list[tuple[str, ...]] = [columns, ("valid",)] if soft and columns == ("made",) else [columns]
    if each:
        return [_documents((k,), [(c,) if len(columns) > 1 else columns], soft) for k in kinds for c in columns]
    return [_documents(kinds, alternatives, soft)]


def _documents(kinds: tuple[str, ...], columns: list[tuple[str, ...]], soft: bool) -> Meaning:
    readings = tuple(tuple(f"disclosure.{k}.{c}" for k in kinds for c in column) for column in columns)
    return Meaning("documents", readings[0], readings, "+".join(kinds), columns[0][0], soft=soft)


def of_decisions(f: Features, each: bool) -> list[Meaning]:
    """Meanings among 行政许可, 行政处罚 and 行政强制."""
    cells = tuple(f"disclosure.{d}.decisions" for d in f.domains if d in DECISIONS)
    if each:
        return [Meaning("decisions", (c,), ((c,),)) for c in cells]
    return [Meaning("decisions", cells, (cells,))] if cells else []
