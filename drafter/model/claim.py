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
    """A total and the parts the prose gives for it. `kind` is applicant, outcome, channel, result or label (free words);
    `closed` says that the parts are meant to be all there is."""

    total: Figure
    parts: tuple[Figure, ...]
    kind: str
    closed: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage of a whole: `part` over `whole` is stated as `percent`, written with `places` decimals."""

    span: Span
    part: Figure
    whole: Figure
    percent: Decimal
    places: int
    relation: str = "eq"


@dataclass(frozen=True, slots=True)
class Rate:
    """A stated rate: `kind` answered, upheld, corrected or granted, `percent` its value."""

    span: Span
    kind: str
    percent: Decimal
    relation: str = "eq"


@dataclass(frozen=True, slots=True)
class Change:
    """A year-on-year statement about `figure`: `direction` up, down, same or fold, by `amount` in `unit` (% or a measure
    word), None where only the direction is told. `against` says whether the prose names what it compares with."""

    span: Span
    figure: Figure
    direction: str
    amount: Decimal | None
    unit: str
    relation: str = "eq"
    places: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything the grammar saw. `claims` are not judged yet."""

    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    shares: tuple[Share, ...] = ()
    rates: tuple[Rate, ...] = ()
    changes: tuple[Change, ...] = ()
