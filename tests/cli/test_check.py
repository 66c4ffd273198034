"""drafter check: exit statuses, options, encodings."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.run import WRONG, drafter, report, wrong_report

QUICK = ("--no-corpus", "--select", "T,F101,W201,X")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "草稿.txt"
    file.write_text(wrong_report(), encoding="utf-8")
    return file


def findings(*arguments: str | Path, stdin: bytes | None = None) -> list[dict[str, object]]:
    run = drafter("check", *QUICK, "--output-format", "json", *arguments, stdin=stdin)
    return [d for f in json.loads(run.out)["files"] for d in f["diagnostics"]]


def test_status_0_for_a_correct_report(tmp_path: Path) -> None:
    file = tmp_path / "好.txt"
    file.write_text(report(), encoding="utf-8")
    run = drafter("check", *QUICK, file)
    assert (run.status, run.err) == (0, "")
    assert "没有发现问题" in run.out


def test_status_1_for_an_error(draft: Path) -> None:
    assert drafter("check", *QUICK, draft).status == 1


def test_exit_zero(draft: Path) -> None:
    assert drafter("check", *QUICK, "--exit-zero", draft).status == 0


@pytest.mark.parametrize(("level", "status"), [("error", 0), ("warning", 1), ("info", 1)])
def test_fail_level(tmp_path: Path, level: str, status: int) -> None:
    file = tmp_path / "通知.txt"
    file.write_text("全年开会两次。\n【drafter:忽略 X101 原因：例子】\n", encoding="utf-8")
    assert drafter("check", "--plain", "--select", "X101", "--fail-level", level, file).status == status


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        ([], "请给出要检查的文件"),
        (["--select", "T3O1", "x.txt"], "是不是"),
        (["--select", "", "x.txt"], "没有规则"),
        (["--ignore", " , ", "x.txt"], "没有规则"),
        (["--corpus", "postgres://x/y", "."], "往年报告库"),
        (["--output-format", "xml", "x.txt"], "xml"),
        (["--config", "没有.toml", "x.txt"], "没有配置文件"),
        (["--previous", "没有.docx", "x.txt"], "上年报告"),
        (["--baseline", "没有.json", "."], ""),
        (["--prune-baseline", "x.txt"], "--baseline"),
        (["--year", "24", "x.txt"], "--year"),
    ],
)
def test_status_2_for_unusable_arguments(
    arguments: list[str], hint: str, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(draft.parent)
    (draft.parent / "x.txt").write_text(report(), encoding="utf-8")
    run = drafter("check", *arguments)
    assert run.status == 2
    assert hint in run.err
    assert run.out == ""


def test_a_missing_store_is_said_and_a_file_that_is_none_stops(draft: Path) -> None:
    quick = ("check", "--select", "F101,D201", "-v", draft)
    missing = drafter(*quick, "--corpus", draft.parent / "没有.sqlite")
    assert missing.status == 0
    assert "没有语料库" in missing.out
    for settings in ('corpus = "草稿.txt"', "select = ['']", "[similarity]\nthreshold = 7"):
        (draft.parent / "drafter.toml").write_text(settings, encoding="utf-8")
        run = drafter("check", draft)
        assert (run.status, run.out) == (2, ""), settings
    (draft.parent / "drafter.toml").unlink()
    assert drafter(*quick, "--corpus", draft).status == 2


def test_an_unknown_setting_names_the_nearest(draft: Path) -> None:
    (draft.parent / "drafter.toml").write_text('slect = ["T"]\n', encoding="utf-8")
    run = drafter("check", draft)
    assert run.status == 2
    assert "select" in run.err


def bad_inputs(folder: Path) -> dict[str, Path]:
    contents = {
        "空.txt": b"",
        "空白.txt": b" \r\n\t",
        "二进制.txt": bytes(range(256)) * 8,
        "别的.txt": "今天天气很好。".encode(),
        "坏.docx": b"PK\x03\x04" + b"\x00" * 40,
        "坏.pdf": b"%PDF-1.4\n%%EOF",
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in [*contents, "没有.txt"]}


@pytest.mark.parametrize("name", ["空.txt", "空白.txt", "二进制.txt", "别的.txt", "坏.docx", "坏.pdf", "没有.txt"])
def test_status_3_for_what_cannot_be_read(name: str, tmp_path: Path) -> None:
    run = drafter("check", *QUICK, "--exit-zero", bad_inputs(tmp_path)[name])
    assert run.status == 3
    assert "读不出" in run.out


def test_the_other_inputs_are_still_checked(tmp_path: Path, draft: Path) -> None:
    run = drafter("check", *QUICK, "--output-format", "json", tmp_path / "没有.txt", draft)
    assert run.status == 3
    files = json.loads(run.out)["files"]
    assert [f["status"] for f in files] == ["error", "checked"]
    assert files[1]["diagnostics"]


def test_a_folder_is_walked(tmp_path: Path) -> None:
    for name in ("乙.txt", "甲.md", ".隐藏.txt", "~$锁.docx", "数据.csv"):
        (tmp_path / name).write_text(report(), encoding="utf-8")
    run = drafter("check", *QUICK, "--output-format", "jsonl", tmp_path)
    assert sorted(Path(json.loads(line)["path"]).name for line in run.out.splitlines()) == ["乙.txt", "甲.md"]


def test_a_folder_without_drafts_is_an_unusable_argument(tmp_path: Path) -> None:
    assert drafter("check", tmp_path).status == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_breaks_give_the_same_findings(encoding: str, newline: str, tmp_path: Path) -> None:
    text = wrong_report().replace("。\n", f"，{WRONG}。\n", 1)
    expected = findings("-", stdin=text.encode())
    assert {d["code"] for d in expected} >= {"T303", "W201"}
    file = tmp_path / "草稿.txt"
    file.write_bytes(text.replace("\n", newline).encode(encoding))
    found = findings(file)
    keys = ("code", "message", "location", "excerpt", "fingerprint")
    assert [[d[k] for k in keys] for d in found] == [[d[k] for k in keys] for d in expected]


def test_standard_input_takes_its_name_and_settings_from_the_given_name(tmp_path: Path) -> None:
    (tmp_path / "drafter.toml").write_text('select = ["X101"]\n', encoding="utf-8")
    run = drafter(
        "check",
        "-",
        "--no-corpus",
        "--stdin-filename",
        tmp_path / "草稿.md",
        "--output-format",
        "json",
        stdin=wrong_report(),
    )
    assert run.status == 0
    assert json.loads(run.out)["files"][0]["path"] == str(tmp_path / "草稿.md")


def test_empty_standard_input_is_not_fine() -> None:
    assert drafter("check", "-", stdin="").status == 3


def test_output_file_changes_neither_status_nor_content(draft: Path) -> None:
    shown = drafter("check", *QUICK, "--output-format", "json", draft)
    target = draft.parent / "结果.json"
    written = drafter("check", *QUICK, "--output-format", "json", "-o", target, draft)
    assert (written.status, written.out) == (shown.status, "")
    assert target.read_text(encoding="utf-8") == shown.out


def test_output_that_cannot_be_written_is_an_unusable_argument(draft: Path) -> None:
    run = drafter("check", *QUICK, "-o", draft.parent / "没有" / "结果.txt", draft)
    assert run.status == 2
    assert "写不进去" in run.err


@pytest.mark.parametrize("name", ["sarif", "github", "concise", "jsonl", "text", "html"])
def test_every_format_writes_something(name: str, draft: Path) -> None:
    run = drafter("check", *QUICK, "--output-format", name, draft)
    assert run.status == 1
    assert "T303" in run.out


def test_docx_output_needs_a_word_file(draft: Path) -> None:
    assert drafter("check", *QUICK, "--output-format", "docx", "-o", draft.parent / "批注.docx", draft).status == 2


def test_selection_by_code_prefix_and_name(draft: Path) -> None:
    everything = {d["code"] for d in findings(draft)}
    assert len(everything) > 1
    for chosen in ("T303", "row-sum", "T30"):
        run = drafter("check", "--no-corpus", "--select", chosen, "--output-format", "json", draft)
        found = {d["code"] for f in json.loads(run.out)["files"] for d in f["diagnostics"]}
        assert found <= {c for c in everything if c.startswith("T30")}
        assert "T303" in found
    run = drafter("check", *QUICK, "--ignore", "T", "--output-format", "json", draft)
    assert not [d for f in json.loads(run.out)["files"] for d in f["diagnostics"]]


@pytest.mark.parametrize("written", ["t303", "T303，W201", "W201、T303", "T303 W201", "ROW-SUM", "all"])
def test_rules_are_named_as_people_type_them(written: str, draft: Path) -> None:
    run = drafter("check", "--no-corpus", "--select", written, draft)
    assert run.status == 1
    assert "T303" in run.out
    (draft.parent / "drafter.toml").write_text('ignore = ["t3"]\n', encoding="utf-8")
    assert drafter("check", *QUICK, draft).status == 0


@pytest.mark.parametrize(
    ("levels", "status"),
    [
        ('T = "info"', 0),
        ('row-sum = "info"', 0),
        ('t303 = "info"', 0),
        ('T = "info"\nT303 = "error"', 1),
        ('ALL = "info"', 0),
    ],
)
def test_a_level_may_be_given_to_a_prefix_or_a_name(levels: str, status: int, draft: Path) -> None:
    (draft.parent / "drafter.toml").write_text(f"[severity]\n{levels}\n", encoding="utf-8")
    run = drafter("check", "--no-corpus", "--select", "T303", draft)
    assert (run.status, "T303" in run.out) == (status, True)


def test_colour_only_for_a_terminal(draft: Path) -> None:
    assert "\x1b[" not in drafter("check", *QUICK, draft).out


def test_quiet_keeps_the_verdict(draft: Path) -> None:
    run = drafter("check", *QUICK, "-q", draft)
    assert run.status == 1
    assert len(run.out.splitlines()) == 1


def test_statistics(draft: Path) -> None:
    run = drafter("check", *QUICK, "--statistics", "-q", draft)
    assert any(line.split()[1:2] == ["T303"] for line in run.out.splitlines())


def test_messages_do_not_depend_on_the_language_of_the_system(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = drafter("check", *QUICK, draft).out
    monkeypatch.setitem(os.environ, "LANG", "C")
    monkeypatch.setitem(os.environ, "LC_ALL", "C")
    assert drafter("check", *QUICK, draft).out == before
