"""The lazily filled dictionary segments as stock jieba does."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.analyse.tokens import Segmenter, cut

SENTENCE = "2024年，青禾镇人民政府共收到政府信息公开申请12件，其中自然人申请10件；小S、阿Q与T恤衫，12.5%，A股。"


@lru_cache(maxsize=1)
def _stock() -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    path = Path(jieba.__file__).with_name("dict.txt")
    with path.open("rb") as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer


@pytest.fixture
def stock() -> jieba.Tokenizer:
    return _stock()


def test_dictionary_is_the_same_when_every_character_was_met(stock: jieba.Tokenizer) -> None:
    lazy = Segmenter()
    lazy.load({word[0] for word in stock.FREQ})
    assert lazy.frequencies() == stock.FREQ


def test_words_are_the_same(stock: jieba.Tokenizer) -> None:
    assert [word for word, _ in cut(SENTENCE)] == stock.lcut(SENTENCE)


LETTERS = (
    "政府信息公开申请收到未无办理答复件的了和小大S一二十百12.% ，。年月机关我局镇县不予提供吉林高富帅\r\n\t\u3000𠮷"
)


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=list(LETTERS), max_size=40))
def test_any_text_is_cut_as_stock_jieba_does(text: str) -> None:
    words = cut(text)
    assert [word for word, _ in words] == _stock().lcut(text)
    assert all(text.startswith(word, start) for word, start in words)


def test_global_tokenizer_is_left_alone() -> None:
    cut(SENTENCE)
    assert not jieba.dt.initialized
