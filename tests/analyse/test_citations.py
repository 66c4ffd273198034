from __future__ import annotations

import pytest

from tests.analyse.test_lexicon import matches, wrong


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《国务院办公厅关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕37号）", ["国办发〔2018〕37号"]),
        ("《关于推进政务新媒体健康有序发展的意见》(国办发[2018]123号)", []),
        ("《云溪县印章管理规定》（国办发〔2018〕37号）", ["云溪县印章管理规定"]),
        ("《2021年政务公开工作要点》（国办发〔2021〕12号）", []),
        ("《云溪县2021年政务公开工作要点》（云政办发〔2021〕12号）", []),
        ("《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）", []),
        ("《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）", []),
        ("《国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知》（国办函〔2020〕109号）", []),
        ("《中华人民共和国行政复仪法》", ["中华人民共和国行政复仪法"]),
        ("《中华人民共和国行政复议法》《中华人民共和国刑法修正案（十一）》", []),
        ("《中华人民共和国青石镇法》", []),
    ],
)
def test_citations(text: str, found: list[str]) -> None:
    assert wrong(f"贯彻落实{text}。") == found


def test_a_remedy_is_shown_and_never_applied() -> None:
    (match,) = matches("《关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕37号）。")
    assert match.right == "国办发〔2018〕123号"
    assert match.safety == "display"
