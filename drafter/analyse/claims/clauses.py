"""Clauses that claim something without a figure: 未收到…, 均已办结, 零报告."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.analyse.claims.features import DECISIONS, DOCUMENTS, REVIEWS, Features, features
from drafter.analyse.claims.interpret import Context, another_time, domain_of
from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.meaning import Meaning, act_rows, of_decisions, of_documents, of_review, requests_cells
from drafter.analyse.claims.scope import marked, qualified
from drafter.analyse.claims.subjects import of_another
from drafter.analyse.claims.times import short_of_year

# 已办结的申请中: those done, which does not say that all are.
_ATTRIBUTE = re.compile("(?:办结|完毕|审结|完成|办理|处理|完结|判决|裁定|结案|宣判|答复)的")
_WHOLE_ROWS = ("new", "total", "new+carried_in")
_WITH_CARRIED = (*_WHOLE_ROWS, "carried_in", *REVIEWS)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim without figure of its own: `relation` none, eq (零报告, 均属) or all; offsets in the sentence."""

    meaning: Meaning
    relation: str
    value: Decimal | None
    start: int
    end: int


def statements(found: Features, context: Context, before: list[Meaning], figures: list[Node]) -> list[Statement]:
    """What a clause without figure claims. `before` and `figures` are what the sentence counted so far."""
    if another_time(found, context) or of_another(found.nodes, context.agency) or context.excepting:
        return []
    if marked(found.words, "meant", "some_bodies", "left_out") or short_of_year(found.words):
        return []
    if found.negative or any(n.text == "不存在" for n in found.nodes):
        return _denials(found, context, _kinds(before))
    if "zero" in found.flags:
        return _place(_nothing(found, found, context), "eq", Decimal(0), found.nodes)
    if "rest" in found.flags or "rate" in found.flags:
        return []
    if "all" in found.flags or _says_all(found, context, before):
        return _wholes(found, context, before, figures)
    return []


def unsettled(found: Features) -> list[Statement]:
    """均… that is said of figures of no cell."""
    return _place([Meaning("requests", topic="part")], "all", None, found.nodes)


def _says_all(found: Features, context: Context, before: Sequence[Meaning]) -> bool:
    """全部予以公开 as one word; 已办结 and 结果为维持 right behind a figure."""
    if any(n.text.startswith("全部") for n in found.nodes):
        return True
    if found.foreign or any(d not in REVIEWS for d in found.domains):
        return False
    done = "finish" in found.acts and any(n.text.startswith("已") for n in found.nodes)
    if done and _ATTRIBUTE.search("".join(n.text for n in found.nodes)):
        return False
    told = "respectively" not in found.flags and any(m.domain == "review" for m in before)
    return done or bool(found.results and context.domain == "review" and told)


def _place(meanings: list[Meaning], relation: str, value: Decimal | None, nodes: Sequence[Node]) -> list[Statement]:
    terms = [n for n in nodes if n.kind in ("term", "word")]
    return [Statement(m, relation, value, terms[0].start, terms[-1].end) for m in meanings] if terms else []


def _denials(found: Features, context: Context, kinds: tuple[str, ...]) -> list[Statement]:
    if any((n.sense("NEG") and "再" in n.text) or n.text.startswith("再次") for n in found.nodes):
        return []  # 未再提起复议: none after those told.
    if "rest" in found.flags or ("因" in found.words and marked(found.words, "fault")):
        return []  # 未收到其他渠道申请, 未因公开不及时引发复议
    at = next(i for i, n in enumerate(found.nodes) if n.sense("NEG") or n.text == "不存在")
    behind = features([n for n in found.nodes[at:] if n.text != "不存在"])
    spoken = (
        behind
        if behind.domains or behind.weak or behind.rows
        else features([n for n in found.nodes if n.text != "不存在"])
    )
    if spoken is not behind and behind.noise and not _of_papers(spoken, context):
        return []
    nodes = found.nodes[at:] if spoken is behind else found.nodes
    if behind.results and not behind.domains and kinds:
        context.reviews = kinds
    none = _nothing(spoken, found, context)
    if "scope" in found.flags or context.scoped:
        none = [replace(m, topic="scope") for m in none]
    return _place(none, "none", Decimal(0), nodes)


