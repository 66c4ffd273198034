"""Comments and tracked changes: on the right words, and nothing else touched."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Sequence

import docx
import pytest

from drafter.model.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity
from drafter.model.result import Result
from drafter.model.span import Span
from drafter.ooxml.package import open_package
from drafter.ooxml.xmltree import Element, decode, parse
from drafter.read.docx import read_docx
from drafter.render.docx import annotate, apply_tracked
from tests.support import make_docx as make


def finding(start: int, end: int, message: str = "疑似错字", **more: object) -> Diagnostic:
    values: dict[str, object] = {
        "code": "W101",
        "name": "x",
        "severity": Severity.WARNING,
        "span": Span(start, end),
        "message": message,
    }
    return Diagnostic(**(values | more))  # type: ignore[arg-type]


def annotated(data: bytes, *found: Diagnostic) -> bytes:
    document = read_docx(data, "稿.docx")
    return annotate(data, document, Result(document, None, found))


def root_of(data: bytes, name: str = "word/document.xml") -> Element:
    return parse(decode(open_package(data).read(name)))


def comments_of(data: bytes) -> dict[str, tuple[str, str]]:
    """Author and words by id."""
    return {c.get("w:id"): (c.get("w:author"), _words(c)) for c in root_of(data, "word/comments.xml").children}


def commented(data: bytes) -> dict[str, str]:
    """The words each comment stands on."""
    covered: dict[str, str] = {}
    open_keys: list[str] = []
    for element in root_of(data).walk():
        if element.tag == "w:commentRangeStart":
            open_keys.append(element.get("w:id"))
            covered[element.get("w:id")] = ""
        elif element.tag == "w:commentRangeEnd":
            open_keys.remove(element.get("w:id"))
        for key in open_keys:
            covered[key] += "".join(t.text for t in element.texts) if element.tag == "w:t" else ""
            covered[key] += {"w:tab": "\t", "w:br": "\n"}.get(element.tag, "")
    assert not open_keys
    return covered


def _words(element: Element) -> str:
    return "".join(t.text for e in element.walk() for t in e.texts)


def accepted(data: bytes) -> str:
    """The text with all changes accepted, as the reader sees it."""
    return read_docx(data, "稿.docx").text


def refused(data: bytes) -> bytes:
    """The file with all changes of drafter refused, by hand."""
    members = {n: open_package(data).read(n) for n in open_package(data).members}
    xml = members["word/document.xml"].decode()
    xml = re.sub(r'<w:ins [^>]*w:author="drafter"[^>]*>.*?</w:ins>', "", xml)
    xml = re.sub(r'<w:del [^>]*w:author="drafter"[^>]*>(.*?)</w:del>', lambda m: m[1].replace("delText", "t"), xml)
    return make.zipped(members | {"word/document.xml": xml.encode()})


PLAIN = make.package(make.para("这领导", "班子𠮷重视。", make.run("收到4件", "<w:b/>")))


def test_a_comment_stands_on_its_words_across_runs() -> None:
    out = annotated(PLAIN, finding(1, 5), finding(9, 13, "第二处"))
    assert commented(out) == {"0": "领导班子", "1": "收到4件"}
    assert comments_of(out)["0"] == ("drafter", "W101 警告：疑似错字")
    assert accepted(out) == accepted(PLAIN)


def test_a_comment_says_the_other_place_the_remedy_and_the_authority() -> None:
    fix = Fix("删去“这”", (Edit(Span(0, 1), ""),), Safety.SAFE)
    related = (Related("表三：本年新收", Span(9, 13)), Related("去年的报告", None, "云湖镇2023年"))
    out = annotated(PLAIN, finding(0, 1, related=related, fix=fix, basis=("GB/T 15834",)))
    (comment,) = root_of(out, "word/comments.xml").children
    lines = [_words(e) for e in comment.children]
    assert lines == [
        "W101 警告：疑似错字",
        "另见：表三：本年新收：“收到4件”",
        "另见（云湖镇2023年）：去年的报告",
        "建议：删去“这”",
        "依据：GB/T 15834",
    ]


def test_run_properties_stay_with_every_piece() -> None:
    out = annotated(PLAIN, finding(10, 11))
    runs = [e for e in root_of(out).walk() if e.tag == "w:r" and e.child("w:t") is not None]
    assert [(_words(r), r.child("w:rPr") is not None) for r in runs[-3:]] == [("收", True), ("到", True), ("4件", True)]


def test_other_parts_are_copied_byte_for_byte() -> None:
    picture = bytes(range(256)) * 40
    data = make.package(make.para("领导"), {"styles": make.part("styles", "")}, {"word/media/image1.png": picture})
    out = annotated(data, finding(0, 1))
    before, after = (zipfile.ZipFile(io.BytesIO(d)) for d in (data, out))
    assert after.testzip() is None
    for name in ("word/styles.xml", "word/media/image1.png", "_rels/.rels"):
        assert after.read(name) == before.read(name)


def test_no_finding_leaves_the_file_alone() -> None:
    assert annotated(PLAIN) == PLAIN


def test_comments_of_others_stay_and_silencers_too() -> None:
    others = f'<w:comment w:id="7" w:author="王">{make.para("请核")}</w:comment><w:comment w:id="8" w:author="drafter">{make.para("drafter:忽略 W101 固定名称")}</w:comment>'
    mark = '<w:commentRangeStart w:id="7"/><w:commentRangeStart w:id="8"/>'
    end = '<w:commentRangeEnd w:id="7"/><w:commentRangeEnd w:id="8"/><w:r><w:commentReference w:id="7"/><w:commentReference w:id="8"/></w:r>'
    data = make.package(make.para(mark, "领导班子", end), {"comments": make.part("comments", others)})
    out = annotated(data, finding(0, 2))
    assert comments_of(out) == {
        "7": ("王", "请核"),
        "8": ("drafter", "drafter:忽略 W101 固定名称"),
        "9": ("drafter", "W101 警告：疑似错字"),
    }
    assert commented(out) == {"7": "领导班子", "8": "领导班子", "9": "领导"}


def test_twice_is_once() -> None:
    found = (finding(1, 5), finding(3, 8, "重叠"), finding(9, 9, "缺字"))
    once = annotated(PLAIN, *found)
    twice = annotated(once, *found)
    assert open_package(twice).read("word/document.xml") == open_package(once).read("word/document.xml")
    assert open_package(twice).read("word/comments.xml") == open_package(once).read("word/comments.xml")


def test_comments_on_what_was_mended_are_taken_out() -> None:
    once = annotated(PLAIN, finding(1, 5), finding(9, 13, "第二处"))
    assert commented(annotated(once, finding(9, 13, "第二处"))) == {"0": "收到4件"}
    cleared = annotated(once)
    assert commented(cleared) == {}
    assert comments_of(cleared) == {}


def test_a_comment_that_was_answered_stays_and_is_not_doubled() -> None:
    own = f'<w:comment w:id="3" w:author="drafter"><w:p w14:paraId="0A" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">{make.run("W101 警告：疑似错字")}</w:p></w:comment>'
    extended = '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/></w15:commentsEx>'
    mark, end = (
        '<w:commentRangeStart w:id="3"/>',
        '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
    )
    data = make.package(
        make.para(mark, "领导", end), {"comments": make.part("comments", own), "commentsExtended": extended}
    )
    assert list(comments_of(annotated(data, finding(0, 2)))) == ["3"]
    assert list(comments_of(annotated(data, finding(0, 2, "另一处")))) == ["3", "4"]


def test_a_missing_thing_is_marked_on_the_character_before() -> None:
    assert commented(annotated(PLAIN, finding(9, 9), finding(0, 0))) == {"0": "。", "1": "这"}


def test_words_that_cannot_carry_a_comment_are_quoted_before_them() -> None:
    data = make.package(make.para("正文"), {"footer": make.part("ftr", make.para("页脚错字"))})
    out = annotated(data, finding(5, 7))
    assert commented(out) == {"0": "文"}
    assert "错字" in comments_of(out)["0"][1]


def test_comments_inside_cells_and_over_paragraphs() -> None:
    data = make.package(make.table([["规章", "4"], ["许可", ""]]) + make.para("甲乙") + make.para("丙丁"))
    document = read_docx(data, "稿.docx")
    at = document.text.index("乙")
    out = annotated(data, finding(3, 4), finding(at, at + 3))
    assert commented(out) == {"0": "4", "1": "乙丙"}
    assert out == annotated(out, finding(3, 4), finding(at, at + 3))


def test_python_docx_opens_the_copy() -> None:
    out = annotated(PLAIN, finding(1, 5))
    opened = docx.Document(io.BytesIO(out))
    assert opened.paragraphs[0].text == "这领导班子𠮷重视。收到4件"
    assert [c.author for c in opened.comments] == ["drafter"]


def test_fixes_become_changes_that_can_be_accepted_or_refused() -> None:
    out = apply_tracked(
        PLAIN,
        read_docx(PLAIN, "稿.docx"),
        [Edit(Span(0, 5), "领导班子"), Edit(Span(11, 12), "五"), Edit(Span(13, 13), "。")],
    )
    assert accepted(out) == "领导班子𠮷重视。收到五件。"
    assert accepted(refused(out)) == accepted(PLAIN)
    inserted = [_words(e) for e in root_of(out).walk() if e.tag == "w:ins"]
    deleted = [_words(e) for e in root_of(out).walk() if e.tag == "w:del"]
    assert (inserted, deleted) == (["五", "。"], ["这", "4"])
    assert all(e.child("w:rPr") is not None for i in root_of(out).walk() if i.tag == "w:ins" for e in i.children)


def test_fixes_inside_somebodys_insertion() -> None:
    data = make.package(make.para("共", f'<w:ins w:id="5" w:author="王">{make.run("收到四件")}</w:ins>', "。"))
    out = apply_tracked(data, read_docx(data, "稿.docx"), [Edit(Span(3, 4), "4")])
    assert accepted(out) == "共收到4件。"
    assert not [e for i in root_of(out).walk() if i.tag == "w:ins" for e in i.walk() if e.tag == "w:ins" and e is not i]


@pytest.mark.parametrize("edit", [Edit(Span(1, 2), ""), Edit(Span(0, 3), "甲乙")])
def test_what_word_cannot_carry_is_left_out(edit: Edit) -> None:
    data = make.package(make.para("甲") + make.para("乙"))
    assert apply_tracked(data, read_docx(data, "稿.docx"), [edit]) == data


def _random_body(dice: random.Random) -> str:
    alphabet = "公开信息𠮷😀é1 &<、。\u3000"

    def runs() -> str:
        out = ""
        for _ in range(dice.randrange(1, 5)):
            words = "".join(dice.choices(alphabet, k=dice.randrange(0, 7)))
            out += dice.choice(
                [make.run(words), make.run(words, "<w:b/>"), f"<w:r>{make.text(words)}<w:tab/>{make.text(words)}</w:r>"]
            )
            out += dice.choice(
                ["", "", "<w:r><w:br/></w:r>", "<w:proofErr w:type='gramStart'/>", "<w:r><w:t>甲&#x4e00;乙</w:t></w:r>"]
            )
        return make.para(*re.findall(r"<w:r>.*?</w:r>|<w:proofErr[^>]*>", out))

    table = make.table([[make.cell(runs()) for _ in range(3)] for _ in range(3)])
    return "".join([runs(), runs(), table, runs()])


def _spans(dice: random.Random, text: str, count: int) -> list[Span]:
    starts = sorted(dice.sample(range(len(text)), min(count, len(text))))
    return [Span(a, min(a + dice.randrange(0, 4), b)) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@pytest.mark.parametrize("seed", range(50))
def test_generated_documents(seed: int) -> None:
    dice = random.Random(seed)
    data = make.package(_random_body(dice))
    document = read_docx(data, "稿.docx")
    spans = _spans(dice, document.text, 6)
    found = [finding(s.start, s.end, f"第{i}处") for i, s in enumerate(spans)]
    out = annotated(data, *found)
    assert accepted(out) == document.text
    covered = commented(out)
    for key, (_, words) in comments_of(out).items():
        span = spans[int(words[words.index("第") + 1 : words.index("处")])]
        if len(span) and all(document.source.homes(Span(i, i + 1)) for i in range(span.start, span.end)):
            assert covered[key] == span.of(document.text)
    assert annotated(out, *found) == out
    _check_tracked(data, document.text, spans, dice)


def _check_tracked(data: bytes, text: str, spans: Sequence[Span], dice: random.Random) -> None:
    document = read_docx(data, "稿.docx")
    inside = [s for s in spans if not set(s.of(text)) & set("\n\t") and len(s)]
    edits = [Edit(s, dice.choice(["", "新", "新字<&"])) for s in inside]
    out = apply_tracked(data, document, edits)
    expected, at = "", 0
    for edit in edits:
        expected += text[at : edit.span.start] + edit.text
        at = edit.span.end
    assert accepted(out) == expected + text[at:]
    assert accepted(refused(out)) == text
