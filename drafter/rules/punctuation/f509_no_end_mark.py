"""一段话的末尾要有句号等句末标点。

标题、小标题、落款、联系方式，以及按行断开的文本（每行末尾都没有标点）不报。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.diagnostic import Edit, Fix, Safety, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.punctuation.marks import HAN, MARKS_STANDARD

_ENDS = "。！？；：…”’）》】〕.!?;:"
_PLAIN_END = re.compile(rf"[{HAN}0-9%％]$")
_HEADING = re.compile(
    r"^(?:第[一二三四五六七八九十]+[章节条部]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,2}[.．、]|#|\||附件|注[:：])"
)
_SAYS = re.compile(r"未|没有|已|均|无|收取|发生|发送|公开了|(?<!\d)\d+余?[条件项次个份篇期场]")
_NOT_PROSE = re.compile(
    r"(?:电话|地址|邮箱|邮编|网址|传真|联系人|责任编辑|来源|作者|发布(?:时间|日期|机构)|文号|栏目|标题|链接|目录)[:：]"
    r"|\d{4}年\d{1,2}月\d{1,2}日$|报告$|[>›»]|首页|https?:"
    r"|浏览|阅读|点击|版权|主办|承办|备案|标识码|扫一扫|字号|分享|收藏|[上下]一篇|(?:下载|打印|关闭|分享|返回)$"
)
_SHORTEST = 15
_WRAPPED = 0.3


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for every paragraph that simply stops."""
    plain = facts.config.plain
    lines = [(line, words) for line, words in facts.prose.lines if len(words) >= _SHORTEST]
    open_ended = [line for line, words in lines if _stops(words, plain=plain)]
    if facts.document.container == "pdf" or len(open_ended) > max(2, _WRAPPED * len(lines)):
        return
    for line in open_ended:
        at = Span(line.end, line.end)
        fix = Fix("段末加句号", (Edit(at, "。"),), Safety.UNSAFE)
        yield Finding(Span(line.end - 1, line.end), "这一段末尾没有句号", fix=fix)


@lru_cache(maxsize=512)
def _stops(line: str, *, plain: bool) -> bool:
    text = line.rstrip()
    if not _PLAIN_END.search(text) or _HEADING.search(text) or _NOT_PROSE.search(text):
        return False
    inner = re.sub(r"《[^》]*》", "", text)
    if "。" in inner:
        return True
    if plain:
        return len(text) >= 40 and inner.count("，") >= 2
    return "，" in inner or bool(_SAYS.search(inner))


RULE = Rule(
    code="F509",
    name="no-end-mark",
    severity=Severity.WARNING,
    summary="段末要有句末标点",
    basis=(MARKS_STANDARD,),
    needs=("sentences",),
    check=check,
    examples=(
        Bad(lines={"未收取信息处理费。": "未收取信息处理⟦费⟧"}),
        Bad(text="加强培训，提高能力。全年组织培训2次，参加人员80⟦人⟧"),
        Good(text="加强培训，提高能力。全年组织培训2次，参加人员80人。\n（一）加强组织领导和业务培训工作"),
        Good(text="联系电话：0000-1234567，地址：青石镇政府大院一楼东侧"),
    ),
)
