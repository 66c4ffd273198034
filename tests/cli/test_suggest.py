"""drafter suggest, from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli.main import main
from drafter.data.sample import compose

ODD = "2024 年，青石镇未收到依申请公开政府信息方面事宜。"


def call(text: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["suggest", "-", *words], input=text)


@pytest.fixture(autouse=True)
def _no_store_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def draft(sentence: str) -> str:
    return compose(2024, sections={"other": sentence})


def test_odd_wording_keeps_name_and_year() -> None:
    result = call(draft(ODD), "--odd-only")
    assert result.exit_code == 0
    assert "建议：2024 年，青石镇未收到政府信息公开申请。" in result.output
    assert "规范写法 requests.none" in result.output
    assert "示例语料（虚构机关）中" in result.output


def test_json_tells_span_changes_and_origin() -> None:
    text = draft(ODD)
    (one,) = json.loads(call(text, "--odd-only", "--output-format", "json").output)
    assert text[one["span"]["start"] : one["span"]["end"]] == ODD == one["original"]
    assert one["proposed"] == "2024 年，青石镇未收到政府信息公开申请。"
    assert "".join(c["old"] for c in one["changes"]) == ODD
    assert "".join(c["new"] for c in one["changes"]) == one["proposed"]
    assert one["odd"] is True


def test_figures_are_the_drafts_own() -> None:
    sentence = "全年组织开展了政府信息公开专题培训37次，不断提升工作人员的业务水平和能力。"
    found = json.loads(call(draft(sentence), "--output-format", "json").output)
    (one,) = [f for f in found if f["original"] == sentence]
    assert "37" in one["proposed"]
    assert not set("0123456789") & set(one["proposed"].replace("37", ""))


def test_what_the_draft_does_not_say_is_marked() -> None:
    sentence = "严格执行“三审三校”制度，规范信息采集流程，确保发布内容准确。"
    found = json.loads(call(draft(sentence), "--output-format", "json").output)
    (one,) = [f for f in found if f["original"] == sentence]
    assert {"审核", "安全"} <= set(one["new_words"])
    assert "是原句没有的内容，属实才可采用" in call(draft(sentence)).output


def test_standard_sentences_get_no_suggestion() -> None:
    sentence = "2024年，云溪县青石镇人民政府未收到政府信息公开申请。"
    found = json.loads(call(draft(sentence), "--output-format", "json").output)
    assert sentence not in [f["original"] for f in found]


@pytest.mark.parametrize("text", ["", "\x00\x01\x02"])
def test_unreadable_input(text: str) -> None:
    assert call(text).exit_code == 3


def test_without_the_store() -> None:
    result = call(draft(ODD), "--no-corpus")
    assert "青石镇未收到政府信息公开申请。" in result.output
    assert "示例语料" not in result.output


def test_settings_may_be_named_and_the_verdict_alone_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "别处.toml").write_text('corpus = "没有.sqlite"\n', encoding="utf-8")
    assert call(draft(ODD), "--config", str(tmp_path / "别处.toml")).exit_code == 2
    assert len(call(draft(ODD), "-q").output.splitlines()) == 1
