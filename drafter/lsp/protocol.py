"""The protocol layer, with its own copy of the texts left out.

It would keep one that takes U+2028 and form feeds for line ends, it moves positions beyond such a line's end before the
desk sees them, and it keeps a future of every notification for ever. The desk's buffers are the only copy.
"""

from __future__ import annotations

from lsprotocol import types
from pygls.protocol.language_server import LanguageServerProtocol, lsp_method


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
