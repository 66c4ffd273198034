"""drafter audit on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from drafter.cli.audit import command
from drafter.compose.text import as_text
from drafter.compose.word import as_word
from tests.support.make_drafts import draft

TOWN, OTHER, OFFICE = "云溪县青石镇人民政府", "云溪县白石乡人民政府", "云溪县教育局"


@pytest.fixture(autouse=True)
def batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "报送"
    folder.mkdir()
    for seed, name in enumerate((TOWN, OTHER)):
        text = as_text(draft(name, seed)).replace("【请确认：", "").replace("。】", "。")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{OFFICE}.docx").write_bytes(as_word(draft(OFFICE, 2)))
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["报送", "--no-corpus", "--select", "T,F1", *arguments])


def test_table_has_a_line_for_every_report() -> None:
    result = run()
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == [OFFICE, OTHER, TOWN]
    assert lines[-1].startswith("3 份报告：0 处错误")


def test_copied_section_five_is_found(batch: Path) -> None:
    text = (batch / f"{TOWN}.txt").read_text(encoding="utf-8").replace("青石", "黄石")
    (batch / "云溪县黄石镇人民政府.txt").write_text(text, encoding="utf-8")
    data = json.loads(run("--output-format", "json").stdout)
    (pair, *_) = data["alike"]
    assert [Path(f).stem for f in pair["files"]] == [TOWN, "云溪县黄石镇人民政府"]
    assert pair["shared"] == pair["of"] >= 4
    assert len(data["copies"]) >= 4
    assert all(c["score"] == 100 for c in data["copies"][:4])


def test_expected_agencies(batch: Path) -> None:
    (batch / "名单.txt").write_text(f"# 应报\n{TOWN}\n云溪县白石乡\n云溪县红石镇人民政府\n", encoding="utf-8")
    result = run("--expected", "报送/名单.txt")
    assert result.exit_code == 1
    assert "没有收到：云溪县红石镇人民政府" in result.stdout
    assert f"不在名单上：{OFFICE}" in result.stdout
    assert "没有收到：云溪县白石乡" not in result.stdout
    assert run("--expected", "没有.txt").exit_code == 2


def test_same_agency_twice_and_another_year(batch: Path) -> None:
    text = (batch / f"{TOWN}.txt").read_text(encoding="utf-8")
    (batch / "又一份.txt").write_text(text, encoding="utf-8")
    (batch / "旧的.txt").write_text(text.replace("2025", "2023"), encoding="utf-8")
    said = run().stdout
    assert "同一机关同一年度有 2 份" in said
    assert f"年度不同：{TOWN}（报送/旧的.txt）" in said


def test_unreadable_report_is_status_three(batch: Path) -> None:
    (batch / "坏.docx").write_bytes(b"PK\x03\x04 no zip")
    result = run()
    assert result.exit_code == 3
    assert "未能检查" in result.stdout


def test_errors_make_status_one(batch: Path) -> None:
    file = batch / f"{TOWN}.txt"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("一、本年新收"))
    lines[at] = lines[at].rsplit("\t", 1)[0] + "\t977"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert run().exit_code == 1
    assert run("--exit-zero").exit_code == 0


def test_html_is_one_page_with_names_escaped(batch: Path) -> None:
    (batch / "a&b.txt").write_text("无关的文字", encoding="utf-8")
    page = run("--output-format", "html").stdout
    assert page.startswith("<!doctype html>")
    assert "a&amp;b.txt" in page
    assert TOWN in page
    assert "http" not in page


def test_workbook() -> None:
    assert run("--output-format", "xlsx").exit_code == 2
    result = run("--output-format", "xlsx", "-o", "审核.xlsx")
    assert result.exit_code == 0
    book = load_workbook(io.BytesIO(Path("审核.xlsx").read_bytes()))
    assert book.sheetnames == ["总表", "问题清单", "互相比对"]
    assert [row[1] for row in book["总表"].iter_rows(min_row=2, values_only=True)] == [OFFICE, OTHER, TOWN]


def test_empty_folder() -> None:
    Path("空").mkdir()
    assert CliRunner().invoke(command, ["空"]).exit_code == 2


def test_many_copies_of_one_text_are_told_on_one_line(batch: Path) -> None:
    text = (batch / f"{TOWN}.txt").read_text(encoding="utf-8")
    for name in ("红石镇", "黑石镇", "黄石镇", "蓝石镇"):
        (batch / f"{name}.txt").write_text(text.replace("青石镇", name), encoding="utf-8")
    lines = [line for line in run().stdout.splitlines() if line.startswith("第五部分雷同")]
    assert len(lines) == 1
    assert all(name in lines[0] for name in ("青石镇", "红石镇", "黑石镇", "黄石镇", "蓝石镇"))
    assert "5 份，10 对" in lines[0]
    assert len(json.loads(run("--output-format", "json").stdout)["alike"]) == 10


def test_a_file_that_is_named_twice_is_one_report(batch: Path) -> None:
    result = run(f"报送/{TOWN}.txt", "./报送")
    assert "3 份报告" in result.stdout
    assert "同一机关同一年度" not in result.stdout


def test_control_characters_stop_no_sheet(batch: Path) -> None:
    file = batch / f"{TOWN}.txt"
    file.rename(batch / "坏\x01名.txt")
    text = (batch / f"{OTHER}.txt").read_text(encoding="utf-8")
    (batch / f"{OTHER}.txt").write_text(text.replace(OTHER, f"{OTHER[:4]}\x0b{OTHER[4:]}"), encoding="utf-8")
    result = run("--output-format", "xlsx", "-o", "审核.xlsx")
    assert result.exit_code in (0, 1), result.output
    assert load_workbook("审核.xlsx")["总表"].max_row == 4