def _nothing(f: Features, whole: Features, context: Context) -> list[Meaning]:
    """What is said to be none. The last noun is the head: 投诉 about 申请 is no 申请."""
    if f.noise == "strong" and _noise_is_head(f.nodes) and not _of_papers(f, context):
        return []
    found: list[Meaning] = []
    rows = [r for r in f.rows if r in ("carried_in", "carried_out", "carried")]
    if rows:
        row = rows[-1] if rows[-1] != "carried" else "carried_out"
        readings = [(row,)] if rows[-1] != "carried" else [("carried_out",), ("carried_in",)]
        cells = tuple(requests_cells(r, "total") for r in readings)
        found.append(Meaning("requests", cells[0], cells, row))
    elif "requests" in f.domains or (f.weak and domain_of(f, context) == "requests" and not f.foreign):
        found += _no_requests(f)
    if f.review() or (f.results and context.reviews and "requests" not in f.domains):
        if "info" in whole.flags or "requests" in whole.domains:
            context.info = True
        if context.info or not context.otherwork:
            found += of_review(replace(f, acts=[]), context.reviews, True)
    if any(d in DOCUMENTS for d in f.domains):
        found += _no_documents(f, ())
    elif f.documents and not f.domains and not f.rows and context.domain == "documents":
        found += _no_documents(f, context.documents)
    if any(d in DECISIONS for d in f.domains) and not f.noise and "published" not in f.documents:
        found += of_decisions(f, True)
    if "fees" in f.domains and "published" not in f.documents and not f.channels:
        found.append(Meaning("fees", ("disclosure.fees.amount",), (("disclosure.fees.amount",),)))
    if "processing_fee" in f.domains:
        found.append(Meaning("processing_fee", topic="processing_fee.amount"))
    _remember(f, found, context)
    return found


def _no_requests(f: Features) -> list[Meaning]:
    done = [a for a in f.acts if a in ("handle", "answer", "finish")]
    if (done and not any(a in ("receive", "accept", "new", "occur") for a in f.acts)) or f.noise == "strong":
        return []
    if (f.rows and "receive" in f.acts) or qualified(f.nodes):
        return []  # 未收到涉及个人隐私的申请: by what it is about.
    named = [n for n in f.nodes if n.sense("COL") and n.text != "公民"]
    column = f.columns[-1] if f.columns and named else "total"
    if f.rows:
        cells = requests_cells((f.rows[-1],), column)
        return [Meaning("requests", cells, (cells,), f.rows[-1], column)]
    readings = tuple(requests_cells(r, column) for r in act_rows("new"))
    return [Meaning("requests", readings[0], readings, "new", column)]


def _no_documents(f: Features, kinds: tuple[str, ...]) -> list[Meaning]:
    if "published" in f.documents and not {"made", "repealed", "valid"} & set(f.documents):
        return []
    if f.documents == ["revised"]:
        return []
    soft = not f.documents
    spoken = f if f.documents else replace(f, documents=["made"])
    return [replace(m, soft=soft) for m in of_documents(spoken, kinds, True)]


def _of_papers(f: Features, context: Context) -> bool:
    """Whether 文件, the only foreign noun, is a document of table two: 无废止文件 behind 制定规范性文件3件."""
    only = all(n.text == "文件" for n in f.nodes if n.sense("NOISE"))
    return only and context.domain == "documents" and bool(f.documents) and not f.domains


def _noise_is_head(nodes: Sequence[Node]) -> bool:
    """Whether a foreign noun follows the last subject without 和 or 、 between them."""
    noisy = False
    for node in reversed(nodes):
        if node.text == "、" or node.sense("AND"):
            noisy = False
        elif node.sense("NOISE"):
            noisy = True
        elif node.sense("DOM", "ROW", "RES"):
            return noisy
    return True


def _remember(f: Features, found: list[Meaning], context: Context) -> None:
    reviews = tuple(d for d in f.domains if d in REVIEWS)
    documents = tuple(d for d in f.domains if d in DOCUMENTS)
    context.reviews = reviews or context.reviews
    context.documents = documents or context.documents
    if found:
        context.domain = found[-1].domain


_SUITS = {"litigation_direct", "litigation_after"}


