"""What is remembered is what would be found anew."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from drafter.analyse.spelling import Speller
from drafter.analyse.spelling.again import remembered
from drafter.analyse.spelling.detect import Finding, find
from drafter.analyse.spelling.stream import Codes, read_stream
from drafter.model.recent import Recent

SENTENCES = [
    "全面贯切落实党中央、国务院决策部署。",
    "严格按照法律法规的归定办理申请。",
    "本机关全年主动公开政府信息八十条，未收到政府信息公开申请。",
    "各部们要高度重视，认真组织实施。",
    "青杉镇人民政府认真落实上级部署，及时更新政务公开专栏。",
    "建立建全监督管理工作责任制，依法保璋公民的合法权益。\n",
    "好。",
    "一是加强组织领导，二是健全工作机制，三是强化监督检查。\n",
]


def _told(findings: list[Finding]) -> list[tuple[int, tuple[int, ...], float]]:
    return [(f.at, f.right, round(f.chance, 4)) for f in findings]


@pytest.mark.parametrize("seed", range(4))
def test_an_edited_text_is_read_as_a_new_one(speller: Speller, seed: int) -> None:
    def seek(codes: Codes) -> list[Finding]:
        return find(codes, speller.tables, speller.reader, speller.decision.chances, 0.3)

    random, memory = Random(seed), Recent[tuple[bytes, int, float], tuple[Finding, ...]](64)
    text = "".join(random.choices(SENTENCES, k=14))
    for _ in range(12):
        codes = read_stream(text).codes
        assert _told(remembered(codes, 0.3, seek, memory)) == _told(seek(codes))
        at = random.randrange(len(text))
        text = text[:at] + random.choice(["", "的", "。", *SENTENCES]) + text[at + random.randrange(3) :]


def test_the_same_text_is_not_read_twice(speller: Speller) -> None:
    seen: list[int] = []

    def seek(codes: Codes) -> list[Finding]:
        seen.append(len(codes))
        return find(codes, speller.tables, speller.reader, speller.decision.chances, 0.3)

    memory = Recent[tuple[bytes, int, float], tuple[Finding, ...]](64)
    codes = read_stream("".join(SENTENCES * 4)).codes
    first = remembered(codes, 0.3, seek, memory)
    assert first
    assert remembered(codes, 0.3, seek, memory) == first
    assert seen == [len(codes)]
    changed = read_stream("".join(SENTENCES * 3) + "各部们要高度重示。" + SENTENCES[0]).codes
    remembered(changed, 0.3, seek, memory)
    assert seen[1] < len(codes) / 2


def test_other_models_begin_with_nothing_remembered(speller: Speller) -> None:
    text = "全面贯切落实党中央决策部署。"
    assert speller.suspects(text)
    assert not speller.with_past(["本单位全面贯切落实党中央决策部署，成效明显。"]).suspects(text)
    assert replace(speller).memory is speller.memory
