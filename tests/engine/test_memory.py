"""What is remembered of former checks changes nothing but the work."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

from drafter.analyse.claims import survey
from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.claim import Survey
from drafter.model.config import Config
from drafter.model.problem import UnreadableInput
from drafter.model.report import Report
from drafter.model.result import Result
from drafter.read.text import text_document
from drafter.rules.base import Rule
from drafter.rules.registry import all_rules

WITHOUT_SPELLING = Config(ignore=("W101",))
SNIPPETS = (
    "，", ",", "。", "。。", " ", "\n", "\r\n", "1", "件", "2023年", "我县", "（", "“", "《", "、、", "的的", "XX", "一是", "截止2023年底", "加强加强",
    "贯彻落时", "未收到政府信息公开申请。", "共收到申请3件，", "公开信息405条，其中甲类73条，乙类12条。", "2023年2月30日", "[2021]30号",
)  # fmt: skip


def run(text: str, resources: Resources) -> Result | str:
    try:
        return check(text_document(text, "草稿.txt"), resources, WITHOUT_SPELLING)
    except UnreadableInput as error:
        return error.kind


def edits(seed: int, count: int) -> Iterator[str]:
    rng = random.Random(seed)
    text = compose(
        sections={
            "problems": "信息更新偏慢。面向企业的解读偏少。\n2025年，我镇将每月督促更新，按季度公布时效。\n打算编一本问答。"
        }
    )
    for _ in range(count):
        at = rng.randrange(len(text) + 1)
        kind = rng.random()
        put = rng.choice(SNIPPETS) if kind < 0.7 else ""
        cut = 0 if kind < 0.5 else rng.randint(1, 6) if kind < 0.95 else rng.randint(1, 150)
        text = text[:at] + put + text[at + cut :]
        yield text


@pytest.mark.parametrize("seed", range(6))
def test_a_draft_being_written_is_checked_as_if_for_the_first_time(seed: int) -> None:
    resources = Resources()
    for text in edits(seed, 25):
        assert run(text, resources) == run(text, Resources())


def test_other_settings_forget_what_was_silent() -> None:
    resources, text = Resources(), compose()
    assert not _codes(text, resources, Config())
    assert "W209" in _codes(text, resources, Config(reject=("公开",)))
    ours = text.replace("主要问题：", "主要问题：我镇仍有不足。")
    assert "L202" not in _codes(ours, resources, Config())
    assert "L202" in _codes(ours, resources, Config(agency="云溪县教育局"))


def test_only_the_paragraph_that_changed_is_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in sentences that a rule of paragraphs is shown."""
    seen: list[int] = []
    rule = next(r for r in all_rules() if r.code == "L101")

    def spy(facts: object) -> list[object]:
        seen.append(len(facts.sentences))  # type: ignore[attr-defined]
        return list(rule.check(facts))  # type: ignore[arg-type]

    rules: tuple[Rule, ...] = tuple(replace(r, check=spy) if r.code == "L101" else r for r in all_rules())
    monkeypatch.setattr(sys.modules["drafter.engine.check"], "chosen", lambda *_: rules)
    resources, text = Resources(), compose()
    run(text, resources)
    changed = text.replace("以公开为常态", "始终以公开为常态", 1)
    run(changed, resources)
    first, second = seen
    assert second * 4 <= first
    run(changed, resources)
    assert len(seen) == 2


def test_claims_are_read_again_only_when_a_paragraph_that_tells_figures_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Counted in surveys of the prose; the claims move with their paragraphs."""
    read: list[str] = []

    def spy(text: str, report: Report, year: int | None) -> Survey:
        read.append(text)
        return survey(text, report, year)

    monkeypatch.setattr("drafter.analyse.claims.survey", spy)
    resources, text = Resources(), compose()
    first = run(text, resources)
    longer = text.replace("核对专栏栏目", "逐一核对专栏栏目").replace("社会救助等事项", "社会救助等群众关心的事项")
    second = run(longer, resources)
    assert isinstance(first, Result)
    assert isinstance(second, Result)
    assert len(longer) > len(text)
    assert len(read) == 1
    assert (
        [c.text for c in second.claims] == [c.span.of(longer) for c in second.claims] == [c.text for c in first.claims]
    )
    run(longer.replace("5件", "6件", 1), resources)
    assert len(read) == 2


def _codes(text: str, resources: Resources, config: Config) -> set[str]:
    result = check(text_document(text, "草稿.txt"), resources, config)
    return {d.code for d in result.diagnostics if d.severity.value != "info"}
