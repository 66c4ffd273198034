"""The protocol layer, with its own copy of the texts left out.

It would keep one that takes U+2028 and form feeds for line ends, it moves positions beyond such a line's end before the
desk sees them, and it keeps a future of every notification for ever. The desk's buffers are the only copy.
"""

from __future__ import annotations

import logging

from lsprotocol import types
from pygls.protocol.language_server import LanguageServerProtocol, lsp_method


class _LateCancels(logging.Filter):
    """Drops the warning about a request that was answered before its cancellation came: editors show what a server
    logs, and nothing is wrong."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is kept."""
        return not str(record.msg).startswith("Cancel notification for unknown message")


logging.getLogger("pygls.protocol.json_rpc").addFilter(_LateCancels())


class DraftProtocol(LanguageServerProtocol):
    """Hands text notifications on as they came."""

    def _hand_on(self, method: str, params: object) -> None:
        handler = self.fm.features.get(method)
        if handler is not None:
            handler(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A text is opened."""
        self._hand_on(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text is changed."""
        self._hand_on(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A text is closed."""
        self._hand_on(types.TEXT_DOCUMENT_DID_CLOSE, params)
