"""Findings that are known already: kept by content, so that edits elsewhere do not bring them back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from drafter.model.problem import Problem
from drafter.model.result import Outcome, Result, Suppressed

_VERSION = 1


def apply_baseline(
    outcomes: Sequence[tuple[Outcome, bytes]], known: str | None, write: str | None
) -> list[tuple[Outcome, bytes]]:
    """Move findings listed in the file `known` to `suppressed`; write all findings to the file `write`.

    Raises Problem when a file cannot be read or written.
    """
    result = list(outcomes)
    if known:
        counts = _load(Path(known))
        result = [(_filter(o, counts.get(_name(o), Counter())), d) for o, d in result]
    if write:
        _save(Path(write), [o for o, _ in outcomes])
    return result


def _name(outcome: Outcome) -> str:
    return Path(outcome.document.name if isinstance(outcome, Result) else outcome.name).name


def _filter(outcome: Outcome, counts: Counter[str]) -> Outcome:
    if not isinstance(outcome, Result):
        return outcome
    left = Counter(counts)
    kept, old = [], []
    for diagnostic in outcome.diagnostics:
        key = diagnostic.fingerprint()
        if left[key] > 0:
            left[key] -= 1
            old.append(Suppressed(diagnostic, "baseline", "已知问题清单"))
        else:
            kept.append(diagnostic)
    return replace(outcome, diagnostics=tuple(kept), suppressed=(*outcome.suppressed, *old))


def _load(path: Path) -> dict[str, Counter[str]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {name: Counter(keys) for name, keys in data["files"].items()}
    except OSError as error:
        raise Problem("baseline", f"已知问题清单 {path} 读不出来：{error.strerror}") from error
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise Problem("baseline", f"已知问题清单 {path} 不是 drafter 写的格式") from error


def _save(path: Path, outcomes: Sequence[Outcome]) -> None:
    files = {
        _name(o): dict(sorted(Counter(d.fingerprint() for d in o.diagnostics).items()))
        for o in outcomes
        if isinstance(o, Result)
    }
    try:
        path.write_text(
            json.dumps({"version": _VERSION, "files": files}, ensure_ascii=False, indent=1, sort_keys=True) + "\n",
            encoding="utf-8",
        )
    except OSError as error:
        raise Problem("baseline", f"已知问题清单 {path} 写不进去：{error.strerror}") from error
