"""What of last year's report may stay, sentence by sentence.

Figures that the tables hold are replaced through the claims made about them; other figures become open places; years
move on; what compares years, tells of a day or would say something untrue is left out. Every step is kept as a Change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from drafter.compose.figures import total
from drafter.compose.scribe import plain
from drafter.compose.years import dated_titles, is_comparison, is_event, moved
from drafter.model.claim import Claim
from drafter.model.prose import Sentence
from drafter.model.span import Span

MARK = "【请确认：上一句沿用上年】"
"""Stands behind every sentence taken over, until somebody confirms it."""
_UNIT = (
    r"(?P<unit>人次|件次|场次|篇次|万元|元|个百分点|％|%|"
    r"条|件|篇|个|期|次|场|份|项|起|宗|例|人|名|处|家|台|户|部|套|册|幅|类|批|万字|天|字|分)"
)
_COUNTED = re.compile(rf"(?<![\d.〔\[第])(?P<number>\d[\d,，]*(?:\.\d+)?\s*[万亿]?余?)\s*{_UNIT}")
_ORDINAL = re.compile(r"第\d|〔\d{4}〕\d+号")
_BARE = re.compile(r"(?<![\d〔.])\d[\d,，.]*")
_BEHIND_HEADING = re.compile(r"\s*(?:工作)?(?:方面|情况|机制)?[。：:，,；;]?\s*")
_REQUESTS = re.compile(r"申请|复议|诉讼|办结|答复")
_FEE = re.compile(r"信息处理费")


Cells = frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence of last year's report: `before` as it stood, `after` as the draft has it (empty: left out), `why` in
    Chinese. `section` is the kind of section or sub-section; `told` are the cells it gives figures of, in sets
    that are added up.
    """

    section: str
    before: str
    after: str
    why: str
    told: frozenset[Cells] = frozenset()


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's report: its sentences, its claims with verdicts, its figures, the headings of its parts."""

    text: str
    year: int
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    cells: Mapping[str, Decimal | None]
    headings: tuple[Span, ...] = ()


def carried(last: LastYear, cells: Mapping[str, Decimal | None]) -> tuple[Change, ...]:
    """What becomes of every sentence of last year's prose; section five is answered elsewhere."""
    found = (_change(last, s, cells) for s in last.sentences if s.section in ("preamble", "overview", "other"))
    return tuple(change for change in found if change.before)


def _change(last: LastYear, sentence: Sentence, cells: Mapping[str, Decimal | None]) -> Change:
    before = sentence.span.of(last.text)
    heading = next((h for h in last.headings if sentence.span.contains(h)), None)
    if heading is not None:
        lead = _BEHIND_HEADING.match(before, heading.end - sentence.span.start)
        start = sentence.span.start + (lead.end() if lead else 0)
        sentence = replace(sentence, span=Span(start, sentence.span.end))
        before = sentence.span.of(last.text)
    words = _squeeze(before)
    section = sentence.subsection or ("opening" if sentence.section == "overview" else sentence.section)
    why = _unfit(section, words)
    if why:
        return Change(section, words, "", why)
    claims = [c for c in last.claims if sentence.span.contains(c.span)]
    told = frozenset(frozenset(reading) for c in claims for reading in _readings(c))
    edits, why = _figure_edits(claims, last, cells, sentence.span)
    if why:
        return Change(section, words, "", why, told)
    year = last.year + 1
    edits += [(span, new) for span, new in moved(before, year) if not _clash(span, edits)]
    edits += [(span, "【请填写：今年的文件名称】") for span in dated_titles(before, year) if not _clash(span, edits)]
    if section != "preamble":
        edits += [(span, slot) for span, slot in _other_figures(before) if not _clash(span, edits)]
    after = _squeeze(_edited(before, edits))
    if section == "on_request" and "【" in after and _REQUESTS.search(words):
        return Change(section, words, "", "数字已按今年的表格另写", told)
    if section != "preamble" and _left_over(before, edits):
        return Change(section, words, "", "有数字不能确定是什么，请按今年情况重写", told)
    return Change(section, words, after + MARK, _story(edits), told)


