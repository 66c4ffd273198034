"""Section headings as drafts really write them."""

from __future__ import annotations

import pytest

from drafter.data.form import form_for
from drafter.data.sample import compose
from drafter.model.report import SECTION_KINDS
from tests.parse.reading import read

TITLES = {s.kind: (s.number, s.title) for s in form_for(2021).sections}
LONG = {
    "review": "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
    "problems": "政府信息公开工作存在的主要问题及改进情况",
}


def written(style: str) -> dict[str, str]:
    """Replacements that write the six headings in a style with {n} (number), {d} (digit) and {t} (title)."""
    return {
        f"{n}、{t}": style.format(n=n, d=i + 1, t=t) for i, (n, t) in enumerate(TITLES[kind] for kind in SECTION_KINDS)
    }


@pytest.mark.parametrize(
    "style",
    [
        "{n}、{t}",
        "{n}.{t}",
        "{n}．{t}",
        "{d}、{t}",
        "{d}. {t}",
        "第{n}部分 {t}",
        "- {t}",
        "## {n}、{t}",
        "**{n}、{t}**",
        "　　{n}、{t}",
        "{n} 、 {t}",
        "{n}、{t}：",
        "{n}，{t}",
    ],
)
def test_styles_of_numbering(style: str) -> None:
    report = read(compose(lines=written(style)))
    assert tuple(s.kind for s in report.sections) == SECTION_KINDS
    assert all(s.exact for s in report.sections)


def test_titles_without_numbers() -> None:
    report = read(compose(lines=written("{t}")))
    assert tuple(s.kind for s in report.sections) == SECTION_KINDS
    assert all(s.number == "" for s in report.sections)


def test_titles_broken_over_lines() -> None:
    text = compose(lines={"收到和处理政府信息公开申请情况": "收到和处理政府信息\n公开申请情况"})
    section = read(text).section("requests")
    assert section is not None
    assert section.exact
    assert section.title.of(text) == "收到和处理政府信息\n公开申请情况"


def test_long_titles_are_accepted() -> None:
    lines = {f"{TITLES[kind][0]}、{TITLES[kind][1]}": f"{TITLES[kind][0]}、{long}" for kind, long in LONG.items()}
    report = read(compose(lines=lines))
    assert tuple(s.kind for s in report.sections) == SECTION_KINDS
    assert all(s.exact for s in report.sections)


def test_everything_on_one_line() -> None:
    report = read("".join(compose().splitlines()))
    assert tuple(s.kind for s in report.sections) == SECTION_KINDS


def test_heading_glued_behind_a_full_stop() -> None:
    report = read(compose(lines={"跟班学习。\n六、": "跟班学习。六、"}))
    assert tuple(s.kind for s in report.sections) == SECTION_KINDS


def test_titles_listed_in_the_preamble_are_no_headings() -> None:
    listed = "、".join(title for _, title in TITLES.values())
    preamble = f"本报告由{listed}六个部分组成。所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
    text = compose(preamble=preamble)
    report = read(text)
    assert [s.kind for s in report.sections] == list(SECTION_KINDS)
    assert report.preamble is not None
    assert report.preamble.of(text).startswith("本报告由")
    assert report.sections[0].heading.start > report.preamble.start


def test_numbered_titles_listed_in_the_preamble_are_no_headings() -> None:
    listed = "".join(f"{n}、{t}；" for n, t in TITLES.values())
    text = compose(preamble=f"根据《中华人民共和国政府信息公开条例》编制本报告。全文包括{listed}")
    report = read(text)
    assert [s.kind for s in report.sections] == list(SECTION_KINDS)
    assert report.sections[0].heading.start > text.index("其他需要报告的事项；")


def test_a_known_title_under_a_wrong_number_keeps_its_meaning() -> None:
    report = read(compose(lines={"二、主动公开政府信息情况": "三、主动公开政府信息情况"}))
    assert [(s.kind, s.number) for s in report.sections][:3] == [
        ("overview", "一"),
        ("disclosure", "三"),
        ("requests", "三"),
    ]


def test_misspelt_titles_are_found_and_not_exact() -> None:
    report = read(compose(lines={"四、政府信息公开行政复议": "四、政府信息公开行政副议"}))
    section = report.section("review")
    assert section is not None
    assert not section.exact


def test_a_doubled_section_is_kept() -> None:
    report = read(compose(lines={"六、其他": "五、存在的主要问题及改进情况\n还有别的问题。\n六、其他"}))
    assert [s.kind for s in report.sections].count("problems") == 2


def test_windows_line_ends_and_wide_spaces_change_nothing() -> None:
    plain = read(compose())
    other = read(compose(lines={"一、总体情况": "　　一、 总体 情况"}).replace("\n", "\r\n"))
    assert [s.kind for s in other.sections] == [s.kind for s in plain.sections]
    assert {c.address: c.value for t in other.tables for c in t.cells} == {
        c.address: c.value for t in plain.tables for c in t.cells
    }


def test_parts_of_section_one_numbered_in_arabic_are_no_sections() -> None:
    text = compose(
        lines={
            "（一）主动公开。": "1.主动公开情况。",
            "（二）依申请公开。": "2.依申请公开情况。",
            "（三）政府信息管理。": "3.政府信息管理情况。",
            "（四）政府信息公开平台建设。": "4.平台建设情况。",
            "（五）监督保障。": "5.监督保障情况。",
        }
    )
    report = read(text)
    assert [s.kind for s in report.sections] == ["overview", "disclosure", "requests", "review", "problems", "other"]
    assert [p.kind for p in report.sections[0].subsections] == [
        "proactive",
        "on_request",
        "management",
        "platform",
        "supervision",
    ]
