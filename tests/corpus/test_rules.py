"""The examples of rules that read past reports, with stores that hold what they speak of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from drafter.corpus.past import PastReport, PastSection
from drafter.corpus.store import Store
from drafter.corpus.write import add, transaction
from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.model.config import Config
from drafter.model.result import Result
from drafter.read.text import text_document
from drafter.rules.base import Bad, Rule, Sample
from drafter.rules.duplication.d101_year_carried_over import RULE as D101
from drafter.rules.duplication.d103_section_unchanged import RULE as D103
from drafter.rules.duplication.d201_shared_with_others import RULE as D201
from drafter.rules.phrasing.s102_usual_topic_missing import RULE as S102
from tests.support.samples import marked

RARE = "渡口候船室的触摸屏总是黑着，来往渔民查不到休渔补助名单。"


def past(agency: str, year: int, *sentences: str) -> PastReport:
    section = PastSection("problems", "", "五、存在的主要问题及改进情况", (sentences,))
    return PastReport(
        agency, year, kind="township", digest=f"{agency}{year}", origin=f"{agency}.txt", sections=(section,)
    )


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.in_memory() as opened:
        with transaction(opened.connection):
            add(opened.connection, past("远山县石阶镇人民政府", 2023, RARE, "2024年整改。"))
            for number in range(9):
                name = f"远山县{'甲乙丙丁戊己庚辛壬'[number]}岭镇人民政府"
                add(opened.connection, past(name, 2023, "部分村公开栏由会计兼管，换人之后密码无人知晓，内容停在春天。"))
        yield opened


def run(rule: Rule, text: str, store: Store) -> Result:
    result = check(text_document(text, "草稿.txt"), Resources(store=store), Config(select=(rule.code,)))
    assert not result.crashed
    assert not result.skipped
    return result


@pytest.mark.parametrize("sample", D201.examples)
def test_shared_with_others(sample: Sample, store: Store) -> None:
    text = marked(sample)
    found = run(D201, text.text, store).diagnostics
    assert [d.span for d in found] == (list(text.spans) if isinstance(sample, Bad) else [])
    for diagnostic in found:
        assert "石阶镇" in diagnostic.message
        assert RARE in diagnostic.related[0].message


@pytest.mark.parametrize("sample", S102.examples)
def test_usual_topic_missing(sample: Sample) -> None:
    text = marked(sample)
    with Store.open(None) as embedded:
        found = run(S102, text.text, embedded).diagnostics
    assert [d.span for d in found] == (list(text.spans) if isinstance(sample, Bad) else [])


def test_nothing_is_copied_from_fictional_agencies() -> None:
    with Store.open(None) as embedded:
        rare = next(w.text for w in embedded.wordings(range(1, 400)) if w.agencies == 1 and len(w.text) > 40)
        assert not run(D201, compose(sections={"problems": rare + "2025年加以改进。"}), embedded).diagnostics


def test_last_years_report_comes_from_the_store(store: Store) -> None:
    agency = "云溪县青石镇人民政府"
    stale = "2023年，本镇渡口的触摸屏总是黑着，渔民查不到名单。"
    with transaction(store.connection):
        add(store.connection, past(agency, 2023, stale, "一是人手偏紧，老人看不清公开栏上的小字，常来电话核实。"))
    text = compose(sections={"problems": stale + "一是人手偏紧，老人看不清公开栏上的小字，常来电话核实。"})
    (found,) = run(D101, text, store).diagnostics
    assert found.span.of(text) == stale
    assert found.related[0].origin == f"{agency}.txt"
    assert [d.section for d in run(D103, text, store).diagnostics] == ["problems"]


def test_own_text_of_other_years_is_not_anothers(store: Store) -> None:
    agency = "云溪县青石镇人民政府"
    with transaction(store.connection):
        add(store.connection, past(agency, 2022, RARE))
    assert not run(D201, compose(sections={"problems": RARE + "2025年加以改进。"}), store).diagnostics


def test_common_wording_is_nobodys(store: Store) -> None:
    text = compose(sections={"problems": "部分村公开栏由会计兼管，换人之后密码无人知晓，内容停在春天。2025年整改。"})
    assert not run(D201, text, store).diagnostics
