"""Compact forms of sections and cells as they lie in the store."""

from __future__ import annotations

import zlib
from decimal import Decimal

Line = tuple[int, tuple[str, ...]]
"""A sentence number and what stands in its slots."""

Body = tuple[tuple[Line, ...], ...]
"""Paragraphs of lines."""

_UNIT, _PARAGRAPH = "\x1f", "\x1e"


def pack_body(paragraphs: tuple[tuple[Line, ...], ...]) -> bytes:
    """Paragraphs of lines as a deflated blob."""
    return _pack(_PARAGRAPH.join("\n".join(_UNIT.join((str(i), *fillers)) for i, fillers in p) for p in paragraphs))


def unpack_body(blob: bytes) -> tuple[tuple[Line, ...], ...]:
    """What `pack_body` was given."""
    text = _unpack(blob)
    return tuple(tuple(map(_line, p.split("\n"))) for p in text.split(_PARAGRAPH)) if text else ()


def _line(text: str) -> Line:
    number, *fillers = text.split(_UNIT)
    return int(number), tuple(fillers)


def pack_cells(cells: dict[str, Decimal]) -> bytes:
    """Cells as a deflated blob."""
    return _pack("\n".join(f"{address}={value}" for address, value in sorted(cells.items())))


def unpack_cells(blob: bytes) -> dict[str, Decimal]:
    """What `pack_cells` was given."""
    pairs = (line.partition("=") for line in _unpack(blob).split("\n") if line)
    return {address: Decimal(value) for address, _, value in pairs}


def _pack(text: str) -> bytes:
    return zlib.compress(text.encode(), 9)


def _unpack(blob: bytes) -> str:
    return zlib.decompress(blob).decode()
