"""JSON keeps the shape that programs rely on."""

from __future__ import annotations

import json

import pytest

from drafter.model.result import Result
from drafter.render.json import render
from tests.render.golden import expected, made
from tests.render.samples import TEXT, outcomes


@pytest.mark.parametrize("name", ["findings.json", "findings.jsonl"])
def test_golden(name: str) -> None:
    assert made(name) == expected(name)


def test_lines_are_the_files_of_the_whole() -> None:
    whole = json.loads(render(outcomes(), include_text=True))
    lines = made("findings.jsonl").split("\n")
    assert [json.loads(line) for line in lines if line] == whole["files"]


def test_spans_are_offsets_of_the_text_that_is_included() -> None:
    whole = json.loads(render(outcomes(), include_text=True))
    first = whole["files"][0]
    assert first["text"] == TEXT
    for found in first["diagnostics"]:
        span = found["span"]
        assert first["text"][span["start"] : span["end"]] == found["excerpt"]


def test_locations_agree_with_spans() -> None:
    for found in json.loads(render(outcomes()))["files"][0]["diagnostics"]:
        for place, offset in (("location", "start"), ("end_location", "end")):
            lines = TEXT[: found["span"][offset]].split("\r\n")
            assert found[place] == {"line": len(lines), "column": len(lines[-1]) + 1}


def test_summary_counts() -> None:
    whole = json.loads(render(outcomes()))
    findings = [d for o in outcomes() if isinstance(o, Result) for d in o.diagnostics]
    counted = {k: whole["summary"][k] for k in ("error", "warning", "info")}
    assert counted == {k: sum(d.severity.value == k for d in findings) for k in counted}
    assert whole["summary"]["files"] == 3
    assert whole["summary"]["claims"] == {"holds": 0, "contradicted": 1, "unchecked": 1}
