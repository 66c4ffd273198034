"""Planted copies are found, look-alikes are not: the ground truth comes from the generator."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from drafter.corpus.sample.prose import fragments, placed
from drafter.corpus.sample.reports import sample_reports
from drafter.corpus.search import echoes
from drafter.corpus.store import Store
from drafter.corpus.write import add, transaction
from drafter.data.form import load_forms
from drafter.data.slots import AGENCY, LAST_YEAR, NEXT_YEAR, NUMBER, REGION, YEAR
from drafter.model.config import Config
from drafter.model.document import Document
from drafter.model.facts import Facts
from drafter.model.prose import Prose, Sentence
from drafter.model.report import Report
from drafter.model.source import SourceText
from drafter.model.span import Span
from drafter.rules.duplication.d201_shared_with_others import RULE

COUNT = 100
SYNONYMS = {
    "利用": "借助", "讲解": "说明", "发放": "派发", "收集": "征集", "群众": "居民", "解决": "消除", "编写": "编制",
    "公布": "公开", "答复": "回复", "结合": "配合", "组织": "安排", "建立": "设立", "影响": "妨碍", "统一": "规范",
    "缩短": "压缩", "问题": "情况", "负责": "承担", "容易": "易于", "要求": "规定", "修改": "改动",
}  # fmt: skip


def edited(rng: random.Random, text: str) -> str:
    """A copy as a clerk makes it: another figure, a synonym or two, a word more or less."""
    text = re.sub(r"\d+", lambda _: str(rng.randint(2, 300)), text)
    known = [old for old in SYNONYMS if old in text]
    for old in rng.sample(known, min(len(known), 2)):
        text = text.replace(old, SYNONYMS[old], 1)
    at = rng.randrange(2, len(text) - 2)
    return rng.choice((text[:at] + rng.choice(("也", "还", "已")) + text[at:], text[:at] + text[at + 1 :], text))


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """The sample's reports as a store of the user's own."""
    with Store.in_memory() as opened:
        with transaction(opened.connection):
            for report in sample_reports():
                add(opened.connection, report)
        yield opened


def planted(rng: random.Random) -> list[str]:
    own = [
        s
        for r in sample_reports()
        for p in r.sections
        for s in p.sentences
        if re.search(r"先后|[葭蘅榧楸菖茭椴樗槿芡]|是[一-龥]{8}", s)
    ]
    return [edited(rng, s) for s in rng.sample(own, COUNT)]


def lookalikes(rng: random.Random) -> list[str]:
    """Sentences on the same matters in the same style, put together independently: of the four fragments each is made
    of, no sentence of the corpus has more than two."""
    known = [s for r in sample_reports() for s in r.sentences]
    found: list[str] = []
    while len(found) < COUNT:
        parts = fragments(rng, rng.choice(("overview", "problems", "measures")))
        fixed = [max(re.split(r"\{\??\w+\}", part), key=len) for part in parts]
        if max(sum(part in sentence for part in fixed) for sentence in known) <= 2:
            found.append(re.sub(r"\{\??\w+\}", "7", placed(rng, "".join(parts))))
    return found


def flagged(store: Store, sentences: list[str]) -> list[bool]:
    """Which of the sentences the rule reports, each checked in a section of its own draft."""
    text = "\n\n\n".join(sentences)
    spans = []
    at = 0
    for sentence in sentences:
        spans.append(Sentence(Span(at, at + len(sentence)), "problems"))
        at += len(sentence) + 3
    document = Document("草稿.txt", SourceText(text), ())
    found = echoes(store, text, spans, "远山县石阶镇人民政府", 2026)
    prose = Prose(text, Report())
    vars(prose)["sentences"] = tuple(spans)
    facts = Facts(document, prose, Config(), load_forms()[0], echoes=found)
    reported = [f.span for f in RULE.check(facts)]
    return [any(s.overlaps(one.span) for s in reported) for one in spans]


def test_planted_copies(store: Store) -> None:
    rng = random.Random("planted")
    copies, others = planted(rng), lookalikes(rng)
    mixed = [(text, True) for text in copies] + [(text, False) for text in others]
    rng.shuffle(mixed)
    marks = flagged(store, [text for text, _ in mixed])
    right = sum(mark and truth for mark, (_, truth) in zip(marks, mixed, strict=True))
    assert right / max(sum(marks), 1) >= 0.98, (right, sum(marks))
    assert right / COUNT >= 0.95, right


def test_standard_sentences_are_nobodys_copy(store: Store) -> None:
    """Sentences that many agencies share are not reported, whoever writes them."""
    standard = [w.text for w in store.wordings(range(1, 3000)) if w.agencies > 5]
    own = str.maketrans(
        {AGENCY: "石阶镇人民政府", REGION: "远山县", YEAR: "2026", LAST_YEAR: "2025", NEXT_YEAR: "2027", NUMBER: "3"}
    )
    plain = [text.translate(own) for text in standard]
    assert len(plain) > 40
    assert not any(flagged(store, plain))
