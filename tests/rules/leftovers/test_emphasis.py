"""What Markdown makes bold or rules off is no blank; what stands for a name still is."""

from __future__ import annotations

import pytest

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.read.text import text_document


def found(body: str) -> list[str]:
    text = compose(sections={"overview": body})
    result = check(text_document(text, "试.txt"), Resources(), Config(select=("L301",)))
    assert not result.crashed
    return [d.span.of(text) for d in result.diagnostics]


@pytest.mark.parametrize(
    "body",
    [
        "**主动公开**\n公开信息12条。",
        "**1.主动公开。**公开信息12条。",
        "- **一是**加强领导；**二是**强化培训。",
        "***重要***提示：已公开。",
        "** 主动公开 **\n公开信息12条。",
        "**县人民政府**发布信息**12**条。",
        "公开信息12条。\n* * *\n依申请公开情况。",
        "公开信息12条。\n________\n依申请公开情况。",
        "__一、主动公开__\n公开信息12条。",
    ],
)
def test_dressing(body: str) -> None:
    assert found(body) == []


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("**市**局公开信息12条。", ["**", "**"]),
        ("20**年，公开信息12条。", ["20**"]),
        ("联系人____，电话____。", ["____", "____"]),
        ("其中__年__月公开信息12条。", ["__", "__"]),
        ("**主动公开**。全年公开信息**条。", ["**"]),
        ("咨询电话：0000-×××××××。", ["0000-×××××××"]),
    ],
)
def test_blanks(body: str, marks: list[str]) -> None:
    assert found(body) == marks
