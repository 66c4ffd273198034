"""The built wheel carries its data and works away from the checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from drafter.data.sample import compose

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(target.glob("*.whl"))


def test_wheel_carries_data(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("lexicons", "templates", "corpus"):
        assert any(n.startswith(f"drafter/_resources/{folder}/") for n in names), folder
    assert not [n for n in names if n.startswith(("tests/", "bench/"))]


def test_wheel_checks_a_report(wheel: Path, tmp_path: Path) -> None:
    """Installed files only: the package is unpacked away from the checkout, dependencies come from this environment."""
    home = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(home)
    draft = tmp_path / "draft.txt"
    draft.write_text(compose(cells={"requests.new.total": "9"}), encoding="utf-8")
    code = (
        f"import sys; sys.path.insert(0, {str(home)!r})\n"
        "import drafter; assert drafter.__file__.startswith(sys.path[0]), drafter.__file__\n"
        "from drafter.cli.main import main; main()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, "check", str(draft)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=False,
    )
    assert run.returncode == 1, run.stderr
    assert "T301" in run.stdout
