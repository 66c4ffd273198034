"""Files are fixed in place: what is not fixed stays byte for byte, and a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.diagnostic import Diagnostic, Edit, Fix, Safety, Severity
from drafter.model.document import Document
from drafter.model.problem import UnreadableInput
from drafter.model.result import Result
from drafter.model.span import Span
from drafter.read.open import read_document
from drafter.workspace.mend import Check, mend, rewrite

TEXT = "全年召开培训会两次，贯彻落时各项要求，𠮷祥社区同步推进。\n第二段没有问题。\n"
RESOURCES = Resources()


def checker(name: str = "草稿.txt", **options: object) -> Check:
    config = Config(**{"plain": True, "select": ("W2",), **options})  # type: ignore[arg-type]
    return lambda data: check(read_document(data, name), RESOURCES, config)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encoding_mark_and_line_breaks_stay(encoding: str, newline: str) -> None:
    before = TEXT.replace("\n", newline)
    mended = mend(before.encode(encoding), checker())
    assert mended.data == before.replace("落时", "落实").encode(encoding)
    assert [d.code for d in mended.applied] == ["W201"]
    assert not mended.after.diagnostics


def test_nothing_to_fix_is_the_same_bytes() -> None:
    data = "全年召开培训会两次。\n".encode("gb18030")
    assert mend(data, checker()).data is data


def test_web_pages_are_not_rewritten() -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    with pytest.raises(UnreadableInput) as caught:
        mend(page, checker("草稿.html"))
    assert caught.value.kind == "not_writable"


def test_bytes_that_would_not_come_back_are_refused() -> None:
    document = read_document("全年一次。\n".encode(), "a.txt")
    with pytest.raises(UnreadableInput):
        rewrite("全年二次。\n".encode(), document, [Edit(Span(0, 1), "")])


def scripted(fixes: Callable[[str], list[tuple[str, int, int, str]]]) -> Check:
    """A check that offers what `fixes` says of the text."""

    def check_bytes(data: bytes) -> Result:
        document: Document = read_document(data, "a.txt")
        found = tuple(
            Diagnostic(code, code, Severity.INFO, Span(a, b), "", fix=Fix("改", (Edit(Span(a, b), new),), Safety.SAFE))
            for code, a, b, new in fixes(document.text)
        )
        return Result(document, None, found)

    return check_bytes


def test_fixes_that_undo_each_other_are_left_out() -> None:
    def flip(text: str) -> list[tuple[str, int, int, str]]:
        other = [("W3", 1, 2, "好")] if text[1] == "坏" else []
        return [("W1", 0, 1, "乙") if text[0] == "甲" else ("W2", 0, 1, "甲"), *other]

    check_bytes = scripted(flip)
    mended = mend("甲坏".encode(), check_bytes)
    again = mend(mended.data, check_bytes)
    assert again.data == mended.data
    assert mended.data.decode()[0] == "甲"


def test_fixes_that_grow_for_ever_are_left_out() -> None:
    check_bytes = scripted(lambda text: [("W1", 0, 0, "长")])
    assert mend("文".encode(), check_bytes).data == "文".encode()


def test_fixes_that_come_up_later_are_applied_too() -> None:
    steps = {"甲": "乙", "乙": "丙", "丙": "丁"}
    check_bytes = scripted(lambda text: [("W1", 0, 1, steps[text[0]])] if text[0] in steps else [])
    assert mend("甲".encode(), check_bytes).data == "丁".encode()


SENTENCES = st.sampled_from(
    [
        "贯彻落时各项要求", "严格遵守制度", "广泛征求意见,及时答复", "全年召开会议 2 次", "做到公开 、透明", "公开公开信息",
        "切实提高了服务水平。。", "依据《条例》", "共收到申请3件", "（一）", "截止2024年底", "及时、高效的公开", "𠮷祥社区",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCES, min_size=1, max_size=8), st.sampled_from(["，", "。", "\n", "。\r\n"]), st.booleans())
def test_fixing_twice_changes_nothing_more(parts: list[str], joint: str, unsafe: bool) -> None:
    check_bytes = checker(select=("W2", "W3", "W4", "W5", "F5", "F6"))
    once = mend((joint.join(parts) + "。").encode(), check_bytes, unsafe=unsafe)
    assert mend(once.data, check_bytes, unsafe=unsafe).data == once.data


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCES, min_size=1, max_size=6))
def test_a_report_fixed_twice_is_the_same(parts: list[str]) -> None:
    report = compose(sections={"problems": "，".join(parts) + "。"})
    check_bytes = checker(plain=False, select=("W2", "W3", "W4", "W5", "F", "L", "T"))
    once = mend(report.encode(), check_bytes, unsafe=True)
    assert mend(once.data, check_bytes, unsafe=True).data == once.data


def figures(text: str) -> list[str]:
    return [c for c in text if c.isdigit()]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCES, min_size=1, max_size=8))
def test_no_fix_changes_a_digit(parts: list[str]) -> None:
    text = compose(sections={"problems": "，".join(parts) + "。"})
    mended = mend(text.encode(), checker(plain=False, select=("W2", "W3", "W4", "W5", "F", "L", "T")), unsafe=True)
    assert figures(mended.data.decode()) == figures(text)
