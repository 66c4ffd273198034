"""Reading files as past reports."""

from __future__ import annotations

import pytest

from drafter.data.sample import compose
from drafter.model.problem import UnreadableInput
from drafter.workspace.past import read_past


def test_what_is_kept() -> None:
    past = read_past(compose(2024).encode(), "镇/2024.txt")
    assert (past.agency, past.year, past.region, past.kind) == ("云溪县青石镇人民政府", 2024, "云溪县", "township")
    assert past.origin == "镇/2024.txt"
    assert past.cells["requests.new.total"] == 5
    kinds = [s.kind for s in past.sections]
    assert kinds[0] == "preamble"
    assert {"overview", "problems", "other"} <= set(kinds)
    assert {s.subsection for s in past.sections} >= {"proactive", "on_request"}
    assert "二是经办人员更换较快，答复文书不够规范。" in past.sentences


@pytest.mark.parametrize(
    "text", ["", "关于开会的通知\n请准时参加。\n", compose(2024).replace("云溪县青石镇人民政府", "", 1)]
)
def test_refusals(text: str) -> None:
    with pytest.raises(UnreadableInput):
        read_past(text.encode(), "x.txt")
