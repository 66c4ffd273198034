"""Finds lexicons/, templates/ and corpus/, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def resource_dir(name: str) -> Path:
    """The folder `lexicons`, `templates` or `corpus`.

    Raises FileNotFoundError when neither the wheel's copy nor the checkout has it.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parent):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"drafter 安装不完整：找不到 {name}/，请重新安装")
