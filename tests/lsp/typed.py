"""Messages as lsprotocol's types: what the types do not know, or would silently bend, is refused."""

from __future__ import annotations

from typing import Any, Union

from lsprotocol import converters, types

_CONVERTER = converters.get_converter()


def _action(value: Any, _: Any) -> types.Command | types.CodeAction:
    """lsprotocol's own reading takes an action that has a command for a command."""
    kind: Any = types.Command if isinstance(value.get("command"), str) else types.CodeAction
    action: types.Command | types.CodeAction = _CONVERTER.structure(value, kind)
    return action


_CONVERTER.register_structure_hook(Union[types.Command, types.CodeAction], _action)  # noqa: UP007 - the key


def validated(message: dict[str, Any], method: str) -> None:
    """Read a message that belongs to `method` and write it again. Raises AssertionError for an unknown method or
    property and a value that changes on the way, whatever cattrs raises for a shape that does not fit."""
    known = types.METHOD_TO_TYPES.get(method)
    assert known is not None, f"unknown method {method}"
    request_type, reply_type = known[0], known[1]
    if "error" in message:
        message_type: Any = types.ResponseErrorMessage
    else:
        message_type = request_type if "method" in message else reply_type
    again = _CONVERTER.unstructure(_CONVERTER.structure(message, message_type))
    assert _said(again) == _said(message), method


def _said(value: Any) -> Any:
    """A value without properties that are null: there they mean the same as none."""
    if isinstance(value, dict):
        return {key: _said(part) for key, part in value.items() if part is not None}
    return [_said(part) for part in value] if isinstance(value, list) else value
