"""Tables as converters write them: HTML inside a text, Markdown with escapes and line breaks, bullets, LaTeX."""

from __future__ import annotations

import re

from tests.parse.layouts import Rows


def html_inside(rows: Rows) -> str:
    """HTML on one line; merged cells leave nothing."""
    made = "".join(
        "<tr>" + "".join(f'<td rowspan="1" colspan="2">{f}</td>' for f in row if f) + "</tr>" for row in rows
    )
    return f'<table border="1" cellpadding="0">{made}</table>'


def html_lines(rows: Rows) -> str:
    """HTML, a tag a line."""
    made = "\n".join(
        "<tr>\n" + "\n".join(f'<td style="width:20px">{f}</td>' for f in row if f) + "\n</tr>" for row in rows
    )
    return f"<table>\n<tbody>\n{made}\n</tbody>\n</table>"


def html_blanks(rows: Rows) -> str:
    """HTML, merged cells as empty ones, words in paragraphs."""
    return (
        "<table>"
        + "\n".join("<tr>" + "".join(f"<td><p>{f}</p></td>" for f in row) + "</tr>" for row in rows)
        + "</table>"
    )


def escaped(rows: Rows) -> str:
    r"""Pipes, with `1\.` for 1."""
    return "\n".join("| " + " | ".join(re.sub(r"^(\d)\.(?=\D)", r"\1\\.", f) for f in row) + " |" for row in rows)


def broken(rows: Rows) -> str:
    """Pipes, long cells broken by tags."""
    return "\n".join("| " + " | ".join(f"{f[:6]}<br>{f[6:]}" if len(f) > 8 else f for f in row) + " |" for row in rows)


def bold(rows: Rows) -> str:
    """Pipes, all in bold."""
    return "\n".join("| " + " | ".join(f"**{f}**" if f else "" for f in row) + " |" for row in rows)


def bullets(rows: Rows) -> str:
    """A list item a row."""
    return "\n".join("- " + " ".join(f for f in row if f) for row in rows)


def latex(rows: Rows) -> str:
    """Rows of a LaTeX table."""
    return "\n".join(" & ".join(row) + r" \\" + "\n\\hline" for row in rows)


def repeated(rows: Rows) -> str:
    """Tabs, with what stands in a merged cell said in each of its places."""
    lines = []
    for row in rows:
        said: list[str] = []
        for field in row:
            said.append(field or (said[-1] if said else ""))
        lines.append("\t".join(said))
    return "\n".join(lines)


def boxed(rows: Rows) -> str:
    """Drawn with lines."""
    rule = "├" + "┼".join("──────" for _ in rows[0]) + "┤"
    return "\n".join(line for row in rows for line in (rule, "│ " + " │ ".join(row) + " │"))


def wide(rows: Rows) -> str:
    """Ideographic spaces between columns."""
    return "\n".join("　　".join(f for f in row if f) for row in rows)


CONVERTED = (
    html_inside, html_lines, html_blanks, escaped, broken, bold, bullets, latex, repeated, boxed, wide,
)  # fmt: skip
