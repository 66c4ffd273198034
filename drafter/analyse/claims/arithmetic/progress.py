"""Work to do, work done and what is left of it: 任务57项，已完成52项，剩余5项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.analyse.claims.arithmetic.amounts import Amount
from drafter.analyse.claims.arithmetic.lists import compared, levels
from drafter.data.arithmetic import arithmetic_words
from drafter.model.claim import Progress

_WORDS = arithmetic_words()
_DONE = re.compile(
    rf"^(?:其中|截至目前|到目前|目前|现已|现|均已|均|已全部|已经|已|全部|年内|共|累计|实际|按期|按时|及时|当年|全年)*+"
    rf"(?P<verb>{_WORDS.any('done')})(?:了|完成|到位|完毕|完|的|整改)*+(?P<what>[\u4e00-\u9fff]{{0,4}})$"
)
_LEFT = re.compile(rf"^(?:目前|现|其中|已|另有|另)*+{_WORDS.any('left')}\w{{0,12}}$")
_NEGATED = re.compile("^(?:其中)?(?:未|尚未|没有|不|拟|计划|预计|力争|待)")
_WHOLE = re.compile(
    "任务|问题|事项|建议|提案|意见|工单|来信|留言|诉求|投诉|隐患|清单|目录|申请|问卷|整改|案件|线索|措施|项目|批示|提问|咨询|"
    "来电|办件|要点|错误|链接|金额|应收|应公开|可公开|需公开|拟公开"
)
_OUT_OF = re.compile(r"[\u4e00-\u9fff]{0,4}?[之当]?中(?![心小央国学医药文外转])[，,]?[^涉含附及每均]{0,8}$")
_DUE = re.compile("[应可需拟]公开")
_EACH = re.compile("每|均|最|单个|另")
_CARRIED = re.compile(_WORDS.any("carried"))
_MORE = re.compile("上年|去年|往年|结转|历年|遗留|此前")


def progress(sentence: Sequence[Amount], text: str) -> Iterator[Progress]:
    """What was done of what. `text` is the sentence: words of former years make it uncertain."""
    if _MORE.search(text):
        return
    for level in levels(sentence):
        counts = [a for a in level if a.kind == "count"]
        for at in range(len(counts) - 1):
            whole, done = counts[at], counts[at + 1]
            if (found := _done(whole, done)) is None:
                continue
            rest = counts[at + 2] if at + 2 < len(counts) else None
            left = rest if rest is not None and _rest(done, rest) else None
            due = done.value + (left.value if left else 0)
            larger = any(a.exact and a.measure == done.measure and a.value >= due for a in counts[:at])
            if larger and not _DUE.search(whole.label):
                continue
            yield Progress(
                whole.figure, done.figure, left.figure if left else None, may_exceed=_CARRIED.search(found) is not None
            )


def _done(whole: Amount, done: Amount) -> str | None:
    """The verb where `done` tells how much of `whole` was done."""
    own = whole.label + whole.tail
    if not (whole.exact and done.exact) or whole.measure != done.measure or compared(whole) or compared(done):
        return None
    if whole.joined or _EACH.search(own) or (done.joined and not whole.tail) or any(m in done.cut for m in "。！？；;"):
        return None
    if done.joined and _OUT_OF.match(done.label):
        return ""  # 参评86人中满意的84人
    match = _DONE.match(done.label)
    if match is not None and match["what"] not in own:
        return None
    if match is None or _NEGATED.match(done.label) or not _WHOLE.search(own):
        return None
    before = _DONE.match(whole.label)
    if before is not None and (match["what"] or not before["what"]):
        return None
    return match["verb"] if len(done.cut) <= 2 else None


def _rest(done: Amount, left: Amount) -> bool:
    """Whether `left` is what is left over after `done`."""
    near = left.measure == done.measure and left.exact and len(left.cut) == 1 and left.cut in "，,、；;"
    return near and _LEFT.match(left.label + (left.tail[:3] if left.label == "另有" else "")) is not None
