"""HTML cut into tags and text, each with its place in the source.

lxml and html5lib forget where a character stood; this keeps to the tokenisation rules of the HTML standard that matter
for published pages, in one linear pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.model.problem import UnreadableInput

MAX_TOKENS = 120_000
"""Tags and stretches of text; a report pasted from Word with a tag for every letter has about 20 000."""
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_REST = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_LOOSE = re.compile(r"[^>]*+>")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "noembed", "noframes"})


@dataclass(frozen=True, slots=True)
class Token:
    """A tag or some text. `name` is empty for text, `/name` for an end tag; attribute names are lower case."""

    name: str
    start: int
    end: int
    attributes: tuple[tuple[str, str], ...] = ()


def tokenize(source: str) -> Iterator[Token]:
    """The tags and text of a page; comments, declarations and the inside of scripts and styles are left out.

    Raises UnreadableInput when there are more than MAX_TOKENS.
    """
    for count, token in enumerate(_Tokenizer(source).run()):
        if count > MAX_TOKENS:
            raise UnreadableInput("too_large", "网页的标签数量异常，不是正常的报告网页，已停止读取。")
        yield token


class _Tokenizer:
    def __init__(self, source: str) -> None:
        self._source = source
        self._rest = _REST
        self._missing: set[str] = set()

    def run(self) -> Iterator[Token]:
        """The tokens in order."""
        source, at, text = self._source, 0, 0
        while (mark := source.find("<", at)) >= 0:
            if source.startswith(("<!", "<?"), mark):
                end = self._declaration(mark)
                token = None
            else:
                token = self._tag(mark)
                end = token.end if token else mark + 1
            if token is None and end == mark + 1:
                at = end
                continue
            if text < mark:
                yield Token("", text, mark)
            at = text = end
            if token is not None:
                yield token
                if token.name in _RAW:
                    at = text = self._raw_end(token)
                    if token.name == "title" and token.end < at:
                        yield Token("", token.end, at)
        if text < len(source):
            yield Token("", text, len(source))

    def _declaration(self, mark: int) -> int:
        closing = "-->" if self._source.startswith("<!--", mark) else ">"
        end = -1 if closing in self._missing else self._source.find(closing, mark + 2)
        if end < 0:
            # An unclosed comment would swallow the page; what follows is worth reading, the sign is not.
            self._missing.add(closing)
            return mark + 2
        return end + len(closing)

    def _tag(self, mark: int) -> Token | None:
        name = _NAME.match(self._source, mark)
        if name is None:
            return None
        rest = self._rest.match(self._source, name.end())
        if rest is None and self._rest is _REST:
            # A quotation mark that is never closed: from here on quotes cannot be trusted, and are not tried again.
            self._rest = _LOOSE
            rest = _LOOSE.match(self._source, name.end())
        if rest is None:
            return None
        if self._source[mark + 1] == "/":
            return Token("/" + name[1].lower(), mark, rest.end())
        found = _ATTRIBUTE.finditer(self._source, name.end(), rest.end() - 1)
        pairs = tuple((m[1].lower(), m[2] or m[3] or m[4] or "") for m in found)
        return Token(name[1].lower(), mark, rest.end(), pairs)

    def _raw_end(self, token: Token) -> int:
        if token.name in self._missing:
            return token.end
        found = re.compile(rf"</{token.name}[\s/>]", re.IGNORECASE).search(self._source, token.end)
        if found is None:
            self._missing.add(token.name)
            return token.end
        return found.start()
