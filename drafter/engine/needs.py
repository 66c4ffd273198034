"""What rules may need, and why a need is not met."""

from __future__ import annotations

from functools import lru_cache

from drafter.model.facts import Facts
from drafter.rules.base import PLAIN_NEEDS, Rule

_SECTION_NAMES = {
    "overview": "第一部分（总体情况）",
    "disclosure": "第二部分（主动公开政府信息情况）",
    "requests": "第三部分（收到和处理政府信息公开申请情况）",
    "review": "第四部分（行政复议、行政诉讼情况）",
    "problems": "第五部分（存在的主要问题及改进情况）",
    "other": "第六部分（其他需要报告的事项）",
}
_TABLE_NAMES = {"disclosure": "表二", "requests": "表三", "review": "表四"}
NEEDS = (
    "report", "sections", *(f"section.{kind}" for kind in _SECTION_NAMES), "period",
    *(f"tables.{kind}" for kind in _TABLE_NAMES), "claims",
    "sentences", "matches", "suspects", "silencings", "previous", "corpus", "topics", "year", "agency",
)  # fmt: skip
"""All that a rule may ask for."""


class Unmet:
    """Tells of rules why they cannot run over some facts. `no_store` says why there is no corpus, if there is none.

    Over a hundred rules share a dozen needs, and what is met changes seldom while a draft is being written.
    """

    def __init__(self, facts: Facts, no_store: str) -> None:
        self._year = facts.year
        self._whys = tuple([(need, _why(need, facts, no_store)) for need in NEEDS])
        self._known = _verdicts(self._year, self._whys)

    def by(self, rule: Rule) -> str:
        """Why the rule is not for this year, or else why the first of its unmet needs is not met, in Chinese; empty
        when it may run."""
        why = self._known.get(rule.code)
        if why is None:
            why = self._known[rule.code] = self._judged(rule)
        return why

    def _judged(self, rule: Rule) -> str:
        year = self._year
        if year is not None and not rule.first_year <= year <= rule.last_year:
            return f"不适用于 {year} 年度的报告"
        whys = dict(self._whys)
        return next((whys[need] for need in rule.needs if whys[need]), "")


@lru_cache(maxsize=8)
def _verdicts(year: int | None, whys: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """What was said of rules by their codes, to be added to."""
    return {}


def _why(need: str, facts: Facts, no_store: str) -> str:
    family, _, kind = need.partition(".")
    report = facts.report
    if facts.config.plain and family not in PLAIN_NEEDS:
        return "按一般公文检查（--plain），不做年报专项核对"
    if family == "section" and report.section(kind) is None:
        return f"没有找到{_SECTION_NAMES[kind]}"
    if family == "tables":
        return _table_why(kind, facts)
    if need == "year" and facts.year is None:
        return "标题里没有年份，可用 --year 指定"
    if need == "agency" and not facts.agency:
        return "标题里没有机关名称，可用 --agency 指定"
    if need == "previous":
        return _previous_why(facts)
    if need == "period" and report.period is None:
        return "没有找到统计期限"
    if need == "corpus" and no_store:
        return no_store
    return ""


def _previous_why(facts: Facts) -> str:
    if facts.previous is None:
        return "没有上年报告，可用 --previous 指定，或先用 drafter corpus refresh 收录"
    past = facts.previous.report
    if past.year is not None and facts.year is not None and past.year != facts.year - 1:
        return f"给的上年报告是 {past.year} 年的，应是 {facts.year - 1} 年的"
    if past.agency and facts.agency and not _may_be_one(past.agency, facts.agency):
        return f"给的上年报告是{past.agency}的，不是{facts.agency}的"
    return ""


def _may_be_one(first: str, second: str) -> bool:
    """Whether two names may be one agency's, renamed or in short: they begin alike, or one holds the other's characters
    in order."""
    if first[:2] == second[:2]:
        return True
    short, long = sorted((first.removesuffix("人民政府"), second.removesuffix("人民政府")), key=len)
    rest = iter(long)
    return all(char in rest for char in short)


def _table_why(kind: str, facts: Facts) -> str:
    table = facts.report.table(kind)
    if table is None:
        return f"{_TABLE_NAMES[kind]}未识别"
    if not any(c.value is not None for c in table.cells):
        return f"{_TABLE_NAMES[kind]}没有读出数字"
    return ""
