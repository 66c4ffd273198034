"""Pairs of neighbouring characters, the keys of the index.

Pairs are hashed to 17 bits: that bounds the number of lists, and so their overhead, while a false companion now and
then only costs a candidate that the exact measure throws out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
BUCKETS = 1 << 17
# Knuth's multiplicative hash, the golden ratio of 2^32.
_MULTIPLIER = 2654435761
_BREAK = "\n"


@lru_cache(maxsize=1)
def _letters() -> npt.NDArray[np.bool_]:
    """Which characters of the basic plane count: letters and digits, not punctuation, spaces or slots."""
    return np.array([chr(code).isalnum() for code in range(0x10000)], dtype=np.bool_)


def pairs(texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Every distinct hashed pair of every text, and the positions of their texts; sorted by pair, then position.

    Only letters and digits of the basic plane make pairs.
    """
    joined = _BREAK.join(text.replace(_BREAK, " ") for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    place = np.cumsum(codes == ord(_BREAK))
    good = (codes < 0x10000) & _letters()[np.minimum(codes, 0xFFFF)]
    first = np.flatnonzero(good[:-1] & good[1:])
    pair = codes[first] << 16 | codes[first + 1]
    hashed = (pair * _MULTIPLIER >> 15) & (BUCKETS - 1)
    keys = np.unique(hashed << 32 | place[first])
    return keys >> 32, keys & 0xFFFFFFFF
