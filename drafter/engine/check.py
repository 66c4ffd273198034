"""Runs the rules over a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from drafter.engine.facts import Gathered, facts_of, gather
from drafter.engine.memory import outline_of, tables_of
from drafter.engine.needs import Unmet
from drafter.engine.plan import needs_of, plan_of
from drafter.engine.protect import guarded
from drafter.engine.resources import Resources
from drafter.engine.settled import Settled
from drafter.engine.silence import Quieted, find_silencers, mask, quiet, widen
from drafter.model.claim import Claim
from drafter.model.config import Config
from drafter.model.diagnostic import Diagnostic
from drafter.model.document import Document
from drafter.model.facts import Facts
from drafter.model.problem import UnreadableInput
from drafter.model.result import Result, Skipped
from drafter.rules.base import Rule, diagnose
from drafter.rules.registry import all_rules, chosen


def check(document: Document, resources: Resources, config: Config) -> Result:
    """Check a document. A function of its arguments: no clock, no environment, no files.

    A rule that raises, itself or in the analysis it needs, is listed in `crashed`; the others still run.
    Raises UnreadableInput when the text is not a report (and `config.plain` is off), or only a blank form.
    """
    plan = plan_of(chosen(config.select, config.extend_select, config.ignore))
    silencers = find_silencers(document)
    facts = facts_of(mask(document, silencers), resources, config)
    if not config.plain:
        _refuse_other_texts(facts)
    run = _Run(facts, resources)
    run.paragraphs(plan.paragraphs, plan.codes)
    run.settling(plan.outline, resources.memory.outline, outline_of(facts))
    tables = tables_of(facts)
    run.settling(plan.tables, resources.memory.tables, tables)
    run.all(plan.everything, plan.needs)
    run.told(plan.claims, tables)
    found = guarded(run.diagnostics, document.text, (facts.agency, config.agency, config.region))
    quieted = quiet(found, widen(silencers, facts.report.tables), document.text, run.ran, all_rules())
    run.last(plan.last, document, quieted)
    return Result(
        document=document,
        report=None if config.plain else facts.report,
        diagnostics=_in_order(run.diagnostics),
        claims=run.claims,
        skipped=tuple(sorted(run.skipped, key=lambda s: s.code)),
        suppressed=quieted.suppressed,
        identities=resources.memory.sums(facts, tables),
        crashed=tuple(sorted(run.crashed)),
        form=facts.form,
    )


class _Run:
    """Runs rules over facts and keeps what they say, which ran, which could not and which raised."""

    def __init__(self, facts: Facts, resources: Resources) -> None:
        self._facts, self._resources, self._memory = facts, resources, resources.memory
        self._broken: Mapping[str, str] = {}
        self._unmet = Unmet(facts, self._no_store)
        self.claims: tuple[Claim, ...] = ()
        self.diagnostics: list[Diagnostic] = []
        self.skipped: list[Skipped] = []
        self.crashed: list[str] = []
        self.ran: set[str] = set()

    def paragraphs(self, rules: Sequence[Rule], codes: Sequence[str]) -> None:
        """Run rules that judge paragraphs one by one over those that are not known to be silent."""
        part = self._memory.part(self._facts, codes)
        if not part.open:
            self._settled(rules)
            return
        words = part.words()
        shown, silent = _parted(rules, lambda rule: rule.sign is None or rule.sign.search(words) is not None)
        gathered = gather(part.facts, self._resources, needs_of(shown))
        shown, idle = _parted(shown, lambda rule: _has_object(rule, gathered))
        self._settled([*silent, *idle])
        found = self._run(shown, gathered)
        found = [d for d in found if part.holds(d)]
        self.diagnostics += found
        if not self.crashed:
            self._memory.learn(part, found)

    def settling(self, rules: Sequence[Rule], known: Settled, basis: object) -> None:
        """Run rules that look at nothing but `basis`, but those known to be silent on it."""
        silent = known.on(basis)
        settled, open_ = _parted(rules, lambda r: r.code in silent)
        self._settled(settled)
        found = self._run(open_, Gathered(self._facts, {}))
        self.diagnostics += found
        known.learn(self.ran.intersection(r.code for r in rules) - {d.code for d in found})

    def all(self, rules: Sequence[Rule], needs: frozenset[str]) -> None:
        """Run rules over everything. What they and those that run after them need (`needs`) is gathered once."""
        gathered = gather(self._facts, self._resources, needs)
        self._facts, self._broken = gathered.facts, gathered.broken
        if self._facts.previous is not None or self._resources.store is not None:  # met now, or found to be damaged
            self._unmet = Unmet(self._facts, self._no_store)
        self.diagnostics += self._run(rules, gathered)

    def told(self, rules: Sequence[Rule], tables: object) -> None:
        """Run rules that go by the claims, but those known to be silent while what is told stays as it is."""
        claimed = self._memory.claimed
        silent = claimed.recall(self._facts, tables)
        settled, open_ = _parted(
            rules, lambda r: not _broken(r, self._broken) and (r.code in silent or bool(self._unmet.by(r)))
        )
        self._settled(settled)
        if not open_:
            self.claims = claimed.placed()
            return
        gathered = gather(self._facts, self._resources, needs_of(open_) & {"claims"})
        self.claims = gathered.facts.claims
        found = self._run(open_, Gathered(gathered.facts, {**self._broken, **gathered.broken}))
        self.diagnostics += found
        claimed.learn(self.ran.intersection(r.code for r in rules) - {d.code for d in found}, self.claims)

    def last(self, rules: Sequence[Rule], document: Document, quieted: Quieted) -> None:
        """Run rules on the requests for silence over the document as it stands, and take over what is left to say."""
        told = replace(self._facts, document=document, silencings=quieted.silencings)
        self.diagnostics = [*quieted.diagnostics, *self._run(rules, Gathered(told, {}))]

    @property
    def _no_store(self) -> str:
        """Why there is no store: one that is damaged may be found out while it is searched."""
        return self._resources.no_store if self._resources.store is None else str(self._resources.store.fault)

    def _settled(self, rules: Iterable[Rule]) -> None:
        """Note of rules that have nothing left to look at whether they could have run."""
        for rule in rules:
            if why := self._unmet.by(rule):
                self.skipped.append(Skipped(rule.code, why))
            else:
                self.ran.add(rule.code)

    def _run(self, rules: Iterable[Rule], gathered: Gathered) -> list[Diagnostic]:
        found: list[Diagnostic] = []
        for rule in rules:
            broken = _broken(rule, gathered.broken) if gathered.broken else ""
            if broken:
                self.crashed.append(f"{rule.code}：{broken}")
            elif why := self._unmet.by(rule):
                self.skipped.append(Skipped(rule.code, why))
            else:
                try:
                    told = list(diagnose(rule, gathered.facts))
                    found += _levelled(told, self._facts.config) if told else ()
                    self.ran.add(rule.code)
                except Exception as error:
                    self.crashed.append(f"{rule.code}：{type(error).__name__}: {error}")
        return found


def _parted(rules: Iterable[Rule], holds: Callable[[Rule], bool]) -> tuple[list[Rule], list[Rule]]:
    """The rules of which something holds, and the others."""
    both: tuple[list[Rule], list[Rule]] = ([], [])
    for rule in rules:
        both[not holds(rule)].append(rule)
    return both


def _has_object(rule: Rule, gathered: Gathered) -> bool:
    """Whether there is anything that a rule could speak of: many speak of nothing but what an analysis found."""
    if rule.needs == ("matches",):
        return bool(gathered.facts.matches) or "matches" in gathered.broken
    return True


def _broken(rule: Rule, broken: Mapping[str, str]) -> str:
    return next((broken[n] for n in rule.needs if n in broken), "")


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda d: (d.span.start, d.span.end, d.code)))


def _levelled(found: list[Diagnostic], config: Config) -> list[Diagnostic]:
    return [replace(d, severity=config.severity[d.code]) if d.code in config.severity else d for d in found]


def _refuse_other_texts(facts: Facts) -> None:
    report = facts.report
    kinds = {s.kind for s in report.sections}
    if len(kinds) < 2 and not report.tables:
        raise UnreadableInput(
            "not_a_report",
            "这不像政府信息公开工作年度报告：没有找到六个部分的标题（一、总体情况……六、其他需要报告的事项），"
            "也没有找到三张统计表；一般公文请加 --plain",
        )
    figures = [c for t in report.tables for c in t.cells if c.value is not None]
    prose = sum(len(span) for span in report.narrative)
    if len(report.tables) == 3 and not figures and prose < 400:
        raise UnreadableInput("blank_form", "这是空白表样：三张表都没有填数字，也没有正文；请填好以后再检查")
