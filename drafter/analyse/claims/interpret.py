"""One figure with its features and the context it stands in -> what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafter.analyse.claims.alternatives import either_year, in_hand, of_all_kinds, rest_of_applicants
from drafter.analyse.claims.features import DECISIONS, DOCUMENTS, REVIEWS, Features
from drafter.analyse.claims.lexer import Node
from drafter.analyse.claims.meaning import (
    Meaning,
    Parent,
    of_decisions,
    of_documents,
    of_requests,
    of_review,
)
from drafter.analyse.claims.scope import marked
from drafter.analyse.claims.subjects import decides_reviews, of_another, of_wider_area, part_by_agency
from drafter.analyse.claims.times import within_days, within_months

_PLAIN_UNITS = frozenset(
    {"件", "件次", "件（次）", "件(次)", "件/次", "宗", "起", "份", "例", "单", "桩", "余件", "万件", ""}
)
_LOOSE_UNITS = frozenset({"条", "个", "次", "项", "项次", "条次", "封", "笔", "篇", "批"})
_OF_THINGS = frozenset({"个", "批", "篇", "笔"})
_DOCUMENT_UNITS = frozenset({"件", "个", "份", "部", "项", "篇", ""})
_MONEY = frozenset({"万元", "元", "亿元"})
_ACTS = ("receive", "new", "accept", "due", "handle", "answer", "finish")
_MAX_GAP = 4
_NEAR = 2
_NOT_OF_CASES = frozenset({"receive", "accept", "new", "answer", "due"})
_PUBLISHING = frozenset({"granted", "bare_granted", "partly_granted", "refused"})


@dataclass(slots=True)
class Context:
    """What the text said before, as far as later figures lean on it.

    `year` is the year reported on, `section` the kind of sub-section, `domain` the table last spoken of (`noise` for
    other works), `reviews` and `documents` the kinds last named, `main` the figure that columns belong to, `resolved`
    tells whether 政府信息公开 was named near by. `agency` is the agency that reports, empty where unknown; `kinds` are
    the reviews and `columns` the applicants named in the sentence; `unrelated` says that its reviews are other works,
    `scoped` that the sentence tells of a part of the area or its bodies,
    `instances` that it tells of appeals too,
    `excepting` that it leaves some out before it denies or says 均, `nested` that brackets are open.
    """

    year: int | None = None
    agency: str = ""
    section: str = ""
    domain: str = ""
    reviews: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    main: Parent = field(default_factory=Parent)
    info: bool = False
    otherwork: bool = False
    seen: list[str] = field(default_factory=list)
    last_kind: str = ""
    made: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    unrelated: bool = False
    scoped: bool = False
    instances: bool = False
    excepting: bool = False
    nested: bool = False

    def sentence(self) -> None:
        """Forget what a new sentence does not lean on."""
        self.unrelated = False
        self.scoped = False
        self.kinds = ()
        self.columns = ()

    def paragraph(self, section: str) -> None:
        """Forget what a new paragraph does not lean on."""
        self.section = section
        self.domain = "requests" if section == "on_request" else ""
        self.reviews = ()
        self.documents = ()
        self.main = Parent()
        self.info = section == "on_request"
        self.otherwork = False
        self.seen = []
        self.last_kind = ""
        self.made = ()


def another_time(f: Features, context: Context) -> bool:
    """Whether the words speak of another year or of less or more than the year."""
    since = f.prior == "cumulative" and (context.year in f.years or "valid" in f.documents)
    if f.prior and not since and not (f.prior == "year" and f.rows):
        return True
    if f.review() and "carried_in" in f.rows:
        return True
    if context.year is None or any(r.startswith("carried") or r == "extended" for r in f.rows):
        return False
    return bool(f.years) and set(f.years) != {context.year}


def interpret(node: Node, f: Features, context: Context, parent: Parent, opens: bool) -> list[Meaning]:
    """The meanings of a figure, several where one figure is said of several things; empty when it is no claim.

    `parent` is the figure whose parts are being told when `opens`, else the figure that columns belong to.
    """
    if f.noise:
        if f.noise == "strong" or not f.rows:
            context.domain = "noise"
        return []
    if another_time(f, context) or within_days(f) or within_months(f):
        return []
    if of_other_things(f):
        context.domain = "noise"
    if _differs(node, f) or of_other_things(f):
        return []
    if {"compare", "move"} <= f.flags or f.gap > _MAX_GAP:
        return []
    if "otherwork" in f.flags and not f.domains and "info" not in f.flags:
        context.domain = "noise"
        return []
    if f.domains == ["requests"] and not f.aspect and (f.foreign or "cause" in f.flags):
        return []
    many = bool({"each", "respectively"} & f.flags) or node.value == 0 or ("all" in f.flags and len(f.domains) > 1)
    domain = domain_of(f, context)
    if not domain and counts_requests(node, f, context):
        domain, f.gap = "requests", 0
    found = _in_domain(domain, node, f, context, parent, opens, many)
    if many and "requests" in f.domains and domain == "review":
        rest = replace(f, domains=["requests"])
        found = _in_domain("requests", node, rest, context, parent, opens, many) + found
    return found


def of_other_things(f: Features) -> bool:
    """Whether a word before 申请 tells that it is for something else: 低保申请, 宅基地申请."""
    if f.domains or f.rows or f.columns or f.results or "info" in f.flags:
        return False
    named = [n for n in f.nodes if n.kind in ("term", "word") and n.text != "类"]
    return any(
        one.kind == "word"
        and one.note == "W"
        and len(one.text) > 1
        and two.text == "申请"
        and two.start - one.end < _NEAR
        for one, two in pairwise(named)
    )


def _differs(node: Node, f: Features) -> bool:
    """复议减少15件: a figure right behind 增加 or 减少 is a difference."""
    before = next((n for n in reversed(f.nodes) if n.end <= node.start and n.sense("FILL", "ABOUT") is None), None)
    return before is not None and before.sense("MOVE") is not None


def domain_of(f: Features, context: Context) -> str:
    """The table the features speak of: by what they name, else by what only one table has, else by the context."""
    if f.domains:
        return _table(f.domains[-1])
    if f.rows and f.results:
        return "review" if context.domain == "review" else "requests" if context.domain != "noise" else ""
    if f.results:
        return "review" if context.reviews and context.domain != "noise" else ""
    if f.documents and f.rows in ([], ["bare_granted"]):
        if context.domain == "documents":
            return "documents"
        if not f.rows:
            return "requests" if "new" in f.acts and context.domain == "requests" else ""
    if f.rows:
        if f.rows == ["other.uncorrected"]:
            return "requests"  # No other work has such cases.
        told = f.rows != ["bare_granted"] or "among" in f.flags
        free = context.domain != "noise" and told and not published(f, context)
        return "requests" if context.domain == "requests" or free else ""
    if f.weak and not f.aspect and not f.foreign and f.nodes[-1].text == "中" and context.domain != "noise":
        return "requests"
    if f.weak and not f.columns and not f.channels:
        told = not f.foreign or "info" in f.flags
        near = any(a in _ACTS for a in f.acts) and context.domain != "noise" and told
        done = bool({"answer", "finish"} & set(f.acts)) and "new" in context.seen
        return "requests" if near or done or context.domain == "requests" else ""
    if f.columns or f.channels or any(a in _ACTS for a in f.acts):
        if context.domain == "" and context.section in ("", "on_request") and not f.foreign:
            return "requests"
        return context.domain if context.domain in ("requests", "review") else ""
    return context.domain if context.domain in ("fees", "processing_fee") else ""


def counts_requests(node: Node, f: Features, context: Context) -> bool:
    """Whether a figure is that of 申请 and nothing before it says of what: 33件申请的去向是."""
    if context.domain or context.nested or not f.weak or f.domains or node.unit not in _PLAIN_UNITS:
        return False
    behind = [n for n in f.nodes if n.start >= node.end]
    if not behind or behind[0].text != "申请" or (len(behind) > 1 and behind[1].text not in ("的", "中", "里")):
        return False
    return all(n.kind in ("term", "year") and n.sense("NOISE") is None for n in f.nodes if n.end <= node.start)


def published(f: Features, context: Context) -> bool:
    """Whether 公开 tells of what was published rather than how applications ended.

    So it is where nothing before spoke of applications and the words name what was published or the section is another.
    """
    if context.domain == "requests" or f.weak or not set(f.rows) <= _PUBLISHING:
        return False
    thing = f.foreign or any(n.sense("NOISE") for n in f.nodes)
    return thing or bool(f.channels) or context.section not in ("", "on_request")


def _table(domain: str) -> str:
    if domain in REVIEWS:
        return "review"
    if domain in DOCUMENTS:
        return "documents"
    return "decisions" if domain in DECISIONS else domain


def _in_domain(
    domain: str, node: Node, f: Features, context: Context, parent: Parent, opens: bool, many: bool
) -> list[Meaning]:
    if domain == "requests":
        return _requests(node, f, context, parent, opens)
    if domain == "review":
        return _reviews(node, f, context, many)
    if domain == "documents":
        return _documents(node, f, context, many)
    if domain == "decisions":
        return _decisions(node, f, context, many)
    if domain in ("fees", "processing_fee"):
        return [] if marked(f.words, "not_collected") else _money(domain, node)
    return []


def _requests(node: Node, f: Features, context: Context, parent: Parent, opens: bool) -> list[Meaning]:
    named = "requests" in f.domains or bool(f.rows) or (f.weak and bool(f.acts))
    if node.unit not in _PLAIN_UNITS and not (node.unit in _LOOSE_UNITS - {"个"} and (named or (f.columns and opens))):
        return []
    if set(f.rows) <= {"granted", "bare_granted"} and f.rows and not f.domains and not f.weak:
        # 网站公开518条, 已公开的信息6条: published, unless the figures before are of applications.
        loose = node.unit in _LOOSE_UNITS and not opens and not context.seen
        if loose or (f.rows == ["bare_granted"] and f.channels):
            return []
    later = context.year is not None and any(y > context.year for y in f.years)
    f.rows = ["carried_out" if r == "extended" else r for r in f.rows if r != "extended" or later]
    f.rows = [_carried(f, context) if r == "carried" else r for r in f.rows]
    if context.last_kind == "rows":
        f.rows = ["granted" if r == "bare_granted" else r for r in f.rows]
    if f.gap and not f.rows and not f.columns and not f.channels and set(f.acts) <= {"occur"}:
        # 申请内容涉及土地征收5件: a part by subject matter.
        return []
    if of_another(f.nodes, context.agency) or _of_a_kind(node, f):
        return []
    found = either_year(f, of_requests(f, parent, opens))
    if "scope" in f.flags or context.scoped:
        context.scoped = True
        found = [replace(m, topic=m.topic or "scope") for m in found]
    elif f.rows == ["carried_out"]:
        found = in_hand(f, found, context.seen)
    if opens and found and part_by_agency(f):
        return []
    return [rest_of_applicants(m, context.columns) for m in found]


def _of_a_kind(node: Node, f: Features) -> bool:
    """企业名单类5件: a column's word within the name of a subject."""
    before = [n for n in f.nodes if n.end <= node.start and n.kind in ("term", "word")]
    if f.rows or not f.columns or not before or before[-1].text != "类":
        return False
    at = max((i for i, n in enumerate(before) if n.sense("COL")), default=-1)
    return any(n.kind == "word" or n.sense("NOISE") for n in before[at + 1 : -1])


