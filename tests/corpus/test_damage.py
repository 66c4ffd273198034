"""A store with a damaged page is said, wherever it is met; nothing crashes and the rest of a check goes on."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from drafter.cli.main import main
from drafter.corpus.sample.reports import sample_reports
from drafter.corpus.store import Store
from drafter.corpus.verify import verify
from drafter.corpus.write import add, transaction
from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.problem import Problem
from drafter.read.text import text_document

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("sound") / "c.sqlite"
    with Store.open(path, write=True) as store, transaction(store.connection):
        for report in list(sample_reports())[:40]:
            add(store.connection, report)
    return path.read_bytes()


@pytest.mark.parametrize("seed", range(8))
def test_any_damage_is_said(sound: bytes, seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    path = tmp_path / "c.sqlite"
    page = rng.randrange(1, len(sound) // PAGE)
    path.write_bytes(sound[: page * PAGE] + rng.randbytes(PAGE) + sound[(page + 1) * PAGE :])
    store = _opened(path)
    if store is None:
        return
    with store:
        assert verify(store)
        text = compose(2024)
        result = check(text_document(text, "草稿.txt"), Resources(store=store), Config(select=("D", "S", "Y")))
        assert not result.crashed
        if store.fault:
            assert any("损坏" in skipped.why for skipped in result.skipped)
    for words in (["corpus", "list"], ["corpus", "search", "公开"], ["suggest", "-"]):
        result_ = CliRunner().invoke(main, [*words, "--corpus", str(path)], input=text)
        assert result_.exit_code in (0, 2), result_.output
        assert result_.exit_code == 0 or "损坏" in result_.output or "不能用" in result_.output


def _opened(path: Path) -> Store | None:
    try:
        return Store.open(path)
    except Problem:
        return None
