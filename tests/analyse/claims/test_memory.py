"""Sentences are read once, every pattern has an anchor, and nothing of old texts stays."""

from __future__ import annotations

from drafter.analyse.claims.lexer import _REMEMBERED, ANCHOR_TAGS, lexer
from drafter.data.claims import claim_patterns


def test_every_pattern_asks_for_an_anchor() -> None:
    for pattern in claim_patterns():
        asked = [t for t in pattern.tokens if "OP" not in t]
        sets = [frozenset(tag["IN"]) if isinstance(tag := t["TAG"], dict) else frozenset([tag]) for t in asked]
        assert any(tags <= ANCHOR_TAGS for tags in sets), pattern


def test_no_pattern_runs_over_punctuation() -> None:
    for pattern in claim_patterns():
        for token in pattern.tokens:
            tag = token["TAG"]
            assert tag != "P"
            assert not isinstance(tag, dict) or "P" in tag.get("NOT_IN", ["P"])
            assert not isinstance(tag, dict) or "P" not in tag.get("IN", [])


def test_a_sentence_reads_the_same_again() -> None:
    first = lexer().nodes("全年收到申请３件，同比增长20%。")
    again = lexer().nodes("全年收到申请３件，同比增长20%。")
    assert first == again
    again.clear()
    assert lexer().nodes("全年收到申请３件，同比增长20%。") == first


def test_what_is_remembered_is_bounded() -> None:
    lexer().nodes("第七号来信提到申请3件。")
    strings = len(lexer()._vocab.strings)
    for number in range(_REMEMBERED + 50):
        lexer().nodes(f"第{number}号来信提到申请{number}件{chr(0x9C00 + number)}。")
    assert len(lexer()._known) <= _REMEMBERED
    assert len(lexer()._vocab.strings) == strings
