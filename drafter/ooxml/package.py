"""A zip package read under limits, and written back with everything unchanged left as it is."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from drafter.model.problem import UnreadableInput

MAX_MEMBERS = 3000
MAX_PART = 16 * 1024 * 1024
"""Bytes of one unpacked part; the largest real report has less than half a megabyte of XML."""
_FLAG_ENCRYPTED = 0x1
_FLAG_DESCRIPTOR = 0x8
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def _damaged(why: str) -> UnreadableInput:
    return UnreadableInput("damaged", f"文件已损坏，无法解压（{why}）。请在 Word 或 WPS 中打开并另存后再试。")


@dataclass(frozen=True, slots=True)
class Package:
    """The members of a zip; `read` unpacks one at a time and never more than MAX_PART bytes."""

    data: bytes
    members: Mapping[str, zipfile.ZipInfo]

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def read(self, name: str) -> bytes:
        """The bytes of a member. Raises UnreadableInput when it is absent, damaged or too large."""
        info = self.members.get(name)
        if info is None:
            raise _damaged(f"缺少 {name}")
        if info.file_size > MAX_PART:
            raise _too_large(name)
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive, archive.open(info) as stream:
                content = stream.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
            ValueError,
        ) as error:
            raise _damaged(type(error).__name__) from error
        if len(content) > MAX_PART:
            raise _too_large(name)
        return content


def _too_large(name: str) -> UnreadableInput:
    return UnreadableInput(
        "too_large", f"文件中的 {name} 解压后超过 {MAX_PART // 1024 // 1024} MB，不是正常的报告，已停止读取。"
    )


def open_package(data: bytes) -> Package:
    """List the members of a zip.

    Raises UnreadableInput for a damaged, encrypted or oversized archive.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, struct.error) as error:
        raise _damaged(type(error).__name__) from error
    if len(infos) > MAX_MEMBERS:
        raise UnreadableInput("too_large", f"压缩包内有 {len(infos)} 个文件，不是正常的 Word 文档，已停止读取。")
    if any(info.flag_bits & _FLAG_ENCRYPTED for info in infos):
        raise UnreadableInput("encrypted", "文件已加密。请在 Word 或 WPS 中取消密码后另存，再检查。")
    return Package(data, {info.filename: info for info in infos})


def rewrite(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package with the members of `changed` replaced or added.

    Other members are copied as the packed bytes they are, so nothing of them is unpacked.
    """
    out = io.BytesIO()
    directory = io.BytesIO()
    names = [*package.members, *(n for n in changed if n not in package.members)]
    for name in names:
        if name in changed:
            info, packed = _pack(name, changed[name])
        else:
            info, packed = package.members[name], _packed(package, package.members[name])
        _write(out, directory, info, packed)
    offset = out.tell()
    out.write(directory.getvalue())
    out.write(_END.pack(b"PK\x05\x06", 0, 0, len(names), len(names), directory.tell(), offset, 0))
    return out.getvalue()


def _pack(name: str, content: bytes) -> tuple[zipfile.ZipInfo, bytes]:
    info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = squeeze.compress(content) + squeeze.flush()
    info.CRC, info.file_size, info.compress_size = zlib.crc32(content), len(content), len(packed)
    return info, packed


def _packed(package: Package, info: zipfile.ZipInfo) -> bytes:
    header = package.data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\x03\x04":
        raise _damaged(info.filename)
    *_, name_length, extra_length = _LOCAL.unpack(header)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    return package.data[start : start + info.compress_size]


def _write(out: io.BytesIO, directory: io.BytesIO, info: zipfile.ZipInfo, packed: bytes) -> None:
    raw_name, utf8 = _encoded_name(info)
    flags = info.flag_bits & ~_FLAG_DESCRIPTOR | utf8
    year, month, day, hour, minute, second = info.date_time
    date, time = (year - 1980) << 9 | month << 5 | day, hour << 11 | minute << 5 | second // 2
    sizes = (info.CRC, info.compress_size, info.file_size)
    offset = out.tell()
    out.write(_LOCAL.pack(b"PK\x03\x04", 20, flags, info.compress_type, time, date, *sizes, len(raw_name), 0))
    out.write(raw_name + packed)
    made, attributes = info.create_system << 8 | 20, (info.internal_attr, info.external_attr, offset)
    fields = (made, 20, flags, info.compress_type, time, date, *sizes, len(raw_name), 0, 0, 0, *attributes)
    directory.write(_CENTRAL.pack(b"PK\x01\x02", *fields) + raw_name)


def _encoded_name(info: zipfile.ZipInfo) -> tuple[bytes, int]:
    name = info.orig_filename if info.orig_filename.isascii() else info.filename
    return (name.encode("ascii"), 0) if name.isascii() else (name.encode("utf-8"), 0x800)
