"""What the prose says about the figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
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

    def judged(self, verdict: str, found: Decimal | None = None, why: str = "") -> Claim:
        """The same statement with what came of it."""
        said = (self.text, self.span, self.cell, self.relation, self.value, self.readings)
        return Claim(*said, verdict, found, why, self.number_span, self.group, self.topic, self.soft)

    def shifted(self, by: int) -> Claim:
        """The same statement `by` code points further on."""
        number_span = self.number_span.shifted(by) if self.number_span else None
        said = (self.cell, self.relation, self.value, self.readings, self.verdict, self.found, self.why)
        return Claim(self.text, self.span.shifted(by), *said, number_span, self.group, self.topic, self.soft)


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

    def shifted(self, by: int) -> Figure:
        """The same figure `by` code points further on."""
        return replace(self, span=self.span.shifted(by), number_span=self.number_span.shifted(by))


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and the parts the prose gives for it.

    `kind` is applicant, outcome, channel, result, label (free words) or sum (the total stands behind the parts).
    `closed` says that the parts are meant to be all there is; `marked` that 其中 or brackets say that they are parts;
    `sure` is False where the wording leaves room (parts that may overlap, a total of the sentence before, a list that
    only looks complete).
    """

    total: Figure
    parts: tuple[Figure, ...]
    kind: str
    closed: bool
    marked: bool = True
    sure: bool = True

    def shifted(self, by: int) -> Breakdown:
        """The same list `by` code points further on."""
        return replace(self, total=self.total.shifted(by), parts=tuple(p.shifted(by) for p in self.parts))


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage: `part` is stated to be `percent` (with `places` decimals) of one of `wholes`.

    `sure` says that the words leave no doubt which whole is meant; `cells` are the sums of cells that the words name as
    the whole (占申请总量的), each a tuple of addresses.
    """

    span: Span
    part: Figure
    wholes: tuple[Figure, ...]
    percent: Decimal
    places: int
    relation: str = "eq"
    sure: bool = True
    cells: tuple[tuple[str, ...], ...] = ()

    def shifted(self, by: int) -> Share:
        """The same share `by` code points further on."""
        wholes = tuple(w.shifted(by) for w in self.wholes)
        return replace(self, span=self.span.shifted(by), part=self.part.shifted(by), wholes=wholes)


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
class Shift:
    """A change told with the figures it can be worked out from: 由64个精简到38个，压减26个.

    `direction` is up or down; `before` the old figure; `after` what may be the new one, the likeliest last, none where
    it is not told; `difference` by how much and `percent` by what share of the old (with `places` decimals).
    """

    span: Span
    direction: str
    before: Figure | None
    after: tuple[Figure, ...]
    difference: Figure | None
    percent: Figure | None
    places: int = 0

    def shifted(self, by: int) -> Shift:
        """The same change `by` code points further on."""
        told = {name: f.shifted(by) for name in ("before", "difference", "percent") if (f := getattr(self, name))}
        return replace(self, span=self.span.shifted(by), after=tuple(a.shifted(by) for a in self.after), **told)


@dataclass(frozen=True, slots=True)
class Progress:
    """Work to do, what was done of it and what is left, where told. `may_exceed` says that work carried over from
    before may be among what was done."""

    whole: Figure
    done: Figure
    left: Figure | None = None
    may_exceed: bool = False

    def shifted(self, by: int) -> Progress:
        """The same work `by` code points further on."""
        left = self.left.shifted(by) if self.left else None
        return replace(self, whole=self.whole.shifted(by), done=self.done.shifted(by), left=left)


@dataclass(frozen=True, slots=True)
class Survey:
    """Everything the grammar saw in the prose, in order; the claims are not judged yet.

    `breakdowns` have their total first, `sums` behind the parts; `hundreds` are percentages that make up the whole.
    """

    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    shares: tuple[Share, ...] = ()
    rates: tuple[Rate, ...] = ()
    changes: tuple[Change, ...] = ()
    sums: tuple[Breakdown, ...] = ()
    shifts: tuple[Shift, ...] = ()
    progress: tuple[Progress, ...] = ()
    hundreds: tuple[tuple[Figure, ...], ...] = ()
