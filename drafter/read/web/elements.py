"""What the elements of a page are for."""

from __future__ import annotations


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


VOID = _names("area base br col embed hr img input link meta param source track wbr")
"""Elements without content or end tag."""

BLOCK = _names(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot
    th thead tr ul"""
)
"""Elements that begin a new line."""

UNSEEN = _names("script style noscript template iframe object svg select button textarea title head audio video map")
"""Elements of which a browser shows nothing, or nothing of the article."""

NO_CONTAINER = (
    {""}
    | UNSEEN
    | _names(
        """a b big blockquote center dd dl dt em font h1 h2 h3 h4 h5 h6 i label li ol p pre small span
        strong sub sup u ul"""
    )
)
"""Elements that hold words of an article rather than the article; text itself has no name."""

NO_TITLE = _names("a li ul table tr tbody style script") | {""}
"""Elements that are no heading by themselves."""
