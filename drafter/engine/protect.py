"""What no fix may touch: figures, dates, file numbers and the agency's name. Such fixes are shown, never applied."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from drafter.model.diagnostic import Diagnostic, Edit, Safety
from drafter.model.span import Span

_NUMERALS = "〇零一二三四五六七八九十百千万亿两"
_DIGITS = r"0-9０-９"
_PROTECTED = re.compile(
    rf"[\u4e00-\u9fff]{{0,8}}[〔\[［（(【][{_DIGITS}]{{4}}[〕\]］）)】]\s*第?[{_DIGITS}]+号"  # 文号
    rf"|[{_DIGITS}](?:[{_DIGITS}]|[,，.．:：](?=[{_DIGITS}]))*(?:[ \u3000]*[年月日号时分%％‰万亿])*"
    rf"|第[{_NUMERALS}]+|[{_NUMERALS}]{{1,20}}(?=[年月日号条款件份宗起元届期])"
)
_DIGIT = re.compile(rf"[{_DIGITS}]")


def guarded(diagnostics: Sequence[Diagnostic], text: str, names: Iterable[str]) -> list[Diagnostic]:
    """The findings, with fixes that touch anything protected downgraded to display. `names` are proper names that must
    stay as they are."""
    if not any(d.fix and d.fix.safety is not Safety.DISPLAY for d in diagnostics):
        return list(diagnostics)
    protected = Protected(text, names)
    return [_guarded(d, protected) for d in diagnostics]


def _guarded(diagnostic: Diagnostic, protected: Protected) -> Diagnostic:
    fix = diagnostic.fix
    if fix is None or fix.safety is Safety.DISPLAY or not any(protected.touched(e) for e in fix.edits):
        return diagnostic
    return replace(diagnostic, fix=replace(fix, safety=Safety.DISPLAY))


class Protected:
    """The protected places of a text."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self._text = text
        words = "|".join(re.escape(n) for n in sorted(set(names), key=len, reverse=True) if len(n) > 1)
        spans = [Span(*m.span()) for m in _PROTECTED.finditer(text)]
        spans += [Span(*m.span()) for m in re.finditer(words, text)] if words else []
        self._spans = sorted(spans)
        self._longest = max(map(len, spans), default=0)

    def touched(self, edit: Edit) -> bool:
        """Whether an edit brings in a digit, or changes or splits a protected place; blanks inside one may go as long
        as no two digits come together."""
        if _DIGIT.search(edit.text):
            return True
        old = edit.span.of(self._text)
        if not old.strip() and not edit.text:
            return self._joins_digits(edit.span)
        return any(self._meets(edit.span, place) for place in self._near(edit.span))

    def _near(self, span: Span) -> list[Span]:
        first = bisect_left(self._spans, Span(max(span.start - self._longest, 0), max(span.start - self._longest, 0)))
        last = bisect_left(self._spans, Span(span.end, span.end))
        return self._spans[first:last]

    @staticmethod
    def _meets(span: Span, place: Span) -> bool:
        return place.overlaps(span) or (not len(span) and place.start < span.start < place.end)

    def _joins_digits(self, span: Span) -> bool:
        before, after = self._text[max(span.start - 1, 0) : span.start], self._text[span.end : span.end + 1]
        return bool(_DIGIT.search(before) and _DIGIT.search(after))
