"""What the rules say about sums, shares and changes of the prose: sentences that hold, and sentences that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.diagnostic import Severity
from drafter.read.text import text_document
from drafter.rules.base import Good
from tests.support.samples import marked

FOLDER = Path(__file__).parents[2] / "cases" / "claims"
CODES = ("C101", "C102", "C104", "C109", "C110", "C111", "C112")


def lines(name: str) -> list[str]:
    return [s for s in (FOLDER / name).read_text(encoding="utf-8").splitlines() if s and not s.startswith("#")]


def said(sentence: str) -> list[tuple[str, Severity]]:
    text = marked(Good(sections={"overview": sentence}))
    result = check(text_document(text.text, "示例.txt"), Resources(), Config(select=CODES))
    assert not result.crashed
    return [(d.code, d.severity) for d in result.diagnostics]


@pytest.mark.parametrize("sentence", lines("clean_sums.txt"))
def test_silent(sentence: str) -> None:
    assert not said(sentence)


@pytest.mark.parametrize("row", lines("wrong_sums.txt"))
def test_found_once(row: str) -> None:
    code, sentence = row.split(" ", 1)
    assert [c for c, _ in said(sentence)] == [code]


def test_enough_sentences() -> None:
    assert len(lines("clean_sums.txt")) >= 100
    assert len(lines("wrong_sums.txt")) >= 60


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("公开信息203条，其中党务41条、村务172条。", Severity.ERROR),
        ("公开信息203条，其中网站141条、公众号172条。", Severity.WARNING),
        ("公开信息203条。其中，党务41条、村务172条。", Severity.WARNING),
        ("公开信息203条，其中党务41条、村务102条、其他50条。", Severity.WARNING),
        ("公开信息203条（党务41条，村务102条，校务50条）。", Severity.INFO),
        ("栏目由64个精简到38个，压减36个。", Severity.ERROR),
        ("培训93次，比2023年减少22次，降幅为29.1%。", Severity.WARNING),
        ("受理来信40封，办结45封。", Severity.INFO),
    ],
)
def test_severity_follows_certainty(sentence: str, severity: Severity) -> None:
    assert [s for _, s in said(sentence)] == [severity]
