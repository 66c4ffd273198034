"""Build time only: likeness tables from pypinyin (sounds) and char-similar (strokes, four corners, parts)."""

from __future__ import annotations

import importlib.util
import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from drafter.analyse.spelling.likeness import FUZZY, NEAR, SAME_SYLLABLE, SAME_TONE, Likeness

F32 = npt.NDArray[np.float32]
_FUZZY = (("^zh", "z"), ("^ch", "c"), ("^sh", "s"), ("^[nr]", "l"), ("^f", "h"), ("ng$", "n"))
_SHAPES_EACH = 60
_USUAL = 1000  # characters in most use: only they are what a letter too many or too few stands for
_LEAST_SHAPE = 0.38
_WEIGHTS = (0.45, 0.15, 0.40)  # stroke order, four corners, parts


def fuzzy_key(syllable: str) -> str:
    """The syllable with the initials and finals that speakers mix up made one: zhang and zan are both zan."""
    for pattern, to in _FUZZY:
        syllable = re.sub(pattern, to, syllable)
    return syllable


@cache
def _read_in_words() -> frozenset[tuple[str, str]]:
    """(character, reading) pairs that pypinyin's phrases hold: readings that are in use."""
    from pypinyin.constants import PHRASES_DICT
    from pypinyin.contrib.tone_convert import to_tone3

    forms = {(char, said[0]) for phrase, row in PHRASES_DICT.items() for char, said in zip(phrase, row, strict=False)}
    return frozenset((char, to_tone3(said, neutral_tone_with_five=True)) for char, said in forms)


@cache
def readings(char: str) -> tuple[str, ...]:
    """The syllables of a character with tone numbers, the most usual first; those in no phrase are left out."""
    from pypinyin import Style, pinyin

    first, *others = pinyin(char, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0]
    return (first, *(other for other in others if (char, other) in _read_in_words()))


def common_characters() -> tuple[str, ...]:
    """The 6,763 characters of GB/T 2312."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return tuple(sorted(char for row in rows for char in row.decode("gb2312", "ignore")))


def rare_characters() -> tuple[str, ...]:
    """The other Han characters of GBK: written only by mistake, as a rule."""
    common = frozenset(common_characters())
    rows = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF))
    chars = {char for row in rows for char in row.decode("gbk", "ignore") if "\u4e00" <= char <= "\u9fff"}
    return tuple(sorted(chars - common))


def build_likeness(meant: Sequence[str]) -> Likeness:
    """Tables for the characters of GBK, towards the characters in `meant`, which come in order of use.

    Raises ModuleNotFoundError when pypinyin or char-similar is missing.
    """
    chars = common_characters() + rare_characters()
    usual = len(common_characters())
    rank = {char: k for k, char in enumerate(meant)}
    goal = [k for k, char in enumerate(chars) if char in rank]
    levels = _sound_levels(chars, goal)
    degrees = _shape_degrees(chars, goal)
    # A rare character is the slip of a finger or of a scanner: only the closest likeness explains it.
    levels[usual:][levels[usual:] < SAME_SYLLABLE] = 0
    far = np.array([rank[chars[k]] >= _USUAL for k in goal])
    levels[(levels == NEAR) & far[None, :]] = 0
    rows: dict[str, list[tuple[int, int, int]]] = {}
    for k, char in enumerate(chars):
        near = np.flatnonzero((levels[k] > 0) | (degrees[k] > 0))
        rows[char] = [(ord(chars[goal[j]]), int(levels[k, j]), int(degrees[k, j])) for j in near if goal[j] != k]
    return _packed(rows, _keys(chars))


def _packed(rows: dict[str, list[tuple[int, int, int]]], keys: npt.NDArray[np.uint16]) -> Likeness:
    widths = np.zeros(0x10001, dtype=np.int32)
    for char, row in rows.items():
        widths[ord(char) + 1] = len(row)
    flat = np.array([entry for char in sorted(rows) for entry in rows[char]], dtype=np.int64).reshape(-1, 3)
    right, sound, shape = flat[:, 0].astype(np.uint16), flat[:, 1].astype(np.uint8), flat[:, 2].astype(np.uint8)
    return Likeness(np.cumsum(widths, dtype=np.int32), right, sound, shape, keys)


def _keys(chars: Sequence[str]) -> npt.NDArray[np.uint16]:
    """The number of the fuzzy syllable of every character."""
    first = {char: fuzzy_key(_toneless(readings(char)[0])) for char in chars}
    numbers = {key: k for k, key in enumerate(sorted(set(first.values())), start=1)}
    keys = np.zeros(0x10000, dtype=np.uint16)
    for char, key in first.items():
        keys[ord(char)] = numbers[key]
    return keys


def _sound_levels(chars: Sequence[str], goal: Sequence[int]) -> npt.NDArray[np.uint8]:
    """Level of every (character, goal character)."""
    out = np.zeros((len(chars), len(goal)), dtype=np.uint8)
    said = [readings(char) for char in chars]
    holders: dict[tuple[int, str], list[int]] = defaultdict(list)
    for j, k in enumerate(goal):
        for form in said[k]:
            for shared in _sound_names(form):
                holders[shared].append(j)
    for k, forms in enumerate(said):
        for level, name in sorted({shared for form in forms for shared in _sound_names(form)}):
            columns = np.array(holders.get((level, name), []), dtype=np.int64)
            out[k, columns] = np.maximum(out[k, columns], level)
    return out


def _sound_names(form: str) -> set[tuple[int, str]]:
    """What two readings must share to be alike, by level.

    Near: one letter typed too many or too few (zhe, zhen) - two syllables share a form with one letter dropped.
    """
    bare = _toneless(form)
    names = {(SAME_TONE, form), (SAME_SYLLABLE, bare), (FUZZY, fuzzy_key(bare)), (NEAR, bare + "+")}
    names |= {(NEAR, bare[:k] + bare[k + 1 :] + "+") for k in range(1, len(bare)) if len(bare) > 2}
    return names


def _toneless(form: str) -> str:
    return form.rstrip("12345")


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What char-similar knows of every character."""

    order: dict[str, str]
    corners: dict[str, str]
    parts: dict[str, list[str]]


