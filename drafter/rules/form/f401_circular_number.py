"""年度报告格式的文号是“国办公开办函〔2021〕30号”。常见的错法是“国办发〔2021〕30号”“国办函〔2021〕30号”“国办公开办〔2021〕30号”。

改法：照写“国办公开办函〔2021〕30号”。文号只作提示，不会自动修改。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import FORM_2019, FORM_2021, sentence_of

_NUMBER = re.compile(
    r"(?P<issuer>国(?:务院)?办[一-龥]{0,9}|国公开办[一-龥]{0,4}|国公办[一-龥]{0,4})"
    r"[〔\[【（(［](?P<year>20\d{2})[〕\]】）)］]第?(?P<serial>\d{1,3})号"
)
_RIGHT = {("2021", "30"): FORM_2021, ("2019", "60"): FORM_2019}
_ISSUER = "国办公开办函"
_SUBJECT = re.compile(r"年度?报告?(?:格式|有关事项)|年度报告|编制")
_FORMAT = re.compile(r"年度报告格式》[^》]{0,4}$|年度报告格式〉的通知》[^》]{0,4}$")

_MATTERS = re.compile(r"年度报告有关事项的?通知》[^》]{0,4}$")


def check(facts: Facts) -> Iterator[Finding]:
    """The circulars' year and serial under another issuer's mark, or the right mark and title with another serial."""
    for view in facts.prose.views:
        for found in _NUMBER.finditer(view.text):
            right = _intended(view.text, found)
            if right:
                span = view.span(*found.span())
                fix = Fix(f"写作“{right}”", (Edit(span, right),), Safety.DISPLAY)
                message = f"年度报告格式的文号写作“{found.group()}”，应为“{right}”"
                yield Finding(span, message, expected=right, actual=found.group(), fix=fix)


def _intended(text: str, found: re.Match[str]) -> str:
    """The right number where this one cannot be right; empty where it is, or where another document may be meant."""
    right = _RIGHT.get((found["year"], found["serial"]), "")
    if right and not found["issuer"].endswith(_ISSUER):
        named = "公开" in found["issuer"] or _SUBJECT.search(sentence_of(text, *found.span()))
        return right if named else ""
    if not right and _FORMAT.search(text[: found.start()]):
        return FORM_2021
    return FORM_2019 if not right and _MATTERS.search(text[: found.start()]) else ""


RULE = Rule(
    code="F401",
    name="circular-number",
    severity=Severity.ERROR,
    summary="年度报告格式的文号是国办公开办函〔2021〕30号",
    basis=(FORM_2021,),
    needs=("sections",),
    check=check,
    reach="paragraph",
    sign=re.compile("号"),
    examples=(
        Bad(preamble="按照⟦国办发〔2021〕30号⟧文件要求，编制本年度报告。统计期限为2024年1月1日至12月31日。"),
        Bad(
            preamble="根据《中华人民共和国政府信息公开工作年度报告格式》（⟦国办公开办函〔2021〕33号⟧）编制。"
            "统计期限为2024年1月1日至12月31日。"
        ),
        Bad(
            preamble="根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》"
            "（⟦国办公开办函〔2019〕16号⟧）编制。统计期限为2024年1月1日至12月31日。"
        ),
        Good(),
        Good(
            preamble="按照国务院办公厅国办公开办函〔2021〕30号要求，编制本年度报告。统计期限为2024年1月1日至12月31日。"
        ),
        Good(sections={"other": "落实国办发〔2021〕30号文件，推进政务服务便民热线优化。未收取信息处理费。"}),
        Good(sections={"other": "落实国办公开办函〔2019〕61号文件，规范平台栏目。未收取信息处理费。"}),
    ),
)
