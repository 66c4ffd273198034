"""Standard phrasing is validated, and every odd wording's examples hold."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from drafter.data.phrases import Odd, load_phrases, read_phrases
from drafter.model.problem import BadData

PHRASE = '[[phrase]]\nid = "xy.z"\nsection = "overview"\ntext = "{year}年。"\n'


def test_sections_are_served() -> None:
    served = {p.section for p in load_phrases().phrases}
    assert {
        "preamble",
        "proactive",
        "on_request",
        "management",
        "platform",
        "supervision",
        "problems",
        "other",
    } <= served


def test_conditions() -> None:
    phrase = load_phrases().phrase("requests.none")
    assert phrase.serves("township", {"requests.new.total": Decimal(0)})
    assert not phrase.serves("township", {"requests.new.total": Decimal(2)})
    assert not phrase.serves("township", {})


def _odd(odd: Odd, text: str) -> bool:
    match = odd.pattern.search(text)
    return match is not None and not (odd.accept and odd.accept.fullmatch(match.group()))


@pytest.mark.parametrize("odd", load_phrases().odd, ids=[o.id for o in load_phrases().odd])
def test_odd_examples(odd: Odd) -> None:
    assert _odd(odd, odd.bad)
    assert not _odd(odd, odd.good)
    match = odd.pattern.search(odd.bad)
    assert match is not None
    mended = odd.bad[: match.start()] + match.expand(odd.say) + odd.bad[match.end() :]
    assert not _odd(odd, mended)
    load_phrases().phrase(odd.phrase)


@pytest.mark.parametrize(
    "text", ["未收到政府信息公开申请表", "未收到依申请公开申请", "未收到政府信息公开的书面申请", "未收到申请"]
)
def test_established_wordings_are_left_alone(text: str) -> None:
    assert not any(_odd(odd, text) for odd in load_phrases().odd)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (PHRASE.replace("overview", "nowhere"), 2, "nowhere"),
        (PHRASE.replace("{year}", "{month}"), 4, "month"),
        (PHRASE + 'kinds = ["ministry"]\n', 2, "ministry"),
        (PHRASE + 'when = "a lot"\n', 5, "a lot"),
        (PHRASE + PHRASE, 2, "两次"),
        (PHRASE + "colour = 1\n", 5, "colour"),
        ('[[topic]]\nid = "t"\nname = "n"\nsection = "overview"\npattern = "("\n', 5, "正则"),
    ],
)
def test_errors_name_the_place(tmp_path: Path, text: str, line: int, words: str) -> None:
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=words) as caught:
        read_phrases(tmp_path)
    assert caught.value.where.endswith(f"x.toml:{line}")
