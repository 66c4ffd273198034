"""drafter new on the command line."""

from __future__ import annotations

import random
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from drafter.cli import new
from drafter.compose.blank import blank_tables
from drafter.compose.text import as_text
from drafter.data.form import form_for
from tests.support.make_drafts import draft
from tests.support.make_figures import figures

AGENCY = "云溪县青石镇人民政府"
FORM = form_for(2025)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(new.command, arguments, input=answers)


def tables(**changes: int) -> str:
    cells = figures(FORM, random.Random(6), busy=1.0) | {k.replace("__", "."): Decimal(v) for k, v in changes.items()}
    Path("表.xlsx").write_bytes(blank_tables(FORM, cells))
    return "表.xlsx"


@pytest.mark.parametrize("suffix", ["docx", "md", "txt"])
def test_writes_every_format(suffix: str) -> None:
    result = run("--year", "2025", "--agency", AGENCY, "--tables", tables(), "-o", f"草稿.{suffix}")
    assert result.exit_code == 0, result.output
    assert "待填" in result.stderr
    assert Path(f"草稿.{suffix}").stat().st_size > 1000
    assert [p.name for p in Path().iterdir() if p.name.startswith(".")] == []


def test_standard_output_holds_the_draft_alone() -> None:
    result = run("--year", "2025", "--agency", AGENCY, "--tables", tables())
    assert result.stdout.startswith(f"{AGENCY}2025年政府信息公开工作年度报告\n")
    assert "起草完毕" in result.stderr


def test_contradiction_stops_before_anything_is_written() -> None:
    result = run("--year", "2025", "--agency", AGENCY, "--tables", tables(requests__new__natural=999), "-o", "草稿.txt")
    assert result.exit_code == 1
    assert "两边应当相等" in result.stderr
    assert not Path("草稿.txt").exists()


def test_existing_file_is_kept_unless_forced() -> None:
    Path("草稿.txt").write_text("原稿", encoding="utf-8")
    asked = ("--year", "2025", "--agency", AGENCY, "-o", "草稿.txt")
    result = run(*asked)
    assert result.exit_code == 2
    assert "--force" in result.stderr
    assert Path("草稿.txt").read_text(encoding="utf-8") == "原稿"
    assert run(*asked, "--force").exit_code == 0
    assert AGENCY in Path("草稿.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--year 和 --agency"),
        (("--year", "2025"), "--agency"),
        (("--year", "2025", "--agency", "某单位"), "--template"),
        (("--year", "2025", "--agency", AGENCY, "-o", "草稿.pdf"), "docx、md 或 txt"),
        (("--year", "2019", "--agency", AGENCY), "2019"),
    ],
)
def test_unusable_arguments(arguments: tuple[str, ...], said: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.parametrize("option", ["--tables", "--previous"])
def test_missing_input_is_status_three(option: str) -> None:
    result = run("--year", "2025", "--agency", AGENCY, option, "没有.docx")
    assert result.exit_code == 3
    assert "没有.docx" in result.stderr


def test_blank_tables() -> None:
    assert run("--blank-tables", "空表.xlsx").exit_code == 0
    assert run("--blank-tables", "空表.xlsx").exit_code == 2
    result = run("--year", "2025", "--agency", AGENCY, "--tables", "空表.xlsx", "--blank-is-zero")
    assert result.exit_code == 0
    assert "未收到政府信息公开申请" in result.stdout


def last_year() -> str:
    text = as_text(draft(AGENCY, 11, busy=1.0)).replace("2025", "2024").replace("2026", "2025")
    text = text.replace("【请确认：", "").replace("】", "").replace("【请填写：全年条数", "126")
    Path("去年.txt").write_text(text.replace("【请填写：", ""), encoding="utf-8")
    return "去年.txt"


def test_last_year_is_carried_over_and_shown() -> None:
    result = run("--previous", last_year(), "--tables", tables())
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith(f"{AGENCY}2025年")
    assert "【请确认：上一句沿用上年】" in result.stdout
    assert "【请填写：上年指出“" in result.stdout
    assert "126" not in result.stdout.split("二、主动公开")[0]
    assert "逐句对照" in result.stderr
    assert "2024年，" not in result.stdout


def test_difference_goes_to_a_file() -> None:
    result = run("--previous", last_year(), "--diff", "对照.txt")
    assert "逐句对照" not in result.stderr
    assert "逐句对照" in Path("对照.txt").read_text(encoding="utf-8")


def test_wrong_year_of_last_report() -> None:
    result = run("--previous", last_year(), "--year", "2027")
    assert result.exit_code == 2
    assert "2024 年度" in result.stderr


def test_another_agencys_report_is_no_last_year() -> None:
    other = run("--previous", last_year(), "--agency", "云溪县教育局", "-o", "草稿.txt")
    assert f"是{AGENCY}的，不是云溪县教育局的" in other.stderr
    assert "不是" not in run("--previous", last_year(), "--agency", AGENCY, "-o", "又一份.txt").stderr.split("注意")[-1]


def test_questions_at_a_terminal_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new, "_at_terminal", lambda: True)
    Path("drafter.toml").write_text('# 本镇\nselect = ["T3"]\n\n[severity]\nF107 = "info"\n', encoding="utf-8")
    result = run(answers=f"{AGENCY}\n2025\n{tables()}\n{last_year()}\n草稿.docx\n")
    assert result.exit_code == 0, result.stderr
    assert Path("草稿.docx").exists()
    settings = tomllib.loads(Path("drafter.toml").read_text(encoding="utf-8"))
    assert settings == {"select": ["T3"], "agency": AGENCY, "previous": "去年.txt", "severity": {"F107": "info"}}
    again = run(answers="\n2025\n\n\n再稿.docx\n")
    assert again.exit_code == 0, again.stderr
    assert Path("再稿.docx").exists()
