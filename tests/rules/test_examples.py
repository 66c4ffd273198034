"""Every rule's examples are its tests."""

from __future__ import annotations

import pytest

from drafter.engine import Resources, check
from drafter.model.diagnostic import Safety
from drafter.read.text import text_document
from drafter.rules.base import Bad, Good, Rule, Sample
from drafter.rules.registry import all_rules, rule_page
from tests.support.samples import check_sample, sample_config

# Rules that read past reports are tried in tests/corpus, where there is a store to read.
RULES = [r for r in all_rules() if "corpus" not in r.needs]
CASES = [(r, s) for r in RULES for s in r.examples]
IDS = [f"{r.code}-{i}" for r in RULES for i, _ in enumerate(r.examples)]


@pytest.mark.parametrize(("rule", "sample"), CASES, ids=IDS)
def test_example(rule: Rule, sample: Sample) -> None:
    text, result = check_sample(rule, sample)
    assert not result.crashed
    assert not [s for s in result.skipped if s.code == rule.code], "the rule did not run"
    found = sorted((d.span.start, d.span.end) for d in result.diagnostics)
    if isinstance(sample, Good):
        assert not found, [(d.message, d.span.of(text.text)) for d in result.diagnostics]
    else:
        expected = sorted((s.start, s.end) for s in text.spans)
        shown = [(d.span.of(text.text), d.message) for d in result.diagnostics]
        assert found == expected, (shown, [s.of(text.text) for s in text.spans])


@pytest.mark.parametrize("rule", RULES, ids=[r.code for r in RULES])
def test_declaration(rule: Rule) -> None:
    assert any(isinstance(s, Bad) for s in rule.examples)
    assert any(isinstance(s, Good) for s in rule.examples)
    assert rule.basis
    assert rule.summary
    assert len(rule_page(rule)) > 20
    assert rule.check.__module__.rsplit(".", 1)[1].startswith(rule.code.lower())


@pytest.mark.parametrize(("rule", "sample"), CASES, ids=IDS)
def test_safe_fix_silences(rule: Rule, sample: Sample) -> None:
    """Applying the safe and unsafe fixes of a bad example leaves nothing of the rule behind."""
    text, result = check_sample(rule, sample)
    fixes = [d.fix for d in result.diagnostics if d.fix and d.fix.safety is not Safety.DISPLAY]
    if isinstance(sample, Good) or not fixes or len(fixes) < len(result.diagnostics):
        return
    edits = sorted((e for f in fixes for e in f.edits), key=lambda e: -e.span.start)
    mended = text.text
    for edit in edits:
        mended = mended[: edit.span.start] + edit.text + mended[edit.span.end :]
    again = check(text_document(mended, "示例.txt"), Resources(), sample_config(rule, sample))
    assert not again.diagnostics


@pytest.mark.parametrize("ending", ["\r\n", "\r"], ids=["crlf", "cr"])
@pytest.mark.parametrize(("rule", "sample"), CASES, ids=IDS)
def test_line_breaks_do_not_matter(rule: Rule, sample: Sample, ending: str) -> None:
    text, result = check_sample(rule, sample)
    if "\n" not in text.text or sample.previous is not None:
        return
    document = text_document(text.text.replace("\n", ending), "示例.txt")
    again = check(document, Resources(), sample_config(rule, sample))

    def moved(offset: int) -> int:
        return offset + (len(ending) - 1) * text.text.count("\n", 0, offset)

    expected = sorted((moved(d.span.start), moved(d.span.end)) for d in result.diagnostics)
    assert sorted((d.span.start, d.span.end) for d in again.diagnostics) == expected
