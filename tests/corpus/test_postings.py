"""Postings: what goes in comes out, and the index says what the text says."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.corpus import postings
from drafter.corpus.grams import BUCKETS, pairs
from drafter.corpus.past import PastReport, PastSection
from drafter.corpus.store import Store
from drafter.corpus.verify import verify
from drafter.corpus.write import add, transaction


@given(st.sets(st.integers(0, 65535), min_size=1, max_size=400))
def test_round_trip(numbers: set[int]) -> None:
    ids = np.array(sorted(numbers), dtype=np.uint16)
    blob = postings.encode(ids)
    assert len(blob) <= 2 * len(ids)
    assert np.array_equal(postings.decode(blob, len(ids)), ids)


@given(st.integers(0, 65000), st.integers(1, 500))
def test_dense_lists_take_a_byte_each(start: int, count: int) -> None:
    ids = np.arange(start, min(start + count, 65536), dtype=np.uint16)
    assert len(postings.encode(ids)) <= max(len(ids) + start // 255 + 1, 6)
    assert np.array_equal(postings.decode(postings.encode(ids), len(ids)), ids)


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
