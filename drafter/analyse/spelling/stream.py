"""Text as the code stream that the n-gram models read.

One code is one Han character, one other mark, or one run of digits or of Latin letters; spaces are left out and
sentence ends and line ends become one `EDGE`. Every code keeps the offset (code points) it came from.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint16]

EDGE = 1
DIGITS = 0x30
LETTERS = 0x61
UNKNOWN = 0xFFFD
_END_MARKS = "。！？!?"
# Radicals without a compatibility mapping that PDF fonts put for whole characters.
_RADICALS = "⺁⺋⺒⺓⺝⺟⺠⺫⺮⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳"
_DRAWN = "厂㔾巳幺月母民罒竹西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟"


@dataclass(frozen=True, slots=True)
class Stream:
    """`codes` with `EDGE` first and last; `offsets` of the same length, -1 for an edge."""

    codes: Codes
    offsets: npt.NDArray[np.int64]


def read_stream(text: str) -> Stream:
    """The codes of `text`. Radical code points that PDF text holds are read as the character they draw."""
    raw = np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4")
    codes = _classes()[np.minimum(raw, 0xFFFF)].copy()
    edge = codes == EDGE
    run = np.zeros(len(codes), dtype=bool)
    run[1:] = (codes[1:] == codes[:-1]) & ((codes[1:] == DIGITS) | (codes[1:] == LETTERS) | edge[1:])
    keep = (codes != 0) & ~run
    return _framed(codes[keep], np.flatnonzero(keep))


def _framed(codes: Codes, offsets: npt.NDArray[Any]) -> Stream:
    """With an edge after every end mark, and one at both ends; never two together."""
    ends = marked(_END_MARKS)[codes]
    widths = 1 + ends
    places = np.cumsum(widths) - widths + 1
    out = np.full(int(widths.sum()) + 2, EDGE, dtype=np.uint16)
    at = np.full(len(out), -1, dtype=np.int64)
    out[places] = codes
    at[places] = np.where(codes == EDGE, -1, offsets)
    twice = np.zeros(len(out), dtype=bool)
    twice[1:] = (out[1:] == EDGE) & (out[:-1] == EDGE)
    return Stream(out[~twice], at[~twice])


def is_han(codes: Codes) -> npt.NDArray[np.bool_]:
    """Which codes are Han characters of the basic block."""
    return (codes >= 0x4E00) & (codes <= 0x9FFF)


@cache
def marked(marks: str) -> npt.NDArray[np.bool_]:
    """By code, whether it is one of `marks`."""
    table = np.zeros(0x10000, dtype=bool)
    table[[ord(mark) for mark in marks]] = True
    return table


@cache
def _classes() -> Codes:
    """The code of every code point of the basic plane; 0 = left out."""
    table = np.arange(0x10000, dtype=np.uint16)
    table[:0x21] = 0
    table[[0xA0, 0x3000, 0xFEFF, 0x200B]] = 0
    table[[0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029]] = EDGE
    table[0xFFFF] = UNKNOWN
    for first, last, code in ((0x30, 0x39, DIGITS), (0x41, 0x5A, LETTERS), (0x61, 0x7A, LETTERS)):
        for shift in (0, 0xFEE0):
            table[first + shift : last + shift + 1] = code
    for half, full in zip(",;:()", "，；：（）", strict=True):
        table[ord(half)] = ord(full)
    for radical in range(0x2F00, 0x2FD6):
        table[radical] = ord(unicodedata.normalize("NFKC", chr(radical)))
    for radical_mark, drawn in zip(_RADICALS, _DRAWN, strict=True):
        table[ord(radical_mark)] = ord(drawn)
    return table
