"""Random edits over the protocol, with the server's findings held against those of a fresh check."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from drafter.data.sample import compose
from drafter.lsp.buffer import Buffer
from drafter.lsp.convert import diagnostics_of
from drafter.lsp.desk import Desk
from drafter.model.config import Config
from drafter.model.span import Span
from tests.lsp.editor import Editor, address

_SNIPPETS = (
    "𠮷", "\r\n", "\n", "\r", "，", ",", "。", " ", "　", "1", "９", "2023年", "件", "贯彻落时", "未收到政府信息公开申请。", "共收到申请3件，",
    "【drafter:忽略 W201 原因：甲】\n", "<!-- drafter: ignore F5 -- 乙 -->\r\n", "一、总体情况\n", "（二）依申请公开\n", "\u200b", "\u2028",
    "青石镇", "\t0", "👍", "《条例》", "“", "”", "[2021]30号",
)  # fmt: skip


@dataclass
class Storm:
    """A text under random edits; deterministic for a seed."""

    rng: random.Random
    buffer: Buffer

    @classmethod
    def start(cls, seed: int) -> Storm:
        """Begin with a report."""
        rng = random.Random(seed)
        return cls(rng, Buffer(_report(rng)))

    def change(self) -> types.TextDocumentContentChangeEvent:
        """One edit, made here and described for the server."""
        kind = self.rng.random()
        if kind < 0.01 or not self.buffer.text:
            self.buffer = Buffer(_report(self.rng))
            return types.TextDocumentContentChangeWholeDocument(self.buffer.text)
        span, text = self._edit(kind)
        start, end = self.buffer.place(span.start), self.buffer.place(span.end)
        # A place between CR and LF cannot be named: the server sees the span that the places stand for.
        span = self.buffer.span(start, end)
        self.buffer = self.buffer.replaced(span, text)
        return types.TextDocumentContentChangePartial(types.Range(types.Position(*start), types.Position(*end)), text)

    def _edit(self, kind: float) -> tuple[Span, str]:
        length = len(self.buffer.text)
        at = self.rng.randrange(length + 1)
        if kind < 0.55:
            return Span(at, at), self.rng.choice(_SNIPPETS)
        if kind < 0.95:
            return Span(at, min(at + self.rng.randint(1, 6), length)), self.rng.choice(
                ("", "", self.rng.choice(_SNIPPETS))
            )
        return Span(at, min(at + self.rng.randint(1, 120), length)), ""


def _report(rng: random.Random) -> str:
    text = compose(
        rng.choice((2022, 2023, 2024)),
        sections={"problems": "𠮷祥社区贯彻落时各项要求,按期办理。"} if rng.random() < 0.5 else None,
        cells={"requests.new.total": str(rng.randint(0, 99))} if rng.random() < 0.5 else None,
    )
    return text.replace("\n", rng.choice(("\n", "\r\n", "\r")))


def plain(found: list[types.Diagnostic]) -> list[tuple[object, ...]]:
    """Findings as comparable rows."""
    return [
        (
            d.code, d.message, d.severity, str(d.range),
            tuple((r.message, str(r.location.range)) for r in d.related_information or ()),
        )
        for d in found
    ]  # fmt: skip


async def weather(
    client: Editor, path: Path, seed: int, edits: int, configure: Callable[[Path], Config], *, every: int = 100
) -> AsyncIterator[int]:
    """Make `edits` edits; after each `every` assert that pulled findings equal those of a fresh check. Yields after each
    comparison how many edits were made."""
    uri = address(path)
    storm = Storm.start(seed)
    client.write(uri, storm.buffer.text)
    for number in range(1, edits + 1):
        client.edit(uri, number + 1, storm.change())
        if number % every:
            continue
        pulled = await client.pull(uri)
        fresh = Desk(configure, use_corpus=False)
        fresh.open(uri, path, storm.buffer.text, "utf-16", None)
        checked = fresh.check(uri)
        assert checked is not None
        assert plain(pulled.items) == plain(diagnostics_of(checked, uri)), f"seed {seed}, after {number} edits"
        yield number