def _carried(f: Features, context: Context) -> str:
    """结转 alone: by the year named, else into this year before anything was done, out of it afterwards."""
    for year in f.years:
        if context.year is not None and year != context.year:
            return "carried_out" if year > context.year else "carried_in"
    if f.prior == "year" or {"including", "adding"} & f.flags:
        return "carried_in"
    return "carried_out" if "total" in context.seen or "carried_in" in context.seen else "carried_in"


def _reviews(node: Node, f: Features, context: Context, many: bool) -> list[Meaning]:
    if node.unit not in _PLAIN_UNITS and not (node.unit in _LOOSE_UNITS - _OF_THINGS and f.review()):
        return []
    if context.unrelated or of_wider_area(f.nodes, context.agency):
        context.domain = "noise"
        return []
    if set(f.domains) & set(DECISIONS) and not f.coordinated and "info" not in f.flags:
        context.domain = "noise"
        return []  # 因行政处罚引发行政诉讼2件
    if context.instances and "一审" in "".join(n.text for n in f.nodes):
        return []
    if not f.review() and not f.results and set(f.acts) & _NOT_OF_CASES:
        return []  # 复议维持。收到3件: nothing says that these are cases.
    if f.flags & {"info"} or "requests" in f.domains:
        context.info = True
    received = bool({"receive", "accept", "new"} & set(f.acts)) and "reconsideration" in f.domains
    elsewhere = not context.info and (context.otherwork or received or context.section == "proactive")
    elsewhere = elsewhere or (received and "accept" in f.acts and decides_reviews(context.agency))
    if elsewhere or ("otherwork" in f.flags and "info" not in f.flags):
        context.domain = "noise"
        return []
    found = of_review(f, context.reviews, many)
    named = tuple(d for d in f.domains if d in REVIEWS)
    context.kinds = tuple(dict.fromkeys((*context.kinds, *named)))
    return found if named or many else [of_all_kinds(m, context.kinds) for m in found]


