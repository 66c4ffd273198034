"""Reads the statements of tests/cases/claims: a sentence, a tab, what it claims.

A claim is a cell, a relation and a number: `new=12`, `new>=60`, `new~100`, `new0` (none), `total*5` (all of five).
Cells of table three lack their `requests.` and, for the last column, their `.total`; `org(new)` is 法人或其他组织, the
five columns added; `decided(litigation)` all outcomes but the pending. An empty right side: the sentence claims nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "cases" / "claims"
KNOWN = FOLDER / "known_failures.tsv"

_COLUMNS = ("natural", "business", "research", "nonprofit", "legal", "other")
_SUMS = {
    "org": ("requests", _COLUMNS[1:]),
    "decided": ("review", ("upheld", "corrected", "other")),
}
_RELATIONS = {"=": "eq", ">=": "ge", "<=": "le", "~": "about", "*": "all"}
_CLAIM = re.compile(r"(?P<cell>.+?)(?:(?P<relation>>=|<=|=|~|\*)(?P<value>[\d.]*)|(?P<none>0))")

Said = tuple[str, str, Decimal | None]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and what it says about which cells; `reason` tells why it is a known failure."""

    sentence: str
    said: tuple[Said, ...]
    reason: str = ""


def read(path: Path) -> list[Case]:
    """The cases of a file."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sentence, said, *reason = line.split("\t")
            found.append(Case(sentence, tuple(sorted(map(_claim, said.split()), key=str)), "".join(reason)))
    return found


def _claim(text: str) -> Said:
    match = _CLAIM.fullmatch(text)
    if match is None:
        raise ValueError(f"not a claim: {text}")
    cell = "+".join(_address(part) for part in match["cell"].split("+"))
    if match["none"]:
        return cell, "none", Decimal(0)
    return cell, _RELATIONS[match["relation"]], Decimal(match["value"]) if match["value"] else None


def _address(short: str) -> str:
    match = re.fullmatch(r"(\w+)\((\w+)\)", short)
    if match:
        table, columns = _SUMS[match[1]]
        return "+".join(f"{table}.{match[2]}.{column}" for column in columns)
    if short.startswith(("review.", "disclosure.")):
        return short
    if short.startswith("processing_fee."):
        return "~" + short
    row, _, column = short.rpartition(".")
    whole = not row or column not in _COLUMNS or short == "other.other"
    return f"requests.{short}.total" if whole else f"requests.{short}"
