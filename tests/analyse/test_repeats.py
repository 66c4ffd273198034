from __future__ import annotations

import pytest

from tests.analyse.test_lexicon import wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("规范审核审核发布机制。", ["审核审核"]),
        ("贯彻会议精神精神，做好公开工作。", ["精神精神"]),
        ("及时答复申申请。", ["申申"]),
        ("优化化办理流程，落实党党中央部署。", ["化化", "党党"]),
        ("公布查询询结果。", ["询询"]),
        ("本报告报告中所列数据。", ["报告报告"]),
        ("重大政策的的出台。", ["的的"]),
        ("我镇镇积极推进公开工作。", ["镇镇"]),
    ],
)
def test_doubled(text: str, found: list[str]) -> None:
    assert wrong(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "目的的确定要清楚。",
        "公开与居民生活息息相关的信息，台账密密麻麻，形式形形色色。",
        "我镇镇政府网站。",
        "一件一件办理，人人参与，天天更新，逐条逐条研究研究。",
        "安全生产生产经营单位责任。",
        "支持中小企业创业创新。",
        "规范出版出版物行为。",
        "当前位置：首页政务公开政务公开目录",
        "王婷婷、李娜娜参加培训。",
        "可以以电子方式提出，在办结后公布。",
        "常务委员会会议研究法规规定，审议议程。",
        "县人民政府政府信息公开指南。",
        "一张张清单、一项项措施落到实处。",
    ],
)
def test_lawful_doubles(text: str) -> None:
    assert wrong(text) == []
