"""Twice the text takes about twice the work, whatever the text is made of."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

import pytest

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.problem import UnreadableInput
from drafter.read.text import text_document

BASE = compose()
RESOURCES = Resources(no_store="不用")
OVERVIEW = BASE.index("二、主动公开")
PROBLEMS = BASE.index("六、其他")

# Regular expressions work inside one call: what they do is bounded by the processor time of a child. Every one of
# these took minutes when a pattern went over a run of characters anew from each of them.
LONG, SECONDS = 60_000, 60

PIECES = {
    "digits": "1",
    "letters": "a",
    "spaces": " ",
    "blank lines": "\n",
    "addresses": "a@",
    "tags": "<a",
    "numbered": "1.",
    "years": "2024年",
    "counts": "12件，",
    "sentences": "各项工作有序开展，便民服务稳步提升。",
    "paragraphs": "各项工作有序开展，便民服务稳步提升。\n",
    "openers": "“",
    "pairs": "（）",
    "titles": "《办法》",
    "headings": "\n一、总体情况",
    "parts": "\n（一）主动公开",
    "rows": "1\t2\t3\n",
    "piped rows": "|1|2|3|\n",
    "labels": "一、本年新收政府信息公开申请总计",
    "heads": "结果维持结果纠正总计",
    "ordinals": "一是",
    "enumerations": "一、",
    "single characters": "和",
    "spaced characters": "中 国",
    "requests for silence": "\n【drafter:忽略 W101 原因：试】\n",
}


def draft(piece: str, size: int, at: int = PROBLEMS) -> str:
    return BASE[:at] + "\n" + piece * (size // len(piece)) + "\n" + BASE[at:]


def work(text: str) -> int:
    """How many calls it takes to check a text."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    document = text_document(text, "草稿.txt")
    sys.setprofile(note)
    try:
        check(document, RESOURCES, Config())
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("at", [OVERVIEW, PROBLEMS], ids=["overview", "problems"])
@pytest.mark.parametrize("name", PIECES)
def test_work_grows_with_the_text(name: str, at: int) -> None:
    work(BASE)
    none, once, twice = (work(draft(PIECES[name], size, at)) for size in (0, 3_000, 6_000))
    assert twice - none <= 2.6 * max(once - none, none / 10)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of a process are set by Linux calls")
@pytest.mark.parametrize(
    "name",
    [
        "digits",
        "letters",
        "spaces",
        "addresses",
        "tags",
        "numbered",
        "years",
        "enumerations",
        "single characters",
        "spaced characters",
    ],
)
def test_patterns_do_not_start_anew_at_every_character(name: str) -> None:
    check(text_document(BASE, "草稿.txt"), RESOURCES, Config())
    assert in_child(lambda: check(text_document(draft(PIECES[name], LONG), "草稿.txt"), RESOURCES, Config())) == 0


def in_child(task: Callable[[], object]) -> int:
    """The exit status of a process that does a task within its processor time."""
    import resource

    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        task()
        os._exit(0)
    finally:
        os._exit(1)


def test_a_text_beyond_the_limit_is_refused_at_once() -> None:
    with pytest.raises(UnreadableInput) as caught:
        text_document(BASE * 500, "草稿.txt")
    assert caught.value.kind == "too_large"
    assert "50 万字" in caught.value.message
    assert "请" in caught.value.message
