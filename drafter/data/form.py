"""templates/<year>/form.toml as a Form."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from drafter.data.resources import resource_dir
from drafter.data.toml import Rows
from drafter.model.form import Form, FormLabel, FormSection, FormTable, Identity

_SECTION_KEYS = frozenset({"kind", "number", "title", "aliases", "old"})
_LABEL_KEYS = frozenset(
    {"key", "number", "text", "aliases", "group", "name", "columns", "item", "head", "row", "column"}
)
_TABLE_NAMES = {"disclosure": "表二", "requests": "表三", "review": "表四"}


@lru_cache(maxsize=1)
def load_forms() -> tuple[Form, ...]:
    """Every form, newest first. Raises BadData."""
    folders = sorted(resource_dir("templates").glob("*/form.toml"), reverse=True)
    return tuple(load_form(path) for path in folders)


def form_for(year: int | None) -> Form:
    """The form that reports on `year` must follow; the newest where the year is unknown."""
    forms = load_forms()
    for form in forms:
        if year is not None and form.first_year <= year <= (form.last_year or year):
            return form
    return forms[0]


def load_form(path: Path) -> Form:
    """Read and validate one form. Raises BadData naming file and line."""
    rows = Rows(path)
    data = rows.data
    tables = tuple(_table(rows, kind, data["tables"][kind]) for kind in _TABLE_NAMES)
    identities = tuple(chain.from_iterable(_identities(rows, row, tables) for row in data["identities"]))
    return Form(
        year=data["year"],
        first_year=data["first_year"],
        last_year=data.get("last_year"),
        basis=data["basis"],
        sections=tuple(_section(rows, row) for row in data["sections"]),
        subsections=tuple(_section(rows, row) for row in data["subsections"]),
        tables=tables,
        identities=identities,
        names=_names(tables),
    )


def _section(rows: Rows, row: dict[str, Any]) -> FormSection:
    rows.check_keys(row, _SECTION_KEYS, frozenset({"kind", "title"}))
    return FormSection(
        kind=row["kind"],
        number=row.get("number", ""),
        title=row["title"],
        aliases=tuple(row.get("aliases", ())),
        old=tuple(row.get("old", ())),
    )


def _label(rows: Rows, row: dict[str, Any], role: str = "") -> FormLabel:
    rows.check_keys(row, _LABEL_KEYS, frozenset())
    role = role or next(r for r in ("item", "head", "row") if r in row)
    text = row.get("text") or row[role]
    key = row.get("key", row.get("column", ""))
    if "column" in row:
        role = "column"
    return FormLabel(
        role=role,
        text=text,
        key=key,
        number=row.get("number", ""),
        aliases=tuple(row.get("aliases", ())),
        group=row.get("group", ""),
        name=row.get("name", text),
        columns=tuple(row.get("columns", ())),
    )


def _table(rows: Rows, kind: str, data: dict[str, Any]) -> FormTable:
    labels = [_label(rows, row) for row in data.get("sequence", ())]
    labels += [_label(rows, row, "head") for row in data.get("heads", ())]
    labels += [_label(rows, row, "column") for row in data.get("columns", ())]
    labels += [_label(rows, row, "row") for row in data.get("rows", ())]
    table = FormTable(kind, data["name"], tuple(labels), data.get("corner", ""))
    addresses = table.addresses()
    for address in addresses:
        if addresses.count(address) > 1:
            raise rows.bad(address.split(".")[1], f"单元格 {address} 出现两次")
    return table


def _identities(rows: Rows, row: dict[str, Any], tables: tuple[FormTable, ...]) -> list[Identity]:
    table = next(t for t in tables if t.kind == row["table"])
    row_keys = [r.key for r in table.rows()]
    left, right = _expand(rows, row["left"], row_keys), _expand(rows, row["right"], row_keys)
    if row["each"] == "column":
        return [
            Identity(
                row["code"],
                table.kind,
                column.name,
                tuple(f"{table.kind}.{key}.{column.key}" for key in left),
                tuple(f"{table.kind}.{key}.{column.key}" for key in right),
            )
            for column in table.columns()
        ]
    return [
        Identity(
            row["code"],
            table.kind,
            label.name,
            tuple(f"{table.kind}.{label.key}.{key}" for key in row["left"]),
            tuple(f"{table.kind}.{label.key}.{key}" for key in row["right"]),
        )
        for label in table.rows()
    ]


def _expand(rows: Rows, keys: list[str], row_keys: list[str]) -> list[str]:
    found: list[str] = []
    for key in keys:
        if key.endswith(".*"):
            found += [k for k in row_keys if k.startswith(key[:-1])]
        else:
            found.append(key)
    return found


def _names(tables: tuple[FormTable, ...]) -> dict[str, str]:
    names: dict[str, str] = {}
    for table in tables:
        columns = {label.key: label.name for label in table.columns()}
        for row in table.rows():
            for key in table.columns_of(row):
                names[f"{table.kind}.{row.key}.{key}"] = f"{table.name}“{row.name}·{columns[key]}”"
        for group in (label for label in table.labels if label.group and not label.key):
            for key, column in columns.items():
                names[f"{table.kind}.{group.group}.{key}"] = f"{table.name}“{group.name}·{column}”（各项之和）"
    for key, column in {label.key: label.name for label in tables[1].columns()}.items():
        names[f"requests.handled.{key}"] = f"表三“办理结果总计·{column}”"
    for key, column in {label.key: label.name for label in tables[2].columns()}.items():
        names[f"review.litigation.{key}"] = f"表四“行政诉讼·{column}”（两组之和）"
    return names
