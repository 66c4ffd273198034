"""drafter corpus, from outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli.main import main
from drafter.data.sample import compose

AGENCY = "云溪县青石镇人民政府"


def call(*words: str) -> Result:
    return CliRunner().invoke(main, ["corpus", *words])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for year in (2023, 2024):
        (tmp_path / "in" / f"{year}.txt").write_text(compose(year), encoding="utf-8")
    return tmp_path


def refresh(place: Path, *words: str) -> Result:
    return call("refresh", str(place / "in"), "--corpus", str(place / "c.sqlite"), *words)


def test_a_year_with_the_store(place: Path) -> None:
    store = ("--corpus", str(place / "c.sqlite"))
    dry = refresh(place, "--dry-run")
    assert dry.exit_code == 0
    assert "将新增 2 份" in dry.output
    assert not (place / "c.sqlite").exists()
    assert "新增 2 份，更新 0 份，没有变化 0 份" in refresh(place).output
    assert "新增 0 份，更新 0 份，没有变化 2 份" in refresh(place).output
    assert "机关：1 个；报告：2 份" in call("status", *store).output
    assert call("list", *store).output.count(AGENCY) == 2
    nothing = call("list", "没有这个", "--year", "2024", *store)
    assert nothing.stdout == ""
    assert "库里没有名称里有“没有这个”的2024 年的报告。" in nothing.stderr
    shown = call("show", "青石镇", "--year", "2023", *store).output
    assert "一是补贴类信息更新偏慢；" in shown
    assert "requests.new.total = 5" in shown
    assert AGENCY in call("search", "补贴类信息更新慢", *store).output
    assert "完好：2 份报告" in call("verify", *store).output
    assert "已删除 1 份" in call("remove", AGENCY, "--year", "2023", "--yes", *store).output
    assert "报告：1 份" in call("status", *store).output


def test_the_store_may_be_named_before_the_command(place: Path) -> None:
    refresh(place)
    assert "报告：2 份" in call("--corpus", str(place / "c.sqlite"), "status").output


def test_refused_files_end_with_status_three(place: Path) -> None:
    (place / "in" / "note.txt").write_text("关于开会的通知\n", encoding="utf-8")
    result = refresh(place)
    assert result.exit_code == 3
    assert "note.txt" in result.stderr
    assert "新增 2 份" in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("refresh", "nowhere-empty"), "读不出"),
        (("status", "--corpus", "none.sqlite"), "没有语料库"),
        (("show", "没有的镇"), "没有“没有的镇”"),
        (("status", "--corpus", "postgres://x/y"), "本机文件"),
    ],
)
def test_what_cannot_be_used(
    words: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    result = call(*words)
    assert result.exit_code in (2, 3)
    assert message in result.output
    assert "Traceback" not in result.output


def test_without_a_store_the_sample_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    result = call("status")
    assert "自带的示例语料" in result.output
    assert "完好" in call("verify").output


def test_removal_asks_first(place: Path) -> None:
    refresh(place)
    store = ["--corpus", str(place / "c.sqlite")]
    result = CliRunner().invoke(main, ["corpus", "remove", AGENCY, *store], input="n\n")
    assert result.exit_code == 1
    assert "报告：2 份" in call("status", *store).output


def test_a_variable_without_a_value_takes_nothing_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.txt").write_text("x", encoding="utf-8")
    result = call("--corpus", "库.sqlite", "refresh", "")
    assert result.exit_code == 2
    assert "空的" in result.stderr
    assert not (tmp_path / "库.sqlite").exists()


def test_a_folder_that_cannot_be_opened_is_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = place / "in" / "关着"
    closed.mkdir()
    opened = os.scandir

    def scandir(path: str = ".") -> object:
        if str(path) == str(closed):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path)

    monkeypatch.setattr(os, "scandir", scandir)
    result = refresh(place)
    assert result.exit_code == 3
    assert f"读不出  {closed}" in result.output
    assert "新增 2 份" in result.output
