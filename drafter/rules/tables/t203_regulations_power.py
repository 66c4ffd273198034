"""“规章”只有国务院部门、省级人民政府、设区的市和自治州人民政府有权制定。

县级政府、乡镇、街道和市县的部门没有制定权，三格都应为 0。
省级部门常把由自己实施的规章填进“现行有效”，只有填了“制发”“废止”才提示。
常见错误是把本机关的规范性文件填到了规章一行。改法：移到“行政规范性文件”一行，规章填 0。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.tables.imbalance import amount


def check(facts: Facts) -> Iterator[Finding]:
    """Figures above zero in the row of 规章 for a body that cannot make any; one finding."""
    severity = _certainty(facts)
    table = facts.report.table("disclosure")
    if severity is None or table is None:
        return
    filled = [c for c in table.cells if c.address.startswith("disclosure.regulations.") and (c.value or 0) > 0]
    if filled and not (_of_province(facts) and all(c.address.endswith(".valid") for c in filled)):
        figures = "、".join(f"{facts.form.name(c.address)} {amount(c.value)}" for c in filled if c.value)
        yield Finding(
            filled[0].span,
            f"{facts.agency}没有规章制定权，规章应为 0：{figures}；是不是把规范性文件填到了规章一行",
            tuple(Related(facts.form.name(c.address), c.span) for c in filled[1:]),
            filled[0].address,
            0,
            int(filled[0].value or 0),
            severity=severity,
        )


def _of_province(facts: Facts) -> bool:
    """Departments of a province, which carry out its regulations and often count those in force."""
    return facts.report.kind == "department" and (facts.config.level or facts.report.level) == "province"


def _certainty(facts: Facts) -> Severity | None:
    """An error where the name leaves no doubt, a warning where it leaves some, None where the power is possible.

    A government's office reports for the government.
    """
    kind, level = facts.report.kind, facts.config.level or facts.report.level
    if kind in ("township", "subdistrict") or level in ("county", "township"):
        # Development zones and new areas are named like counties and may stand higher.
        zone = facts.agency.endswith(("新区", "管委会", "管理委员会", "试验区", "实验区", "开发区"))
        return Severity.WARNING if zone else Severity.ERROR
    if kind == "department" and not facts.agency.endswith(("办公厅", "人民政府办公室")):
        return Severity.ERROR if level == "city" else Severity.WARNING if level == "province" else None
    return None


RULE = Rule(
    code="T203",
    name="regulations-power",
    severity=Severity.ERROR,
    summary="没有规章制定权的机关，规章填 0",
    basis=("《中华人民共和国立法法》第九十一条、第九十三条", "《规章制定程序条例》"),
    needs=("tables.disclosure", "agency"),
    check=check,
    reach="tables",
    examples=(
        Bad(cells={"disclosure.regulations.valid": "⟦6⟧"}),
        Bad(cells={"disclosure.regulations.made": "⟦1⟧", "disclosure.regulations.valid": "6"}),
        Good(),
        Bad(title="云溪省水利厅2024年政府信息公开工作年度报告", cells={"disclosure.regulations.made": "⟦1⟧"}),
        Good(title="云溪省水利厅2024年政府信息公开工作年度报告", cells={"disclosure.regulations.valid": "6"}),
        Good(title="云溪市人民政府2024年政府信息公开工作年度报告", cells={"disclosure.regulations.valid": "6"}),
    ),
)
