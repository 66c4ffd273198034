"""Turns a rule's sample into documents to check."""

from __future__ import annotations

from drafter.data.sample import Marked, compose, unmark
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.document import Document
from drafter.model.result import Result
from drafter.read.text import text_document
from drafter.rules.base import Rule, Sample


def marked(sample: Sample) -> Marked:
    """The sample's text without marks, and where they stood."""
    if sample.text:
        return unmark(sample.text)
    composed = compose(
        sample.year,
        title=sample.title,
        preamble=sample.preamble,
        sections=sample.sections,
        cells=sample.cells,
        lines=sample.lines,
    )
    return unmark(composed)


def check_sample(rule: Rule, sample: Sample) -> tuple[Marked, Result]:
    """Run one rule over a sample."""
    text = marked(sample)
    previous: Document | None = None
    if sample.previous is not None:
        previous = text_document(marked(sample.previous).text, "去年.txt")
    document = text_document(text.text, "示例.txt")
    return text, check(document, Resources(previous=previous), sample_config(rule, sample))


def sample_config(rule: Rule, sample: Sample) -> Config:
    """The settings a sample is checked with: one rule, plain prose where the sample is a text of its own."""
    return Config(select=(rule.code,), plain=bool(sample.text), reject=sample.reject)
