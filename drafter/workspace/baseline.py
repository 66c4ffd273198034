"""Findings that are known already: kept by content, so that edits elsewhere do not bring them back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from drafter.data.files import reason
from drafter.model.problem import Problem
from drafter.model.result import Outcome, Result, Suppressed
from drafter.workspace.write import write_atomically

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings by file and fingerprint. File names are relative to the folder of the list, where they can be.

    `codes` tells which rule a fingerprint is of; lists written by earlier versions do not say.
    """

    path: Path
    files: Mapping[str, Counter[str]]
    codes: Mapping[str, str] = field(default_factory=dict)

    def quiet(self, outcome: Outcome) -> Outcome:
        """The outcome with known findings moved to `suppressed`, each as often as the list has it."""
        if not isinstance(outcome, Result):
            return outcome
        left = Counter(self.files.get(self._key(outcome), ()))
        kept, old = [], []
        for diagnostic in outcome.diagnostics:
            key = diagnostic.fingerprint()
            if left[key] > 0:
                left[key] -= 1
                old.append(Suppressed(diagnostic, "baseline", "已知问题清单"))
            else:
                kept.append(diagnostic)
        return replace(outcome, diagnostics=tuple(kept), suppressed=(*outcome.suppressed, *old))

    def gone(self, outcomes: Sequence[Outcome], rules: Collection[str]) -> int:
        """How many known findings of the files checked are no longer there; see `pruned`."""
        pruned = self.pruned(outcomes, rules)
        return sum(c.total() for c in self.files.values()) - sum(c.total() for c in pruned.files.values())

    def pruned(self, outcomes: Sequence[Outcome], rules: Collection[str]) -> Baseline:
        """The list without what is no longer found. Files that were not checked or not read stay as they are, and so
        does what only a rule finds that was not among `rules`, the codes chosen, or could not run."""
        found = self.of(self.path, outcomes).files
        ran = {self._key(o): _ran(o, rules) for o in outcomes if isinstance(o, Result)}
        left: dict[str, Counter[str]] = {}
        for name, keys in self.files.items():
            idle = {k for k in keys if name not in ran or self.codes.get(k, "") not in ran[name]}
            kept = {k: n if k in idle else min(n, found[name][k]) for k, n in keys.items()}
            left[name] = +Counter(kept)
        return replace(self, files={name: keys for name, keys in left.items() if keys})

    @classmethod
    def of(cls, path: Path, outcomes: Sequence[Outcome]) -> Baseline:
        """All findings of outcomes, for a list to be kept at `path`."""
        empty = cls(path, {})
        files: dict[str, Counter[str]] = {}
        codes: dict[str, str] = {}
        for outcome in outcomes:
            if isinstance(outcome, Result):
                keys = files.setdefault(empty._key(outcome), Counter())
                keys.update(d.fingerprint() for d in outcome.diagnostics)
                codes |= {d.fingerprint(): d.code for d in outcome.diagnostics}
        return cls(path, files, codes)

    def _key(self, result: Result) -> str:
        file = Path(result.document.name)
        try:
            return file.resolve().relative_to(self.path.resolve().parent).as_posix()
        except ValueError:
            return file.name


def _ran(result: Result, rules: Collection[str]) -> frozenset[str]:
    """Codes of the rules that looked at a file, and the empty one for a finding whose rule is not known."""
    idle = {s.code for s in result.skipped} | {crash.split("：")[0] for crash in result.crashed}
    return frozenset({"", *rules}) - idle


def read_baseline(path: Path) -> Baseline:
    """Read a list. Raises Problem when it cannot be read or is something else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise ValueError
        files = {name: Counter({key: int(n) for key, n in keys.items()}) for name, keys in data["files"].items()}
        codes = {key: str(code) for key, code in data.get("codes", {}).items()}
    except OSError as error:
        raise Problem("baseline", f"已知问题清单 {path} 读不出来：{reason(error)}") from error
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise Problem("baseline", f"已知问题清单 {path} 不是 drafter 写的格式") from error
    return Baseline(path, files, codes)


def write_baseline(baseline: Baseline) -> None:
    """Write a list, sorted so that versions compare well. Raises Problem when it cannot be written."""
    files = {name: dict(sorted(keys.items())) for name, keys in baseline.files.items()}
    codes = {key: baseline.codes[key] for keys in files.values() for key in keys if key in baseline.codes}
    data = {"version": _VERSION, "files": files, "codes": codes}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(baseline.path, f"{text}\n".encode())
