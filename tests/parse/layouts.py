"""The three tables written in every layout that drafts, web pages and word processors leave behind."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from drafter.data.form import form_for
from tests.support.make_figures import figures
from tests.support.make_html import table as html_table

Rows = list[list[str]]
Layout = Callable[[Rows], str]
Figures = Mapping[str, str]
FORM = form_for(2021)
ADDRESSES = tuple(a for t in FORM.tables for a in t.addresses())
HEADS = {s.kind: f"{s.number}、{s.title}" for s in FORM.sections}
TITLE = "云溪县青石镇人民政府2024年政府信息公开工作年度报告"
OVERVIEW = "2024年，青石镇做好政府信息公开工作。"
_GROUPS = {
    "refused": "（三）不予公开",
    "unavailable": "（四）无法提供",
    "unprocessed": "（五）不予处理",
    "other": "（六）其他处理",
}


def disclosure_rows(cells: Figures) -> Rows:
    """Table two; fields of merged cells are empty."""
    rows: Rows = []
    heads: list[str] = []
    for label in FORM.table("disclosure").labels:
        if label.role == "item":
            rows.append([label.text, "", "", ""])
        elif label.role in ("head", "column"):
            heads.append(label.text)
        else:
            if heads:
                rows.append([*heads, *[""] * (4 - len(heads))])
                heads = []
            values = [cells[f"disclosure.{label.key}.{c}"] for c in label.columns]
            rows.append([label.text, *values, *[""] * (3 - len(values))])
    return rows


def request_rows(cells: Figures) -> Rows:
    """Table three: three columns of labels, seven of figures."""
    table = FORM.table("requests")
    kinds = [c.key for c in table.columns()]
    names = [c.text for c in table.columns()]
    rows = [
        [f"（{table.corner}）", "", "", "申请人情况", *[""] * 6],
        ["", "", "", names[0], "法人或其他组织", "", "", "", "", names[-1]],
        ["", "", "", "", *names[1:-1], ""],
    ]
    seen: set[str] = set()
    for row in table.rows():
        group = row.key.split(".")[0] if "." in row.key else ""
        values = [cells[f"requests.{row.key}.{k}"] for k in kinds]
        first = "三、本年度办理结果" if row.key == "granted" else ""
        if row.number in ("一、", "二、", "四、"):
            labels = [row.number + row.text, "", ""]
        elif group:
            labels = [first, "" if group in seen else _GROUPS[group], row.number + row.text]
        else:
            labels = [first, row.number + row.text, ""]
        seen.add(group)
        rows.append([*labels, *values])
    return rows


def review_rows(cells: Figures) -> Rows:
    """Table four: one row of fifteen figures under three of heads."""
    table = FORM.table("review")
    names = [c.text for c in table.columns()]
    blank = [""] * 4
    return [
        ["行政复议", *blank, "行政诉讼", *blank, *blank, ""],
        [*names, "未经复议直接起诉", *blank, "复议后起诉", *blank],
        [*[""] * 5, *names, *names],
        [cells[a] for a in table.addresses()],
    ]


def tabbed(rows: Rows) -> str:
    """Tabs, with merged cells as empty fields."""
    return "\n".join("\t".join(row) for row in rows)


def ragged(rows: Rows) -> str:
    """Tabs, trailing ones lost."""
    return "\n".join("\t".join(row).rstrip("\t") for row in rows)


def packed(rows: Rows) -> str:
    """Tabs between what there is: merged cells leave nothing."""
    return "\n".join("\t".join(f for f in row if f) for row in rows)


def piped(rows: Rows) -> str:
    """Markdown with a rule under the first row."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])


def trailing_pipes(rows: Rows) -> str:
    """Pipes behind each field only."""
    return "\n".join("".join(f"{f}|" for f in row) for row in rows)


def stacked(rows: Rows) -> str:
    """One cell a line, empty ones left out."""
    return "\n".join(f for row in rows for f in row if f)


def spread(rows: Rows) -> str:
    """One cell a line, indented, blank lines between."""
    return "\n\n".join(f"  {f}" for row in rows for f in row if f)


def spaced(rows: Rows) -> str:
    """Columns by spaces, as text taken from a page."""
    return "\n".join("    ".join(f for f in row if f) for row in rows)


def glued(rows: Rows) -> str:
    """No separator at all."""
    return "".join(f for row in rows for f in row)


def half_glued(rows: Rows) -> str:
    """Some fields apart, some not."""
    return "".join(f + (" " if i % 3 else "") for row in rows for i, f in enumerate(row))


def gridded(rows: Rows) -> str:
    """A table of a web page."""
    return html_table(rows)


def lone_pipes(rows: Rows) -> str:
    """One cell a line with a pipe alone between rows."""
    return "\n|\n".join("\n".join(f for f in row if f) for row in rows)


def page_breaks(rows: Rows) -> str:
    """Pipes, with the heads and a page number once more in the middle, as converters repeat them."""
    half = len(rows) // 2
    if len(rows) < 20:
        return piped(rows)
    return "\n".join([piped(rows[:half]), "", "- 3 -", "", piped([*rows[:3], *rows[half:]])])


PLAIN: tuple[Callable[[Rows], str], ...] = (
    tabbed, ragged, packed, piped, trailing_pipes, stacked, spread, spaced, lone_pipes, page_breaks,
)  # fmt: skip
"""Text layouts in which every figure stands by itself."""


def parts(cells: Figures, layout: Layout) -> list[str]:
    """A small report about the tables, in pieces to be joined."""
    return [
        TITLE,
        HEADS["overview"],
        OVERVIEW,
        HEADS["disclosure"],
        layout(disclosure_rows(cells)),
        HEADS["requests"],
        layout(request_rows(cells)),
        HEADS["review"],
        layout(review_rows(cells)),
        HEADS["problems"],
        "更新偏慢，今后按月核对。",
        HEADS["other"],
        "未收取信息处理费。",
    ]


def any_figures(seed: int) -> dict[str, str]:
    """Figures that need not balance; the fee has decimals."""
    rng = random.Random(seed)
    cells = {a: str(rng.choice((0, 0, 0, 1, rng.randint(2, 99), rng.randint(100, 12345)))) for a in ADDRESSES}
    return cells | {"disclosure.fees.amount": f"{rng.randint(0, 5000) / 100:.2f}"}


def balanced_figures(seed: int) -> dict[str, str]:
    """Figures that fulfil every equation of the form."""
    return {a: str(v) for a, v in figures(FORM, random.Random(seed), busy=0.8).items() if v is not None}
