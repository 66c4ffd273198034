"""What the prose says about the figures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from drafter.model.span import Span


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement of the prose.

    `cell` is the address (or a named sum, or several joined by `+`) of the likeliest reading, empty where no cell holds
    the figure (channels, 信息处理费); `readings` all addresses or sums that the wording admits, each a tuple of
    addresses that are added up; contradiction only when none holds.
    `relation` is eq, ge (超过, 余), le (不足), about (约, 近), none (zero), all (the cell is the whole of its kind).
    `value` is the stated number. `verdict` is holds, contradicted or unchecked; `why` says in Chinese why unchecked;
    `found` the table's number. `topic` names what the cell cannot: channel.web, processing_fee.amount.
    `soft` says that the wording leaves room (答复 in time, 公开 rather than 制发; the agency itself and not its area):
    a contradiction is then not certain. `group` numbers the statements of one list, 0 for none.
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
    topic: str = ""
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted thing of the prose, checkable or not: `span` its words with the number, `label` what it is called.

    `cell` is that of the claim it makes, empty otherwise; `relation` as in Claim.
    """

    span: Span
    number_span: Span
    value: Decimal
    unit: str
    label: str
    relation: str = "eq"
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and the parts the prose gives for it.

    `kind` is applicant, outcome, channel, result or label (free words). `closed` says that the parts are meant to be
    all there is; `marked` that 其中 or brackets say that they are parts.
    """

    total: Figure
    parts: tuple[Figure, ...]
    kind: str
    closed: bool
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage: `part` is stated to be `percent` (with `places` decimals) of one of `wholes`."""

    span: Span
    part: Figure
    wholes: tuple[Figure, ...]
    percent: Decimal
    places: int
    relation: str = "eq"


@dataclass(frozen=True, slots=True)
class Rate:
    """A stated rate: `kind` is answered, upheld, corrected, granted or other, `percent` its value."""

    span: Span
    kind: str
    percent: Decimal
    text: str
    relation: str = "eq"


@dataclass(frozen=True, slots=True)
class Change:
    """A year-on-year statement about `figure`.

    `direction` is up, down, same or fold; `amount` in `unit` (% or a measure word) with `places` decimals, None where
    only the direction is told; `named` says whether the prose names last year or 同比.
    """

    span: Span
    figure: Figure
    direction: str
    amount: Decimal | None
    unit: str
    relation: str = "eq"
    places: int = 0
    named: bool = True


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything the grammar saw in the prose, in order; the claims are not judged yet."""

    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    shares: tuple[Share, ...] = ()
    rates: tuple[Rate, ...] = ()
    changes: tuple[Change, ...] = ()
