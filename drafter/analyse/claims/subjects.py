"""Whose figures they are: the agency's that reports, or those of a body under or beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.analyse.claims.features import Features
from drafter.analyse.claims.lexer import Node

_BODY = re.compile(
    "(?:局|委|委员会|管委会|办|办公室|办公厅|办事处|镇|乡|街道|部门|单位|政府|科室|处室|大队|支队|中心|院|厅|公司|学校|社区|村)$"
)
_WHOLE = re.compile("[我本该各全]|党政|综合|承办|经办|受理|责任|公开")
_PLACE = re.compile("[局委办镇乡县市区旗院厅]$|街道$|社区$")
_UNRELATED = re.compile(
    "(?:不涉及|未涉及|不属于)(?:政府)?信息公开|与(?:政府)?信息公开(?:工作|申请)?(?:均|都)?(?:无关|没有关系)"
    "|(?:均|都)?与(?:我|本)[^，。]{1,4}(?:均|都)?无关|(?:作为|系)(?:行政)?复议机关(?!为)|代书"
)
_DECIDES = re.compile("[省市县区旗州盟]人民政府|司法[局厅]|海关|税务局|政府办公[室厅]")
_OWN_WORDS = ("我局", "我镇", "本机关")
_AREAS = frozenset({"全县", "全市", "全区", "全省", "全旗", "全州"})
_PASSED = ("FILL", "SUM", "COPULA", "PRIOR", "ABOUT")
_THIS_YEAR = ("本年", "今年", "当年", "年内", "全年")


def of_another(nodes: Sequence[Node], agency: str) -> bool:
    """Whether the subject before the verb is a body that the reporting `agency` is not.

    县公安局收到 in the report of a county is. Names in short count as the agency's own. False where it is unknown.
    """
    if of_wider_area(nodes, agency):
        return True
    return any(_does(nodes, i, agency) for i, n in enumerate(nodes) if n.sense("ACT", "NEG"))


def of_wider_area(nodes: Sequence[Node], agency: str) -> bool:
    """Whether 全县 and the like make a figure more than that of an office."""
    return agency.endswith("局") and any(n.text in _AREAS for n in nodes)


def _does(nodes: Sequence[Node], at: int, agency: str) -> bool:
    """Whether the subject before the verb at `at` is a body other than the `agency`."""
    while at and (nodes[at - 1].kind == "year" or nodes[at - 1].sense(*_PASSED)):
        if nodes[at - 1].text in _OWN_WORDS:
            return False
        at -= 1
    words: list[str] = []
    for node in reversed(nodes[:at]):
        if node.kind not in ("term", "word"):
            break
        words.insert(0, node.text)
    name = "".join(words)
    if not agency or not _BODY.search(name) or _WHOLE.search(name):
        return False
    return not any(_same("".join(words[i:]), agency) for i in range(len(words)))


def _same(name: str, agency: str) -> bool:
    """Whether one of the names is the other in short: its characters in the same order."""
    return len(name) > 1 and (_holds(agency, name) or _holds(name, re.split("[省市县区旗州](?=.)", agency)[-1]))


def _holds(text: str, short: str) -> bool:
    letters = iter(text)
    return all(char in letters for char in short)


def decides_reviews(agency: str) -> bool:
    """Whether the agency decides reviews itself, so that those it 受理 are not brought against it."""
    return _DECIDES.search(agency) is not None


def elsewhere(host: Node, year: int | None) -> bool:
    """Whether brackets behind a word hold another year's or another body's figures: 上年（24件）, 滨河区（31件）."""
    if host.kind == "year":
        return year is not None and host.value != year
    return host.sense("PRIOR", "COMPARE") is not None or (host.kind == "word" and _PLACE.search(host.text) is not None)


def unrelated(sentence: str) -> bool:
    """Whether a sentence says that its reviews and suits are not about disclosure, or are those it decides itself."""
    return _UNRELATED.search(sentence) is not None


def part_by_agency(f: Features) -> bool:
    """其中县公安局收到12件, 乡镇受理3件: parts by agency, not the whole again, which 其中本年收到12件 is."""
    if f.rows or f.columns or f.channels:
        return False
    elsewhere = f.foreign or bool({"scope", "units"} & f.flags)
    taken = bool(f.acts) and set(f.acts) <= {"receive", "accept", "occur"}
    return elsewhere or (taken and not this_year(f))


def this_year(f: Features) -> bool:
    """Whether the words say that the figure is of this year alone."""
    return any(n.text.startswith(_THIS_YEAR) for n in f.nodes)
