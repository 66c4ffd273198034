"""What a rule is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from drafter.model.diagnostic import Diagnostic, Fix, Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span

MOST_RELATED = 20
"""Places that a finding which stands for several names beside its own; its fix, where it has one, names them all."""

PLAIN_NEEDS = frozenset({"sentences", "matches", "suspects", "silencings"})
"""Needs that any official prose meets: rules that ask for no more run under `--plain` too."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A text a rule is tried on.

    `text` alone is plain prose. Otherwise a small correct report of a fictional agency is composed and changed:
    `title`, `preamble`, `sections` (kind to body text), `cells` (address to cell text), `lines` (old text to new text,
    anywhere in
    the composed report). `previous` are changes that make last year's report from the same base, `reject` the user's
    list of unwanted words. ⟦ ⟧ in any changed text mark where the finding must be; they are taken out before checking.
    """

    text: str = ""
    title: str = ""
    preamble: str = ""
    sections: dict[str, str] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    previous: Sample | None = None
    year: int = 2024
    reject: tuple[str, ...] = ()


class Bad(Sample):
    """A sample on which the rule must speak, once for every ⟦mark⟧, exactly there."""

    __slots__ = ()


class Good(Sample):
    """A sample on which the rule must be silent."""

    __slots__ = ()


Check = Callable[[Facts], Iterable["Finding"]]
Reach = Literal["document", "outline", "claims", "tables", "paragraph"]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A rule's declaration. Compared and hashed by identity.

    `code` and `name` are frozen once released. `summary` is one Chinese line; the module's docstring is the page that
    `drafter explain` prints. `needs` names what must be there for the rule to run: `report`, `sections`,
    `section.<kind>`, `tables.<kind>`, `claims`, `sentences`, `matches`, `suspects`, `silencings`, `previous`,
    `corpus`, `topics`, `year`, `agency`. A rule whose needs are unmet is reported as skipped. `basis` are law,
    standard or circular with article.
    `first_year` and `last_year` bound the report years it is for. `reach` says how much of the text a finding depends
    on beside the title's year and agency: all of it, its outline (title, preamble, period and section headings), the
    paragraphs that claims are made of with the tables (and last year's report), the tables and their sections alone, or
    one paragraph and what stands right around it. The nearer, the less has to be judged again while the draft is being
    written.
    `sign`, for rules that judge paragraphs: what every paragraph they speak of holds, white space left out and figures
    folded; where none holds it they need not run. It should begin with characters or a set of them, which `re` finds
    quickly.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    basis: tuple[str, ...]
    needs: tuple[str, ...]
    check: Check
    examples: tuple[Sample, ...]
    since: str = "0.1.0"
    first_year: int = 0
    last_year: int = 9999
    default: bool = True
    reach: Reach = "document"
    sign: re.Pattern[str] | None = None

    @property
    def plain(self) -> bool:
        """Whether it needs no report."""
        return PLAIN_NEEDS.issuperset(self.needs)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule's `check` yields; its declaration fills in the rest of the diagnostic."""

    span: Span
    message: str
    related: tuple[Related, ...] = ()
    cell: str = ""
    expected: str | int | float | None = None
    actual: str | int | float | None = None
    fix: Fix | None = None
    severity: Severity | None = None


def diagnose(rule: Rule, facts: Facts) -> Iterator[Diagnostic]:
    """Run `rule` and complete its findings. Whatever the rule raises goes through."""
    for found in rule.check(facts):
        section = facts.report.section_at(found.span.start)
        yield Diagnostic(
            code=rule.code,
            name=rule.name,
            severity=found.severity or rule.severity,
            span=found.span,
            message=found.message,
            related=found.related,
            cell=found.cell,
            expected=found.expected,
            actual=found.actual,
            fix=found.fix,
            basis=rule.basis,
            excerpt=found.span.of(facts.text)[:120],
            section=section.kind if section else "",
        )
