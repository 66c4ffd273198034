"""All a rule may look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from drafter.model.balance import Balances
from drafter.model.claim import Claim, Survey
from drafter.model.config import Config
from drafter.model.document import Document, Silencer
from drafter.model.form import Form
from drafter.model.prose import Prose, Sentence
from drafter.model.report import Report
from drafter.model.span import Span


@lru_cache(maxsize=2)
def lined(text: str) -> str:
    """A text, offset for offset, with every line break ending in LF alone."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Previous:
    """Last year's report of the same agency. `origin` says where it comes from, for the user."""

    document: Document
    report: Report
    claims: tuple[Claim, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Match:
    """A hit of a lexicon row. `row` is the row's key (`list:id`), `span` the wrong words, `right` what to write (empty:
    it depends; `a／b`: a choice). `safety` is that of replacing, `others` are further places that belong to the hit."""

    row: str
    span: Span
    right: str
    severity: str = "warning"
    reason: str = ""
    code: str = ""
    safety: str = "unsafe"
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Suspect:
    """A suspected wrong character or word. `others` are further places of the same pair in the text."""

    span: Span
    wrong: str
    right: str
    score: float
    kind: str
    others: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Echo:
    """A passage of the draft that stands in a past report too. `text` is the other wording, `score` 0..100 the
    likeness, `agencies` how many agencies of the corpus use it (the boilerplate measure)."""

    span: Span
    text: str
    score: float
    agency: str
    year: int | None
    section: str
    agencies: int
    same_agency: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """A topic that most reports of the agency's kind tell and this one does not. `span` is where it would belong."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Silencing:
    """A request for silence and what came of it: codes that silenced nothing though their rules ran, and codes that no
    rule has, each with the nearest known one (or an empty string)."""

    silencer: Silencer
    unused: tuple[str, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What analysis found out about a document. Fields a rule did not ask for in `needs` may be empty.

    `prose` is what there is to be looked at, `balances` are the sums of the tables. `survey` holds the figures of the
    prose, `claims` those among them that were judged. `echoes` come from the corpus. `silencings` are known only to the
    rules that ask for them: these run after all others.
    """

    document: Document
    prose: Prose
    config: Config
    form: Form
    report: Report = field(default_factory=Report)
    claims: tuple[Claim, ...] = ()
    matches: tuple[Match, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    echoes: tuple[Echo, ...] = ()
    missing: tuple[Missing, ...] = ()
    previous: Previous | None = None
    silencings: tuple[Silencing, ...] = ()
    survey: Survey = field(default_factory=Survey)
    balances: Balances = field(default_factory=lambda: Balances(Report(), ()))

    @property
    def text(self) -> str:
        """The source text."""
        return self.document.text

    @property
    def lined(self) -> str:
        """The source text, offset for offset, with every line break ending in LF alone: for patterns with ^ and $."""
        return lined(self.text)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the prose."""
        return self.prose.sentences

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines of the prose."""
        return self.prose.paragraphs

    @property
    def year(self) -> int | None:
        """The year reported on: the user's word, or the title's."""
        return self.config.year or self.report.year

    @property
    def agency(self) -> str:
        """The agency: the user's word, or the title's."""
        return self.config.agency or self.report.agency
