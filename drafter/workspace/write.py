"""Writes a file so that a failure leaves the old one whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from drafter.data.files import reason
from drafter.model.problem import Problem


def write_output(path: Path, data: bytes) -> None:
    """Write what a command was asked to put into `path`; devices and pipes take it as it comes.

    Raises Problem (kind `unwritable`).
    """
    if not os.path.exists(path) or os.path.isfile(path):
        write_atomically(path, data)
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise _unwritable(path, error) from error


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file `path` (or what the link points to) by `data`, keeping its permissions; a new one gets the
    usual ones.

    Raises Problem (kind `unwritable`).
    """
    target = path.resolve()
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".drafter-")
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, name)
        else:
            os.chmod(name, 0o666 & ~_umask())
        os.replace(name, target)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _umask() -> int:
    """The permissions that new files do not get; there is no way to ask but to set them."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem("unwritable", f"{path} 写不进去：{reason(error)}；请核对权限，或先关闭打开它的程序")
