"""What a draft says follows from its tables, and what nobody told it stays open."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from decimal import Decimal

import pytest
from rapidfuzz import fuzz

from drafter.analyse.claims import find_claims, judge
from drafter.compose.assemble import Request, compose
from drafter.compose.draft import OPEN, Draft
from drafter.compose.tables import blank_cells
from drafter.compose.text import as_text
from drafter.data.form import form_for
from drafter.data.narrative import load_narrative
from drafter.engine import Resources, check
from drafter.model.claim import Claim
from drafter.model.config import Config
from drafter.model.diagnostic import Severity
from drafter.parse.report import parse_report
from drafter.read.text import text_document
from tests.support.make_drafts import AGENCIES, YEAR, agency, draft, drafts
from tests.support.make_figures import figures

FORM = form_for(YEAR)


def claims(found: Draft) -> tuple[Claim, ...]:
    document = text_document(as_text(found), "草稿.txt")
    report = parse_report(document, (FORM,))
    return judge(find_claims(document.text, report, FORM, YEAR), report, FORM)


def with_cells(**changes: int) -> dict[str, Decimal | None]:
    """All zero but the named cells; double underscores stand for dots."""
    cells: dict[str, Decimal | None] = dict.fromkeys(blank_cells(FORM), Decimal(0))
    return cells | {name.replace("__", "."): Decimal(value) for name, value in changes.items()}


def prose(
    cells: dict[str, Decimal | None], name: str = AGENCIES[0], last: dict[str, Decimal | None] | None = None
) -> str:
    return compose(Request(agency(name), YEAR, FORM, cells, last), load_narrative()).draft.prose()


def test_random_tables_never_contradict_their_draft() -> None:
    resources = Resources()
    for found in drafts(24):
        document = text_document(as_text(found), "草稿.txt")
        result = check(document, resources, Config())
        open_places = [m.span() for m in OPEN.finditer(document.text)]
        loud = [
            d
            for d in result.diagnostics
            if d.severity is not Severity.INFO and not any(a < d.span.end and d.span.start < b for a, b in open_places)
        ]
        assert not loud, (loud[0].code, loud[0].message, loud[0].excerpt)
        assert {c.verdict for c in claims(found)} <= {"holds", "unchecked"}


def test_zero_is_said_in_words() -> None:
    said = prose(with_cells())
    assert "未收到政府信息公开申请" in said
    assert "未收取" in said
    assert "0件" not in said


def test_one_outcome_has_no_list() -> None:
    cells = with_cells(requests__new__natural=2, requests__new__total=2)
    cells |= with_cells() | {
        "requests.new.natural": Decimal(2),
        "requests.new.total": Decimal(2),
        "requests.granted.natural": Decimal(2),
        "requests.granted.total": Decimal(2),
        "requests.total.natural": Decimal(2),
        "requests.total.total": Decimal(2),
    }
    said = prose(cells)
    assert "其中" not in said.split("（政府信息管理")[0] or "其中政务新媒体" in said
    assert "不予公开" not in said


def test_year_on_year_only_when_last_year_is_known() -> None:
    now = figures(FORM, random.Random(3), busy=1.0)
    last = figures(FORM, random.Random(4), busy=1.0)
    assert "上年相比" not in prose(now)
    assert "较上年" not in prose(now)
    assert "上年" in prose(now, last=last).replace("上年结转", "").replace("上年无结转", "")


def test_unknown_figures_stay_open() -> None:
    for name in AGENCIES:
        found = compose(Request(agency(name), YEAR, FORM, blank_cells(FORM)), load_narrative()).draft
        said = OPEN.sub("", found.prose()).replace(str(YEAR), "").replace(str(YEAR - 1), "")
        assert "未收到" not in said
        assert any("申请" in place for place in found.open_places())
        assert not claims(found) or all(c.verdict != "contradicted" for c in claims(found))


def test_fee_sentence_always_opens_section_six() -> None:
    for seed, name in enumerate(AGENCIES):
        said = as_text(draft(name, seed)).split("六、其他需要报告的事项\n")[1]
        assert "信息处理费" in said.split("。")[0]


def test_fees_that_may_hold_processing_fees_are_not_denied() -> None:
    said = prose(with_cells(disclosure__fees__amount=3))
    assert "未收取信息处理费" not in said
    assert "【请填写：收取或者未收取" in said


def test_governments_must_report_assessment_and_responsibility() -> None:
    for name in AGENCIES[:4]:
        assert (
            any("责任追究" in place for place in draft(name, 1).open_places()) or "责任追究" in draft(name, 1).prose()
        )


def test_same_request_same_draft_other_seed_other_words() -> None:
    assert draft(AGENCIES[0], 5) == draft(AGENCIES[0], 5)
    request = Request(agency(AGENCIES[0]), YEAR, FORM, with_cells())
    assert compose(request, load_narrative()) != compose(replace(request, seed=1), load_narrative())


def test_agencies_of_one_county_do_not_read_alike() -> None:
    towns = [f"云溪县{a}{b}镇人民政府" for a in "青白红东西南北" for b in "石河桥岭"][:25]
    offices = [
        f"云溪县{a}局" for a in ("教育", "财政", "民政", "司法", "审计", "统计", "水利", "林业", "应急管理", "医疗保障")
    ]
    offices += [f"云溪县{a}{b}局" for a in ("交通", "农业", "卫生") for b in ("事务", "服务", "管理", "发展", "执法")]
    sections = []
    for name in [*towns, *offices]:
        said = as_text(compose(Request(agency(name), YEAR, FORM, with_cells()), load_narrative()).draft)
        sections.append(said.split("五、存在的主要问题及改进情况")[1].split("六、其他")[0])
    assert len(sections) == 50
    assert max(fuzz.ratio(a, b) for a, b in itertools.combinations(sections, 2)) < Config().similarity_threshold


@pytest.mark.parametrize("name", AGENCIES)
def test_title_and_headings_are_the_mandated_ones(name: str) -> None:
    text = as_text(draft(name, 2))
    assert text.startswith(f"{name}{YEAR}年政府信息公开工作年度报告\n")
    report = parse_report(text_document(text, "草稿.txt"), (FORM,))
    assert [s.kind for s in report.sections] == [s.kind for s in FORM.sections]
    assert all(s.exact for s in report.sections)
    assert report.period is not None
    assert report.period.complete
