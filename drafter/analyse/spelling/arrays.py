"""Named numpy arrays in one file that is mapped, not read.

Layout: a JSON line (name, dtype, shape and byte offset of every array, and free `meta`), then the raw
little-endian arrays, each on a 64-byte boundary. The same arrays give the same bytes.
"""

from __future__ import annotations

import json
import mmap
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_ALIGN = 64


@dataclass(frozen=True, slots=True)
class ArrayFile:
    """The arrays of one file by name, and the plain values written with them."""

    arrays: Mapping[str, Array]
    meta: Mapping[str, Any]


def write_arrays(path: Path, arrays: Mapping[str, Array], meta: Mapping[str, Any]) -> None:
    """Write `arrays` and the JSON values of `meta` to `path`, replacing what was there all at once.

    Who has the old file mapped keeps it: a file rewritten in place would end his run. Raises OSError.
    """
    entries: dict[str, list[Any]] = {}
    offset = 0
    for name in sorted(arrays):
        array = arrays[name]
        entries[name] = [array.dtype.newbyteorder("<").str, list(array.shape), offset]
        offset = _padded(offset + array.nbytes)
    head = json.dumps({"arrays": entries, "meta": dict(meta)}, sort_keys=True, ensure_ascii=True).encode()
    head = head.ljust(_padded(len(head) + 1) - 1) + b"\n"
    made = path.with_name(path.name + ".new")
    try:
        with made.open("wb") as file:
            file.write(head)
            for name in sorted(arrays):
                data = np.ascontiguousarray(arrays[name]).astype(arrays[name].dtype.newbyteorder("<")).tobytes()
                file.write(data.ljust(_padded(len(data)), b"\0"))
        os.replace(made, path)
    finally:
        made.unlink(missing_ok=True)


def open_arrays(path: Path) -> ArrayFile:
    """Map the file that `write_arrays` wrote; nothing is read until it is used.

    Raises OSError when the file cannot be opened and ValueError when it is not such a file.
    """
    with path.open("rb") as file:
        line = file.readline()
        try:
            head = json.loads(line)
            entries, meta = head["arrays"], head["meta"]
        except (ValueError, KeyError, TypeError) as error:
            raise ValueError(f"{path}: not a file of arrays") from error
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return ArrayFile({name: _view(data, len(line), *entry) for name, entry in entries.items()}, meta)


def _view(data: mmap.mmap, base: int, dtype: str, shape: list[int], offset: int) -> Array:
    count = int(np.prod(shape, dtype=np.int64))
    flat: Array = np.frombuffer(data, dtype=np.dtype(dtype), count=count, offset=base + offset)
    return flat.reshape(shape)


def _padded(size: int) -> int:
    return -(-size // _ALIGN) * _ALIGN
