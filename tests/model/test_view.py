"""Views come home: every folded character maps to the source character it came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.model.view import fold_char, folded, squeezed

TEXT = st.text(alphabet=st.sampled_from(list("年报１２％Ａ ⺠⻔⼀\u3000\t\r\n\u200b\ufeff𠮷😀，,")), max_size=80)


@given(TEXT, st.integers(min_value=0, max_value=1000))
def test_every_character_has_a_home(text: str, base: int) -> None:
    for view in (folded(text, base), squeezed(text, base)):
        assert len(view.home) == len(view.text) + 1
        assert view.home[-1] == base + len(text)
        assert all(a < b for a, b in zip(view.home, view.home[1:], strict=False))
        for i, char in enumerate(view.text):
            span = view.span(i, i + 1)
            assert fold_char(text[span.start - base : span.end - base]) == char


@given(TEXT)
def test_at_is_the_inverse_of_home(text: str) -> None:
    view = squeezed(text)
    for i in range(len(view.text)):
        assert view.at(view.home[i]) == i


def test_folding() -> None:
    assert folded("２０２４年⺠⻔").text == "2024年民门"
    assert squeezed("２０ ２４\u3000年\r\n报").text == "2024年报"
    assert folded("（一），。").text == "（一），。", "full-width marks stay: the punctuation rules look for them"
