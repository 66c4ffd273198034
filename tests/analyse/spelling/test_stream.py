from hypothesis import given
from hypothesis import strategies as st

from drafter.analyse.spelling.stream import DIGITS, EDGE, LETTERS, read_stream


def codes(text: str) -> str:
    return "".join("|" if code == EDGE else chr(code) for code in read_stream(text).codes)


def test_runs_of_digits_and_letters_are_one_code() -> None:
    assert codes("共128件，见APP") == f"|共{chr(DIGITS)}件，见{chr(LETTERS)}|"


def test_spaces_are_left_out_and_sentences_framed() -> None:
    assert codes("一 是。二是\n\n三是") == "|一是。|二是|三是|"


def test_radicals_are_read_as_the_characters_they_draw() -> None:
    assert codes("⼈⺠⻔户") == "|人民门户|"


@given(st.text(max_size=60))
def test_every_code_comes_from_its_offset(text: str) -> None:
    stream = read_stream(text)
    assert stream.codes[0] == EDGE
    assert stream.codes[-1] == EDGE
    offsets = [int(k) for k in stream.offsets if k >= 0]
    assert offsets == sorted(set(offsets))
    assert all(k < len(text) for k in offsets)
    for code, offset in zip(stream.codes, stream.offsets, strict=True):
        if 0x4E00 <= code <= 0x9FFF and 0x4E00 <= ord(text[offset]) <= 0x9FFF:
            assert chr(code) == text[offset]


@given(st.text(alphabet="甲乙。！ \n1a", max_size=40))
def test_no_two_edges_meet(text: str) -> None:
    assert "||" not in codes(text) or not text.strip(" \n")
