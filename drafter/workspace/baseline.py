"""Findings that are known already: kept by content, so that edits elsewhere do not bring them back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.data.files import reason
from drafter.model.problem import Problem
from drafter.model.result import Outcome, Result, Suppressed
from drafter.workspace.write import write_atomically

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings by file and fingerprint. File names are relative to the folder of the list, where they can be."""

    path: Path
    files: Mapping[str, Counter[str]]

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

    def gone(self, outcomes: Sequence[Outcome]) -> int:
        """How many known findings of the files checked are no longer there."""
        pruned = self.pruned(outcomes)
        return sum(c.total() for c in self.files.values()) - sum(c.total() for c in pruned.files.values())

    def pruned(self, outcomes: Sequence[Outcome]) -> Baseline:
        """The list without what is no longer found; files that were not checked or not read stay as they are."""
        found = self.of(self.path, outcomes).files
        left = {name: (keys & found[name] if name in found else keys) for name, keys in self.files.items()}
        return Baseline(self.path, {name: keys for name, keys in left.items() if keys})

    @classmethod
    def of(cls, path: Path, outcomes: Sequence[Outcome]) -> Baseline:
        """All findings of outcomes, for a list to be kept at `path`."""
        empty = cls(path, {})
        files: dict[str, Counter[str]] = {}
        for outcome in outcomes:
            if isinstance(outcome, Result):
                keys = files.setdefault(empty._key(outcome), Counter())
                keys.update(d.fingerprint() for d in outcome.diagnostics)
        return cls(path, files)

    def _key(self, result: Result) -> str:
        file = Path(result.document.name)
        try:
            return file.resolve().relative_to(self.path.resolve().parent).as_posix()
        except ValueError:
            return file.name


def read_baseline(path: Path) -> Baseline:
    """Read a list. Raises Problem when it cannot be read or is something else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != _VERSION:
            raise ValueError
        files = {name: Counter({key: int(n) for key, n in keys.items()}) for name, keys in data["files"].items()}
    except OSError as error:
        raise Problem("baseline", f"已知问题清单 {path} 读不出来：{reason(error)}") from error
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise Problem("baseline", f"已知问题清单 {path} 不是 drafter 写的格式") from error
    return Baseline(path, files)


def write_baseline(baseline: Baseline) -> None:
    """Write a list, sorted so that versions compare well. Raises Problem when it cannot be written."""
    files = {name: dict(sorted(keys.items())) for name, keys in baseline.files.items()}
    text = json.dumps({"version": _VERSION, "files": files}, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(baseline.path, f"{text}\n".encode())
