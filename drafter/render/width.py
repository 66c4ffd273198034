"""How wide characters stand on a terminal."""

from __future__ import annotations

import unicodedata


def width(text: str) -> int:
    """Columns of a text; East Asian wide characters take two, combining ones none."""
    return sum(_char_width(c) for c in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200b\u200c\u200d\ufeff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WFA" else 1


def window(text: str, start: int, end: int, most: int) -> tuple[str, int, int]:
    """A part of a line at most about `most` columns wide around `start`..`end`, and where these stand in it."""
    if width(text) <= most:
        return text, start, end
    shown_end = min(end, start + most // 3)
    room = max(most - width(text[start:shown_end]), 0) // 2
    left = start
    while left > 0 and width(text[left - 1 : start]) <= room:
        left -= 1
    right = shown_end
    while right < len(text) and width(text[shown_end : right + 1]) <= room:
        right += 1
    head = "…" if left else ""
    tail = "…" if right < len(text) else ""
    return head + text[left:right] + tail, start - left + len(head), shown_end - left + len(head)