def _unfit(section: str, words: str) -> str:
    if section == "preamble" and not re.search(r"电话|地址|邮编|邮箱|联系", words):
        return "引言的依据和期限已另写"
    if section == "other" and _FEE.search(words):
        return "信息处理费一句已另写"
    if len(words) < 8:
        return "只是标题或短语"
    if section != "preamble" and is_event(words):
        return "写的是上年某月某日的事"
    if is_comparison(words):
        return "写的是上年与前年的比较"
    return ""


def _figure_edits(
    claims: Sequence[Claim], last: LastYear, cells: Mapping[str, Decimal | None], inside: Span
) -> tuple[list[tuple[Span, str]], str]:
    """Replacements for the figures of claims, from the sentence's start; or why the sentence cannot stay."""
    edits = []
    for claim in claims:
        new = _new_value(claim, last, cells)
        if new is None or claim.verdict != "holds":
            return [], "写到的数字今年没有，或者上年与表格就不一致"
        if claim.number_span is None:
            if not (claim.relation == "none" and new == 0):
                return [], "“未收到”“均”一类的说法要按今年的数字重写"
            continue
        if claim.relation != "eq" or not new or not claim.value:
            return [], "今年或上年为 0，或者是约数，已按今年的数字另写"
        edits.append((claim.number_span.shifted(-inside.start), str(plain(new))))
    return edits, ""


def _new_value(claim: Claim, last: LastYear, cells: Mapping[str, Decimal | None]) -> Decimal | None:
    """This year's number for the reading that held last year."""
    for reading in _readings(claim):
        if total(last.cells, reading) == (claim.value or 0):
            return total(cells, reading)
    return None


def _readings(claim: Claim) -> tuple[tuple[str, ...], ...]:
    return claim.readings or ((claim.cell,),)


def _other_figures(words: str) -> list[tuple[Span, str]]:
    found = []
    ordinals = [Span(m.start(), m.end()) for m in _ORDINAL.finditer(words)]
    for match in _COUNTED.finditer(words):
        span = Span(match.start("number"), match.end("number"))
        if not any(o.overlaps(span) for o in ordinals):
            unit = match["unit"]
            about = "百分比" if unit in "％%" else f"{unit}数" if len(unit) == 1 else unit
            found.append((span, f"【请填写：今年{about}】"))
    return found


def _left_over(words: str, edits: Sequence[tuple[Span, str]]) -> bool:
    """Whether a bare figure remains that is neither replaced nor a year, a number of a document or an ordinal."""
    for match in _BARE.finditer(words):
        span = Span(match.start(), match.end())
        year = re.fullmatch(r"20\d{2}", match.group()) and words[match.end() : match.end() + 1] in "年—-至"
        before = words[max(0, match.start() - 6) : match.start()]
        after = words[match.end() : match.end() + 1]
        if year or _clash(span, edits) or re.search(r"[第〔\[〕\]A-Za-z/:.+-]$", before) or after in "号〕]+、.．x×X/":
            continue
        return True
    return False


def _edited(words: str, edits: Sequence[tuple[Span, str]]) -> str:
    parts, at = [], 0
    for span, new in sorted(edits, key=lambda e: e[0]):
        parts += [words[at : span.start], new]
        at = span.end
    return "".join([*parts, words[at:]])


def _clash(span: Span, edits: Sequence[tuple[Span, str]]) -> bool:
    return any(span.overlaps(other) for other, _ in edits)


def _story(edits: Sequence[tuple[Span, str]]) -> str:
    slots = sum(new.startswith("【") for _, new in edits)
    years = sum(bool(re.fullmatch(r"20\d{2}", new)) for _, new in edits)
    figures = len(edits) - slots - years
    parts = [f"{n} 处{name}" for n, name in ((figures, "数字换成今年的"), (years, "年份后移"), (slots, "待填")) if n]
    return "沿用" + (f"（{'，'.join(parts)}）" if parts else "，没有改动")


def _squeeze(words: str) -> str:
    return re.sub(r"\s+", "", words)