def _documents(node: Node, f: Features, context: Context, many: bool) -> list[Meaning]:
    if node.unit not in _DOCUMENT_UNITS:
        return []
    if not f.documents and f.domains:
        f.documents = list(context.made)
    found = of_documents(f, context.documents, many)
    return [replace(m, topic="scope") for m in found] if marked(f.words, "documents_of") else found


def _decisions(node: Node, f: Features, context: Context, many: bool) -> list[Meaning]:
    if node.unit not in _PLAIN_UNITS or "published" in f.documents or f.channels:
        return []
    if context.domain == "requests" and "decide" not in f.acts:
        return []
    if marked(f.words, "not_decided"):
        return []
    if f.weak or "accept" in f.acts or "收到" in f.words:
        return []  # 受理行政许可申请20件: what was asked for, not decided.
    return of_decisions(f, many)


def _money(domain: str, node: Node) -> list[Meaning]:
    if domain == "processing_fee":
        topic = "processing_fee.amount" if node.unit in _MONEY else "processing_fee.count"
        return [Meaning("processing_fee", topic=topic)]
    if node.unit not in _MONEY:
        return []
    return [Meaning("fees", ("disclosure.fees.amount",), (("disclosure.fees.amount",),))]


def settle(context: Context, found: Features) -> None:
    """Move the context on after words that name a subject."""
    if found.noise == "strong" and (context.domain != "requests" or set(found.acts) - {"occur"}):
        context.domain = "noise"
        return
    if not found.domains or found.noise:
        return
    context.domain = domain_of(found, context)
    reviews = tuple(d for d in found.domains if d in REVIEWS)
    documents = tuple(d for d in found.domains if d in DOCUMENTS)
    context.reviews = reviews or context.reviews
    context.documents = documents or context.documents
    if documents and found.documents:
        context.made = tuple(found.documents)
