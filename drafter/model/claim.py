"""What the prose says about the figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from drafter.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement of the prose.

    `cell` is the address (or a named sum) of the likeliest reading, `readings` all addresses or sums that the wording
    admits, each a tuple of addresses that are added up; contradiction only when none holds.
    `relation` is eq, ge (超过, 余), le (不足), about (约, 近), none (zero), all. `value` is the stated number.
    `verdict` is holds, contradicted or unchecked; `why` says in Chinese why unchecked; `found` the table's number.
    """

    text: str
    span: Span
    cell: str
    relation: str
    value: Decimal | None
    readings: tuple[tuple[str, ...], ...] = ()
    verdict: str = "unchecked"
    found: Decimal | None = None
    why: str = ""
    number_span: Span | None = None
    group: int = 0
