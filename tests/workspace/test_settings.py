"""drafter.toml: found, merged, and every mistake named."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.model.diagnostic import Severity
from drafter.model.problem import Problem
from drafter.workspace.settings import find_settings, load_settings


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nearest_file_wins(tmp_path: Path) -> None:
    write(tmp_path / "drafter.toml", 'agency = "云溪县"')
    near = write(tmp_path / "a" / "drafter.toml", 'agency = "云溪县教育局"')
    assert find_settings(tmp_path / "a") == near
    (tmp_path / "a" / "b").mkdir()
    assert find_settings(tmp_path / "a" / "b") == near


def test_pyproject_only_with_its_table(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[project]\nname = 'x'\n")
    inner = write(tmp_path / "in" / "pyproject.toml", "[tool.drafter]\nignore = ['W5']\n")
    assert find_settings(tmp_path / "in") == inner
    assert load_settings(inner).ignore == ("W5",)
    assert find_settings(tmp_path) != tmp_path / "pyproject.toml"


def test_all_keys(tmp_path: Path) -> None:
    path = write(
        tmp_path / "drafter.toml",
        """
select = ["T", "W"]
ignore = ["W501"]
exclude = ["旧稿"]
agency = "云溪县教育局"
region = "云溪县"
level = "county"
previous = "去年.docx"
[severity]
W204 = "info"
[similarity]
threshold = 85
[vocabulary]
accept = ["云上青石"]
reject = ["各村居"]
""",
    )
    config = load_settings(path)
    assert config.select == ("T", "W")
    assert config.severity == {"W204": Severity.INFO}
    assert config.similarity_threshold == 85.0
    assert config.accept == ("云上青石",)
    assert config.previous == str(tmp_path / "去年.docx"), "paths count from the file that names them"


def test_extend(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", 'region = "云溪县"\nignore = ["W5"]\n')
    path = write(tmp_path / "drafter.toml", 'extend = "base.toml"\nignore = ["W6"]\n')
    config = load_settings(path)
    assert (config.region, config.ignore) == ("云溪县", ("W6",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("selct = []", "是不是 select"),
        ('level = "village"', "level 只能是"),
        ("[severity]\nW101 = 'fatal'", "severity 的值只能是"),
        ("select = 'W'", "字符串列表"),
        ("[similarity]\nthreshold = 300", "60 到 100"),
        ("[similarity]\nthreshold = 0.8", "百分制"),
        ("[similarity]\nthreshold = true", "百分制"),
        ("[similarity]\nthreshold = nan", "百分制"),
        ("[vocabulary]\nacept = []", "vocabulary.accept"),
        ("select = [", "不是有效的 TOML"),
        ("select = \n", "第 1 行第 10 列"),
        ("extend = 3", "extend 应当是字符串"),
        ("extend = 'drafter.toml'", "互相引用"),
        ("extend = 'nowhere.toml'", "读不出来"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, words: str) -> None:
    path = write(tmp_path / "drafter.toml", text)
    with pytest.raises(Problem) as caught:
        load_settings(path)
    assert words in caught.value.message
    assert "toml" in caught.value.message


def test_extend_counts_paths_from_the_file_that_names_them_and_adds_levels(tmp_path: Path) -> None:
    (tmp_path / "县里").mkdir()
    write(tmp_path / "县里" / "base.toml", 'previous = "去年.txt"\n[severity]\nT303 = "warning"\nW204 = "info"\n')
    path = write(tmp_path / "drafter.toml", 'extend = "县里/base.toml"\n[severity]\nW204 = "error"\n')
    config = load_settings(path)
    assert config.previous == str(tmp_path / "县里" / "去年.txt")
    assert config.severity == {"T303": Severity.WARNING, "W204": Severity.ERROR}


def test_a_mistake_is_named_with_the_file_that_has_it(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", 'regoin = "云溪县"\n')
    path = write(tmp_path / "drafter.toml", 'extend = "base.toml"\n')
    with pytest.raises(Problem, match=r"base\.toml.*regoin"):
        load_settings(path)


def test_a_byte_order_mark_is_no_mistake_and_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "drafter.toml"
    path.write_bytes(b"\xef\xbb\xbf" + 'agency = "云溪县教育局"\n'.encode())
    assert load_settings(path).agency == "云溪县教育局"
    path.write_bytes('agency = "云溪县教育局"\n'.encode("gb18030"))
    with pytest.raises(Problem, match="另存为 UTF-8"):
        load_settings(path)


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ('[tool]\ndrafter = { ignore = ["W5"] }\n', True),
        ('[tool.drafter.vocabulary]\naccept = ["和园"]\n', True),
        ('# [tool.drafter] 以后再写\n[project]\nname = "x"\n', False),
        ("tool = 3 # drafter\n", False),
        ('name = "drafter\n', False),
        ("[tool.drafter]\nignore = [\n", True),
    ],
)
def test_whose_pyproject_it_is(tmp_path: Path, text: str, ours: bool) -> None:
    path = write(tmp_path / "pyproject.toml", text)
    assert (find_settings(tmp_path) == path) is ours
