"""Holds claims against the cells of the tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from drafter.analyse.claims.doubt import doubted
from drafter.model.claim import Claim
from drafter.model.form import Form
from drafter.model.report import Report

_REQUEST_COLUMNS = ("natural", "business", "research", "nonprofit", "legal", "other")
_GROUPS = ("refused", "unavailable", "unprocessed", "other")
_REVIEW_COLUMNS = ("upheld", "corrected", "other", "pending")
_TABLE_NAMES = {"disclosure": "表二", "requests": "表三", "review": "表四"}
_ABOUT = Decimal("0.1")
_WAN = Decimal(10_000)
_TEN_THOUSANDS = re.compile(r"\d万")
# Code points between two statements that one list may hold.
_NEAR = 60


class Cells:
    """The figures of a report's tables, sums included."""

    def __init__(self, report: Report) -> None:
        self._cells = {cell.address: cell for table in report.tables for cell in table.cells}

    def value(self, address: str) -> Decimal | None:
        """The number at an address or named sum; None where it cannot be told."""
        cell = self._cells.get(address)
        if cell is not None and cell.value is not None:
            return cell.value
        if cell is not None and cell.state in ("unread", "text"):
            return None
        parts = self.parts(address)
        if not parts:
            return None
        return self._sum(parts)

    def parts(self, address: str) -> tuple[str, ...]:
        """The cells that make up an address whose own cell is absent or blank."""
        table, row, *rest = address.split(".")
        if table == "requests" and len(rest) == 1 and row in _GROUPS:
            keys = _of_group(tuple(self._cells), row, rest[0])
            if keys:
                return keys
        if table == "review" and row == "litigation":
            return (f"review.litigation_direct.{rest[0]}", f"review.litigation_after.{rest[0]}")
        if rest and rest[-1] == "total" and table in ("requests", "review"):
            columns = _REQUEST_COLUMNS if table == "requests" else _REVIEW_COLUMNS
            return tuple(address.removesuffix("total") + c for c in columns)
        return ()

    def _sum(self, addresses: Sequence[str]) -> Decimal | None:
        """The sum of cells, blanks being nothing, provided that one holds a number and none is unread."""
        found = []
        for address in addresses:
            cell = self._cells.get(address)
            if cell is None or cell.state in ("unread", "text"):
                return None
            value = cell.value
            if value is None and address.endswith(".total"):
                parts = self.parts(address)
                value = self._sum(parts) if parts else None
            found.append(value)
        known = [v for v in found if v is not None]
        total = sum(known, Decimal(0))
        # Blanks beside nothing but zeros may hide anything.
        return total if known and (total or len(known) == len(found)) else None

    def add(self, addresses: Sequence[str]) -> Decimal | None:
        """The sum of addresses or named sums; None when one cannot be told."""
        values = [self.value(a) for a in addresses]
        if not values or any(v is None for v in values):
            return None
        return sum((v for v in values if v is not None), Decimal(0))


@lru_cache(maxsize=256)
def _of_group(addresses: tuple[str, ...], row: str, column: str) -> tuple[str, ...]:
    """The addresses of the rows of a group of table three (不予公开) in a column."""
    first, last = f"requests.{row}.", f".{column}"
    return tuple(a for a in addresses if a.startswith(first) and a.endswith(last) and a.count(".") == 3)


def judge(claims: Sequence[Claim], report: Report, form: Form, text: str = "") -> tuple[Claim, ...]:
    """Fill in verdict, found number and reason. A claim is contradicted only when none of its readings holds."""
    cells = Cells(report)
    judged = [_judge(c, report, cells) for c in claims]
    return tuple(doubted(_lapsed(_together(judged, cells)), text, report.agency))


