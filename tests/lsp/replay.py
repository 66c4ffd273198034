"""Plays an editor's side of a recorded session to a fresh server and keeps what it answers."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.lsp.record import LENGTH, NEUTRAL

Message = dict[str, Any]
TIMEOUT = 120
"""Seconds until a server that says nothing counts as hung."""


@dataclass(frozen=True, slots=True)
class Row:
    """A message of a session. `key` is the same for its counterpart in another run: what is said, and how often it was
    said before."""

    side: str
    message: Message
    method: str
    key: tuple[Any, ...]


class Ledger:
    """Knows what replies answer and counts what has been said."""

    def __init__(self) -> None:
        self._asked: dict[tuple[str, Any], str] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()

    def row(self, side: str, message: Message) -> Row:
        """Enter a message. Raises KeyError for a reply to what was never asked."""
        other = "server" if side == "client" else "client"
        if "method" not in message:
            method = self._asked.pop((other, message["id"]))
            return Row(side, message, method, (side, "reply", message["id"]))
        method = message["method"]
        if "id" in message:
            self._asked[side, message["id"]] = method
        value = (message.get("params") or {}).get("value")
        said = (side, method, str(value["kind"]) if isinstance(value, dict) else "")
        self._counts[said] += 1
        return Row(side, message, method, (*said, self._counts[said]))

    @property
    def unanswered(self) -> list[str]:
        """The methods of requests without a reply."""
        return list(self._asked.values())


@dataclass(frozen=True, slots=True)
class Session:
    """A recorded session: the server's arguments and the messages in the order they passed."""

    arguments: tuple[str, ...]
    rows: tuple[Row, ...]


def session(path: Path) -> Session:
    """Read a recording."""
    head, *lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    ledger = Ledger()
    return Session(tuple(head["arguments"]), tuple(ledger.row(line["from"], line["message"]) for line in lines))


def crossed(played: Session) -> set[tuple[Any, ...]]:
    """The keys of replies that a change or a cancellation came before: what they say depends on who was faster."""
    waiting: dict[Any, bool] = {}
    found = set()
    for row in played.rows:
        if row.side == "server" and "method" not in row.message:
            if waiting.pop(row.message["id"]):
                found.add(row.key)
        elif row.side == "client" and "method" in row.message:
            if row.method == "$/cancelRequest" and row.message["params"]["id"] in waiting:
                waiting[row.message["params"]["id"]] = True
            elif row.method == "textDocument/didChange":
                waiting = dict.fromkeys(waiting, True)
            elif "id" in row.message:
                waiting[row.message["id"]] = False
    return found


@dataclass
class Replay:
    """What a fresh server said to the recorded client, in the recording's own names, by the rows' keys."""

    folder: Path
    said: dict[tuple[Any, ...], Row] = field(default_factory=dict)
    errors: str = ""
    status: int | None = None
    _ledger: Ledger = field(default_factory=Ledger)
    _names: dict[str, Any] = field(default_factory=dict)
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, played: Session) -> None:
        """Play a session from start to end. Each message waits for all the server said before it in the recording.
        Raises AssertionError when the server is silent or ends before its time."""
        command = (sys.executable, "-m", "drafter.cli", "lsp", *played.arguments)
        server = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=PIPE)
        assert server.stderr is not None
        reading = asyncio.create_task(server.stderr.read())
        try:
            async with asyncio.timeout(TIMEOUT):
                await self._talk(server, played)
                self.errors, self.status = (await reading).decode(), await server.wait()
        finally:
            if server.returncode is None:
                server.kill()
                await server.wait()

    async def _talk(self, server: Process, played: Session) -> None:
        playing = asyncio.create_task(self._play(server, played))
        listening = asyncio.create_task(self._listen(server))
        await asyncio.wait((playing, listening), return_when=asyncio.FIRST_COMPLETED)
        if playing.done():
            playing.result()
            await listening
            return
        playing.cancel()
        listening.result()
        raise AssertionError("the server ended before it was told to")

    @property
    def unanswered(self) -> list[str]:
        """The methods of requests without a reply."""
        return self._ledger.unanswered

    async def _play(self, server: Process, played: Session) -> None:
        for row in played.rows:
            if row.side == "server":
                await self._until(row)
                continue
            assert server.stdin is not None
            message = self._here(row.message)
            self._ledger.row("client", message)
            body = json.dumps(message).encode()
            server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            await server.stdin.drain()

    async def _until(self, recorded: Row) -> None:
        while recorded.key not in self.said:
            self._news.clear()
            await self._news.wait()
        for old, new in zip(_names(recorded.message), _names(self.said[recorded.key].message), strict=False):
            self._names[old] = new

    async def _listen(self, server: Process) -> None:
        assert server.stdout is not None
        while not server.stdout.at_eof():
            try:
                head = await server.stdout.readuntil(b"\r\n\r\n")
            except asyncio.IncompleteReadError:
                return
            length = LENGTH.search(head)
            assert length is not None
            row = self._ledger.row("server", self._there(json.loads(await server.stdout.readexactly(int(length[1])))))
            self.said[row.key] = row
            self._news.set()

    def _here(self, value: Any) -> Any:
        """A recorded message in the names of this run."""
        if isinstance(value, dict):
            return {key: self._here(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._here(part) for part in value]
        if not isinstance(value, str):
            return value
        known = self._names.get(value, value)
        return _moved(known, Path(NEUTRAL), self.folder) if isinstance(known, str) else known

    def _there(self, value: Any) -> Any:
        """A message of this run with the recording's folder."""
        if isinstance(value, dict):
            return {_moved(key, self.folder, Path(NEUTRAL)): self._there(part) for key, part in value.items()}
        if isinstance(value, list):
            return [self._there(part) for part in value]
        return _moved(value, self.folder, Path(NEUTRAL)) if isinstance(value, str) else value


def _moved(text: str, old: Path, new: Path) -> str:
    if text.startswith(old.as_uri()):
        return new.as_uri() + text.removeprefix(old.as_uri())
    return str(new) + text.removeprefix(str(old)) if text.startswith(str(old)) else text


def _names(message: Message) -> Iterator[Any]:
    """The names that a server makes up: of its requests, of progress, of results."""
    if "method" in message and "id" in message:
        yield message["id"]
    for part in (message.get("params"), message.get("result")):
        if isinstance(part, dict):
            yield from (part[key] for key in ("token", "resultId") if isinstance(part.get(key), str))
