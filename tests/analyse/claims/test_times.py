from __future__ import annotations

import pytest

from drafter.analyse.claims.features import features
from drafter.analyse.claims.lexer import lexer
from drafter.analyse.claims.times import within_days, within_months


@pytest.mark.parametrize("text", ["10个工作日内答复8件", "当场答复2件", "三日内办结5件", "提前3天答复"])
def test_within_days(text: str) -> None:
    assert within_days(features(lexer().nodes(text)))


@pytest.mark.parametrize("text", ["在法定期限内答复8件", "12月31日收到8件", "10个工作日内予以公开8件", "当面提交2件"])
def test_not_within_days(text: str) -> None:
    assert not within_days(features(lexer().nodes(text)))


@pytest.mark.parametrize("text", ["1月至6月收到8件", "3月收到2件", "7—12月收到10件"])
def test_within_months(text: str) -> None:
    assert within_months(features(lexer().nodes(text)))


@pytest.mark.parametrize("text", ["1月至12月收到8件", "截至12月，收到8件", "1月1日至12月31日收到8件", "2024年收到8件"])
def test_the_whole_year(text: str) -> None:
    assert not within_months(features(lexer().nodes(text)))
