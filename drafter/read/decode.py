"""Bytes of a text file to characters: UTF-8, UTF-16 and GB18030, told apart without guessing by language."""

from __future__ import annotations

import codecs
import re

from drafter.model.problem import UnreadableInput

LIMIT = 8 * 1024 * 1024
"""The largest text file or web page that is decoded, in bytes: a report has some hundred thousand."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` without its byte order mark, and the encoding's name; line breaks stay as they are.

    Raises UnreadableInput (empty, too_large, binary, encoding).
    """
    if len(data) > LIMIT:
        raise UnreadableInput(
            "too_large", f"文件有 {len(data) // 1048576} MB，超过 {LIMIT // 1048576} MB 的上限；请确认文件没有选错"
        )
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise UnreadableInput("empty", "文件是空的；请确认保存过内容")
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], name), name
    for name in ("utf-8", _utf16_without_bom(data), "gb18030"):
        text = _decoded(data, name)
        if text:
            _refuse_binary(text)
            return text, name
    raise UnreadableInput("encoding", "无法识别文字编码（试过 UTF-8、GB18030、UTF-16）；请另存为 UTF-8 文本")


def _strict(data: bytes, name: str) -> str:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableInput("encoding", f"文件头标明是 {name}，内容却解不开；请另存为 UTF-8 文本") from error
    if not text.strip():
        raise UnreadableInput("empty", "文件是空的；请确认保存过内容")
    _refuse_binary(text)
    return text


def _decoded(data: bytes, name: str) -> str:
    """The text, or nothing where the bytes are not in that encoding."""
    try:
        return data.decode(name) if name else ""
    except UnicodeDecodeError:
        return ""


def _utf16_without_bom(data: bytes) -> str:
    """UTF-16 shows itself by the zero bytes of its ASCII characters, all on one side."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if len(head) < 4 or len(data) % 2 or max(even, odd) < 4 or min(even, odd) > max(even, odd) // 8:
        return ""
    name = "utf-16-le" if odd > even else "utf-16-be"
    return name if sum("\u4e00" <= c <= "\u9fff" for c in _decoded(data, name)[:2000]) > 20 else ""


def _refuse_binary(text: str) -> None:
    """Raises UnreadableInput for text that is full of control characters, or that holds NUL where nothing else is
    wrong."""
    head = text[:65536]
    control = sum(1 for c in head if c < " " and c not in "\t\r\n\x0b\x0c")
    if control > max(4, len(head) // 100):
        raise UnreadableInput("binary", "这是二进制文件，不是文本；Word、PDF 请保留原来的扩展名（.docx、.pdf）")
    null = text.find("\x00")
    if null >= 0:
        line = 1 + len(re.findall(r"\r\n|\r|\n", text[:null]))
        raise UnreadableInput(
            "binary",
            f"文件已损坏：第 {line} 行有空字符（NUL），全文共 {text.count(chr(0))} 个；"
            "请用原来的软件打开核对，重新另存后再检查",
        )
