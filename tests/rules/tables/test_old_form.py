"""Table two of the form of 2019: 本年增/减 is a difference and may be below zero."""

from __future__ import annotations

import pytest

from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.read.text import text_document

TABLE = """云溪县水利局2019年政府信息公开工作年度报告
一、总体情况
2019年，县水利局做好政府信息公开工作。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量
规章\t0\t0\t0
规范性文件\t2\t2\t9
第二十条第（五）项
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t12\t{licences}\t80
其他对外管理服务事项\t3\t0\t6
第二十条第（六）项
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政处罚\t40\t{penalties}\t{decided}
行政强制\t4\t0\t2
第二十条第（八）项
信息内容\t上一年项目数量\t本年增/减
行政事业性收费\t3\t{fees}
第二十条第（九）项
信息内容\t采购项目数量\t采购总金额
政府集中采购\t2\t31.5万元
三、收到和处理政府信息公开申请情况
"""


def messages(**cells: str) -> list[str]:
    cells = {"licences": "0", "penalties": "0", "decided": "7", "fees": "0"} | cells
    result = check(text_document(TABLE.format(**cells), "试.txt"), Resources(), Config(select=("T201",)))
    assert not result.crashed
    return [d.message for d in result.diagnostics]


@pytest.mark.parametrize("less", ["-3", "−3", "－3", "+12", "减3", "-1,204"])
def test_a_difference_may_be_below_zero(less: str) -> None:
    assert messages(licences=less, penalties=less, fees=less) == []


def test_decisions_are_counted() -> None:
    assert messages(decided="-7") == ["表二“行政处罚·处理决定”不能是负数：-7"]
