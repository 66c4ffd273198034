"""Documents cited by title and 文号: do the two belong together, and is the law's title right?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from drafter.data.lexicon import Citation, Lexicons
from drafter.model.facts import Match
from drafter.model.span import Span

MISMATCH = "F701"
LAW_TITLE = "F702"

_CITED = re.compile(
    r"《(?P<title>[^《》\n]{4,90}(?:《[^《》\n]{2,60}》[^《》\n]{0,20})?)》\s*"
    r"[（(](?P<number>[一-龥]{2,12}\s*[〔\[【（(]\s*(?P<year>\d{4})\s*[〕\]】）)]\s*第?0*(?P<serial>\d+)\s*号)"
)
_DOCUMENT = re.compile(r"《(?!中华人民共和国)([^《》\n]{10,60})》")
_NAMED = re.compile(r"《([^《》]{8,40})》")
_LOOSE = frozenset("的和与及等、，第")
"""Characters that people leave out of a title without getting it wrong."""
_TITLE = re.compile(r"《(中华人民共和国[^《》\n]{2,40})》")
_ISSUER = re.compile(r"^(?:中共中央办公厅|国务院办公厅|中办|国办|秘书局|政府信息与政务公开办公室|[、 ])+")
_PLAIN = re.compile(r"[《》〈〉<>“”\"\s、，]|关于|印发|做好|的通知$|的意见$|通知$|的函$")
_CENTRAL = re.compile(r"国|中办|中发")
"""Numbers of central organs: a place may pass a central document on under its own number."""
_HAN = re.compile("[\u4e00-\u9fff]")
_LONG = 10
_ALIKE = 80.0
_UNLIKE = 55.0
_NEAR = 88.0


def citation_matches(text: str, span: Span, lexicons: Lexicons) -> Iterator[Match]:
    """Citations in a span of the text whose title belongs to another 文号, and titles of laws and of documents of the
    State Council that are a character or two off."""
    if text.find("《", span.start, span.end) < 0:
        return
    numbers, titles = _tables(lexicons)
    for found in _CITED.finditer(text, span.start, span.end):
        yield from _mismatch(found, numbers, titles)
    laws = frozenset(law.title for law in lexicons.laws)
    for found in _TITLE.finditer(text, span.start, span.end):
        yield from _law_title(found, laws)
    for found in _DOCUMENT.finditer(text, span.start, span.end):
        yield from _document_title(found, _documents(lexicons))


@lru_cache(maxsize=4)
def _tables(lexicons: Lexicons) -> tuple[dict[str, Citation], dict[str, Citation]]:
    return {c.number: c for c in lexicons.citations}, {_key(c.title): c for c in lexicons.citations}


def _key(title: str) -> str:
    return _PLAIN.sub("", _ISSUER.sub("", title))


def _number(found: re.Match[str]) -> str:
    head = re.split(r"\s*[〔\[【（(]", found["number"], maxsplit=1)[0].strip()
    return f"{head}〔{found['year']}〕{found['serial']}号"


def _mismatch(found: re.Match[str], numbers: dict[str, Citation], titles: dict[str, Citation]) -> Iterator[Match]:
    number, key = _number(found), _key(found["title"])
    best = process.extractOne(key, titles.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    by_title = titles[best[0]] if best else None
    by_number = numbers.get(number)
    if by_title is None and by_number is not None and fuzz.ratio(key, _key(by_number.title)) < _UNLIKE:
        if key and key in _key(by_number.title):
            return
        reason = f"{number}是《{by_number.title}》，与这里的标题不符，请核对标题或文号"
        yield _match(f"number:{number}", Span(*found.span("title")), "", reason, MISMATCH)
    elif by_title is not None and by_title.number != number and _CENTRAL.match(number) and _same_year(key, by_title):
        reason = f"《{found['title']}》的文号是{by_title.number}，这里写作{number}，请核对"
        yield _match(f"title:{by_title.number}", Span(*found.span("number")), by_title.number, reason, MISMATCH)


def _same_year(key: str, citation: Citation) -> bool:
    """Whether title and document speak of the same year: 要点 of different years differ in nothing else."""
    return re.findall(r"\d{4}", key) == re.findall(r"\d{4}", _key(citation.title))


def _law_title(found: re.Match[str], laws: frozenset[str]) -> Iterator[Match]:
    title = found[1]
    plain = re.sub(r"[（(].*", "", title)
    if plain in laws or not laws or not plain.endswith(("法", "条例", "办法", "规定", "细则")):
        return
    best = process.extractOne(plain, laws, scorer=fuzz.ratio, score_cutoff=_NEAR)
    if best and abs(len(best[0]) - len(plain)) <= 2 and best[0][-1] == plain[-1]:
        reason = f"没有《{plain}》，疑为《{best[0]}》"
        yield _match(f"law:{best[0]}", Span(found.start(1), found.start(1) + len(plain)), best[0], reason, LAW_TITLE)


@lru_cache(maxsize=4)
def _documents(lexicons: Lexicons) -> dict[str, str]:
    """The titles of documents of the State Council, and of what they issue, by their key."""
    titles = [c.title for c in lexicons.citations]
    inner = [name for title in titles for name in _NAMED.findall(title)]
    return {_key(title): title for title in (*titles, *inner) if len(_key(title)) >= _LONG}


def _document_title(found: re.Match[str], documents: dict[str, str]) -> Iterator[Match]:
    """One character wrong, missing or too many; other years and other wordings are other documents."""
    title = found[1]
    key = _key(title)
    if key in documents:
        return
    for known, name in documents.items():
        if abs(len(known) - len(key)) <= 1 and Levenshtein.distance(known, key, score_cutoff=1) == 1:
            (edit,) = Levenshtein.editops(known, key)
            changed = known[edit.src_pos : edit.src_pos + 1] if edit.tag != "insert" else key[edit.dest_pos]
            if _HAN.fullmatch(changed) and changed not in _LOOSE:
                reason = f"没有《{title}》，疑为《{name}》"
                yield _match(f"document:{name}", Span(*found.span(1)), name, reason, LAW_TITLE)
            return


def _match(row: str, span: Span, right: str, reason: str, code: str) -> Match:
    return Match(row, span, right, "warning", reason, code, "display")
