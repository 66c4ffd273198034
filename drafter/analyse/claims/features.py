"""What the words around a figure say it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from drafter.analyse.claims.lexer import Node

REVIEWS = ("reconsideration", "litigation", "litigation_direct", "litigation_after", "review")
DOCUMENTS = ("normative", "regulations", "normative_regulations")
DECISIONS = ("licences", "penalties", "coercion")
_FLAGS = {
    "ALL": "all",
    "EACH": "each",
    "RESP": "respectively",
    "AMONG": "among",
    "INCL": "including",
    "ADD": "adding",
    "EXCL": "excluding",
    "ALSO": "also",
    "REST": "rest",
    "SUM": "sum",
    "COMPARE": "compare",
    "MOVE": "move",
    "CAUSE": "cause",
    "INFO": "info",
    "OTHERWORK": "otherwork",
    "SCOPE": "scope",
    "UNITS": "units",
    "ZERO": "zero",
    "RATE": "rate",
    "SHARE": "share",
}
_WITHIN = re.compile("^[^转跨下]*[办审理][^转跨下]*$")
_GENERIC = frozenset({"公司", "企业", "商业企业", "个人", "公民", "律所", "社会组织", "科研单位", "法人", "其他单位"})
_WHEN = re.compile("(?:之?前|之?后|以前|以后|期间|过程|阶段|环节|当[天日])(?!续)")


@dataclass(slots=True)
class Features:
    """The features of a stretch of nodes, in order of their words.

    `domains` are what is counted, `acts` what was done with it; the other lists hold the values of the grammar's words
    of that kind, `flags` the little words. `noise` is strong or weak when a foreign noun is the head; `gap` counts
    unknown words behind the last known one, `foreign` tells of any; `nodes` keeps the stretch.
    """

    nodes: Sequence[Node]
    domains: list[str] = field(default_factory=list)
    weak: bool = False
    acts: list[str] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    prior: str = ""
    years: list[int] = field(default_factory=list)
    negative: str = ""
    noise: str = ""
    gap: int = 0
    coordinated: bool = False
    foreign: bool = False
    shared: bool = False
    _words: str | None = None

    @property
    def words(self) -> str:
        """The stretch as one string, without what its figures leave out."""
        if self._words is None:
            self._words = "".join([n.text for n in self.nodes])
        return self._words

    @property
    def aspect(self) -> bool:
        """Whether they tell which cell of a table is meant."""
        return bool(self.rows or self.columns or self.channels or self.results or self.documents or self.acts)

    @property
    def any(self) -> bool:
        """Whether they tell anything about a subject."""
        return self.aspect or bool(self.domains) or self.weak

    def review(self) -> bool:
        """Whether 复议 or 诉讼 is spoken of."""
        return any(d in REVIEWS for d in self.domains)


def features(nodes: Sequence[Node]) -> Features:
    """Collect the features of `nodes`."""
    found = Features(nodes)
    separated = False
    for i, node in enumerate(nodes):
        kind = node.kind
        if kind == "word" or (kind == "term" and _is_unknown(nodes, i)):
            unknown = len(node.text) > 1 and (node.note == "W" or kind == "term")
            found.gap += unknown
            found.foreign |= unknown
            separated = False
        elif kind == "term":
            tag = node.senses[0].tag
            if tag not in ("ACT", "RES") or not _only_when(nodes, i):
                _add(found, node, separated)
            separated = tag == "AND"
        elif kind == "punct":
            separated = node.text == "、"
        elif kind == "year" and node.value is not None:
            found.years.append(int(node.value))
    _settle(found)
    return found


def _is_unknown(nodes: Sequence[Node], at: int) -> bool:
    """Whether a term tells nothing where it stands: a short name of a row, or the end of a name."""
    tag = nodes[at].senses[0].tag
    return (tag == "SUB" and _is_short_name(nodes[at])) or (tag == "COL" and _ends_name(nodes, at))


def _ends_name(nodes: Sequence[Node], at: int) -> bool:
    """Whether 公司, 企业 and the like end a name that an unknown word before them begins: 市轨道公司."""
    if not at or nodes[at].text not in _GENERIC:
        return False
    before = nodes[at - 1]
    return before.end == nodes[at].start and before.kind == "word" and before.note == "W" and len(before.text) > 1


def _only_when(nodes: Sequence[Node], at: int) -> bool:
    """Whether a deed only tells when something else was done: 答复前撤回, 受理后转办, 办理期间."""
    if at + 1 == len(nodes):
        return False
    behind = nodes[at + 1]
    near = behind.start == nodes[at].end and behind.kind in ("word", "term")
    return near and _WHEN.match(behind.text) is not None


def _is_short_name(node: Node) -> bool:
    """Whether a word means something only in the list of the parts of an outcome."""
    return node.kind == "term" and all(s.tag == "SUB" for s in node.senses)


def short_name_within(group: str, found: Features) -> Features:
    """信访3件 behind 不予处理4件: the short name of a row of that `group`; else the features as they are."""
    rows = [s.value for n in found.nodes for s in n.senses if s.tag == "SUB" and s.domain == group]
    if not rows or found.rows or found.domains:
        return found
    return replace(found, rows=rows[:1], noise="", gap=0, foreign=False)


def _add(found: Features, node: Node, separated: bool) -> None:
    for sense in node.senses:
        if sense.tag == "DOM":
            _add_domain(found, sense.domain, sense.value, separated)
        elif sense.tag == "ACT":
            found.acts.append(sense.value)
        elif sense.tag == "ROW":
            found.rows += sense.value.split("+")
            found.shared |= separated or "+" in sense.value
        elif sense.tag == "COL":
            found.columns.append(sense.value)
        elif sense.tag == "CHAN":
            found.channels.append(sense.value)
        elif sense.tag == "RES":
            found.results.append(sense.value)
        elif sense.tag == "DOC":
            found.documents.append(sense.value)
        elif sense.tag == "PRIOR":
            found.prior = sense.value
        elif sense.tag == "NEG":
            found.negative = sense.value
        elif sense.tag == "NOISE":
            _add_noise(found, sense.value)
        elif sense.tag in _FLAGS:
            found.flags.add(_FLAGS[sense.tag])
    tag = node.senses[0].tag
    if tag in ("DOM", "ROW", "COL", "CHAN", "RES", "DOC"):
        found.gap = 0
        if tag in ("ROW", "RES", "COL") and found.noise in ("weak", "step"):
            found.noise = ""


def _add_domain(found: Features, domain: str, value: str, separated: bool) -> None:
    if value == "weak":
        found.weak = True
        return
    if domain in REVIEWS and "requests" in found.domains and not separated:
        # 因申请公开引发的复议: the application is the cause, the review is counted.
        found.domains.remove("requests")
        found.flags.add("info")
    if not separated and found.noise:
        found.noise = ""
    if domain not in found.domains:
        found.coordinated |= separated and bool(found.domains)
        found.domains.append(domain)


def _add_noise(found: Features, value: str) -> None:
    if value == "weak" and (found.rows or found.columns or found.results):
        return
    if value == "strong" or found.noise != "strong":
        found.noise = value


def _joined(nodes: Sequence[Node], text: str) -> bool:
    """Whether a word stands right before 、, 和 or 或."""
    return any(one.text == text and (two.text == "、" or two.sense("AND") is not None) for one, two in pairwise(nodes))


def _listed(nodes: Sequence[Node], tag: str) -> bool:
    """Whether all words with a tag stand side by side, joined by 、, 和 or 或."""
    places = [i for i, n in enumerate(nodes) if n.sense(tag)]
    joints = [nodes[i + 1 : j] for i, j in pairwise(places)]
    return all(between and all(n.text == "、" or n.sense("AND") for n in between) for between in joints)


def _together(columns: Sequence[str]) -> str:
    """Columns told in one breath as one: natural+business; the five of the organisations are organisation."""
    told = list(dict.fromkeys(columns))
    return "organisation" if "organisation" in told else "+".join(told)


def _only_a_state(nodes: Sequence[Node], value: str) -> bool:
    """Whether a value names the state something else happened in: 在办理过程中撤回 is no case still open."""
    states = [n.text for n in nodes if any(s.value == value for s in n.senses)]
    listed = any(n.text == "、" or n.sense("AND") for n in nodes)
    return not listed and all(_WITHIN.search(text) for text in states)


def _settle(found: Features) -> None:
    """Rows that name both a group and its part mean the part, unless 等 makes the part an example."""
    groups = {r.split(".")[0] for r in found.rows if "." in r}
    if groups and any("." not in r for r in found.rows):
        generic = any(n.text.endswith("等") or n.text in ("等原因", "等情形") for n in found.nodes)
        if generic:
            found.rows = [r for r in found.rows if "." not in r]
        else:
            found.rows = [r for r in found.rows if r not in groups]
    if "including" in found.flags and {"bare_granted", "partly_granted"} == set(found.rows):
        found.rows = ["granted", "partly_granted"]  # 公开（含部分公开）
    if {"bare_granted", "partly_granted"} <= set(found.rows) and _joined(found.nodes, "公开"):
        found.rows = ["granted", *(r for r in found.rows if r != "bare_granted")]  # 公开或部分公开
    if set(found.rows) - {"bare_granted"}:
        found.rows = [r for r in found.rows if r != "bare_granted"]
    if "carried_in" in found.rows or "carried_out" in found.rows:
        found.rows = [r for r in found.rows if r != "carried"]
    found.rows = list(dict.fromkeys(found.rows))
    found.results = list(dict.fromkeys(found.results))
    ended = len(found.rows) > 1 or bool(set(found.results) - {"pending"})
    if "carried_out" in found.rows and ended and _only_a_state(found.nodes, "carried_out"):
        found.rows.remove("carried_out")
    if "pending" in found.results and len(found.results) > 1 and _only_a_state(found.nodes, "pending"):
        found.results.remove("pending")
    if {"natural", "organisation"} <= set(found.columns) and not {"each", "respectively"} & found.flags:
        found.columns = []
    if len(set(found.columns)) > 1 and not {"each", "respectively"} & found.flags and _listed(found.nodes, "COL"):
        found.columns = [_together(found.columns)]
    found.documents = list(dict.fromkeys(found.documents))
    if "normative_regulations" in found.domains:
        found.domains = ["regulations", "normative", *(d for d in found.domains if d not in DOCUMENTS)]
    if "review" in found.domains:
        found.domains = ["reconsideration", "litigation", *(d for d in found.domains if d not in REVIEWS)]
    for part in ("litigation_direct", "litigation_after"):
        if part in found.domains:
            # 复议后起诉 also holds 复议 and 诉讼.
            found.domains = [
                d for d in found.domains if d not in ("litigation", "reconsideration") or found.coordinated
            ]
