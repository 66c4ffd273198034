"""Loads lexicons/wording/, lexicons/terms/ and lexicons/citations/ into validated rows.

A list is a tab-separated file: a header of column names, then one row a line; lines that begin with `#` are comments.
Whatever is wrong with a row is a BadData that names file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from drafter.data.resources import resource_dir
from drafter.model.diagnostic import Safety, Severity
from drafter.model.problem import BadData

_SEVERITIES = frozenset(s.value for s in Severity)
_SAFETIES = frozenset(s.value for s in Safety)
_BOUNDARIES = frozenset({"", "word", "start", "end"})
_YEARS = re.compile(r"(\d{4})?-(\d{4})?")
_CODE = re.compile(r"[A-Z]\d{3}")

WORDING_COLUMNS = (
    "code", "pattern", "right", "guard", "boundary", "years", "severity", "fix", "reason", "basis", "bad", "good",
)  # fmt: skip
TERM_COLUMNS = ("term", "unless", "basis")
CITATION_COLUMNS = ("number", "title", "date", "status", "basis")
LAW_COLUMNS = ("title", "note", "basis")


@dataclass(frozen=True, slots=True)
class Row:
    r"""A wrong wording and what to write instead.

    `patterns` are literals of which every hit holds one. `guard` is a regular expression around it, empty when
    the literal alone decides; its group `w`, if it has one, is the wrong part. `right` replaces the wrong part and may
    refer to the guard's groups (`\g<1>`); it is empty when the remedy depends on the facts, and `a／b` names a choice.
    `boundary` asks for token boundaries: `word` on both sides, `start` or `end` on one. `first_year` and `last_year`
    bound the report years. `fix` is the safety of replacing. `bad` (wrong part in ⟦ ⟧) and `good` are examples.
    """

    key: str
    code: str
    patterns: tuple[str, ...]
    right: str
    guard: str
    boundary: str
    first_year: int
    last_year: int
    severity: str
    fix: str
    reason: str
    basis: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    where: str

    @property
    def bounded_by_year(self) -> bool:
        """Whether the row holds for some report years only."""
        return self.first_year > 0 or self.last_year < 9999


@dataclass(frozen=True, slots=True)
class Term:
    """A fixed term as its words; a spelling that lacks a character or swaps two is a slip, but for those of `unless`,
    which official prose does use."""

    words: tuple[str, ...]
    unless: frozenset[str]
    basis: str

    @property
    def text(self) -> str:
        """The term as written."""
        return "".join(self.words)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document and its 文号. `date` is ISO, as far as known; `status` says whether it is in force."""

    number: str
    title: str
    date: str
    status: str
    basis: str


@dataclass(frozen=True, slots=True)
class Law:
    """The official title of a law or regulation, without 《》."""

    title: str
    note: str
    basis: str


@dataclass(frozen=True, slots=True, eq=False)
class Lexicons:
    """All lists. Compared by identity, so that what is built from them can be kept."""

    rows: tuple[Row, ...]
    terms: tuple[Term, ...]
    citations: tuple[Citation, ...]
    laws: tuple[Law, ...]
    single: str


@lru_cache(maxsize=1)
def load_lexicons() -> Lexicons:
    """The lists of the package. Their guards, which the tests have compiled, are compiled when first needed.

    Raises BadData where a row is broken.
    """
    return read_lexicons(resource_dir("lexicons"), compile_guards=False)


def read_lexicons(folder: Path, *, compile_guards: bool = True) -> Lexicons:
    """The lists below `folder`: wording/, terms/ and citations/. Raises BadData with file and line."""
    rows: dict[str, Row] = {}
    for path in sorted((folder / "wording").glob("*.tsv")):
        for where, cells in _cells(path, WORDING_COLUMNS):
            row = _row(path.stem, where, cells)
            if compile_guards:
                _compile(where, row.guard)
            if row.key in rows:
                raise BadData(where, f"与 {rows[row.key].where} 重复：{row.key}")
            rows[row.key] = row
    terms: dict[str, Term] = {}
    for path in sorted((folder / "terms").glob("*.tsv")):
        for where, cells in _cells(path, TERM_COLUMNS):
            term = _term(where, cells)
            if term.text in terms:
                raise BadData(where, f"重复：{term.text}")
            terms[term.text] = term
    return Lexicons(tuple(rows.values()), tuple(terms.values()), _citations(folder), _laws(folder), _single(folder))


