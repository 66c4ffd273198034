"""Open drafts and their checks, without a protocol."""

from __future__ import annotations

from pathlib import Path

import pytest

import drafter.lsp.desk as desk_module
from drafter.data.sample import compose
from drafter.lsp.buffer import Buffer
from drafter.lsp.convert import diagnostics_of
from drafter.lsp.desk import Desk
from drafter.model.config import Config
from drafter.model.result import Failure

URI = "file:///草稿.txt"


def desk(**settings: object) -> Desk:
    made = Desk(lambda _: Config(select=("T303",), **settings), use_corpus=False)  # type: ignore[arg-type]
    made.open(URI, Path("草稿.txt"), compose(), "utf-16", 1)
    return made


def test_a_check_is_made_once_for_a_text() -> None:
    made = desk()
    assert made.check(URI) is made.check(URI)
    made.change(URI, Buffer(compose(cells={"requests.new.total": "99"})), 2)
    checked = made.check(URI)
    assert checked is not None
    assert [d.code for d in diagnostics_of(checked, URI)] == ["T303"]


def test_settings_are_read_again_after_a_refresh() -> None:
    asked: list[Path] = []
    made = Desk(lambda folder: asked.append(folder) or Config(select=("T303",)), use_corpus=False)  # type: ignore[func-returns-value]
    made.open(URI, Path("草稿.txt"), compose(), "utf-16", 1)
    made.check(URI)
    made.refresh()
    made.check(URI)
    assert len(asked) == 2


def test_what_breaks_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("坏了")

    monkeypatch.setattr(desk_module, "check", broken)
    checked = desk().check(URI)
    assert checked is not None
    assert isinstance(checked.outcome, Failure)
    [told] = diagnostics_of(checked, URI)
    assert "RuntimeError: 坏了" in told.message


def test_a_closed_text_has_no_check() -> None:
    made = desk()
    made.close(URI)
    assert made.check(URI) is None


@pytest.mark.parametrize(("use_corpus", "plain"), [(False, False), (True, True)])
def test_loading_is_not_told_where_no_past_reports_are_opened(use_corpus: bool, plain: bool) -> None:
    told: list[bool] = []
    made = Desk(lambda _: Config(select=("T303",), plain=plain), use_corpus=use_corpus, loading=told.append)
    made.open(URI, Path("草稿.txt"), compose(), "utf-16", 1)
    made.check(URI)
    assert told == []
