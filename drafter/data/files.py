"""Files for people: names that can be written anywhere, and in Chinese why one could not be opened or written."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只读",
    errno.ENOSPC: "磁盘满了",
    errno.EFBIG: "文件太大",
    errno.EIO: "磁盘读写出错",
    errno.EEXIST: "已经有了同名的文件",
    errno.EBUSY: "别的程序正在用",
    errno.ETXTBSY: "别的程序正在用",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接互相指来指去",
    errno.EMFILE: "打开的文件太多",
    errno.EADDRINUSE: "已经有程序在用",
    errno.EADDRNOTAVAIL: "地址不能用",
}


def readable(name: str) -> str:
    """A file's name as text; bytes of it that are no UTF-8 become �."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in name)


def reason(error: OSError) -> str:
    """The cause of an error; what has no Chinese words here stays as the system says it."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
