"""Last year's problems, taken out of its section five so that this year's report answers them."""

from __future__ import annotations

import re

from drafter.model.report import Report

_REMEDIES = re.compile(r"下一步|改进(?:情况|措施|方向|工作)|整改|针对(?:上述|以上|存在)|今后|将重点|将(?:从|做好|采取)")
_MARK = re.compile(
    r"(?:[一二三四五六七八九]是|第[一二三四五六七八九]，|[（(][一二三四五六七八九1-9][)）]|(?<!\d)[1-9][.、．](?!\d))"
)
_SHORTCOMING = re.compile(r"不够|不足|不高|不强|不及时|不到位|有待|有差距|欠缺|薄弱|滞后|单一|偏")
_STOP = re.compile(r"[。；;\n]")
_ANNOUNCED = re.compile(r"^.*(?:问题|不足|主要是|表现在|表现为)[^：:]{0,6}[：:]")
_PAST_WORK = re.compile(r"20\d{2}年|取得")
_LONGEST = 60
_SHORTEST = 6


def problems_of(text: str, report: Report) -> tuple[str, ...]:
    """The problems that a report's section five lists, shortened to their first statement; empty when it lists
    none."""
    section = report.section("problems")
    if section is None:
        return ()
    body = re.sub(r"[ \t\u3000]+", "", section.body.of(text))
    end = _REMEDIES.search(body, min(12, len(body)))
    listing = body[: end.start()] if end else body
    marks = list(_MARK.finditer(listing))
    starts = [m.start() for m in marks]
    items = [listing[m.end() : stop] for m, stop in zip(marks, [*starts[1:], len(listing)], strict=False)]
    if not items:
        items = [words for words in _STOP.split(listing) if _SHORTCOMING.search(words)]
    found = (_first_statement(words) for words in items)
    return tuple(p for p in found if len(p) >= _SHORTEST and not p.endswith(("问题", "情况")))


def _first_statement(words: str) -> str:
    """What an item says first, behind an announcement (主要表现在：); nothing where it tells of a year's work."""
    statement = _ANNOUNCED.sub("", _STOP.split(words.strip())[0]).strip("：:，,")
    if _PAST_WORK.search(statement):
        return ""
    return statement if len(statement) <= _LONGEST else statement[: statement.rfind("，", 0, _LONGEST)] or ""
