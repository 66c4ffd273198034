"""What figures have to do with each other: parts of a total, shares, rates, changes since last year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.readings import Readings
from drafter.analyse.claims.records import Record, Remark
from drafter.analyse.claims.sentences import Passage
from drafter.model.claim import Breakdown, Change, Figure, Rate, Share
from drafter.model.view import View

_LIKE_UNITS = {
    "件次": "件",
    "件（次）": "件",
    "起": "件",
    "宗": "件",
    "例": "件",
    "余件": "件",
    "份": "件",
    "条次": "条",
}
_DECIMALS = re.compile(r"\d\.(\d+)")
_LISTED = 3
_ROUGH = re.compile("[一二三四五六七八九]成|[^百]分之")
_NAMES = re.compile("(?<=占)[^占]*?(?=(?:的|比例?|比重|[约近达为])*(?:百分之|[0-9]))")
_SAID_OF = re.compile(
    "依?申请|新收|收到|收件|办结|答复|办理|受理|处理|总|全部|全年|数量?|量|件|(?:政府)?信息|公开|本年|当年|年度|所有|各类|的|比|约|近"
)
_OUTCOMES = ("granted", "partly_granted", "refused", "unavailable", "unprocessed", "other")
_SEVERAL = re.compile("[两二三四]者|[两二三四几]项|合计|合并|共|累计|加起来")
_WHOLE_APPLICANTS = ({"natural", "organisation"}, {"natural", "business", "research", "nonprofit", "legal", "others"})


def figure(view: View, record: Record) -> Figure:
    """A record as a plain value with source spans."""
    return Figure(
        span=view.span(record.start, record.end),
        number_span=view.span(*record.node.number),
        value=record.node.value or Decimal(0),
        unit=record.node.unit,
        label=record.label,
        relation=record.node.relation,
        cell=record.meanings[0].cell if len(record.meanings) == 1 else "",
    )


def breakdowns(records: Sequence[Record], figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """Totals of the tables with their parts: behind 其中, in brackets, or every outcome in turn."""
    lists: dict[tuple[int, int], list[int]] = {}
    for i, record in enumerate(records):
        if record.parent >= 0 and record.scope:
            lists.setdefault((record.parent, record.scope), []).append(i)
    for (parent, _), parts in lists.items():
        yield from _divided(records, figures, parent, parts)
    yield from _outcomes(records, figures)


def _outcomes(records: Sequence[Record], figures: Sequence[Figure]) -> Iterator[Breakdown]:
    """答复…件。予以公开…件，不予公开…件，…，其他处理…件: every outcome told behind the number dealt with."""
    places: list[int] = []
    head = -1
    for i, record in enumerate(records):
        meaning = record.meanings[0] if len(record.meanings) == 1 else None
        if meaning and meaning.row == "total" and meaning.column == "total" and not record.scope:
            head, places = i, []
        elif head >= 0 and meaning and record.found.rows and record.parent < 0 and meaning.column == "total":
            if not any(r.startswith("carried") for r in record.found.rows):
                places.append(i)
            if meaning.row == "other" and _closed("outcome", [records[j] for j in places], records[head]):
                yield Breakdown(figures[head], tuple(figures[j] for j in places), "outcome", True, marked=False)
                head = -1


def _divided(
    records: Sequence[Record], figures: Sequence[Figure], parent: int, parts: list[int]
) -> Iterator[Breakdown]:
    head = records[parent]
    kinds: dict[str, list[int]] = {}
    for i in parts:
        kind = _kind(records[i], head)
        if kind and _unit(records[i].node) == _unit(head.node) and records[i].node.relation != "about":
            kinds.setdefault(kind, []).append(i)
    for kind, places in kinds.items():
        if len(places) > 1 or (places and figures[places[0]].value > figures[parent].value):
            closed = _closed(kind, [records[i] for i in places], head)
            closed = closed and not _mixed(records, parts, places)
            yield Breakdown(figures[parent], tuple(figures[i] for i in places), kind, closed)


def _mixed(records: Sequence[Record], parts: Sequence[int], places: Sequence[int]) -> bool:
    """Whether figures with another measure word stand among the parts (公告4期): they may be parts as well."""
    units = {_unit(records[i].node) for i in parts if places[0] <= i <= places[-1]}
    return len(units) > 1


def _kind(record: Record, head: Record) -> str:
    """The dimension a part belongs to; empty for what is no part (what was carried in, shares of another whole)."""
    f = record.found
    if {"adding", "also", "excluding"} & f.flags or f.prior:
        return ""
    meaning = record.meanings[0] if record.meanings else None
    over = head.meanings[0] if head.meanings else None
    if meaning is None:
        return ""
    if "pending" in f.results and over and not any(c.endswith((".total", ".pending")) for c in over.cells):
        return ""  # 审结42件，其中维持29件、其他13件；未审结5件
    if f.results or (meaning.domain == "review" and "rest" in f.flags):
        return "result" if over and over.domain == "review" else ""
    if f.rows:
        if over is None or over.domain != "requests":
            return ""
        if over.row in _OUTCOMES and not all(r.startswith(over.row + ".") for r in f.rows):
            return ""  # 不予公开33件，其中案卷19件；无法提供24件: beside it.
        if any(r.startswith("carried") for r in f.rows):
            return "outcome" if f.rows == ["carried_out"] and over.row != "total" else ""
        return "outcome"
    if meaning.topic.startswith("channel"):
        return "channel" if over and over.domain == "requests" else ""
    if f.columns:
        return "applicant" if over and over.domain == "requests" else ""
    return ""


def _unit(node: Node) -> str:
    return _LIKE_UNITS.get(node.unit, node.unit)


def _closed(kind: str, parts: Sequence[Record], head: Record) -> bool:
    if kind == "applicant":
        named = {c for r in parts for column in r.found.columns for c in column.split("+")}
        return any(whole <= named for whole in _WHOLE_APPLICANTS)
    if kind == "outcome":
        rows = {r for p in parts for r in p.found.rows}
        return "other" in rows and {"granted", "refused", "unavailable"} <= rows
    if kind == "result":
        return len(parts) >= _LISTED and any("pending" in r.found.results for r in parts)
    return len(parts) > 1 and bool(head.meanings) and head.meanings[0].row in ("new", "new+carried_in")


def shares(read: Readings, figures: Sequence[Figure], sentences: Sequence[Passage]) -> Iterator[Share]:
    """Percentages with what they may be shares of: the whole of the list, and every total of the same table before."""
    records = read.records
    for remark in read.remarks:
        if remark.node.kind != "share" or remark.record < 0 or remark.node.value is None:
            continue
        part = records[remark.record]
        if _SEVERAL.search("".join(n.text for n in remark.found.nodes)):
            continue  # 予以公开5件、部分公开2件，两者合计占70%
        if part.sentence != remark.sentence or _of_another(remark) or part.node.unit == "%":
            continue
        places = _wholes(records, remark.record, _name_of_whole(remark.node.text))
        wholes = tuple(
            figures[i] for i in places if figures[i].value and figures[i].unit == figures[remark.record].unit
        )
        if wholes:
            yield Share(
                sentences[remark.sentence].view.span(remark.node.start, remark.node.end),
                figures[remark.record],
                wholes,
                remark.node.value,
                _places(remark.node.text),
                remark.node.relation,
            )


def _of_another(remark: Remark) -> bool:
    """Whether the words before a percentage tell what it is a share of the figure before: 其中简易程序占78%."""
    found = remark.found
    return found.any or found.foreign or bool(found.noise) or "among" in found.flags


def _wholes(records: Sequence[Record], at: int, name: str) -> list[int]:
    """The figures that the one at `at` may be a share of: those that bear the `name` of the whole, if it has one."""
    part = records[at]
    near = [i for i in range(at) if records[i].sentence >= part.sentence - _LISTED]
    if name:
        return [i for i in reversed(near) if _bears(records[i].label, name)]
    first = [part.parent] if part.parent >= 0 else []
    return first + [i for i in near if _may_be_whole(records[i], part) and i not in first]


def _name_of_whole(share: str) -> str:
    """What 占市级机关的18.6% gives the whole for a name; empty for 占申请总量的 and 占比."""
    match = _NAMES.search(share)
    return _SAID_OF.sub("", match[0]) if match else ""


def _bears(label: str, name: str) -> bool:
    return any(name[i : i + 2] in label for i in range(max(len(name) - 1, 1)))


def _may_be_whole(record: Record, part: Record) -> bool:
    if not record.meanings or not part.meanings:
        return False
    whole, meaning = record.meanings[0], part.meanings[0]
    if whole.domain != meaning.domain or record.sentence < part.sentence - _LISTED:
        return False
    if meaning.domain == "requests":
        return whole.row in ("new", "total", "new+carried_in") and whole.column == "total" and not whole.topic
    return whole.column == "total"


def rates(read: Readings, sentences: Sequence[Passage]) -> Iterator[Rate]:
    """办结率, 维持率 … with their values."""
    for remark in read.remarks:
        sense = remark.node.sense("RATE")
        if remark.node.kind != "rate" or sense is None or remark.node.value is None or _foreign(remark):
            continue
        span = sentences[remark.sentence].view.span(remark.node.start, remark.node.end)
        yield Rate(span, sense.value, remark.node.value, remark.node.text, remark.node.relation)


def _foreign(remark: Remark) -> bool:
    """Whether a rate is about other works."""
    return remark.other or remark.found.noise == "strong" or bool(remark.found.prior)


def changes(
    read: Readings, figures: Sequence[Figure], sentences: Sequence[Passage], year: int | None
) -> Iterator[Change]:
    """同比 … said of the figure before it."""
    for remark in read.remarks:
        node = remark.node
        if node.kind != "change" or not 0 <= remark.record < len(figures):
            continue
        record = read.records[remark.record]
        if record.sentence != remark.sentence or not record.meanings or remark.found.noise or remark.found.foreign:
            continue
        direction, mark, base = node.note.partition("+")
        if base and year is not None and int(base) != year - 1:
            continue
        if not direction or (node.unit not in ("%", "") and _unit(node) != _unit(record.node)):
            continue
        span = sentences[remark.sentence].view.span(node.start, node.end)
        amount = None if node.value is None else node.value
        yield Change(
            span, figures[remark.record], direction, amount, node.unit, node.relation, _places(node.text), bool(mark)
        )


def _places(text: str) -> int:
    if _ROUGH.search(text):
        return -1  # 六成, 三分之一: to the nearest ten
    match = _DECIMALS.search(text)
    return len(match[1]) if match else 0