def _wholes(found: Features, context: Context, before: list[Meaning], figures: list[Node]) -> list[Statement]:
    """均已办结, 全部予以公开, 均获维持: the cell is the whole of what was counted before."""
    if found.noise == "strong" or (found.domains and not found.aspect):
        return []
    if {"carried", "carried_in"} & set(found.rows) and found.acts:
        return []  # 结转的均已办结: those alone, which no cell tells.
    if _ATTRIBUTE.search(found.words) or marked(found.words, "not_all", "fallen_due"):
        return []  # 已判决的均获维持, 基本上均予以公开
    if found.results and (context.reviews or found.review()):
        if before and before[-1].domain == "review" and before[-1].column != "total":
            return []  # 已审结2件，均为维持: those two.
        kinds = _spoken_kinds(found, before, context)
        meanings = of_review(replace(found, domains=list(kinds), acts=[]), kinds, True)
        return _place(meanings, "all", None, found.nodes)
    if domain_of(found, context) != "requests":
        if "finish" in found.acts and context.domain == "review" and context.reviews:
            return _place(_all_decided(_spoken_kinds(found, before, context)), "all", None, found.nodes)
        return []
    value = next((n.value for m, n in zip(before, figures, strict=False) if m.row in _WHOLE_ROWS), None)
    if found.rows and found.rows[-1] not in ("carried", "carried_in"):
        return _outcome_of_all(found, before, figures, value)
    if found.columns and found.columns[-1] != "others":
        said_new = "new" in found.acts  # 上年结转3件。新收的申请均为自然人提出
        if not said_new and before and before[-1].row and before[-1].row not in (*_WHOLE_ROWS, *REVIEWS):
            return _column_of(found, before[-1], figures[-1])
        cells = requests_cells(("new",), found.columns[-1])
        return _place([Meaning("requests", cells, (cells,), "new", found.columns[-1])], "all", value, found.nodes)
    done = [a for a in found.acts if a in ("handle", "answer", "finish")]
    if not done or found.channels or (before and before[-1].row and before[-1].row not in _WITH_CARRIED):
        return []
    column = before[-1].column if before and before[-1].row == "new" else "total"
    cells = requests_cells(("total",), column)
    soft = "finish" not in done
    return _place([Meaning("requests", cells, (cells,), "total", column, soft=soft)], "all", value, found.nodes)


def _column_of(found: Features, last: Meaning, figure: Node) -> list[Statement]:
    """上年结转3件，均为自然人申请: the applicant of those told right before."""
    if last.column != "total" or last.domain != "requests":
        return []
    column = found.columns[-1]
    cells = requests_cells(tuple(last.row.split("+")), column)
    return _place([Meaning("requests", cells, (cells,), last.row, column)], "eq", figure.value, found.nodes)


def _outcome_of_all(
    found: Features, before: list[Meaning], figures: list[Node], value: Decimal | None
) -> list[Statement]:
    """全部予以公开 of what came in; 不予公开3件，均属行政执法案卷 of the group told right before."""
    row = "granted" if found.rows[-1] == "bare_granted" else found.rows[-1]
    last = before[-1] if before else None
    column = (
        last.column if last and last.row in _WHOLE_ROWS and all(m.column == last.column for m in before) else "total"
    )
    cells = requests_cells((row,), column)
    meaning = Meaning("requests", cells, (cells,), row, column)
    if last is None or last.row in _WHOLE_ROWS:
        return _place([meaning], "all", value, found.nodes)
    if last.row != row.split(".")[0] or last.row == row or not figures:
        return []
    return _place([meaning], "eq", figures[-1].value, found.nodes)


def _spoken_kinds(found: Features, before: list[Meaning], context: Context) -> tuple[str, ...]:
    """The kinds of case that 均 is said of: those the clause names, else those told before, unless others were named
    since: 复议2件；不服复议决定，又提起诉讼，尚未审结."""
    named = tuple(d for d in found.domains if d in REVIEWS)
    last = _kinds(before)
    if last and set(last) <= _SUITS and (named or context.reviews) == ("litigation",):
        return last
    # Suits come after reviews: 诉讼2件，均经过复议 names no other cases.
    since = context.reviews if set(context.reviews).isdisjoint(last) and "litigation" in context.reviews else ()
    return named or since or last or context.reviews


def _kinds(before: list[Meaning]) -> tuple[str, ...]:
    kinds = dict.fromkeys(k for m in before if m.domain == "review" for k in m.row.split("+"))
    if not _SUITS.isdisjoint(kinds):
        kinds.pop("litigation", None)  # 诉讼5件：直接起诉2件，均维持: the two.
    return tuple(kinds)


def _all_decided(kinds: tuple[str, ...]) -> list[Meaning]:
    return [
        Meaning("review", cells, (cells,), kind, "decided")
        for kind in kinds
        for cells in [tuple(f"review.{kind}.{c}" for c in ("upheld", "corrected", "other"))]
    ]
