"""句子开头写的是别的年份：“2023年，我镇共收到……”出现在 2024 年的报告里，多半是沿用去年的稿子忘了改。

与上年比较、预算决算、文件会议的年份、上年问题的整改、下一步打算，都不报；同一句里也写了报告年份的不报。
改法：核对这句说的是哪一年的事，改年份和数字。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.view import View, bare, squeezed
from drafter.rules.base import Bad, Finding, Good, Rule

_OPENING = re.compile(
    r"(?:在|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是][^，。；：:\d]{0,18}?[：:。]?)?(?P<year>20\d\d)年(?:度)?(?!\d|[度]?[起至到—-])(?P<rest>.*)",
    re.S,
)
_MEANT = re.compile(
    r"上年|去年|上一年|较|同比|相比|比\d{4}|决算|预算|年度报告|年报|考核|评估|测评|测试|以来|整改|问题|规划|计划|修订|施行|印发|出台的|发布的|"
    r"结转|历年|改革|换届|撤销|合并|成立|设立|至20\d\d|[—～~-]20\d\d|表彰|荣获|获评|公布的|开始|截至|期间"
)
_THIS_REPORTS = re.compile("^，?针对(?:上述|以上|前述|这些)(?:[主要存在的]*问题|不足)")
_PLANS = re.compile("将|计划|下一步|拟|力争|继续|打算|着力|进一步")
_WORK = re.compile("[我本全]|共|收到|公开|发布|认真|坚持|严格|加强|深入|围绕|按照|未|无|没有")
_CLAUSE = re.compile(
    r"[，；](?P<year>20\d\d)年(?:度)?(?=[我本全共][^，。；]{0,10}(?:收到|公开|发布|受理|办理|制发|举办|开展)[^，。；]{0,16}\d)"
)
_STOCK, _NEXT = re.compile("[末底]"), 40
_FEE = re.compile(
    r"(?:^|[，；：、局镇乡厅委处关道县市区])(?P<year>20\d\d)年(?:度)?(?=[^，。；\d]{0,12}(?:没有|未|不)?(?:收取|产生|发生)[^，。；]{0,10}信息处理费)"
)
_SECTIONS = ("overview", "other", "problems")


def check(facts: Facts) -> Iterator[Finding]:
    """Sentences of the agency's own work that open with a year that is not the report's."""
    title = (Related("报告的年份", facts.report.year_span),) if facts.report.year_span else ()
    for sentence in facts.sentences:
        if sentence.section not in _SECTIONS or facts.year is None:
            continue
        view = squeezed(sentence.span.of(facts.text), sentence.span.start)
        yield from _clauses(facts, view, title)
        if sentence.section == "other" and (fee := _FEE.search(view.text)) and fee["year"] != str(facts.year):
            yield from _fee(facts, view, fee, title)
            continue
        found = _OPENING.match(view.text)
        if found is None or int(found["year"]) == facts.year or f"{facts.year}年" in found["rest"]:
            continue
        year = int(found["year"])
        itself = f"比{year}年" in found["rest"] or f"较{year}年" in found["rest"] or _THIS_REPORTS.search(found["rest"])
        if (_MEANT.search(found["rest"]) and not itself) or not _WORK.search(found["rest"]):
            continue
        following = "。" + bare(facts.text[sentence.span.end :][:_NEXT])  # a line may end within the sentence
        if _STOCK.match(found["rest"]) and re.search(rf"。[^。]{{0,3}}(?<!\d){facts.year}年", following):
            continue  # 2023年末现行有效73件。2024年清理……
        if year > facts.year and (_PLANS.search(found["rest"]) or sentence.section == "problems"):
            continue
        certain = year == facts.year - 1 and sentence.section != "problems"
        yield Finding(
            view.span(found.start("year"), found.end("year") + 1),
            f"报告是 {facts.year} 年的，这句开头是 {year} 年；请核对是不是忘了改",
            title,
            expected=facts.year,
            actual=year,
            severity=None if certain else Severity.WARNING,
        )


def _fee(facts: Facts, view: View, found: re.Match[str], title: tuple[Related, ...]) -> Iterator[Finding]:
    """The fee of another year told in part six, wherever in the sentence the year stands."""
    if f"{facts.year}年" in view.text or _MEANT.search(view.text[found.end() :]):
        return
    yield Finding(
        view.span(found.start("year"), found.end("year") + 1),
        f"报告是 {facts.year} 年的，这里说的是 {found['year']} 年的信息处理费；请核对是不是忘了改",
        title,
        expected=facts.year,
        actual=int(found["year"]),
    )


def _clauses(facts: Facts, view: View, title: tuple[Related, ...]) -> Iterator[Finding]:
    """Clauses that count the work of last year in a sentence that names no other year."""
    for found in _CLAUSE.finditer(view.text):
        if facts.year is None or f"{facts.year}年" in view.text or _MEANT.search(view.text):
            continue
        if int(found["year"]) == facts.year - 1:
            yield Finding(
                view.span(found.start("year"), found.end("year") + 1),
                f"报告是 {facts.year} 年的，这里数的是 {found['year']} 年的工作；请核对是不是忘了改",
                title,
                expected=facts.year,
                actual=int(found["year"]),
                severity=Severity.WARNING,
            )


RULE = Rule(
    code="L101",
    name="sentence-year",
    severity=Severity.ERROR,
    summary="句首的年份是报告的年份",
    basis=("《中华人民共和国政府信息公开条例》第四十九条",),
    needs=("sentences", "year", "sections"),
    check=check,
    reach="paragraph",
    sign=re.compile(r"20(?=\d\d年)"),
    examples=(
        Bad(sections={"overview": "⟦2023年⟧，青石镇认真贯彻《条例》，共公开信息126条。"}),
        Bad(sections={"overview": "（二）依申请公开：⟦2023年⟧度未收到政府信息公开申请。"}),
        Bad(sections={"other": "⟦2023年⟧，本单位未收取信息处理费。"}),
        Bad(sections={"overview": "围绕惠民补贴做好公开，⟦2023年⟧我镇共公开信息126条。"}),
        Bad(sections={"other": "依据《政府信息公开信息处理费管理办法》，⟦2023年⟧度我镇收取信息处理费0元。"}),
        Bad(sections={"other": "我镇⟦2023年⟧没有收取信息处理费。"}),
        Bad(sections={"overview": "⟦2023年⟧，新收政府信息公开申请5件，比2023年减少2件。"}),
        Bad(sections={"problems": "主要问题：更新偏慢。⟦2023年⟧，针对上述问题，我镇开展培训2次，补发信息16条。"}),
        Good(sections={"problems": "2023年，针对评估指出的问题，我镇已整改。2024年，针对上述问题，我镇开展培训。"}),
        Good(sections={"other": "我镇2024年没有收取信息处理费，2023年收取信息处理费12元。"}),
        Good(sections={"overview": "2024年，青石镇认真贯彻《条例》。2023年部门决算已按时公开。"}),
        Good(sections={"overview": "2023年收到申请8件，2024年收到5件。2023年政务公开评估指出的问题已全部整改。"}),
        Good(sections={"problems": "主要问题：更新偏慢。2025年，我镇将加强督促。"}),
        Good(sections={"overview": "2023年末，我镇共公开文件目录73条。2024年清理4条，新增12条。"}),
        Bad(sections={"overview": "⟦2023年⟧末，我镇共公开文件目录73条。清理4条，新增12条。"}),
    ),
)
