"""One set of outcomes for all renderers, made by hand so that no rule's change moves it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from drafter.data.form import load_forms
from drafter.model.claim import Claim
from drafter.model.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity
from drafter.model.document import Note
from drafter.model.report import Report, Section
from drafter.model.result import Failure, Outcome, Result, Skipped, Suppressed
from drafter.model.span import Span
from drafter.model.table import Cell, Table
from drafter.read.text import text_document

TEXT = (
    "云水县青禾镇人民政府2024年政府信息公开工作年度报告\r\n"
    "一、总体情况\r\n"
    "\u30002024年，我镇未收到依申请公开，𠮷祥社区贯彻落时各项要求。\r\n"
    "三、收到和处理政府信息公开申请情况\r\n"
    "一、本年新收政府信息公开申请数量\t4\t0\t0\t0\t0\t0\t4\r\n"
)


def span_of(words: str, text: str = TEXT) -> Span:
    """Where `words` stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def finding(code: str, words: str, message: str, severity: Severity = Severity.ERROR, **more: Any) -> Diagnostic:
    """A finding on `words`."""
    return Diagnostic(code, f"sample-{code.lower()}", severity, span_of(words), message, excerpt=words, **more)


def report() -> Report:
    """The report of TEXT, with one row of table three."""
    end = TEXT.rindex("4")
    cell = Cell("requests.new.total", Span(end, end + 1), "4", Decimal(4))
    unread = Cell("requests.new.other", Span(end - 2, end - 1), "0", None, state="unread")
    table = Table(
        "requests",
        Span(span_of("一、本年新收").start, len(TEXT) - 2),
        (unread, cell),
        problems=("“七、总计”行没有找到",),
    )
    heading = span_of("一、总体情况")
    section = Section(
        "overview", "一", heading, Span(heading.start + 2, heading.end), Span(heading.end, span_of("三、").start)
    )
    return Report(agency="云水县青禾镇人民政府", year=2024, sections=(section,), tables=(table,))


def checked() -> Result:
    """A checked text with a finding of every kind."""
    found = (
        finding(
            "C301",
            "未收到依申请公开",
            "叙述称未收到申请，表三“本年新收·总计”为 4",
            related=(Related("表三：本年新收·总计", Span(TEXT.rindex("4"), TEXT.rindex("4") + 1)), Related("另见正文")),
            cell="requests.new.total",
            expected=4,
            actual=0,
            section="overview",
            fix=Fix(
                "改为“收到依申请公开4件”", (Edit(span_of("未收到依申请公开"), "收到依申请公开4件"),), Safety.DISPLAY
            ),
            basis=("国办公开办函〔2021〕30号",),
        ),
        finding(
            "D101",
            "𠮷祥社区",
            "与去年的文字相同",
            Severity.INFO,
            related=(Related("同一句话", Span(3, 9), origin="青禾镇 2023 年报告"),),
            section="overview",
        ),
        finding(
            "W101",
            "落时",
            "“落时”应为“落实”",
            Severity.WARNING,
            fix=Fix("改为“落实”", (Edit(span_of("落时"), "落实"),), Safety.SAFE),
            section="overview",
        ),
        Diagnostic(
            "F101",
            "sample-f101",
            Severity.ERROR,
            Span(len(TEXT), len(TEXT)),
            "缺少“六、其他需要报告的事项”，请补上：100%,必备",
            fix=Fix("补上标题", (Edit(Span(len(TEXT), len(TEXT)), "六、其他需要报告的事项\n"),), Safety.UNSAFE),
            basis=("国办公开办函〔2021〕30号", "国务院令第711号第五十条"),
        ),
    )
    source = text_document(TEXT, "草稿/报告 1.txt", "gb18030")
    quiet = finding("W102", "各项要求", "没有写原因的例子", Severity.WARNING)
    return Result(
        document=type(source)(
            **{**{f: getattr(source, f) for f in source.__slots__}, "notes": (Note("文件里有一处标记"),)}
        ),
        report=report(),
        diagnostics=found,
        claims=(
            Claim(
                "未收到依申请公开",
                span_of("未收到依申请公开"),
                "requests.new.total",
                "none",
                Decimal(0),
                verdict="contradicted",
                found=Decimal(4),
            ),
            Claim("2024年", span_of("2024年，我"), "", "eq", None, why="没有说是哪一项"),
        ),
        skipped=(
            Skipped("T301", "表三没有读出数字"),
            Skipped("T302", "表三没有读出数字"),
            Skipped("Y101", "没有上年报告"),
        ),
        suppressed=(
            Suppressed(quiet, "silencer", "小区名称"),
            Suppressed(finding("L101", "青禾镇", "沿用", Severity.INFO), "baseline", "已知问题清单"),
        ),
        form=load_forms()[0],
        identities=(3, 4),
        crashed=("T999：ValueError: 坏了",),
    )


def clean() -> Result:
    """A plain text without findings."""
    return Result(text_document("全年召开培训会两次。\n", "通知.md"), None)


def outcomes() -> list[Outcome]:
    """A checked report, a clean plain text and an input that could not be read."""
    return [checked(), clean(), Failure("坏,的:文件.docx", "encrypted", "文件有密码\n请先取消密码")]
