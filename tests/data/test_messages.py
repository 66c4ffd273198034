"""A finding of the word lists says what to write, or in its reason what to do."""

import re

import pytest

from drafter.data.lexicon import Row, load_lexicons

_TOLD = re.compile("请|应|改|删|补|不再|不宜|写")


@pytest.mark.parametrize("row", [row for row in load_lexicons().rows if not row.right], ids=lambda row: row.where)
def test_a_row_without_a_remedy_says_what_to_do(row: Row) -> None:
    assert len(row.reason) >= 10
    assert _TOLD.search(row.reason)