def _judge(claim: Claim, report: Report, cells: Cells) -> Claim:
    if not claim.readings:
        why = "说的是其中一部分，三张表里没有这一项数字" if claim.topic == "part" else "三张表里没有这一项数字"
        return claim.judged("unchecked", why=why)
    values = [cells.add(reading) for reading in claim.readings]
    first = values[0]
    if claim.relation == "all":
        return _judge_whole(claim, report, cells)
    for value in values:
        if value is not None and holds(claim, value):
            return claim.judged("holds", value)
    if any(v is None for v in values):
        return claim.judged("unchecked", first, _unread(claim, report))
    if claim.topic == "scope":
        return claim.judged("unchecked", first, "这句话说的可能只是本级或者一部分单位，表中是全部，请自行核对")
    if claim.soft and claim.cell.startswith("disclosure."):
        return claim.judged("unchecked", first, "这句话不一定说的是本年制发数，请自行核对")
    return claim.judged("contradicted", first)


def holds(claim: Claim, value: Decimal) -> bool:
    """Whether a table's number fits what is said."""
    said = claim.value or Decimal(0)
    if claim.relation == "ge":
        return value >= said
    if claim.relation == "le":
        return value <= said
    if claim.relation == "about":
        return abs(value - said) <= _ABOUT * max(value, said)
    if claim.cell == "disclosure.fees.amount":
        return _rounds_to(value, said)
    return value == said or (_TEN_THOUSANDS.search(claim.text) is not None and _rounds_to(value / _WAN, said / _WAN))


def _rounds_to(value: Decimal, said: Decimal) -> bool:
    """Money, and what is counted in 万, may be told with fewer decimals than the table has."""
    exponent = said.normalize().as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return abs(value - said) <= Decimal(10) ** -places / 2


def _judge_whole(claim: Claim, report: Report, cells: Cells) -> Claim:
    """均…: the cell must be the whole of its kind."""
    found = cells.add(claim.readings[0])
    whole = cells.add(_whole_of(claim.readings[0][0]))
    if found is None or whole is None:
        return claim.judged("unchecked", found, _unread(claim, report))
    if found == whole or (claim.value is not None and found == claim.value):
        return claim.judged("holds", found)
    if claim.soft:
        return claim.judged("unchecked", found, "“均按时答复”之类的话不排除年末尚在期限内的申请，请自行核对")
    return claim.judged("contradicted", found)


def _whole_of(address: str) -> tuple[str, ...]:
    table, row, *rest = address.split(".")
    column = rest[-1]
    if table == "review":
        return (f"review.{row}.total",)
    if row == "total":
        return (f"requests.new.{column}", f"requests.carried_in.{column}")
    if row in ("new", "carried_in") and column != "total":
        return (f"requests.{row}.total",)
    return (f"requests.total.{column}",)


def _unread(claim: Claim, report: Report) -> str:
    kind = claim.cell.split(".")[0]
    name = _TABLE_NAMES.get(kind, "表格")
    if report.table(kind) is None:
        return f"{name}未识别"
    return f"{name}里这一格空白或没有读出数字"


def _lapsed(claims: list[Claim]) -> list[Claim]:
    """宣布失效3件 where the table has 2 repealed: too many, unless 失效 is not counted there.

    It is not where the prose tells the table's figure of other documents, and may not be where the table has none.
    """
    settled = {c.cell for c in claims if c.verdict == "holds"}
    return [
        c.judged("contradicted", c.found)
        if c.soft
        and c.verdict == "unchecked"
        and c.relation == "eq"
        and c.cell.startswith("disclosure.")
        and c.cell.endswith(".repealed")
        and c.cell not in settled
        and c.found
        and c.value is not None
        and c.value > c.found
        else c
        for c in claims
    ]


def _together(claims: list[Claim], cells: Cells) -> list[Claim]:
    """废止3件、宣布失效2件: two words for one cell, each less than the cell, together equal to it."""
    rows: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        if claim.relation == "eq" and claim.readings and claim.number_span:
            rows.setdefault(claim.cell, []).append(i)
    for cell, places in rows.items():
        for i, j in pairwise(places):
            one, other = claims[i], claims[j]
            if other.span.start - one.span.end > _NEAR or one.verdict != "contradicted":
                continue
            total = (one.value or Decimal(0)) + (other.value or Decimal(0))
            if other.verdict != "holds" and total == cells.add(cell.split("+")):
                claims[i] = one.judged("holds", total)
                claims[j] = other.judged("holds", total)
    return claims
