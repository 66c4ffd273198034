"""Binds the requests of the protocol to what answers them."""

from __future__ import annotations

from lsprotocol import types

from drafter.lsp.actions import ACCEPT, FIX_ALL, actions
from drafter.lsp.completion import Offer, offers
from drafter.lsp.convert import offset_of, range_of
from drafter.lsp.desk import Checked, Configure
from drafter.lsp.hover import hover
from drafter.lsp.outline import flat, folds, symbols
from drafter.lsp.server import DraftServer
from drafter.workspace.vocabulary import accept_word


def make_server(configure: Configure, *, use_corpus: bool = True) -> DraftServer:
    """A server with all its features, ready to be started."""
    server = DraftServer(configure, use_corpus=use_corpus)
    _texts(server)
    _findings(server)
    _reading(server)
    _writing(server)
    return server


def _texts(server: DraftServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(ls: DraftServer, params: types.DidOpenTextDocumentParams) -> None:
        ls.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(ls: DraftServer, params: types.DidChangeTextDocumentParams) -> None:
        ls.change(params)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(ls: DraftServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.close(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(ls: DraftServer, params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(".toml"):
            ls.refresh()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_settings(
        ls: DraftServer, params: types.DidChangeWatchedFilesParams | types.DidChangeConfigurationParams
    ) -> None:
        ls.refresh()


def _findings(server: DraftServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier="drafter"),
    )
    async def diagnostic(
        ls: DraftServer, params: types.DocumentDiagnosticParams
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        uri = params.text_document.uri
        checked = await ls.checked(uri)
        if checked is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        mark = f"{checked.revision}:{hash(checked.buffer.text)}"
        if mark == params.previous_result_id:
            return types.RelatedUnchangedDocumentDiagnosticReport(mark)
        return types.RelatedFullDocumentDiagnosticReport(ls.diagnostics(checked, uri), result_id=mark)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    async def code_action(ls: DraftServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = await ls.checked(params.text_document.uri)
        return actions(checked, params.text_document.uri, params) if checked else []

    @server.command(ACCEPT)
    def accept(ls: DraftServer, uri: str, word: str) -> None:
        draft = ls.desk.drafts.get(uri)
        if draft is None:
            return
        with ls.telling():
            path = accept_word(word, draft.path.parent)
            ls.refresh()
            words = f"已把“{word}”记入 {path}"
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Info, words))


def _reading(server: DraftServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def on_hover(ls: DraftServer, params: types.HoverParams) -> types.Hover | None:
        checked = await ls.checked(params.text_document.uri)
        found = hover(checked, offset_of(params.position, checked.buffer)) if checked else None
        if checked is None or found is None:
            return None
        return types.Hover(_markup(ls, found[1]), range_of(found[0], checked.buffer))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def document_symbol(
        ls: DraftServer, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
        checked = await ls.checked(params.text_document.uri)
        found = symbols(checked) if checked else []
        document = ls.client_capabilities.text_document
        outline = document.document_symbol if document else None
        if outline is not None and outline.hierarchical_document_symbol_support:
            return found
        return flat(found, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def folding_range(ls: DraftServer, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        checked = await ls.checked(params.text_document.uri)
        return folds(checked) if checked else []


def _markup(ls: DraftServer, text: str) -> types.MarkupContent:
    document = ls.client_capabilities.text_document
    formats = document.hover.content_format if document and document.hover else None
    if formats and types.MarkupKind.Markdown not in formats:
        return types.MarkupContent(types.MarkupKind.PlainText, text.replace("**", "").replace("`", ""))
    return types.MarkupContent(types.MarkupKind.Markdown, text)


def _writing(server: DraftServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions())
    async def completion(ls: DraftServer, params: types.CompletionParams) -> types.CompletionList:
        checked = await ls.checked(params.text_document.uri)
        if checked is None:
            return types.CompletionList(False, [])
        found = offers(checked, offset_of(params.position, checked.buffer))
        return types.CompletionList(False, [_item(ls, o, params, checked, n) for n, o in enumerate(found)])


def _item(
    ls: DraftServer, offer: Offer, params: types.CompletionParams, checked: Checked, number: int
) -> types.CompletionItem:
    """A sentence that replaces what was typed of it on this line."""
    document = ls.client_capabilities.text_document
    item = document.completion.completion_item if document and document.completion else None
    snippets = bool(item and item.snippet_support)
    at = offset_of(params.position, checked.buffer)
    start = types.Position(*checked.buffer.place(at - offer.typed))
    return types.CompletionItem(
        label=offer.text,
        kind=types.CompletionItemKind.Snippet if snippets else types.CompletionItemKind.Text,
        detail=offer.detail,
        documentation=offer.text,  # lists cut labels off
        sort_text=f"{number:04}",
        filter_text=offer.text,
        insert_text_format=types.InsertTextFormat.Snippet if snippets else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(types.Range(start, params.position), offer.snippet if snippets else offer.text),
    )
