"""The search finds what comparing with every sentence finds."""

from __future__ import annotations

import random

import pytest
from rapidfuzz import fuzz, process

from drafter.corpus.nearest import Searcher
from drafter.corpus.past import PastReport, PastSection
from drafter.corpus.store import Store
from drafter.corpus.write import add, transaction


def edited(rng: random.Random, text: str, share: float) -> str:
    """A text with a share of its characters replaced by others of the same text."""
    return "".join(rng.choice(text) if rng.random() < share else c for c in text)


@pytest.mark.parametrize(("low", "share"), [(80, 0.99), (60, 0.97)])
def test_best_match_is_found(low: int, share: float) -> None:
    rng = random.Random(low)
    with Store.open(None) as store:
        shapes = list(store.shapes())
        queries = [edited(rng, rng.choice(shapes), rng.uniform(0, 0.4)) for _ in range(200)]
        oracle = process.cdist(queries, shapes, scorer=fuzz.ratio).max(axis=1)
        hits = Searcher(store).nearest(queries, float(low))
        wanted = [(best, found) for best, found in zip(oracle, hits, strict=True) if best >= low]
        right = [bool(found) and found[0].score >= best - 0.01 for best, found in wanted]
        assert len(right) > 40
        assert sum(right) >= share * len(right)


def test_hits_are_in_order_and_above_the_cutoff() -> None:
    with Store.open(None) as store:
        queries = list(store.shapes())[:20]
        for query, found in zip(queries, Searcher(store).nearest(queries, 50.0, 5), strict=True):
            scores = [hit.score for hit in found]
            assert scores == sorted(scores, reverse=True)
            assert all(s >= 50 for s in scores)
            assert found[0].wording.text == query
            assert len(found) <= 5


def test_sentences_that_wait_for_the_index_are_found() -> None:
    with Store.in_memory() as store:
        section = PastSection("overview", "", "", (("渡口候船室的触摸屏坏了很久。",),))
        with transaction(store.connection):
            add(store.connection, PastReport("甲镇人民政府", 2024, sections=(section,)))
        (found,) = Searcher(store).nearest(["渡口候船室的触摸屏坏了。"])
        assert found[0].wording.text == "渡口候船室的触摸屏坏了很久。"


def test_nothing_to_find() -> None:
    with Store.in_memory() as store:
        assert Searcher(store).nearest(["任何一句话都没有。", "，"]) == [(), ()]


def test_a_sentence_of_many_hundred_characters_is_found() -> None:
    rng = random.Random(9)
    words = "公开信息申请办理答复审查平台监督培训考核指南渠道场所栏目政策解读回应关切"
    texts = ["".join(rng.choice(words) for _ in range(900)) + "。" for _ in range(4)]
    with Store.in_memory() as store:
        with transaction(store.connection):
            for number, text in enumerate(texts):
                section = PastSection("overview", "", "", ((text,),))
                add(store.connection, PastReport(f"甲{number}镇人民政府", 2024, sections=(section,)))
        for text, found in zip(texts, Searcher(store).nearest([edited(rng, t, 0.1) for t in texts]), strict=True):
            assert found[0].wording.text == text
