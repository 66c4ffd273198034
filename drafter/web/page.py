"""The page itself and the policy under which a browser shows it."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from importlib.resources import files

from drafter.render.html import render


@lru_cache(maxsize=1)
def page(limit: int) -> str:
    """The page; `limit` is the most bytes that an upload may have."""
    script = _asset("page.js").replace("{{limit}}", str(limit))
    return _asset("page.html").replace("{{style}}", _asset("page.css")).replace("{{script}}", script)


@lru_cache(maxsize=1)
def policy(limit: int) -> str:
    """The content policy: this page's script and style, and those of the result page, which inherits it when shown.

    Only this server is asked for anything.
    """
    both = page(limit), render(())
    styles, scripts = (" ".join(_hash(_inside(tag, text)) for text in both) for tag in ("style", "script"))
    return (
        f"default-src 'none'; style-src {styles}; script-src {scripts}; connect-src 'self'; frame-src blob:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _asset(name: str) -> str:
    return (files("drafter.web") / "assets" / name).read_text(encoding="utf-8")


def _inside(tag: str, text: str) -> str:
    found = re.search(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
    assert found, tag
    return found.group(1)


def _hash(content: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
