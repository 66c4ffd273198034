"""Cuts the stretch behind a row label into fields and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from drafter.model.view import folded

_FIELD = re.compile(r"[\t|\n\r]")
_NUMBER = re.compile(r"[-−－]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?![\d,，])|[-−－]?\d+(?:\.\d+)?")
_SIGNS = str.maketrans({"−": "-", "－": "-", ",": None, "，": None})
_MARK = re.compile(r"[-—–―/／\\]+|无|N/?A|n/?a|暂无|空")
_NOTE = re.compile(r"[（(][^（）()\n]{0,40}[)）]")
_RULE = re.compile(r"[\s:|-]*")
_MORE = re.compile(r"\s*(?:[余多百千亿]|万(?!元)|左右|以上|以内)")
_PAGE = re.compile(r"\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d+\s*页.*)\s*")
_SAYS = re.compile(r"[\u4e00-\u9fff][，。；：、！]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_COUNTED = re.compile(r"年|月|[件条份个次宗起项人][\u4e00-\u9fff，]")
_SHORT, _LONG = 8, 16
"""Han characters from which words with a mark between them are prose: on a line of their own, and behind figures."""
_UNIT = re.compile(r"(?:万元|元|件|条|份|个|次|宗|起|项)?\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A figure, mark, blank or word of a row, in source offsets. `state` as in Cell; `field` counts hard separators,
    `walled` says that a tab or pipe stands before it on its line, so that words there are a cell and not the label."""

    start: int
    end: int
    text: str
    state: str
    value: Decimal | None
    field: int
    note: str = ""
    walled: bool = False


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The tokens between two source offsets. Tabs, pipes and line breaks part fields; an empty field between tabs or
    pipes is a blank token; lines that only rule, or only number the page, are passed over. Where figures or blanks
    have stood and prose begins, reading ends."""
    found: list[Token] = []
    number = 0
    for line_start, line_end in _lines(text, start, end):
        line = text[line_start:line_end]
        if not line.strip() or ("---" in line and _RULE.fullmatch(line)) or _PAGE.fullmatch(line):
            continue
        fields = _fields(text, line_start, line_end, first=line_start == start)
        for a, b, closed in fields:
            prose = _prose(text[a:b], begun=bool(found)) if b == fields[-1][1] else None
            if prose is not None:
                return found + _inside(text, a, a + prose, number, walled=closed and a > line_start)
            inside = _inside(text, a, b, number, walled=closed and a > line_start)
            if inside:
                found += inside
            elif closed:
                found.append(Token(a, a, "", "blank", None, number))
            number += 1
    return found


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    lines = []
    at = start
    for found in re.finditer(r"\r\n|\r|\n", text[start:end]):
        lines.append((at, start + found.start()))
        at = start + found.end()
    lines.append((at, end))
    return lines


def _fields(text: str, start: int, end: int, *, first: bool) -> list[tuple[int, int, bool]]:
    """Fields of a line; `closed` says that tabs or pipes make an empty one a blank cell."""
    line = text[start:end]
    marks = [start + m.start() for m in re.finditer(r"[\t|]", line)]
    if not marks:
        return [(start, end, False)]
    piped = "|" in line
    edges = [start - 1, *marks, end]
    fields = [(a + 1, b, True) for a, b in pairwise(edges)]
    # The field before the first mark belongs to the label (first line) or is the margin before a leading pipe.
    if (first or piped) and not text[fields[0][0] : fields[0][1]].strip():
        fields = fields[1:]
    if piped and fields and not text[fields[-1][0] : fields[-1][1]].strip():
        fields = fields[:-1]
    return fields


def _prose(raw: str, *, begun: bool) -> int | None:
    """Where in the last field of a line prose begins, in characters from its start; None where there is none.

    `98 2024年，全市…420件，…` has it behind the 98; a line of words with figures among them is prose from its start
    when the table's figures have `begun`."""
    if not _SAYS.search(raw):
        return None
    text = _NOTE.sub(lambda m: " " * len(m.group()), folded(raw, 0).text)
    if len(text) != len(raw):
        return None
    numbers = list(_NUMBER.finditer(text))
    first = numbers[0].start() if numbers else len(text)
    if begun and _speaks(text, _SHORT) and (_HAN.search(text, 0, first) or _counted(text, numbers[0].end())):
        return 0
    for i, match in enumerate(numbers):
        stop = numbers[i + 1].start() if i + 1 < len(numbers) else len(text)
        if len(_HAN.findall(text, match.end(), stop)) >= 4 and _speaks(text[match.end() :], _LONG):
            return match.start() if i and _counted(text, match.end()) else match.end()
    return None


def _speaks(text: str, least: int) -> bool:
    return _SAYS.search(text) is not None and len(_HAN.findall(text)) >= least


def _counted(text: str, at: int) -> bool:
    """Whether the figure that ends at `at` counts or dates something in a sentence: 2024年，1件复议."""
    return _COUNTED.match(text, at) is not None


def _inside(source: str, start: int, end: int, field: int, *, walled: bool) -> list[Token]:
    """Figures and marks of one field; words next to a figure become its note, words alone a text token."""
    raw = source[start:end]
    digits = raw.strip(" ")
    if digits.isascii() and digits.isdigit():
        begin = start + raw.index(digits)
        return [Token(begin, begin + len(digits), digits, "number", Decimal(digits), field, walled=walled)]
    view = folded(raw, start)
    text = view.text
    if not text.strip():
        return []

    def token(a: int, b: int, state: str, value: Decimal | None = None, note: str = "") -> Token:
        span = view.span(a, b)
        return Token(span.start, span.end, text[a:b], state, value, field, note, walled)

    bare = _NOTE.sub(lambda m: " " * len(m.group()), text)
    mark = _MARK.fullmatch(bare.strip())
    if mark:
        a = bare.index(bare.strip())
        return [token(a, a + len(bare.strip()), "mark")]
    numbers = list(_NUMBER.finditer(bare))
    if not numbers:
        words = text.strip()
        a = text.index(words)
        return [token(a, a + len(words), "text")]
    if len(numbers) == 1 and _MORE.match(text, numbers[0].end()):
        words = text.strip()  # taking 18万 for 18 would be wrong
        a = text.index(words)
        return [token(a, a + len(words), "text")]
    tokens = []
    for i, match in enumerate(numbers):
        stop = numbers[i + 1].start() if i + 1 < len(numbers) else len(text)
        before = text[: match.start()].strip() if i == 0 else ""
        note = before + text[match.end() : stop].strip()
        value = Decimal(match.group().translate(_SIGNS))
        tokens.append(token(match.start(), match.end(), "number", value, note))
    return tokens