def _citations(folder: Path) -> tuple[Citation, ...]:
    found: dict[str, Citation] = {}
    for path in sorted((folder / "citations").glob("numbers*.tsv")):
        for where, cells in _cells(path, CITATION_COLUMNS):
            _filled(where, cells, ("number", "title", "status", "basis"))
            if cells["number"] in found:
                raise BadData(where, f"重复：{cells['number']}")
            found[cells["number"]] = Citation(**cells)
    return tuple(found.values())


def _laws(folder: Path) -> tuple[Law, ...]:
    found: dict[str, Law] = {}
    for path in sorted((folder / "citations").glob("laws*.tsv")):
        for where, cells in _cells(path, LAW_COLUMNS):
            _filled(where, cells, ("title", "basis"))
            if cells["title"] in found:
                raise BadData(where, f"重复：{cells['title']}")
            found[cells["title"]] = Law(**cells)
    return tuple(found.values())


def _single(folder: Path) -> str:
    """The characters that official prose never doubles."""
    path = folder / "terms" / "single.txt"
    if not path.exists():
        return ""
    found = "".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    if len(set(found)) != len(found):
        raise BadData(f"{path.name}:1", "有字重复")
    return found


def _cells(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where, parts = f"{path.name}:{number}", line.split("\t")
        if header is None:
            header = _header(where, parts, columns)
        elif len(parts) != len(header):
            raise BadData(where, f"应有 {len(header)} 列，实有 {len(parts)} 列")
        else:
            yield where, dict(zip(header, (part.strip() for part in parts), strict=True))


def _header(where: str, parts: list[str], columns: tuple[str, ...]) -> list[str]:
    for name in parts:
        if name not in columns:
            raise BadData(where, f"不认识的列“{name}”，可用的列：{'、'.join(columns)}")
    for name in columns:
        if name not in parts:
            raise BadData(where, f"缺少列“{name}”")
    return parts


def _filled(where: str, cells: Mapping[str, str], names: tuple[str, ...]) -> None:
    for name in names:
        if not cells[name]:
            raise BadData(where, f"“{name}”不能为空")


def _one_of(where: str, cells: Mapping[str, str], name: str, allowed: frozenset[str]) -> None:
    if cells[name] not in allowed:
        raise BadData(where, f"“{name}”应为 {'、'.join(sorted(allowed - {''}))} 之一，实为“{cells[name]}”")


def _row(list_name: str, where: str, cells: dict[str, str]) -> Row:
    _filled(where, cells, ("code", "pattern", "severity", "fix", "reason", "basis", "bad", "good"))
    if not all(_parts(cells["pattern"])):
        raise BadData(where, "“pattern”里有空的一项")
    _one_of(where, cells, "severity", _SEVERITIES)
    _one_of(where, cells, "fix", _SAFETIES)
    _one_of(where, cells, "boundary", _BOUNDARIES)
    if not _CODE.fullmatch(cells["code"]):
        raise BadData(where, f"“code”应为一个字母加三位数字，实为“{cells['code']}”")
    if cells["right"] == cells["pattern"]:
        raise BadData(where, "“right”与“pattern”相同")
    first, last = _years(where, cells["years"])
    return Row(
        key=f"{list_name}:{cells['guard'] or cells['pattern']}",
        code=cells["code"],
        patterns=_parts(cells["pattern"]),
        right=cells["right"],
        guard=cells["guard"],
        boundary=cells["boundary"],
        first_year=first,
        last_year=last,
        severity=cells["severity"],
        fix=cells["fix"],
        reason=cells["reason"],
        basis=cells["basis"],
        bad=_parts(cells["bad"]),
        good=_parts(cells["good"]),
        where=where,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("｜"))


def _compile(where: str, guard: str) -> None:
    try:
        re.compile(guard)
    except re.error as error:
        raise BadData(where, f"正则表达式“{guard}”有误：{error}") from error


def _years(where: str, text: str) -> tuple[int, int]:
    if not text:
        return 0, 9999
    found = _YEARS.fullmatch(text)
    if not found or text == "-":
        raise BadData(where, f"“years”应写成 2021-、-2023 或 2021-2023，实为“{text}”")
    return int(found[1] or 0), int(found[2] or 9999)


def _term(where: str, cells: dict[str, str]) -> Term:
    _filled(where, cells, ("term", "basis"))
    words = tuple(cells["term"].split())
    if len("".join(words)) < 4:
        raise BadData(where, f"术语至少四个字：{cells['term']}")
    return Term(words, frozenset(cells["unless"].split()), cells["basis"])
