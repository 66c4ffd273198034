"""What a message of the server says, without how it is worded: two servers that work alike say equal things."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Places = tuple[int, int, int, int]

_CODE = re.compile(r"\b[A-Z]\d{3}\b")
_ADDRESS = re.compile(r"`([a-z_.]+)`")


def meaning(method: str, message: dict[str, Any]) -> Any:
    """The meaning of a request or notification of the server, or of its reply to one of `method`."""
    if "error" in message:
        return message["error"]["code"]
    if "method" in message:
        return _TOLD.get(method, lambda params: params)(message.get("params"))
    return _REPLIES.get(method, lambda result: result)(message["result"])


def _places(given: dict[str, Any]) -> Places:
    start, end = given["start"], given["end"]
    return start["line"], start["character"], end["line"], end["character"]


def _findings(result: dict[str, Any]) -> Any:
    return result["kind"], [_finding(d) for d in result.get("items", ())]


def _finding(d: dict[str, Any]) -> Any:
    page = d.get("codeDescription", {}).get("href", "").rpartition("/")[2]
    related = [(r["location"]["uri"], _places(r["location"]["range"])) for r in d.get("relatedInformation", ())]
    return d["code"], d["severity"], d["source"], _places(d["range"]), page, related


def _actions(result: list[dict[str, Any]]) -> Any:
    return [_action(a) for a in result]


def _action(a: dict[str, Any]) -> Any:
    changes = a.get("edit", {}).get("changes", {})
    edits = [(uri, _places(e["range"]), e["newText"]) for uri, made in changes.items() for e in made]
    command = a.get("command", {})
    told = [(d["code"], _places(d["range"])) for d in a.get("diagnostics", ())]
    return a["kind"], a.get("isPreferred", False), edits, command.get("command"), command.get("arguments"), told


def _hover(result: dict[str, Any] | None) -> Any:
    if result is None:
        return None
    parts = result["contents"]["value"].split("\n\n---\n\n")
    return result["contents"]["kind"], _places(result["range"]), [_subject(part) for part in parts]


def _subject(part: str) -> Any:
    """A finding by its code, a cell by its address, a claim by its figures."""
    head = part.partition("\n")[0]
    for mark in (_CODE, _ADDRESS):
        found = mark.findall(head)
        if found:
            return found[0]
    return re.findall(r"\d+", part)


def _symbols(result: list[dict[str, Any]]) -> Any:
    return [
        (s["name"], s["kind"], _places(s["range"]), _places(s["selectionRange"]), _symbols(s["children"]))
        for s in result
    ]


def _sentences(result: dict[str, Any]) -> Any:
    """Where sentences would go; which there are is the phrase book's matter."""
    places = {(_places(i["textEdit"]["range"]), i["insertTextFormat"], i["kind"]) for i in result["items"]}
    return result["isIncomplete"], sorted(places)


_REPLIES: dict[str, Callable[[Any], Any]] = {
    "initialize": lambda result: result["capabilities"],
    "textDocument/diagnostic": _findings,
    "textDocument/codeAction": _actions,
    "textDocument/hover": _hover,
    "textDocument/documentSymbol": _symbols,
    "textDocument/completion": _sentences,
}
_TOLD: dict[str, Callable[[Any], Any]] = {
    "window/workDoneProgress/create": lambda params: None,
    "$/progress": lambda params: params["value"]["kind"],
    "window/showMessage": lambda params: params["type"],
}
