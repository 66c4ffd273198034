"""Contradictions that the words of the statement itself leave room for: they count something less than the cell."""

from __future__ import annotations

import re
from functools import lru_cache

from drafter.analyse.claims.lexer import Node, lexer
from drafter.data.marks import claim_marks
from drafter.model.claim import Claim
from drafter.model.span import Span
from drafter.model.view import bare

_POINTS = re.compile("(?:[那这该前后]|上述|以上|前述|其余|剩余|余下|剩下)的?$")
_OUT_OF = re.compile("(?:件次?|宗|起|份|条)[当之]?中(?!止)")
DISCLOSURE = re.compile("信息(?:依申请)?公开|依申请公开")
_OF_PERSONS = re.compile(
    r"\d+余?(?:[名位个]?[人户家]|[名位个](?=申请|企业|公司|单位|村民|居民))[^\d，。；（(]{0,4}(?:[（(][^（）()]*[）)])?"
    r"[，,](?:合计|总共|一?共计?|累计|总计|计)(?:\d+(?:件次?|宗|起)[^。；;]*)?$"
)
_PER = re.compile("每(?:[百千万]|100|1000)余?[件人名][^。；;]*$")
_SINCE = re.compile(r"(?<![今本当]年)(?<!年初)以来[，,]?(?!20)[^。；;]{0,60}$")
_WITHDRAWN = re.compile("撤[回销]")
_TOTALS = re.compile(r"requests\.(?:new|total)\.|review\.")
_RESULTS = re.compile(r"review\.[a-z_]+\.(?:upheld|corrected|other|pending)$")
_OR = re.compile("(?:作出|决定|判决|裁定|审结|维持|纠正|驳回|终止|撤回)[^，。；]{0,6}或者?")
_BOTH = re.compile("(?:复议|诉讼)(?:案件)?[和与及、]$")
_OUTCOMES = re.compile(r"requests\.(?:refused|unavailable|unprocessed|other)\.")
_ITEM = re.compile(r"([^\d、，；。：:（）()\s]{2,14})\d+(?:件次?|宗|起|条)?(?=[、，；。])")
_FEW, _SOME = 1, 2
_FAR = 120
_BREAK = re.compile(r"[。\r\n]")
_THEIRS = "这里说的是前面那些人提出的，不一定是全部"
_EITHER = "“或”字前后是几种结果，这个数是合在一起的"
_BEFORE = "“和”字前面还有一个数，这个数不一定是两类案件合计"
_CONTENTS = "同一列里别的项目表里没有，这些件数可能是按申请内容分的"
_RATIO = "这是每百件、每千件当中的件数"
_YEARS = "“以来”说的是几年的数"
_SUBSET = "这个数前面的“{}”指的是上文说过的一部分"
_PART = "这里是从这些件里再分，不一定是全部"
_MORE_WORDS = "这句话里还有“{}”等字样，说的可能只是其中一部分"
_RELATIVE = "“……的”若干件，说的可能只是其中一部分"
_MAYBE_OTHER = "撤回的申请不一定记在“其他处理”里"


def narrowed(claim: Claim, text: str, agency: str) -> str:
    """Why a contradicted figure of an agency's report may be of some of what its cell counts, in Chinese; empty where
    nothing says so."""
    if claim.number_span is None:
        return ""
    before = text[claim.span.start : claim.number_span.start].rstrip()
    points = _POINTS.search(text[max(claim.number_span.start - 4, 0) : claim.number_span.start].rstrip())
    if points:
        return _SUBSET.format(points.group())
    sentence = _BREAK.split(text[max(claim.number_span.start - _FAR, 0) : claim.number_span.start])[-1]
    if _OF_PERSONS.search(sentence):
        return _THEIRS
    if _PER.search(sentence):
        return _RATIO
    if claim.cell.startswith("disclosure.") and _SINCE.search(sentence):
        return _YEARS
    if _RESULTS.match(claim.cell) and _OR.search(before):
        return _EITHER
    if "+" in claim.cell and _BOTH.search(before):
        return _BEFORE
    if _OUTCOMES.match(claim.cell) and _of_contents(claim.number_span, text):
        return _CONTENTS
    if _OUT_OF.match(text, claim.number_span.end):
        return _PART
    if claim.cell == "requests.other.other.total" and _WITHDRAWN.search(claim.text):
        return _MAYBE_OTHER
    unknown = [] if _of_disclosure(claim) else _unknown(claim.text, agency)
    if len(unknown) >= (_FEW if _TOTALS.match(claim.cell) else _SOME):
        return _MORE_WORDS.format(unknown[0])
    return _RELATIVE if before.endswith("的") and not _names_outcome(before) else ""


def _of_contents(number: Span, text: str) -> bool:
    """Whether most items of the sentence around a figure are no outcomes: 征地96件、户籍37件、执法案卷材料51件."""
    start = max(text.rfind(mark, 0, number.start) for mark in "。\n") + 1
    stops = [at for mark in "。\n" if (at := text.find(mark, number.end)) >= 0]
    labels = _ITEM.findall(text, start, min(stops, default=len(text)) + 1)
    known = sum(_names_outcome(label) for label in labels)
    return len(labels) - known > max(known, 1)


def _of_disclosure(claim: Claim) -> bool:
    """Whether the words say which cases table four counts."""
    return claim.cell.startswith("review.") and DISCLOSURE.search(claim.text) is not None


def _unknown(words: str, agency: str) -> list[str]:
    """The words of more than one character that the grammar does not know, the agency's own name left out."""
    found: list[str] = []
    own = 0
    nodes = _nodes(bare(words))
    for before, node in zip((None, *nodes), nodes, strict=False):
        if node.kind != "word":
            continue
        if before is None or before.kind != "word":
            own = node.start + _own(bare(words)[node.start :], agency)
        word = node.text[max(own - node.start, 0) :]
        if node.note == "W" and len(word) > 1 and not claim_marks()["neutral"].search(word):
            found.append(word)
    return found


def _own(words: str, agency: str) -> int:
    """How many characters at the beginning of `words` are the agency's name, or a short form of it."""
    at = 0
    for length, char in enumerate(words):
        at = agency.find(char, at) + 1
        if at == 0:
            return length if length > 1 else 0
    return len(words)


def _names_outcome(before: str) -> bool:
    """Whether an outcome stands right before 的: 予以公开的3件 is as good as 予以公开3件."""
    nodes = [n for n in _nodes(bare(before)) if n.text != "的"]
    return bool(nodes) and nodes[-1].sense("ROW", "RES", "COL", "DOC") is not None


@lru_cache(maxsize=256)
def _nodes(words: str) -> tuple[Node, ...]:
    return tuple(lexer().nodes(words))
