"""Postings: the index says what the text says."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.corpus import postings
from drafter.corpus.grams import BUCKETS, pairs
from drafter.corpus.past import PastReport, PastSection
from drafter.corpus.store import Store
from drafter.corpus.verify import verify
from drafter.corpus.write import add, transaction


@given(st.lists(st.text("甲乙丙丁，1\n𠀀", max_size=12), min_size=1, max_size=8))
def test_pairs_are_those_of_each_text(texts: list[str]) -> None:
    grams, places = pairs(texts)
    found = {(int(g), int(p)) for g, p in zip(grams, places, strict=True)}
    assert len(found) == len(grams)
    expected = set()
    for place, text in enumerate(texts):
        for a, b in pairwise(text):
            if all(c in "甲乙丙丁1" for c in a + b):
                one, _ = pairs([a + b])
                expected.add((int(one[0]), place))
    assert found == expected
    assert all(0 <= g < BUCKETS for g, _ in found)


def _report(number: int, rng: random.Random) -> PastReport:
    words = "公开信息申请办理答复审查平台监督培训考核"
    sentences = tuple("".join(rng.choices(words, k=20)) + "。" for _ in range(5))
    return PastReport(f"甲{number}镇人民政府", 2024, sections=(PastSection("overview", "", "", (sentences,)),))


def _rare(number: int) -> PastReport:
    section = PastSection("overview", "", "", ((f"鼋鼍{'甲乙丙丁'[number // 100]}。",),))
    return PastReport(f"乙{number}镇人民政府", 2024, sections=(section,))


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "SEGMENT", 64)
    monkeypatch.setattr(postings, "CHUNK", 256)


@pytest.mark.usefixtures("small_segments")
def test_index_grows_by_parts() -> None:
    rng = random.Random(3)
    with Store.in_memory() as store:
        for batch in (1, 7, 13, 30, 2):
            with transaction(store.connection):
                for _ in range(batch):
                    add(store.connection, _report(rng.randrange(10**6), rng))
            postings.update(store.connection, tail=0)
            assert verify(store) == ()
        segments = store.connection.execute("SELECT count(DISTINCT segment) FROM postings").fetchone()[0]
        assert segments > 3


@pytest.mark.usefixtures("small_segments")
def test_full_blocks_are_put_together() -> None:
    """What they hold stays the same, also when they grow one report at a time."""
    rng = random.Random(8)
    with Store.in_memory() as store:
        for batch in (1, 250, 30, 120, 1, 1, 60):
            with transaction(store.connection):
                for _ in range(batch):
                    add(store.connection, _report(rng.randrange(10**6), rng))
            postings.update(store.connection, tail=0)
            assert verify(store) == ()
            full = (postings.indexed(store.connection) + 1) // (64 * postings.BLOCK)
            segments = [s for (s,) in store.connection.execute("SELECT DISTINCT segment FROM postings ORDER BY 1")]
            assert [s for s in segments if s < 0] == list(range(-full, 0))
            assert all(s >= full * postings.BLOCK for s in segments if s >= 0)
        assert full > 3
        postings.rebuild(store.connection)
        assert verify(store) == ()


def test_lists_are_those_of_the_text() -> None:
    rng = random.Random(6)
    with Store.in_memory() as store:
        with transaction(store.connection):
            for number in range(400):
                add(store.connection, _report(number, rng))
                if number % 100 == 0:
                    add(store.connection, _rare(number))
        postings.update(store.connection, tail=0)
        rows = store.connection.execute("SELECT id, text FROM sentences ORDER BY id").fetchall()
        grams, places = pairs([text for _, text in rows])
        expected: dict[int, set[int]] = {}
        for gram, place in zip(grams.tolist(), places.tolist(), strict=True):
            expected.setdefault(gram, set()).add(rows[place][0])
        found = postings.load(store.connection, [*expected, BUCKETS + 1])
        assert {gram: set(ids.tolist()) for gram, ids in found.items()} == expected
        assert all(len(ids) == len(expected[gram]) for gram, ids in found.items())
        blobs = store.connection.execute("SELECT length(ids) = 2 * size, count(*) FROM postings GROUP BY 1").fetchall()
        assert len(blobs) == 2


def test_verify_sees_a_wrong_index() -> None:
    rng = random.Random(4)
    with Store.in_memory() as store:
        with transaction(store.connection):
            for number in range(20):
                add(store.connection, _report(number, rng))
        postings.update(store.connection, tail=0)
        store.connection.execute("DELETE FROM postings WHERE gram = (SELECT max(gram) FROM postings)")
        assert any("索引与文本不符" in fault for fault in verify(store))
        postings.rebuild(store.connection)
        assert verify(store) == ()
        store.connection.execute("UPDATE sentences SET agencies = 5 WHERE id = 3")
        assert any("使用机关数" in fault for fault in verify(store))


def test_tidy_forgets_deleted_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.corpus.write import delete

    monkeypatch.setattr(postings, "TAIL", 4)
    rng = random.Random(5)
    with Store.in_memory() as store:
        with transaction(store.connection):
            numbers = [add(store.connection, _report(n, rng)) for n in range(20)]
        postings.update(store.connection, tail=0)
        with transaction(store.connection):
            for number in numbers[:15]:
                delete(store.connection, number)
        named = store.connection.execute("SELECT sum(size) FROM postings").fetchone()[0]
        postings.tidy(store.connection)
        assert store.connection.execute("SELECT sum(size) FROM postings").fetchone()[0] < named / 2
        assert verify(store) == ()
        assert store.agency_count() == 5
