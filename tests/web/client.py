"""A server of its own on the loopback, and what a browser would send to it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import groupby
from threading import Thread
from typing import Any

from drafter.data.sample import compose
from drafter.model.config import Config
from drafter.web.desk import Desk
from drafter.web.server import PageServer
from tests.support import make_docx as make

QUICK = Config(select=("T", "Y", "F101", "F209", "L201", "W201"))
WRONG = compose(cells={"requests.new.total": "99"}).replace("不予公开的写明理由", "贯彻落时各项要求")
"""A report with a row that does not add up and words that a safe fix mends."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        """The JSON of the answer."""
        value = json.loads(self.body)
        assert isinstance(value, dict)
        return value


@contextmanager
def serving(config: Config = QUICK, **options: Any) -> Iterator[PageServer]:
    """A server that answers until the block ends."""
    with PageServer(Desk(config, use_corpus=False), **options) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def body(draft: bytes, name: str = "草稿.txt", before: bytes = b"", **told: object) -> bytes:
    """What the page's script sends."""
    head = {"name": name, "size": len(draft), "previous": "上年.txt" if before else ""} | told
    return json.dumps(head, ensure_ascii=False).encode() + b"\n" + draft + before


def ask(
    server: PageServer,
    what: str,
    content: bytes | None = None,
    *,
    method: str = "",
    path: str = "",
    headers: Mapping[str, str | None] | None = None,
) -> Reply:
    """Ask as the page would; `headers` replace those of the page, None leaves one out."""
    host = f"127.0.0.1:{server.server_port}"
    sent: dict[str, str | None] = {"Host": host}
    if content is not None:
        length = str(len(content))
        sent |= {"Origin": f"http://{host}", "Content-Type": "application/octet-stream", "Content-Length": length}
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=120)
    try:
        address = path or f"/{server.gate.token}/{what}"
        connection.putrequest(method or ("GET" if content is None else "POST"), address, skip_host=True)
        for name, value in (sent | dict(headers or {})).items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(content)
        answer = connection.getresponse()
        return Reply(answer.status, dict(answer.getheaders()), answer.read())
    finally:
        connection.close()


def as_word(text: str) -> bytes:
    """The text as a Word file, lines with tabs as tables."""
    parts = []
    for tabbed, group in groupby(text.splitlines(), key=lambda line: "\t" in line):
        lines = list(group)
        parts.append(make.table([line.split("\t") for line in lines]) if tabbed else "".join(map(make.para, lines)))
    return make.package("".join(parts))
