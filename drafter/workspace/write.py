"""Writes a file so that a failure leaves the old one whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from drafter.model.problem import Problem


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file `path` (or what the link points to) by `data`, keeping its permissions.

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
        os.replace(name, target)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem("unwritable", f"{path} 写不进去：{error.strerror or error}；请核对权限，或先关闭打开它的程序")
