"""正文里关于政府信息公开申请的数字要与表三一致：收到、上年结转、各类处理结果、结转下年度，以及按申请人的分项。

“收到（受理、办理）n 件”有的单位含上年结转，有的不含，两种说法只要有一种与表三相符就不报。
改法：对照台账，改正文或改表三；表三改动后请再核对勾稽关系。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.claims.places import contradictions


def check(facts: Facts) -> Iterator[Finding]:
    """Claims about applications that no reading reconciles with table three."""
    return contradictions(facts, "requests")


RULE = Rule(
    code="C301",
    name="claim-contradicts-table",
    severity=Severity.ERROR,
    summary="正文中申请和处理情况的数字与表三一致",
    basis=("《中华人民共和国政府信息公开条例》第五十条第（二）项", "国办公开办函〔2021〕30号"),
    needs=("tables.requests", "claims"),
    check=check,
    reach="claims",
    examples=(
        Bad(sections={"overview": "2024年，青石镇⟦未收到政府信息公开申请⟧。"}),
        Bad(sections={"overview": "2024年，青石镇共收到政府信息公开申请⟦4⟧件，上年结转1件。"}),
        Bad(sections={"overview": "2024年新收政府信息公开申请5件，其中自然人⟦3⟧件、法人或其他组织⟦2⟧件。"}),
        Bad(sections={"overview": "全年办结政府信息公开申请⟦6⟧件，无法提供⟦两⟧件，结转下年度1件。"}),
        Bad(sections={"overview": "2024年，青石镇受理政府信息公开申请⟦7⟧件（含上年结转1件）。"}),
        Good(),
        Good(sections={"overview": "2024年，青石镇共收到政府信息公开申请6件，办结5件，结转2025年1件。"}),
        Good(sections={"overview": "2023年收到政府信息公开申请9件，2024年收到5件。"}),
        Good(sections={"overview": "全年受理网络问政12件，办结12件。收到政府信息公开申请5件，均在法定期限内答复。"}),
    ),
)
