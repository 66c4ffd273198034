"""Random figures for the three tables that fulfil every equation of the form; no 规章, which few agencies may make."""

from __future__ import annotations

import random
from decimal import Decimal

from drafter.model.form import Form

SUMS = ("T302", "T303", "T401")


def figures(form: Form, rng: random.Random, *, busy: float = 0.5) -> dict[str, Decimal | None]:
    """Figures by address. `busy` is the share of tables with applications; the more, the more results occur."""
    cells = {a: Decimal(0) for kind in ("disclosure", "requests", "review") for a in form.table(kind).addresses()}
    table = form.table("requests")
    results = [r.key for r in table.rows() if r.key not in ("new", "carried_in", "total", "carried_out")]
    columns = [c.key for c in table.columns() if c.key != "total"]
    if rng.random() < busy:
        for _ in range(rng.choice((1, 1, 2, 3, 8, 40))):
            column = rng.choice((*["natural"] * 4, *columns))
            count = rng.choice((1, 1, 2, 5, 17))
            cells[f"requests.{rng.choice(('new', 'new', 'new', 'carried_in'))}.{column}"] += count
            cells[f"requests.{rng.choice((*results, 'granted', 'granted', 'carried_out'))}.{column}"] += count
    for address in form.table("review").addresses():
        if not address.endswith(".total") and rng.random() < 0.12 * busy:
            cells[address] += rng.choice((1, 1, 2, 6))
    for address in form.table("disclosure").addresses():
        if rng.random() < 0.4 and "regulations" not in address:
            cells[address] += rng.choice((1, 2, 4, 35, 1204))
    for row in ("regulations", "normative"):
        made = cells[f"disclosure.{row}.made"]
        cells[f"disclosure.{row}.valid"] += max(made - cells[f"disclosure.{row}.repealed"], Decimal(0))
    if rng.random() < 0.3:
        cells["disclosure.fees.amount"] = Decimal(rng.randint(1, 99999)) / 100
    _sum_up(cells, form)
    return dict(cells)


def _sum_up(cells: dict[str, Decimal], form: Form) -> None:
    for row in form.table("requests").rows():
        if row.key != "total":
            columns = [c.key for c in form.table("requests").columns()]
            cells[f"requests.{row.key}.total"] = sum(
                (cells[f"requests.{row.key}.{c}"] for c in columns[:-1]), Decimal(0)
            )
    for identity in form.identities:
        if identity.code in SUMS and len(identity.left) == 1:
            cells[identity.left[0]] = sum((cells[a] for a in identity.right), Decimal(0))
