"""A report of the length and the wording of a real one: a composed draft, its open places filled and confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.compose.text import as_text
from drafter.corpus.store import Store
from tests.support.make_drafts import draft

AGENCY = "云溪县人民政府"
_IN_PARAGRAPH = 3
_CONFIRM = re.compile("【请确认：(.*?)】")
_FILL = re.compile("【请填写：(.*?)】")
_TIED = re.compile(
    r"20\d\d|上年|申请|复议|诉讼|规章|规范性文件|许可|处罚|强制|收费|政府|委员会|[局镇乡街道县区市办处院]|^[一二三四]是|除上述"
)
_FILLED = (
    ("收取或者", "未收取"),
    ("没有的写未发生", "未发生"),
    ("地址", "云溪县人民路1号"),
    ("邮编", "010000"),
    ("电话", "0100-7730026"),
    ("机构", "云溪县人民政府办公室"),
    ("名称", "云溪县人民政府门户网站和政务新媒体"),
)


def report(length: int, seed: int = 4) -> str:
    """A report of at least `length` code points; each seed gives other figures and other sentences.

    It is drafted for a county, and its prose is made longer by sentences of the embedded sample corpus that name
    neither an agency nor a year nor anything the tables hold. No sentence stands twice. Raises ValueError when there
    are too few.
    """
    text = _CONFIRM.sub(r"\1", as_text(draft(AGENCY, seed)))
    text = _FILL.sub(lambda m: next((said for asked, said in _FILLED if asked in m[1]), "3"), text)
    lines = text.split("\n")
    places = [i for i, line in enumerate(lines) if _is_prose(line)]
    size = len(text)
    more = _sentences()
    start = seed * 37 % len(more)
    turned = more[start:] + more[:start]
    for i in range(0, len(turned), _IN_PARAGRAPH):
        paragraph = "".join(turned[i : i + _IN_PARAGRAPH])
        lines[places[i % len(places)]] += "\n" + paragraph
        size += len(paragraph) + 1
        if size > length:
            return "\n".join(lines)
    raise ValueError(f"no more than {size} code points")


@lru_cache(maxsize=1)
def _sentences() -> list[str]:
    with Store.open(None) as store:
        told = [p.text for entry in store.entries() for p in store.passages(entry)]
    return [t for t in dict.fromkeys(told) if len(t) > 20 and t.endswith("。") and not _TIED.search(t) and _usual(t)]


def _usual(text: str) -> bool:
    """Whether all characters are of the commoner 3,755: the sample's made-up place names are of the others."""
    return all(char.encode("gb2312", "replace") < b"\xd8" for char in text)


def _is_prose(line: str) -> bool:
    return len(line) > 30 and "\t" not in line and line.endswith("。")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of prose stand, headings and rows of tables left out."""
    at = 0
    for line in text.split("\n"):
        if _is_prose(line):
            yield at, at + len(line)
        at += len(line) + 1