def _drawing() -> _Drawing:
    spec = importlib.util.find_spec("char_similar")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("char_similar (pip install --no-deps char-similar)", name="char_similar")
    folder = Path(spec.submodule_search_locations[0]) / "data"

    def table(name: str) -> dict[str, Any]:
        return dict(json.loads((folder / f"char_{name}.dict").read_text(encoding="utf-8")))

    return _Drawing(table("order"), table("fourangle"), table("stroke"))


def _shape_degrees(chars: Sequence[str], goal: Sequence[int]) -> npt.NDArray[np.uint8]:
    """0 where a goal character does not look like the character, else 1..255."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    drawing = _drawing()
    order = [drawing.order.get(char, "") for char in chars]
    meant = [order[k] for k in goal]
    strokes = cdist(order, meant, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
    degree = _WEIGHTS[0] * strokes + _WEIGHTS[1] * _corners(drawing, chars, goal)
    shared, inside = _parts(drawing, chars, goal)
    degree += _WEIGHTS[2] * shared
    rank = np.argsort(np.argsort(-degree, axis=1, kind="stable"), axis=1, kind="stable")
    alike = (degree >= _LEAST_SHAPE) & ((rank < _SHAPES_EACH) | (shared >= 0.5) | inside)
    return np.where(alike | inside, np.clip(np.rint(degree * 255), 1, 255), 0).astype(np.uint8)


def _corners(drawing: _Drawing, chars: Sequence[str], goal: Sequence[int]) -> F32:
    codes = np.array([list(str(drawing.corners.get(char, "")).ljust(5, "?")[:5]) for char in chars])
    codes[codes == "?"] = ""
    same = sum((codes[:, None, k] == codes[goal][None, :, k]).astype(np.float32) for k in range(5))
    return np.asarray(same, dtype=np.float32) / np.float32(5)


def _parts(drawing: _Drawing, chars: Sequence[str], goal: Sequence[int]) -> tuple[F32, npt.NDArray[np.bool_]]:
    """How much of their parts two characters share (rare parts weigh more), and whether one is a part of the other."""
    sets = [frozenset(drawing.parts.get(char, ())) | {char} for char in chars]
    holders: dict[str, list[int]] = defaultdict(list)
    for k, parts in enumerate(sets):
        for part in sorted(parts):
            holders[part].append(k)
    weight = {part: float(np.log(len(chars) / len(held))) for part, held in holders.items()}
    column = {k: j for j, k in enumerate(goal)}
    shared = np.zeros((len(chars), len(goal)), dtype=np.float32)
    inside = np.zeros(shared.shape, dtype=bool)
    for part, held in holders.items():
        columns = [column[k] for k in held if k in column]
        shared[np.ix_(held, columns)] += weight[part]
    total = np.array([sum(weight[p] for p in parts if p != chars[k]) or 1.0 for k, parts in enumerate(sets)])
    shared /= np.maximum(total[:, None], total[goal][None, :])
    index = {char: k for k, char in enumerate(chars)}
    for k, parts in enumerate(sets):
        for part in parts & index.keys():
            for whole, piece in ((k, index[part]), (index[part], k)):
                if piece in column and whole != piece:
                    inside[whole, column[piece]] = True
    return np.minimum(shared, 1), inside
