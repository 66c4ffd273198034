"""六个部分的标题要逐字照格式写。“依申请公开政府信息情况”“存在问题及改进措施”之类是旧写法或自拟写法，会使汇总和比对出错。

认可的长写法不报：“因政府信息公开工作被申请行政复议、提起行政诉讼情况”“政府信息公开工作存在的主要问题及改进情况”等。
改法：换成格式的标题；只差一两个字的可以用 drafter fix 直接改。
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.form import FormSection
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2021, words

_ALIKE = 0.85


def check(facts: Facts) -> Iterator[Finding]:
    """Sections whose title is neither the mandated nor an accepted one."""
    for section in facts.report.sections:
        if section.exact:
            continue
        form = next(s for s in facts.form.sections if s.kind == section.kind)
        written = words(facts, section.title)
        right = _nearest(written, form)
        fix = Fix(f"改为“{right}”", (Edit(section.title, right),), _safety(written, right, form))
        yield Finding(
            section.title,
            f"第{form.number}部分的标题是“{written}”，格式规定为“{form.title}”",
            expected=form.title,
            actual=written,
            fix=fix,
        )


def _nearest(written: str, form: FormSection) -> str:
    """The accepted title that is likest, so that a slip in a long form is mended there."""
    titles = (form.title, *form.aliases)
    best = max(titles, key=lambda t: SequenceMatcher(None, written, t).ratio())
    return best if SequenceMatcher(None, written, best).ratio() > _ALIKE and written not in form.old else form.title


def _safety(written: str, right: str, form: FormSection) -> Safety:
    """A slip of the pen may be mended at once; another wording is the writer's to change."""
    slip = written not in form.old and SequenceMatcher(None, written, right).ratio() > _ALIKE
    return Safety.SAFE if slip else Safety.UNSAFE


RULE = Rule(
    code="F104",
    name="section-title",
    severity=Severity.WARNING,
    summary="六个部分的标题逐字照格式写",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="outline",
    examples=(
        Bad(lines={"政府信息公开行政复议、行政诉讼情况": "⟦政府信息公开行政副议、行政诉讼情况⟧"}),
        Bad(lines={"存在的主要问题及改进情况": "⟦存在的主要问题及整改措施⟧"}),
        Bad(lines={"三、收到和处理政府信息公开申请情况": "三、⟦依申请公开政府信息情况⟧"}),
        Good(),
        Good(
            lines={"四、政府信息公开行政复议、行政诉讼情况": "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"}
        ),
        Good(lines={"一、总体情况": "1. 总体情况"}),
    ),
)
