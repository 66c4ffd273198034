"""VS Code's own client, as recorded (see README.md here): a fresh server says to it what it said then, and every message
of both sides is one of the protocol."""

from __future__ import annotations

import asyncio
import copy
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.meaning import meaning
from tests.lsp.replay import Replay, Row, Session, crossed, session
from tests.lsp.typed import validated

RECORDING = Path(__file__).with_name("vscode_session.jsonl")


@pytest.fixture(scope="module")
def recorded() -> Session:
    return session(RECORDING)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("草稿")


@pytest.fixture(scope="module")
def replayed(recorded: Session, folder: Path) -> Replay:
    replay = Replay(folder)
    asyncio.run(replay.run(recorded))
    return replay


def test_the_session_is_whole_and_covers_what_an_editor_does(recorded: Session) -> None:
    asked = Counter(r.method for r in recorded.rows if r.side == "client" and "method" in r.message)
    assert next(iter(asked)) == "initialize"
    assert [r.method for r in recorded.rows[-3:]] == ["shutdown", "shutdown", "exit"]
    assert set(asked) >= {
        "initialized",
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didSave",
        "textDocument/didClose",
        "textDocument/diagnostic",
        "textDocument/codeAction",
        "textDocument/hover",
        "textDocument/documentSymbol",
        "textDocument/foldingRange",
        "textDocument/completion",
        "workspace/executeCommand",
        "workspace/didChangeWatchedFiles",
        "$/cancelRequest",
    }
    edits = [r.message["params"]["contentChanges"] for r in recorded.rows if r.method == "textDocument/didChange"]
    typed = "".join(change["text"] for changes in edits for change in changes)
    assert "𠮷" in typed
    assert "\r\n" in typed
    assert any(len(changes) > 2 for changes in edits)


def test_the_recording_tells_nothing_of_a_machine() -> None:
    text = RECORDING.read_text(encoding="utf-8")
    assert len(text.encode()) < 300_000
    assert not [p for p in ("/tmp", "/home", "/root", "/Users", "localhost", "127.0.0.1") if p in text]
    assert set(re.findall(r'file:///([^/"]+)', text)) == {"%E8%8D%89%E7%A8%BF", "%E8%A7%84%E5%88%99"}


def test_every_recorded_message_is_one_of_the_protocol(recorded: Session) -> None:
    for row in recorded.rows:
        validated(row.message, row.method)


def test_every_message_of_a_fresh_server_is_one_of_the_protocol(replayed: Replay) -> None:
    for row in replayed.said.values():
        validated(row.message, row.method)


def test_a_fresh_server_says_the_same(recorded: Session, replayed: Replay) -> None:
    told = [row for row in recorded.rows if row.side == "server"]
    assert {row.key for row in told} == set(replayed.said)
    uncertain = crossed(recorded)
    compared = [row for row in told if row.key not in uncertain]
    for row in compared:
        now = replayed.said[row.key]
        assert meaning(row.method, now.message) == meaning(row.method, row.message), row.key
    assert len(compared) > 0.9 * len(told)


def test_a_fresh_server_ends_in_order(replayed: Replay, folder: Path) -> None:
    assert (replayed.errors, replayed.status, replayed.unanswered) == ("", 0, [])
    assert (folder / "drafter.toml").read_text(encoding="utf-8") == '[vocabulary]\naccept = ["贯彻落时"]\n'


def reply(recorded: Session, method: str) -> Row:
    """The reply to `method` that says most."""
    rows = [r for r in recorded.rows if r.side == "server" and r.method == method]
    return max(rows, key=lambda r: len(json.dumps(r.message)))


@pytest.mark.parametrize(
    "method",
    [
        "textDocument/diagnostic",
        "textDocument/codeAction",
        "textDocument/hover",
        "textDocument/documentSymbol",
        "textDocument/foldingRange",
        "textDocument/completion",
    ],
)
def test_a_place_that_is_off_by_one_is_noticed(recorded: Session, method: str) -> None:
    row = reply(recorded, method)
    text = json.dumps(row.message)
    place = next(p for p in ('"end": {"line": ', '"endLine": ') if p in text)
    head, _, tail = text.partition(place)
    digits = len(tail) - len(tail.lstrip("0123456789"))
    moved = json.loads(f"{head}{place}{int(tail[:digits]) + 1}{tail[digits:]}")
    assert meaning(method, moved) != meaning(method, row.message)


@pytest.mark.parametrize("method", ["textDocument/diagnostic", "textDocument/codeAction", "textDocument/completion"])
def test_another_wording_is_no_difference(recorded: Session, method: str) -> None:
    row = reply(recorded, method)
    other = copy.deepcopy(row.message)
    for part in other["result"] if isinstance(other["result"], list) else other["result"]["items"]:
        for key in {"message", "title", "label", "detail", "documentation"} & part.keys():
            part[key] = "换一种说法"
    assert other != row.message
    assert meaning(method, other) == meaning(method, row.message)


@pytest.mark.parametrize(
    ("method", "message"),
    [
        ("textDocument/unheardOf", {"jsonrpc": "2.0", "method": "textDocument/unheardOf", "params": {}}),
        ("textDocument/hover", {"jsonrpc": "2.0", "id": 1, "method": "textDocument/hover", "params": {}}),
        ("textDocument/hover", {"jsonrpc": "2.0", "id": 1, "result": {"contents": {"kind": "html", "value": ""}}}),
        ("textDocument/foldingRange", {"jsonrpc": "2.0", "id": 1, "result": [{"startLine": "1", "endLine": 2}]}),
        ("textDocument/foldingRange", {"jsonrpc": "2.0", "id": 1, "result": [{"startLine": 1, "endLine": 2, "x": 3}]}),
        ("shutdown", {"jsonrpc": "2.0", "id": 1, "error": {"message": "no code"}}),
    ],
)
def test_what_is_not_of_the_protocol_is_refused(method: str, message: dict[str, Any]) -> None:
    with pytest.raises(Exception):  # noqa: B017, PT011 - cattrs raises many kinds
        validated(message, method)
