from pathlib import Path

import numpy as np
import pytest

from drafter.analyse.spelling.arrays import open_arrays, write_arrays


def test_arrays_and_values_come_back(tmp_path: Path) -> None:
    arrays = {"a": np.arange(5, dtype=np.uint16), "b": np.ones((2, 3), dtype=np.float32), "none": np.zeros(0, np.uint8)}
    write_arrays(tmp_path / "x", arrays, {"size": 3})
    file = open_arrays(tmp_path / "x")
    assert file.meta == {"size": 3}
    for name, array in arrays.items():
        assert file.arrays[name].tolist() == array.tolist()
        assert file.arrays[name].dtype == array.dtype


def test_the_same_arrays_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_arrays(tmp_path / name, {"a": np.arange(9), "b": np.arange(3)}, {"k": 1})
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("政府信息公开", encoding="utf-8")
    with pytest.raises(ValueError, match="not a file of arrays"):
        open_arrays(tmp_path / "x")


def test_who_reads_the_old_file_keeps_it(tmp_path: Path) -> None:
    write_arrays(tmp_path / "x", {"a": np.arange(100_000)}, {})
    old = open_arrays(tmp_path / "x")
    write_arrays(tmp_path / "x", {"a": np.zeros(3, np.uint8)}, {})
    assert int(old.arrays["a"][-1]) == 99_999
    assert open_arrays(tmp_path / "x").arrays["a"].tolist() == [0, 0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
