"""SARIF is valid by the published schema and points at the right places."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.model.result import Failure, Outcome
from drafter.render.sarif import render
from drafter.rules.registry import all_rules
from tests.render.golden import RULES, expected, made
from tests.render.samples import TEXT, checked, clean, outcomes

# From the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT), which carries it unchanged.
SCHEMA = Path(__file__).with_name("schemas") / "sarif-2.1.0-rtm.5.json"

jsonschema = pytest.importorskip("jsonschema")


def valid(log: Any) -> list[str]:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    return [e.message for e in validator(schema, format_checker=validator.FORMAT_CHECKER).iter_errors(log)]


def test_golden() -> None:
    assert made("findings.sarif") == expected("findings.sarif")


@pytest.mark.parametrize(
    "given",
    [outcomes(), [], [clean()], [Failure("没有.txt", "missing", "没有这个文件")]],
    ids=["all", "none", "clean", "failed"],
)
def test_schema(given: list[Outcome]) -> None:
    assert not valid(json.loads(render(given, all_rules())))


def test_the_schema_refuses_what_is_wrong() -> None:
    log = json.loads(render(outcomes(), RULES))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert valid(log)


def test_offsets_count_code_points() -> None:
    run = json.loads(render([checked()], RULES))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]["region"]
        start = place["charOffset"]
        assert TEXT[start : start + place["charLength"]] == place["snippet"]["text"]
        assert len(TEXT[:start].split("\r\n")[-1]) + 1 == place["startColumn"]


def test_rule_index_points_at_the_rule() -> None:
    run = json.loads(render([checked()], RULES))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    indexed = [r for r in run["results"] if "ruleIndex" in r]
    assert indexed
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in indexed)


def test_silenced_and_known_findings_are_suppressed_results() -> None:
    results = json.loads(render([checked()], RULES))["runs"][0]["results"]
    kinds = {r["ruleId"]: r["suppressions"][0]["kind"] for r in results if "suppressions" in r}
    assert kinds == {"W102": "inSource", "L101": "external"}


def test_only_applicable_fixes_are_offered() -> None:
    results = json.loads(render([checked()], RULES))["runs"][0]["results"]
    assert {r["ruleId"] for r in results if "fixes" in r} == {"W101", "F101"}


def test_unreadable_input_and_crashes_are_told() -> None:
    told = json.loads(render(outcomes(), RULES))["runs"][0]["invocations"][0]
    assert not told["executionSuccessful"]
    errors = [n["message"]["text"] for n in told["toolExecutionNotifications"] if n["level"] == "error"]
    assert errors == ["规则出错 T999：ValueError: 坏了", "encrypted：文件有密码\n请先取消密码"]
